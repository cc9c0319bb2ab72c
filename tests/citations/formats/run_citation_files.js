/* Asks the script that composes and cuts files of citations, without a browser. Standard input: JSON,
   {index, files: [{text, ending}], lists: [[path, ending]]}. Standard output: JSON, for each file its
   entries, and what a file of each alone holds; for each list its file. */
import fs from "node:fs";
import { composed, cut, entries } from "../../../overrides/assets/javascripts/search/citation-files.js";
import { Files } from "../../../overrides/assets/javascripts/search/files.js";

async function main() {
  const asked = JSON.parse(fs.readFileSync(0, "utf8"));
  const files = new Files(async (name) => asked.index[name]);
  const { formats } = await files.load("formats.json");
  const answers = [];
  for (const { text, ending } of asked.files) {
    const found = entries(text, formats[ending]);
    const alone = await Promise.all(found.map((_, number) => cut(files, text, ending, number)));
    answers.push({ entries: found, alone: alone.map((file) => file.text), type: alone[0].type });
  }
  const lists = [];
  for (const [list, ending] of asked.lists) { lists.push(await composed(files, list, ending)); }
  process.stdout.write(JSON.stringify({ files: answers, lists }));
}

main();
