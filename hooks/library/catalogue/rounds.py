"""The parts of a series on one line: those that the library has works of, and those that a source speaks of and it has none of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from library.catalogue.authorities import Series
from library.catalogue.catalogue import Placed
from library.catalogue.indexes import Indexes
from library.catalogue.model_parts import Provenance

NUMBERING = "numbering"
"""Evidence of a part whose number stands between those of others."""


@dataclass(frozen=True)
class Part:
    """A part of a series. ``evidence`` says how a source speaks of it, or is ``NUMBERING``; empty where only its works show it.

    Without works it is a gap: not listed, which does not say that nothing appeared.
    """

    number: str
    year: str
    works: tuple[Placed, ...]
    evidence: str = ""
    provenance: tuple[Provenance, ...] = ()


def has_line(indexes: Indexes, series: Series) -> bool:
    """Whether anything is known of the series' run: a frequency, a beginning, parts, or numbers of its works."""
    told = series.frequency or series.since or series.rounds or series.collects
    return bool(told) or any(placed.work.series and placed.work.series.number for placed in known(indexes, series))


def known(indexes: Indexes, series: Series) -> tuple[Placed, ...]:
    """The works of a series that are offered, newest first."""
    shelves = [indexes.shelf("series", series.id), indexes.shelf("types", series.collects) if series.collects else None]
    return tuple({placed.work.id: placed for shelf in shelves if shelf for placed in shelf.works}.values())


def line(indexes: Indexes, series: Series) -> tuple[Part, ...]:
    """The parts of a series in the order of their numbers, or where not all have one of their years, those without a year last."""
    free = list(known(indexes, series))
    parts: list[Part] = []
    for each in series.rounds:
        number, year = each.number or "", str(each.year.year) if each.year else ""
        own = [placed for placed in free if _belongs(placed, each.name, number, year)]
        taken = {placed.work.id for placed in own}
        free = [placed for placed in free if placed.work.id not in taken]
        parts.append(Part(number, year, tuple(own), each.evidence, each.provenance))
    parts += _of_works(free)
    return tuple(_ordered(parts))


def _belongs(placed: Placed, name: str, number: str, year: str) -> bool:
    """Whether a work is of a round: by what its record says, or else by its number, and failing that by its year."""
    said = placed.work.series.round if placed.work.series else None
    if said:
        return said == name
    return _number(placed) == number if number else _year(placed) == year


def _of_works(works: Iterable[Placed]) -> list[Part]:
    """Parts that works alone show: by number, and failing that by year."""
    groups: dict[tuple[str, str], list[Placed]] = {}
    for placed in works:
        number = _number(placed)
        groups.setdefault((number, "" if number else _year(placed)), []).append(placed)
    return [Part(number, year or _year(held[0]), tuple(held)) for (number, year), held in groups.items()]


def _ordered(parts: Sequence[Part]) -> list[Part]:
    if parts and all(part.number.isdecimal() for part in parts):
        numbered = {int(part.number): part for part in parts}
        span = range(min(numbered), max(numbered) + 1)
        if len(span) <= MOST:
            return [numbered.get(number) or Part(str(number), "", (), NUMBERING) for number in span]
        return [numbered[number] for number in sorted(numbered)]
    return sorted(parts, key=lambda part: (not part.year, part.year, part.number))


MOST = 500
"""Numbers of a series that are counted through: a number such as 2016 stands for a year, and begins no count at 1."""


def _number(placed: Placed) -> str:
    return (placed.work.series.number if placed.work.series else None) or ""


def _year(placed: Placed) -> str:
    return str(placed.issued.year) if placed.issued else ""
