// The facets beside the results: boxes to tick, their numbers, and what is chosen.

import { element, part, parts } from "./elements.js";
import { PAGE, chosen } from "./selection.js";

/** @import { Words } from "./common.js" */
/** @import { Selection } from "./selection.js" */

export class Filters {
  /**
   * @param {HTMLElement} page
   * @param {Words} words
   * @param {() => Selection} selection what is chosen now
   * @param {() => Promise<void>} changed
   * @param {(name: string) => Promise<boolean>} whole fetches a facet's further values and lists them; true where it did
   */
  constructor(page, words, selection, changed, whole) {
    this.page = page;
    this.words = words;
    this.selection = selection;
    this.changed = changed;
    this.whole = whole;
  }

  /** @returns {[name: string, facet: HTMLElement][]} */
  #facets() { return [...parts(this.page, "[data-facet]")].map((facet) => [facet.dataset.facet ?? "", facet]); }

  /**
   * @param {string} name
   * @param {string} value
   */
  label(name, value) {
    const facet = this.#facets().find(([each]) => each === name)?.[1];
    return facet?.querySelector(`[data-value="${CSS.escape(value)}"] .lib-filter__label`)?.textContent ?? value;
  }

  /** Links become boxes to tick; their labels and numbers stay. */
  enliven() {
    for (const [name, facet] of this.#facets()) {
      for (const item of parts(facet, "li[data-value]")) { this.#enlivenValue(name, item); }
      const later = /** @type {HTMLElement | null} */ (facet.querySelector(".lib-filter__more"));
      if (later) {
        later.addEventListener("click", async () => {
          if (await this.whole(name)) { await this.changed(); }
          this.#open(facet, later, !facet.classList.contains("is-whole"));
        });
        this.#open(facet, later, false);
      }
    }
    const toggle = part(this.page, ".lib-filters__toggle");
    toggle.hidden = false;
    toggle.addEventListener("click", () => this.#unfold(!this.#unfolded()));
    part(this.page, ".lib-filters__show").addEventListener("click", () => {
      this.#unfold(false);
      const results = part(this.page, "#results-heading");
      results.focus({ preventScroll: true });
      part(this.page, ".lib-results").scrollIntoView();
    });
  }

  #unfolded() { return part(this.page, ".lib-filters").classList.contains("is-open"); }

  /**
   * On a narrow screen the filters stand before the results only as long as they are wanted.
   * @param {boolean} open
   */
  #unfold(open) {
    part(this.page, ".lib-filters").classList.toggle("is-open", open);
    part(this.page, ".lib-filters__toggle").setAttribute("aria-expanded", String(open));
  }

  /**
   * The bar that stays in sight below the filters: what they leave, and the way there.
   * @param {number} number
   */
  show(number) {
    part(this.page, ".lib-filters__show").textContent = number ? this.words.plural("show", number) : this.words.say("none");
  }

  /**
   * @param {string} name
   * @param {HTMLElement} item
   */
  #enlivenValue(name, item) {
    const label = part(item, ".lib-filter__label").textContent ?? "";
    item.replaceChildren(this.#choice(name, item.dataset.value ?? "", label));
  }

  /**
   * A box to tick, with its label and the number that belongs to it.
   * @param {string} name
   * @param {string} value
   * @param {string} label
   */
  #choice(name, value, label) {
    const made = element("label");
    const box = element("input", { type: "checkbox", value });
    made.append(
      box,
      element("span", { class: "lib-filter__label" }, label),
      element("span", { class: "lib-count", "aria-hidden": "true" }),
      element("span", { class: "lib-hidden" }),
    );
    box.addEventListener("change", () => {
      const selection = this.selection();
      const values = selection.values.get(name) ?? [];
      selection.values.set(name, values.includes(value) ? values.filter((each) => each !== value) : [...values, value]);
      selection.show = PAGE;
      this.changed();
    });
    return made;
  }

  /**
   * Lists all values of a facet in their order; those that the page has already stay the elements that they are.
   * @param {string} name
   * @param {readonly [value: string, label: string, narrower: number][]} values
   */
  list(name, values) {
    const facet = this.#facets().find(([each]) => each === name)?.[1];
    if (!facet) { return; }
    facet.dataset.fetched = "";
    const held = new Map([...parts(facet, "li[data-value]")].map((item) => [item.dataset.value ?? "", item]));
    part(facet, "ul").replaceChildren(...values.map(([value, label, narrower]) => {
      const item = held.get(value) ?? element("li", { "data-value": value, "data-later": "" });
      if (!item.childElementCount) { item.append(this.#choice(name, value, label)); }
      item.classList.toggle("lib-filter__narrower", Boolean(narrower));
      return item;
    }));
  }

  /**
   * @param {HTMLElement} facet
   * @param {HTMLElement} later
   * @param {boolean} whole
   */
  #open(facet, later, whole) {
    facet.classList.toggle("is-whole", whole);
    later.setAttribute("aria-expanded", String(whole));
    this.#fold(facet);
  }

  /**
   * A facet without a value that would find something is away, and the button for further values says how many there are.
   * @param {HTMLElement} facet
   */
  #fold(facet) {
    const { words } = this;
    const items = [...parts(facet, "li")];
    const left = items.filter((item) => !item.hidden);
    facet.hidden = !left.length;
    const later = /** @type {HTMLElement | null} */ (facet.querySelector(".lib-filter__more"));
    if (!later) { return; }
    const unfetched = facet.dataset.more && !facet.dataset.fetched;
    later.hidden = !unfetched && !left.some((item) => "later" in item.dataset && !item.classList.contains("is-chosen"));
    const number = unfetched ? Number(facet.dataset.more) : left.length;
    later.textContent = facet.classList.contains("is-whole") ? words.say("showFewer") : words.say("showAll", { number: words.number(number) });
  }

  /** @param {ReadonlyMap<string, ReadonlyMap<string, number>>} counts by facet and value */
  count(counts) {
    const { words } = this;
    const selection = this.selection();
    for (const [name, facet] of this.#facets()) {
      for (const item of parts(facet, "li[data-value]")) {
        const value = item.dataset.value ?? "";
        const number = counts.get(name)?.get(value) ?? 0;
        const place = part(item, ".lib-count");
        const text = words.number(number);
        if (place.textContent !== text) {
          place.textContent = text;
          part(item, ".lib-hidden").textContent = `, ${words.plural("publications", number)}`;
        }
        const ticked = Boolean(selection.values.get(name)?.includes(value));
        part(item, "input", HTMLInputElement).checked = ticked;
        item.hidden = !number && !ticked;
        item.classList.toggle("is-chosen", ticked);
      }
      this.#fold(facet);
    }
    const number = chosen(selection).length;
    part(this.page, ".lib-filters__toggle").textContent = number ? words.plural("filters", number) : words.say("noFilters");
  }

  chips() {
    const selection = this.selection();
    const place = part(this.page, ".lib-chips");
    place.replaceChildren(...chosen(selection).map(([facet, value]) => {
      const label = this.label(facet, value);
      const item = element("li");
      const named = { type: "button", class: "lib-chip", "aria-label": this.words.say("remove", { value: label }) };
      const button = element("button", named, label);
      button.addEventListener("click", async () => {
        const now = this.selection();
        now.values.set(facet, (now.values.get(facet) ?? []).filter((each) => each !== value));
        // The button goes; the keyboard goes on from the next one.
        await this.changed();
        part(this.page, this.page.querySelector(".lib-chip") ? ".lib-chip" : "#search-words").focus();
      });
      item.append(button);
      return item;
    }));
    place.hidden = !place.children.length;
  }
}
