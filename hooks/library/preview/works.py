"""Which publications a change touches, what it does to their citations, and what is known in which language before and after."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from library.catalogue import titles
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.loading import load
from library.catalogue.missing import Field, counted, missing
from library.catalogue.problems import CatalogueError
from library.citations import paths
from library.preview.differences import How


@dataclass(frozen=True)
class ChangedWork:
    """A publication whose record, or whose place, differs between two states. One of ``before`` and ``after`` is there."""

    id: str
    before: Placed | None
    after: Placed | None

    @property
    def how(self) -> How:
        return "new" if self.before is None else "gone" if self.after is None else "changed"

    @property
    def placed(self) -> Placed:
        placed = self.after or self.before
        assert placed, "a work that is in neither state has not changed"
        return placed

    def title(self, language: str) -> str:
        """As lists show it in a language."""
        return titles.title(self.placed.work, language).text


@dataclass(frozen=True)
class Coverage:
    """Of ``of`` works and issues, how many have a field in a language: before and after."""

    field: Field
    language: str
    had: int
    has: int
    of: int


def read(folder: Path) -> Catalogue | None:
    """The catalogue of a state; None where it has problems or cannot be read by this program."""
    try:
        return load(folder)
    except (CatalogueError, OSError):
        return None


def changed_works(before: Catalogue | None, after: Catalogue) -> list[ChangedWork]:
    """In the order of the files; of a state that cannot be read nothing is said to be new."""
    if before is None:
        return []
    both = [*after.works, *(work for work in before.works if work not in after.works)]
    found = (ChangedWork(work, before.works.get(work), after.works.get(work)) for work in both)
    return [work for work in found if _differ(work.before, work.after)]


def _differ(before: Placed | None, after: Placed | None) -> bool:
    if before is None or after is None:
        return True
    return before.work != after.work or before.address != after.address


def coverage(before: Catalogue | None, after: Catalogue) -> list[Coverage]:
    """What a change did to it, for the fields and languages where it did something."""
    if before is None:
        return []
    was, now = counted(missing(before), before.languages), counted(missing(after), after.languages)
    had, has = _wanted(before), _wanted(after)
    return [
        Coverage(field, language, had[field] - was.get((field, language), 0), has[field] - now.get((field, language), 0), has[field])
        for field, language in dict.fromkeys([*was, *now])
        if has[field] - now.get((field, language), 0) != had[field] - was.get((field, language), 0)
    ]


def _wanted(catalogue: Catalogue) -> dict[Field, int]:
    """Of how many works and issues each field is wanted."""
    works = len(catalogue.listed)
    titled = sum(bool(issue.title) for issue in catalogue.issues.values())
    return {"title": works + titled, "summary": works + len(catalogue.issues), "themes": works}


def citation_changes(work: ChangedWork, before: Path, after: Path) -> Iterator[str]:
    """Lines of the work's BibTeX that go (``-``) and come (``+``), with two lines around them, from two finished sites."""
    old = _bibtex(work.before, before)
    new = _bibtex(work.after, after)
    yield from list(difflib.unified_diff(old, new, lineterm="", n=2))[2:]


def _bibtex(placed: Placed | None, site: Path) -> list[str]:
    path = site / f"{paths.of_work(placed)}.bib" if placed else site
    return path.read_text("utf-8").splitlines() if path.is_file() else []
