// Which works stand under each value of each facet, and how many a selection leaves.

/**
 * Ascending numbers, from the steps between them: a letter is a step of 1 to 26, a longer one a decimal before a comma
 * (hooks/library/search/facets.py).
 * @param {string} text
 */
export function unpack(text) {
  /** @type {number[]} */
  const numbers = [];
  let number = -1;
  let step = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 97) {
      numbers.push(number += code - 96);
    } else if (code === 44) {
      numbers.push(number += step);
      step = 0;
    } else {
      step = step * 10 + code - 48;
    }
  }
  return numbers;
}

/** @typedef {ReadonlyMap<string, readonly string[]>} Chosen values by facet */

export class Facets {
  /** @type {Map<string, Map<string, Set<number>>>} */
  #values = new Map();

  /** @param {{ works: number, facets: Record<string, Record<string, string>>, long: string[] }} file facets.json */
  constructor(file) {
    this.works = file.works;
    /** Facets of which that file has the first values alone; the others are fetched when they are asked for. */
    this.long = file.long;
    for (const [facet, paths] of Object.entries(file.facets)) { this.set(facet, paths); }
  }

  /**
   * Takes the values of a facet in the place of those it had.
   * @param {string} facet
   * @param {Record<string, string>} paths numbers of works, packed
   */
  set(facet, paths) {
    /** @type {Map<string, Set<number>>} */
    const found = new Map();
    for (const [path, packed] of Object.entries(paths)) {
      const numbers = unpack(packed);
      // A work under a narrower value is under each broader one, too: digitalisation/open-data.
      for (const value of path.split("/")) { found.set(value, new Set([...found.get(value) ?? [], ...numbers])); }
    }
    this.#values.set(facet, found);
  }

  /**
   * @param {string} facet
   * @param {string} value
   */
  has(facet, value) { return Boolean(this.#values.get(facet)?.has(value)); }

  /**
   * One byte a work: 1 where it has one of the values.
   * @param {string} facet
   * @param {readonly string[]} chosen
   */
  having(facet, chosen) {
    const marks = new Uint8Array(this.works);
    for (const value of chosen) { for (const number of this.#values.get(facet)?.get(value) ?? []) { marks[number] = 1; } }
    return marks;
  }

  /**
   * Works that have one of the chosen values in every facet but one.
   * @param {Chosen} chosen
   * @param {Uint8Array | null} found works to be among, a byte each; null for all
   * @param {string | null} except the facet that does not count
   */
  left(chosen, found, except) {
    const marks = found ? Uint8Array.from(found) : new Uint8Array(this.works).fill(1);
    for (const [facet, values] of chosen) {
      if (facet === except || !values.length) { continue; }
      const having = this.having(facet, values);
      for (let number = 0; number < marks.length; number += 1) { marks[number] &= having[number]; }
    }
    return marks;
  }

  /**
   * For every value, how many works there would be with it and the choices in other facets.
   * @param {Chosen} chosen
   * @param {Uint8Array | null} found
   */
  counts(chosen, found) {
    /** @type {Map<string, Map<string, number>>} */
    const counts = new Map();
    for (const [facet, values] of this.#values) {
      const marks = this.left(chosen, found, facet);
      /** @type {Map<string, number>} */
      const own = new Map();
      for (const [value, numbers] of values) {
        let sum = 0;
        for (const number of numbers) { sum += marks[number]; }
        own.set(value, sum);
      }
      counts.set(facet, own);
    }
    return counts;
  }
}
