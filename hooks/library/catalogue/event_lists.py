"""Events by year, country, theme, and person or body: one pass over them fills every list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from library.catalogue.catalogue import Catalogue, Filed

UNDATED = "not-stated"
"""Stands for an unknown term in addresses."""


@dataclass(frozen=True)
class EventList:
    """The events of one term, newest first. ``way`` is a facet's path, ``term`` one of its terms."""

    way: str
    term: str
    events: tuple[Filed, ...]

    @property
    def path(self) -> str:
        """Address under the language's root, without slashes at its ends."""
        return address(self.way, self.term)


def address(way: str, term: str) -> str:
    """Where the events of a term stand."""
    return f"events/{way}/{term.lower()}"


def _years(catalogue: Catalogue, event: Any) -> Iterable[str]:
    return [str(event.start.year) if event.start else UNDATED]


def _themes(catalogue: Catalogue, event: Any) -> Iterable[str]:
    vocabulary = catalogue.vocabularies["themes"]
    return [*event.themes, *(broader for theme in event.themes for broader in vocabulary.ancestors(theme))]


WAYS: Mapping[str, Callable[[Catalogue, Any], Iterable[str]]] = {
    "years": _years,
    "countries": lambda _, event: [event.country] if event.country else [],
    "themes": _themes,
    "people": lambda _, event: [party.party for party in (*event.speakers, *event.partners)],
}
"""Ways to browse events, with the terms of an event by each."""


def event_lists(catalogue: Catalogue) -> dict[str, EventList]:
    """Every list of events by its address; only terms that have events have one."""
    found: dict[tuple[str, str], list[Filed]] = {}
    for filed in newest_first(catalogue):
        for way, terms_of in WAYS.items():
            for term in dict.fromkeys(terms_of(catalogue, filed.value)):
                found.setdefault((way, term), []).append(filed)
    made = (EventList(way, term, tuple(events)) for (way, term), events in found.items())
    return {each.path: each for each in made}


def newest_first(catalogue: Catalogue) -> list[Filed]:
    """All events by their first day, the newest first, those without a date last."""
    return sorted(catalogue.of_kind("event").values(), key=_order)


def _order(filed: Filed) -> tuple[int, int, int, str]:
    start = filed.value.start
    return (0, -start.year, -(start.month * 100 + start.day), filed.id) if start else (1, 0, 0, filed.id)
