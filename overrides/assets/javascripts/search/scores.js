// What the entries of a word say of works, and how those of several words are put together.

/** @typedef {readonly [forms: string, ...steps: number[]]} Entry a term's: its forms, then for each work 16 times the step to its number, and the weight */
/** @typedef {readonly [weight: number, entry: Entry]} Weighed */
/** @typedef {Map<number, number>} Scores by number of the work */

/**
 * The best weight of each work.
 * @param {readonly Weighed[]} entries
 * @param {number} works how many there are
 */
export function scores(entries, works) {
  /** @type {Scores} */
  const best = new Map();
  for (const [weight, entry] of entries) {
    const rarity = Math.log(1 + works / (entry.length - 1));
    let number = -1;
    for (let at = 1; at < entry.length; at += 1) {
      const step = Number(entry[at]);
      number += Math.floor(step / 16);
      keep(best, number, weight * rarity * (step % 16));
    }
  }
  return best;
}

/**
 * @param {Scores} best
 * @param {number} number
 * @param {number} score
 */
function keep(best, number, score) {
  const before = best.get(number);
  if (before === undefined || before < score) { best.set(number, score); }
}

/**
 * Works that have all the words, with the sum of their scores.
 * @param {readonly Scores[]} found
 */
export function all(found) {
  /** @type {Scores} */
  const sums = new Map();
  for (const number of found[0]?.keys() ?? []) {
    if (found.every((word) => word.has(number))) {
      sums.set(number, found.reduce((sum, word) => sum + (word.get(number) ?? 0), 0));
    }
  }
  return sums;
}

/**
 * Works that have at least half of the words; those with more of them first.
 * @param {readonly Scores[]} found
 */
export function some(found) {
  /** @type {Scores} */
  const sums = new Map();
  /** @type {Map<number, number>} */
  const words = new Map();
  for (const word of found) {
    for (const [work, score] of word) {
      sums.set(work, (sums.get(work) ?? 0) + score);
      words.set(work, (words.get(work) ?? 0) + 1);
    }
  }
  for (const [work, number] of words) {
    if (number * 2 < found.length) { sums.delete(work); } else { sums.set(work, (sums.get(work) ?? 0) + 1000 * number); }
  }
  return sums;
}

/**
 * The best score of each work.
 * @param {readonly Scores[]} maps
 */
export function merge(maps) {
  /** @type {Scores} */
  const best = new Map();
  for (const map of maps) { for (const [number, score] of map) { keep(best, number, score); } }
  return best;
}
