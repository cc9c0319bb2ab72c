// Reads cases as JSON lines and answers with what the form's writer makes of each.
import { createInterface } from "node:readline";
import { layout, parse, texts, write } from "../../form/writer.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { before, data, shape } = JSON.parse(line);
  const kept = before === null ? null : layout(before);
  console.log(JSON.stringify(write(data === undefined ? parse(before) : texts(data), shape, kept)));
}
