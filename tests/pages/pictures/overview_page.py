"""The page of pictures as a reader's browser gets it, and readers of its drawings and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.pages.pictures import OverviewView, OverviewViews
from library.pages.templates import environment
from library.words.labels import Labels
from library.words.translations import Words
from lxml import html

LANGUAGES = ("en", "ru", "kk", "ko")

Numbers = dict[tuple[str, ...], int]
"""Numbers by what they count: addresses and names of terms."""


@dataclass(frozen=True)
class OverviewPage:
    """A page: its view, its text, and the text as a tree."""

    view: OverviewView
    text: str
    tree: html.HtmlElement

    def section(self, name: str) -> html.HtmlElement:
        return self.tree.get_element_by_id(name)


def render(catalogue: Catalogue, language: str) -> OverviewPage:
    """The page, made with the project's own words and templates, as pages of the site are."""
    indexes = index(catalogue)
    words = Words(language, ROOT / "overrides" / "locales")
    templates = environment(ROOT / "overrides" / "library", words)
    templates.globals.update(root="..", base="../..")
    view = OverviewViews(Labels(catalogue, indexes, words), indexes).view()
    text = templates.get_template("overview.html").render(view=view)
    return OverviewPage(view, text, html.fromstring(text))


def number(text: str) -> int:
    """A number as printed in any of the languages: 1,234 or 1 234; a dash stands for none."""
    digits = re.sub(r"[\s,.\u00a0\u202f]", "", text)
    return 0 if digits == "–" else int(digits)


def last_number(text: str) -> int:
    """The number at the end of a name such as ``2016, Articles: 12 publications``."""
    return number(re.findall(r"\d[\d,\u00a0\u202f]*", text)[-1])


def terms(address: str) -> tuple[str, ...]:
    """What an address below the language's root asks for: ``("countries", "kz")``, or sorted pairs of a search."""
    parts = urlsplit(address)
    path = parts.path.removeprefix("../").strip("/")
    return tuple(f"{name}={value}" for name, value in sorted(parse_qsl(parts.query))) if parts.query else tuple(path.split("/"))


def table(details: html.HtmlElement) -> list[list[str]]:
    """The body of a table of numbers, cell by cell; a linked head as the address that it leads to."""
    rows = []
    for row in details.xpath(".//tbody/tr"):
        head = row.xpath("./th")[0]
        rows.append([_named(head), *(cell.text_content().strip() for cell in row.xpath("./td"))])
    return rows


def heads(details: html.HtmlElement) -> list[str]:
    """Heads of the table's columns, linked ones as their addresses; those of its first row."""
    return [_named(head) for head in details.xpath(".//thead/tr[1]/th")]


def _named(cell: html.HtmlElement) -> str:
    links = cell.xpath(".//a/@href")
    return "/".join(terms(links[0])) if links else cell.text_content().strip()


def numbers_of(section: html.HtmlElement, summary: str) -> html.HtmlElement:
    """The folded table whose summary has this id."""
    return section.xpath(f".//summary[@id='{summary}']/..")[0]


def lettering(element: html.HtmlElement) -> list[str]:
    """The words drawn in an element, without names for those who hover."""
    return ["".join(text.xpath("./text()")) for text in element.xpath(".//text")]
