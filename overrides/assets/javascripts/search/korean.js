// Korean particles, which only a question needs to lose: the index files each end of a word by itself.

import { rules } from "./rules.js";

/** @param {string} word */
function final(word) { return (word.charCodeAt(word.length - 1) - 0xac00) % 28; }
const RIEUL = 8;

const particles = Object.entries(rules.particles)
  .flatMap(([after, lines]) => lines.join(" ").split(" ").map((text) => ({ text, after })))
  .sort((one, other) => other.text.length - one.text.length);

/**
 * @param {{ text: string, after: string }} particle
 * @param {string} word
 */
function follows(particle, word) {
  if (particle.after === "any") { return true; }
  const consonant = final(word) > 0;
  if (particle.after === "consonant") { return consonant; }
  return (!consonant && !word.endsWith("으")) || (particle.text.startsWith("로") && final(word) === RIEUL);
}

/**
 * What a word may be without one particle, two, and so on; nothing for a word of another script.
 * @param {string} token
 */
export function withoutParticle(token) {
  /** @type {Set<string>} */
  const forms = new Set();
  if (!/^[\uac00-\ud7a3]{2,}$/.test(token)) { return []; }
  const left = [token];
  // Particles follow one another (공무원-들-에게-는), so what is left may end in another.
  for (const word of left) {
    for (const particle of particles) {
      const rest = word.slice(0, -particle.text.length);
      if ((rest.length > 1 || rules.single.includes(rest)) && rest && word.endsWith(particle.text) && follows(particle, rest) && !forms.has(rest)) {
        forms.add(rest);
        left.push(rest);
      }
    }
  }
  return [...forms];
}
