/* Asks a built index questions, without a browser: the scripts of the search page over files on
   a disk. Arguments: the site's folder. Standard input: JSON, a list of {query, language, everywhere}.
   Standard output: JSON, a list of {how, as, works} with addresses, the best first, and the bytes read. */
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");

const site = process.argv[2];
const scripts = path.join(__dirname, "..", "..", "overrides", "assets", "javascripts", "search");
const index = path.join(site, "search", "index");
const LANGUAGES = ["en", "ru", "kk", "ko"];

const context = vm.createContext({ URLSearchParams });
for (const name of ["rules", "stemmers/base", "stemmers/english", "stemmers/russian", "analysis", "files", "facets", "words"]) {
  vm.runInContext(fs.readFileSync(path.join(scripts, name + ".js"), "utf8"), context, { filename: name });
}
const space = vm.runInContext("LibrarySearch", context);

let read = 0;
function files() {
  return new space.files.Files((name) => fs.promises.readFile(path.join(index, name), "utf8").then((text) => {
    read += Buffer.byteLength(text);
    return text;
  }));
}

async function answer(asked, kept, addresses) {
  read = 0;
  const search = new space.words.Search(asked.cold ? files() : kept, space.analysis, addresses.length);
  const found = await search.find(asked.query, asked.language, LANGUAGES, Boolean(asked.everywhere));
  const numbers = Array.from(found.scores.keys()).sort((a, b) => found.scores.get(b) - found.scores.get(a) || b - a);
  return { how: found.how, as: found.as, bytes: read, works: numbers.map((number) => addresses[number]), scores: numbers.map((number) => found.scores.get(number)) };
}

async function main() {
  const asked = JSON.parse(fs.readFileSync(0, "utf8"));
  const kept = files();
  const { addresses } = await kept.load("addresses.json");
  const answers = [];
  for (const one of asked) { answers.push(await answer(one, kept, addresses)); }
  process.stdout.write(JSON.stringify(answers));
}

main();
