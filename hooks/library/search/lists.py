"""Which works stand in each list, for the script that composes its citations in further formats."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import Indexes
from library.citations.lists import with_files
from library.press.output import OutputFile
from library.search import files
from library.search.facets import packed
from library.search.numbering import Numbering


def list_files(catalogue: Catalogue, indexes: Indexes, numbering: Numbering) -> Iterator[OutputFile]:
    """A file for each facet and the journal: ``{last part of the list's address: works}``, for the lists that have files.

    Works are a text as ``packed`` writes it where the newest comes first, else their numbers in order.
    """
    found: dict[str, dict[str, str | list[int]]] = {}
    for path, works in with_files(catalogue, indexes):
        facet, _, name = path.partition("/")
        found.setdefault(facet, {})[name] = _written(works, numbering)
    for facet, lists in found.items():
        yield files.written(files.of_lists(facet), numbering.stamp, lists=lists)


def _written(works: tuple[Placed, ...], numbering: Numbering) -> str | list[int]:
    numbers = [numbering.numbers[placed.work.id] for placed in works]
    ascending = sorted(numbers)
    return packed(ascending) if numbers == ascending[::-1] else numbers
