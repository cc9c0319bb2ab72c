// The staff's form: Sveltia CMS with the configuration that the library makes of its model, and with the library's own writer.

import { language } from "./before.js";
import CMS from "@sveltia/cms";
import { ARTICLE, fromCase, fromText, fromYaml, toCase, toText, toYaml } from "./records.js";

const answer = await fetch(`config.${language}.json`);
const { shapes, ...config } = await answer.json();
for (const kind of [...Object.keys(shapes), ARTICLE]) {
  CMS.registerCustomFormat(`record-${kind}`, "yml", {
    fromFile: (text) => fromYaml(text, language, kind),
    toFile: (content) => toYaml(content, shapes, kind),
  });
}
CMS.registerCustomFormat("record-frontmatter", "md", {
  fromFile: (text) => fromCase(text, language),
  toFile: (content) => toCase(content, shapes),
});
CMS.registerCustomFormat("text-frontmatter", "md", { fromFile: fromText, toFile: toText });
await CMS.init({ config });
