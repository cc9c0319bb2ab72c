// Files of citations that the site does not hold: of a list in further formats, composed of its works' entries; of one edition,
// cut out of its work's file.

import { references } from "./bundles.js";
import { unpack } from "./facets.js";
import { FileError } from "./file-error.js";

/** @import { Files } from "./files.js" */

/**
 * How a file of a format is made of entries (hooks/library/search/references.py).
 * @typedef {object} Format
 * @property {string} type media type
 * @property {[string, string, string]} frame before, between and after the entries
 * @property {string} tail what every entry ends with
 * @property {string[]} without fields that lead to other entries of the file
 */

/** @typedef {{ text: string, type: string }} Made */

// Begins a table; fetching a text takes it away.
const MARK = "\ufeff";

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
 * An entry without the lines that lead to others of its file.
 * @param {string} entry
 * @param {Format} format
 */
function alone(entry, format) {
  return entry.split("\n").filter((line) => !format.without.some((field) => line.startsWith(`  ${field} = `))).join("\n");
}

/**
 * @param {Files} files
 * @param {string} ending
 */
async function formatOf(files, ending) {
  /** @type {{ formats: Record<string, Format> }} */
  const { formats } = await files.load("formats.json");
  const format = new Map(Object.entries(formats)).get(ending);
  if (!format) { throw new FileError("formats.json", "broken"); }
  return format;
}

/**
 * The numbers of a list's works in the order of its file (hooks/library/search/lists.py).
 * @param {Files} files
 * @param {string} path the list's address below a language's root
 */
async function worksOf(files, path) {
  const [facet, name = ""] = path.split("/");
  /** @type {{ lists: Record<string, string | number[]> }} */
  const { lists } = await files.load(`lists/${facet}.json`);
  const held = new Map(Object.entries(lists)).get(name);
  if (held === undefined) { throw new FileError(path, "broken"); }
  return typeof held === "string" ? unpack(held).reverse() : held;
}

/**
 * A list's file.
 * @param {Files} files
 * @param {string} path
 * @param {string} ending
 * @returns {Promise<Made>}
 */
export async function composed(files, path, ending) {
  const format = await formatOf(files, ending);
  /** @type {string[][]} */
  const works = await references(files, `citations/${ending}`, await worksOf(files, path));
  return { text: join(works.flat(), format), type: format.type };
}

/**
 * A file of one of the entries of a work's file.
 * @param {Files} files
 * @param {string} text of the work's file
 * @param {string} ending
 * @param {number} number place of the edition
 * @returns {Promise<Made>}
 */
export async function cut(files, text, ending, number) {
  const format = await formatOf(files, ending);
  const entry = entries(text, format)[number];
  if (entry === undefined) { throw new Error("no such edition in the file"); }
  return { text: join([alone(entry, format)], format), type: format.type };
}
