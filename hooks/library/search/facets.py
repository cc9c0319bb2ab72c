"""The facets of the search: which works stand under each value, as numbers."""

from __future__ import annotations

from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import Indexes
from library.press.output import OutputFile
from library.search import files
from library.search.numbering import Numbering
from library.words.labels import FACET_BY_PATH

SEARCH_FACETS = {
    "theme": "themes",
    "country": "countries",
    "type": "types",
    "year": "years",
    "language": "languages",
    "series": "series",
    "format": "formats",
}
"""Facets that can be combined, by their names in the search's address, with the addresses of their own pages."""


def facet_file(catalogue: Catalogue, indexes: Indexes, numbering: Numbering) -> OutputFile:
    """``{facet: {value: "…"}}``: the numbers of each value's works, ascending, as ``packed`` writes them.

    Values are written as in their pages' addresses, in small letters. A term that has a
    broader one stands behind it (``digitalisation/open-data``), and the broader one lists
    only the works that none of its narrower terms has.
    """
    made = {name: _facet(catalogue, indexes, numbering, path) for name, path in SEARCH_FACETS.items()}
    return files.written(files.FACETS, numbering.stamp, works=len(numbering.works), facets=made)


def _facet(catalogue: Catalogue, indexes: Indexes, numbering: Numbering, path: str) -> dict[str, str]:
    shelves = indexes.shelves[path]
    numbers = {term: {numbering.numbers[placed.work.id] for placed in shelf.works} for term, shelf in shelves.items()}
    if not FACET_BY_PATH[path].rolls_up:
        return {term.lower(): packed(sorted(found)) for term, found in numbers.items()}
    vocabulary = catalogue.vocabularies[FACET_BY_PATH[path].vocabulary]
    made = {}
    for term, found in numbers.items():
        below = set[int]().union(*(numbers.get(narrower, ()) for narrower in vocabulary.narrower.get(term, ())))
        made["/".join([*reversed(vocabulary.ancestors(term)), term]).lower()] = packed(sorted(found - below))
    return made


_RUN = "abcdefghijklmnopqrstuvwxyz"


def packed(numbers: list[int]) -> str:
    """Ascending numbers by the steps between them, from -1: ``a`` is one step of 1, ``z`` of 26; a longer one is a decimal, ended by a comma.

    Most steps take one byte, and one that repeats compresses well.
    """
    pieces, before = [], -1
    for number in numbers:
        step = number - before
        pieces.append(_RUN[step - 1] if step <= len(_RUN) else f"{step},")
        before = number
    return "".join(pieces)
