"""Pages of countries: works about, persons and bodies by, evidence with; and never a list of members."""

from __future__ import annotations

import csv
import json

import pytest
from catalogues import SpoiltCatalogue
from jsonschema import Draft202012Validator
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.machines.api.records import Api
from library.pages import facets, lists
from library.workshop import Workshop
from lxml import html
from stamped import read, shop_of, texts

PARTICIPATION, STUDY = "vocabularies/participation.yml", "knowledge-products/russian-study.yml"


@pytest.fixture(scope="module")
def shop(small_catalogue: Catalogue) -> Workshop:
    return shop_of(small_catalogue)


def page_of(shop: Workshop, code: str, language: str = "en") -> html.HtmlElement:
    return read(lists.page(shop.stamper(language), shop.library.indexes.shelves["countries"][code], 1))


def section(page: html.HtmlElement, heading: str) -> list[str]:
    return texts(page.xpath(f'//section[@class="lib-country"]/h3[.="{heading}"]/following-sibling::ul[1]/li'))


def test_evidence_stands_with_its_date_and_source(shop: Workshop) -> None:
    page = page_of(shop, "KZ")
    assert section(page, "Evidence of participation") == ["15 March 2013: host country A report made up for the tests, page 2"]
    assert "no list of members" in page.text_content()


def test_bodies_of_the_country_stand_there(shop: Workshop) -> None:
    found = section(page_of(shop, "KZ"), "Authors and bodies of the country, as far as documents say")
    assert "Sample Civil Service Hub" in found


def test_persons_whose_printed_affiliation_names_the_country_stand_there(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "party: yuschenko-elena\n", "party: yuschenko-elena\n    affiliation: Университет, Казахстан\n")
    found = section(page_of(shop_of(load(catalogue_copy.folder)), "KZ"), "Authors and bodies of the country, as far as documents say")
    assert "Ющенко-Жукова, Елена Юрьевна Университет, Казахстан" in found


def test_what_there_is_in_its_official_languages_is_counted(shop: Workshop) -> None:
    shelves = shop.library.indexes.shelves["languages"]
    expected = [f"{name}: {len(shelves[tag].works)} publications" for tag, name in (("ru", "Russian"), ("kk", "Kazakh"))]
    assert section(page_of(shop, "KZ"), "In its official languages") == [
        text.replace(": 1 publications", ": 1 publication") for text in expected
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_a_country_that_no_work_discusses_stands_on_the_page_of_all(shop: Workshop, language: str) -> None:
    page = read(next(iter(facets.pages(shop.stamper(language), "countries"))))
    [found] = page.xpath('//section[@id="with-is"]')
    assert len(found.xpath("./ul[1]/li")) == 1
    if language == "en":
        assert texts(found.xpath(".//li"))[0].startswith(
            "date not stated: an event was planned there; that it was held is not said (participation itself is not said)"
        )


def test_a_library_without_evidence_has_pages_of_countries_as_before(kept_catalogue: Catalogue) -> None:
    kept = shop_of(kept_catalogue)
    assert not page_of(kept, "KZ").find_class("lib-country")
    assert not read(next(iter(facets.pages(kept.stamper("en"), "countries")))).find_class("lib-country")


def test_the_api_gives_the_evidence(shop: Workshop) -> None:
    files = {file.path: file.text for file in Api(shop.library.catalogue, shop.library.indexes, shop.library.site).lists()}
    listed = json.loads(str(files["api/v1/participation.json"]))
    Draft202012Validator(json.loads(str(files["api/v1/schema/participation.json"]))).validate(listed)
    rows = list(csv.DictReader(str(files["api/v1/participation.csv"]).removeprefix("\ufeff").splitlines()))
    assert [(row["country"], row["date"], row["kind"]) for row in rows] == [("KZ", "2013-03-15", "host"), ("IS", "", "planned-event")]
    assert rows[0]["sources"] == "sample-report page 2"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: host", "kind: member", "unknown-choice"),
        ("country: IS", "country: XX", "unknown-term"),
        ("date: 2013-03-15", "date: 2013-3", "bad-date"),
        ("  participating: said\n", "", "missing-field"),
        ("- id: is-planned", "- id: kz-host", "duplicate-id"),
        ("      at: page 2\n", "", ""),
    ],
)
def test_what_a_piece_of_evidence_says_wrongly_is_told(catalogue_copy: SpoiltCatalogue, old: str, new: str, code: str) -> None:
    catalogue_copy.replace(PARTICIPATION, old, new)
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(problem.path == f"catalogue/{PARTICIPATION}" and problem.line and problem.hint for problem in problems)


def test_a_library_may_do_without_the_file(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(PARTICIPATION).unlink()
    assert catalogue_copy.problems() == []


def test_events_alliances_and_projects_of_the_country_stand_there(shop: Workshop) -> None:
    page = page_of(shop, "KZ")
    assert section(page, "Events held there") == ["1 event"]
    assert section(page, "Projects for it") == ["Support to the Sample Hub & Others"]
    for kind, heading, field in (("alliance", "Alliances that it is in", "members"), ("project", "Projects for it", "countries")):
        records = shop.library.catalogue.of_kind(kind).values()
        assert len(section(page, heading)) == sum("KZ" in getattr(filed.value, field) for filed in records)


def test_what_is_not_listed_of_a_country_is_named_and_not_called_missing(shop: Workshop) -> None:
    codes = [code for code in shop.library.indexes.shelves["countries"] if code not in ("KZ", "not-stated")]
    bare = [code for code in codes if "evidence of its participation" in section(page_of(shop, code), "Not listed here")]
    assert bare
    for code in bare:
        page = page_of(shop, code)
        assert section(page, "Evidence of participation") == []
        assert "Not listed does not mean that there is none" in page.text_content()
