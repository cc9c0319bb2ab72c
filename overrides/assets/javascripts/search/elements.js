// Elements of a page: found, or made.

/**
 * The element that a selector names; a page without it, or with one of another kind, is a mistake of ours.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} below
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function part(below, selector, kind) {
  const found = below.querySelector(selector);
  if (!(found instanceof (kind ?? HTMLElement))) { throw new TypeError(`the page has no ${selector}`); }
  return /** @type {Kind} */ (found);
}

/**
 * @param {ParentNode} below
 * @param {string} selector
 * @returns {NodeListOf<HTMLElement>}
 */
export function parts(below, selector) { return below.querySelectorAll(selector); }

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Readonly<Record<string, string>>} [attributes]
 * @param {string} [text]
 */
export function element(name, attributes = {}, text) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) { made.setAttribute(key, value); }
  if (text !== undefined) { made.textContent = text; }
  return made;
}
