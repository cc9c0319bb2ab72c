// Records as the form reads and writes them: every value is text, and a file that is saved keeps what its values do not say.

import { layout, parse, texts, write } from "./writer.js";

const EDITOR = "# yaml-language-server: $schema=";
/** An article of no issue is a work in another folder. */
export const ARTICLE = "article";
/** Where the schema of a kind of record lies, from the folder of its records. @param {string} kind */
const schemaOf = (kind) => `${["issue", ARTICLE].includes(kind) ? "../../" : "../"}schemas/${kind === ARTICLE ? "work" : kind}.json`;
/** The text of each file as it was last read or written, by what it is known by. @type {Map<string, string>} */
const read = new Map();
/** A field of the form alone: what a picker calls a person or a body. */
const SHOWN = "shown_as";

/** What a file is known by: a vocabulary by its kind, a record by its id too. @param {string} kind @param {any} data */
const called = (kind, data) => (Array.isArray(data) ? kind : `${kind} ${data.id}`);

/** @param {any} term @param {string} language */
function shownAs(term, language) {
  const [name] = term.names ?? [];
  return name?.label ? name.label[language] ?? Object.values(name.label)[0] : [name?.family, name?.given, name?.suffix].filter(Boolean).join(", ");
}

/** Text of a file of YAML to values. @param {string} text @param {string} language @param {string} kind @returns {any} */
export function fromYaml(text, language, kind) {
  const data = /** @type {any} */ (parse(text));
  if (!data) {
    return {};
  }
  read.set(called(kind, data), text);
  return Array.isArray(data) && data[0]?.names ? data.map((term) => ({ ...term, [SHOWN]: shownAs(term, language) || term.id })) : data;
}

/** Values to the text of a file. @param {any} content @param {{[kind: string]: any}} shapes @param {string} kind @returns {string} */
export function toYaml(content, shapes, kind) {
  const written = texts(bareNames(Array.isArray(content) ? content.map(withoutShown) : content));
  const before = read.get(called(kind, written));
  const text = write(written, shapes[kind === ARTICLE ? "work" : kind], before === undefined ? null : layout(before));
  const whole = before === undefined && !Array.isArray(written) ? `${EDITOR}${schemaOf(kind)}\n${text}` : text;
  read.set(called(kind, written), whole);
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
  return found ? { ...fromYaml(found[1], language, "work"), body: found[2].replace(/^\n+|\n+$/g, "") } : {};
}

/** @param {any} content @param {{[kind: string]: any}} shapes */
export function toCase({ body, ...fields }, shapes) {
  const below = (body ?? "").replace(/\s+$/, "");
  return `---\n${toYaml(fields, shapes, "work")}---\n${below ? `\n${below}\n` : ""}`;
}

/** The text of a case study in another language. @param {string} text */
export const fromText = (text) => ({ body: text.trimEnd() });

/** @param {any} content */
export const toText = ({ body }) => `${(body ?? "").trimEnd()}\n`;
