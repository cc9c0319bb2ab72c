// From words to works. Each word of a question is looked up in the files of words that it may stand in; where a word is not
// there, other ways to read it are tried, in this order: another script, another keyboard layout, the other languages, another
// spelling.

import { markup } from "./bundles.js";
import { withoutParticle } from "./korean.js";
import { Language } from "./language.js";
import { otherLayoutsOfQuery } from "./layouts.js";
import { HANGUL_SYLLABLE, tokens } from "./letters.js";
import { distance, skeleton } from "./likeness.js";
import { numbered } from "./numbers.js";
import { hasPhrase, parted } from "./question.js";
import { all, merge, scores, some } from "./scores.js";
import { shortened } from "./shortened.js";
import { soundingAlike } from "./sounds.js";
import { isStopword, stem } from "./stems.js";

/** @import { Files } from "./files.js" */
/** @import { Written } from "./language.js" */
/** @import { Question } from "./question.js" */
/** @import { Scores, Weighed } from "./scores.js" */

/** @typedef {{ words: string[], found: Scores[], scores: Scores }} Tried words, the works that have each, and those that have all */
/** @typedef {"words" | "script" | "layout" | "languages" | "spelling" | "some" | "phrase" | "none"} How a question was read */
/** @typedef {{ scores: Scores, how: How, as: string }} Answer `as`: the words, where they are not those that were typed */
/** @typedef {(word: string, written: readonly Written[], last: boolean, tag: string) => readonly { word: string }[]} Choose */

const PARTICLE = /^[은는이가을를의에와과도로만]$/;
const ROMANISED = ["ru", "kk"];
const WORDS_TRIED = 12;
const CORRECTIONS = 3;

/**
 * Whether a token is those before it, joined.
 * @param {readonly string[]} found
 * @param {number} place
 */
function joined(found, place) {
  let before = "";
  for (let at = place - 1; at >= 0 && before.length < found[place].length; at -= 1) {
    before = found[at] + before;
    if (before === found[place] && at < place - 1) { return true; }
  }
  return false;
}

/**
 * Words that read alike in another script.
 * @type {Choose}
 */
function readAlike(word, written, last, tag) {
  if (HANGUL_SYLLABLE.test(word)) { return soundingAlike(word, written); }
  const key = skeleton(word);
  if (key.length < 3) { return []; }
  const stemmed = skeleton(stem(word, tag));
  const same = written.filter((each) => each.key === key || (stemmed.length > 3 && each.key === stemmed));
  return same.length || !last ? same : written.filter((each) => each.key.startsWith(key));
}

/**
 * Words that differ by a letter or two.
 * @type {Choose}
 */
function nearest(word, written, _last, tag) {
  const key = skeleton(word);
  const hangul = HANGUL_SYLLABLE.test(word);
  const stemmed = stem(word, tag);
  const { length } = [...word];
  const limit = hangul ? (length > 3 ? 2 : 1) : length < 4 ? 0 : length < 8 ? 1 : 2;
  if (!limit) { return []; }
  return written.flatMap((each) => {
    if (HANGUL_SYLLABLE.test(each.word) !== hangul) { return []; }
    const steps = Math.min(
      distance(word, each.word, limit),
      hangul || !key ? limit + 1 : distance(key, each.key, limit) + 0.3,
      hangul ? limit + 1 : distance(stemmed, each.stem, limit) + 0.2,
    );
    return steps > limit + 0.3 ? [] : [{ word: each.word, works: each.works, steps: steps + (each.word[0] === word[0] ? 0 : 0.4) }];
  }).sort((a, b) => a.steps - b.steps || b.works - a.works || (a.word < b.word ? -1 : 1)).slice(0, CORRECTIONS);
}

/**
 * What several languages gave, or null where none gave anything.
 * @param {readonly { words: string[], scores: Scores }[]} results
 * @param {How} how
 * @returns {Answer | null}
 */
function merged(results, how) {
  const having = results.filter((result) => result.scores.size);
  return having.length ? { scores: merge(having.map((result) => result.scores)), how, as: having[0].words.join(" ") } : null;
}

