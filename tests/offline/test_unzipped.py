"""The library as it is read from a folder, after its zip was unpacked."""

from __future__ import annotations

import zipfile
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
import pytest
from keepers import LIBRARY
from playwright.sync_api import Page
from sites import LANGUAGES, Built

pytestmark = pytest.mark.slow

WORDS = {"en": "ethics", "ru": "этика"}
"""A language at the top of its zip, and one with a folder of its own."""

LEFT = "net::ERR_ABORTED"
"""What chromium says of a file that was still asked for when the reader left the page."""


@pytest.fixture(scope="session")
def unzipped(offline_site: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked zips of all languages."""
    into = tmp_path_factory.mktemp("unzipped")
    for language in LANGUAGES:
        with zipfile.ZipFile(offline_site.folder / "downloads" / f"library-{language}.zip") as zipped:
            assert zipped.testzip() is None
            zipped.extractall(into)
    return into


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_every_page_leads_to_a_file_or_to_the_web(unzipped: Path, language: str) -> None:
    folder = unzipped / f"library-{language}"
    lost, leaving = [], 0
    pages = list(folder.rglob("*.html"))
    for page in pages:
        for element, attribute, address, _ in lxml.html.parse(page).getroot().iterlinks():
            parts = urlsplit(address)
            if parts.scheme in ("http", "https", "mailto", "data") or address.startswith("#"):
                leaving += address.startswith(LIBRARY)
                continue
            target = page if not parts.path else page.parent / unquote(parts.path)
            if address.startswith("/") or not target.is_file():
                lost.append((page.relative_to(folder).as_posix(), element.tag, attribute, address))
    assert len(pages) > 50
    assert leaving
    assert lost == []


@pytest.mark.parametrize("language", WORDS)
def test_a_reader_goes_from_the_home_page_to_a_theme_a_work_the_search_and_the_list(unzipped: Path, page: Page, language: str) -> None:
    said: list[str] = []
    page.on("requestfailed", lambda request: request.failure == LEFT or said.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.goto((unzipped / f"library-{language}" / "index.html").as_uri())
    page.locator(".lib-nav a").nth(1).click()
    page.wait_for_url("**/themes/index.html")
    page.locator("main a[href$='/ethics/index.html']").first.click()
    page.wait_for_url("**/themes/ethics/index.html")
    page.locator(".lib-card__title a").first.click()
    page.locator(".lib-work, .lib-cite").first.wait_for()
    title = page.locator("h1").inner_text()
    page.locator("[data-keep]").first.click()
    page.locator("#header-search").fill(WORDS[language])
    page.locator("#header-search").press("Enter")
    page.wait_for_url("**/search/index.html?q=*")
    page.wait_for_function("() => document.querySelector('.lib-search').dataset.turn")
    found = page.locator(".lib-results .lib-card").count()
    assert found
    page.locator("[data-facet=theme] li:not(.is-none) input").first.click()
    page.wait_for_function("() => location.search.includes('theme=') && !document.querySelector('.lib-search').hasAttribute('aria-busy')")
    assert 0 < page.locator(".lib-results .lib-card").count() <= found
    page.locator("[data-list-link] a").click()
    page.wait_for_url("**/reading-list/index.html")
    card = page.locator(".lib-cards a").first
    card.wait_for()
    assert card.inner_text().strip("[]") in title
    switch = page.locator(".lib-languages a:not([aria-current])").evaluate_all("links => links.map(link => link.href)")
    assert len(switch) == 3
    assert all(address.startswith(LIBRARY) for address in switch)
    card.click()
    page.locator("[data-keep]").first.wait_for()
    assert said == []


def test_a_bibliography_made_from_the_folder_names_addresses_on_the_web(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "library-ru" / "ru" / "search" / "index.html").as_uri() + "?print=apa")
    links = page.locator(".lib-bibliography__address a")
    links.first.wait_for()
    assert all(link.get_attribute("href").startswith(f"{LIBRARY}ru/") for link in links.all())


def test_a_list_is_composed_from_the_folder_and_covers_have_their_motifs(unzipped: Path, page: Page) -> None:
    failed: list[str] = []
    page.on("requestfailed", lambda request: request.failure == LEFT or failed.append(request.url))
    page.goto((unzipped / "library-en" / "themes" / "ethics" / "index.html").as_uri())
    page.locator(".lib-take summary").click()
    with page.expect_download() as downloading:
        page.locator(".lib-take select").select_option(label="RIS")
        page.locator(".lib-take [data-way=file]").click()
    text = Path(downloading.value.path()).read_text("utf-8")
    assert text.startswith("TY  - ") and text.count("\nER  - ") >= 2
    page.locator(".lib-card__title a").first.click()
    motif = page.locator(".lib-cover image")
    motif.wait_for(state="attached")
    assert (Path(unquote(urlsplit(page.url).path)).parent / str(motif.get_attribute("href"))).is_file()
    assert failed == []


def test_no_service_worker_is_asked_for_from_a_folder(unzipped: Path, page: Page) -> None:
    page.goto((unzipped / "library-en" / "index.html").as_uri())
    assert page.evaluate("() => navigator.serviceWorker ? navigator.serviceWorker.controller === null : true")
