// Files of the index that hold items of several works each, by the works' numbers (hooks/library/search/files.py).

import { FileError } from "./file-error.js";

/** @import { Files } from "./files.js" */

// Works in one file.
const CARDS = 6;
const REFERENCES = 40;

/**
 * @template Item
 * @param {Files} files
 * @param {string} folder
 * @param {readonly number[]} numbers
 * @param {number} size
 * @returns {Promise<Item[]>}
 */
function bundled(files, folder, numbers, size) {
  return Promise.all(numbers.map(async (number) => {
    const path = `${folder}/${Math.floor(number / size)}.json`;
    /** @type {{ items?: Item[] }} */
    const file = await files.load(path);
    const item = file.items?.[number % size];
    if (item === undefined) { throw new FileError(path, "broken"); }
    return item;
  }));
}

/**
 * Cards as the build made them.
 * @param {Files} files
 * @param {string} language
 * @param {readonly number[]} numbers
 */
export async function cards(files, language, numbers) {
  const own = window.LibraryPage?.ownMarkup;
  /** @type {string[]} */
  const made = own ? await bundled(files, `${language}/cards`, numbers, CARDS) : [];
  return made.map((html) => own?.(html).firstElementChild ?? document.createElement("li"));
}

/** How many files of cards a search may read to look for a phrase: all of a library of some hundred works, 130 kB of a larger one. */
const READ = 60;

/**
 * Cards as markup, of the first works whose cards lie in so many files as a search may read.
 * @param {Files} files
 * @param {string} language
 * @param {readonly number[]} numbers the best first
 */
export async function markup(files, language, numbers) {
  const bundles = new Set([...new Set(numbers.map((number) => Math.floor(number / CARDS)))].slice(0, READ));
  const read = numbers.filter((number) => bundles.has(Math.floor(number / CARDS)));
  /** @type {string[]} */
  const made = await bundled(files, `${language}/cards`, read, CARDS);
  return { read, made, cut: read.length < numbers.length };
}

/**
 * What stands in the files of citations and references.
 * @template Item
 * @param {Files} files
 * @param {string} folder
 * @param {readonly number[]} numbers
 * @returns {Promise<Item[]>}
 */
export function references(files, folder, numbers) { return bundled(files, folder, numbers, REFERENCES); }
