"""The JSON API: every file against its published schema, every value against the record."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from catalogues import SpoiltCatalogue
from jsonschema import Draft202012Validator
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.machines.api import records as api_module

ROOT = "https://library.example/api/v1/"
VOCABULARIES = ("languages", "countries", "regions", "themes", "types", "series", "audiences", "licences", "sources")


def read(harvested: Any, name: str) -> Any:
    return json.loads(harvested.api_files[f"api/v1/{name}"])


def paths(harvested: Any, ending: str = ".json") -> list[str]:
    return [path for path in harvested.api_files if path.endswith(ending) and "/schema/" not in path]


def faults(harvested: Any) -> list[str]:
    """What is wrong with any file by the schema that it names."""
    validators: dict[str, Draft202012Validator] = {}
    found = []
    for path in paths(harvested):
        data = json.loads(harvested.api_files[path])
        if data["schema"] not in validators:
            schema = read(harvested, data["schema"].removeprefix(ROOT))
            assert schema["$id"] == data["schema"]
            Draft202012Validator.check_schema(schema)
            validators[data["schema"]] = Draft202012Validator(schema)
        found += [f"{path}: {list(error.absolute_path)}: {error.message}" for error in validators[data["schema"]].iter_errors(data)]
    return found


@pytest.mark.costly
@pytest.mark.parametrize("which", ["small", "real"])
def test_every_file_is_as_its_schema_says(which: str, request: pytest.FixtureRequest) -> None:
    assert faults(request.getfixturevalue(which)) == []


@pytest.mark.costly
def test_an_empty_library_is_as_its_schemas_say(harvest_of: Callable[..., Any], empty: Catalogue) -> None:
    harvested = harvest_of(empty)
    assert faults(harvested) == []
    assert read(harvested, "works.json")["works"] == []
    assert "api/v1/journal.json" not in harvested.api_files


@pytest.mark.parametrize("which", ["small", "real"])
def test_every_address_of_the_api_leads_to_a_file_of_it(which: str, request: pytest.FixtureRequest) -> None:
    harvested = request.getfixturevalue(which)

    def addresses(value: Any) -> list[str]:
        if isinstance(value, dict):
            return [found for inner in value.values() for found in addresses(inner)]
        if isinstance(value, list):
            return [found for inner in value for found in addresses(inner)]
        return [value] if isinstance(value, str) and value.startswith(ROOT) and "{" not in value else []

    led = {
        address for path in harvested.api_files if path.endswith(".json") for address in addresses(json.loads(harvested.api_files[path]))
    }
    assert {f"https://library.example/{path}" for path in harvested.api_files} == led | {f"{ROOT}index.json"}


def test_nothing_is_null_or_empty_text(small: Any) -> None:
    def holes(value: Any) -> bool:
        if isinstance(value, dict):
            return any(map(holes, value.values()))
        return any(map(holes, value)) if isinstance(value, list) else value is None or value == ""

    assert [path for path in paths(small) if holes(json.loads(small.api_files[path]))] == []


def test_the_index_counts_what_there_is(small: Any) -> None:
    index = read(small, "index.json")
    assert index["counts"]["works"] == len(small.catalogue.works)
    assert index["counts"]["editions"] == sum(len(placed.work.editions) for placed in small.catalogue.works.values())
    assert index["changed"] == "2026-12-01"
    assert index["licence"]["id"] == "CC0-1.0"
    for name, address in index["collections"].items():
        assert read(small, address.removeprefix(ROOT))["count"] == index["counts"][name]
    assert set(VOCABULARIES) < set(index["collections"])


@pytest.mark.parametrize("which", ["small", "real"])
def test_a_record_tells_what_the_catalogue_knows(which: str, request: pytest.FixtureRequest) -> None:
    harvested = request.getfixturevalue(which)
    for work_id, placed in harvested.catalogue.works.items():
        record, work = read(harvested, f"works/{work_id}.json"), placed.work
        assert record["title"] == dict(work.title)
        assert record["summary"] == dict(work.summary)
        assert record["supplied"] == {"title": list(work.supplied.title), "summary": list(work.supplied.summary)}
        assert record.get("issued") == (str(placed.issued) if placed.issued else None)
        assert [creator["id"] for creator in record["creators"]] == [creator.party for creator in work.creators]
        assert record["themes"] == list(work.themes)
        assert [edition["citation_key"] for edition in record["editions"]] == [edition.citation_key for edition in work.editions]
        assert [edition.get("language") for edition in record["editions"]] == [edition.language for edition in work.editions]
        assert [edition.get("doi") for edition in record["editions"]] == [edition.doi for edition in work.editions]
        assert list(record["pages"]) == list(harvested.catalogue.languages)


def test_what_is_not_known_is_absent(small: Any) -> None:
    record = read(small, "works/unknown-year.json")
    assert {"issued", "issue", "series", "withdrawn", "revised"} & set(record) == set()
    assert (record["creators"], record["and_others"]) == ([], False)
    assert {"language", "issued", "doi", "file", "licence", "pages"} & set(record["editions"][0]) == set()


def test_an_edition_says_which_title_references_show(small: Any) -> None:
    titles = [edition["title"] for edition in read(small, "works/awkward-characters.json")["editions"]]
    assert [(title["language"], title["supplied"]) for title in titles] == [("en", False), ("ko", False), ("ru", True)]


def test_a_translation_names_what_it_was_made_from_and_by_whom(small: Any) -> None:
    record = read(small, "works/russian-study.json")
    assert record["editions"][1]["translation_of"] == "ru"
    [translator] = [helper for helper in record["contributors"] if helper["role"] == "translator"]
    assert (translator["id"], translator["editions"]) == ("seitova-aigul", ["kk"])


def test_a_held_document_has_its_size_and_hash(small: Any) -> None:
    file = read(small, "works/held-book.json")["editions"][0]["file"]
    assert (file["url"], file["media_type"], file["bytes"]) == (
        "https://library.example/publications/held-book/held-book.en.pdf",
        "application/pdf",
        601,
    )
    assert read(small, "works.json")["works"][[work["id"] for work in read(small, "works.json")["works"]].index("held-book")]["files"] == [
        file["url"]
    ]


def test_a_withdrawn_work_says_so_and_offers_no_document(
    small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue]
) -> None:
    withdrawn = small.catalogue.works["withdrawn-report"].work.withdrawn
    harvested = harvest_of(changed_work(small.catalogue, "held-book", withdrawn=withdrawn))
    record = read(harvested, "works/held-book.json")
    assert record["withdrawn"] == {"on": "2024-05-01", "reason": dict(withdrawn.reason)}
    assert "file" not in record["editions"][0]
    assert [(work["id"], work["files"]) for work in read(harvested, "works.json")["works"] if work["withdrawn"]] == [
        ("held-book", []),
        ("withdrawn-report", []),
    ]


def test_a_body_has_the_name_of_its_time(small: Any) -> None:
    assert read(small, "works/withdrawn-report.json")["issuer"]["label"]["en"] == "Sample Regional Hub of Civil Service"
    assert read(small, "works/held-book.json")["issuer"]["label"]["en"] == "Sample Civil Service Hub"


def test_identifiers_of_parties_are_addresses(small: Any) -> None:
    [harrow] = [party for party in read(small, "parties.json")["parties"] if party["id"] == "harrow-jane"]
    assert harrow["identifiers"] == {"orcid": "https://orcid.org/0000-0002-1825-0097"}
    assert read(small, "works/held-book.json")["creators"][0]["identifiers"] == harrow["identifiers"]


def test_terms_count_works_and_lead_to_their_lists(small: Any) -> None:
    themes = {term["id"]: term for term in read(small, "themes.json")["terms"]}
    shelf = small.indexes.shelves["themes"]["human-resource-management"]
    assert themes["human-resource-management"]["works"] == len(shelf.works)
    assert themes["human-resource-management"]["narrower"] == ["pay", "training"]
    assert themes["pay"]["pages"]["kk"] == "https://library.example/kk/themes/pay/"
    licences = {term["id"]: term["works"] for term in read(small, "licences.json")["terms"]}
    stated = [placed for placed in small.catalogue.works.values() if "CC-BY-4.0" in [edition.licence for edition in placed.work.editions]]
    assert licences["CC-BY-4.0"] == len(stated) > 0


def test_lists_are_divided_into_parts_that_lead_on(small: Any) -> None:
    entries = [small.api.describe.summary(placed) for placed in small.catalogue.works.values()]
    files = list(small.api._collection("works", entries, limit=8_000))
    made = [json.loads(file.text) for file in files]
    assert len(made) > 2
    assert all(len(file.text.encode()) < 8_000 for file in files)
    assert [work["id"] for part in made for work in part["works"]] == list(small.catalogue.works)
    assert [part.get("next") for part in made[:-1]] == [part["url"] for part in made[1:]]
    assert [part.get("previous") for part in made[1:]] == [part["url"] for part in made[:-1]]
    assert "previous" not in made[0]
    assert "next" not in made[-1]
    assert files[1].path == "api/v1/works-2.json"


def table_rows(harvested: Any) -> list[dict[str, str]]:
    """Rows of the table as spreadsheets read it: by the mark at its beginning, and with the space before a would-be formula."""
    text = harvested.api_files["api/v1/works.csv"].encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_the_licence_of_the_descriptions_says_what_it_covers(small: Any) -> None:
    licence = read(small, "index.json")["licence"]
    assert (licence["id"], licence["url"]) == ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/")
    assert {json.loads(small.api_files[path])["licence"] for path in paths(small) if not path.endswith("index.json")} == {licence["url"]}
    assert set(licence) == set(read(small, "schema/index.json")["properties"]["licence"]["required"])


def test_the_table_is_utf_8_with_a_mark_and_lines_end_in_crlf(small: Any) -> None:
    data = small.api_files["api/v1/works.csv"].encode()
    assert data.startswith(b"\xef\xbb\xbfid,type,title_en,title_ru,title_kk,title_ko,supplied_titles,issued,issue,creators,issuer,")
    assert data.count(b"\xef\xbb\xbf") == 1
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") == len(small.catalogue.works) + 1


def test_an_empty_table_has_the_names_of_its_columns(harvest_of: Callable[..., Any], empty: Catalogue, small: Any) -> None:
    mark_and_names = small.api_files["api/v1/works.csv"].partition("\r\n")[0]
    assert harvest_of(empty).api_files["api/v1/works.csv"] == f"{mark_and_names}\r\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t=", "\r@"])
def test_no_cell_of_the_table_is_run_as_a_formula(
    small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue], start: str
) -> None:
    hostile = f'{start}HYPERLINK("https://example.org/";"a, b")'
    title = {**small.catalogue.works["held-book"].work.title, "en": hostile, "kk": start + "1"}
    rows = table_rows(harvest_of(changed_work(small.catalogue, "held-book", title=title)))
    [row] = [row for row in rows if row["id"] == "held-book"]
    assert (row["title_en"], row["title_kk"]) == (f" {hostile.strip()}", f" {start.strip()}1")
    assert [cell for row in rows for cell in row.values() if cell[:1] in set("=+-@＝＋－＠\t\r\n")] == []


def test_a_creators_name_is_not_run_as_a_formula(catalogue_copy: SpoiltCatalogue, harvest_of: Callable[..., Any]) -> None:
    catalogue_copy.replace("vocabularies/parties.yml", "        en: Sample Civil Service Hub\n", "        en: '=1+1'\n")
    rows = table_rows(harvest_of(load(catalogue_copy.folder)))
    assert {row["creators"] for row in rows if "1+1" in row["creators"]} == {" =1+1"}


def test_the_table_has_a_row_for_each_work(small: Any) -> None:
    rows = table_rows(small)
    assert [row["id"] for row in rows] == list(small.catalogue.works)
    assert all(None not in row and None not in row.values() for row in rows)
    for row in rows:
        work = small.catalogue.works[row["id"]].work
        assert {language: row[f"title_{language}"] for language in small.catalogue.languages} == dict(work.title)
        assert row["themes"].split("; ") == list(work.themes)


def test_hostile_titles_survive(catalogue_copy: SpoiltCatalogue, harvest_of: Callable[..., Any]) -> None:
    hostile = "]]> & < \"q\", 'a'; \\u0041 \\n \u2028 שלום e\u0301 😀 < /script> " + "x" * 450
    hostile = " ".join(hostile.split())
    catalogue_copy.replace("knowledge-products/unknown-year.yml", "'Country Profile: Norway'", "'" + hostile.replace("'", "''") + "'")
    harvested = harvest_of(load(catalogue_copy.folder))
    assert read(harvested, "works/unknown-year.json")["title"]["en"] == hostile
    [row] = [row for row in table_rows(harvested) if row["id"] == "unknown-year"]
    assert row["title_en"] == hostile.replace(" \u2028 ", " ")


def test_no_field_can_come_in_undescribed(small: Any) -> None:
    """The schemas are closed: an object that they describe has no other fields."""
    schema = read(small, "schema/work.json")
    record = {**read(small, "works/held-book.json"), "surprise": 1}
    assert not Draft202012Validator(schema).is_valid(record)
    assert api_module.known(a=None, b="", c=[], d=0) == {"c": [], "d": 0}
