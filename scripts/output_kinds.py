"""What a built site weighs, by kind of file: ``python scripts/output_kinds.py SITE [WORKS]``.

Kinds are read off the paths alone, so that sites of any commit can be compared.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_WORK = r"(?:publications/[a-z][^/]*|journal/[^/]+/[^/]+)/"
_CITATIONS = r"\.(?:bib|biblatex\.bib|ris|json|csv)$"

KINDS: tuple[tuple[str, str], ...] = (
    ("zips", r"downloads/"),
    ("search index", r"search/index/"),
    ("API", r"api/"),
    ("citations of the library", r"exports/(?!index\.html)"),
    ("linksets", r".*/linkset\.json$"),
    ("DataCite", r".*\.datacite\.xml$"),
    ("deposits of issues", r"journal/[^/]+/(?:crossref|doaj)\.xml$"),
    ("feeds, OPDS", r"(?:.*/)?feed\.xml$|opds/"),
    ("Markdown", rf"{_WORK}[^/]+\.md$|llms\.txt$"),
    ("pictures to share", r".*/share\.png$"),
    ("work pages", rf"{_WORK}index\.html$"),
    ("citations of editions", rf"{_WORK}[^/]+\.(?:[a-z]{{2,3}}|und){_CITATIONS}"),
    ("citations of works", rf"{_WORK}[^/]+{_CITATIONS}"),
    ("citations of lists", rf".*/works(?:-\d+)?{_CITATIONS}"),
    ("sitemaps, ResourceSync", r"sitemap.*\.xml$|resourcesync/|\.well-known/"),
    (
        "list pages",
        r"(?:publications|people|themes|countries|regions|languages|formats|years|types|series|audiences|journal|new)/(?:.*/)?index\.html$",
    ),
    ("styles, scripts, fonts", r"assets/"),
)
"""Kinds with patterns of their paths below a language's root; the first that fits counts. The rest are "other"."""

_PATTERNS = tuple((kind, re.compile(pattern)) for kind, pattern in KINDS)
_LANGUAGE = re.compile(r"(?:ru|kk|ko)/")


@dataclass
class Weight:
    """Files of a kind and their bytes."""

    files: int = 0
    bytes: int = 0


def kind_of(path: str) -> str:
    """The kind of a file by its path below the site's root."""
    below = _LANGUAGE.sub("", path, count=1) if _LANGUAGE.match(path) else path
    return next((kind for kind, pattern in _PATTERNS if pattern.match(below)), "other")


def weighed(site: Path) -> dict[str, Weight]:
    """The weight of each kind that a site has, the heaviest first."""
    found: dict[str, Weight] = {}
    for folder, _, names in os.walk(site):
        for name in names:
            file = Path(folder, name)
            weight = found.setdefault(kind_of(file.relative_to(site).as_posix()), Weight())
            weight.files += 1
            weight.bytes += file.stat().st_size
    return dict(sorted(found.items(), key=lambda pair: -pair[1].bytes))


def table(weights: dict[str, Weight], works: int) -> Iterable[str]:
    """Lines of a table: each kind in all and for a work; ``works`` are those of the site."""
    yield "| kind | MB | % | files | KB a work | files a work |"
    yield "| --- | --- | --- | --- | --- | --- |"
    whole = Weight(sum(each.files for each in weights.values()), sum(each.bytes for each in weights.values()))
    for kind, each in [*weights.items(), ("**all**", whole)]:
        yield (
            f"| {kind} | {each.bytes / 1e6:.1f} | {100 * each.bytes / max(1, whole.bytes):.1f} | {each.files} "
            f"| {each.bytes / 1e3 / works:.1f} | {each.files / works:.2f} |"
        )


if __name__ == "__main__":
    site = Path(sys.argv[1])
    held = len(list((site / "api/v1/works").glob("*.json")))
    print("\n".join(table(weighed(site), int(sys.argv[2]) if len(sys.argv) > 2 else max(1, held))))
