// Records as the form reads and writes them: every value is text, and a file that is saved keeps what its values do not say.

import { layout, parse, texts, write } from "./writer.js";

const EDITOR = "# yaml-language-server: $schema=";
const SCHEMAS = { work: "../schemas/work.json", issue: "../../schemas/issue.json" };
/** The text of each file as it was last read or written, by what its record is known by. @type {Map<string, string>} */
const read = new Map();
/** The same of vocabularies, with the ids of their terms. @type {{ids: Set<string>, text: string}[]} */
const vocabularies = [];
/** A field of the form alone: what a picker calls a person or a body. */
const SHOWN = "shown_as";

/** What kind of file holds these values. @param {any} data */
function kindOf(data) {
  if (Array.isArray(data)) {
    return data.some((term) => term.names) ? "parties" : "terms";
  }
  return "titles" in data ? "journal" : "complete" in data || "articles" in data ? "issue" : "work";
}

/** The text that a file had, undefined where it is new. @param {string} kind @param {any} data @returns {string | undefined} */
function textBefore(kind, data) {
  if (!Array.isArray(data)) {
    return read.get(`${kind} ${data.id}`);
  }
  const shared = ({ ids }) => data.filter(({ id }) => ids.has(id)).length;
  const [best] = [...vocabularies].sort((one, other) => shared(other) - shared(one));
  return best && 2 * shared(best) >= best.ids.size ? best.text : undefined;
}

/** @param {string} kind @param {any} data @param {string} text */
function remember(kind, data, text) {
  if (!Array.isArray(data)) {
    read.set(`${kind} ${data.id}`, text);
    return;
  }
  const before = textBefore(kind, data);
  const place = vocabularies.findIndex((vocabulary) => vocabulary.text === before);
  vocabularies.splice(place < 0 ? vocabularies.length : place, place < 0 ? 0 : 1, { ids: new Set(data.map(({ id }) => id)), text });
}

/** @param {any} term @param {string} language */
function shownAs(term, language) {
  const [name] = term.names ?? [];
  return name?.label ? name.label[language] ?? Object.values(name.label)[0] : [name?.family, name?.given, name?.suffix].filter(Boolean).join(", ");
}

/** Text of a file of YAML to values. @param {string} text @param {string} language @returns {any} */
export function fromYaml(text, language) {
  const data = /** @type {any} */ (parse(text));
  if (!data) {
    return {};
  }
  remember(kindOf(data), data, text);
  return Array.isArray(data) && data[0]?.names ? data.map((term) => ({ ...term, [SHOWN]: shownAs(term, language) || term.id })) : data;
}

/** Values to the text of a file. @param {any} content @param {{[kind: string]: any}} shapes @returns {string} */
export function toYaml(content, shapes) {
  const written = texts(bareNames(Array.isArray(content) ? content.map(withoutShown) : content));
  const kind = kindOf(written);
  const before = textBefore(kind, written);
  const shape = shapes[kind] ?? shapes.terms;
  const text = write(written, shape, before === undefined ? null : layout(before));
  const whole = before === undefined && kind in SCHEMAS ? `${EDITOR}${SCHEMAS[/** @type {keyof SCHEMAS} */ (kind)]}\n${text}` : text;
  remember(kind, written, whole);
  return whole;
}

/** @param {any} term */
function withoutShown({ [SHOWN]: _shown, ...term }) {
  return term;
}

/** The form stores a chosen file with the folder in which it lies; records name the file alone. @param {any} value @returns {any} */
function bareNames(value) {
  if (Array.isArray(value)) {
    return value.map(bareNames);
  }
  if (value === null || typeof value !== "object") {
    return value;
  }
  const bare = (/** @type {[string, any]} */ [name, item]) =>
    ["file", "cover"].includes(name) && typeof item === "string" ? [name, item.slice(item.lastIndexOf("/") + 1)] : [name, bareNames(item)];
  return Object.fromEntries(Object.entries(value).map(bare));
}

const FRONT = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/;

/** A case study: fields in front of its text. @param {string} text @param {string} language */
export function fromCase(text, language) {
  const found = FRONT.exec(text);
  return found ? { ...fromYaml(found[1], language), body: found[2].replace(/^\n+|\n+$/g, "") } : {};
}

/** @param {any} content @param {{[kind: string]: any}} shapes */
export function toCase({ body, ...fields }, shapes) {
  const below = (body ?? "").replace(/\s+$/, "");
  return `---\n${toYaml(fields, shapes)}---\n${below ? `\n${below}\n` : ""}`;
}

/** The text of a case study in another language. @param {string} text */
export const fromText = (text) => ({ body: text.trimEnd() });

/** @param {any} content */
export const toText = ({ body }) => `${(body ?? "").trimEnd()}\n`;
