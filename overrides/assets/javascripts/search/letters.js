// Letters and words of a query as the index knows them: what hooks/library/search/analysis.py does at build time, by the same rules.

export const HANGUL_SYLLABLE = /[\uac00-\ud7a3]/;

const SPELT = new Map(Object.entries({
  "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ħ": "h", "ı": "i", "ŋ": "n", "ə": "a",
  "‘": "'", "’": "'", "ʼ": "'", "ʻ": "'", "ʹ": "'", "′": "'", "´": "'", "`": "'", "‐": "-", "‑": "-",
  "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}));
const MARKS = /[\u0300-\u036f]/g;
// Before NFKC, which makes a free-standing acute accent a space.
const BEFORE = /[´‑\u00ad\u200b-\u200d\u2060\ufeff]/gu;
const UNUSUAL = /[\u0300-\u036f\u00c0-\u024f\u0259\u02b9\u02bb\u02bc\u0451\u1e00-\u1eff‘’′‐`]/gu;

/** @param {string} letter */
function spelt(letter) {
  const known = SPELT.get(letter);
  if (known !== undefined) { return known; }
  const bare = letter.normalize("NFD").replace(MARKS, "");
  return SPELT.get(bare) ?? bare;
}

/**
 * The text without what search does not tell apart: case, width, accents of Latin letters, ё and е, kinds of apostrophe.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.replace(BEFORE, spelt).normalize("NFKC").toLowerCase().normalize("NFKC");
  return plain.replace(UNUSUAL, spelt);
}

const HANGUL = "\\u1100-\\u11ff\\ua960-\\ua97f\\uac00-\\ud7ff";
const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const PIECE = /[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu;
const RUN = new RegExp(`[a-z]+(?:'[a-z]+)+|[${HANGUL}]+|[${HAN}]|[^'${HANGUL}${HAN}]+`, "gu");
const ISBN = /^(?:(?:[0-9]-?){9}[0-9x]|(?:[0-9]-?){13})$/;
const IS_HANGUL = new RegExp(`^[${HANGUL}]`, "u");

/** @param {string} text */
function runs(text) { return text.match(RUN) ?? []; }

/** @param {string} piece */
function partsOf(piece) {
  if (!piece.includes("-")) { return runs(piece); }
  const whole = piece.replaceAll("-", "");
  if (ISBN.test(piece)) { return [whole]; }
  const parts = piece.split("-").flatMap(runs);
  return runs(whole)[0] === whole && !IS_HANGUL.test(whole) ? [...parts, whole] : parts;
}

/**
 * The words of a text in its order, folded.
 * @param {string} text
 * @returns {string[]}
 */
export function tokens(text) { return (fold(text).match(PIECE) ?? []).flatMap(partsOf); }
