"""How many works there are of one term, or of two at once: the only place where pictures count."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from urllib.parse import urlencode

from library.catalogue.indexes import NOT_STATED, Indexes

SHADES = 5
"""Shades of a cell or tile that has works."""


class Counts:
    """Works as sets of ids, by facet and term, from the shelves of the indexes."""

    def __init__(self, indexes: Indexes) -> None:
        self.indexes = indexes
        self.all = frozenset(placed.work.id for placed in indexes.newest)
        self._of: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, facet: str, term: str) -> frozenset[str]:
        """Ids of the works on the term's shelf; none where it has no shelf."""
        key = (facet, term)
        if key not in self._of:
            shelf = self.indexes.shelf(facet, term)
            self._of[key] = frozenset(placed.work.id for placed in shelf.works) if shelf else frozenset()
        return self._of[key]

    def number(self, facet: str, term: str) -> int:
        return len(self.of(facet, term))

    def both(self, facet: str, term: str, other: str, other_term: str) -> int:
        """Number of works that have both terms."""
        return len(self.of(facet, term) & self.of(other, other_term))

    def most_first(self, facet: str, terms: Iterable[str]) -> list[str]:
        """The terms with the most works first; those with as many in the given order, "not stated" last."""
        return sorted(terms, key=lambda term: (term == NOT_STATED, -self.number(facet, term)))

    @cached_property
    def without_country(self) -> int:
        """Number of works that name no country discussed."""
        named: set[str] = set()
        for term in self.indexes.shelves["countries"]:
            named |= self.of("countries", term)
        return len(self.all - named)


def shade(number: int, largest: int) -> int:
    """Shade from 0 (none) to 5 (most), by the square root so that small numbers differ."""
    return 0 if number == 0 else max(1, round(SHADES * (number / largest) ** 0.5))


def scale(largest: int) -> tuple[tuple[int, int, int], ...]:
    """Shade with the least and the greatest number that have it, for those that occur up to ``largest``."""
    found: dict[int, list[int]] = {}
    for number in range(1, largest + 1):
        found.setdefault(shade(number, largest), []).append(number)
    return tuple((level, numbers[0], numbers[-1]) for level, numbers in sorted(found.items()))


def searched(**terms: str) -> str:
    """Address below the language's root of the search for works that have all of the terms."""
    return f"search/?{urlencode(terms)}"
