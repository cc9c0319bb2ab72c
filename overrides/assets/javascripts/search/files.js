// The files of the index, each fetched once. A file is refused that is missing, not whole, or of another build than those read
// before: its numbers would name other works.

import { FileError } from "./file-error.js";

/** @typedef {(path: string, fresh: boolean) => Promise<string | undefined>} Read */

export class Files {
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map();
  /** @type {string | null} */
  #stamp = null;
  /** @type {Read} */
  #read;

  /** @param {Read} read promises a file's text; `fresh` passes over the browser's cache */
  constructor(read) { this.#read = read; }

  /**
   * What a file holds.
   * @template {object} Content
   * @param {string} path
   * @returns {Promise<Content>}
   */
  load(path) {
    let coming = this.#kept.get(path);
    if (!coming) {
      coming = this.#fetch(path, false).catch(() => this.#fetch(path, true));
      this.#kept.set(path, coming);
      // A file that did not come may come when it is asked for again.
      coming.catch(() => this.#kept.delete(path));
    }
    return coming;
  }

  /**
   * @param {string} path
   * @param {boolean} fresh
   */
  async #fetch(path, fresh) {
    const text = await this.#read(path, fresh).catch(() => { throw new FileError(path, "missing"); });
    let content;
    try { content = JSON.parse(text ?? ""); } catch { throw new FileError(path, "broken"); }
    if (typeof content?.stamp !== "string") { throw new FileError(path, "broken"); }
    if (this.#stamp && content.stamp !== this.#stamp) { throw new FileError(path, "stale"); }
    this.#stamp = content.stamp;
    return content;
  }

  /** Reads everything anew from now on. */
  forget() {
    this.#kept.clear();
    this.#stamp = null;
  }
}

/**
 * A page on a disk may fetch nothing, but may load scripts: there the index lies as scripts.
 * @param {string} address
 * @returns {Promise<string | undefined>}
 */
function fromScript(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = window.LibraryPage?.ownScript(`${address}.js`) ?? "";
    script.onload = () => resolve(script.libraryText);
    script.onerror = reject;
    document.head.append(script);
  });
}

/** @param {string} folder with a slash at its end */
export function fromFolder(folder) {
  return new Files(async (path, fresh) => {
    if (location.protocol === "file:") { return fromScript(folder + path); }
    const answer = await fetch(folder + path, { cache: fresh ? "reload" : "default" });
    if (!answer.ok) { throw new Error(String(answer.status)); }
    return answer.text();
  });
}
