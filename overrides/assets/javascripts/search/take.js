// Taking away what the reader sees: files for reference managers, a bibliography to copy, to download or to print.

import { bookOfWorks } from "./books.js";
import { references } from "./bundles.js";
import { composed } from "./citation-files.js";
import { offer } from "./coins.js";
import { download } from "./download.js";
import { editionsOf } from "./editions.js";
import { element, part } from "./elements.js";
import { BOOK, FormatsForm, dated } from "./formats-form.js";

/** @import { Words } from "./common.js" */
/** @import { Files } from "./files.js" */

/**
 * @typedef {object} Options
 * @property {() => readonly number[]} works numbers of what the page shows
 * @property {() => string} name the files' name
 * @property {() => string} title of a book of them
 * @property {(style: string) => void} print opens the page for printing
 * @property {(error: unknown) => void} failed says what went wrong
 */

/** @typedef {{ item: HTMLLIElement, text: string, number: number }} Reference */

// Styles whose bibliographies are numbered, and the one whose order is the reader's own.
const NUMBERED = new Set(["gost", "gost-full", "vancouver"]);
const OWN_ORDER = "vancouver";
/**
 * @param {string} style
 * @param {readonly Reference[]} made
 */
function plain(style, made) {
  const lines = made.map(({ text }, place) => (NUMBERED.has(style) ? `${place + 1}. ${text}` : text));
  return `${lines.join("\n\n")}\n`;
}

export class Take {
  /**
   * @param {Element} page
   * @param {Files} files
   * @param {Words} words
   * @param {NonNullable<Window["LibraryPage"]>} own what the page's first script brought
   * @param {Options} options
   */
  constructor(page, files, words, own, options) {
    this.page = page;
    this.files = files;
    this.words = words;
    this.own = own;
    this.options = options;
    this.#bind();
  }

  #bind() {
    const { page, own } = this;
    const style = part(page, ".lib-take__style", HTMLSelectElement);
    const wanted = own.remembered("library-style");
    if (wanted && [...style.options].some((option) => option.value === wanted)) { style.value = wanted; }
    style.addEventListener("change", () => own.remember("library-style", style.value));
    const form = new FormatsForm(part(page, ".lib-formats"), {
      make: (ending, every) => this.#file(ending, every),
      failed: (error) => this.options.failed(error),
      told: (copied) => this.say(copied ? `${this.words.say("copied")}: ${form.label}` : this.words.say("failed")),
    });
    part(page, ".lib-take").addEventListener("toggle", () => this.count());
    this.count();
    part(page, "[data-bibliography=copy]").addEventListener("click", () => this.#guard(this.#copy(style.value)));
    part(page, "[data-bibliography=file]").addEventListener("click", () => this.#guard(this.#text(style.value)));
    part(page, "[data-bibliography=print]").addEventListener("click", () => this.options.print(style.value));
  }

  /**
   * Zotero finds the first works of the page in their cards.
   * @param {readonly Element[]} cards
   */
  offer(cards) { return offer(cards, this.files, this.options.works().slice(0, cards.length), this.words.settings.editions); }

  /** @param {string} text */
  say(text) {
    part(this.page, ".lib-take__status").textContent = text;
    this.own.tell(text, "take");
  }

  /** @param {Promise<void>} work */
  async #guard(work) {
    try { await work; } catch (error) { this.options.failed(error); }
  }

