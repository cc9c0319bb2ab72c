// A file that a page made.

import { element } from "./elements.js";

// Milliseconds for which a file that was made stays at hand.
const DOWNLOADING = 60000;

/**
 * @param {string | Uint8Array<ArrayBuffer>} data
 * @param {string} type
 * @param {string} name
 */
export function download(data, type, name) {
  const address = URL.createObjectURL(new Blob([data], { type: typeof data === "string" ? `${type};charset=utf-8` : type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), DOWNLOADING);
}
