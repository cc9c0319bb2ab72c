"""What is heard of pages, by the browser's tree of accessibility: nothing of the decoration, everything with what it belongs to, once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from amounts import amount
from heard import bare_numbers, decoration, empty_places, heard, said_alike
from kinds import page_kinds
from playwright.sync_api import Browser, Page, expect
from readers import new_reader
from searching import PREFIXES, open_search, settle
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow

SAMPLE = 4
"""Of the pages of each kind one in so many: another language for each kind."""

UNITS = {"en": r"\d publications?$", "ru": r"\d публикаци[яий]$", "kk": r"\d жарияланым$", "ko": r"출판물 \d+건$"}


def faults(page: Page) -> list[str]:
    nodes = heard(page)
    levels = [node.name for node in nodes if node.role == "heading"]
    twice = [name for name, number in Counter(levels).items() if number > 1 and page.locator(".lib-work").count()]
    return [
        *(f"decoration: {told}" for told in decoration(nodes)),
        *(f"an empty {role}" for role in empty_places(nodes)),
        *(f"a bare number: {told}" for told in bare_numbers(nodes)),
        *(f"said alike: {told}" for told in said_alike(nodes)),
        *(f"a heading twice: {name}" for name in twice),
        *(f"a code for a language: {node.name}" for node in nodes if node.role == "StaticText" and re.fullmatch("EN|RU|KK|KO", node.name)),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_page_is_heard_without_noise(language: str, browser: Browser, small_site: Built, served_small: str) -> None:
    every = amount(SAMPLE, 1)
    context = new_reader(browser)
    page, found = context.new_page(), []
    for place, path in enumerate(page_kinds(small_site, [language])):
        if place % every != LANGUAGES.index(language) % every or "/style/" in path:
            continue
        page.goto(served_small + path)
        if page.locator(".lib-search, .lib-list").count():
            settle(page)
        found += [f"{path}: {fault}" for fault in faults(page)]
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_filters_and_cards_are_heard_whole(language: str, page: Page, served_small: str) -> None:
    open_search(page, served_small, language)
    nodes = heard(page)
    # What is described in words of its own stands for no value of a filter.
    boxes = [node.name for node in nodes if node.role == "checkbox" and not node.description]
    assert len(boxes) > 5
    unit = re.compile(UNITS[language])
    assert [name for name in boxes[1:] if not unit.search(name)] == [], "a number belongs to its label"
    kept = [node for node in nodes if node.description and node.role in ("button", "ToggleButton")]
    titles = [node.name for node in nodes if node.role == "heading" and node.name in {each.description for each in kept}]
    assert len(titles) == page.locator(".lib-card").count()
    assert not any(title in node.name for title in titles for node in kept), "a title is said once"


def listen(page: Page) -> None:
    """Keeps what the page tells from now on in ``window.told``."""
    page.evaluate(
        """() => {
          window.told = [];
          new MutationObserver(changes => changes.forEach(({target}) => {
            const status = target.closest ? target.closest('[role=status]') : null;
            if (status && status.textContent) { window.told.push(status.textContent); }
          })).observe(document.body, {childList: true, subtree: true});
        }"""
    )


def test_a_count_is_told_once_after_the_typing_and_again_when_asked_again(page: Page, served_small: str) -> None:
    open_search(page, served_small, "ru")
    listen(page)
    page.locator("#search-words").press_sequentially("этика", delay=120)
    page.wait_for_function("() => window.told.length")
    settle(page)
    shown = page.locator(".lib-results__status").inner_text()
    assert page.evaluate("window.told") == [shown]
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.told.length === 2")
    assert page.evaluate("window.told") == [shown, shown]
    assert page.locator("#search-sort").input_value() == "relevance", "which did not change by itself"


def test_a_style_tells_the_reference_and_copy_is_described_by_it(page: Page, small_site: Built, served_small: str) -> None:
    several = next(path for path in page_kinds(small_site, ["kk"]) if small_site.text(path).count('class="lib-citation"') > 1)
    page.goto(served_small + several)
    listen(page)
    page.locator(".lib-styles input[value=apa]").check()
    reference = page.locator(".lib-citation [data-style=apa] p").first.inner_text()
    page.wait_for_function("() => window.told.length")
    assert page.evaluate("window.told")[0].endswith(reference)
    copies = [node for node in heard(page) if node.role == "button" and node.description and node.name.startswith("Көшіру: ")]
    assert len(copies) == page.locator(".lib-citation").count()
    assert copies[0].description == reference
    downloads = page.locator(".lib-citation [data-way=file]").all_inner_texts()
    assert len(downloads) == len(set(downloads)) == len(copies), downloads


@pytest.mark.parametrize("width", [360, 390, 768])
def test_the_header_leaves_the_screen_to_the_page(width: int, browser: Browser, served_small: str) -> None:
    context = new_reader(browser, viewport={"width": width, "height": {360: 800, 390: 844, 768: 1024}[width]})
    page = context.new_page()
    for language in LANGUAGES:
        page.goto(f"{served_small}{PREFIXES[language]}titles/")
        assert page.locator(".lib-header").bounding_box()["height"] < 0.2 * page.viewport_size["height"], language
        if width < 640:
            page.locator("[data-menu]").click()
        for link in page.locator(".lib-nav a").all():
            expect(link).to_be_visible()
            box = link.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= width, "the navigation is whole"
    context.close()


def test_filters_on_a_phone_answer_where_the_finger_is(browser: Browser, served_small: str) -> None:
    context = new_reader(browser, viewport={"width": 390, "height": 844})
    page = context.new_page()
    open_search(page, served_small, "ru")
    page.locator(".lib-filters__toggle").click()
    bar = page.locator(".lib-filters__show")
    page.locator("[data-facet=country] label").first.click()
    expect(page.locator(".lib-chip")).to_have_count(1)
    settle(page)
    expect(bar).to_be_in_viewport()
    number = page.locator("[data-facet=country] .is-chosen .lib-count").inner_text()
    expect(bar).to_contain_text(f"Показать {number} ")
    assert page.locator(".lib-filter li:visible .lib-count", has_text=re.compile("^0$")).count() == 0
    bar.click()
    expect(bar).to_be_hidden()
    expect(page.locator(".lib-card").first).to_be_in_viewport()
    expect(page.locator("#results-heading")).to_be_focused()
    context.close()
