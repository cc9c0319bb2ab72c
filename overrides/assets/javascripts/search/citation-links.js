// The ways to files of citations that the site does not hold: on pages of lists, and beside each edition of a work.

import { composed, composedAs, cut, worksOf } from "./citation-files.js";
import { editionsOf } from "./editions.js";
import { part, parts } from "./elements.js";
import { fromFolder } from "./files.js";
import { FormatsForm, dated } from "./formats-form.js";

/**
 * @param {HTMLElement} status
 * @param {string} text
 */
function say(status, text) {
  status.textContent = text;
  window.LibraryPage?.tell(text, "take");
}

/**
 * A list: `data-list` is its address, `data-name` how its files are called, `data-wanted` the languages of the editions that
 * the page offers, the best first.
 * @param {HTMLElement} place
 */
function offerList(place) {
  const { list = "", search = "", name = "", wanted = "" } = place.dataset;
  const files = fromFolder(search);
  const status = part(place, "[data-failed]");
  const form = new FormatsForm(place, {
    make: async (ending, every) => {
      say(status, "");
      const numbers = await worksOf(files, list);
      const { places, day } = await editionsOf(files, numbers, wanted.split(" "));
      return { made: await composed(files, numbers, ending, every ? undefined : places), name: dated(name, day) };
    },
    failed: () => {
      files.forget();
      say(status, status.dataset.failed ?? "");
    },
    told: (copied) => say(status, copied ? `${status.dataset.copied}: ${form.label}` : status.dataset.uncopied ?? ""),
  });
}

/**
 * A work: its files hold every edition. Where `data-cut` is the place of one in them, that one alone is taken; where that
 * fails the file of all comes.
 * @param {HTMLElement} place
 * @param {ReadonlyMap<string, HTMLAnchorElement>} links to the files, by ending
 * @param {string} search
 */
function offerEdition(place, links, search) {
  const files = fromFolder(search);
  const status = part(document, ".lib-cite > .lib-status");
  const form = new FormatsForm(place, {
    make: async (ending) => {
      say(status, "");
      const answer = await fetch(links.get(composedAs(ending))?.href ?? "");
      if (!answer.ok) { throw new Error(String(answer.status)); }
      const number = place.dataset.cut ? Number(place.dataset.cut) : undefined;
      return { made: await cut(files, await answer.text(), ending, number), name: place.dataset.name ?? "" };
    },
    failed: (_, ending) => {
      files.forget();
      links.get(composedAs(ending))?.click();
    },
    told: (copied) => {
      const whose = place.closest(".lib-citation")?.getAttribute("data-edition");
      say(status, copied ? `${status.dataset.copied}: ${[form.label, whose].filter(Boolean).join(", ")}` : status.dataset.failed ?? "");
    },
  });
}

for (const place of parts(document, "[data-list][data-wanted]")) { offerList(place); }
for (const all of parts(document, "[data-work-files]")) {
  const links = new Map([...all.querySelectorAll("a")].map((link) => [link.pathname.replace(/^.*\/[^./]*\./, ""), link]));
  for (const place of parts(document, "[data-name][data-formats]")) { offerEdition(place, links, all.dataset.search ?? ""); }
}
