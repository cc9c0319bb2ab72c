"""Pages work for browsers that run no inline script, take no inline style, and make no text into markup or script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kinds import in_turn, page_kinds
from library.machines.hosting import EVERYWHERE
from library.press import policy
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serving import running
from sites import Built

pytestmark = pytest.mark.slow

POLICY = policy.PAGES
_MARK = "policy violated: "
_REPORT = f"""addEventListener("securitypolicyviolation", ({{ effectiveDirective, blockedURI, sourceFile, sample }}) =>
  console.info({json.dumps(_MARK)} + JSON.stringify({{ effectiveDirective, blockedURI, sourceFile, sample }})));"""
"""A page says what the policy stopped; nothing is evaluated in it, which the policy would stop as well."""


@pytest.fixture(scope="module")
def base(small_site: Built) -> Iterator[str]:
    """The site as a host with headers serves it: the policy of contents stands in the pages."""
    with running(small_site.folder, **{name.replace("-", "_"): value for name, value in EVERYWHERE.items()}) as server:
        yield server.address


def test_every_page_has_the_policy_and_nothing_in_it_that_the_policy_forbids(small_site: Built) -> None:
    pages = [path for path in small_site.folder.rglob("*.html") if path.relative_to(small_site.folder).parts[0] != "admin"]
    assert len(pages) > 500
    for path in pages:
        text = path.read_text("utf-8")
        leads_on = '<meta http-equiv="refresh"' in text
        assert leads_on or text.index(policy.ELEMENT) < text.index("<title>"), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]* src=)(?! type=\"application/(?:ld\+)?json\")", text), path


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A reader's own browser, service worker and all."""
    made = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    made.set_default_timeout(30_000)
    made.add_init_script(_REPORT)
    yield made
    made.close()


def watched(reader: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what goes wrong with its scripts from now on: what the policy stops, and exceptions."""
    page = reader.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.text.startswith(_MARK) else None)
    return page, said


def test_the_policy_stops_inline_scripts_and_markup_made_of_text(tmp_path: Path, reader: BrowserContext) -> None:
    (tmp_path / "index.html").write_text('<!doctype html><script>1</script><p>a</p><script src="a.js"></script>', "utf-8")
    (tmp_path / "a.js").write_text('document.querySelector("p").innerHTML = "b";', "utf-8")
    page, said = watched(reader)
    with running(tmp_path, Content_Security_Policy=POLICY) as server:
        page.goto(server.address)
        expect(page.locator("p")).to_have_text("a")
    assert any("script-src-elem" in text for text in said)
    assert any("require-trusted-types-for" in text for text in said)


def test_search_and_what_is_taken_away_need_nothing_that_the_policy_forbids(base: str, reader: BrowserContext) -> None:
    page, said = watched(reader)
    page.goto(f"{base}search/")
    cards = page.locator(".lib-results .lib-card")
    expect(cards.first).to_be_visible()
    before = cards.count()
    page.locator("#search-words").fill("public")
    expect(cards).not_to_have_count(before)
    page.locator(".lib-take summary").click()
    page.locator(".lib-take__style").select_option("apa")
    page.locator('[data-bibliography="copy"]').click()
    expect(page.locator(".lib-take__status")).not_to_be_empty()
    with page.expect_download():
        page.locator(".lib-take [data-way=file]").click()
    page.locator('[data-bibliography="print"]').click()
    expect(page.locator(".lib-bibliography li")).to_have_count(cards.count())
    page.goto(f"{base}ru/search/?q=отчет")
    expect(page.locator(".lib-results__status")).not_to_be_empty()
    assert said == []


def test_reading_list_and_work_need_nothing_that_the_policy_forbids(base: str, reader: BrowserContext) -> None:
    page, said = watched(reader)
    page.goto(f"{base}publications/")
    page.locator(".lib-card a").first.click()
    page.locator("[data-keep]").first.click()
    page.locator("[data-copy=rich]:visible").first.click()
    expect(page.locator(".lib-cite .lib-status")).not_to_be_empty()
    page.locator("[data-theme-toggle]").click()
    page.goto(f"{base}kk/reading-list/")
    expect(page.locator(".lib-cards .lib-card")).to_have_count(1)
    expect(page.locator("html[data-theme]")).to_have_count(1)
    page.locator("[data-send]").click()
    expect(page.locator(".lib-take__status")).not_to_be_empty()
    assert said == []


def test_what_is_kept_for_later_needs_nothing_that_the_policy_forbids(base: str, reader: BrowserContext) -> None:
    page, said = watched(reader)
    page.goto(f"{base}ko/")
    heading = page.locator("h1").inner_text()
    kept = page.locator("[data-kept-pages] a[lang=ko]").filter(has_text=heading)
    for _ in range(30):
        # The worker begins, and keeps a page, at moments that nobody is told.
        page.goto(f"{base}ko/")
        page.goto(f"{base}ko/offline/")
        page.locator("[data-kept-pages] a, [data-nothing]:not([hidden])").first.wait_for()
        if kept.count():
            break
    expect(kept).to_have_count(1)
    assert said == []


def test_a_page_of_every_kind_does_nothing_that_the_policy_forbids(
    base: str, small_site: Built, reader: BrowserContext, amount: Callable[[int, int], int]
) -> None:
    """Each kind in one language, in all four in scripts/test long."""
    page, said = watched(reader)
    for path in page_kinds(small_site) if amount(0, 1) else in_turn(small_site):
        page.goto(f"{base}{path.removesuffix('index.html')}")
        expect(page.locator("html.js")).to_have_count(1)
    assert said == []
