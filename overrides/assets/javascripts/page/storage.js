// Texts that the browser keeps for the reader. A private window keeps nothing, which is no error.

/**
 * @param {string} name
 * @returns {string | null}
 */
export function remembered(name) {
  try { return localStorage.getItem(name); } catch { return null; }
}

/**
 * @param {string} name
 * @param {string} value
 */
export function remember(name, value) {
  try { localStorage.setItem(name, value); } catch { /* the choice lasts as long as the page */ }
}
