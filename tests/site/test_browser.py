"""What only a browser shows: journeys, keyboard, narrow screens, accessibility."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from accessibility import looks_in_turn, violations
from kinds import in_turn, page_kinds
from playwright.sync_api import Browser, Page, expect
from readers import new_reader
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow

NARROW = 320


def test_a_reader_finds_a_work_by_theme_switches_language_and_copies_bibtex(page: Page, served_small: str) -> None:
    page.goto(served_small)
    page.get_by_role("navigation", name="Language of this page").get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.locator(".lib-nav").get_by_role("link", name="Темы").click()
    page.get_by_role("link", name=re.compile(r"^Управление человеческими ресурсами ?, \d+ ")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Управление человеческими ресурсами")
    page.get_by_role("link", name="[Страновой профиль: Норвегия]").click()
    page.locator(".lib-languages").get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/publications/unknown-year/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Country Profile: Norway")
    button = page.locator(".lib-citation").locator("[data-way=copy]")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lib-status")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@techreport{") and "title = {Country Profile: {Norway}}" in copied


def test_the_same_journey_works_without_javascript(browser: Browser, served_small: str) -> None:
    context = new_reader(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(served_small + "kk/")
    page.locator(".lib-nav").get_by_role("link").nth(1).click()
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    page.locator(".lib-theme-group a").first.click()
    page.locator(".lib-card a").first.click()
    page.locator(".lib-languages").get_by_role("link", name="한국어").click()
    expect(page.locator("html")).to_have_attribute("lang", "ko")
    assert page.locator("button:visible:not([type=submit])").count() == 0, "a button that needs a script shows without one"
    page.locator(".lib-citation summary").first.click()
    expect(page.locator(".lib-bibtex").first).to_be_visible()
    with page.expect_download() as download:
        page.locator(".lib-citation__exports a").first.click()
    assert Path(download.value.path()).read_text("utf-8").startswith("@")
    context.close()


def test_the_keyboard_alone_reaches_content_first(page: Page, served_small: str) -> None:
    page.goto(served_small + "ko/themes/")
    page.keyboard.press("Tab")
    expect(page.locator(".lib-skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_the_chosen_light_or_dark_is_kept(page: Page, served_small: str) -> None:
    page.goto(served_small)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-toggle]").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.goto(served_small + "ru/titles/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


@dataclass(frozen=True)
class Visit:
    """What was found on one page; ``asked`` and ``failed`` are addresses, ``said`` what the console holds."""

    path: str
    violations: list[str]
    width: int
    asked: list[str]
    failed: list[str]
    said: list[str]


@pytest.fixture(scope="module", params=[*LANGUAGES, "awkward"])
def visits(
    request: pytest.FixtureRequest,
    browser: Browser,
    served_small: str,
    served_real: str,
    small_site: Built,
    real_site: Built,
    amount: Callable[[int, int], int],
) -> list[Visit]:
    """Every kind of page of the library, language by language; of the awkward catalogue each page in one.

    A page is seen in one look and in two of the languages, the same kind in the other language in another look.
    """
    number = amount(1, 4)
    every = amount(2, 1)
    if request.param == "awkward":
        return _visited(browser, served_small, in_turn(small_site), 0, number)
    first = LANGUAGES.index(request.param)
    return _visited(browser, served_real, page_kinds(real_site, [request.param])[first % every :: every], first, number)


def _visited(browser: Browser, base: str, paths: list[str], first: int, number: int) -> list[Visit]:
    context = browser.new_context()
    page = context.new_page()
    found: list[Visit] = []
    asked, failed, said = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for place, path in enumerate(paths, start=first):
        page.goto(base + path)
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        violated = violations(page, looks_in_turn(place, number))
        page.set_viewport_size({"width": NARROW, "height": 640})
        width = page.evaluate("document.documentElement.scrollWidth")
        found.append(Visit(path, violated, width, [url for url in asked if not url.startswith((base, "data:"))], [*failed], [*said]))
        for heard in (asked, failed, said):
            heard.clear()
    context.close()
    return found


def test_axe_finds_nothing_on_any_kind_of_page(visits: list[Visit]) -> None:
    found = [f"{visit.path} ({violation})" for visit in visits for violation in visit.violations]
    assert not found, "\n".join(found)


def test_nothing_is_wider_than_a_narrow_screen(visits: list[Visit]) -> None:
    assert [visit.path for visit in visits if visit.width > NARROW] == []


def test_nothing_is_asked_of_another_host_and_nothing_fails(visits: list[Visit]) -> None:
    """The page for what is missing is no page of an address of its own: files that it names are found from the root."""
    own = [visit for visit in visits if not visit.path.endswith("404.html")]
    assert [(visit.path, visit.asked, visit.failed, visit.said) for visit in own if visit.asked or visit.failed or visit.said] == []
