// Which edition of each work is taken away, and what lists of works hold in editions.

/** @import { Files } from "./files.js" */

/**
 * @typedef {object} Held
 * @property {number[]} places of the edition of each work that the page offers
 * @property {number} editions of all works
 * @property {string} day of the last change of any of them; empty where there are none
 */

/**
 * As the library's own pages offer it (`offered` in hooks/library/citations/citing.py).
 * @param {readonly string[]} languages of the editions
 * @param {number} original
 * @param {readonly string[]} wanted languages, the best first
 */
function offered(languages, original, wanted) {
  const tag = wanted.find((each) => languages.includes(each));
  return tag === undefined ? original : languages.lastIndexOf(tag);
}

/**
 * @param {Files} files
 * @param {readonly number[]} numbers
 * @param {readonly string[]} wanted languages, the best first
 * @returns {Promise<Held>}
 */
export async function editionsOf(files, numbers, wanted) {
  /** @type {{ languages: string[][], originals: number[], changed: string[] }} */
  const { languages, originals, changed } = await files.load("editions.json");
  return {
    places: numbers.map((number) => offered(languages[number], originals[number], wanted)),
    editions: numbers.reduce((sum, number) => sum + languages[number].length, 0),
    day: numbers.map((number) => changed[number]).sort().at(-1) ?? "",
  };
}
