// What the reader has chosen, and its address: words, values of facets, order, languages.

export const FACETS = ["access", "theme", "country", "type", "year", "language", "series", "format"];
const SORTS = ["relevance", "newest", "title"];
export const PAGE = 20;
// Longer questions would only make the browser wait; the reader is told.
export const LONGEST = 200;
// Marks that mailers and networks add to an address; the library does not read them.
const FOREIGN = /^(?:utm_.*|fbclid|gclid|yclid|_ga|ref|from)$/;

/**
 * @typedef {object} Selection
 * @property {string} q
 * @property {Map<string, string[]>} values by facet
 * @property {string} sort empty for the usual order
 * @property {boolean} all in all languages
 * @property {boolean} beside other records and what others have, too
 * @property {number} show
 * @property {string} print the style of a bibliography to be printed; else empty
 */

/** @returns {Selection} */
export function empty() {
  return { q: "", values: new Map(FACETS.map((facet) => [facet, []])), sort: "", all: false, beside: false, show: PAGE, print: "" };
}

/**
 * A text's beginning, by characters: half of a surrogate pair would not be text.
 * @param {string} text
 */
export function cutShort(text) { return [...text].slice(0, LONGEST).join(""); }

/**
 * Takes one value of the address in; false where the library knows none such.
 * @param {Selection} selection
 * @param {string} name
 * @param {string} value
 * @param {(facet: string, value: string) => boolean} known
 */
function take(selection, name, value, known) {
  const values = selection.values.get(name);
  if (values) {
    const small = value.toLowerCase();
    if (!known(name, small)) { return false; }
    if (!values.includes(small)) { values.push(small); }
    return true;
  }
  switch (name) {
    case "q":
      selection.q = cutShort(value);
      return true;
    case "sort":
      if (!SORTS.includes(value)) { return false; }
      selection.sort = value;
      return true;
    case "in":
      if (value !== "all") { return false; }
      selection.all = true;
      return true;
    case "beside":
      if (value !== "yes") { return false; }
      selection.beside = true;
      return true;
    case "show":
      selection.show = Math.max(PAGE, Math.min(100000, Math.ceil(Number(value) / PAGE) * PAGE || PAGE));
      return true;
    case "print":
      selection.print = value;
      return true;
    default:
      return FOREIGN.test(name);
  }
}

/**
 * The selection that an address asks for. `known` tells whether a facet has a value; `unknown` lists what was left out, as pairs
 * of name and value; `cut` is true where words were.
 * @param {string} address
 * @param {(facet: string, value: string) => boolean} known
 */
export function read(address, known) {
  const selection = empty();
  /** @type {[string, string][]} */
  const unknown = [];
  let cut = false;
  for (const [name, value] of new URLSearchParams(address)) {
    if (name === "q") { cut = value.length > LONGEST; }
    if (!take(selection, name, value, known)) { unknown.push([name, selection.values.has(name) ? value.toLowerCase() : value]); }
  }
  return { selection, unknown, cut };
}

/**
 * The address of a selection, from its question mark on; empty where nothing is chosen.
 * @param {Selection} selection
 */
export function write(selection) {
  const address = new URLSearchParams();
  const words = selection.q.trim();
  if (words) { address.append("q", words); }
  for (const [facet, values] of selection.values) { for (const value of [...values].sort()) { address.append(facet, value); } }
  if (selection.all) { address.append("in", "all"); }
  if (selection.beside) { address.append("beside", "yes"); }
  if (selection.sort) { address.append("sort", selection.sort); }
  if (selection.show > PAGE) { address.append("show", String(selection.show)); }
  if (selection.print) { address.append("print", selection.print); }
  const text = address.toString();
  return text && `?${text}`;
}

/**
 * Pairs of facet and value.
 * @param {Selection} selection
 */
export function chosen(selection) {
  return [...selection.values].flatMap(([facet, values]) => values.map((value) => /** @type {const} */ ([facet, value])));
}
