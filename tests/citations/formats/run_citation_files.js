/* Asks the script that composes and cuts files of citations, without a browser. Standard input: JSON,
   {index, wanted, files: [{text, ending}], lists: [[path, ending, every]]}. Standard output: JSON, for each file its
   entries, and what a file of each alone holds; for each list its file. */
import fs from "node:fs";
import { composed, cut, entries, worksOf } from "../../../overrides/assets/javascripts/search/citation-files.js";
import { editionsOf } from "../../../overrides/assets/javascripts/search/editions.js";
import { Files } from "../../../overrides/assets/javascripts/search/files.js";

async function main() {
  const asked = JSON.parse(fs.readFileSync(0, "utf8"));
  const files = new Files(async (name) => asked.index[name]);
  const { formats } = await files.load("formats.json");
  const answers = [];
  for (const { text, ending } of asked.files) {
    const found = entries(text, formats[ending]);
    const alone = await Promise.all(found.map((_, number) => cut(files, text, ending, number)));
    answers.push({ entries: found, alone: alone.map((file) => file.data), type: alone[0].type });
  }
  const lists = [];
  for (const [list, ending, every] of asked.lists) {
    const numbers = await worksOf(files, list);
    const { places, editions, day } = await editionsOf(files, numbers, asked.wanted);
    const { data, type, copied } = await composed(files, numbers, ending, every ? undefined : places);
    const text = typeof data === "string" ? data : Buffer.from(data).toString("base64");
    lists.push({ text, type, copied, works: numbers.length, editions, day });
  }
  process.stdout.write(JSON.stringify({ files: answers, lists }));
}

main();
