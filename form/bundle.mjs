// Bundles the form into a folder: node form/bundle.mjs FOLDER
//
// Read of @sveltia/cms 0.221.1: the package asks unpkg.com for what it takes to be missing, loads code
// highlighters of some two hundred languages on demand, and its stylesheet names fonts of a CDN. None of it is
// needed to write records, so highlighters become empty modules, and what is left is served beside the page.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { ofCode } from "./icons.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const into = process.argv[2];
if (!into) {
  console.error("node form/bundle.mjs FOLDER");
  process.exit(2);
}
const cms = join(here, "node_modules/@sveltia/cms");

/** Highlighters, the drawing of maps, and the interface in languages that the form does not offer: modules that hold nothing. */
const leftOut = {
  name: "left-out",
  setup({ onResolve, onLoad }) {
    const nothing = { path: "nothing", namespace: "left-out" };
    onResolve({ filter: /^(@shikijs\/(langs|themes)\/|terra-draw|leaflet)/ }, () => nothing);
    onResolve({ filter: /locales\/[A-Za-z-]+\.json$/ }, ({ path }) => (/\/(en-US|ru|ko)\.json$/.test(path) ? undefined : nothing));
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "export default [];" }));
  },
};

/**
 * Addresses of other hosts that the package asks by itself: fonts, which it has beside it too, the state of GitHub, and
 * the newest version of its own. A release that names them otherwise ends the bundling, so that nobody is asked unseen.
 */
const OTHER_HOSTS = [
  [/@font-face \{[^}]*cdn\.jsdelivr\.net[^}]*\}/g, "", 3],
  [/https:\/\/www\.githubstatus\.com\/api\/v2\/status\.json/g, 'data:application/json,{"status":{"indicator":"none"}}', 1],
  [/https:\/\/status-api\.hostedstatus\.com/g, "data:application/json,{}#", 1],
  [/https:\/\/unpkg\.com/g, "data:application/json,{}#", 4],
];
/**
 * A picker draws every term of its list at once: 22,000 persons took half a minute to open and seconds for each letter.
 * From FEW terms on it draws the first MOST that hold what was typed, and those that register do not copy all before them.
 */
const FEW = 300;
const MOST = 100;
const LONG_LISTS = [
  ["register(e){return j(this.#t,[...R(this.#t),e]),()=>{j(this.#t,R(this.#t).filter(t=>t!==e))}}",
    "register(e){let a=R(this.#t);return a.push(e),()=>{let n=a.indexOf(e);n<0||a.splice(n,1)}}"],
  ["te=lre(),ne=()=>",
    `te=lre(),drawn=k(()=>{if(te.entries.length<${FEW}||!te.expanded)return null;let n=Au(R(C)),d=[];for(let e of te.entries)` +
    `if((e.selected||!n||Au(e.label).includes(n))&&d.push(e)>=${MOST})break;return new Set(d)}),drawnFrom=te.drawn=()=>R(drawn),ne=()=>`],
  ["T=k(()=>!R(C)||R(w)>0)", "T=k(()=>!R(C)||R(w)>0||drawnFrom()?.size>0)"],
  ["u&&dc(u.register({get value(){return o()}", "let own;u&&dc(u.register(own={get value(){return o()}"],
  ["let d=k(()=>!u||u.expanded);", "let d=k(()=>!u||u.expanded&&(u.drawn?.()?.has(own)??!0));"],
];
/**
 * A proposal began at the newest commit, with the whole file as it was when the form read it: what others had changed
 * meanwhile was taken back without a word. It begins where the form has read the records, so that git joins both or says where
 * they meet.
 */
const MEANWHILE = [
  ["let o=a.ref.target.oid;try{await nJ(cbe,", "let o=LJ.current||a.ref.target.oid;try{await nJ(cbe,"],
];
/**
 * Russian has another case after "Add" than a label stands in ("Добавить Статья"): behind a colon the label is right.
 */
const ADD_IN_RUSSIAN = ["Добавить {$name}", "Добавить: {$name}"];
const russian = {
  name: "russian",
  setup({ onLoad }) {
    onLoad({ filter: /locales\/ru\.json$/ }, async ({ path }) => {
      const words = JSON.parse(await readFile(path, "utf-8"));
      const [written, mended] = ADD_IN_RUSSIAN;
      if (words.add_x !== written) {
        return { errors: [{ text: `the Russian button says "${words.add_x}" in this release, not "${written}": look again at how it names a field` }] };
      }
      return { contents: JSON.stringify({ ...words, add_x: mended }), loader: "json" };
    });
  },
};
const ownHost = {
  name: "own-host",
  setup({ onLoad }) {
    onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, async ({ path }) => {
      let contents = await readFile(path, "utf-8");
      for (const [pattern, mended, times] of OTHER_HOSTS) {
        const found = contents.match(pattern)?.length ?? 0;
        if (found !== times) {
          return { errors: [{ text: `${pattern} stands ${found} times in this release, not ${times}: look again at what it asks of whom` }] };
        }
        contents = contents.replace(pattern, mended);
      }
      for (const [written, mended] of [...LONG_LISTS, ...MEANWHILE]) {
        if (contents.split(written).length !== 2) {
          return { errors: [{ text: `${written} is no more in this release: look again at how it draws long lists, and from where it proposes` }] };
        }
        contents = contents.replace(written, () => mended);
      }
      return { contents, loader: "js" };
    });
  },
};

await rm(into, { recursive: true, force: true });
await mkdir(into, { recursive: true });
const { metafile } = await build({
  entryPoints: { form: join(here, "form.js") },
  outdir: into,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2023",
  minify: true,
  legalComments: "linked",
  chunkNames: "form-[hash]",
  metafile: true,
  plugins: [leftOut, russian, ownHost],
  logLevel: "warning",
});

/** What turns photographs of telephones into other formats, and maps of sources: no field of a record takes such a file. */
const UNUSED = /^(heic|webp_enc|marker-icon)|\.map$/;
const assets = join(cms, "npm/assets");
const code = await readFile(join(cms, "npm/index.js"), "utf-8");
await mkdir(join(into, "assets"));
for (const name of (await readdir(assets)).filter((each) => !UNUSED.test(each))) {
  const data = await readFile(join(assets, name));
  await writeFile(join(into, "assets", name), /^material-symbols.*\.woff2$/.test(name) ? await ofCode(data, code) : data);
}
console.log(Object.entries(metafile.outputs).map(([name, { bytes }]) => `${bytes} ${name}`).sort().join("\n"));
