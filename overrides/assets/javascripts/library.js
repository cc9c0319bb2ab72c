// What scripts add to pages that work without them: a light and dark switch, and copying.

import { copy } from "./page/clipboard.js";
import { stampDays } from "./page/days.js";
import { ownMarkup, ownScript, parsed, root } from "./page/own.js";
import { remember, remembered } from "./page/storage.js";

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

// On a phone the sections are one line to push sideways: the one the reader is in comes into sight.
const section = /** @type {HTMLElement | null} */ (document.querySelector(".lib-nav [aria-current]"));
const sections = section?.closest(".lib-nav");
if (section && sections) { sections.scrollLeft = section.offsetLeft - 16; }

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
  if (button.dataset.copy === "bibtex") { return citation?.querySelector(".lib-bibtex") ?? null; }
  return citation?.querySelector(`[data-style=${chosenStyle()?.value}] p:not(.lib-unknown)`) ?? null;
}

/** @param {HTMLElement} button */
function nameOf(button) {
  const edition = button.closest(".lib-citation")?.querySelector("h3")?.textContent;
  return `${button.dataset.copy === "bibtex" ? "BibTeX" : chosenStyle()?.parentElement?.textContent?.trim()}, ${edition}`;
}

const copyButtons = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"));

function offerCopies() {
  for (const button of copyButtons) { button.hidden = !whatToCopy(button); }
}

offerCopies();
for (const choice of styles) { choice.addEventListener("change", offerCopies); }
// Browsers bring back a page, or its form, as it was left.
addEventListener("pageshow", () => {
  chooseRemembered();
  offerCopies();
});
for (const button of copyButtons) {
  const status = /** @type {HTMLElement | null | undefined} */ (button.closest(".lib-cite")?.querySelector("[role=status]"));
  button.addEventListener("click", async () => {
    const element = whatToCopy(button);
    if (!element || !status) { return; }
    const copied = await copy(element, button.dataset.copy === "rich");
    status.textContent = "";
    // A change of text is what makes screen readers speak, so it comes a moment later.
    requestAnimationFrame(() => {
      status.textContent = copied ? `${status.dataset.copied}: ${nameOf(button)}` : status.dataset.failed ?? "";
    });
  });
}

window.LibraryPage = { root, copy, stampDays, remember, remembered, parsed, ownMarkup, ownScript };
