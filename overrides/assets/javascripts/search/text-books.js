// Beside a text on its page: the text as a book.

import { bookOfText } from "./books.js";
import { download } from "./download.js";
import { parts } from "./elements.js";

for (const button of parts(document, "[data-book]")) {
  const text = button.closest(".lib-text")?.querySelector("div[lang]");
  button.addEventListener("click", async () => {
    if (!(text instanceof HTMLElement)) { return; }
    button.setAttribute("aria-busy", "true");
    const { data, type } = await bookOfText(text, button.dataset);
    download(data, type, `${button.dataset.name}.epub`);
    button.removeAttribute("aria-busy");
  });
}
