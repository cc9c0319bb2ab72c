"""Works that belong near a work, and why: found among its neighbours on its own shelves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .catalogue import Catalogue, Placed
from .indexes import Indexes

RELATED_LENGTH = 5
NEIGHBOURS = 12
"""Works looked at on each side of a work on a shelf. It bounds the cost of a page however
large the catalogue is; shelves are in order of time, so the nearest come from the same years."""

_WEIGHTS = {"related": 40.0, "series": 7.0, "people": 6.0, "themes": 3.0, "countries": 2.0}


@dataclass(frozen=True)
class Related:
    """A neighbour and what it shares: pairs of facet and term, the weightiest first.

    The facet ``related`` has the term ``record``: the record itself names the neighbour.
    """

    work: Placed
    reasons: tuple[tuple[str, str], ...]


class Relations:
    """Finds related works; knows where each work stands on its shelves."""

    def __init__(self, catalogue: Catalogue, indexes: Indexes) -> None:
        self.catalogue = catalogue
        self.indexes = indexes
        issuers = {catalogue.issuer_of(placed) for placed in catalogue.works.values()}
        self.issuers = issuers - {None}
        self.positions: Mapping[tuple[str, str], Mapping[str, int]] = {
            (facet, term): {placed.work.id: position for position, placed in enumerate(shelf.works)}
            for facet in _WEIGHTS if facet in indexes.shelves
            for term, shelf in indexes.shelves[facet].items()
        }
        self.named: dict[str, list[str]] = {}
        for placed in catalogue.works.values():
            for other in placed.work.related:
                self.named.setdefault(placed.work.id, []).append(other)
                self.named.setdefault(other, []).append(placed.work.id)

    @cached_property
    def all(self) -> Mapping[str, tuple[Related, ...]]:
        """Every work's neighbours, by id: found once for all languages."""
        return {placed.work.id: self._of(placed) for placed in self.catalogue.works.values()}

    def of(self, placed: Placed) -> tuple[Related, ...]:
        """At most RELATED_LENGTH neighbours, the nearest first; empty where nothing is shared."""
        return self.all[placed.work.id]

    def _of(self, placed: Placed) -> tuple[Related, ...]:
        shared: dict[str, list[tuple[str, str]]] = {}
        for other in self.named.get(placed.work.id, ()):
            shared.setdefault(other, []).append(("related", "record"))
        for facet, term in self._terms(placed):
            shelf = self.indexes.shelves[facet][term]
            position = self.positions[facet, term][placed.work.id]
            for other in shelf.works[max(0, position - NEIGHBOURS): position + NEIGHBOURS + 1]:
                if other.work.id != placed.work.id:
                    shared.setdefault(other.work.id, []).append((facet, term))
        ranked = sorted(shared.items(), key=lambda item: (-self._score(item[1], placed, item[0]), item[0]))
        works = self.catalogue.works
        return tuple(Related(works[other], tuple(dict.fromkeys(reasons))[:2]) for other, reasons in ranked[:RELATED_LENGTH])

    def _terms(self, placed: Placed) -> list[tuple[str, str]]:
        work = placed.work
        people = [party.party for party in (*work.creators, *work.contributors) if party.party not in self.issuers]
        terms = [("series", work.series.id)] if work.series else []
        terms += [("people", party) for party in people]
        terms += [("themes", theme) for theme in work.themes]
        terms += [("countries", code) for code in work.coverage.countries[:8]]
        return list(dict.fromkeys(terms))

    def _score(self, reasons: list[tuple[str, str]], placed: Placed, other: str) -> float:
        score = 0.0
        for facet, term in dict.fromkeys(reasons):
            size = len(self.indexes.shelves[facet][term].works) if facet in self.indexes.shelves else 1
            # A term that few works have says more than one that most have.
            score += _WEIGHTS[facet] * (1 + 4 / size)
        return score
