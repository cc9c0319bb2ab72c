"""Works grouped by a facet: one pass over the catalogue fills every shelf."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from library.catalogue import access, hosts
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.event_lists import UNDATED, EventList, event_lists

NOT_STATED = UNDATED

LIST_LENGTH = 30
"""Works on one page of a list: some 10 KB compressed, for readers on slow lines."""


@dataclass(frozen=True)
class Facet:
    """One way to browse: its address, and how a work gets its terms.

    ``vocabulary`` names the authority file of the terms, or is empty where they have none:
    years, formats and kinds of access. ``rolls_up``: a work also stands under the broader terms of its terms. ``followed``: its
    lists have feeds.
    """

    path: str
    vocabulary: str
    terms_of: Callable[[Catalogue, Placed], Iterable[str]]
    rolls_up: bool = False
    followed: bool = True

    @property
    def of_parties(self) -> bool:
        """Whether its terms are persons and bodies, which have names and no labels."""
        return self.vocabulary == "parties"

    def __reduce__(self) -> tuple[Callable[[str], Facet], tuple[str]]:
        """Sent between processes by its address: there is one of each."""
        return _facet, (self.path,)


def _facet(path: str) -> Facet:
    return next(facet for facet in FACETS if facet.path == path)


def _people(catalogue: Catalogue, placed: Placed) -> Iterable[str]:
    work = placed.work
    parties = [creator.party for creator in work.creators] + [contributor.party for contributor in work.contributors]
    issuer = catalogue.issuer_of(placed)
    publishers = [edition.publisher for edition in work.editions if edition.publisher]
    return [*parties, *([issuer] if issuer else []), *publishers]


def _years(catalogue: Catalogue, placed: Placed) -> Iterable[str]:
    return [str(placed.issued.year) if placed.issued else NOT_STATED]


def _formats(catalogue: Catalogue, placed: Placed) -> Iterable[str]:
    """The forms in which the editions were issued, as far as they state it: what can be read is told by ``access``."""
    return sorted({name for edition in placed.work.editions for name in edition.formats}) or [NOT_STATED]


def _languages(catalogue: Catalogue, placed: Placed) -> Iterable[str]:
    return [tag for edition in placed.work.editions for tag in (edition.language or NOT_STATED, *edition.also_in)]


FACETS = (
    Facet("themes", "themes", lambda _, placed: placed.work.themes, rolls_up=True),
    Facet("countries", "countries", lambda _, placed: placed.work.coverage.countries),
    Facet("regions", "regions", lambda _, placed: placed.work.coverage.regions),
    Facet("languages", "languages", _languages),
    Facet("types", "types", lambda _, placed: [placed.work.type]),
    Facet("series", "series", lambda _, placed: [placed.work.series.id] if placed.work.series else []),
    Facet("access", "", lambda _, placed: access.of_work(placed) or [NOT_STATED]),
    Facet("formats", "", _formats),
    Facet("people", "parties", _people),
    Facet("years", "", _years, followed=False),  # nobody waits for more of a year that is over
)
"""Ways to browse, in the order in which the site names them."""


@dataclass(frozen=True)
class Shelf:
    """The works of one term, newest first.

    ``path`` is the address of its list under the language's root, without slashes at its
    ends.
    """

    facet: Facet
    term: str
    works: tuple[Placed, ...]

    @property
    def path(self) -> str:
        return f"{self.facet.path}/{self.term.lower()}"

    @cached_property
    def languages(self) -> Mapping[str, int]:
        """In how many of its works each language of editions occurs: the same for the pages in every language."""
        return languages_of(self.works)

    @cached_property
    def crossed(self) -> dict[str, tuple[tuple[str, int], ...]]:
        """Numbers of its works by the terms of another facet, as ``pages.crossing`` counted them: by that facet's path."""
        return {}

    @property
    def has_feed(self) -> bool:
        """Not that of a single work, as four lists in five are: there its own page tells what is new."""
        return self.facet.followed and len(self.works) > 1


@dataclass(frozen=True)
class Indexes:
    """Every shelf, by facet and term; only terms that have works have a shelf.

    ``newest`` holds all works that lists hold, newest first, those without a date last; ``events`` the lists of events, by
    their addresses.
    """

    newest: tuple[Placed, ...]
    shelves: Mapping[str, Mapping[str, Shelf]]
    events: Mapping[str, EventList] = field(default_factory=dict)

    def shelf(self, facet: str, term: str) -> Shelf | None:
        return self.shelves[facet].get(term)


def languages_of(works: Iterable[Placed]) -> Mapping[str, int]:
    """In how many works each language of editions occurs, in the order in which they first do."""
    counts: dict[str, int] = {}
    for placed in works:
        for language in {edition.language or NOT_STATED: None for edition in placed.work.editions}:
            counts[language] = counts.get(language, 0) + 1
    return counts


def index(catalogue: Catalogue) -> Indexes:
    """The works that lists hold, on the shelves of all their terms."""
    newest = sorted(catalogue.listed, key=_by_sets(catalogue))
    shelves: dict[str, dict[str, list[Placed]]] = {facet.path: {} for facet in FACETS}
    for placed in newest:
        for facet in FACETS:
            for term in terms_of_work(catalogue, facet, placed):
                shelves[facet.path].setdefault(term, []).append(placed)
    return Indexes(
        tuple(newest),
        {facet.path: {term: Shelf(facet, term, tuple(works)) for term, works in shelves[facet.path].items()} for facet in FACETS},
        event_lists(catalogue),
    )


def terms_of_work(catalogue: Catalogue, facet: Facet, placed: Placed) -> Iterable[str]:
    """Each of the work's terms once, in its own order, broader ones after them."""
    terms = list(facet.terms_of(catalogue, placed))
    if facet.rolls_up:
        vocabulary = catalogue.vocabularies[facet.vocabulary]
        terms += [broader for term in terms for broader in vocabulary.ancestors(term)]
    return dict.fromkeys(terms)


def _by_sets(catalogue: Catalogue) -> Callable[[Placed], tuple[Any, ...]]:
    """The order of lists: newest first, but the volumes of a set together where its newest one stands, in the order of their numbers."""
    sets: dict[str, list[Placed]] = {}
    for placed in catalogue.listed:
        if name := _set_of(catalogue, placed):
            sets.setdefault(name, []).append(placed)
    newest = {placed.work.id: min(volumes, key=_newest_first) for volumes in sets.values() for placed in volumes}

    def key(placed: Placed) -> tuple[Any, ...]:
        number = (placed.work.host.volume or "") if placed.work.host and placed.work.id in newest else ""
        return (*_newest_first(newest.get(placed.work.id, placed)), _NUMBERS.sub(lambda found: found[0].zfill(9), number), placed.work.id)

    return key


_NUMBERS = re.compile("[0-9]+")


def _set_of(catalogue: Catalogue, placed: Placed) -> str:
    """What tells the set that a book is a volume of; empty for all else."""
    host = placed.work.host
    if host is None or hosts.kind(catalogue, placed) != "book":
        return ""
    return host.work or " ".join(sorted(text.casefold() for text in (host.title or {}).values()))


def _newest_first(placed: Placed) -> tuple[int, int, int, str]:
    """Those of one day stand in the order of their ids: a corrected title moves no other work."""
    issued = placed.issued
    if issued is None:
        return (1, 0, 0, placed.work.id)
    year, month, day = issued.when
    return (0, -year, -(month * 100 + day), placed.work.id)
