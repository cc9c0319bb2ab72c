// Files of citations that the site does not hold: of lists and selections, composed of their works' entries; of one edition, cut
// out of its work's file; tables as workbooks.

import { references } from "./bundles.js";
import { unpack } from "./facets.js";
import { FileError } from "./file-error.js";
import { cells, workbook } from "./workbook.js";

/** @import { Files } from "./files.js" */

/**
 * How a file of a format is made of entries (hooks/library/search/references.py).
 * @typedef {object} Format
 * @property {string} type media type
 * @property {[string, string, string]} frame before, between and after the entries
 * @property {string} tail what every entry ends with
 */

/** @typedef {{ data: string | Uint8Array<ArrayBuffer>, type: string, copied: string }} Made `copied` is what a copy of it is */

// Begins a table; fetching a text takes it away.
const MARK = "\ufeff";

/** A workbook is made of the table. */
export const WORKBOOK = "xlsx";
const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * @param {readonly string[]} found
 * @param {Format} format
 */
export function join(found, format) {
  const [before, between, after] = format.frame;
  return before + found.join(between) + after;
}

/**
 * The entries of a file that was joined so.
 * @param {string} text
 * @param {Format} format
 */
export function entries(text, format) {
  const [before, between, after] = format.frame;
  const whole = before.startsWith(MARK) && !text.startsWith(MARK) ? MARK + text : text;
  if (!whole.startsWith(before) || !whole.endsWith(after)) { throw new Error("not a file of this format"); }
  const found = whole.slice(before.length, whole.length - after.length).split(format.tail + between);
  return found.map((entry, place) => (place < found.length - 1 ? entry + format.tail : entry));
}

/**
 * The format in which a file is composed: that of a workbook is the table.
 * @param {string} ending
 */
export function composedAs(ending) { return ending === WORKBOOK ? "csv" : ending; }

/**
 * @param {Files} files
 * @param {string} ending
 */
async function formatOf(files, ending) {
  /** @type {{ formats: Record<string, Format> }} */
  const { formats } = await files.load("formats.json");
  const format = new Map(Object.entries(formats)).get(composedAs(ending));
  if (!format) { throw new FileError("formats.json", "broken"); }
  return format;
}

/**
 * @param {readonly string[]} found
 * @param {Format} format
 * @param {string} ending
 * @returns {Made}
 */
function made(found, format, ending) {
  const text = join(found, format);
  if (ending !== WORKBOOK) { return { data: text, type: format.type, copied: text.replace(MARK, "") }; }
  const rows = cells(text.replace(MARK, ""));
  // Pasted into a sheet, tabs part its cells.
  return { data: workbook(rows), type: WORKBOOK_TYPE, copied: rows.map((row) => row.join("\t")).join("\n") };
}

/**
 * The numbers of a list's works in the order of its file (hooks/library/search/lists.py).
 * @param {Files} files
 * @param {string} path the list's address below a language's root
 * @returns {Promise<number[]>}
 */
export async function worksOf(files, path) {
  if (path === "publications") {
    /** @type {{ changed: string[] }} */
    const { changed } = await files.load("editions.json");
    return changed.map((_, place) => changed.length - 1 - place);
  }
  const [facet, name = ""] = path.split("/");
  /** @type {{ lists: Record<string, string | number[]> }} */
  const { lists } = await files.load(`lists/${facet}.json`);
  const held = new Map(Object.entries(lists)).get(name);
  if (held === undefined) { throw new FileError(path, "broken"); }
  return typeof held === "string" ? unpack(held).reverse() : held;
}

/**
 * A file of works.
 * @param {Files} files
 * @param {readonly number[]} numbers
 * @param {string} ending
 * @param {readonly number[]} [places] of the one edition of each that is wanted; without them all editions are
 */
export async function composed(files, numbers, ending, places) {
  const format = await formatOf(files, ending);
  /** @type {string[][]} */
  const works = await references(files, `citations/${composedAs(ending)}`, numbers);
  return made(places ? works.map((editions, at) => editions[places[at]]) : works.flat(), format, ending);
}

/**
 * What a work's file holds: all of it, or the one of its entries that is wanted.
 * @param {Files} files
 * @param {string} text of the work's file
 * @param {string} ending
 * @param {number} [place] of the edition
 */
export async function cut(files, text, ending, place) {
  const format = await formatOf(files, ending);
  const found = entries(text, format);
  if (place === undefined) { return made(found, format, ending); }
  if (found[place] === undefined) { throw new Error("no such edition in the file"); }
  return made([found[place]], format, ending);
}
