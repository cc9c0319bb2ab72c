"""Cross-cutting concerns: given by the work's own words alone, shown where they stand, and their few works counted."""

from __future__ import annotations

import json

import pytest
from catalogues import SpoiltCatalogue
from jsonschema import Draft202012Validator
from library.catalogue.catalogue import Catalogue
from library.catalogue.model import Tagged
from library.machines.api.records import Api
from library.pages import overview
from library.pages.pictures.concerns import where
from library.workshop import Workshop
from stamped import read, shop_of, texts

GUIDE, TAGS = "knowledge-products/korean-guide.yml", "vocabularies/tags.yml"


@pytest.fixture(scope="module")
def shop(small_catalogue: Catalogue) -> Workshop:
    return shop_of(small_catalogue)


def test_each_place_of_the_words_has_its_name_in_every_language(shop: Workshop) -> None:
    for language in shop.languages:
        say = shop.stamper(language).words.say
        named = [where(Tagged(tag="gender", stands_in=place), say) for place in ("title", "description", "editorial", "document")]
        assert len(set(named)) == 4 and all(named)


def test_the_copy_in_markdown_names_them(shop: Workshop) -> None:
    works = shop.library.catalogue.works
    assert "- Cross-cutting concerns: Gender equality" in str(shop.markdown.work(works["korean-guide"]).text)
    assert "Cross-cutting" not in str(shop.markdown.work(works["russian-study"]).text)


def test_the_charts_count_them_and_say_how_few_they_are(shop: Workshop) -> None:
    [section] = read(overview.page(shop.stamper("en"))).xpath('//section[@id="concerns"]')
    assert texts(section.iter("dt")) == ["Gender equality", "Youth"]
    assert texts(section.xpath(".//dt/following-sibling::dd[1]")) == ["1 publication", "0 publications"]
    assert [href.strip("/").rsplit("/", 1)[-1] for href in section.xpath(".//dd/a/@href")] == ["korean-guide"]
    number = len(shop.library.indexes.newest)
    assert texts(section.find_class("pic-says"))[0].startswith(f"Of {number} publications, 1 name")


def test_a_library_without_the_vocabulary_has_no_such_section(kept_catalogue: Catalogue) -> None:
    assert 'id="concerns"' not in str(overview.page(shop_of(kept_catalogue).stamper("ko")).text)


def test_the_api_gives_them(shop: Workshop) -> None:
    api = Api(shop.library.catalogue, shop.library.indexes, shop.library.site)
    record = json.loads(str(api.record(shop.library.catalogue.works["korean-guide"]).text))
    files = {file.path: file.text for file in api.lists()}
    Draft202012Validator(json.loads(str(files["api/v1/schema/work.json"]))).validate(record)
    assert record["tags"] == [{"tag": "gender", "stands_in": "document"}]
    assert {term["id"]: term["works"] for term in json.loads(str(files["api/v1/tags.json"]))["terms"]} == {"gender": 1, "youth": 0}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  - tag: gender\n", "  - tag: nature\n", "unknown-term"),
        ("stands_in: document", "stands_in: theme", "unknown-choice"),
        ("    stands_in: document\n", "", "missing-field"),
        ("  - tag: gender\n", "  - tag: gender\n    stands_in: title\n  - tag: gender\n", "repeated-value"),
        ("  - tag: gender\n", "  - tag: youth\n", ""),
    ],
)
def test_a_concern_is_one_of_the_vocabulary_and_says_where_it_stands(
    catalogue_copy: SpoiltCatalogue, old: str, new: str, code: str
) -> None:
    catalogue_copy.replace(GUIDE, old, new)
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(problem.path == f"catalogue/{GUIDE}" and problem.line and problem.hint for problem in problems)


def test_concerns_without_their_vocabulary_are_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(TAGS).unlink()
    assert [problem.code for problem in catalogue_copy.problems()] == ["unknown-term"]
