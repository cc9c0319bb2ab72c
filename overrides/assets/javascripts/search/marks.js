// Where the words that were looked for stand in the cards, so that they can be marked without a change of the page.

import { HANGUL_SYLLABLE, fold } from "./letters.js";
import { stem } from "./stems.js";

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Ranges of the words of an element's titles, bylines and summaries that have the stem of a wanted one.
 * @param {Element} element
 * @param {readonly string[]} wanted
 * @param {string} language
 */
export function ranges(element, wanted, language) {
  const stems = new Set(wanted.map((word) => stem(word, language)));
  const beginnings = wanted.filter((word) => HANGUL_SYLLABLE.test(word) || word.length > 2);
  /** @type {Range[]} */
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (!node.parentElement?.closest(".lib-card__title, .lib-card__makers, .lib-card__summary")) { continue; }
    for (const match of node.data.matchAll(WORD)) {
      const word = fold(match[0]);
      const part = beginnings.find((each) => HANGUL_SYLLABLE.test(each) ? word.includes(each) : word.startsWith(each));
      if (part === undefined && !stems.has(stem(word, language))) { continue; }
      const within = part !== undefined && HANGUL_SYLLABLE.test(part);
      const from = match.index + (within ? word.indexOf(part) : 0);
      const range = new Range();
      range.setStart(node, from);
      range.setEnd(node, within ? from + part.length : match.index + match[0].length);
      found.push(range);
    }
  }
  return found;
}
