// Numbers with what they count as one term: hooks/library/search/numbers.py does the same at build time.

import { tokens } from "./letters.js";
import { rules } from "./rules.js";

const ORDINAL = /(\d+)-?(?:ші|шы|нші|ншы|й|ый|ой|я|ая|е|ое|го|st|nd|rd|th)?(?![\p{L}\p{N}])/giu;
const KOREAN = /제\s*(?=\d)/g;
const NUMBER = /^[0-9]{1,4}$/;
const counted = new Map(Object.entries(rules.counted).flatMap(([name, words]) => words.split(" ").map((word) => [word, name])));

/**
 * A question with each number and what it counts as one word: том 2 is volume2. Null where it counts nothing.
 * @param {string} query
 * @returns {string | null}
 */
export function numbered(query) {
  const words = tokens(query.replace(KOREAN, "").replace(ORDINAL, " $1 ").replaceAll("-", " "))
    .filter((word, at, all) => word !== "no" || !counted.has(all[at - 1]));
  /** @type {string[]} */
  const made = [];
  for (let at = 0; at < words.length; at += 1) {
    const pair = [[words[at], words[at + 1]], [words[at + 1], words[at]]].find(([name, number]) => counted.has(name) && NUMBER.test(number ?? ""));
    if (pair) { made.push(`${counted.get(pair[0])}${Number(pair[1])}`); at += 1; } else { made.push(words[at]); }
  }
  return made.length < words.length ? made.join(" ") : null;
}
