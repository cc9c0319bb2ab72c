// Writes a record as people would lay it out: the rules of hooks/library/catalogue/writing.py, in the browser. Both are held to
// one file of cases, tests/form/writing.yml, and to every record of the catalogue.

import { LineCounter, isMap, isScalar, isSeq, parseDocument } from "yaml";

const WIDTH = 104;
const INLINE = 110;
const BLOCK = new Set(["note", "variants", "former_addresses"]);
const APART = new Set(["title", "summary", "supplied", "issued", "creators", "themes", "editions", "added", "articles"]);
const NAMES = ["id", "citation_key", "party", "language"];
const INDICATORS = "-?:,[]{}#&*!|>'\"%@`";
const GUESSED = /^(?:y|n|on|off|true|false|null|none|~|[0-9]+:[0-5]?[0-9](?::[0-5]?[0-9])*|=|<<|0x[0-9a-f]+|0o?[0-9]+)$/i;

/** @typedef {string | Value[] | {[name: string]: Value}} Value A record's values: texts in mappings and lists. */
/** @typedef {{above: Map<string, string[]>, end: string[]}} Layout Comments and empty lines, by the place above which they stand. */

/** The number of letters, whatever planes of Unicode they come from. @param {string} text */
const letters = (text) => [...text].length;

/**
 * The values in a text of YAML, every one of them as text. Throws where it is no YAML: what was read of it in part would be saved as the whole.
 * @param {string} text @returns {Value}
 */
export function parse(text) {
  const document = parseDocument(text, { schema: "failsafe", uniqueKeys: true });
  if (document.errors.length) {
    throw document.errors[0];
  }
  return texts(document.toJS() ?? {});
}

/** The same values without what is empty: what is not known is left out. @param {any} value @returns {any} */
export function texts(value) {
  if (Array.isArray(value)) {
    return value.map(texts).filter((item) => item !== undefined);
  }
  if (value !== null && typeof value === "object") {
    const kept = Object.entries(value).map(([name, item]) => [name, texts(item)]).filter(([, item]) => item !== undefined);
    return kept.length ? Object.fromEntries(kept) : undefined;
  }
  const text = value === null || value === undefined ? "" : String(value).split(/\s+/u).filter(Boolean).join(" ");
  return text === "" ? undefined : text;
}

/** The layout of a file as it is. @param {string} text @returns {Layout} */
export function layout(text) {
  const counter = new LineCounter();
  const document = parseDocument(text, { schema: "failsafe", lineCounter: counter });
  const lines = text.split("\n");
  /** @type {{place: string, line: number, depth: number, starts: boolean}[]} */
  const found = [];
  collect(document.contents, [], counter, lines, found);
  found.sort((one, other) => one.line - other.line || one.depth - other.depth);
  const above = new Map();
  const begun = new Set();
  for (const { place, line, starts } of found) {
    if (!starts) {
      continue;
    }
    if (!above.has(place)) {
      above.set(place, begun.has(line) ? [] : linesAbove(lines, line));
    }
    begun.add(line);
  }
  return { above, end: linesBelow(lines, Math.max(0, ...found.map(({ line }) => line + 1))) };
}

/** @param {any} node @param {(string | number)[]} keys @param {LineCounter} counter @param {string[]} lines @param {any[]} found */
function collect(node, keys, counter, lines, found) {
  const add = (/** @type {any} */ at, /** @type {(string | number)[]} */ below, /** @type {boolean} */ inMapping) => {
    const { line, col } = counter.linePos(at.range[0]);
    const starts = inMapping || /^[\s-]*$/u.test(lines[line - 1].slice(0, col - 1));
    found.push({ place: JSON.stringify(below), line: line - 1, depth: below.length, starts });
  };
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      const below = [...keys, String(isScalar(key) ? key.value : key)];
      add(key, below, true);
      collect(value, below, counter, lines, found);
    }
  } else if (isSeq(node)) {
    node.items.forEach((item, number) => {
      const below = [...keys, named(/** @type {any} */ (item)?.toJSON?.(), number)];
      add(item, below, false);
      collect(item, below, counter, lines, found);
    });
  }
}

/** What an item of a list is known by, so that it may move. @param {any} item @param {number} number */
function named(item, number) {
  const called = item && typeof item === "object" ? NAMES.map((name) => item[name]).find((name) => typeof name === "string") : undefined;
  return called === undefined ? number : `=${called}`;
}

/** @param {string} line */
const column = (line) => line.length - line.trimStart().length;

/** @param {string[]} lines @param {number} number */
function linesAbove(lines, number) {
  let first = number;
  const margin = column(lines[number]);
  while (first > 0 && (!lines[first - 1].trim() || (lines[first - 1].trimStart().startsWith("#") && column(lines[first - 1]) <= margin))) {
    first -= 1;
  }
  return lines.slice(first, number);
}

/** @param {string[]} lines @param {number} last */
function linesBelow(lines, last) {
  const first = lines.findIndex((line, number) => number >= last && line.startsWith("#"));
  return first < 0 ? [] : lines.slice(first).filter((line) => line.startsWith("#") || !line.trim());
}

