// The ways to files of citations that the site does not hold: buttons beside a list's BibTeX, links beside each edition.

import { composed, cut } from "./citation-files.js";
import { download } from "./download.js";
import { element, part, parts } from "./elements.js";
import { fromFolder } from "./files.js";

/**
 * A list: `data-list` is its address. What went wrong is said beside the buttons.
 * @param {HTMLElement} place
 */
function offerFormats(place) {
  const { list = "", search = "" } = place.dataset;
  const files = fromFolder(search);
  const status = part(place, "[data-failed]");
  /** @param {HTMLElement} button */
  async function take(button) {
    const ending = button.dataset.compose ?? "";
    status.textContent = "";
    button.setAttribute("aria-busy", "true");
    try {
      const { text, type } = await composed(files, list, ending);
      download(text, type, `${list.replace("/", "-")}.${ending}`);
    } catch {
      files.forget();
      status.textContent = status.dataset.failed ?? "";
      window.LibraryPage?.tell(status.textContent);
    }
    button.removeAttribute("aria-busy");
  }
  for (const button of parts(place, "[data-compose]")) { button.addEventListener("click", () => take(button)); }
}

/** @param {string} text for those who listen */
function hidden(text) { return element("span", { class: "lib-hidden" }, text); }

/**
 * A work: `all` has links to the files of every edition. Beside each edition, whose place in them is `data-cut`, the same links
 * lead to it alone; where that fails the file of all comes.
 * @param {HTMLElement} all
 */
function offerEditions(all) {
  const files = fromFolder(all.dataset.search ?? "");
  /**
   * @param {HTMLAnchorElement} link
   * @param {HTMLElement} place
   */
  function alone(link, place) {
    const ending = link.pathname.slice(link.pathname.lastIndexOf("/") + 1).replace(/^[^.]*\./, "");
    const name = `${place.dataset.name}.${ending}`;
    const own = document.createElement("a");
    own.href = link.href;
    own.download = name;
    own.append(link.firstChild?.textContent?.trim() ?? "", hidden(`: ${place.dataset.edition}`));
    own.addEventListener("click", async (event) => {
      event.preventDefault();
      try {
        const answer = await fetch(link.href);
        if (!answer.ok) { throw new Error(String(answer.status)); }
        const { text, type } = await cut(files, await answer.text(), ending, Number(place.dataset.cut));
        download(text, type, name);
      } catch {
        link.click();
      }
    });
    return own;
  }
  const links = [...all.querySelectorAll("a")];
  for (const place of parts(document, "[data-cut]")) {
    const list = element("ul", { class: "lib-inline" });
    for (const link of links) {
      const item = element("li");
      item.append(alone(link, place));
      list.append(item);
    }
    place.append(list);
  }
}

for (const place of parts(document, "[data-list]")) { offerFormats(place); }
for (const all of parts(document, "[data-editions]")) { offerEditions(all); }
