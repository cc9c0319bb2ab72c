"""A first visit on a slow line: the library's fonts come late, and the machine's own stand in for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from library.pages.covers.cover import MARGIN, WIDTH
from lxml import html
from machine_fonts import fonts_alone
from outside import BROWSER
from playwright.sync_api import Browser, Page
from readers import new_reader
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow

MACHINES = {
    "liberation": ("Liberation Sans", "Liberation Serif", "Liberation Mono"),
    "roboto": ("Roboto",),
    "noto": ("Noto Sans", "Noto Serif"),
    "dejavu": ("DejaVu Sans", "DejaVu Serif", "DejaVu Sans Mono"),
}
"""All fonts that a machine has: of Debian's fonts-liberation, fonts-roboto-unhinted, fonts-noto-core and fonts-dejavu-core."""


@dataclass(frozen=True)
class Machine:
    name: str
    page: Page


@pytest.fixture(scope="module", params=MACHINES)
def machine(request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A page of a browser with some fonts only, to which the library's own never come."""
    configuration = fonts_alone(tmp_path_factory.mktemp(request.param), MACHINES[request.param])
    opened = browser.browser_type.launch(
        executable_path=BROWSER,
        args=["--no-sandbox", "--disable-gpu"],
        env={"FONTCONFIG_FILE": str(configuration), "HOME": str(configuration.parent), "PATH": "/usr/bin:/bin"},
    )
    # What is measured is put into a page of the site, which forbids that.
    context = new_reader(opened, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    context.route("**/*.woff2", lambda route: route.abort())
    yield Machine(request.param, context.new_page())
    opened.close()


def prefix(language: str) -> str:
    return "" if language == "en" else f"{language}/"


def drawn_covers(site: Built, language: str) -> list[str]:
    """The drawn covers on the pages of all works."""
    found = []
    for path in site.pages:
        if path.startswith((f"{prefix(language)}publications/", f"{prefix(language)}journal/")):
            covers = html.fromstring(site.text(path)).xpath("//*[name()='svg'][contains(@class, 'lib-cover')]")
            found += [html.tostring(cover, encoding="unicode", with_tail=False) for cover in covers]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_title_runs_out_of_its_cover(machine: Machine, kept_site: Built, served: dict[str, str], language: str) -> None:
    covers = drawn_covers(kept_site, language)
    assert covers
    machine.page.goto(served["kept"])
    machine.page.set_content(
        f'<!doctype html><html lang="{language}"><meta charset="utf-8"><title>Covers</title>'
        f'<link rel="stylesheet" href="{served["kept"]}assets/stylesheets/site.css"><body>{"".join(covers)}'
    )
    widest = machine.page.evaluate(
        "() => [...document.querySelectorAll('tspan')].map(line => [line.getComputedTextLength(), line.textContent]).sort((a, b) => b[0] - a[0])[0]"
    )
    assert widest[0] <= WIDTH - MARGIN - MARGIN / 3, widest


RUN_OUT = """() => [...document.querySelectorAll('svg.pic-drawing, svg.pic-map__piece')].flatMap(svg => {
    const box = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(text => {
        const own = text.getBoundingClientRect();
        return own.left < box.left - 1.5 || own.right > box.right + 1.5 || own.top < box.top - 3 || own.bottom > box.bottom + 3;
    }).map(text => text.textContent); })"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_run_out_of_drawings(machine: Machine, served: dict[str, str], language: str) -> None:
    machine.page.goto(f"{served['kept']}{prefix(language)}overview/")
    assert machine.page.locator("svg.pic-drawing").count() > 2
    assert machine.page.evaluate(RUN_OUT) == []


PLAIN = """() => [...document.querySelectorAll("main h1, main h2, main h3, main p, main dd, main dt, main li, main a, main span")]
  .filter(element => !element.closest("[lang=ko], svg, pre, code") && element.checkVisibility())
  .filter(element => /^[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}\\p{P}\\s]+$/u.test(element.textContent) && element.textContent.trim())
  .slice(0, 80).map(element => { element.dataset.plain = ""; return element.textContent.trim() })"""
"""Marks elements whose words are in Latin and Cyrillic letters, digits and punctuation alone, and gives these words."""


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_letters_and_digits_of_a_word_stand_in_one_face(machine: Machine, served: dict[str, str], kept_site: Built, language: str) -> None:
    work = next(
        path
        for path in kept_site.pages
        if path.startswith(f"{prefix(language)}publications/") and path.count("/") > 2 - (not prefix(language))
    )
    machine.page.goto(served["kept"] + work)
    words = machine.page.evaluate(PLAIN)
    assert len(words) > 20
    session = machine.page.context.new_cdp_session(machine.page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    marked = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": "[data-plain]"})["nodeIds"]
    seen = [{font["familyName"] for font in session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]} for node in marked]
    mixed = [(text, families) for text, families in zip(words, seen, strict=True) if len(families) > 1]
    assert not mixed
    assert set().union(*seen) <= set(MACHINES[machine.name])
