// What has to be settled before the form's own code begins: it starts by itself otherwise, and reads its language once.

const LANGUAGES = ["en", "ru", "kk"];
const KEPT = "library.form.language";

/** The form's language: the address's, else the one chosen before, else the browser's first that the form speaks. */
function chosen() {
  const named = new URLSearchParams(location.search).get("language");
  const wanted = [named, localStorage.getItem(KEPT), ...navigator.languages.map((tag) => tag.split("-")[0])];
  return wanted.find((tag) => LANGUAGES.includes(tag)) ?? "en";
}

export const language = chosen();
localStorage.setItem(KEPT, language);
document.documentElement.lang = language;
window.CMS_MANUAL_INIT = true;
