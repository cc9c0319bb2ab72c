"""The facets of the search: which works stand under each value, as numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import Indexes, Shelf
from library.press.output import OutputFile
from library.search import files
from library.search.numbering import Numbering
from library.words.labels import FACET_BY_PATH, Labels

SEARCH_FACETS = {
    "access": "access",
    "theme": "themes",
    "country": "countries",
    "type": "types",
    "year": "years",
    "language": "languages",
    "series": "series",
    "format": "formats",
}
"""Facets that can be combined, by their names in the search's address, with the addresses of their own pages."""


LONG = 150
"""Values of a facet that the page of the search holds and its first file counts; a facet with more is fetched when a
reader asks for it, since thousands of keywords are a megabyte of page."""

FIRST = 20
"""Values of a long facet, those with most works, that the page and the first file have nevertheless."""


@dataclass(frozen=True)
class Value:
    """A value of a facet as the search lists it; ``narrower``: it belongs to the broad one before it."""

    term: str
    narrower: bool = False


def values(labels: Labels, path: str) -> list[Value]:
    """The values of a facet: those with most works first, years newest first, kinds of access in their order, finer terms behind their broad one."""
    shelves = labels.indexes.shelves[path]
    if not FACET_BY_PATH[path].rolls_up:
        terms = labels.sort(path, list(shelves))
        return [Value(term) for term in (terms if path in ("years", "access") else _by_number(shelves, terms))]
    vocabulary = labels.catalogue.vocabularies[FACET_BY_PATH[path].vocabulary]
    found = []
    for top in _by_number(shelves, labels.sort(path, [term for term in shelves if not vocabulary[term].broader])):
        below = [term for term in vocabulary.narrower.get(top, ()) if term in shelves]
        found += [Value(top), *(Value(term, narrower=True) for term in _by_number(shelves, labels.sort(path, below)))]
    return found


def _by_number(shelves: Mapping[str, Shelf], terms: Iterable[str]) -> list[str]:
    return sorted(terms, key=lambda term: -len(shelves[term].works))


def is_long(indexes: Indexes, path: str) -> bool:
    """Whether a facet's values are fetched when they are asked for."""
    return len(indexes.shelves[path]) > LONG


def first_terms(indexes: Indexes, path: str) -> list[str]:
    """The terms of a long facet that need not be fetched: the same in every language."""
    shelves = indexes.shelves[path]
    return sorted(shelves, key=lambda term: (-len(shelves[term].works), term))[:FIRST]


def facet_files(catalogue: Catalogue, indexes: Indexes, numbering: Numbering) -> Iterator[OutputFile]:
    """``{facet: {value: "…"}}``: the numbers of each value's works, ascending, as ``packed`` writes them.

    Values are written as in their pages' addresses, in small letters. A term that has a
    broader one stands behind it (``digitalisation/open-data``), and the broader one lists
    only the works that none of its narrower terms has. A long facet has all of its values in
    a file of its own, and in the first file its first values, each with all of its works.
    """
    first = {}
    for name, path in SEARCH_FACETS.items():
        whole = _facet(catalogue, indexes, numbering, path)
        if is_long(indexes, path):
            yield files.written(files.of_facet(name), numbering.stamp, values=whole)
            shelves = indexes.shelves[path]
            whole = {term.lower(): packed(_numbers(shelves[term], numbering)) for term in first_terms(indexes, path)}
        first[name] = whole
    long = [name for name, path in SEARCH_FACETS.items() if is_long(indexes, path)]
    yield files.written(files.FACETS, numbering.stamp, works=len(numbering.works), facets=first, long=long)


def label_files(labels: Labels, numbering: Numbering) -> Iterator[OutputFile]:
    """What the values of long facets are called in a language, in the order of the list: address, label, and 1 for a finer one."""
    for name, path in SEARCH_FACETS.items():
        if is_long(labels.indexes, path):
            listed = [[value.term.lower(), labels.term(path, value.term), int(value.narrower)] for value in values(labels, path)]
            yield files.written(files.of_labels(labels.language, name), numbering.stamp, values=listed)


def _numbers(shelf: Shelf, numbering: Numbering) -> list[int]:
    return sorted(numbering.numbers[placed.work.id] for placed in shelf.works)


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
