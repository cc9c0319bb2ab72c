"""CSL JSON, held against the schema of the Citation Style Language project."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from awkward import texts
from catalogues import Citations, golden
from hypothesis import given
from jsonschema import Draft7Validator
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.formats import csl_json

SCHEMA = Path(__file__).resolve().parents[2] / "schemas" / "csl-data.json"


@cache
def validator() -> Draft7Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    return Draft7Validator(schema)


def item(citation: Citation) -> dict[str, Any]:
    return json.loads(csl_json.entry(citation))


# -- whole files -------------------------------------------------------------------------------


def test_the_small_catalogue_gives_the_golden_file() -> None:
    expected, made = golden("library.json")
    assert made == expected


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_the_library_is_right_by_the_schema(which: str, request: pytest.FixtureRequest) -> None:
    items = json.loads(csl_json.join(map(csl_json.entry, request.getfixturevalue(which).values())))
    assert [error.message for error in validator().iter_errors(items)] == []


def test_the_schema_refuses_what_is_wrong() -> None:
    assert list(validator().iter_errors([{"id": "x", "type": "report", "titel": "Title"}]))
    assert list(validator().iter_errors([{"id": "x", "type": "publication"}]))


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_edition_is_read_back_under_its_key(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    items = json.loads(csl_json.join(map(csl_json.entry, citations.values())))
    assert [made["id"] for made in items] == list(citations)
    for made in items:
        citation = citations[made["id"]]
        assert (made["title"], made.get("abstract", ""), made["URL"]) == (citation.title, citation.abstract, citation.url)


def test_no_field_is_empty(small_citations: Citations, real_citations: Citations) -> None:
    for citation in (*small_citations.values(), *real_citations.values()):
        assert [name for name, value in item(citation).items() if not value] == []


def test_letters_of_all_scripts_stay_readable(small_citations: Citations) -> None:
    assert "Әлемнің мемлекеттік қызметі" in csl_json.entry(small_citations["seitova2015world"])


def test_an_empty_list_is_an_empty_array() -> None:
    assert json.loads(csl_json.join([])) == []


# -- one field at a time -------------------------------------------------------------------------


@given(text=texts())
def test_any_text_is_read_back(one_citation: Callable[..., Citation], text: str) -> None:
    made = item(one_citation(title=text, abstract=text, publisher=text, place=text, keywords=(text,), authors=(Name(text, text, text),)))
    assert made["title"] == made["abstract"] == made["publisher"] == made["publisher-place"] == made["keyword"] == text
    assert made["author"] == [{"family": text, "given": text, "suffix": text}]
    assert list(validator().iter_errors([made])) == []


@given(body=texts(max_size=60))
def test_any_body_is_one_name(one_citation: Callable[..., Citation], body: str) -> None:
    assert item(one_citation(authors=(Name(literal=body),)))["author"] == [{"literal": body}]


def test_a_body_is_a_literal_name(small_citations: Citations) -> None:
    assert item(small_citations["ministry2018third-en"])["author"] == [{"literal": "Ministry of Labour, Family and Social Protection"}]


def test_a_person_has_name_parts(small_citations: Citations) -> None:
    assert item(small_citations["harrow2022public"])["author"][0] == {"family": "Harrow", "given": "Jane Q", "suffix": "III"}


@pytest.mark.parametrize(("issued", "parts"), [(Issued(2019), [2019]), (Issued(2019, 5), [2019, 5]), (Issued(2019, 5, 3), [2019, 5, 3])])
def test_a_date_is_as_precise_as_known(one_citation: Callable[..., Citation], issued: Issued, parts: list[int]) -> None:
    assert item(one_citation(issued=issued))["issued"] == {"date-parts": [parts]}


def test_what_is_not_known_is_left_out(small_citations: Citations) -> None:
    assert {"issued", "author", "language", "DOI", "ISBN", "publisher-place"} & set(item(small_citations["scshndnorway"])) == set()


@pytest.mark.parametrize(
    ("key", "kind"), [("harrow2021pay", "article-journal"), ("harrow2022public", "book"), ("manas2023window-ru", "report")]
)
def test_an_item_has_the_type_of_its_kind(small_citations: Citations, key: str, kind: str) -> None:
    assert item(small_citations[key])["type"] == kind


def test_a_supplied_title_is_told_in_a_note(small_citations: Citations) -> None:
    made = item(small_citations["oneill2020rd-ru"])
    assert made["title"].startswith("[") and made["title"].endswith("]")
    assert made["note"] == "Title supplied by the library"


def test_a_withdrawn_work_is_told_in_a_note(small_citations: Citations, one_citation: Callable[..., Citation]) -> None:
    assert item(small_citations["scsh2013report"])["note"] == "Withdrawn on 2024-05-01"
    made = item(one_citation("oneill2020rd-ru", withdrawn=Issued(2025, 1, 2)))
    assert made["note"] == "Withdrawn on 2025-01-02. Title supplied by the library"


def test_an_abstract_is_the_librarys_where_it_wrote_it(one_citation: Callable[..., Citation]) -> None:
    assert item(one_citation(abstract_supplied=True))["custom"] == {"abstract-by": "library"}
    assert "custom" not in item(one_citation(abstract_supplied=False))


def test_a_translator_has_a_field(small_citations: Citations) -> None:
    assert item(small_citations["delacruz2021guide"])["translator"] == [{"family": "Kim", "given": "Min-jun"}]


def test_the_journal_of_an_article_is_named(small_citations: Citations) -> None:
    made = item(small_citations["harrow2021pay"])
    assert [made[name] for name in ("container-title", "volume", "issue", "page", "ISSN", "DOI")] == [
        "Sample Journal of Civil Service",
        "5",
        "2",
        "11-31",
        "1234-5679",
        "10.5555/sjcs.21",
    ]


def test_an_old_work_has_the_old_name_of_its_issuer(small_citations: Citations) -> None:
    assert item(small_citations["scsh2013report"])["publisher"] == "Sample Regional Hub of Civil Service"


def test_a_translation_names_its_original_and_its_language(small_citations: Citations) -> None:
    made = item(small_citations["beisenov2021adep"])
    assert made["original-title"] == "Этика государственных служащих"
    assert made["custom"] == {
        "original-language": "ru-RU",
        "abstract-by": "library",
        "editions": [{"id": "beisenov2021etika", "language": "ru-RU", "relation": "translation-of"}],
    }
    assert "original-title" not in item(small_citations["beisenov2021etika"])


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_other_edition_is_an_item(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for key, citation in citations.items():
        others = [other["id"] for other in item(citation).get("custom", {}).get("editions", [])]
        assert len(others) == len(citation.siblings)
        assert all(other != key and citations[other].work == citation.work for other in others)


@pytest.mark.parametrize(("language", "tag"), [("ru", "ru-RU"), ("kk", "kk-KZ"), ("ky", "ky-KG"), ("en", "en"), ("zh-Hant", "zh-Hant")])
def test_a_language_has_its_region_where_that_is_certain(one_citation: Callable[..., Citation], language: str, tag: str) -> None:
    assert item(one_citation(language=language))["language"] == tag
