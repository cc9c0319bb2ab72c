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


def rounds(catalogue: Catalogue) -> Iterator[Problem]:
    """Rounds that are written twice."""
    vocabulary = catalogue.vocabularies["series"]
    for term in vocabulary.terms.values():
        record, place = vocabulary.stands[term.id]
        seen: set[str] = set()
        for number, each in enumerate(term.rounds):
            if each.name in seen:
                said = f'the round "{each.name}" of "{term.id}" is written twice'
                keys = (place, "rounds", number, "number" if each.number else "year")
                yield record.problem(keys, "repeated-value", said, "keep one of the two, with the sources of both")
            seen.add(each.name)


def rounds_of_works(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """A round that the series of the work does not have."""
    series = placed.work.series
    terms = catalogue.vocabularies["series"].terms
    if not (series and series.round and series.id in terms):
        return
    names = [each.name for each in terms[series.id].rounds]
    if series.round not in names:
        yield placed.record.problem(
            (*placed.keys, "series", "round"),
            "unknown-round",
            f'the series "{series.id}" has no round "{series.round}"',
            nearest(series.round, names) or f"write one of its rounds ({', '.join(names)}), or add it to vocabularies/series.yml"
            if names
            else "add the round to vocabularies/series.yml with its source, or strike it here",
        )
