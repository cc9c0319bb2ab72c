"""Heads of whole catalogues, put into documents and read back by other people's parsers."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import extruct
from library.catalogue import titles
from library.catalogue.catalogue import Catalogue, Placed
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.machines.heads import Heads
from library.press.addresses import Site
from library.words.labels import Link
from lxml import html
from markupsafe import escape

NODE_MODULES = Path(__file__).resolve().parents[2] / "node_modules"
LANGUAGES = ("en", "ru", "kk", "ko")
SITE = Site(
    "https://library.example.org/",
    LANGUAGES,
    {"en": "Library & Co", "ru": "Библиотека", "kk": "Кітапхана", "ko": "도서관"},
    {"en": "English", "ru": "Русский", "kk": "Қазақша", "ko": "한국어"},
)
TRAIL = (Link("Journal", "journal"), Link("Issue «17»", "journal/17"))

_READ_ALL = """
const read = require(process.argv[1]);
const pages = JSON.parse(require("fs").readFileSync(0, "utf8"));
Promise.all(pages.map((page) => read.loadFromString(page))).then((found) => process.stdout.write(JSON.stringify(found)));
"""


@dataclass(frozen=True)
class Page:
    """A work's page in one language; ``citation`` is of the edition that it should describe."""

    placed: Placed
    language: str
    citation: Citation
    head: str

    @property
    def html(self) -> str:
        return document(self.head, self.language)

    @property
    def url(self) -> str:
        return SITE.address(self.placed.address, self.language)


def heads(catalogue: Catalogue) -> Heads:
    return Heads(catalogue, Citing(catalogue, SITE.url), SITE)


def document(head: str, language: str = "en", body: str = "") -> str:
    return f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>x</title>\n{head}</head><body><h1>x</h1>{body}</body></html>'


def pages(catalogue: Catalogue, languages: Iterable[str] = LANGUAGES) -> list[Page]:
    """The page of every work in each of the languages, described by the title and summary that are shown in it."""
    makes = heads(catalogue)
    return [page_of(makes, placed, language) for placed in catalogue.works.values() for language in languages]


def page_of(makes: Heads, placed: Placed, language: str) -> Page:
    title, summary = titles.title(placed.work, language).text, titles.summary(placed.work, language).text
    # As main.html has it: one element says it to search engines and to networks.
    description = f'<meta name="description" property="og:description" content="{escape(summary or title)}">\n'
    head = description + makes.work(placed, language, title, TRAIL)
    return Page(placed, language, makes.citing.of_work(placed)[makes.citing.offered(placed, language)], head)


def by_html_metadata(documents: list[str]) -> list[dict[str, Any]]:
    """What the reader behind Wikimedia's citation service finds, for each document; Node starts once."""
    done = subprocess.run(
        ["node", "-e", _READ_ALL, str(NODE_MODULES / "html-metadata")],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def by_extruct(html: str, *syntaxes: str) -> dict[str, Any]:
    return extruct.extract(html, syntaxes=list(syntaxes), errors="strict")


def graph(html: str) -> dict[str, dict[str, Any]]:
    """Nodes of the JSON-LD by their ids; each id has one node."""
    [found] = by_extruct(html, "json-ld")["json-ld"]
    nodes = {node["@id"]: node for node in found["@graph"]}
    assert len(nodes) == len(found["@graph"])
    return nodes


def values(found: Any) -> list[str]:
    """html-metadata gives a text for one element, a list for more, nothing for none."""
    return [] if found is None else found if isinstance(found, list) else [found]


def metas(head: str, name: str) -> list[str]:
    """Contents of the head's meta elements of that name, read by an HTML parser."""
    return [
        element.get("content")
        for element in html.document_fromstring(document(head)).xpath(f'//meta[@name="{name}" or @property="{name}"]')
    ]
