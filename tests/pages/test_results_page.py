"""The page of results: the picture and the table have the same numbers, and nothing is added to what the sources print."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from library.catalogue.catalogue import Catalogue
from library.doorway import further_pages
from library.machines.api.records import Api
from library.pages import overview, results
from library.plan import BY_NAME
from library.workshop import Workshop
from lxml import html
from stamped import read, shop_of, texts

LANGUAGES = ("en", "ru", "kk", "ko")


@pytest.fixture(scope="module")
def shop(small_catalogue: Catalogue) -> Workshop:
    return shop_of(small_catalogue)


@pytest.fixture(scope="module")
def pages(shop: Workshop) -> dict[str, html.HtmlElement]:
    return {language: read(results.page(shop.stamper(language))) for language in LANGUAGES}


def cells(page: html.HtmlElement, row: str) -> list[str]:
    return texts(page.xpath(f'//tr[@id="{row}"]/td'))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_says_the_numbers_of_the_table(pages: dict[str, html.HtmlElement], language: str) -> None:
    page = pages[language]
    drawn = page.xpath('//ol[@class="res-rows"]/li')
    assert len(drawn) == 1
    told = drawn[0].xpath(".//svg/@aria-label")[0]
    shown = [cell for cell in cells(page, "studies-published")[1:] if cell]
    assert [part.split(": ")[1] for part in told.split("; ")] == shown


def test_lengths_are_those_of_the_numbers(pages: dict[str, html.HtmlElement]) -> None:
    [row] = pages["en"].xpath('//ol[@class="res-rows"]/li')
    widths = {name: row.xpath(f'.//rect[@class="res-{name}"]/@width')[0] for name in ("reached", "counted")}
    assert int(widths["reached"]) == results.WIDTH
    numbers = [int(cell) for cell in cells(pages["en"], "studies-published")[2:]]
    assert int(widths["counted"]) == round(numbers[2] * results.WIDTH / numbers[1])
    assert row.xpath('.//path[@class="res-target"]/@d')[0].startswith(f"M{round(numbers[0] * results.WIDTH / numbers[1])} ")


def test_the_difference_is_said_and_explained(pages: dict[str, html.HtmlElement]) -> None:
    remarks = texts(pages["ko"].xpath('//tr[@id="studies-published"]//small'))
    counted = cells(pages["ko"], "studies-published")[-1]
    assert f"보고된 수치는 38이고 도서관의 수치는 {counted}입니다." in remarks
    assert pages["ko"].xpath('//tr[@id="studies-published"]//small[@lang="en"]/text()') == ["The report may count editions."]


def test_targets_below_the_baseline_are_said_to_be_so_and_not_drawn(pages: dict[str, html.HtmlElement]) -> None:
    assert texts(pages["en"].xpath('//tr[@id="people-content"]//small')) == [
        "All targets are below the baseline: no progress can be read from this line."
    ]
    assert cells(pages["en"], "people-content")[1:4] == ["72.5 (2017)", "50 (2018)", "not reported"]
    assert cells(pages["ru"], "people-content")[1] == "72,5 (2017)"


def test_what_is_not_known_is_said(pages: dict[str, html.HtmlElement]) -> None:
    assert cells(pages["en"], "exchanges") == ["exchanges", "not stated", "not stated", "not reported", "not counted by records"]


@pytest.mark.costly
def test_a_library_without_indicators_has_neither_page_nor_link_nor_list(kept_catalogue: Catalogue) -> None:
    shop = shop_of(kept_catalogue)
    assert list(BY_NAME["results"].make(shop, None)) == []
    assert "/results/" not in str(overview.page(shop.stamper("en")).text)
    assert further_pages(shop.library.settings) == ()
    assert not [
        file.path
        for file in Api(kept_catalogue, shop.library.indexes, shop.library.site).lists()
        if "indicators" in file.path and "schema" not in file.path
    ]


def test_a_library_with_indicators_leads_to_them(shop: Workshop) -> None:
    assert "results" in further_pages(shop.library.settings)
    assert "/results/" in str(overview.page(shop.stamper("kk")).text)


def test_the_api_has_the_same_figures(shop: Workshop, pages: dict[str, html.HtmlElement]) -> None:
    files = {file.path: file.text for file in Api(shop.library.catalogue, shop.library.indexes, shop.library.site).lists()}
    listed = json.loads(files["api/v1/indicators.json"])
    schema = json.loads(files["api/v1/schema/indicators.json"])
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(listed)
    found = {entry["id"]: entry for entry in listed["indicators"]}
    assert [str(found["studies-published"][name]) for name in ("reached", "counted")] == cells(pages["en"], "studies-published")[3:]
    assert "reached" not in found["exchanges"] and found["people-content"]["targets_below_baseline"]
    text = files["api/v1/indicators.csv"]
    assert isinstance(text, str)
    rows = {row["id"]: row for row in csv.DictReader(text.removeprefix("\ufeff").splitlines())}
    assert set(rows) == set(found)
    assert rows["studies-published"]["label"] == "Studies published & spread"
    assert (rows["studies-published"]["reached"], rows["studies-published"]["reached_by"]) == ("38", "2024-05-29")
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", rows["studies-published"]["counted_on"])
    assert rows["exchanges"]["target"] == rows["exchanges"]["counted"] == ""


def test_nothing_is_drawn_of_a_single_figure(small_catalogue: Catalogue) -> None:
    [(_, held)] = results.results(small_catalogue)
    bare = replace(held[0], counted=None)
    lonely = replace(bare, indicator=bare.indicator.model_copy(update={"baseline": None, "targets": ()}))
    assert results.bar(bare) is not None and results.bar(lonely) is None
