// Scripts that are fetched when they are first needed.

import { element } from "./elements.js";
import { FileError } from "./file-error.js";

/** @type {Map<string, Promise<void>>} */
const coming = new Map();

/**
 * Promises that a script of the library has run.
 * @param {string} address
 */
export function script(address) {
  const known = coming.get(address);
  if (known) { return known; }
  /** @type {Promise<void>} */
  const made = new Promise((resolve, reject) => {
    const tag = element("script");
    tag.src = window.LibraryPage?.ownScript(address) ?? "";
    tag.onload = () => resolve();
    tag.onerror = () => {
      coming.delete(address);
      reject(new FileError(address, "missing"));
    };
    document.head.append(tag);
  });
  coming.set(address, made);
  return made;
}
