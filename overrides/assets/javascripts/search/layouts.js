// The same keys on another keyboard: what was typed while the computer was set to another language.

import { rules } from "./rules.js";

const { layouts } = rules;
const russian = new Map([...layouts.keys].map((key, place) => [key, layouts.russian[place]]));
const kazakh = new Map([...russian, ...Object.entries(layouts.kazakh)]);
const latin = new Map([...russian].map(([key, letter]) => [letter, key]));

const LEADS = layouts.leads.split(" ");
const VOWELS = layouts.vowels.split(" ");
const TAILS = layouts.tails.split(" ");

/** @param {readonly string[]} keys */
function longestFirst(keys) { return [...keys].sort((one, other) => other.length - one.length).join("|"); }

const SYLLABLE = new RegExp(
  `(${LEADS.join("|")})(${longestFirst(VOWELS)})(?:(${longestFirst(TAILS)})(?![${VOWELS.join("")}]))?`, "g");
const SYLLABLES = new RegExp(`^(?:${SYLLABLE.source})+$`);

/** @param {string} word */
function plainKeys(word) { return word.replace(/[A-Z]/g, (key) => ("QWERTOP".includes(key) ? key : key.toLowerCase())); }

/**
 * The Hangul that the keys of a word put together; empty where they make none.
 * @param {string} word
 */
function composed(word) {
  const keys = plainKeys(word);
  if (!SYLLABLES.test(keys)) { return ""; }
  return keys.replace(SYLLABLE, (_, /** @type {string} */ lead, /** @type {string} */ vowel, /** @type {string | undefined} */ tail) => {
    const number = (LEADS.indexOf(lead) * 21 + VOWELS.indexOf(vowel)) * 28 + (tail ? TAILS.indexOf(tail) + 1 : 0);
    return String.fromCharCode(0xac00 + number);
  });
}

/** @param {string} jamo */
function keysOfJamo(jamo) {
  const code = jamo.charCodeAt(0);
  return LEADS[code - 0x1100] ?? VOWELS[code - 0x1161] ?? TAILS[code - 0x11a8] ?? "-";
}

/** @param {string} word */
function decomposed(word) { return [...word.normalize("NFKD")].map(keysOfJamo).join("").toLowerCase(); }

/**
 * @param {string} word
 * @param {ReadonlyMap<string, string>} keys
 */
function mapped(word, keys) { return [...word.toLowerCase()].map((key) => keys.get(key) ?? " ").join(""); }

/**
 * @param {string} word
 * @param {RegExp} possible
 */
function when(word, possible) { return possible.test(word) ? word : ""; }

/** @type {((word: string) => string)[]} */
const CHANGES = [
  (word) => when(mapped(word, russian), /^[а-яё]+$/),
  (word) => when(mapped(word, kazakh), /^[а-яёәғқңөұүһі]+$/),
  (word) => composed(word),
  (word) => composed(word.toLowerCase()),
  (word) => (/^[\u0400-\u052f]+$/.test(word) ? when(mapped(word, latin), /^[a-z]+(?:'[a-z]+)?$/) : ""),
  (word) => when(decomposed(word), /^[a-z]+$/),
];

/**
 * @param {readonly string[]} words
 * @returns {string[]}
 */
function changed(words) {
  const found = CHANGES.map((change) => {
    // A number is typed alike on all of them.
    const others = words.map((word) => (/^[0-9]+$/.test(word) ? word : change(word)));
    return others.every(Boolean) ? others.join(" ") : "";
  });
  return [...new Set(found)].filter((query) => query && query !== words.join(" "));
}

/** @param {string} token */
export function otherLayouts(token) { return changed([token]); }

/** @param {string} query */
export function otherLayoutsOfQuery(query) {
  const words = query.trim().split(/\s+/).filter(Boolean);
  return words.length ? changed(words) : [];
}
