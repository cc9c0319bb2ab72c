"""Pages of persons: verified or by name only, and persons of one name told apart."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.pages import facets, lists
from library.workshop import Workshop
from lxml import html
from stamped import read, shop_of, texts

PARTIES, STUDY = "vocabularies/parties.yml", "knowledge-products/russian-study.yml"


@pytest.fixture(scope="module")
def shop(small_catalogue: Catalogue) -> Workshop:
    return shop_of(small_catalogue)


def page(shop: Workshop, party: str, language: str = "en") -> html.HtmlElement:
    return read(lists.page(shop.stamper(language), shop.library.indexes.shelves["people"][party], 1))


def test_an_identifier_with_its_source_verifies_a_person(shop: Workshop) -> None:
    [said] = page(shop, "harrow-jane").find_class("lib-identity")
    assert " ".join(said.text_content().split()).startswith("Verified: ORCID. Source: ORCID's own specimen")
    assert "lib-identity--verified" in said.get("class")


def test_a_person_without_an_identifier_is_known_by_name_only(shop: Workshop) -> None:
    [said] = page(shop, "manas", "ru").find_class("lib-identity")
    assert said.text_content().strip().startswith("Только по имени")
    assert "lib-identity--verified" not in said.get("class")
    [link] = said.iter("a")
    assert link.get("href").endswith("/edit/catalogue/vocabularies/parties.yml")


def test_of_bodies_nothing_is_said(shop: Workshop) -> None:
    assert not page(shop, "sample-institute").find_class("lib-identity")


NAMESAKE = """
- id: yuschenko-elena-2
  kind: person
  names:
    - family: Ющенко-Жукова
      given: Елена Юрьевна
"""
SECOND = """\
id: second-study
type: research-paper
title:
  en: A Second Study
{issued}creators:
  - party: yuschenko-elena-2{affiliation}
editions:
  - citation_key: yuschenko2019second
    language: en
added: 2026-11-23
provenance:
  - source: sample-report
"""


def listed(copy: SpoiltCatalogue, issued: str = "", affiliation: str = "") -> list[str]:
    """What the list of persons calls two of one name; the second wrote one study."""
    copy.append(PARTIES, NAMESAKE)
    told = f"\n    affiliation: {affiliation}" if affiliation else ""
    copy.write("knowledge-products/second-study.yml", SECOND.format(issued=f"issued: {issued}\n" if issued else "", affiliation=told))
    shop = shop_of(load(copy.folder))
    pages = list(facets.pages(shop.stamper("en"), "people"))
    return [
        text.partition(", 1 publication")[0]
        for file in pages
        for text in texts(read(file).xpath('//ul[@class="lib-counts"]//a'))
        if text.startswith("Ющенко")
    ]


def test_persons_of_one_name_are_told_apart_by_the_years_of_their_works(catalogue_copy: SpoiltCatalogue) -> None:
    assert listed(catalogue_copy, "2019") == ["Ющенко-Жукова, Елена Юрьевна (2019)", "Ющенко-Жукова, Елена Юрьевна (2021)"]


def test_persons_of_one_name_are_told_apart_by_what_they_are_printed_with(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "party: yuschenko-elena\n", "party: yuschenko-elena\n    affiliation: First University\n")
    found = listed(catalogue_copy, "2021", "Second University")
    assert found == ["Ющенко-Жукова, Елена Юрьевна (First University)", "Ющенко-Жукова, Елена Юрьевна (Second University)"]


@pytest.mark.parametrize("issued", ["", "2021"])
def test_where_nothing_else_tells_them_apart_their_ids_do(catalogue_copy: SpoiltCatalogue, issued: str) -> None:
    found = listed(catalogue_copy, issued)
    assert found == ["Ющенко-Жукова, Елена Юрьевна (yuschenko-elena)", "Ющенко-Жукова, Елена Юрьевна (yuschenko-elena-2)"]


def test_a_name_that_one_person_has_stays_as_it_is(shop: Workshop) -> None:
    assert shop.stamper("en").labels.heading("yuschenko-elena") == "Ющенко-Жукова, Елена Юрьевна"
