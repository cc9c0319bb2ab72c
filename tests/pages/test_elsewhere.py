"""What others have: shown as theirs, never linked before a person has opened it, and never one of our own works."""

from __future__ import annotations

import csv
import json

import pytest
from jsonschema import Draft202012Validator
from library.catalogue.catalogue import Catalogue
from library.doorway import further_pages
from library.machines.api.records import Api
from library.pages import elsewhere
from library.plan import BY_NAME
from library.workshop import Workshop
from lxml import html
from stamped import read, shop_of, texts


@pytest.fixture(scope="module")
def shop(small_catalogue: Catalogue) -> Workshop:
    return shop_of(small_catalogue)


def entry(shop: Workshop, id_: str, language: str = "en") -> html.HtmlElement:
    [found] = read(elsewhere.page(shop.stamper(language))).xpath(f'//li[@id="{id_}"]')
    return found


def test_an_address_that_was_opened_is_a_link_and_says_when(shop: Workshop) -> None:
    found = entry(shop, "open-platform")
    assert found.xpath('.//a[@rel="noopener"]/@href') == ["https://platform.example.org/start?a=1&b=2"]
    assert any("Opened on 25 November 2026" in text for text in texts(found.iter("p")))


def test_an_address_that_nobody_opened_is_text(shop: Workshop) -> None:
    found = entry(shop, "printed-report")
    assert not found.xpath(".//a[contains(@href, 'neighbour')]")
    assert texts(found.iter("code")) == ["www.neighbour.example.org"]
    assert any("nobody has opened it yet" in text for text in texts(found.iter("p")))
    assert found.xpath("./h3/@lang") == ["ru"]


def test_a_title_of_ours_stands_in_brackets(shop: Workshop) -> None:
    assert texts(entry(shop, "nameless-lab").iter("h3")) == ["[A lab of a neighbour]"]


def test_entries_lead_to_our_lists_only_where_there_are_some(shop: Workshop) -> None:
    found = entry(shop, "open-platform")
    shelves = shop.library.indexes.shelves
    hrefs = {href.strip("/").split("/", 1)[-1] for href in found.xpath(".//li/a/@href")}
    assert hrefs == {shelf.path for shelf in (shelves["themes"].get("open-data"), shelves["countries"].get("NO")) if shelf}


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_the_page_says_that_they_are_not_ours_and_no_list_counts_them(shop: Workshop, language: str) -> None:
    page = read(elsewhere.page(shop.stamper(language)))
    assert len(page.find_class("lib-lead")) == 1
    assert not page.find_class("lib-card") and not page.find_class("Z3988")
    assert "open-platform" not in shop.library.catalogue.works


def test_the_api_gives_them_apart(shop: Workshop) -> None:
    files = {file.path: file.text for file in Api(shop.library.catalogue, shop.library.indexes, shop.library.site).lists()}
    listed = json.loads(files["api/v1/elsewhere.json"])
    Draft202012Validator(json.loads(files["api/v1/schema/elsewhere.json"])).validate(listed)
    rows = list(csv.DictReader(str(files["api/v1/elsewhere.csv"]).removeprefix("\ufeff").splitlines()))
    assert (
        [row["id"] for row in rows] == [each["id"] for each in listed["elsewhere"]] == ["open-platform", "printed-report", "nameless-lab"]
    )
    assert [row["opened"] for row in rows] == ["2026-11-25", "", ""]


def test_a_library_without_a_shelf_has_no_page_and_no_link(kept_catalogue: Catalogue) -> None:
    kept = shop_of(kept_catalogue)
    assert list(BY_NAME["elsewhere"].make(kept, None)) == []
    assert "elsewhere" not in further_pages(kept.library.settings)
