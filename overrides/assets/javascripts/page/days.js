// References name the day on which the document was seen: today, not the day of the build.

const today = new Date();

/** @param {number} number */
function two(number) { return String(number).padStart(2, "0"); }

// Chromium knows no Kazakh months (it writes "2026 M11 22"); the short ones are their first three letters.
const kazakh = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(" ")[today.getMonth()];

/** @param {string | undefined} locale */
function isKazakh(locale) { return locale?.split("-")[0] === "kk"; }

/**
 * The month beside a day, as Russian has other short months alone than in a date (июнь, июн.).
 * @param {string | undefined} locale
 */
function short(locale) {
  if (isKazakh(locale)) { return kazakh.slice(0, 3); }
  const parts = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }).formatToParts(today);
  return parts.find((part) => part.type === "month")?.value.replace(/\.$/, "");
}

/** @param {string | undefined} locale */
function long(locale) {
  return isKazakh(locale)
    ? `${today.getFullYear()} ж. ${today.getDate()} ${kazakh}`
    : today.toLocaleDateString(locale, { dateStyle: "long" });
}

/** @type {Map<string | undefined, (locale: string | undefined) => string>} */
const forms = new Map([
  ["dots", () => `${two(today.getDate())}.${two(today.getMonth() + 1)}.${today.getFullYear()}`],
  ["month", (locale) => `${today.getFullYear()} ${short(locale)} ${today.getDate()}`],
  ["long", long],
]);

/**
 * Writes today into the references below a node.
 * @param {ParentNode} below
 */
export function stampDays(below) {
  for (const day of /** @type {NodeListOf<HTMLElement>} */ (below.querySelectorAll("[data-accessed]"))) {
    const form = forms.get(day.dataset.accessed);
    if (form) { day.textContent = form(day.dataset.locale); }
  }
}
