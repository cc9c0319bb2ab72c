// The words of one language of the site, in files by their beginnings.

import { HANGUL_SYLLABLE } from "./letters.js";
import { skeleton } from "./likeness.js";
import { stem } from "./stems.js";

/** @import { Files } from "./files.js" */
/** @import { Entry, Weighed } from "./scores.js" */

/** @typedef {{ word: string, works: number, key: string, stem: string }} Written a word as it is written, and the number of works that have it */

// A word that only begins like the one asked for counts less than the word itself.
const BEGINNING = 0.6;
// With fewer letters too many words begin so, and too many files would be read.
const SHORTEST_BEGINNING = 3;

/** @param {string} text */
function spelt(text) { return text.normalize("NFD"); }

/**
 * @param {string} term
 * @param {string} forms
 * @param {string} word
 */
function beginsSo(term, forms, word) {
  if (term.startsWith(word)) { return true; }
  return forms !== "" && forms.split(" ").some((form) => (form.startsWith("/") ? form.slice(1) : term + form).startsWith(word));
}

/** What is made of a file, once for as long as the file is kept. */
class Made {
  /** @type {WeakMap<object, any>} */
  #made = new WeakMap();

  /**
   * @template {object} File
   * @template Thing
   * @param {File} file
   * @param {(file: File) => Thing} make
   * @returns {Thing}
   */
  of(file, make) {
    if (!this.#made.has(file)) { this.#made.set(file, make(file)); }
    return this.#made.get(file);
  }
}

export class Language {
  #made = new Made();
  /** @type {Files} */
  #files;

  /**
   * @param {string} tag
   * @param {Files} files
   */
  constructor(tag, files) {
    this.tag = tag;
    this.#files = files;
  }

  /** @param {string} prefix the first of the file's */
  async #shard(prefix) {
    const name = [...prefix].map((letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, "0")).join("-");
    /** @type {{ terms: Record<string, Entry> }} */
    const file = await this.#files.load(`${this.tag}/words/${name}.json`);
    return this.#made.of(file, ({ terms }) => new Map(Object.entries(terms)));
  }

  /**
   * Terms, with their entries, of every file in which a word like this may stand.
   * @param {string} word
   * @param {boolean} wide in which a word beginning so may
   */
  async #near(word, wide) {
    const key = spelt(word);
    /** @type {{ shards: string[][] }} beginnings, those together whose words lie in one file, which has its name of the first */
    const { shards } = await this.#files.load(`${this.tag}/words.json`);
    const beginnings = shards.flatMap((group) => group.map((prefix) => ({ prefix, file: group[0] })));
    const home = beginnings.filter(({ prefix }) => key.startsWith(prefix)).sort((a, b) => b.prefix.length - a.prefix.length).slice(0, 1);
    const under = wide ? beginnings.filter(({ prefix }) => prefix.startsWith(key)) : [];
    return Promise.all([...new Set([...home, ...under].map(({ file }) => file))].map((file) => this.#shard(file)));
  }

  /**
   * @param {string} term
   * @returns {Promise<Weighed[]>}
   */
  async term(term) {
    const [terms] = await this.#near(term, false);
    const entry = terms?.get(term);
    return entry ? [[1, entry]] : [];
  }

  /**
   * Entries of all terms that begin so, or of which a form does.
   * @param {string} word
   * @param {string} stemmed
   * @returns {Promise<Weighed[]>}
   */
  async beginning(word, stemmed) {
    if ([...word].length < (HANGUL_SYLLABLE.test(word) ? 1 : SHORTEST_BEGINNING)) { return []; }
    const near = await Promise.all([this.#near(word, true), stemmed === word ? [] : this.#near(stemmed, false)]);
    /** @type {Map<string, Weighed>} */
    const entries = new Map();
    for (const terms of near.flat()) {
      for (const [term, entry] of terms) {
        if (beginsSo(term, entry[0], word)) { entries.set(term, [term === word ? 1 : BEGINNING, entry]); }
      }
    }
    return [...entries.values()];
  }

  /**
   * Entries of a Hangul word whose last syllable is still being put together: 바 on the way to 발.
   * @param {string} word
   * @returns {Promise<Weighed[]>}
   */
  async unfinished(word) {
    const key = spelt(word);
    const near = await this.#near(word, true);
    return near.flatMap((terms) => [...terms]).filter(([term]) => spelt(term).startsWith(key)).map(([, entry]) => [BEGINNING, entry]);
  }

  /** The words as they are written. */
  async written() {
    /** @type {{ words: string }} */
    const file = await this.#files.load(`${this.tag}/spelling.json`);
    return this.#made.of(file, ({ words }) => this.#read(words));
  }

  /**
   * @param {string} words
   * @returns {Written[]}
   */
  #read(words) {
    let word = "";
    return words.split(" ").filter(Boolean).map((piece) => {
      const [rest, works = "1"] = piece.split("\t");
      word = word.slice(0, parseInt(rest[0], 36)) + rest.slice(1);
      return { word, works: Number(works), key: skeleton(word), stem: stem(word, this.tag) };
    });
  }
}
