"""What only a browser shows: journeys, keyboard, narrow screens, accessibility."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from accessibility import WIDTHS, violations
from kinds import page_kinds
from playwright.sync_api import Browser, BrowserContext, Page, expect
from readers import new_reader
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow


def test_a_reader_finds_a_work_by_theme_switches_language_and_copies_bibtex(page: Page, served: dict[str, str]) -> None:
    page.goto(served["real"])
    page.get_by_role("navigation", name="Language of this page").get_by_role("link", name="Русский").click()
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    page.locator(".lib-nav").get_by_role("link", name="Темы").click()
    page.get_by_role("link", name="Мотивация", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Мотивация")
    page.get_by_role("link", name="[Мотивация государственных служащих в Пакистане]").click()
    page.locator(".lib-languages").get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/publications/motivation-public-servants-pakistan/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Motivation of Public Servants in Pakistan")
    english = page.locator(".lib-citation").filter(has=page.get_by_role("heading", name="English"))
    button = english.get_by_role("button", name="Copy BibTeX")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".lib-status")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@techreport{") and "title = {Motivation of Public Servants in {Pakistan}}" in copied


def test_the_same_journey_works_without_javascript(browser: Browser, served: dict[str, str]) -> None:
    context = new_reader(browser, java_script_enabled=False)
    page = context.new_page()
    page.goto(served["real"] + "kk/")
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


def test_the_keyboard_alone_reaches_content_first(page: Page, served: dict[str, str]) -> None:
    page.goto(served["real"] + "ko/themes/")
    page.keyboard.press("Tab")
    expect(page.locator(".lib-skip")).to_be_focused()
    page.keyboard.press("Enter")
    assert page.url.endswith("#content")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


def test_the_chosen_light_or_dark_is_kept(page: Page, served: dict[str, str]) -> None:
    page.goto(served["small"])
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-theme-toggle]").click()
    after = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.goto(served["small"] + "ru/titles/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


@pytest.mark.parametrize("which", ["small", "real"])
def test_nothing_is_wider_than_a_narrow_screen(which: str, browser: Browser, served: dict[str, str], small_site: Built, real_site: Built) -> None:
    context = new_reader(browser, viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide = []
    for path in page_kinds({"small": small_site, "real": real_site}[which]):
        page.goto(served[which] + path)
        if page.evaluate("document.documentElement.scrollWidth") > 320:
            wide.append(path)
    context.close()
    assert not wide


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["small", "real"])
def test_axe_finds_nothing_on_any_kind_of_page(which: str, language: str, browser: Browser, served: dict[str, str], small_site: Built,
                                               real_site: Built) -> None:
    prefix = "" if language == "en" else f"{language}/"
    paths = [path for path in page_kinds({"small": small_site, "real": real_site}[which])
             if path.startswith(prefix) and (prefix or path.split("/")[0] not in LANGUAGES)]
    found = []
    context = new_reader(browser)
    page = context.new_page()
    for path in paths:
        page.goto(served[which] + path)
        page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")
        found += [f"{path} ({violation})" for violation in violations(page, WIDTHS)]
    context.close()
    assert not found, "\n".join(found)


def test_nothing_is_asked_of_another_host_and_nothing_fails(context: BrowserContext, served: dict[str, str], real_site: Built) -> None:
    page = context.new_page()
    asked, failed, said = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for path in page_kinds(real_site):
        if not path.endswith("404.html"):
            page.goto(served["real"] + path)
    assert {address for address in asked if not address.startswith(served["real"])} == set()
    assert not failed
    assert not said
