// The search page: its form and facets, results as one types, the address that holds it all.

import { BesideBox } from "./beside-box.js";
import { cards } from "./bundles.js";
import { Words, failure, filled, notice } from "./common.js";
import { element, part } from "./elements.js";
import { Facets } from "./facets.js";
import { FileError } from "./file-error.js";
import { fromFolder } from "./files.js";
import { Filters } from "./filters.js";
import { script } from "./scripts.js";
import { LONGEST, PAGE, chosen, cutShort, empty, read, write } from "./selection.js";

/** @import { Take } from "./take.js" */
/** @import { Answer, Search } from "./words.js" */

/** @typedef {NonNullable<Window["LibraryPage"]>} Own */
/** @typedef {NonNullable<Window["LibraryReadingList"]>} List */

const LATER = 90; // milliseconds without a key before results are looked for
const TOLD_LATER = 1000; // and before their number is told: until then a word may be half of one
const TOLD = ["script", "layout", "languages", "spelling", "some", "phrase"];

class SearchPage {
  #selection = empty();
  /** @type {Facets | null} */
  #facets = null;
  /** @type {Search | null} */
  #search = null;
  /** @type {Take | null} */
  #take = null;
  /** @type {number[]} */
  #shown = [];
  #turn = 0;
  #timer = 0;
  #tellIn = 0;
  #enlivened = false;

