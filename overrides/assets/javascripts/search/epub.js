// A book for e-readers (EPUB 3.3, https://www.w3.org/TR/epub-33/): the same chapters and day give the same bytes.

import { zipped } from "./zip.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * @typedef {object} Chapter
 * @property {string} title
 * @property {string} language of the title
 * @property {Node} content
 */

/**
 * @typedef {object} Book
 * @property {string} title
 * @property {string} language
 * @property {string} identifier an address
 * @property {string} day of the last change
 * @property {string} publisher
 * @property {readonly string[]} creators
 * @property {string} cover an SVG
 * @property {readonly Chapter[]} chapters
 * @property {{ contents: string, cover: string, accessibility: string }} words
 */

export const TYPE = "application/epub+zip";

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const XHTML = "http://www.w3.org/1999/xhtml";
const DROPPED = "script, style, button, input, select, svg, iframe, [hidden], [aria-hidden=true], .lib-hidden, .lib-scripted, .Z3988";
const KEPT = /^(?:lang|dir|href|id|alt|src|cite|start|reversed|colspan|rowspan|scope|headers|datetime)$/;
const STYLE = "body { line-height: 1.5; } h1, h2, h3 { line-height: 1.2; text-align: start; } img { max-width: 100%; } "
  + "table { border-collapse: collapse; } td, th { padding: .2em .5em; vertical-align: top; } .cover { margin: 0; text-align: center; } .cover img { max-height: 100%; }";
