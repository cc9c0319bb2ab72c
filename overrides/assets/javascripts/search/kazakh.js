// Kazakh endings, taken off from the last to the first; hooks/library/search/analysis.py says why each rule is so.

import { rules } from "./rules.js";

/** @typedef {{ text: string, after: RegExp, harmony: string }} Ending */

const law = rules.kazakh;
const vowels = law.groups.V;
const whole = new Set(law.whole.join(" ").split(" "));
const short = new Set(law.short.split(" "));
const restored = new Map(Object.entries(law.restored));
const hard = new Map(Object.entries(law.hard));
const passives = law.passives.map(([pattern, length]) => /** @type {const} */ ([new RegExp(pattern), length]));
const groups = new Map(Object.entries(law.groups));
const layers = {
  finite: endings(law.layers.finite),
  relative: endings(law.layers.relative),
  case: endings(law.layers.case),
  ours: endings(law.layers.ours),
  plural: endings(law.layers.plural),
  participle: endings(law.layers.participle),
};

/**
 * The endings of a layer, the longest first.
 * @param {readonly (readonly string[])[]} rows endings, a pattern of the letters before them, and whether any vowels may stand there
 * @returns {Ending[]}
 */
function endings(rows) {
  return rows.flatMap(([texts, before, any]) => {
    const letters = before.replace(/[A-Z]/g, (group) => groups.get(group) ?? "");
    const after = new RegExp(`(?:${letters})[ьъ]?$`);
    return texts.split(" ").map((text) => ({ text, after, harmony: any ? "" : harmonyOf(text) }));
  }).sort((one, other) => other.text.length - one.text.length);
}

/**
 * "back" or "front" by the last vowel; empty where и, у, ю or a soft sign leaves it open.
 * @param {string} text
 */
function harmonyOf(text) {
  for (let place = text.length - 1; place >= 0; place -= 1) {
    if (law.back.includes(text[place])) { return "back"; }
    if (law.front.includes(text[place])) { return "front"; }
    if (law.neutral.includes(text[place])) { return ""; }
  }
  return "";
}

/** @param {string} letter */
function isVowel(letter) { return letter !== "" && vowels.includes(letter); }

/** @param {string} letter */
function sounds(letter) { return letter === "у" || isVowel(letter); }

/** @param {string} stem */
function isEnough(stem) { return short.has(stem) || (stem.length > 2 && [...stem].some(sounds)); }

/**
 * @param {string} stem
 * @param {string} harmony
 */
function agree(stem, harmony) { return !harmony || ["", harmony].includes(harmonyOf(stem)); }

/**
 * @param {string} word
 * @param {Ending} ending
 */
function fits(word, ending) {
  if (!word.endsWith(ending.text)) { return false; }
  const stem = word.slice(0, -ending.text.length);
  return isEnough(stem) && ending.after.test(stem) && agree(stem, ending.harmony);
}

/**
 * The word without an ending of the layer: the one that leaves a known word, or the longest.
 * @param {string} word
 * @param {keyof typeof layers} layer
 */
function without(word, layer) {
  if (whole.has(word) || whole.has(unpossessed(word))) { return word; }
  const stems = layers[layer].filter((ending) => fits(word, ending)).map((ending) => word.slice(0, -ending.text.length));
  return stems.find((stem) => whole.has(stem)) ?? stems[0] ?? word;
}

/**
 * The word without -ы, -і after a consonant or у.
 * @param {string} word
 */
function unpossessed(word) {
  const stem = word.slice(0, -1);
  const last = word.slice(-1);
  const fitting = (last === "ы" || last === "і") && !isVowel(stem.slice(-1)) && isEnough(stem);
  return fitting && agree(stem, harmonyOf(last)) ? stem : word;
}

/** @param {string} word */
function inflected(word) {
  let stem = without(word, "relative") !== word ? word.slice(0, -2) : word;
  stem = without(without(stem, "case"), "ours");
  return without(whole.has(stem) ? stem : unpossessed(stem), "plural");
}

/**
 * One letter less where forms of a noun differ in it: ь, a doubled consonant, -ы, and the -с of what may be -сы.
 * @param {string} stem
 */
function cut(stem) {
  if (restored.has(stem)) { return stem; }
  const shorter = stem.slice(0, -1);
  const last = stem.slice(-1);
  const before = shorter.slice(-1);
  if (last === "ь" || (last === before && !isVowel(last))) { return shorter; }
  if (last === "с" && sounds(before) && [...stem].filter(sounds).length > 1 && isEnough(shorter)) { return shorter; }
  return unpossessed(stem);
}

/** @param {string} word */
function noun(word) {
  let stem = word;
  let before = "";
  if (/[ыі]н$/.test(stem) && !whole.has(stem) && isEnough(stem.slice(0, -1))) { stem = stem.slice(0, -1); }
  while (stem !== before && !whole.has(stem)) {
    before = stem;
    stem = cut(stem);
  }
  return stem.endsWith("у") && isEnough(stem.slice(0, -1)) && !whole.has(stem) ? verb(stem.slice(0, -1)) : ended(stem);
}

/**
 * The stem of a verb without the passive.
 * @param {string} word
 */
function verb(word) {
  let stem = word;
  for (const [passive, length] of passives) { if (passive.test(stem)) { stem = stem.slice(0, -length); } }
  return ended(unpossessed(stem));
}

/**
 * The last consonant as it is at the end of a word: кітаб- of кітабы is кітап.
 * @param {string} stem
 */
function ended(stem) { return restored.get(stem) ?? stem.slice(0, -1) + (hard.get(stem.slice(-1)) ?? stem.slice(-1)); }

/**
 * What the forms of a Kazakh word share.
 * @param {string} word
 */
export function kazakh(word) {
  const done = without(word, "finite");
  // қабілет-ін, not қабіл-етін
  if (done !== word && !whole.has(unpossessed(word.replace(/н$/, "")))) { return verb(done); }
  let stem = inflected(word);
  if (without(stem, "relative") !== stem) { stem = inflected(stem); }
  const participle = without(stem, "participle");
  return participle === stem ? noun(stem) : verb(participle);
}
