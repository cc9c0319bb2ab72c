// The one door through which a text becomes markup or the address of a script, for browsers that ask for it
// (https://www.w3.org/TR/trusted-types/). Only the library's own files pass: cards and references of the search's index, in
// which every text was escaped by our templates, pages that the service worker kept, and scripts below the library's folder.

const { currentScript } = document;
const ROOT = currentScript instanceof HTMLScriptElement ? new URL("../../", currentScript.src).href : "";

/** @param {string} address */
function own(address) {
  const { href } = new URL(address, document.baseURI);
  if (!ROOT || !href.startsWith(ROOT)) { throw new TypeError(`${href} is no script of this library`); }
  return href;
}

const rules = { createHTML: (/** @type {string} */ html) => html, createScriptURL: own };
const policy = window.trustedTypes?.createPolicy("library", rules) ?? rules;

/**
 * What a text says, in a fragment that stays apart from the page: nothing in it runs or loads.
 * @param {string} html
 */
export function parsed(html) {
  const template = document.createElement("template");
  template.innerHTML = policy.createHTML(html);
  return template.content;
}

const ACTIVE = /^(?:script|iframe|object|embed|base|link|meta|style|form|animate|set)$/;

/** @param {Attr} attribute */
function runs({ name, value }) {
  return name.startsWith("on") || (/^(?:href|xlink:href|src|srcdoc|action|formaction)$/.test(name) && /^\W*javascript:/i.test(value));
}

/**
 * Markup of the index, to be put into the page. An element or attribute that would run, which none of ours has, raises TypeError.
 * @param {string} html
 */
export function ownMarkup(html) {
  const fragment = parsed(html);
  for (const element of fragment.querySelectorAll("*")) {
    if (ACTIVE.test(element.localName) || [...element.attributes].some(runs)) {
      throw new TypeError(`<${element.localName}> in the index would run`);
    }
  }
  return fragment;
}

/**
 * The address of a script of this library, whole; that of any other raises TypeError.
 * @param {string} address
 */
export function ownScript(address) { return policy.createScriptURL(address); }

/** The library's folder, with a slash at its end. */
export const root = ROOT;
