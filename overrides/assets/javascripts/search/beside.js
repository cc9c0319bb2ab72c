// Other records than publications, and what others have: found by the same words and filters, and never counted with publications.

import { element } from "./elements.js";
import { tokens } from "./letters.js";
import { skeleton } from "./likeness.js";
import { hasPhrase, parted } from "./question.js";
import { isStopword, stem } from "./stems.js";

/** @import { Words } from "./common.js" */
/** @import { Files } from "./files.js" */
/** @import { Selection } from "./selection.js" */

/** @typedef {[kind: string, address: string, title: string, language: string, facts: string, text: string, facets: Record<string, string[]>]} Told hooks/library/search/beside.py */

// With fewer letters too many words begin so.
const SHORTEST_BEGINNING = 3;

/**
 * Whether a text has a word in any form, or in another script; one that is being typed may be its beginning.
 * @param {readonly string[]} held words of the text
 * @param {string} word
 * @param {readonly string[]} tags languages in which the text may be
 */
function hasWord(held, word, tags) {
  const stems = new Set(tags.map((tag) => stem(word, tag)));
  const key = skeleton(word);
  return held.some((each) => each === word || (word.length >= SHORTEST_BEGINNING && each.startsWith(word))
    || tags.some((tag) => stems.has(stem(each, tag))) || (key.length >= SHORTEST_BEGINNING && skeleton(each) === key));
}

/**
 * @param {Told} told
 * @param {Selection} selection
 * @param {readonly string[]} tags
 */
function fits([, , title, , , text, facets], selection, tags) {
  const held = new Map(Object.entries(facets));
  for (const [facet, values] of selection.values) {
    if (values.length && !values.some((value) => held.get(facet)?.includes(value))) { return false; }
  }
  const { words, phrases, without } = parted(selection.q);
  const asked = tokens(words).filter((word) => !tags.some((tag) => isStopword(word, tag)));
  if (!asked.length && !phrases.length && !without.length) { return true; }
  const whole = `${title}\n${text}`;
  const found = tokens(whole);
  return asked.every((word) => hasWord(found, word, tags)) && phrases.every((phrase) => hasPhrase(whole, phrase))
    && !without.some((unwanted) => tokens(unwanted).every((word) => hasWord(found, word, tags)));
}

/**
 * @param {Told} told
 * @param {string} root
 */
function line([, address, title, language, facts], root) {
  const made = element("li");
  const path = address.includes("#") ? address : `${address}/`;
  made.append(element("a", { href: root + path, ...(language ? { lang: language } : {}) }, title));
  if (facts) { made.append(" ", element("small", {}, facts)); }
  return made;
}

/**
 * The records that fit a selection, in a list for each kind under its number.
 * @param {Files} files
 * @param {Words} words
 * @param {Selection} selection
 * @returns {Promise<Element[]>}
 */
export async function beside(files, words, selection) {
  const { root, tags, language } = words.settings;
  /** @type {{ records: Told[] }} */
  const file = await files.load(`${language}/beside.json`);
  const fitting = file.records.filter((told) => fits(told, selection, tags));
  /** @type {Map<string, Told[]>} */
  const groups = new Map();
  for (const told of fitting) { groups.set(told[0], [...groups.get(told[0]) ?? [], told]); }
  if (!groups.size) { return [element("p", {}, words.say("besideNone"))]; }
  return [...groups].flatMap(([kind, held]) => {
    const list = element("ul", { class: "lib-events" });
    list.append(...held.map((told) => line(told, root)));
    return [element("h3", {}, words.plural(`beside-${kind}`, held.length)), list];
  });
}
