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
        later.hidden = false;
      }
    }
    const toggle = part(this.page, ".lib-filters__toggle");
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      const opened = part(this.page, ".lib-filters").classList.toggle("is-open");
      toggle.setAttribute("aria-expanded", String(opened));
    });
  }

  /**
   * @param {string} name
   * @param {HTMLElement} item
   */
  #enlivenValue(name, item) {
    const link = part(item, "a");
    link.replaceWith(this.#choice(name, item.dataset.value ?? "", link.textContent ?? ""));
  }

  /**
   * A box to tick, with its label.
   * @param {string} name
   * @param {string} value
   * @param {string} label
   */
  #choice(name, value, label) {
    const made = element("label");
    const box = element("input", { type: "checkbox", value });
    made.append(box, element("span", { class: "lib-filter__label" }, label));
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
    const held = new Map([...parts(facet, "li[data-value]")].map((item) => [item.dataset.value ?? "", item]));
    part(facet, "ul").replaceChildren(...values.map(([value, label, narrower]) => {
      const item = held.get(value) ?? element("li", { "data-value": value, "data-later": "" });
      if (!item.childElementCount) { item.append(this.#choice(name, value, label), " ", element("span", { class: "lib-count" })); }
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
    const { words } = this;
    facet.classList.toggle("is-whole", whole);
    later.textContent = whole ? words.say("showFewer") : words.say("showAll", { number: words.number(Number(facet.dataset.more) || parts(facet, "li").length) });
    later.setAttribute("aria-expanded", String(whole));
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
        if (place.textContent !== text) { place.textContent = text; }
        place.title = words.plural("publications", number);
        const ticked = Boolean(selection.values.get(name)?.includes(value));
        part(item, "input", HTMLInputElement).checked = ticked;
        item.classList.toggle("is-none", !number && !ticked);
        item.classList.toggle("is-chosen", ticked);
      }
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