export class Search {
  /** @type {Map<string, Language>} */
  #languages = new Map();
  /** @type {Files} */
  #files;
  /** @type {number} */
  #works;

  /**
   * @param {Files} files
   * @param {number} works how many there are
   */
  constructor(files, works) {
    this.#files = files;
    this.#works = works;
  }

  /** @param {string} tag */
  #language(tag) {
    const known = this.#languages.get(tag) ?? new Language(tag, this.#files);
    this.#languages.set(tag, known);
    return known;
  }

  /**
   * The words that count of a question; where there are stop words only, none. The parts of a hyphenated word stand for it, and
   * a particle behind a foreign name (Baimenov의) for nothing.
   * @param {string} query
   * @param {string} tag
   */
  wordsOf(query, tag) {
    const found = tokens(parted(query).words);
    return found.filter((token, place) => {
      if (found.indexOf(token) < place || isStopword(token, tag)) { return false; }
      if (place > 0 && !HANGUL_SYLLABLE.test(found[place - 1]) && PARTICLE.test(token)) { return false; }
      return !(place > 1 && joined(found, place));
    }).slice(0, WORDS_TRIED);
  }

  // -- one word ----------------------------------------------------------------------------

  /**
   * Entries of one word as it stands.
   * @param {string} word
   * @param {Language} language
   * @param {boolean} last it may be unfinished
   */
  async #asWritten(word, language, last) {
    if (HANGUL_SYLLABLE.test(word)) { return this.#hangul(word, language, last); }
    const stemmed = stem(word, language.tag);
    const entries = await language.term(stemmed);
    return entries.length || !last ? entries : language.beginning(word, stemmed);
  }

  /**
   * Entries of a Hangul word: what begins so, and what begins so without its particle. A particle of one syllable may be the end
   * of a noun as well (평가), so what is found without it counts less.
   * @param {string} word
   * @param {Language} language
   * @param {boolean} last
   */
  async #hangul(word, language, last) {
    const found = await Promise.all([language.beginning(word, word), ...withoutParticle(word).map(async (form) => {
      const certain = [...word].length - [...form].length > 1;
      // One syllable begins too many words: it is looked up as it is.
      const entries = await (form.length > 1 ? language.beginning(form, form) : language.term(form));
      return entries.map(([weight, entry]) => /** @type {Weighed} */ ([weight * (certain ? 0.9 : 0.5), entry]));
    })]);
    const entries = found.flat();
    return entries.length || !last ? entries : language.unfinished(word);
  }

  /**
   * Scores of each word; an empty map where a word is nowhere.
   * @param {readonly string[]} words
   * @param {Language} language
   */
  #each(words, language) {
    return Promise.all(words.map(async (word, place) => {
      const whole = scores(await this.#asWritten(word, language, place === words.length - 1), this.#works);
      return merge([whole, await this.#inParts(word, language, whole)]);
    }));
  }

  /**
   * Works that have both parts of a word that others write as two (공무원교육, госслужба).
   * @param {string} word
   * @param {Language} language
   * @param {Scores} whole
   * @returns {Promise<Scores>}
   */
  async #inParts(word, language, whole) {
    const short = shortened(word, language.tag);
    if (short) { return whole.size ? new Map() : this.#both(...short, language); }
    const letters = [...word];
    if (!HANGUL_SYLLABLE.test(word)) { return new Map(); }
    for (let at = letters.length - 2; at >= 2; at -= 1) {
      const found = await this.#both(letters.slice(0, at).join(""), letters.slice(at).join(""), language);
      if (found.size) { return found; }
    }
    return new Map();
  }

  /**
   * Works that have two words, for less than the one that was asked for.
   * @param {string} one
   * @param {string} other
   * @param {Language} language
   * @returns {Promise<Scores>}
   */
  async #both(one, other, language) {
    const first = await this.#asWritten(one, language, false);
    if (!first.length) { return new Map(); }
    const second = await this.#asWritten(other, language, false);
    const found = all([scores(first, this.#works), scores(second, this.#works)]);
    return new Map([...found].map(([number, score]) => [number, score * 0.3]));
  }

  // -- a whole question --------------------------------------------------------------------

  /**
   * @param {string} query
   * @param {string} tag
   * @returns {Promise<Tried>}
   */
  async #plainly(query, tag) {
    const counted = numbered(query);
    const tried = counted ? await this.#asked(this.wordsOf(counted, tag), tag) : null;
    return tried?.scores.size ? tried : this.#asked(this.wordsOf(query, tag), tag);
  }

  /**
   * @param {readonly string[]} words
   * @param {string} tag
   * @returns {Promise<Tried>}
   */
  async #asked(words, tag) {
    const each = await this.#each(words, this.#language(tag));
    // An initial that is nowhere, in another script, say, counts for nothing beside a name.
    const kept = words.map((word, place) => words.length === 1 || word.length > 1 || each[place].size > 0);
    const found = each.filter((_, place) => kept[place]);
    return { words: words.filter((_, place) => kept[place]), found, scores: all(found) };
  }

  /**
   * Tries to put other words in the place of those that are nowhere.
   * @param {Tried} tried
   * @param {string} tag
   * @param {Choose} choose gives candidates
   * @param {boolean} one they are alternatives, of which the first that leads to a work is taken; otherwise all count as one word
   * @returns {Promise<Tried>}
   */
  async #mended(tried, tag, choose, one) {
    if (!tried.words.length || tried.found.every((map) => map.size)) { return { ...tried, scores: new Map() }; }
    const language = this.#language(tag);
    const written = await language.written();
    const candidates = tried.words.map((word, place) => (
      tried.found[place].size ? null : choose(word, written, place === tried.words.length - 1, tag)
    ));
    const choices = await Promise.all(candidates.map(async (list, place) => {
      if (!list) { return [tried.found[place]]; }
      const maps = await Promise.all(list.map(async ({ word }) => scores(await this.#asWritten(word, language, false), this.#works)));
      return one || !maps.length ? maps : [merge(maps)];
    }));
    const words = [...tried.words];
    const found = tried.found.map((map, place) => {
      const others = tried.found.filter((each, at) => at !== place && each.size);
      const at = Math.max(choices[place].findIndex((each) => all([each, ...others]).size), 0);
      words[place] = candidates[place]?.[at]?.word ?? words[place];
      return choices[place][at] ?? map;
    });
    return { words, found, scores: all(found) };
  }

  /**
   * @param {string} query
   * @param {readonly string[]} tags
   * @returns {Promise<Answer | null>}
   */
  async #onOtherLayouts(query, tags) {
    for (const other of otherLayoutsOfQuery(query)) {
      const tried = await Promise.all(tags.map((tag) => this.#plainly(other, tag)));
      const answer = merged(tried.filter((each) => each.words.length), "layout");
      if (answer) { return { ...answer, as: other }; }
    }
    return null;
  }

  /** All works alike. */
  #everything() { return new Map(Array.from({ length: this.#works }, (_, number) => [number, 0])); }

  /**
   * Works that have the words of a question and its phrases, each as it is written, in a text that a card shows: a title, a
   * name, a summary. Of very many that have the words, the best alone are looked at; then `how` says so.
   * @param {Question} question
   * @param {string} tag
   * @returns {Promise<Answer>}
   */
  async #withPhrases(question, tag) {
    const { words } = question;
    const having = this.wordsOf(words, tag).length ? (await this.#plainly(words, tag)).scores : this.#everything();
    const numbers = [...having.keys()].sort((a, b) => (having.get(b) ?? 0) - (having.get(a) ?? 0) || b - a);
    const { read, made, cut } = await markup(this.#files, tag, numbers);
    const found = read.filter((_, place) => question.phrases.every((phrase) => hasPhrase(made[place], phrase)));
    return { scores: new Map(found.map((number) => [number, having.get(number) ?? 0])), how: cut ? "phrase" : "words", as: "" };
  }

  /**
   * Works that have one of the words or phrases that must not occur, in any of the languages asked.
   * @param {Question} question
   * @param {readonly string[]} tags
   * @returns {Promise<Set<number>>}
   */
  async #unwanted(question, tags) {
    const found = await Promise.all(tags.flatMap((tag) => question.without.map(async (unwanted) => {
      const words = this.wordsOf(unwanted, tag);
      if (words.length > 1) { return (await this.#withPhrases({ words: unwanted, phrases: [unwanted], without: [] }, tag)).scores; }
      return words.length ? scores(await this.#asWritten(words[0], this.#language(tag), false), this.#works) : new Map();
    })));
    return new Set(found.flatMap((each) => [...each.keys()]));
  }

  /**
   * What a question finds.
   * @param {string} query
   * @param {string} tag the page's language
   * @param {readonly string[]} tags those of the site
   * @param {boolean} everywhere
   * @returns {Promise<Answer>}
   */
  async find(query, tag, tags, everywhere) {
    const question = parted(query);
    const { words, phrases, without } = question;
    if (!phrases.length && !without.length) { return this.#read(query, tag, tags, everywhere); }
    const here = everywhere ? tags : [tag];
    const answer = phrases.length ? await this.#phrased(question, here, everywhere ? [] : tags.filter((each) => each !== tag))
      : this.wordsOf(words, tag).length ? await this.#read(words, tag, tags, everywhere)
      : { scores: this.#everything(), how: /** @type {const} */ ("words"), as: "" };
    const unwanted = await this.#unwanted(question, answer.how === "languages" ? tags : here);
    return { ...answer, scores: new Map([...answer.scores].filter(([number]) => !unwanted.has(number))) };
  }

  /**
   * What a question with phrases finds, in the other languages where there is nothing in those that were asked.
   * @param {Question} question
   * @param {readonly string[]} asked
   * @param {readonly string[]} others
   * @returns {Promise<Answer>}
   */
  async #phrased(question, asked, others) {
    const within = async (/** @type {readonly string[]} */ tags) => {
      const found = await Promise.all(tags.map((tag) => this.#withPhrases(question, tag)));
      const how = found.some((each) => each.how === "phrase") ? "phrase" : "words";
      return { scores: merge(found.map((each) => each.scores)), how: /** @type {How} */ (how), as: "" };
    };
    const first = await within(asked);
    if (first.scores.size) { return first; }
    const elsewhere = await within(others);
    return elsewhere.scores.size ? { ...elsewhere, how: "languages" } : first;
  }

  /**
   * What the words of a question find, read in every way.
   * @param {string} query
   * @param {string} tag
   * @param {readonly string[]} tags
   * @param {boolean} everywhere
   * @returns {Promise<Answer>}
   */
  async #read(query, tag, tags, everywhere) {
    /** @type {Answer} */
    const none = { scores: new Map(), how: "none", as: "" };
    if (!this.wordsOf(query, tag).length) { return none; }
    const asked = everywhere ? tags : [tag];
    const others = everywhere ? [] : tags.filter((each) => each !== tag);
    const plainly = (/** @type {string} */ each) => this.#plainly(query, each);
    const tried = await Promise.all(asked.map(plainly));
    const found = merged(tried, "words") ?? await this.#inScript(tried, asked) ?? await this.#onOtherLayouts(query, asked);
    if (found) { return found; }
    const elsewhere = await Promise.all(others.map(plainly));
    // Only words of these are typed in Latin letters; names stand in every language's files.
    const typed = others.filter((each) => ROMANISED.includes(each));
    return merged(elsewhere, "languages")
      ?? await this.#respelt(tried, asked)
      ?? await this.#inScript(typed.map((each) => elsewhere[others.indexOf(each)]), typed)
      ?? await this.#onOtherLayouts(query, others)
      ?? await this.#respelt(elsewhere, others)
      ?? merged(tried.map(({ words, found: each }) => ({ words, scores: words.length > 1 ? some(each) : new Map() })), "some")
      ?? none;
  }

  /**
   * @param {readonly Tried[]} tried
   * @param {readonly string[]} tags
   */
  async #inScript(tried, tags) {
    return merged(await Promise.all(tried.map((each, place) => this.#mended(each, tags[place], readAlike, false))), "script");
  }

  /**
   * @param {readonly Tried[]} tried
   * @param {readonly string[]} tags
   */
  async #respelt(tried, tags) {
    return merged(await Promise.all(tried.map((each, place) => this.#mended(each, tags[place], nearest, true))), "spelling");
  }
}
