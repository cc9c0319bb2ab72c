// Books for e-readers of what readers chose, and of a text that stands on its page.

import { cards } from "./bundles.js";
import { element, parts } from "./elements.js";
import { TYPE, cleaned, coverOf, epub } from "./epub.js";

/** @import { Made } from "./citation-files.js" */
/** @import { Words } from "./common.js" */
/** @import { Book, Chapter } from "./epub.js" */
/** @import { Files } from "./files.js" */

/** What the library is called. */
function publisher() { return document.querySelector('meta[property="og:site_name"]')?.getAttribute("content") ?? location.host; }

/**
 * @param {Omit<Book, "publisher" | "cover" | "language">} book
 * @param {string} language
 * @param {string} kind what stands above the title on the cover
 * @returns {Promise<Made>}
 */
async function made(book, language, kind) {
  const house = publisher();
  const data = await epub({ ...book, language, publisher: house, cover: coverOf(language, kind, book.title, house) });
  return { data, type: TYPE, copied: "" };
}

/**
 * The texts of a work, from its page; none where the page does not come.
 * @param {string} address
 */
async function textsOf(address) {
  const answer = await fetch(address).catch(() => null);
  const page = answer?.ok ? window.LibraryPage?.parsed(await answer.text()) : null;
  return page ? [...parts(page, ".lib-text")] : [];
}

/**
 * A chapter of a work: what its card says, its reference, where it stands on the web, its text where the library holds that.
 * @param {Element} card
 * @param {Element | undefined} reference
 * @param {string} address
 * @param {readonly HTMLElement[]} texts
 * @param {string} cite the heading of the reference
 * @returns {Chapter}
 */
function chapterOf(card, reference, address, texts, cite) {
  const title = card.querySelector(".lib-card__title a");
  const content = document.createDocumentFragment();
  for (const line of card.querySelectorAll("p")) { content.append(line.cloneNode(true)); }
  for (const text of texts) { content.append(...[...text.childNodes].map((node) => node.cloneNode(true))); }
  content.append(element("h2", {}, cite));
  if (reference) {
    const line = element("p", { lang: reference.getAttribute("lang") ?? "" });
    line.append(...[...reference.childNodes].map((node) => node.cloneNode(true)));
    content.append(line);
  }
  const link = element("p");
  link.append(element("a", { href: address }, address));
  content.append(link);
  return { title: title?.textContent?.trim() ?? "", language: title?.getAttribute("lang") ?? "", content: cleaned(content, address) };
}

/**
 * A book of works.
 * @param {Files} files
 * @param {Words} words
 * @param {readonly number[]} numbers
 * @param {ReadonlyMap<number, Element>} references by number
 * @param {string} title
 * @param {string} day of the last change
 */
export async function bookOfWorks(files, words, numbers, references, title, day) {
  /** @type {{ addresses: string[] }} */
  const { addresses } = await files.load("addresses.json");
  /** @type {{ texts: number[] }} */
  const { texts } = await files.load("editions.json");
  const found = await cards(files, words.language, numbers);
  const root = new URL(words.settings.root, location.href).href;
  const chapters = await Promise.all(numbers.map(async (number, at) => {
    const address = `${root}${addresses[number]}/`;
    return chapterOf(found[at], references.get(number), address, texts.includes(number) ? await textsOf(address) : [], words.text("cite"));
  }));
  const ids = numbers.map((number) => addresses[number].slice(addresses[number].lastIndexOf("/") + 1));
  return made({
    title,
    identifier: `${root}reading-list/?works=${ids.join(",")}`,
    day,
    creators: [],
    chapters,
    words: { contents: words.text("contents"), cover: words.text("cover"), accessibility: words.text("accessibility") },
  }, words.language, words.plural("publications", numbers.length));
}

/**
 * A book of a text that stands on its page. The button says all that the text does not.
 * @param {HTMLElement} text
 * @param {DOMStringMap} told
 */
export function bookOfText(text, told) {
  const language = text.getAttribute("lang") ?? "";
  const { title = "", address = "", day = "", kind = "", creators = "", contents = "", cover = "", accessibility = "" } = told;
  return made({
    title,
    identifier: `${address}#${text.parentElement?.id}`,
    day,
    creators: creators ? creators.split("; ") : [],
    chapters: [{ title, language, content: cleaned(text, address) }],
    words: { contents, cover, accessibility },
  }, language, kind);
}
