// A table as a workbook of one sheet (ECMA-376, Part 1, 18): the build makes the same of the whole library
// (hooks/library/citations/formats/workbook.py).

import { zipped } from "./zip.js";

// A space that keeps spreadsheets from running a cell of the table; a cell of a workbook says that it is text.
const KEPT = /^ (?=[=+\-@＝＋－＠])/;

/**
 * The cells of a table in CSV as the library writes it.
 * @param {string} text
 */
export function cells(text) {
  /** @type {string[][]} */
  const rows = [];
  for (const line of text.split("\r\n").slice(0, -1)) {
    // A quoted cell holds no line break: the table's writer leaves none.
    const found = [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)];
    rows.push(found.map(([, quoted, bare]) => (quoted === undefined ? bare : quoted.replaceAll('""', '"')).replace(KEPT, "")));
  }
  return rows;
}

/** Columns of whole numbers; all else is text: ISBNs and dates too. */
const NUMBERS = new Set(["year", "extent", "volumes"]);
const LONGEST = 32767; // of a cell's text

/** @param {number} number from 0 */
function column(number) {
  return (number >= 26 ? String.fromCharCode(64 + Math.floor(number / 26)) : "") + String.fromCharCode(65 + (number % 26));
}

/** @param {string} text */
function escaped(text) {
  return text.slice(0, LONGEST)
    // What looks like a coded character would be read as one (22.9.2.19).
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    // eslint-disable-next-line no-control-regex -- XML cannot hold them
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/**
 * @param {readonly (readonly string[])[]} rows the first names the columns
 */
function sheet(rows) {
  const names = rows[0];
  const last = column(names.length - 1);
  const lines = rows.map((row, number) => {
    const made = row.map((text, place) => {
      if (!text) { return ""; }
      const at = `${column(place)}${number + 1}`;
      if (number && NUMBERS.has(names[place]) && /^\d{1,9}$/.test(text)) { return `<c r="${at}"><v>${text}</v></c>`; }
      return `<c r="${at}" s="${number ? 1 : 2}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    });
    return `<row r="${number + 1}">${made.join("")}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><dimension ref="A1:${last}${rows.length}"/>`
    + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${names.length}" width="24" customWidth="1"/></cols>`
    + `<sheetData>${lines.join("")}</sheetData><autoFilter ref="A1:${last}${rows.length}"/></worksheet>`;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Every part but the sheet. Format 49 is text: a cell that somebody edits stays as it is typed. */
const PARTS = /** @type {const} */ ([
  ["[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    + `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>`
    + `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/></Types>`],
  ["_rels/.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`],
  ["xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Publications" sheetId="1" r:id="rId1"/></sheets></workbook>`],
  ["xl/_rels/workbook.xml.rels", `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>`
    + `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`],
  ["xl/styles.xml", `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>`
    + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    + '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
    + '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'],
]);

/**
 * The workbook of a table; the same bytes for the same table.
 * @param {readonly (readonly string[])[]} rows
 */
export function workbook(rows) {
  return zipped([...PARTS.map(([path, text]) => /** @type {[string, string]} */ ([path, HEAD + text])), ["xl/worksheets/sheet1.xml", sheet(rows)]]);
}
