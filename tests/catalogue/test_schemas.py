"""JSON Schemas for editors: right records are right by them, wrong ones are marked while one types."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import ROOT, SMALL
from jsonschema import Draft202012Validator
from library.catalogue import schemas
from library.catalogue.authorities import PARTIES, VOCABULARIES, Party
from library.catalogue.catalogue import Catalogue
from library.catalogue.kinds import KINDS
from library.catalogue.model import Issue, Journal, Work
from library.catalogue.shapes import kind_of


class EditorLoader(yaml.CSafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: numbers, true, false and null only."""


EditorLoader.yaml_implicit_resolvers = {}
for _tag, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", "nN~\0"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"^(?:{_form})$"), list(_first))


@cache
def written(folder: Path) -> list[tuple[str, str, Any]]:
    """Schema, file name and value of each file of a catalogue."""
    found = []
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.suffix not in (".yml", ".md") or path.name == "README.md" or parts[-1].count(".") > 1 or path.stem in ("glossary", "names"):
            continue
        in_journal = "issue" if "issues" in parts else "work" if "articles" in parts else "journal"
        name = {"vocabularies": path.stem, "journal": in_journal}.get(parts[0]) or kind_of("/".join(parts))
        text = path.read_text("utf-8")
        if path.suffix == ".md":
            text = text.removeprefix("---\n").split("\n---\n")[0]
        found.append((name, "/".join(parts), yaml.load(text, EditorLoader)))
    return found


def validators(catalogue: Catalogue) -> dict[str, Draft202012Validator]:
    return {name: Draft202012Validator(schema) for name, schema in schemas.schemas(catalogue.vocabularies).items()}


@pytest.fixture(scope="module")
def small(small_catalogue: Catalogue) -> dict[str, Draft202012Validator]:
    return validators(small_catalogue)


def work() -> dict[str, Any]:
    return yaml.load((SMALL / "knowledge-products" / "gylym-and-government.yml").read_text("utf-8"), EditorLoader)


def test_each_kind_of_record_and_each_vocabulary_has_a_schema(small: dict[str, Draft202012Validator]) -> None:
    assert set(small) == {"work", "issue", "journal", *(kind.name for kind in KINDS), *VOCABULARIES}


@pytest.mark.costly
def test_every_schema_is_a_schema(either_catalogue: Catalogue) -> None:
    for schema in schemas.schemas(either_catalogue.vocabularies).values():
        Draft202012Validator.check_schema(schema)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.costly
def test_every_record_is_right_by_its_schema(either_catalogue: Catalogue) -> None:
    known = validators(either_catalogue)
    found = [
        f"{file}: {error.json_path}: {error.message}"
        for name, file, value in written(either_catalogue.folder)
        for error in known[name].iter_errors(value)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("themes", ["trainin"]),
        ("themes", []),
        ("themes", "training"),
        ("type", "book-of-ours"),
        ("issued", "May 2019"),
        ("issued", "2019-5"),
        ("title", {}),
        ("title", {"xx": "Text"}),
        ("creators", ["manas"]),
        ("creators", [{"party": "manass"}]),
        ("issuer", "sample-hubs"),
        ("coverage", {"countries": ["XX"]}),
        ("coverage", {"country": ["KZ"]}),
        ("summry", {"en": "Text"}),
        ("editions", []),
        ("editions", [{"citation_key": "1x"}]),
        ("editions", [{"citation_key": "abc2019", "language": "rus"}]),
        ("editions", [{"citation_key": "abc2019", "file": "../../etc/passwd"}]),
        ("former_addresses", ["no-slash"]),
        ("and_others", "true"),
        ("provenance", []),
        ("added", "2026-11"),
        ("added", "today"),
        ("revised", "2026-12"),
        ("editions", [{"citation_key": "abc2019", "translation_of": "rus"}]),
        ("contributors", [{"party": "manas", "role": "translator", "editions": ["xx"]}]),
        ("contributors", [{"party": "manas", "role": "translator", "editions": "ru"}]),
    ],
)
def test_a_wrong_value_is_marked(small: dict[str, Draft202012Validator], field: str, value: Any) -> None:
    assert list(small["work"].iter_errors({**work(), field: value}))


@pytest.mark.parametrize("field", ["id", "type", "title", "editions", "provenance"])
def test_a_missing_field_is_marked(small: dict[str, Draft202012Validator], field: str) -> None:
    record = work()
    del record[field]
    assert list(small["work"].iter_errors(record))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issued", 2019),
        ("issued", "2019-05-31"),
        ("and_others", "yes"),
        ("and_others", True),
        ("added", "2026-11-22"),
        ("revised", "2026-12-01"),
        ("contributors", [{"party": "manas", "role": "translator", "editions": ["ru", "kk"]}]),
    ],
)
def test_a_right_value_is_not_marked(small: dict[str, Draft202012Validator], field: str, value: Any) -> None:
    assert list(small["work"].iter_errors({**work(), field: value})) == []


def person(**fields: Any) -> list[dict[str, Any]]:
    return [{"id": "example-saule", "kind": "person", "names": [{"family": "Example"}], "source": "title page", **fields}]


@pytest.mark.parametrize(
    "fields",
    [
        {"names": [{"given": "Saule"}]},
        {"names": [{"family": "Example", "languages": ["xx"]}]},
        {"names": [{"family": "Example", "languages": "ru"}]},
        {"ror": "05dxps055"},
        {"names": []},
    ],
)
def test_a_wrong_person_is_marked(small: dict[str, Draft202012Validator], fields: dict[str, Any]) -> None:
    assert list(small["parties"].iter_errors(person(**fields)))


