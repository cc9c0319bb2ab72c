/* Reads a file of citations by a reader of npm. Argument: reader and format, as in citation-js:ris. Standard input: the file.
   Standard output: JSON, of citation-js its items of CSL, of Better BibTeX's parser each entry's fields. */
import fs from "node:fs";
import { Cite } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { parse } from "@retorquere/bibtex-parser";

const TYPES = { bibtex: "@biblatex/text", ris: "@ris/file" };

function byBetterBibtex(text) {
  const { entries, errors } = parse(text);
  return { entries: entries.map(({ key, fields }) => ({ key, fields })), errors: errors.map(({ error }) => error) };
}

const [reader, format] = process.argv[2].split(":");
const text = fs.readFileSync(0, "utf8");
const read = reader === "citation-js" ? new Cite(text, { forceType: TYPES[format] }).data : byBetterBibtex(text);
process.stdout.write(JSON.stringify(read));
