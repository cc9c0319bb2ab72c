"""A library shaped like a real one of ten thousand works stays readable: no page and no file grows with the catalogue."""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from serving import serving
from sites import ROOT, Built, mkdocs, site_in

sys.path.insert(0, str(ROOT / "scripts"))

from synthetic_catalogue import make

pytestmark = pytest.mark.slow

PAGE_LIMIT = 250_000
FILE_LIMIT = 5_000_000
FIRST_ANSWER_LIMIT = 200_000 - 120_000
"""Bytes of the page and the facets, compressed: what grows with the library, beside scripts, styles and fonts."""


def built(works: int, into: Path, hooks: str = "") -> Built:
    make(works, into / "catalogue", shape="real")
    done = mkdocs("build", "--strict", config=site_in(("en",), into, into / "catalogue", hooks=hooks), seconds=7_000)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(into / "site", done.stdout + done.stderr)


def hold_limits(site: Built) -> None:
    """No page above 250 KB, no file for programs above 5 MB, and a first answer of the search that is light."""
    sizes = {path.relative_to(site.folder).as_posix(): path.stat().st_size for path in site.folder.rglob("*") if path.is_file()}
    assert {path: size for path, size in sizes.items() if path.endswith(".html") and size > PAGE_LIMIT} == {}
    assert {path: size for path, size in sizes.items() if not path.endswith(".zip") and size > FILE_LIMIT} == {}
    first = ("search/index.html", "search/index/facets.json")
    assert sum(len(zlib.compress((site.folder / path).read_bytes(), 6)) for path in first) <= FIRST_ANSWER_LIMIT


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Two hundred works under limits that are as much smaller as they are fewer than ten thousand."""
    hook = f"  - {ROOT / 'tests' / 'site' / 'small_limits_hook.py'}\n"
    return built(200, tmp_path_factory.mktemp("large"), hook)


@pytest.fixture(scope="module")
def address(large: Built) -> Iterator[str]:
    with serving(large.folder) as served:
        yield served


def test_a_large_library_keeps_its_limits(large: Built) -> None:
    hold_limits(large)


@pytest.mark.parametrize("path", ["people", "titles", "themes", "series"])
def test_a_long_list_is_parted_by_letter(large: Built, path: str) -> None:
    start = large.text(f"{path}/index.html")
    letters = re.findall(rf'href="\.\./{path}/(letter_[^/"]+)/"', start)
    assert len(letters) > 5
    lines = r'<ol class="lib-titles">.*?</ol>|<div class="lib-terms">.*?</div>'
    for page in (large.folder / path).glob("letter_*/**/index.html"):
        held = sum(found.count("<li>") for found in re.findall(lines, page.read_text("utf-8"), re.DOTALL))
        assert 0 < held <= 21, page


def test_every_title_stands_on_one_page_of_a_letter(large: Built) -> None:
    pages = (large.folder / "titles").glob("letter_*/**/index.html")
    held = [
        link for page in pages for link in re.findall(r'<li><a href="[./]+/((?:publications|journal)/[^"]+)/">', page.read_text("utf-8"))
    ]
    assert len(held) == len(set(held)) == 200


def test_pages_of_letters_stand_in_no_sitemap(large: Built) -> None:
    assert not [path for path in large.folder.glob("sitemap*.xml") if "letter_" in path.read_text("utf-8")]


def test_the_home_page_names_the_largest_themes_and_leads_to_all(large: Built) -> None:
    themes = re.search(r'themes/">Themes</a></h3>.*?</ul>', large.text("index.html"), re.DOTALL)[0]
    numbers = [int(number) for number in re.findall(r'aria-hidden="true">(\d+)<', themes)]
    assert len(numbers) == 6
    assert numbers == sorted(numbers, reverse=True)
    assert re.search(r'<a href="[./]*themes/">All themes \(\d+\)</a>', large.text("index.html"))


def test_a_long_facet_is_fetched_when_it_is_asked_for(large: Built, address: str, page: Page) -> None:
    page.goto(f"{address}search/")
    facet = page.locator("[data-facet=theme]")
    expect(facet.locator("li[data-value]")).to_have_count(5)
    expect(page.locator(".lib-results__status")).to_contain_text("200")
    number = int(facet.get_attribute("data-more") or "0")
    facet.locator(".lib-filter__more").click()
    expect(facet.locator("li[data-value]")).to_have_count(number)
    last = facet.locator("li[data-value]").last
    expected = last.locator(".lib-count").inner_text()
    last.locator("input").check()
    expect(page.locator(".lib-results__status")).to_contain_text(expected)
    label = last.locator(".lib-filter__label").inner_text()
    expect(page.locator(".lib-chip")).to_have_text(label)
    page.reload()  # the address names a value that the page does not have
    expect(page.locator(".lib-chip")).to_have_text(label)
    expect(page.locator(".lib-results__status")).to_contain_text(expected)


@pytest.mark.long
@pytest.mark.timeout(7_200)
def test_ten_thousand_works_keep_the_limits(tmp_path: Path) -> None:
    hold_limits(built(9_931, tmp_path))
