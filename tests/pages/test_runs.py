"""Pages of series: what is listed of a run, and what is not, on what evidence."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.pages import facets, lists
from library.workshop import Workshop
from lxml import html
from stamped import read, shop_of, texts

SERIES = "vocabularies/series.yml"
REPORTED = """\
  frequency: annual
  rounds:
    - number: 4
      year: 2020
      evidence: reported
      provenance:
        - source: sample-report
          at: row 4
"""


def page_of(shop: Workshop, term: str, language: str = "en") -> html.HtmlElement:
    return read(lists.page(shop.stamper(language), shop.library.indexes.shelves["series"][term], 1))


@pytest.fixture
def shop(catalogue_copy: SpoiltCatalogue) -> Workshop:
    catalogue_copy.replace(SERIES, "  as_printed: Needs Survay\n", f"  as_printed: Needs Survay\n{REPORTED}")
    return shop_of(load(catalogue_copy.folder))


def test_a_part_that_is_reported_and_not_listed_is_a_gap_with_its_source(shop: Workshop) -> None:
    page = page_of(shop, "needs-surveys")
    parts = page.xpath('//ol[@class="lib-rounds"]/li')
    assert [part.get("class") for part in parts] == [None, "lib-rounds__gap"]
    assert parts[0].xpath("./a/@href")[0].endswith("/publications/ministry-survey/")
    assert texts(parts)[1] == "No. 4, 2020 reported as published; not listed in the library"
    assert any("row 4" in text for text in texts(page.xpath('//section[@class="lib-sources"]//li')))
    assert "Not listed does not mean that nothing appeared" in page.text_content()
    assert "once a year" in page.text_content()


def test_a_series_without_works_stands_with_its_plans_on_the_page_of_all(small_catalogue: Catalogue) -> None:
    shop = shop_of(small_catalogue)
    [file] = facets.pages(shop.stamper("ru"), "series")
    [section] = read(file).xpath('//section[@id="run-sample-review"]')
    assert texts(section.find_class("lib-rounds__gap")) == ["2016 запланировано; в библиотеке не значится"]


def test_a_series_of_which_only_works_are_known_has_no_line(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/ministry-survey.yml", "  number: 3\n", "")
    page = page_of(shop_of(load(catalogue_copy.folder)), "needs-surveys")
    assert not page.find_class("lib-rounds") and not page.find_class("lib-sources")


def test_no_other_list_has_a_line(small_catalogue: Catalogue) -> None:
    shop = shop_of(small_catalogue)
    page = read(lists.page(shop.stamper("en"), next(iter(shop.library.indexes.shelves["themes"].values())), 1))
    assert not page.find_class("lib-rounds")
