// Copying, with or without the browser's own clipboard.

/**
 * Without a secure context there is no clipboard API; the old command still works there.
 * @param {Element} element
 */
function copyBySelection(element) {
  const selection = getSelection();
  if (!selection) { return false; }
  const range = document.createRange();
  const details = element.closest("details");
  const closed = details && !details.open;
  if (closed) { details.open = true; }
  range.selectNodeContents(element);
  selection.removeAllRanges();
  selection.addRange(range);
  const copied = document.execCommand("copy");
  selection.removeAllRanges();
  if (closed) { details.open = false; }
  return copied;
}

/**
 * The markup of a reference as other programs take it: without the marks of the day of access.
 * @param {Element} element
 */
function markup(element) {
  const copied = /** @type {Element} */ (element.cloneNode(true));
  for (const day of copied.querySelectorAll("[data-accessed]")) { day.replaceWith(...day.childNodes); }
  return copied.tagName === "P" ? copied.innerHTML : copied.outerHTML;
}

/**
 * Word and its like take the HTML of the clipboard, with its italics; all others the text.
 * @param {Element} element
 * @param {boolean} rich
 * @param {string} text
 */
function write(element, rich, text) {
  if (!rich) { return navigator.clipboard.writeText(text); }
  return navigator.clipboard.write([new ClipboardItem({
    "text/html": new Blob([markup(element)], { type: "text/html" }),
    "text/plain": new Blob([text], { type: "text/plain" }),
  })]);
}

/**
 * Copies an element, and tells whether the browser let it.
 * @param {Element} element
 * @param {boolean} rich with its markup, where a program takes that
 * @param {string} [plain] the text to copy where it is not just the element's
 */
export async function copy(element, rich, plain) {
  // Browsers differ in what they have, and the old ones are those that need the other way.
  const able = "clipboard" in navigator && isSecureContext && (!rich || "ClipboardItem" in window);
  if (!able) { return copyBySelection(element); }
  try {
    await write(element, rich, plain || element.textContent || "");
    return true;
  } catch {
    return copyBySelection(element);
  }
}
