"""Pages of a catalogue without an engine and without a site: each is stamped into a bare shell and read as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.citations.library import Settings, gather
from library.press.addresses import Site
from library.press.output import OutputFile
from library.press.printed import DEPTHS, MISSING, Printed
from library.workshop import Workshop
from lxml import html

OVERRIDES = Path(__file__).resolve().parents[2] / "overrides"
URL = "https://library.example.org/"


class BareShell:
    """Prints a page's head and body and nothing else."""

    base = ".."

    def stamp(self, values: Mapping[str, str]) -> str:
        return f"<!doctype html><html><head><title>{values['title']}</title>{values['head']}</head><body>{values['body']}</body></html>"


def shop_of(catalogue: Catalogue) -> Workshop:
    """A workshop whose pages can be made one by one."""
    names = dict.fromkeys(catalogue.languages, "Library")
    settings = Settings(Site(URL, catalogue.languages, names, names), catalogue.folder, OVERRIDES, edit_url=f"{URL}edit/")
    shells: dict[str, dict[object, Any]] = {tag: {depth: BareShell() for depth in (*DEPTHS, MISSING)} for tag in catalogue.languages}
    return Workshop(gather(settings, catalogue), Printed(shells))


def read(file: OutputFile) -> html.HtmlElement:
    assert isinstance(file.text, str)
    return html.document_fromstring(file.text)


def texts(elements: Iterable[html.HtmlElement]) -> list[str]:
    return [" ".join(element.text_content().split()) for element in elements]
