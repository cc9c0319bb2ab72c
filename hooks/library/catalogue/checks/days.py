"""Days and dates: they can be, and they come in their order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued, ends_before, today
from library.catalogue.model import Issue, Journal
from library.catalogue.problems import Problem
from library.catalogue.records import Record
from library.catalogue.yaml_texts import Keys

FIRST_PRINT = 1450
"""The year before which nothing was printed in the sense of our records; an earlier one is a slip."""

FIRST_LIBRARY = 1991
"""The year of the first site on the web: no record came into a library such as this one before."""

FIRST_BODY = 500
"""The year before which no body was founded that puts out publications today."""

PLANNED = 10
"""Years ahead for which something may be planned; a later one is a slip."""

_SAMPLE_DAY = "2026-11-22"


def days(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """When the work was issued, added, revised and withdrawn: feeds, harvesters and catalogues of readers are told so."""
    work, record, at = placed.work, placed.record, placed.keys
    if work.added is None and placed.issue is None:
        yield record.problem(
            (*at, "id"),
            "not-dated",
            "the record does not say when it was added",
            f'add a line "added:" with today\'s date, as in added: {_SAMPLE_DAY}',
        )
    added = work.added or (placed.issue.added if placed.issue else None)
    if added and work.revised and work.revised < added:
        yield record.problem(
            (*at, "revised"), "bad-date", f"revised on {work.revised}, before it was added on {added}", "compare the two days"
        )
    yield from _printed(record, (*at, "issued"), work.issued)
    for number, edition in enumerate(work.editions):
        yield from _printed(record, (*at, "editions", number, "issued"), edition.issued)
    yield from own_day(record, (*at, "added"), work.added)
    yield from own_day(record, (*at, "revised"), work.revised)
    for number, correction in enumerate(work.corrected):
        yield from own_day(record, (*at, "corrected", number, "day"), correction.day)
    if work.withdrawn:
        keys = (*at, "withdrawn", "on")
        yield from own_day(record, keys, work.withdrawn.on)
        if placed.issued and ends_before(work.withdrawn.on, placed.issued):
            said = f"withdrawn in {work.withdrawn.on}, before it was issued in {placed.issued}"
            yield record.problem(keys, "bad-date", said, "compare the two dates")


def days_of_issue(record: Record, issue: Issue) -> Iterator[Problem]:
    yield from _printed(record, ("issued",), issue.issued)
    yield from own_day(record, ("added",), issue.added)


def days_of_journal(record: Record, journal: Journal) -> Iterator[Problem]:
    for number, title in enumerate(journal.titles):
        yield from _printed(record, ("titles", number, "since"), title.since)
        yield from _printed(record, ("titles", number, "until"), title.until)
    yield from own_day(record, ("team_seen",), journal.team_seen)


def years_of_name(record: Record, at: Keys, since: Issued | None, until: Issued | None) -> Iterator[Problem]:
    """Of a name that a body had."""
    yield from _between(record, (*at, "since"), since, FIRST_BODY, _next_year())
    yield from _between(record, (*at, "until"), until, FIRST_BODY, _next_year())


def scheduled(record: Record, keys: Keys, value: Issued | None) -> Iterator[Problem]:
    """A day of something that was held, or is to be: plans reach further ahead than prints."""
    yield from _between(record, keys, value, FIRST_BODY, date(min(today().year + PLANNED, date.max.year), 12, 31))


def _printed(record: Record, keys: Keys, value: Issued | None) -> Iterator[Problem]:
    yield from _between(record, keys, value, FIRST_PRINT, _next_year())


def own_day(record: Record, keys: Keys, value: Issued | None) -> Iterator[Problem]:
    """A day of the library itself. Today has begun elsewhere while it is yesterday here."""
    yield from _between(record, keys, value, FIRST_LIBRARY, today() + timedelta(days=1))


def _next_year() -> date:
    """The last day of next year: books are dated ahead."""
    return date(min(today().year + 1, date.max.year), 12, 31)


def _between(record: Record, keys: Keys, value: Issued | None, first: int, last: date) -> Iterator[Problem]:
    if value is None:
        return
    name = next(part for part in reversed(keys) if isinstance(part, str))
    latest = value.end or value
    said = f"before {first}" if value.year < first else f"after {last}" if latest.first_day > last else ""
    if said:
        yield record.problem(
            keys, "unlikely-date", f"{name}: {value} is {said}", "compare it with the source; leave the field out if it may be left out"
        )