@pytest.mark.parametrize(
    "fields",
    [
        {"names": [{"family": "Example"}, {"family": "Экзампл", "given": "Сауле", "languages": ["ru", "kk"]}]},
        {"orcid": "0000-0002-1825-0097"},
        {"isni": "0000 0001 2103 2683"},
        {"isni": 121032683},
        {"viaf": 123456789},
        {"viaf": "123456789"},
    ],
)
def test_a_right_person_is_not_marked(small: dict[str, Draft202012Validator], fields: dict[str, Any]) -> None:
    assert list(small["parties"].iter_errors(person(**fields))) == []


def test_an_issue_without_a_day_is_marked(small: dict[str, Draft202012Validator]) -> None:
    issue = yaml.load((SMALL / "journal" / "issues" / "10.yml").read_text("utf-8"), EditorLoader)
    assert list(small["issue"].iter_errors(issue)) == []
    del issue["added"]
    assert list(small["issue"].iter_errors(issue))


def test_ids_of_vocabularies_are_offered(small_catalogue: Catalogue, small: dict[str, Draft202012Validator]) -> None:
    text = json.dumps(small["work"].schema)
    for name in ("themes", "parties", "countries", "regions", "types", "series", "audiences", "licences", "languages", "sources"):
        for term in small_catalogue.vocabularies[name]:
            assert f'"{term}"' in text, (name, term)


def test_the_schema_names_every_field_with_its_description(small: dict[str, Draft202012Validator]) -> None:
    for name, model in (("work", Work), ("issue", Issue), ("journal", Journal), *((kind.name, kind.model) for kind in KINDS)):
        properties = small[name].schema["properties"]
        assert {key: value.get("description") for key, value in properties.items()} == {
            info.alias or field: info.description for field, info in model.model_fields.items()
        }


def test_schemas_are_files_of_json(small_catalogue: Catalogue) -> None:
    for name, text in schemas.texts(small_catalogue.vocabularies).items():
        assert name.endswith(".json")
        assert json.loads(text)["$schema"]


def test_schemas_are_published_under_their_names(small_catalogue: Catalogue) -> None:
    assert set(schemas.texts(small_catalogue.vocabularies)) == {
        f"{name}.json" for name in ("work", "issue", "journal", *(kind.name for kind in KINDS), *VOCABULARIES)
    }


def test_ids_are_offered_with_what_they_stand_for(small: dict[str, Draft202012Validator]) -> None:
    properties = small["work"].schema["properties"]
    offered = {}
    for shape in (properties["type"], properties["themes"]["items"], small["work"].schema["$defs"]["Creator"]["properties"]["party"]):
        offered |= dict(zip(shape["enum"], shape["enumDescriptions"], strict=True))
    assert [offered[term] for term in ("book", "pay", "harrow-jane", "sample-hub")] == [
        "Book",
        "Pay & rewards",
        "Harrow, Jane Q, III",
        "Sample Civil Service Hub",
    ]


@pytest.mark.costly
def test_schemas_are_renewed_where_they_differ_and_only_there(small_catalogue: Catalogue, tmp_path: Path) -> None:
    folder = tmp_path / "schemas"
    made = schemas.texts(small_catalogue.vocabularies)
    assert schemas.renew(folder, small_catalogue.vocabularies) == sorted(made)
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == made
    (folder / "work.json").write_text("{}", "utf-8")
    (folder / "former.json").write_text("{}", "utf-8")
    untouched = (folder / "themes.json").stat().st_mtime_ns
    assert schemas.renew(folder, small_catalogue.vocabularies) == ["former.json", "work.json"]
    assert schemas.renew(folder, small_catalogue.vocabularies) == []
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == made
    assert (folder / "themes.json").stat().st_mtime_ns == untouched


def test_examples_of_the_guide_name_the_schema_of_their_kind() -> None:
    guide = (ROOT / "catalogue" / "README.md").read_text("utf-8")
    examples = re.findall(r"^<!-- example: (\S+) -->\n```\w+\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL)
    named = {
        file: found[1] for file, text in examples if (found := re.search(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE))
    }
    assert len(named) >= 3
    for file, schema in named.items():
        assert (ROOT / "catalogue" / file).parent.joinpath(schema).resolve() == ROOT / "catalogue" / "schemas" / f"{kind_of(file)}.json", (
            file
        )


def test_the_guides_tables_have_a_row_for_every_field() -> None:
    tables = schemas.tables()
    for model in (
        Work,
        Issue,
        Journal,
        *(kind.model for kind in KINDS),
        *PARTIES.values(),
        *(model for model in VOCABULARIES.values() if model is not Party),
    ):
        section = tables.split(f"### {model.__name__}\n")[1].split("\n### ")[0]
        assert [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")] == [
            info.alias or name for name, info in model.model_fields.items()
        ]


def test_no_row_of_the_guides_tables_is_broken() -> None:
    for line in schemas.tables().splitlines():
        if line.startswith("|"):
            assert len(re.findall(r"(?<!\\)\|", line)) == 5, line


def test_more_ids_than_an_editor_offers_are_left_to_the_check(small_catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schemas, "OFFERED", 10)
    made = {name: json.dumps(schema) for name, schema in schemas.schemas(small_catalogue.vocabularies).items()}
    assert '"harrow-jane"' not in made["work"]  # one of many persons
    assert '"CC-BY-4.0"' in made["work"] or len(small_catalogue.vocabularies["licences"].terms) > 10
