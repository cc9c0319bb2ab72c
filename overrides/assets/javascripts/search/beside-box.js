// The box by which a reader asks for other records than publications, and the place where these stand.

import { failure } from "./common.js";
import { script } from "./scripts.js";

/** @import { Words } from "./common.js" */
/** @import { Files } from "./files.js" */
/** @import { Selection } from "./selection.js" */

export class BesideBox {
  /** @type {Words} */
  #words;
  /** @type {Files} */
  #files;
  /** @type {() => Selection} */
  #selection;

  /**
   * @param {HTMLElement} page
   * @param {Words} words
   * @param {Files} files
   * @param {() => Selection} selection what is chosen
   * @param {() => void} chosen called when the reader has asked, or asks no more
   */
  constructor(page, words, files, selection, chosen) {
    this.#words = words;
    this.#files = files;
    this.#selection = selection;
    this.page = page;
    /** Where a library has no such records, its page has no box. */
    this.box = /** @type {HTMLInputElement | null} */ (page.querySelector("[name=beside]"));
    this.box?.addEventListener("change", () => {
      selection().beside = Boolean(this.box?.checked);
      chosen();
    });
  }

  /**
   * Shows the records that fit what is chosen, where they were asked for.
   * @param {() => boolean} current whether nothing else was chosen meanwhile
   */
  async show(current) {
    const place = this.page.querySelector(".lib-beside__found");
    if (!this.box || !place) { return; }
    this.box.checked = this.#selection().beside;
    if (!this.box.checked) {
      place.removeAttribute("role");
      place.replaceChildren();
      return;
    }
    // An empty status would be walked into by those who listen.
    place.setAttribute("role", "status");
    try {
      await script(this.#words.settings.scripts.beside);
      const found = await window.LibrarySearch?.beside?.(this.#files, this.#words, this.#selection());
      if (found && current()) { place.replaceChildren(...found); }
    } catch (error) {
      failure(this.page, this.#words, this.#files, error, () => this.show(current));
    }
  }
}
