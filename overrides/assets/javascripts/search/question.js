// What a question asks besides words: phrases in quotes, and what must not occur, after a hyphen.

import { HANGUL_SYLLABLE, fold } from "./letters.js";

/**
 * @typedef {object} Question
 * @property {string} words all that is looked for, those of phrases among it
 * @property {string[]} phrases as they were written
 * @property {string[]} without words and phrases that must not occur
 */

const QUOTED = "[\"“”„«]([^\"“”„«»]*[\\p{L}\\p{N}][^\"“”„«»]*)[\"“”»]";
// A hyphen within a word, or with a space behind it, leaves nothing out.
const PART = new RegExp(`(?<![\\p{L}\\p{N}])(?:(?<!\\S)([-\\u2212]))?${QUOTED}|(?<!\\S)[-\\u2212](?=[\\p{L}\\p{N}])(\\S+)`, "gu");

/**
 * @param {string} query
 * @returns {Question}
 */
export function parted(query) {
  /** @type {string[]} */
  const phrases = [];
  /** @type {string[]} */
  const without = [];
  const words = query.replace(PART, (_, hyphen, phrase, word) => {
    if (word !== undefined || hyphen) { without.push(word ?? phrase); return " "; }
    phrases.push(phrase);
    return ` ${phrase} `;
  });
  return phrases.length || without.length ? { words, phrases, without } : { words: query, phrases, without };
}

/**
 * The words of a text one after the other, folded, those with hyphens in their parts.
 * @param {string} text
 */
function inOrder(text) { return fold(text).match(/[\p{L}\p{N}]+/gu) ?? []; }

const SPELT = new Map(Object.entries({ "&#39;": "'", "&#34;": "\"" }));

/**
 * Whether a text of a card, its title or its summary, say, has a phrase. A particle may stand behind a Hangul phrase.
 * @param {string} card markup
 * @param {string} phrase
 */
export function hasPhrase(card, phrase) {
  const wanted = inOrder(phrase);
  const last = wanted.length - 1;
  const texts = card.split(/<[^>]*>/).map((text) => inOrder(text.replace(/&[#\w]+;/g, (sign) => SPELT.get(sign) ?? " ")));
  return texts.some((words) => words.some((_, from) => wanted.every((word, at) => {
    const found = words[from + at];
    return found === word || (at === last && HANGUL_SYLLABLE.test(word) && Boolean(found?.startsWith(word)));
  })));
}
