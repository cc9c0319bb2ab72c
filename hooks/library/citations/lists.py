"""Lists whose citations can be taken away: those of every facet, the journal, and each of its issues."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import FACETS, Indexes
from library.citations import paths as citation_paths


def lists(catalogue: Catalogue, indexes: Indexes) -> Iterator[tuple[str, tuple[Placed, ...]]]:
    """Address and works of each list, in the order of its file: newest first, and an issue's as printed."""
    for facet in FACETS:
        for shelf in indexes.shelves[facet.path].values():
            yield shelf.path, shelf.works
    if catalogue.journal:
        yield "journal", tuple(placed for placed in catalogue.listed if placed.in_journal)
    for issue in catalogue.issues.values():
        yield f"journal/{issue.id}", catalogue.listed_in(issue)


def with_files(catalogue: Catalogue, indexes: Indexes) -> Iterator[tuple[str, tuple[Placed, ...]]]:
    """Those of more than one work, which have files of their own."""
    for path, works in lists(catalogue, indexes):
        if citation_paths.has_files(works):
            yield path, works
