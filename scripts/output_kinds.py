"""What a built site weighs, by kind of file: ``python scripts/output_kinds.py SITE [WORKS] [--beside SITE]``.

Kinds are read off the paths alone, so that sites of any commit can be compared. Beside the site
of an earlier commit, files of a sort that it does not have at all are counted apart.
"""

from __future__ import annotations

import argparse
import os
import re
from collections.abc import Iterable, Iterator
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


def sort_of(path: str) -> tuple[str, str]:
    """Section and ending of a file: what is new beside an earlier site is told by these."""
    below = _LANGUAGE.sub("", path, count=1) if _LANGUAGE.match(path) else path
    section, _, rest = below.rpartition("/")[0].partition("/")
    return f"{section}/" if rest or section else "", "".join(Path(path).suffixes)


def files_of(site: Path) -> Iterator[tuple[str, int]]:
    """Paths below the site's root and their bytes."""
    for folder, _, names in os.walk(site):
        for name in names:
            file = Path(folder, name)
            yield file.relative_to(site).as_posix(), file.stat().st_size


def weighed(files: Iterable[tuple[str, int]]) -> dict[str, Weight]:
    """The weight of each kind, the heaviest first."""
    found: dict[str, Weight] = {}
    for path, size in files:
        weight = found.setdefault(kind_of(path), Weight())
        weight.files += 1
        weight.bytes += size
    return dict(sorted(found.items(), key=lambda pair: -pair[1].bytes))


def parted(site: Path, beside: Path) -> tuple[dict[str, Weight], dict[str, Weight]]:
    """The weights of what the other site has in its way too, and of what is new beside it."""
    known = {sort_of(path) for path, _ in files_of(beside)}
    files = list(files_of(site))
    return (
        weighed(pair for pair in files if sort_of(pair[0]) in known),
        weighed(pair for pair in files if sort_of(pair[0]) not in known),
    )


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


def ratio(weights: dict[str, Weight], others: dict[str, Weight]) -> str:
    """Bytes and files of one site as parts of another's."""
    ours, theirs = ([sum(each.bytes for each in some.values()), sum(each.files for each in some.values())] for some in (weights, others))
    return f"bytes {ours[0] / max(1, theirs[0]):.3f}, files {ours[1] / max(1, theirs[1]):.3f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path)
    parser.add_argument("works", type=int, nargs="?", help="works of the site; counted where it is left out")
    parser.add_argument("--beside", type=Path, help="the site of an earlier commit; what that does not have is counted apart")
    options = parser.parse_args()
    works = options.works or max(1, len(list((options.site / "api/v1/works").glob("*.json"))))
    if not options.beside:
        print("\n".join(table(weighed(files_of(options.site)), works)))
        return
    common, new = parted(options.site, options.beside)
    before = weighed(files_of(options.beside))
    for title, weights in (("Before", before), ("Now, of what was there before", common), ("New", new)):
        print(f"{title}:\n", *table(weights, works), "", sep="\n")
    print(f"Now to before, without what is new: {ratio(common, before)}; with it: {ratio(weighed(files_of(options.site)), before)}")


if __name__ == "__main__":
    main()
