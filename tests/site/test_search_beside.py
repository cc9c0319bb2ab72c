"""Other records than publications on the search page: found when they are asked for, by the same words and filters."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from library.catalogue.catalogue import Catalogue
from library.search import beside
from searching import count, found, open_search, settle

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from sites import Built

pytestmark = pytest.mark.slow


def titles(page: Page) -> list[str]:
    """Addresses of what stands besides the publications, below the language's root."""
    return page.eval_on_selector_all(".lib-beside__found a", "links => links.map(link => link.getAttribute('href').split('../').pop())")


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_every_record_and_every_entry_of_others_is_found_when_asked_for(
    language: str, page: Page, served_small: str, small_catalogue: Catalogue
) -> None:
    open_search(page, served_small, language)
    assert titles(page) == []
    works = found(page)
    page.locator("[name=beside]").check()
    page.wait_for_selector(".lib-beside__found a")
    held = sum(len(small_catalogue.of_kind(kind)) for kind in beside.KINDS) + len(small_catalogue.vocabularies["elsewhere"].terms)
    assert len(titles(page)) == held
    assert found(page) == works
    assert "beside=yes" in page.url


def test_the_same_words_and_filters_find_them_and_nothing_of_it_is_counted(page: Page, served_small: str) -> None:
    open_search(page, served_small, "en")
    before = count(page, "theme", "pay")
    open_search(page, served_small, "en", beside="yes", theme="pay")
    page.wait_for_selector(".lib-beside__found a")
    assert "events/sample-forum-2023/" in titles(page)
    assert count(page, "theme", "pay") == before
    open_search(page, served_small, "en", beside="yes", q="forums")
    page.wait_for_selector(".lib-beside__found a")
    assert "events/sample-forum-2023/" in titles(page)
    assert "events/bare-event/" not in titles(page)
    open_search(page, served_small, "en", beside="yes", q="xylophone")
    page.wait_for_selector(".lib-beside__found p")
    assert titles(page) == []


def test_an_address_brings_them_back_and_another_language_keeps_them(page: Page, served_small: str) -> None:
    open_search(page, served_small, "en", beside="yes", q="forum")
    settle(page)
    assert page.locator("[name=beside]").is_checked()
    assert page.locator(".lib-languages a").first.get_attribute("href").endswith("?q=forum&beside=yes")


def test_a_record_is_text_whatever_it_holds(page: Page, served_small: str, small_site: Built) -> None:
    records = json.loads((small_site.folder / "search/index/en/beside.json").read_text())["records"]
    open_search(page, served_small, "en", beside="yes")
    page.wait_for_selector(".lib-beside__found a")
    assert page.locator(".lib-beside__found script, .lib-beside__found img").count() == 0
    assert page.locator(".lib-beside__found a").all_text_contents() == [record[2] for record in records]
