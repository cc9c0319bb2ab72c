// In which format works are taken away, copied or as a file; of lists also whether each work once or every edition.

import { download } from "./download.js";
import { element, part, parts } from "./elements.js";

/** @import { Made } from "./citation-files.js" */

/** What no text can be a copy of. */
export const BOOK = "epub";

/**
 * @typedef {object} Options
 * @property {(ending: string, every: boolean) => Promise<{ made: Made, name: string }>} make the file and its name, without its ending
 * @property {(error: unknown, ending: string) => void} failed
 * @property {(copied: boolean, ending: string) => void} told after copying
 */

export class FormatsForm {
  /**
   * @param {HTMLElement} place
   * @param {Options} options
   */
  constructor(place, options) {
    this.place = place;
    this.options = options;
    this.format = part(place, "[data-format]", HTMLSelectElement);
    const wanted = window.LibraryPage?.remembered("library-format");
    if (wanted && [...this.format.options].some((option) => option.value === wanted)) { this.format.value = wanted; }
    this.format.addEventListener("change", () => {
      window.LibraryPage?.remember("library-format", this.format.value);
      this.#offer();
    });
    for (const button of parts(place, "[data-way]")) { button.addEventListener("click", () => this.#take(button)); }
    this.#offer();
  }

  #offer() {
    part(this.place, "[data-way=copy]").hidden = this.format.value === BOOK;
    const entries = this.place.querySelector("fieldset");
    // A book has no entries.
    if (entries) { entries.disabled = this.format.value === BOOK; }
  }

  /** @param {HTMLElement} button */
  async #take(button) {
    const ending = this.format.value;
    const every = /** @type {HTMLInputElement | null} */ (this.place.querySelector("[name=entries]:checked"))?.value === "all";
    button.setAttribute("aria-busy", "true");
    try {
      const { made, name } = await this.options.make(ending, every);
      if (button.dataset.way === "copy") {
        this.options.told(await this.#copy(made.copied), ending);
      } else {
        download(made.data, made.type, `${name}.${ending}`);
      }
    } catch (error) {
      this.options.failed(error, ending);
    }
    button.removeAttribute("aria-busy");
  }

  /** @param {string} text */
  async #copy(text) {
    const holder = element("pre", { class: "lib-hidden" }, text);
    // Where a selection is copied, the lines of what is seen are.
    holder.style.whiteSpace = "pre";
    this.place.append(holder);
    const copied = await window.LibraryPage?.copy(holder, false);
    holder.remove();
    return Boolean(copied);
  }

  /** How the chosen format is called. */
  get label() { return this.format.selectedOptions[0]?.textContent?.trim() ?? ""; }
}

/**
 * What a list's file is called: what it holds, and the day of the last change of any of it.
 * @param {string} name
 * @param {string} day
 */
export function dated(name, day) { return day ? `${name}-${day}` : name; }
