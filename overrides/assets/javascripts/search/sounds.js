// How a word sounds, roughly, in Hangul and in Latin letters: a foreign name is found by the one where it is held in the other.
// After the Revised Romanization of Korean; what Hangul does not tell apart (b, v, p, f; l, r; z, j, s) is one.

import { withoutParticle } from "./korean.js";

const LEADS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ");
const VOWELS = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu  ui i".split(" ");
const TAILS = [..." gggnnndrrrrrrrrmbbssnjckdph"].map((letter) => letter.trim());
const FIRST = 0xac00;
const ENOUGH = 4;

/** @param {string} word */
function romanised(word) {
  return [...word].map((syllable) => {
    const code = syllable.charCodeAt(0) - FIRST;
    return LEADS[Math.floor(code / 588)] + VOWELS[Math.floor(code / 28) % 21] + TAILS[code % 28];
  }).join("");
}

/** @param {string} letters */
function roughly(letters) {
  return letters.toLowerCase().replace(/^kn/, "n").replace(/ng/g, "n").replace(/x/g, "ks").replace(/[bvf]/g, "p").replace(/l/g, "r")
    .replace(/[gq]/g, "k").replace(/d/g, "t").replace(/ch|sh|[cjz]/g, "s").replace(/[hyw]/g, "").replace(/(.)\1+/g, "$1");
}

/** @param {string} rough */
function consonants(rough) { return rough.replace(/[aeiou]/g, ""); }

/**
 * Those of the written words that sound as a Hangul word does, whole, or for long ones in their consonants.
 * @template {{ word: string, key: string }} Word
 * @param {string} word
 * @param {readonly Word[]} written with their keys in Latin letters
 * @returns {Word[]}
 */
export function soundingAlike(word, written) {
  const forms = [word, ...withoutParticle(word)].filter((form) => /^[\uac00-\ud7a3]{2,}$/.test(form)).map((form) => roughly(romanised(form)));
  const whole = new Set(forms.filter((form) => form.length >= ENOUGH));
  const bare = new Set(forms.map(consonants).filter((form) => form.length >= ENOUGH));
  const latin = written.filter((each) => each.key).map((each) => ({ each, rough: roughly(each.key) }));
  const same = latin.filter(({ rough }) => whole.has(rough));
  return (same.length ? same : latin.filter(({ rough }) => bare.has(consonants(rough)))).map(({ each }) => each);
}
