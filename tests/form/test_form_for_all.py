"""The form for everyone: what axe finds in it, the keyboard alone, two widths, three languages of browsers, and a long list of persons."""

from __future__ import annotations

import json
import re

import pytest
from accessibility import AXE
from form_driver import Form, opened, texts_of
from library.catalogue.catalogue import Catalogue
from playwright.sync_api import Browser, Page

PARTIES = "catalogue/vocabularies/parties.yml"
PERSONS = 22_000
OF_THE_FORM_ITSELF: set[str] = set()
"""Serious and critical findings in what Sveltia CMS draws around our fields: rule and element."""
pytestmark = pytest.mark.long


def findings(page: Page) -> set[str]:
    """Serious and critical violations: their rule, and the first element of each."""
    page.evaluate(AXE.read_text("utf-8") + "; 0")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return {
        f"{each['id']} {re.sub(r'[0-9a-f]{6,}', '…', json.dumps(each['nodes'][0]['target']))}"
        for each in found
        if each["impact"] in ("serious", "critical")
    }


VIEWS = {
    "list": "#/collections/knowledge-products",
    "new": "#/collections/knowledge-products/new",
    "record": "#/collections/knowledge-products/entries/russian-study",
    "vocabulary": "#/collections/vocabularies/entries/themes",
}


@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_serious_of_ours(browser: Browser, address: str, small_catalogue: Catalogue, width: int) -> None:
    with opened(browser, address, texts_of(small_catalogue.folder)) as form:
        form.page.set_viewport_size({"width": width, "height": 900})
        found: set[str] = set()
        for view, place in VIEWS.items():
            form.page.evaluate("place => { location.hash = place }", place)
            shown(form, view)
            found |= findings(form.page)
            wider = form.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wider <= 0, view
    assert found - OF_THE_FORM_ITSELF == set()


def shown(form: Form, view: str) -> None:
    (form.page.get_by_role("row") if view == "list" else form.page.locator("[data-key-path]")).first.wait_for()


@pytest.mark.parametrize("language", ["en", "ru", "ko"])
def test_no_other_host_is_asked(browser: Browser, address: str, small_catalogue: Catalogue, language: str) -> None:
    with opened(browser, address, texts_of(small_catalogue.folder), language) as form:
        for view, place in VIEWS.items():
            form.page.evaluate("place => { location.hash = place }", place)
            shown(form, view)


def test_every_icon_is_drawn(browser: Browser, address: str, small_catalogue: Catalogue) -> None:
    with opened(browser, address, texts_of(small_catalogue.folder)) as form:
        for view, place in VIEWS.items():
            form.page.evaluate("place => { location.hash = place }", place)
            shown(form, view)
            form.page.evaluate("document.fonts.ready.then(() => 0)")
            wide = form.page.evaluate(
                "[...document.querySelectorAll('.material-symbols-outlined')].filter(each => each.scrollWidth > 1.5 * each.scrollHeight)"
                ".map(each => each.textContent)"
            )
            assert wide == [], view


def reach(page: Page, selector: str, key: str = "Tab", most: int = 120) -> None:
    """Goes on by the keyboard until an element that the selector finds, or one in it, has the focus."""
    for _ in range(most):
        if page.evaluate("selector => Boolean(document.activeElement.closest(selector))", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"the keyboard does not reach {selector} in {most} steps")


@pytest.mark.parametrize("width", [1280, 390])
def test_a_title_is_corrected_by_the_keyboard_alone(browser: Browser, address: str, small_catalogue: Catalogue, width: int) -> None:
    texts = texts_of(small_catalogue.folder)
    with opened(browser, address, texts) as form:
        page = form.page
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("place => { location.hash = place }", VIEWS["record"])
        shown(form, "record")
        reach(page, '[data-key-path="title.en"] input, [data-key-path="title.en"] textarea')
        page.keyboard.press("End")
        page.keyboard.type(", corrected")
        page.keyboard.press("Control+s")
        page.get_by_text(re.compile("saved")).first.wait_for()
        after = form.files()
    changed = [path for path, text in texts.items() if after[path].decode() != text]
    assert changed == ["catalogue/knowledge-products/russian-study.yml"]
    assert ", corrected" in after[changed[0]].decode()


def many_persons(text: str) -> str:
    further = (
        f"\n- id: person-{n:05}\n  kind: person\n  names:\n    - family: Family{n:05}\n      given: Given{n % 97}\n" for n in range(PERSONS)
    )
    return text + "".join(further)


WATCH = """() => {
  let typed = 0;
  addEventListener("input", ({ timeStamp }) => { typed = timeStamp; }, true);
  // Drawn: a frame has begun after the one in which the list was filtered.
  window.shown = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now() - typed))));
}"""


def test_one_of_22000_persons_is_found_as_one_types_within_a_second(browser: Browser, address: str, small_catalogue: Catalogue) -> None:
    texts = texts_of(small_catalogue.folder)
    texts[PARTIES] = many_persons(texts[PARTIES])
    with opened(browser, address, texts) as form:
        page = form.page
        page.evaluate("place => { location.hash = place }", VIEWS["new"])
        shown(form, "new")
        form.field("creators").scroll_into_view_if_needed()
        form.add("creators")
        box = form.field("creators.0.party").get_by_role("combobox").last
        box.wait_for()
        box.click()
        page.locator("[role=option]").first.wait_for()
        page.evaluate(WATCH)
        milliseconds = []
        for letter in "Family21999":
            page.keyboard.type(letter)
            milliseconds.append(page.evaluate("shown()"))
        left = page.evaluate("[...document.querySelectorAll('[role=option]:not([hidden])')].map(each => each.textContent.trim())")
    assert left == ["Family21999, Given77 (person-21999)"]
    assert max(milliseconds) < 1_000, milliseconds