  /** What the page shows: how many works, and which editions of them. */
  async #held() {
    const numbers = this.options.works();
    return { numbers, ...await editionsOf(this.files, numbers, this.words.settings.editions) };
  }

  /** Says how many works and editions there are; where each work has one edition there is nothing to choose. */
  async count() {
    const { page, words } = this;
    if (!part(page, ".lib-take", HTMLDetailsElement).open) { return; }
    // What cannot be counted is told when it is asked for.
    const held = await this.#held().catch(() => null);
    if (!held) { return; }
    const { numbers, editions } = held;
    part(page, ".lib-entries").hidden = editions === numbers.length;
    part(page, "[data-works]").textContent = words.plural("publications", numbers.length);
    part(page, "[data-editions]").textContent = words.plural("inEditions", editions);
  }

  /**
   * A file of citations, joined as the library's own files are.
   * @param {string} ending
   * @param {boolean} every edition, or that alone of each work which the page offers
   */
  async #file(ending, every) {
    const { numbers, places, day } = await this.#held();
    if (ending === BOOK) { return { made: await this.#book(day), name: dated(this.options.name(), day) }; }
    return { made: await composed(this.files, numbers, ending, every ? undefined : places), name: dated(this.options.name(), day) };
  }

  /** @param {string} day */
  async #book(day) {
    const made = await this.#references(part(this.page, ".lib-take__style", HTMLSelectElement).value);
    const set = new Map(made.map(({ item, number }) => [number, item]));
    return bookOfWorks(this.files, this.words, this.options.works(), set, this.options.title(), day);
  }

  /**
   * One reference a work: of the edition that its page offers, which is the one in the page's language or in the next best, or the original.
   * @param {string} style
   */
  async #references(style) {
    const numbers = this.options.works();
    const { language, settings: { editions: wanted } } = this.words;
    /** @type {[language: string, html: string][][]} */
    const works = await references(this.files, `references/${style}`, numbers);
    const made = works.map((editions, place) => {
      const [tag, html] = wanted.map((each) => editions.find(([has]) => has === each)).find(Boolean) ?? editions[0];
      const item = element("li", tag ? { lang: tag } : {});
      item.append(this.own.ownMarkup(html));
      this.own.stampDays(item);
      return { item, text: item.textContent ?? "", number: numbers[place] };
    });
    // Russian stands in for Kazakh where a browser does not know its alphabet.
    const order = new Intl.Collator([language, "ru"], { numeric: true });
    return style === OWN_ORDER ? made : made.sort((a, b) => order.compare(a.text, b.text));
  }

  /** @param {string} style */
  async #list(style) {
    const made = await this.#references(style);
    const list = element(NUMBERED.has(style) ? "ol" : "ul", { class: "lib-bibliography" });
    list.append(...made.map(({ item }) => item));
    return { list, made };
  }

  /** @param {string} style */
  async #text(style) {
    const made = await this.#references(style);
    const { day } = await this.#held();
    download(plain(style, made), "text/plain", `${dated(this.options.name(), day)}-${style}.txt`);
  }

  /** @param {string} style */
  async #copy(style) {
    const { list, made } = await this.#list(style);
    const holder = element("div", { class: "lib-hidden" });
    holder.append(list);
    this.page.append(holder);
    const copied = await this.own.copy(list, true, plain(style, made));
    holder.remove();
    this.say(this.words.say(copied ? "copied" : "failed"));
  }

  /**
   * Shows the page for printing in the place of the list.
   * @param {string} style
   * @param {string} heading says what it holds
   * @param {() => void} back
   */
  async show(style, heading, back) {
    const place = part(this.page, ".lib-printing");
    const { list, made } = await this.#list(style);
    /** @type {{ addresses: string[] }} */
    const { addresses } = await this.files.load("addresses.json");
    for (const { item, number } of made) {
      const address = new URL(`${this.words.settings.root}${addresses[number]}/`, location.href).href;
      const line = element("span", { class: "lib-bibliography__address" });
      line.append(element("a", { href: address }, address));
      item.append(line);
    }
    part(place, ".lib-printing__what").textContent = heading;
    part(place, ".lib-printing__list").replaceChildren(list);
    part(place, "[data-print]").onclick = () => window.print();
    part(place, "[data-back]").onclick = back;
    place.hidden = false;
    this.page.classList.add("is-printing");
    part(place, "h2").focus();
  }

  hide() {
    part(this.page, ".lib-printing").hidden = true;
    this.page.classList.remove("is-printing");
  }
}
