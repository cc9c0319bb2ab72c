// What the forms of a word share: hooks/library/search/analysis.py does the same at build time.

import { kazakh } from "./kazakh.js";
import { rules } from "./rules.js";
import { english } from "./stemmers/english.js";
import { russian } from "./stemmers/russian.js";

/** @import { Replacement } from "./rules.js" */

/** @param {readonly Replacement[]} list */
function replacements(list) {
  return list.map(([pattern, written]) => /** @type {const} */ ([new RegExp([pattern].flat().join("")), written]));
}

const spelling = replacements(rules.spelling);
const irregular = new Map(Object.entries(rules.irregular));

/** @param {string} word */
function englishStem(word) {
  const start = irregular.get(word.replace(/'s$/, "")) ?? word;
  return english(spelling.reduce((spelt, [pattern, written]) => spelt.replace(pattern, written), start)).replaceAll("'", "");
}

const names = replacements(rules.russian.names);
const fleeting = replacements(rules.russian.fleeting);

/** @param {string} word */
function russianStem(word) {
  const name = names.find(([pattern]) => pattern.test(word));
  if (name) { return word.replace(...name); }
  return fleeting.reduce((made, [pattern, written]) => made.replace(pattern, written), russian(word));
}

/** @param {string} language */
function cyrillicOf(language) { return language === "kk" ? "kk" : "ru"; }

/** @type {{ kk: Map<string, string>, ru: Map<string, string> }} */
const stems = { kk: new Map(), ru: new Map() };

/**
 * @param {string} token
 * @param {"kk" | "ru"} cyrillic
 */
function stemOf(token, cyrillic) {
  if (/^[a-z']+$/.test(token)) { return englishStem(token); }
  if (!/^[\u0400-\u052f]+$/.test(token)) { return token; }
  return cyrillic === "kk" ? kazakh(token) : russianStem(token);
}

/**
 * A key that need not be a word. Words of mixed or further scripts stay as they are.
 * @param {string} token
 * @param {string} language of the pages
 */
export function stem(token, language) {
  const cyrillic = cyrillicOf(language);
  const known = stems[cyrillic].get(token);
  if (known !== undefined) { return known; }
  const made = stemOf(token, cyrillic);
  stems[cyrillic].set(token, made);
  return made;
}

const stopWords = new Map(Object.entries(rules.stopWords).map(([tag, lines]) => [tag, new Set(lines.join(" ").split(" "))]));

/**
 * Whether a word is so common that it finds nothing.
 * @param {string} token
 * @param {string} language of the pages
 */
export function isStopword(token, language) {
  return ["en", cyrillicOf(language), "ko"].some((tag) => stopWords.get(tag)?.has(token));
}