/**
 * The text of a file that holds the data. Throws where what would be written is read as something else.
 * @param {Value} data @param {any} shape The settled order of fields. @param {Layout | null} before The layout of the file as it was.
 */
export function write(data, shape, before) {
  const body = block(data, shape, 0, [], before);
  const text = `${[...body, ...(before?.end ?? [])].join("\n").replace(/^\n+|\n+$/g, "")}\n`;
  if (canonical(parse(text)) !== canonical(data)) {
    throw new Error("The record cannot be written: it would be read otherwise.");
  }
  return text;
}

/** Values as a text that is the same whatever the order of fields. @param {any} value @returns {string} */
function canonical(value) {
  const sorted = (/** @type {string} */ _name, /** @type {any} */ item) =>
    item && typeof item === "object" && !Array.isArray(item) ? Object.fromEntries(Object.entries(item).sort(([one], [other]) => (one < other ? -1 : 1))) : item;
  return JSON.stringify(value, sorted);
}

/** @param {any} data @param {any} shape @param {number} indent @param {(string | number)[]} keys @param {Layout | null} before @returns {string[]} */
function block(data, shape, indent, keys, before) {
  if (Array.isArray(data)) {
    return data.flatMap((item, number) => listItem(item, shape, indent, [...keys, named(item, number)], before, number));
  }
  const names = [...Object.keys(shape).filter((name) => name in data), ...Object.keys(data).filter((name) => !(name in shape))];
  return names.flatMap((name) => entry(name, data[name], shape[name] ?? {}, indent, [...keys, name], before));
}

/** @param {string} name @param {any} value @param {any} shape @param {number} indent @param {(string | number)[]} keys @param {Layout | null} before */
function entry(name, value, shape, indent, keys, before) {
  const lines = standingAbove(keys, before, indent === 0 && APART.has(name));
  const start = `${" ".repeat(indent)}${name}:`;
  if (typeof value === "string") {
    return [...lines, ...oneText(`${start} `, value, indent + 2)];
  }
  if (Array.isArray(value) && value.every((item) => typeof item === "string") && !BLOCK.has(name)) {
    return [...lines, ...inBrackets(`${start} `, value)];
  }
  return [...lines, start, ...block(value, shape, indent + 2, keys, before)];
}

/** @param {any} value @param {any} shape @param {number} indent @param {(string | number)[]} keys @param {Layout | null} before @param {number} number */
function listItem(value, shape, indent, keys, before, number) {
  const above = standingAbove(keys, before, (keys.length === 1 && number > 0) || (keys.length === 2 && keys[0] === "articles"));
  if (typeof value === "string") {
    return [...above, ...oneText(`${" ".repeat(indent)}- `, value, indent + 2)];
  }
  const lines = block(value, shape, indent + 2, keys, before);
  const first = lines.findIndex((line) => line.trim() && !line.trimStart().startsWith("#"));
  return [...above, ...lines.slice(0, first), `${" ".repeat(indent)}- ${lines[first].trimStart()}`, ...lines.slice(first + 1)];
}

/** @param {(string | number)[]} keys @param {Layout | null} before @param {boolean} apart */
function standingAbove(keys, before, apart) {
  return before?.above.get(JSON.stringify(keys)) ?? (apart ? [""] : []);
}

/** @param {string} start @param {string} text @param {number} indent */
function oneText(start, text, indent) {
  const written = scalar(text);
  if (letters(start) + letters(written) <= INLINE || !text.includes(" ")) {
    return [start + written];
  }
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line && letters(line) + 1 + letters(word) + indent > WIDTH) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [`${start}>-`, ...[...lines, line].map((each) => " ".repeat(indent) + each)];
}

/** A text on one line, in the quotes that it needs. @param {string} text @param {boolean} [brackets] */
export function scalar(text, brackets = false) {
  if (isPlain(text) && !GUESSED.test(text) && !(brackets && (INDICATORS.includes(text[0]) || /[,[\]{}]/.test(text)))) {
    return text;
  }
  if (!text.includes("'")) {
    return `'${text}'`;
  }
  return text.includes('"') || text.includes("\\") ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** @param {string} text */
function isPlain(text) {
  if (!text || text !== text.trim() || text.includes(": ") || text.includes(" #") || text.endsWith(":")) {
    return false;
  }
  return !INDICATORS.includes(text[0]) || ("-?:".includes(text[0]) && text.length > 1 && !" -".includes(text[1]));
}

/** @param {string} start @param {string[]} items */
function inBrackets(start, items) {
  const lines = [];
  let line = `${start}[`;
  items.forEach((item, number) => {
    const written = `${scalar(item, true)}${number === items.length - 1 ? "]" : ","}`;
    if (number && letters(line) + 1 + letters(written) > WIDTH) {
      lines.push(line);
      line = " ".repeat(letters(start) + 1) + written;
    } else {
      line = number ? `${line} ${written}` : line + written;
    }
  });
  return [...lines, items.length ? line : `${line}]`];
}
