// What the search page and the reading list say: words and notices.

import { element, part } from "./elements.js";

/** @import { Files } from "./files.js" */

/**
 * What stands beside the words in a page's JSON (hooks/library/pages/search.py).
 * @typedef {object} Settings
 * @property {string} language
 * @property {string} group what stands between thousands
 * @property {string} root the language's root, with a slash at its end
 * @property {string[]} tags languages of the site
 * @property {string[]} editions languages of the editions that this page's readers want, the best first
 * @property {string[]} styles
 * @property {{ words: string, take: string, beside: string }} scripts addresses
 */

/** @typedef {Partial<Record<Intl.LDMLPluralRule, string>>} Forms */

/**
 * A text with its places filled; a place of another name stays as it is.
 * @param {string} text
 * @param {Readonly<Record<string, string>>} values
 */
export function filled(text, values) {
  const known = new Map(Object.entries(values));
  return text.replace(/\{(\w+)\}/g, (found, name) => known.get(name) ?? found);
}

/** A page's own words and numbers, from the JSON that stands in it. */
export class Words {
  /** @type {Map<string, string | Forms>} */
  #texts;

  /** @param {Element} page */
  constructor(page) {
    const read = JSON.parse(part(page, "[data-words]").textContent ?? "");
    this.#texts = new Map(Object.entries(read));
    /** @type {Settings} */
    this.settings = read;
    this.language = this.settings.language;
  }

  /** @param {string} key */
  text(key) { return String(this.#texts.get(key)); }

  /**
   * @param {string} key
   * @param {Readonly<Record<string, string>>} [values]
   */
  say(key, values = {}) { return filled(this.text(key), values); }

  /** @param {number} number */
  number(number) { return String(number).replace(/\B(?=(\d{3})+$)/g, this.settings.group); }

  /**
   * @param {string} key
   * @param {number} number
   */
  plural(key, number) {
    const forms = /** @type {Forms} */ (this.#texts.get(key));
    // Some browsers do not know every language; then the form for one and for many must do.
    const known = Intl.PluralRules.supportedLocalesOf(this.language).length;
    const category = known ? new Intl.PluralRules(this.language).select(number) : number === 1 ? "one" : "other";
    return filled(forms[category] ?? forms.other ?? forms.many ?? forms.one ?? "", { number: this.number(number) });
  }
}

/**
 * Puts a notice with a way on above everything; an empty one takes the last away.
 * @param {Element} page
 * @param {string} text
 * @param {string} [label]
 * @param {() => void} [act]
 */
export function notice(page, text, label, act) {
  const place = part(page, ".lib-search__notices");
  place.textContent = "";
  window.LibraryPage?.tell(text, "notice");
  if (!text) { return; }
  const box = element("p", { class: "lib-notice" }, `${text} `);
  if (label && act) {
    const button = element("button", { class: "lib-button", type: "button" }, label);
    button.addEventListener("click", act);
    box.append(button);
  }
  place.append(box);
}

/**
 * Says what went wrong, and offers to try again with every file read anew.
 * @param {Element} page
 * @param {Words} words
 * @param {Files} files
 * @param {unknown} error
 * @param {() => void} again
 */
export function failure(page, words, files, error, again) {
  const reason = error instanceof Error && "reason" in error ? String(error.reason) : "broken";
  const stale = reason === "stale";
  notice(page, words.say(reason), words.say(stale ? "reload" : "again"), () => {
    if (stale) {
      location.reload();
      return;
    }
    notice(page, "");
    files.forget();
    again();
  });
}
