// What happened, told to readers who listen: one place, empty until there is something to tell and again soon after, so
// that nobody who reads the page through comes upon it.

const SOON = 150; // milliseconds: a text that comes together with its place, or that is as it was, is not told
const KEPT = 10_000;

/** @type {Map<string, string>} */
const waiting = new Map();
/** @type {HTMLElement | null} */
let place = null;
let timer = 0;

function region() {
  if (!place) {
    place = document.createElement("p");
    place.className = "lib-hidden";
    place.setAttribute("role", "status");
    (document.querySelector("main") ?? document.body).append(place);
  }
  return place;
}

// It has to be there before what it tells: whoever moves about may soon do something.
document.addEventListener("focusin", region, { once: true });

/**
 * Tells a text politely. What has not been told yet is replaced by a later text on the same thing, and told together with
 * texts on other things; an empty text takes it back.
 * @param {string} text
 * @param {string} [thing]
 * @param {number} [wait] milliseconds in which a later text may still replace it
 */
export function tell(text, thing = "", wait = SOON) {
  if (text) { waiting.set(thing, text); } else { waiting.delete(thing); }
  if (!waiting.size) { return; }
  const there = region();
  clearTimeout(timer);
  there.textContent = "";
  timer = setTimeout(() => {
    there.textContent = [...waiting.values()].join(" ");
    waiting.clear();
    timer = setTimeout(() => { there.textContent = ""; }, KEPT);
  }, Math.max(wait, SOON));
}
