"""How two finished sites differ: their pages by language, other files by kind."""

from __future__ import annotations

import filecmp
import html
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

How = Literal["new", "changed", "gone"]

KINDS = (
    ("search", re.compile(r"(.*/)?search/")),
    ("api", re.compile(r"api/")),
    ("feeds", re.compile(r"(.*/)?feed\.xml$|(.*/)?opds/")),
    ("citations", re.compile(r".*\.(bib|biblatex\.bib|ris|csl\.json|csv|txt)$|.*\.(crossref|datacite)\.xml$|exports/")),
    ("documents", re.compile(r".*\.pdf$")),
    ("pictures", re.compile(r".*\.(png|jpe?g|webp|avif|svg)$")),
)
"""Kinds of files that are no pages, by their paths; the first that fits counts."""

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEAD = 20_000
"""Characters in which a page has said its title."""


@dataclass(frozen=True)
class Page:
    """A page that differs: its path below the site's root, its title as text, and how it differs."""

    path: str
    title: str
    how: How


@dataclass
class Differences:
    """``pages`` by language, in order of their paths; ``others`` counts further files by kind and by how they differ."""

    pages: dict[str, list[Page]] = field(default_factory=dict)
    others: Counter[tuple[str, How]] = field(default_factory=Counter)

    @property
    def paths(self) -> set[str]:
        return {page.path for pages in self.pages.values() for page in pages}


def compared(before: Path, after: Path, languages: Sequence[str]) -> Differences:
    """The differences of two sites, the first of whose languages has no folder of its own. A site that is not there has no files."""
    found = Differences({language: [] for language in languages})
    old, new = set(_files(before)), set(_files(after))
    for path in sorted(old | new):
        how: How | None = "gone" if path not in new else "new" if path not in old else None
        if how is None and not filecmp.cmp(before / path, after / path, shallow=False):
            how = "changed"
        if how is None:
            continue
        if path.endswith(".html"):
            source = before if how == "gone" else after
            found.pages[_language(path, languages)].append(Page(path, _title(source / path), how))
        elif kind := _kind(path):
            found.others[kind, how] += 1
    return found


def _files(site: Path) -> Iterator[str]:
    for folder, _, names in os.walk(site):
        below = Path(folder).relative_to(site).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in names)


def _language(path: str, languages: Sequence[str]) -> str:
    first = path.partition("/")[0]
    return first if first in languages[1:] else languages[0]


def _kind(path: str) -> str:
    return next((kind for kind, fits in KINDS if fits.match(path)), "")


def _title(page: Path) -> str:
    """Without the name of the site, which follows a dash."""
    found = _TITLE.search(page.read_text("utf-8", "replace")[:_HEAD])
    title = html.unescape(" ".join(found[1].split())) if found else ""
    return title.rpartition(" – ")[0] or title


def of_works(pages: Iterable[Page], works: Iterable[str]) -> list[Page]:
    """The pages of works, given the addresses of these, before all others."""
    first = {f"{address}/index.html" for address in works}
    return sorted(pages, key=lambda page: (not any(page.path.endswith(address) for address in first), page.path))
