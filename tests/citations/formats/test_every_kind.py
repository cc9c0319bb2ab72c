"""A work of every kind: in every format, read back by others' parsers, in three scripts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pypandoc
import pytest
import rispy
from catalogues import IN_WHOLES, TESTS, citations_of_every_kind
from jsonschema import Draft7Validator
from library.catalogue import hosts
from library.catalogue.authorities import CitedAs
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import parse_dated
from library.citations import kinds
from library.citations.citation import Citation
from library.citations.deposits import datacite
from library.citations.formats import biblatex, bibtex, csl_json, ris, table
from library.citations.references import gost
from renew_golden import golden_kinds
from tex_reader import biber, plain, read


@pytest.fixture(scope="module")
def made(every_kind: Catalogue) -> dict[str, Citation]:
    return citations_of_every_kind(every_kind)


# -- the table -------------------------------------------------------------------------------------


def test_every_kind_has_a_row_and_a_work_that_tries_it(made: dict[str, Citation]) -> None:
    assert set(kinds.KINDS) == set(get_args(CitedAs)) == {citation.kind for citation in made.values()}


def test_parts_are_the_kinds_that_stand_in_something() -> None:
    # A paper may have been given and not printed.
    assert {*hosts.IN_A_HOST, "conference-paper"} == {row.id for row in kinds.KINDS.values() if row.part}


def test_the_guide_has_the_table_of_kinds() -> None:
    assert kinds.guide_table() in (TESTS.parent / "catalogue" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("key", "bib", "blx"),
    [
        ("beisenov2016kadry", "book", "book"),
        ("oneill2014oath", "booklet", "book"),
        ("kim2021training", "inproceedings", "inproceedings"),
        ("oneill2018training", "misc", "unpublished"),
        ("seitova2017oqytu", "phdthesis", "thesis"),
        ("yuschenko2015prisyaga", "incollection", "inreference"),
        ("harrow2013pay", "techreport", "report"),
    ],
)
def test_an_entry_has_the_first_type_whose_facts_are_known(made: dict[str, Citation], key: str, bib: str, blx: str) -> None:
    assert bibtex.entry(made[key]).startswith(f"@{bib}{{{key},")
    assert biblatex.entry(made[key]).startswith(f"@{blx}{{{key},")


# -- formats, read back ------------------------------------------------------------------------------


def test_bibtexparser_finds_the_whole_in_its_field(made: dict[str, Citation]) -> None:
    for dialect, of_journal in ((bibtex, "journal"), (biblatex, "journaltitle")):
        found = {entry.key: entry.fields_dict for entry in read(dialect.join(map(dialect.entry, made.values())))}
        assert set(found) == set(made)
        told = {key: plain((found[key].get("booktitle") or found[key].get(of_journal)).value) for key in IN_WHOLES}
        assert told == IN_WHOLES
        assert plain(found["beisenov2020kirispe"]["editor"].value) == "Сейтова, Әйгүл Өмірқызы and Kim, Min-jun"
        assert found["kim2022training"]["pages"].value == "101--120"
        assert plain(found["seitova2017oqytu"]["type"].value) == "Философия докторы (PhD) диссертациясы"
        assert plain(found["seitova2017oqytu"]["school" if dialect is bibtex else "institution"].value) == "Үлгі институты"


KNOWN = (
    "Invalid field 'location' for entrytype 'article'",
    "Invalid field 'publisher' for entrytype 'misc'",  # BibTeX has it nowhere else, and other readers take it
    "Missing mandatory field 'editor'",  # that no source names
    "ISBN",
)


@pytest.mark.costly
@pytest.mark.parametrize("dialect", [bibtex, biblatex])
def test_biber_reads_every_kind(dialect: Any, made: dict[str, Citation], tmp_path: Path) -> None:
    out, warnings, errors = biber(dialect.join(map(dialect.entry, made.values())), tmp_path)
    assert errors == []
    assert [line for line in warnings if not any(known in line for known in KNOWN)] == []
    assert out.count("@") >= len(made)


def by_pandoc(form: str, text: str) -> dict[str, Mapping[str, Any]]:
    done = subprocess.run([pypandoc.get_pandoc_path(), "-f", form, "-t", "csljson"], input=text.encode(), capture_output=True, check=True)
    return {item["id"]: item for item in json.loads(done.stdout)}


def test_pandoc_makes_of_biblatex_what_stands_in_csl(made: dict[str, Citation]) -> None:
    found = by_pandoc("biblatex", biblatex.join(map(biblatex.entry, made.values())))
    own = {key: json.loads(csl_json.entry(citation)) for key, citation in made.items()}
    told = {key: (found[key]["type"], found[key]["container-title"], found[key].get("page", "")) for key in IN_WHOLES}
    assert told == {key: (own[key]["type"], IN_WHOLES[key], own[key].get("page", "")) for key in IN_WHOLES}
    assert found["seitova2017oqytu"]["genre"] == own["seitova2017oqytu"]["genre"]


def test_rispy_finds_the_whole_of_chapters_and_articles(made: dict[str, Citation]) -> None:
    found = {record["id"]: record for record in rispy.loads(ris.join(map(ris.entry, made.values())))}
    assert {key: record["type_of_reference"] for key, record in found.items()} == {
        key: kinds.KINDS[citation.kind].ris for key, citation in made.items()
    }
    # A paper's T2 is its conference, by the lists of EndNote and Zotero, and C3 its proceedings.
    told = {key: found[key]["custom3" if key == "kim2021training" else "secondary_title"] for key in IN_WHOLES}
    assert told == IN_WHOLES
    assert found["kim2021training"]["secondary_title"] == "한국행정학회 하계학술대회"
    assert found["beisenov2020kirispe"]["start_page"] == "5"


def test_csl_json_is_right_by_its_schema(made: dict[str, Citation]) -> None:
    schema = json.loads((TESTS / "schemas" / "csl-data.json").read_text("utf-8"))
    items = json.loads(csl_json.join(map(csl_json.entry, made.values())))
    assert [error.message for error in Draft7Validator(schema).iter_errors(items)] == []
    by_id = {item["id"]: item for item in items}
    assert {key: by_id[key]["container-title"] for key in IN_WHOLES} == IN_WHOLES
    assert by_id["kim2021training"]["event-date"] == {"date-parts": [[2021, 6, 24]]}


def test_a_row_of_the_table_names_what_it_stands_in(made: dict[str, Citation]) -> None:
    told = {key: dict(zip(table.COLUMNS, table.values(citation), strict=True)) for key, citation in made.items()}
    assert {key: told[key]["journal"] or told[key]["host"] for key in IN_WHOLES} == IN_WHOLES
    assert told["seitova2017oqytu"]["degree"] == "Философия докторы (PhD) диссертациясы"


def test_datacite_names_the_whole_by_its_kind(every_kind: Catalogue, made: dict[str, Citation]) -> None:
    texts = {key: datacite.edition(every_kind, every_kind.works[citation.work], citation) for key, citation in made.items()}
    assert 'relatedItemType="Journal" relationType="IsPublishedIn"' in texts["beisenov2019podgotovka"]
    assert 'relatedItemType="Book" relationType="IsPublishedIn"' in texts["kim2022training"]
    assert 'relatedItemType="Collection" relationType="IsPartOf"' in texts["beisenov2016kadry"]
    for key, citation in made.items():
        assert f'resourceTypeGeneral="{kinds.KINDS[citation.kind].datacite}"' in texts[key]


# -- editions, numbers, originals ----------------------------------------------------------------------


def test_facts_of_editions_are_read_back_by_pandoc(made: dict[str, Citation]) -> None:
    found = by_pandoc("biblatex", biblatex.join(map(biblatex.entry, made.values())))
    own = {key: json.loads(csl_json.entry(citation)) for key, citation in made.items()}
    for key, names in {
        "harrow2004doverie": ("edition", "number-of-volumes", "original-title", "original-date"),
        "harrow2013pay": ("number",),
        "beisenov2019podgotovka": ("page",),
    }.items():
        told = {name: found[key].get(name) for name in names}
        assert json.loads(json.dumps(told).replace('"1995"', "1995")) == {name: own[key][name] for name in names}, key
    assert own["oneill2020oaths"]["number"] == "e0123"
    assert found["beisenov2016kadry"]["publisher-place"] == "Москва; Астана"


def test_facts_of_editions_stand_in_ris_and_bibtex(made: dict[str, Citation]) -> None:
    found = {record["id"]: record for record in rispy.loads(ris.join(map(ris.entry, made.values())))}
    assert found["harrow2004doverie"]["edition"] == "2-е изд., испр."
    assert found["harrow2013pay"]["issn"] == "WP 12"  # of a report, its number
    assert found["beisenov2019podgotovka"]["start_page"] == "11–31, 40"
    assert found["beisenov2019podgotovka"]["keywords"][:2] == ["подготовка кадров", "служба"]
    assert found["beisenov2019podgotovka"]["abstract"] == "Рассмотрены десять лет подготовки."
    entries = {
        entry.key: {name: plain(value.value) for name, value in entry.fields_dict.items()}
        for entry in read(bibtex.join(map(bibtex.entry, made.values())))
    }
    assert entries["harrow2004doverie"]["edition"] == "2-е изд., испр."
    assert entries["harrow2004doverie"]["note"].startswith("Translated from: Trust, English, 1995. 2 volumes")
    assert entries["oneill2014oath"]["note"].startswith("2nd, revised edition")
    assert entries["institute2010training"]["howpublished"] == "Standard ST 9001:2010"
    assert entries["oneill2020oaths"]["eid"] == "e0123"


# -- dates -------------------------------------------------------------------------------------------

DATES = {
    "2018/2020": ("Issued from 2018 to 2020", [[2018], [2020]], "2018–2020"),
    "2018/..": ("Issued from 2018 on", [[2018]], "2018–"),
    "2018/": ("Issued not before 2018", [[2018]], "[2018?]"),
    "../2018": ("Issued not after 2018", [[2018]], "[2018?]"),
    "2018~": ("Issued about 2018", [[2018]], "[2018?]"),
    "2018?": ("Issued in 2018, which is not certain", [[2018]], "[2018?]"),
    "199X": ("Issued between 1990 and 1999", [[1990], [1999]], "[199-]"),
    "2018-22": ("Issued in summer 2018", [[2018]], "2018"),
    "c2018": ("Copyright 2018", [[2018]], "cop. 2018"),
}
"""In words, in parts, and in descriptions."""


@pytest.mark.costly
def test_a_date_is_told_in_each_format_or_in_words(made: dict[str, Citation], tmp_path: Path) -> None:
    dated = {text: replace(made["harrow2004doverie"], key=f"k{number}", issued=parse_dated(text)) for number, text in enumerate(DATES)}
    by_biblatex = by_pandoc("biblatex", biblatex.join(map(biblatex.entry, dated.values())))
    for text, (words, parts, year) in DATES.items():
        citation = dated[text]
        assert words in bibtex.entry(citation)
        assert f"N1  - {words}" in ris.entry(citation)
        assert json.loads(csl_json.entry(citation))["issued"]["date-parts"] == parts
        assert f", {year}." in str(gost.short(citation).html)
        assert by_biblatex[citation.key]["issued"], text
    out, warnings, errors = biber(biblatex.join(map(biblatex.entry, dated.values())), tmp_path)
    assert (errors, [line for line in warnings if "date" in line.lower() and "dataset" not in line]) == ([], [])
    assert out


# -- references --------------------------------------------------------------------------------------


@pytest.mark.costly
def test_references_to_every_kind_are_the_golden_ones(every_kind: Catalogue) -> None:
    assert golden_kinds(every_kind) == (TESTS / "golden" / "kinds.txt").read_text("utf-8")


def test_further_identifiers_and_class_marks_stand_in_every_format(made: dict[str, Citation]) -> None:
    working, book = made["harrow2013pay"], made["harrow2004doverie"]
    handle, urn = "20.500.12592/k3n5b", "urn:nbn:de:101:1-201102033592"
    for module in (bibtex, biblatex, ris, csl_json, table):
        assert handle in module.entry(working), module.__name__
        assert urn in module.entry(working), module.__name__
        assert "17.024" in module.entry(book), module.__name__
    assert "eprinttype = {hdl}" in biblatex.entry(working)
    assert "CN  - UDC 17.024; BBK 87.7+67.401" in ris.entry(book)
    assert json.loads(csl_json.join([csl_json.entry(book)]))[0]["call-number"] == "UDC 17.024; BBK 87.7+67.401"
