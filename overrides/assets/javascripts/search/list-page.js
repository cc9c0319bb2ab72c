// The reading list's page: the browser's own list, or one that came with the address.

import { cards } from "./bundles.js";
import { Words, failure, notice } from "./common.js";
import { element, part } from "./elements.js";
import { fromFolder } from "./files.js";
import { Take } from "./take.js";

/** @typedef {NonNullable<Window["LibraryPage"]>} Own */
/** @typedef {NonNullable<Window["LibraryReadingList"]>} List */
/** @typedef {{ ids: string[], gone: string[], numbers: number[] }} Found ids of works that exist, of others, and the numbers of the first */

/**
 * @param {readonly string[]} a
 * @param {readonly string[]} b
 */
function same(a, b) { return a.length === b.length && a.every((id, at) => id === b[at]); }

/**
 * @param {readonly string[]} ids
 * @param {string} [style]
 */
function address(ids, style) {
  // Commas stay as they are: the address is shorter, and readable.
  const works = `${location.pathname}?works=${ids.map(encodeURIComponent).join(",")}`;
  return style ? `${works}&print=${encodeURIComponent(style)}` : works;
}

class ListPage {
  /** @type {Found} */
  #shown = { ids: [], gone: [], numbers: [] };
  #printing = "";
  #turn = 0;

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
    this.list = part(page, ".lib-cards");
    this.status = part(page, ".lib-results__status");
    this.sent = part(page, ".lib-list__sent");
    this.take = new Take(page, this.files, this.words, own, {
      works: () => this.#shown.numbers,
      name: () => this.words.say("listName"),
      title: () => part(page, "h1").textContent.trim(),
      print: (style) => {
        this.#printing = style;
        history.pushState(null, "", address(this.#shown.ids, style));
        this.#render();
      },
      failed: (error) => failure(page, this.words, this.files, error, () => { /* the reader asks again */ }),
    });
  }

  /** The ids that the address names, or null where it names none. */
  #fromAddress() {
    const text = new URLSearchParams(location.search).get("works");
    if (text === null) { return null; }
    const ids = new Set(text.split(",").map((id) => id.trim()).filter(Boolean));
    return [...ids].slice(0, this.readingList.LONGEST);
  }

  /**
   * @param {readonly string[]} ids
   * @returns {Promise<Found>}
   */
  async #found(ids) {
    /** @type {{ addresses: string[] }} */
    const { addresses } = await this.files.load("addresses.json");
    const known = new Map(addresses.map((each, number) => [each.slice(each.lastIndexOf("/") + 1), number]));
    const held = ids.filter((id) => known.has(id));
    return { ids: held, gone: ids.filter((id) => !known.has(id)), numbers: held.map((id) => known.get(id) ?? 0) };
  }

  async #render() {
    this.#turn += 1;
    const mine = this.#turn;
    this.page.setAttribute("aria-busy", "true");
    try {
      await this.#show(() => mine === this.#turn);
      if (this.#printing && this.#shown.ids.length) {
        await this.take.show(this.#printing, this.words.plural("publications", this.#shown.ids.length), () => this.#back());
      } else {
        this.take.hide();
      }
    } catch (error) {
      if (mine === this.#turn) { failure(this.page, this.words, this.files, error, () => this.#render()); }
    }
    if (mine !== this.#turn) { return; }
    this.page.removeAttribute("aria-busy");
    this.page.dataset.turn = String(mine);
  }

  /**
   * Shows the list, unless it changes meanwhile.
   * @param {() => boolean} current
   */
  async #show(current) {
    const own = this.readingList.read();
    const named = this.#fromAddress();
    const ids = named ?? own;
    const found = await this.#found(ids);
    const made = await cards(this.files, this.words.language, found.numbers);
    if (!current()) { return; }
    const { page, words } = this;
    this.#shown = found;
    this.list.replaceChildren(...made);
    this.readingList.show(this.list);
    this.take.offer(made);
    this.take.count();
    // A list that was sent is not yet the reader's own.
    const foreign = named !== null && !same(named, own);
    this.sent.hidden = !foreign;
    part(this.sent, "p").textContent = words.say("sentList");
    this.#say(ids.length ? words.plural(foreign ? "publications" : "listed", found.ids.length) : words.say("emptyList"));
    notice(page, [
      found.gone.length ? words.say("gone", { what: found.gone.slice(0, 5).map((id) => id.slice(0, 60)).join(", ") }) : "",
      this.readingList.keeps() ? "" : words.say("noStore"),
      own.length >= this.readingList.LONGEST ? words.say("full") : "",
    ].filter(Boolean).join(" "));
    part(page, ".lib-results__tools").hidden = !found.ids.length;
    part(page, "[data-empty]").hidden = !own.length || foreign;
    part(page, ".lib-results").hidden = false;
    for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".lib-languages a"))) {
      link.search = location.search;
    }
  }

  /** @param {string} text */
  #say(text) {
    this.status.textContent = text;
    // What a page opens with is read with it.
    if (this.#turn > 1) { this.own.tell(text, "count"); }
  }

  #back() {
    this.#printing = "";
    this.take.hide();
    part(this.page, ".lib-take summary").focus();
  }

  /** Copies the address under which others can open the list. */
  async #send() {
    // From a folder on the reader's own disk the list leads to the web, where a colleague can open it.
    const query = address(this.#shown.ids).slice(location.pathname.length);
    const { href } = new URL(`${this.words.settings.root}reading-list/${query}`, location.href);
    const text = element("span", { class: "lib-hidden" }, href);
    this.page.append(text);
    const copied = await this.own.copy(text, false);
    this.take.say(this.words.say(copied ? "copied" : "failed"));
    text.remove();
  }

  /**
   * Keeps another list, and says what it holds.
   * @param {readonly string[]} ids
   */
  async #keep(ids) {
    this.readingList.write(ids);
    history.replaceState(null, "", location.pathname);
    await this.#render();
    this.status.setAttribute("tabindex", "-1");
    this.status.focus();
  }

  start() {
    const { page, readingList } = this;
    part(page, "[data-send]").addEventListener("click", () => this.#send());
    part(page, "[data-adopt]").addEventListener("click", () => this.#keep([...new Set([...readingList.read(), ...this.#shown.ids])]));
    part(page, "[data-empty]").addEventListener("click", () => this.#keep([]));
    document.addEventListener("readinglist", () => {
      // A work taken out stays in sight until the page is loaded again: a slip can be undone.
      if (!this.#fromAddress()) { this.#say(this.words.plural("listed", readingList.read().length)); }
    });
    addEventListener("popstate", () => {
      this.#printing = this.#styleOfAddress();
      this.#render();
    });
    this.#printing = this.#styleOfAddress();
    this.#render();
  }

  #styleOfAddress() {
    const style = new URLSearchParams(location.search).get("print") ?? "";
    return this.words.settings.styles.includes(style) ? style : "";
  }
}

const found = /** @type {HTMLElement | null} */ (document.querySelector(".lib-list"));
// Where a script did not come, the page is left as it is without any.
if (found && window.LibraryPage && window.LibraryReadingList) {
  const list = new ListPage(found, window.LibraryPage, window.LibraryReadingList);
  found.classList.add("is-live");
  list.start();
}
