"""What only a browser shows of the pictures: room, names, keyboard, accessibility."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from catalogues import ROOT
from library.press.stylesheets import PARTS
from overview_page import LANGUAGES, OverviewPage
from playwright.sync_api import Browser, Page, expect
from serving import serving

pytestmark = pytest.mark.slow

Overview = Callable[[str, str], OverviewPage]
Shown = Callable[..., Page]


@pytest.fixture
def shown(browser: Browser, overview: Overview) -> Iterator[Callable[..., Page]]:
    """Opens the page alone, with the library's styles and fonts, which browsers take from a server only."""
    contexts = []

    def opened(which: str, language: str, **options: object) -> Page:
        made = overview(which, language)
        links = "".join(f'<link rel="stylesheet" href="{base}assets/stylesheets/{name}.css">' for name in (*PARTS, "pictures"))
        contexts.append(browser.new_context(**options))
        page = contexts[-1].new_page()
        page.goto(base)
        page.set_content(
            f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{made.view.title}</title>'
            f'<meta name="viewport" content="width=device-width,initial-scale=1">{links}</head>'
            f'<body><main class="lib-content">{made.text}</main></body></html>'
        )
        page.evaluate("document.fonts.ready")
        return page

    with serving(ROOT / "overrides") as base:
        yield opened
        for context in contexts:
            context.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["small", "kept"])
def test_the_page_does_not_scroll_sideways(shown: Shown, which: str, language: str) -> None:
    page = shown(which, language)
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
    for width in (1280, 768, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_links_of_drawings_are_named_in_full(shown: Shown, overview: Overview) -> None:
    page = shown("kept", "en")
    view = overview("kept", "en").view
    for name in [*(tile.cell.title for tile in view.map.table[:3]), *(bar.title for bar in view.timelines[0].bars[:3])]:
        expect(page.get_by_role("link", name=name, exact=True).first).to_be_attached()


def test_the_keyboard_can_skip_a_drawing(shown: Shown) -> None:
    page = shown("kept", "en")
    page.locator(".pic-contents a").last.focus()
    page.keyboard.press("Tab")
    skip = page.locator(".pic-skip").first
    expect(skip).to_be_focused()
    assert (skip.bounding_box() or {})["height"] > 20, "it is seen when it has the focus"
    page.keyboard.press("Enter")
    expect(page.locator("#map-numbers")).to_be_focused()


def test_words_do_not_run_over_the_edges_of_their_drawings(shown: Shown) -> None:
    script = """() => [...document.querySelectorAll('svg.pic-drawing, svg.pic-map__piece')].flatMap(svg => {
        const box = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter(text => {
            const own = text.getBoundingClientRect();
            return own.left < box.left - 1.5 || own.right > box.right + 1.5 || own.top < box.top - 3 || own.bottom > box.bottom + 3;
        }).map(text => text.textContent); })"""
    for language in LANGUAGES:
        page = shown("kept", language, viewport={"width": 1280, "height": 800})
        assert page.evaluate(script) == [], language


def test_chosen_contrast_colours_leave_numbers_readable(shown: Shown) -> None:
    page = shown("kept", "en", forced_colors="active")
    tile = page.locator("#map svg a").first
    fill, letters = (tile.locator(name).first.evaluate("element => getComputedStyle(element).fill") for name in ("rect", "text"))
    assert fill != letters
    assert fill == page.evaluate("getComputedStyle(document.body).backgroundColor")
