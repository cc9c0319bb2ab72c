"""Scripts keep the habits of today's JavaScript, have the types they say, and are joined into the files that are sent."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from catalogues import ROOT
from library.press.scripts import FOLDER, SCRIPTS, ScriptError, join, joined
from library.press.shortened import script

TESTS = ROOT / "tests"
OVERRIDES = ROOT / "overrides"
WORKER = ROOT / "hooks" / "library" / "offline" / "worker.js"


def run(command: str) -> str:
    done = subprocess.run(["npm", "--prefix", str(TESTS), "run", "--silent", command], capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def test_scripts_keep_the_rules_of_eslint() -> None:
    assert run("lint") == ""


def test_scripts_have_the_types_that_they_say() -> None:
    assert run("types") == ""


def test_a_call_of_a_function_that_was_never_there_is_told(tmp_path: Path) -> None:
    copied = Path(shutil.copytree(OVERRIDES / FOLDER, tmp_path / "scripts"))
    spoilt = copied / "search" / "shortened.js"
    spoilt.write_text(spoilt.read_text("utf-8").replace("word.startsWith(", "word.beginsWith("), "utf-8")
    (tmp_path / "tsconfig.json").write_text(json.dumps({"extends": str(TESTS / "tsconfig.json"), "include": ["scripts"]}), "utf-8")
    done = subprocess.run([str(TESTS / "node_modules" / ".bin" / "tsc"), "-p", str(tmp_path)], capture_output=True, text=True, check=False)
    assert [line.split(": ", 1)[1] for line in done.stdout.splitlines()] == [
        "error TS2551: Property 'beginsWith' does not exist on type 'string'. Did you mean 'endsWith'?"
    ]


# -- joining ---------------------------------------------------------------------------------


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, "utf-8")
    return folder


def output_of(text: str) -> str:
    return subprocess.run(["node", "-"], input=text, capture_output=True, text=True, check=True).stdout


def test_modules_are_joined_in_the_order_in_which_they_need_one_another(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        entry='import { greet } from "./greeting.js";\nimport { name } from "./names.js";\nconst own = "!";\nconsole.log(greet(name) + own);\n',
        greeting='import { name } from "./names.js";\nconst own = "Hello, ";\n'
        "console.log(`first ${name}`);\nexport function greet(who) { return own + who; }\n",
        names='export const name = "world";\nexport class Unused {}\nexport async function late() {}\n',
    )
    assert output_of(script(join(folder, "entry"))) == "first world\nHello, world!\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('import { gone } from "./other.js";\n', "entry.js imports gone, which other.js does not export"),
        ('import { a } from "./nowhere.js";\n', "there is no module nowhere.js"),
        ('import { a } from "./entry.js";\nexport const a = 1;\n', "entry.js imports itself by way of itself"),
        ('import all from "./other.js";\n', "is written otherwise"),
        ('import * as all from "./other.js";\n', "is written otherwise"),
        ("export default 1;\n", "is written otherwise"),
        ("export let a = 1;\n", "is written otherwise"),
        ('export { here } from "./other.js";\n', "is written otherwise"),
    ],
)
def test_a_module_that_cannot_be_joined_is_told(text: str, told: str, tmp_path: Path) -> None:
    folder = written(tmp_path, entry=text, other="export const here = 1;\n")
    with pytest.raises(ScriptError, match=told):
        join(folder, "entry")


def test_a_circle_of_modules_is_told(tmp_path: Path) -> None:
    folder = written(
        tmp_path, a='import { b } from "./b.js";\nexport const a = 1;\n', b='import { a } from "./a.js";\nexport const b = 1;\n'
    )
    with pytest.raises(ScriptError, match=r"a.js imports itself by way of b"):
        join(folder, "a")


_TREES = """
import fs from "node:fs";
import { createRequire } from "node:module";
const { parse } = createRequire(process.argv[1])("espree");
const bare = (key, value) => (["start", "end", "loc", "range"].includes(key) ? undefined : value);
const tree = (text) => JSON.stringify(parse(text, { ecmaVersion: 2024, sourceType: "script" }), bare);
console.log(JSON.stringify(JSON.parse(fs.readFileSync(0, "utf-8")).map(([whole, sent]) => tree(whole) === tree(sent))));
"""


def test_a_script_that_is_sent_is_the_program_of_its_source() -> None:
    sources = {file.path: str(file.text) for file in joined(OVERRIDES)} | {WORKER.name: WORKER.read_text("utf-8")}
    assert len(sources) == len(SCRIPTS) + 1
    pairs = json.dumps([(text, script(text)) for text in sources.values()])
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _TREES, str(TESTS / "node_modules" / "eslint" / "package.json")],
        input=pairs,
        capture_output=True,
        text=True,
        check=True,
    )
    assert dict(zip(sources, json.loads(done.stdout), strict=True)) == dict.fromkeys(sources, True)


# -- names that objects have by themselves -------------------------------------------------------

_NAMES = ["constructor", "__proto__", "toString", "hasOwnProperty"]
_ASKED = f"""
import {{ Facets }} from "./facets.js";
import {{ read, write }} from "./selection.js";
import {{ filled }} from "./common.js";
import {{ Files }} from "./files.js";
import {{ Search }} from "./words.js";
const names = {json.dumps(_NAMES)};
const values = JSON.parse(`{{${{names.map((name) => `"${{name}}": "a"`).join(",")}}}}`);
const empty = new Facets({{ works: 2, facets: {{ theme: {{ ethics: "b" }} }} }});
const full = new Facets({{ works: 2, facets: {{ theme: values }} }});
const entry = ["", 17];
const held = (terms) => new Search(new Files(async (path) => JSON.stringify({{ stamp: "1",
  ...(path.endsWith("/words.json") ? {{ shards: [...new Set(Object.keys(terms).map((term) => term[0]))].map((first) => [first]) }}
    : path.endsWith("spelling.json") ? {{ words: "" }} : {{ terms }}) }})), 2);
const answer = async (search, query) => [...(await search.find(query, "en", ["en"], false)).scores.keys()];
console.log(JSON.stringify({{
  unknown: names.map((name) => [empty.has("theme", name), empty.has(name, "ethics"), filled(`{{${{name}}}}`, {{}})]),
  known: names.map((name) => full.has("theme", name)),
  counts: names.map((name) => full.counts(new Map(), null).get("theme").get(name)),
  addresses: names.map((name) => write(read(`?theme=${{name}}`, (facet, value) => value === name.toLowerCase()).selection)),
  left: names.map((name) => read(`?${{name}}=1&theme=${{name}}`, (facet, value) => empty.has(facet, value)).unknown.length),
  found: [await answer(held({{ constructor: entry }}), "constructor"), await answer(held({{ reform: entry }}), "constructor tostring")],
}}));
"""


def test_names_that_every_object_has_are_values_like_any_other() -> None:
    program = _ASKED.replace('"./', f'"{(OVERRIDES / FOLDER / "search").as_uri()}/')
    done = subprocess.run(["node", "--input-type=module", "-e", program], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        "unknown": [[False, False, f"{{{name}}}"] for name in _NAMES],
        "known": [True] * 4,
        "counts": [1] * 4,
        "addresses": [f"?theme={name.lower()}" for name in _NAMES],
        "left": [2] * 4,
        "found": [[0], []],
    }
