// Runs functions of the browser's analysis for the tests: [[name, argument, …], …] on standard input, their results on standard
// output; with the argument "lines" one such list a line, each answered at once.
"use strict";
const fs = require("fs");
const path = require("path");
const readline = require("readline");
const vm = require("vm");

const folder = path.join(__dirname, "..", "..", "overrides", "assets", "javascripts", "search");
const page = vm.createContext({});
for (const name of ["rules", "stemmers/base", "stemmers/english", "stemmers/russian", "analysis"]) {
  vm.runInContext(fs.readFileSync(path.join(folder, name + ".js"), "utf-8"), page, { filename: name + ".js" });
}

function answer(text) {
  return JSON.stringify(JSON.parse(text).map(([name, ...values]) => page.LibrarySearch.analysis[name](...values)));
}

if (process.argv[2] === "lines") {
  readline.createInterface({ input: process.stdin }).on("line", (line) => process.stdout.write(answer(line) + "\n"));
} else {
  process.stdout.write(answer(fs.readFileSync(0, "utf-8")));
}
