"""Series: numbers that two works or two rounds have, and works that a round names."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.problems import Problem, nearest


def numbers_of_works(catalogue: Catalogue) -> Iterator[Problem]:
    """Numbers in a series that an earlier work has already; withdrawn works give theirs free."""
    holders: dict[tuple[str, str], Placed] = {}
    for placed in catalogue.offered:
        series = placed.work.series
        if not (series and series.number):
            continue
        holder = holders.setdefault((series.id, series.number), placed)
        if holder is not placed:
            yield placed.record.problem(
                (*placed.keys, "series", "number"),
                "series-number-twice",
                f'number {series.number} of the series "{series.id}" is already that of "{holder.work.id}" ({holder.record.name})',
                "compare both with their title pages; leave the number out where it is not printed",
            )


def rounds(catalogue: Catalogue, whole: bool) -> Iterator[Problem]:
    """Rounds that are written twice, and works of a round that are none of the series.

    Where the catalogue is not ``whole``, a work that is named may be a record that could not be read.
    """
    vocabulary = catalogue.vocabularies["series"]
    for term in vocabulary.terms.values():
        record, place = vocabulary.stands[term.id]
        seen: set[tuple[str, str]] = set()
        named: set[str] = set()
        for number, each in enumerate(term.rounds):
            keys = (place, "rounds", number)
            key = (each.number or "", "" if each.number else str(each.year))
            if key in seen:
                field = "number" if each.number else "year"
                said = f'the round "{each.number or each.year}" of "{term.id}" is written twice'
                yield record.problem((*keys, field), "repeated-value", said, "keep one of the two, with the sources of both")
            seen.add(key)
            for at, work_id in enumerate(each.works):
                where = (*keys, "works", at)
                if work_id in named:
                    said = f'"{work_id}" is already a work of another round of "{term.id}"'
                    yield record.problem(where, "repeated-value", said, "a work belongs to one round: strike it here or there")
                named.add(work_id)
                if work_id in catalogue.works:
                    series = catalogue.works[work_id].work.series
                    if not (series and series.id == term.id) and catalogue.works[work_id].work.type != term.collects:
                        said = f'"{work_id}" is no work of the series "{term.id}"'
                        yield record.problem(
                            where, "wrong-series", said, f"write series: {{id: {term.id}}} into the work's record, or strike it here"
                        )
                elif whole:
                    said = f'"{work_id}" is not the id of a work'
                    yield record.problem(where, "unknown-work", said, nearest(work_id, catalogue.works) or "write the id of a record")