  /**
   * @param {HTMLElement} page
   * @param {Own} own
   * @param {List} readingList
   */
  constructor(page, own, readingList) {
    this.page = page;
    this.own = own;
    this.readingList = readingList;
    this.words = new Words(page);
    this.files = fromFolder(page.dataset.search ?? "");
    this.box = part(page, "#search-words", HTMLInputElement);
    this.everywhere = part(page, "[name=in]", HTMLInputElement);
    this.sort = part(page, "#search-sort", HTMLSelectElement);
    this.list = part(page, ".lib-cards");
    this.more = part(page, ".lib-results__more button");
    this.filters = new Filters(page, this.words, () => this.#selection, () => this.#chosen(true), (name) => this.#whole(name));
    this.beside = new BesideBox(page, this.words, this.files, () => this.#selection, () => this.#chosen(true));
  }

  // -- scripts that are fetched when they are first needed ----------------------------------

  async #searcher() {
    await script(this.words.settings.scripts.words);
    const fetched = window.LibrarySearch?.words;
    if (!fetched) { throw new FileError("words", "broken"); }
    this.#search ??= new fetched.Search(this.files, this.#facets?.works ?? 0);
    return this.#search;
  }

  async #taker() {
    await script(this.words.settings.scripts.take);
    const fetched = window.LibrarySearch?.Take;
    if (!fetched) { throw new FileError("take", "broken"); }
    this.#take ??= new fetched(this.page, this.files, this.words, this.own, {
      works: () => this.#shown,
      name: () => this.words.say("selectionName"), title: () => this.#heading(),
      print: (style) => {
        this.#selection.print = style;
        this.#chosen(true);
      },
      failed: (error) => failure(this.page, this.words, this.files, error, () => { /* the reader asks again */ }),
    });
    return this.#take;
  }

  // -- results -----------------------------------------------------------------------------

  /**
   * Without words no publication fits better than another.
   * @param {Answer | null} found
   */
  #order(found) {
    const { sort } = this.#selection;
    return sort && (found || sort !== "relevance") ? sort : found ? "relevance" : "newest";
  }

  /**
   * @param {number[]} numbers
   * @param {Answer | null} found
   */
  async #ordered(numbers, found) {
    const order = this.#order(found);
    if (order === "title") {
      /** @type {{ order: number[] }} */
      const file = await this.files.load(`${this.words.language}/titles.json`);
      const kept = new Set(numbers);
      return file.order.filter((number) => kept.has(number));
    }
    const scores = order === "relevance" && found ? found.scores : new Map();
    return numbers.sort((a, b) => ((scores.get(b) ?? 0) - (scores.get(a) ?? 0)) || b - a);
  }

  async #find() {
    const query = this.#selection.q.trim();
    if (!query) { return null; }
    const search = await this.#searcher();
    return search.find(query, this.words.language, this.words.settings.tags, this.#selection.all);
  }

  /**
   * Says how the question was read, where that is not as it was typed.
   * @param {Answer | null} found
   */
  #say(found) {
    const how = part(this.page, ".lib-results__how");
    how.textContent = "";
    how.hidden = !found || !TOLD.includes(found.how);
    if (!found || how.hidden) { return; }
    const typed = { typed: this.#selection.q.trim() };
    const [before, after] = this.words.text(found.how).split("{words}");
    how.append(filled(before, typed));
    if (after === undefined) { return; }
    how.append(element("a", { href: write({ ...empty(), ...this.#selection, q: found.as }) }, found.as), filled(after, typed));
  }

  /** @param {Answer | null} found */
  #mark(found) {
    const fetched = window.LibrarySearch?.words;
    if (!("Highlight" in window) || !("highlights" in CSS)) { return; }
    CSS.highlights.delete("found");
    if (!found || !this.#search || !fetched) { return; }
    const asWritten = ["words", "some", "phrase"].includes(found.how);
    const wanted = this.#search.wordsOf(asWritten ? this.#selection.q : found.as, this.words.language);
    const ranges = fetched.ranges(this.list, wanted, this.words.language);
    if (ranges.length) { CSS.highlights.set("found", new Highlight(...ranges)); }
  }

  async #render() {
    this.#turn += 1;
    const mine = this.#turn;
    this.page.setAttribute("aria-busy", "true");
    try {
      await this.#show(() => mine === this.#turn);
    } catch (error) {
      if (mine === this.#turn) { failure(this.page, this.words, this.files, error, () => this.#render()); }
    }
    if (mine !== this.#turn) { return; }
    this.page.removeAttribute("aria-busy");
    this.page.dataset.turn = String(mine);
    performance.mark("search-settled");
  }

  /**
   * Shows what is chosen, unless something else is chosen meanwhile.
   * @param {() => boolean} current
   */
  async #show(current) {
    const facets = this.#facets;
    if (!facets) { return; }
    const found = await this.#find();
    if (!current()) { return; }
    const bytes = found && new Uint8Array(facets.works);
    for (const number of found?.scores.keys() ?? []) { if (bytes) { bytes[number] = 1; } }
    this.filters.count(facets.counts(this.#selection.values, bytes));
    this.filters.chips();
    const left = facets.left(this.#selection.values, bytes, null);
    const numbers = await this.#ordered([...left.keys()].filter((number) => left[number]), found);
    if (!current()) { return; }
    this.#shown = numbers;
    const made = await cards(this.files, this.words.language, numbers.slice(0, this.#selection.show));
    if (!current()) { return; }
    this.#fill(made, found);
    await this.beside.show(current);
    if (this.#selection.print && numbers.length) {
      await (await this.#taker()).show(this.#selection.print, this.#heading(), () => this.#back());
    } else {
      this.#take?.hide();
    }
  }

  /**
   * @param {Element[]} made
   * @param {Answer | null} found
   */
  #fill(made, found) {
    const { page, words, list, more, sort } = this;
    const { length } = this.#shown;
    this.#say(length ? found : null);
    list.replaceChildren(...made);
    this.readingList.show(list);
    this.#take?.offer(made);
    this.#take?.count();
    this.#count(length ? `${words.plural("publications", length)}, ${words.say(this.#order(found))}` : `${words.say("none")} ${words.say("noneWays")}`);
    this.filters.show(length);
    const further = length > made.length;
    more.hidden = !further;
    part(page, ".lib-results__more span").textContent = further ? words.say("shown", { shown: words.number(made.length), number: words.number(length) }) : "";
    part(page, ".lib-results__tools").hidden = !length;
    // Not the order that there is, but the one that was asked for: a list that changed by itself would be told as if the reader had gone there.
    sort.value = this.#selection.sort || "relevance";
    part(page, ".lib-results").hidden = false;
    this.#mark(found);
  }

  /** @param {string} text what was found, and in which order */
  #count(text) {
    part(this.page, ".lib-results__status").textContent = text;
    if (this.#tellIn && !this.#timer) { this.own.tell(text, "count", this.#tellIn); }
  }

  /** What a list to be printed holds. */
  #heading() {
    const query = this.#selection.q.trim();
    const values = chosen(this.#selection).map(([facet, value]) => this.filters.label(facet, value));
    const named = query ? [this.words.say("quoted", { words: query }), ...values] : values;
    return (named.length ? `${named.join(" · ")}: ` : "") + this.words.plural("publications", this.#shown.length);
  }

  #back() {
    this.#selection.print = "";
    this.#take?.hide();
    this.#chosen(true);
    part(this.page, ".lib-take summary").focus();
  }

  // -- the address -------------------------------------------------------------------------

  /**
   * The selection has changed.
   * @param {boolean} step the reader can go back to the one before
   */
  #chosen(step) {
    this.#tellIn = step ? 1 : TOLD_LATER;
    const wanted = location.pathname + write(this.#selection);
    if (wanted !== location.pathname + location.search) { history[step ? "pushState" : "replaceState"](null, "", wanted); }
    this.#links();
    return this.#render();
  }

  /** The other languages of this page keep the search. */
  #links() {
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".lib-languages a"))) { link.search = write(this.#selection); }
  }

  /**
   * Fetches all values of a facet of which the page has the first ones alone; whether it did.
   * @param {string} name
   * @returns {Promise<boolean>}
   */
  async #whole(name) {
    const facets = this.#facets;
    if (!facets?.long.includes(name)) { return false; }
    try {
      /** @type {Promise<{ values: Record<string, string> }>} */
      const numbered = this.files.load(`facets/${name}.json`);
      /** @type {Promise<{ values: [string, string, number][] }>} */
      const called = this.files.load(`${this.words.language}/facets/${name}.json`);
      const [numbers, labels] = await Promise.all([numbered, called]);
      facets.set(name, numbers.values);
      this.filters.list(name, labels.values);
      facets.long = facets.long.filter((each) => each !== name);
    } catch (error) {
      failure(this.page, this.words, this.files, error, () => this.#fromAddress());
      return false;
    }
    return true;
  }

  async #fromAddress() {
    const { words } = this;
    // A value that the page does not have may be among those that are fetched.
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (!this.#facets?.has(name, value.toLowerCase())) { await this.#whole(name); }
    }
    const { selection, unknown, cut } = read(location.search, (facet, value) => Boolean(this.#facets?.has(facet, value)));
    if (selection.print && !words.settings.styles.includes(selection.print)) {
      unknown.push(["print", selection.print]);
      selection.print = "";
    }
    this.#selection = selection;
    this.#tellIn = write(selection) ? TOLD_LATER : 0;
    this.box.value = selection.q;
    this.everywhere.checked = selection.all;
    const what = unknown.slice(0, 5).map(([name, value]) => `${name} = ${value.slice(0, 60)}`).join("; ");
    notice(this.page, [what && words.say("unknown", { what }), cut ? words.say("cut") : ""].filter(Boolean).join(" "));
    this.#links();
    return this.#render();
  }

  // -- events ------------------------------------------------------------------------------

  #typed() {
    const selection = this.#selection;
    notice(this.page, [...this.box.value].length > LONGEST ? this.words.say("cut") : "");
    selection.q = cutShort(this.box.value);
    selection.show = PAGE;
    selection.sort = selection.sort === "relevance" ? "" : selection.sort;
  }

  #listen() {
    const { page, box, everywhere, sort } = this;
    box.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.own.tell("", "count"); // of half a word
      this.#timer = setTimeout(() => {
        this.#timer = 0;
        this.#typed();
        this.#chosen(false);
      }, LATER);
    });
    box.addEventListener("focus", () => this.#searcher().catch(() => { /* said when a word is looked for */ }), { once: true });
    part(page, "#search-form").addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#typed();
      this.#chosen(true);
    });
    everywhere.addEventListener("change", () => {
      this.#selection.all = everywhere.checked;
      this.#chosen(true);
    });
    sort.addEventListener("change", () => {
      this.#selection.sort = sort.value === "relevance" ? "" : sort.value;
      this.#chosen(true);
    });
    this.more.addEventListener("click", () => this.#showMore());
    part(page, ".lib-take").addEventListener("toggle", () => this.#openTake());
    // For Zotero, once the reader moves about: a first result on a slow line is to cost no more for it.
    const ready = () => this.#taker().then((take) => take.offer([...this.list.children]), () => { /* offered with the next results */ });
    for (const event of ["pointermove", "scroll"]) { addEventListener(event, ready, { once: true }); }
    addEventListener("popstate", () => this.#fromAddress());
  }

  /** Further cards, with the keyboard on the first of them. */
  #showMore() {
    const before = this.list.children.length;
    this.#selection.show += PAGE;
    this.#chosen(false);
    const wait = new MutationObserver(() => {
      if (this.list.children.length > before) {
        wait.disconnect();
        part(this.list.children[before], "a").focus();
      }
    });
    wait.observe(this.list, { childList: true });
  }

  /** Until its script is there, nothing in the panel would answer. */
  async #openTake() {
    const panel = part(this.page, ".lib-take__panel");
    panel.inert = !this.#take;
    try {
      await this.#taker();
      panel.inert = false;
    } catch (error) {
      failure(this.page, this.words, this.files, error, () => {
        this.#taker().then(() => { panel.inert = false; }, () => { /* still not there */ });
      });
    }
  }

  async start() {
    const { page } = this;
    try {
      this.#facets = new Facets(await this.files.load("facets.json"));
      if (!this.#enlivened) {
        this.filters.enliven();
        this.#listen();
        const box = /** @type {HTMLElement | null} */ (this.everywhere.closest("p"));
        if (box) { box.hidden = false; }
        this.#enlivened = true;
      }
      await this.#fromAddress();
    } catch (error) {
      page.classList.add("has-failed");
      failure(page, this.words, this.files, error, () => {
        page.classList.remove("has-failed");
        this.start();
      });
    }
  }
}

const found = /** @type {HTMLElement | null} */ (document.querySelector(".lib-search"));
// Where a script did not come, the page is left as it is without any.
if (found && window.LibraryPage && window.LibraryReadingList) {
  const search = new SearchPage(found, window.LibraryPage, window.LibraryReadingList);
  found.classList.add("is-live");
  search.start();
}
