// The staff's form: Sveltia CMS with the configuration that the library makes of its model.

import { language } from "./before.js";
import CMS from "@sveltia/cms";
import { parse, stringify } from "yaml";

const answer = await fetch(`config.${language}.json`);
const config = await answer.json();
CMS.registerCustomFormat("record", "yml", { fromFile: (t) => { const d = parse(t, {schema: "failsafe"}); if (Array.isArray(d)) for (const e of d) if (e.names) { const n = e.names[0]; e.shown_as = n.label ? n.label[language] ?? n.label.en : [n.family, n.given, n.suffix].filter(Boolean).join(", "); } return d; }, toFile: (v) => stringify(v) });
CMS.registerCustomFormat("record-frontmatter", "md", { fromFile: (t) => { const m = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(t); return m ? {...parse(m[1], {schema: "failsafe"}), body: m[2]} : {kind: "text", body: t}; }, toFile: (v) => stringify(v) });
CMS.registerCustomFormat("text-frontmatter", "md", { fromFile: (t) => t.startsWith("---\n") ? { kind: "record", body: t } : {kind: "text", body: t}, toFile: (v) => v.body });
await CMS.init({ config });
