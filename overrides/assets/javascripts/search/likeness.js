// How alike two words are: written in Latin letters, and by the letters that differ.

import { fold } from "./letters.js";
import { rules } from "./rules.js";

const romanised = new Map(Object.entries(rules.skeleton.letters));
const classes = rules.skeleton.classes.map(([pattern, written]) => /** @type {const} */ ([new RegExp(pattern, "g"), written]));

/**
 * One key for the ways to write a word in Latin letters.
 * @param {string} token
 */
export function skeleton(token) {
  const latin = token.toLowerCase().normalize("NFC").replace(/[^a-z0-9]/g, (letter) => {
    const known = romanised.get(letter);
    if (known !== undefined) { return known; }
    const bare = fold(letter);
    return /^[a-z0-9]+$/.test(bare) ? bare : "";
  });
  return classes.reduce((key, [pattern, written]) => key.replace(pattern, written), latin);
}

/** @param {string} word */
function sounded(word) { return word.replace(/[\uac00-\ud7a3]/g, (syllable) => syllable.normalize("NFD")); }

/**
 * Optimal string alignment: one letter more, less, other, or two neighbours changed over. Above the limit: the limit and one.
 * @param {string} one
 * @param {string} other
 * @param {number} limit
 */
export function distance(one, other, limit) {
  const a = sounded(one);
  const b = sounded(other);
  if (Math.abs(a.length - b.length) > limit) { return limit + 1; }
  /** @type {number[]} */
  let last = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const before = last;
    last = row;
    row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) { row[j] = Math.min(row[j], before[j - 2] + 1); }
    }
    if (Math.min(...row) > limit) { return limit + 1; }
  }
  return Math.min(row[b.length], limit + 1);
}
