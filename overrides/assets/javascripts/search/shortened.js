// Words whose first part is shortened: госорган, минздрав, мемқызмет.

import { rules } from "./rules.js";

const beginnings = new Map(Object.entries(rules.shortened).map(([tag, words]) => [tag, Object.entries(words)]));
const ends = new Map(Object.entries(rules.shortenedEnds));
// госты is the plural of a standard.
const SHORTEST_END = 4;

/**
 * The two words that such a word stands for, or null where it is none.
 * @param {string} word
 * @param {string} language of the pages
 * @returns {readonly [string, string] | null}
 */
export function shortened(word, language) {
  for (const [beginning, first] of beginnings.get(language === "kk" ? "kk" : "ru") ?? []) {
    const rest = word.slice(beginning.length);
    if (word.startsWith(beginning) && (rest.length >= SHORTEST_END || ends.has(rest))) { return [first, ends.get(rest) ?? rest]; }
  }
  return null;
}