// eslint-disable-next-line no-control-regex -- XML cannot hold them
const NOT_XML = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** @param {string} text */
export function escaped(text) {
  return text.replace(NOT_XML, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

/**
 * What of a page belongs into a book: no controls, nothing that is only drawn; addresses as they are on the web.
 * @param {ParentNode & Node} content
 * @param {string} base
 */
export function cleaned(content, base) {
  const kept = /** @type {ParentNode & Node} */ (content.cloneNode(true));
  for (const one of kept.querySelectorAll(DROPPED)) { one.remove(); }
  for (const one of kept.querySelectorAll("*")) {
    for (const { name } of [...one.attributes]) { if (!KEPT.test(name)) { one.removeAttribute(name); } }
    for (const name of ["href", "src"]) {
      const address = one.getAttribute(name);
      if (address && !address.startsWith("#")) { one.setAttribute(name, new URL(address, base).href); }
    }
    const language = one.getAttribute("lang");
    if (language) { one.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:lang", language); }
  }
  return kept;
}

/**
 * @param {Book} book
 * @param {string} title
 * @param {string} body
 */
function page(book, title, body) {
  return `${HEAD}<!DOCTYPE html>\n<html xmlns="${XHTML}" xmlns:epub="http://www.idpf.org/2007/ops" lang="${book.language}" xml:lang="${book.language}">`
    + `<head><title>${escaped(title)}</title><link rel="stylesheet" type="text/css" href="book.css"/></head><body>${body}</body></html>\n`;
}

/**
 * A chapter's page.
 * @param {Book} book
 * @param {Chapter} chapter
 */
function chapterPage(book, { title, language, content }) {
  const serializer = new XMLSerializer();
  const body = [...content.childNodes].map((node) => serializer.serializeToString(node)).join("").replace(NOT_XML, "");
  const tag = escaped(language || book.language);
  return page(book, title, `<section epub:type="chapter"><h1 lang="${tag}" xml:lang="${tag}">${escaped(title)}</h1>${body}</section>`);
}

/** @param {Book} book */
function contents(book) {
  const entries = book.chapters.map(({ title, language }, number) => {
    const tag = escaped(language || book.language);
    return `<li><a href="chapter-${number + 1}.xhtml" lang="${tag}" xml:lang="${tag}">${escaped(title)}</a></li>`;
  });
  return page(book, book.words.contents, `<nav epub:type="toc" id="toc"><h1>${escaped(book.words.contents)}</h1><ol>${entries.join("")}</ol></nav>`
    + `<nav epub:type="landmarks" hidden="hidden"><ol><li><a epub:type="cover" href="cover.xhtml">${escaped(book.words.cover)}</a></li>`
    + `<li><a epub:type="bodymatter" href="chapter-1.xhtml">${escaped(book.title)}</a></li></ol></nav>`);
}

/**
 * @param {Book} book
 * @param {readonly Picture[]} pictures
 */
function packageFile(book, pictures) {
  const features = ["tableOfContents", "readingOrder", "structuralNavigation", "alternativeText", "displayTransformability"];
  const metadata = [
    `<dc:identifier id="id">${escaped(book.identifier)}</dc:identifier><dc:title>${escaped(book.title)}</dc:title><dc:language>${book.language}</dc:language>`,
    ...book.creators.map((name) => `<dc:creator>${escaped(name)}</dc:creator>`),
    `<dc:publisher>${escaped(book.publisher)}</dc:publisher><dc:date>${book.day}</dc:date><meta property="dcterms:modified">${book.day}T00:00:00Z</meta>`,
    '<meta property="schema:accessMode">textual</meta><meta property="schema:accessModeSufficient">textual</meta>',
    ...(pictures.length ? ['<meta property="schema:accessMode">visual</meta>'] : []),
    ...features.map((feature) => `<meta property="schema:accessibilityFeature">${feature}</meta>`),
    `<meta property="schema:accessibilityHazard">none</meta><meta property="schema:accessibilitySummary">${escaped(book.words.accessibility)}</meta>`,
    '<meta name="cover" content="cover-image"/>',
  ];
  const items = [
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="css" href="book.css" media-type="text/css"/>',
    '<item id="cover-image" href="cover.svg" media-type="image/svg+xml" properties="cover-image"/><item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>',
    ...book.chapters.map((_, at) => `<item id="chapter-${at + 1}" href="chapter-${at + 1}.xhtml" media-type="application/xhtml+xml"/>`),
    ...pictures.map(({ name, type }, at) => `<item id="picture-${at + 1}" href="${name}" media-type="${type}"/>`),
  ];
  const spine = ["cover", "nav", ...book.chapters.map((_, at) => `chapter-${at + 1}`)].map((id) => `<itemref idref="${id}"/>`);
  return `${HEAD}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${book.language}">`
    + `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${metadata.join("")}</metadata><manifest>${items.join("")}</manifest><spine>${spine.join("")}</spine></package>\n`;
}

/** @typedef {{ name: string, type: string, bytes: Bytes }} Picture */

const PICTURES = new Map([["image/png", "png"], ["image/jpeg", "jpg"], ["image/svg+xml", "svg"], ["image/webp", "webp"], ["image/gif", "gif"]]);

/**
 * Takes the pictures of chapters into the book; what does not come is told by its description.
 * @param {Book} book
 */
async function picturesOf(book) {
  /** @type {Picture[]} */
  const found = [];
  for (const { content } of book.chapters) {
    for (const picture of /** @type {ParentNode} */ (/** @type {unknown} */ (content)).querySelectorAll("img")) {
      const answer = await fetch(picture.getAttribute("src") ?? "").catch(() => null);
      const type = answer?.headers.get("Content-Type")?.split(";")[0] ?? "";
      const ending = PICTURES.get(type);
      if (!answer?.ok || !ending) {
        picture.replaceWith(picture.getAttribute("alt") ?? "");
        continue;
      }
      const name = `picture-${found.length + 1}.${ending}`;
      found.push({ name, type, bytes: new Uint8Array(await answer.arrayBuffer()) });
      picture.setAttribute("src", name);
    }
  }
  return found;
}

/**
 * The book's file.
 * @param {Book} book
 */
export async function epub(book) {
  const pictures = await picturesOf(book);
  const container = `${HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>`
    + '<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>\n';
  return zipped([
    ["mimetype", TYPE],
    ["META-INF/container.xml", container],
    ["OEBPS/content.opf", packageFile(book, pictures)],
    ["OEBPS/nav.xhtml", contents(book)],
    ["OEBPS/book.css", STYLE],
    ["OEBPS/cover.svg", book.cover],
    ["OEBPS/cover.xhtml", page(book, book.words.cover, `<p class="cover"><img src="cover.svg" alt="${escaped(book.title)}"/></p>`)],
    ...book.chapters.map((chapter, at) => /** @type {[string, string]} */ ([`OEBPS/chapter-${at + 1}.xhtml`, chapterPage(book, chapter)])),
    ...pictures.map(({ name, bytes }) => /** @type {[string, Bytes]} */ ([`OEBPS/${name}`, bytes])),
  ]);
}

const LINE = 18; // letters of a line on a cover, wide ones too

/**
 * Lines of a text, broken at blanks; a longer word is cut.
 * @param {string} text
 */
function lines(text) {
  /** @type {string[]} */
  const found = [];
  for (const word of text.split(/\s+/)) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length < LINE) { found[found.length - 1] = `${last} ${word}`; } else { found.push(word.slice(0, 2 * LINE)); }
  }
  return found.length > 9 ? [...found.slice(0, 8), `${found[8]}…`] : found;
}

/**
 * A cover in words: what the book is, its title, and who made it.
 * @param {string} language
 * @param {string} kind
 * @param {string} title
 * @param {string} publisher
 */
export function coverOf(language, kind, title, publisher) {
  const set = lines(title).map((line, at) => `<text x="60" y="${330 + at * 58}" font-size="46" font-weight="bold" fill="#1b2a3a">${escaped(line)}</text>`);
  const below = lines(publisher).slice(0, 3);
  const foot = below.map((line, at) => `<text x="60" y="${840 - (below.length - 1 - at) * 36}" font-size="28" fill="#44515e">${escaped(line)}</text>`);
  return `${HEAD}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900" width="600" height="900" font-family="serif" xml:lang="${language}">`
    + '<rect width="600" height="900" fill="#faf7f0"/><rect width="600" height="200" fill="#1d5b79"/>'
    + `<text x="60" y="120" font-size="34" fill="#ffffff">${escaped(kind)}</text>${set.join("")}${foot.join("")}</svg>\n`;
}
