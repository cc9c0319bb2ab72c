// What scripts add to pages that work without them: a light and dark switch, and copying.

import { copy } from "./page/clipboard.js";
import { stampDays } from "./page/days.js";
import { ownMarkup, ownScript, parsed, root } from "./page/own.js";
import { remember, remembered } from "./page/storage.js";
import { tell } from "./page/tell.js";

const { dataset } = document.documentElement;

function isDark() {
  return dataset.theme ? dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-theme-toggle]"))) {
  button.hidden = false;
  button.setAttribute("aria-pressed", String(isDark()));
  button.addEventListener("click", () => {
    dataset.theme = isDark() ? "light" : "dark";
    button.setAttribute("aria-pressed", String(isDark()));
    remember("library-theme", dataset.theme);
  });
}

// On a phone the sections are behind a button.
const menu = /** @type {HTMLElement | null} */ (document.querySelector("[data-menu]"));
if (menu) {
  menu.hidden = false;
  menu.addEventListener("click", () => {
    const open = document.querySelector(".lib-header")?.classList.toggle("is-open") ?? false;
    menu.setAttribute("aria-expanded", String(open));
  });
}

// The style that a reader chose once is chosen on every page.
const styles = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".lib-styles input"));

function chooseRemembered() {
  const wanted = remembered("library-style");
  for (const choice of styles) { if (choice.value === wanted) { choice.checked = true; } }
}

chooseRemembered();
for (const choice of styles) { choice.addEventListener("change", () => remember("library-style", choice.value)); }
stampDays(document);

// -- copying -----------------------------------------------------------------------------

function chosenStyle() { return [...styles].find((choice) => choice.checked); }

/**
 * Null where the chosen style does not fit the edition and a note stands there instead.
 * @param {HTMLElement} button
 */
function whatToCopy(button) {
  const citation = button.closest(".lib-citation");
  return citation?.querySelector(`[data-style=${chosenStyle()?.value}] p:not(.lib-unknown)`) ?? null;
}

function nameOfStyle() { return chosenStyle()?.parentElement?.textContent?.trim() ?? ""; }

/** @param {HTMLElement} button */
function nameOf(button) {
  return `${nameOfStyle()}, ${button.closest(".lib-citation")?.getAttribute("data-edition")}`;
}

const copyButtons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"));

/** Each button is described by what it copies. */
function offerCopies() {
  for (const [place, button] of copyButtons.entries()) {
    const copied = whatToCopy(button);
    button.hidden = !copied;
    if (copied) {
      copied.id ||= `copied-${place}-${chosenStyle()?.value}`;
      button.setAttribute("aria-describedby", copied.id);
    }
  }
}

/** The first reference, as it reads in the style that was chosen. */
function tellStyle() {
  const shown = document.querySelector(`.lib-citation [data-style=${chosenStyle()?.value}] p`);
  tell(`${nameOfStyle()}: ${shown?.textContent?.trim()}`, "style");
}

offerCopies();
for (const choice of styles) {
  choice.addEventListener("change", () => {
    offerCopies();
    tellStyle();
  });
}
// Browsers bring back a page, or its form, as it was left.
addEventListener("pageshow", () => {
  chooseRemembered();
  offerCopies();
});
for (const button of copyButtons) {
  const status = /** @type {HTMLElement | null | undefined} */ (button.closest(".lib-cite")?.querySelector(".lib-status"));
  button.addEventListener("click", async () => {
    const element = whatToCopy(button);
    if (!element || !status) { return; }
    const copied = await copy(element, button.dataset.copy === "rich");
    status.textContent = copied ? `${status.dataset.copied}: ${nameOf(button)}` : status.dataset.failed ?? "";
    tell(status.textContent, "copy");
  });
}

window.LibraryPage = { root, copy, stampDays, remember, remembered, parsed, ownMarkup, ownScript, tell };
