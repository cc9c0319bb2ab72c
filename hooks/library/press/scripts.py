"""The scripts of the search, each file made of several: a slow line pays for every file it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from library.press.output import OutputFile

SOURCES = "assets/javascripts/search"
"""Below ``overrides``: scripts in small files, which are not published themselves."""

FOLDER = "assets/javascripts"

SCRIPTS = {
    "search": ("files", "common", "selection", "facets", "page"),
    "search-words": ("rules", "stemmers/base", "stemmers/english", "stemmers/russian", "analysis", "words", "marks"),
    "search-take": ("take",),
    "reading-list-page": ("files", "common", "take", "list-page"),
}
"""What the search page starts with; what it fetches when a word is looked for, and when something is taken away; the reading list."""


def joined(overrides: Path) -> Iterator[OutputFile]:
    """Each script with its parts in order; they are separate functions, so that joining changes nothing."""
    for name, parts in SCRIPTS.items():
        yield OutputFile(f"{FOLDER}/{name}.js", "\n".join((overrides / SOURCES / f"{part}.js").read_text("utf-8") for part in parts))
