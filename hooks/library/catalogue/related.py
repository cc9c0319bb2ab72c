"""Works that belong near a work, and why: found among its neighbours on its own shelves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import Indexes

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
            for facet in _WEIGHTS
            if facet in indexes.shelves
            for term, shelf in indexes.shelves[facet].items()
        }
        self.named: dict[str, list[str]] = {}
        for placed in catalogue.works.values():
            host = placed.work.host.work if placed.work.host else None
            for other in (*placed.work.related, *([host] if host else [])):
                self.named.setdefault(placed.work.id, []).append(other)
                self.named.setdefault(other, []).append(placed.work.id)

    def find(self) -> None:
        """Finds every work's neighbours now, before processes part."""
        _ = self.all

    @cached_property
    def all(self) -> Mapping[str, tuple[Related, ...]]:
        """The neighbours of every work that is offered, by id: found once for all languages."""
        return {placed.work.id: self._of(placed) for placed in self.catalogue.offered}

    def of(self, placed: Placed) -> tuple[Related, ...]:
        """At most RELATED_LENGTH neighbours, the nearest first; empty where nothing is shared, and for a withdrawn work."""
        return self.all.get(placed.work.id, ())

    def _of(self, placed: Placed) -> tuple[Related, ...]:
        scores: dict[str, float] = {}
        reasons: dict[str, list[tuple[str, str]]] = {}

        def share(other: str, facet: str, term: str, weight: float) -> None:
            scores[other] = scores.get(other, 0.0) + weight
            reasons.setdefault(other, []).append((facet, term))

        for other in dict.fromkeys(self.named.get(placed.work.id, ())):
            if not self.catalogue.works[other].work.withdrawn:
                share(other, "related", "record", _WEIGHTS["related"])
        for facet, term in self._terms(placed):
            works = self.indexes.shelves[facet][term].works
            position = self.positions[facet, term][placed.work.id]
            # A term that few works have says more than one that most have.
            weight = _WEIGHTS[facet] * (1 + 4 / len(works))
            for neighbour in works[max(0, position - NEIGHBOURS) : position + NEIGHBOURS + 1]:
                share(neighbour.work.id, facet, term, weight)
        scores.pop(placed.work.id, None)
        nearest = sorted(scores, key=lambda other: (-scores[other], other))[:RELATED_LENGTH]
        return tuple(Related(self.catalogue.works[other], tuple(reasons[other])) for other in nearest)

    def _terms(self, placed: Placed) -> list[tuple[str, str]]:
        work = placed.work
        people = [party.party for party in (*work.creators, *work.contributors) if party.party not in self.issuers]
        terms = [("series", work.series.id)] if work.series else []
        terms += [("people", party) for party in people]
        terms += [("themes", theme) for theme in work.themes]
        terms += [("countries", code) for code in work.coverage.countries[:8]]
        return list(dict.fromkeys(terms))
