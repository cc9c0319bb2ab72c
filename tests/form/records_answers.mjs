// Reads files as JSON lines, opens and saves each as the form does, and answers with what is written.
import { createInterface } from "node:readline";
import { fromCase, fromYaml, toCase, toYaml } from "../../form/records.js";

for await (const line of createInterface({ input: process.stdin })) {
  const { text, format, shapes, added } = JSON.parse(line);
  const kind = format.replace(/^record-/, "");
  const values = kind === "frontmatter" ? fromCase(text, "en") : fromYaml(text, "en", kind);
  const changed = added ? { ...values, id: added } : values;
  console.log(JSON.stringify(kind === "frontmatter" ? toCase(changed, shapes) : toYaml(changed, shapes, kind)));
}
