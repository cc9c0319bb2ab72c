// The reading list: works that a reader puts aside, by their ids, kept in this browser only.

const NAME = "library-reading-list";
const LONGEST = 500;
/** @type {string[]} */
let stored = [];
let keeps = true;

/**
 * The ids in what was stored; of another shape, none.
 * @param {unknown} found
 * @returns {string[]}
 */
function idsOf(found) {
  return Array.isArray(found) ? found.filter((id) => typeof id === "string" && /^[a-z0-9-]+$/.test(id)).slice(0, LONGEST) : [];
}

function read() {
  try {
    stored = idsOf(JSON.parse(localStorage.getItem(NAME) ?? "[]"));
  } catch (error) {
    if (error instanceof SyntaxError) { stored = []; } else { keeps &&= !(error instanceof DOMException && error.name === "SecurityError"); }
  }
  return [...stored];
}

/** @param {readonly string[]} ids */
function write(ids) {
  stored = ids.slice(0, LONGEST);
  try { localStorage.setItem(NAME, JSON.stringify(stored)); } catch { keeps = false; }
  show();
  document.dispatchEvent(new CustomEvent("readinglist"));
}

/** @param {string} id */
function toggle(id) {
  const ids = read();
  write(ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id]);
}

/**
 * A card's button, which only this script can use: in twenty cards it would weigh five thousand bytes. Its word is that of
 * the link to the list.
 * @param {Element} card
 */
function offer(card) {
  const title = card.querySelector(".lib-card__title a");
  const facts = card.querySelector(".lib-card__facts");
  const word = document.querySelector("[data-list-link] a")?.firstChild?.textContent?.trim();
  if (!title || !facts || !word || facts.querySelector("[data-keep]")) { return; }
  const button = document.createElement("button");
  button.className = "lib-keep";
  button.type = "button";
  button.dataset.keep = (title.getAttribute("href") ?? "").replace(/\/(?:index\.html)?$/, "").split("/").pop() ?? "";
  button.append(word);
  title.id ||= `title-${button.dataset.keep}`;
  button.setAttribute("aria-describedby", title.id);
  facts.append(button);
}

/**
 * Marks the buttons below an element, and how many the list holds.
 * @param {ParentNode} below
 */
function show(below = document) {
  const ids = read();
  for (const card of below.querySelectorAll(".lib-card")) { offer(card); }
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (below.querySelectorAll("[data-keep]"))) {
    button.hidden = false;
    button.setAttribute("aria-pressed", String(ids.includes(button.dataset.keep ?? "")));
  }
  for (const count of document.querySelectorAll("[data-kept]")) {
    count.textContent = ids.length ? String(ids.length) : "";
    const link = /** @type {HTMLElement | null} */ (count.closest("[data-list-link]"));
    if (link) { link.hidden = false; }
  }
}

document.addEventListener("click", ({ target }) => {
  const button = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("[data-keep]") : null);
  if (button?.dataset.keep) { toggle(button.dataset.keep); }
});
// Another tab may change the list; a page brought back may be older than it.
addEventListener("storage", (event) => {
  if (event.key === NAME) {
    show();
    document.dispatchEvent(new CustomEvent("readinglist"));
  }
});
addEventListener("pageshow", () => show());
// As in other libraries and code hosts: a stroke leads to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) { return; }
  const { target } = event;
  if (target instanceof HTMLElement && (/^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable)) { return; }
  const box = /** @type {HTMLElement | null} */ (document.querySelector("#search-words, #home-search") ?? document.querySelector("#header-search"));
  if (box) {
    event.preventDefault();
    box.focus();
  }
});
show();

window.LibraryReadingList = { read, write, show, keeps: () => keeps, LONGEST };
