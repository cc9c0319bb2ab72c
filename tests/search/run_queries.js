/* Asks a built index questions, without a browser: the scripts of the search page over files on
   a disk. Arguments: the site's folder. Standard input: JSON, a list of {query, language, everywhere}.
   Standard output: JSON, a list of {how, as, works} with addresses, the best first, and the bytes read. */
import fs from "node:fs";
import path from "node:path";
import { Files } from "../../overrides/assets/javascripts/search/files.js";
import { Search } from "../../overrides/assets/javascripts/search/words.js";

const index = path.join(process.argv[2], "search", "index");
const LANGUAGES = ["en", "ru", "kk", "ko"];

let read = 0;
function files() {
  return new Files(async (name) => {
    const text = await fs.promises.readFile(path.join(index, name), "utf8");
    read += Buffer.byteLength(text);
    return text;
  });
}

async function answer(asked, kept, addresses) {
  read = 0;
  const search = new Search(asked.cold ? files() : kept, addresses.length);
  const found = await search.find(asked.query, asked.language, LANGUAGES, Boolean(asked.everywhere));
  const numbers = [...found.scores.keys()].sort((a, b) => found.scores.get(b) - found.scores.get(a) || b - a);
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
