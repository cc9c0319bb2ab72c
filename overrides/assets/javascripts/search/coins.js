// References in spans by which Zotero offers the works that a script has put into the page (hooks/library/machines/heads/coins.py).

import { references } from "./bundles.js";
import { editionsOf } from "./editions.js";
import { element } from "./elements.js";

/** @import { Files } from "./files.js" */

/**
 * Puts the spans into cards, and tells Zotero that there is something to take.
 * @param {readonly Element[]} cards
 * @param {Files} files
 * @param {readonly number[]} numbers of the cards' works
 * @param {readonly string[]} wanted languages of editions, the best first
 */
export async function offer(cards, files, numbers, wanted) {
  try {
    const { places } = await editionsOf(files, numbers, wanted);
    /** @type {string[][]} */
    const works = await references(files, "coins", numbers);
    for (const [at, card] of cards.entries()) {
      // A withdrawn work is not offered.
      if (!works[at][places[at]] || !card.isConnected || card.querySelector(".Z3988")) { continue; }
      const summary = card.querySelector(".lib-card__summary")?.textContent?.trim();
      const abstract = summary ? `&rft.description=${encodeURIComponent(summary)}` : "";
      card.append(element("span", { class: "Z3988", title: works[at][places[at]] + abstract }));
    }
    document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true }));
  } catch { /* the cards are whole without */ }
}
