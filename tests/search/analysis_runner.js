// Runs functions of the browser's analysis for the tests: [[name, argument, …], …] on standard input, their results on standard
// output; with the argument "lines" one such list a line, each answered at once.
import fs from "node:fs";
import readline from "node:readline";
import { withoutParticle } from "../../overrides/assets/javascripts/search/korean.js";
import { otherLayouts, otherLayoutsOfQuery } from "../../overrides/assets/javascripts/search/layouts.js";
import { fold, tokens } from "../../overrides/assets/javascripts/search/letters.js";
import { distance, skeleton } from "../../overrides/assets/javascripts/search/likeness.js";
import { shortened } from "../../overrides/assets/javascripts/search/shortened.js";
import { isStopword, stem } from "../../overrides/assets/javascripts/search/stems.js";

const analysis = new Map(Object.entries({
  withoutParticle, otherLayouts, otherLayoutsOfQuery, fold, tokens, distance, skeleton, shortened, isStopword, stem,
}));

/** @param {string} text */
function answer(text) { return JSON.stringify(JSON.parse(text).map(([name, ...values]) => analysis.get(name)(...values))); }

if (process.argv[2] === "lines") {
  readline.createInterface({ input: process.stdin }).on("line", (line) => process.stdout.write(`${answer(line)}\n`));
} else {
  process.stdout.write(answer(fs.readFileSync(0, "utf-8")));
}
