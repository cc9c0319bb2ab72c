"""What is told of an import: each entry with its line, what became of it, and what is new besides."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any

from library.catalogue.problems import Phrase
from library.catalogue.visible import shown
from library.importing.known import Same
from library.importing.planning import Outcome, Plan
from library.words.problems import in_words

_COLUMN = 46
"""Letters of each of two records that stand side by side."""


def lines(plan: Plan, phrase: Phrase = str) -> Iterator[str]:
    """The report for a terminal."""
    yield from (f"{phrase('remark')}: {shown(phrase(remark))}" for remark in plan.reading.remarks)
    for broken in plan.reading.broken:
        yield f"{shown(broken.file)}:{broken.line}: {phrase('not taken')}: {shown(phrase(broken.why))}"
        yield f"  {phrase('it begins')}: {shown(broken.quoted)}"
    for outcome in plan.outcomes:
        yield from _entry(outcome, phrase)
    for party in plan.parties.values():
        yield phrase(f"new in vocabularies/parties.yml: {party['id']} ({party['kind']})") + _perhaps(party)
    yield from summary(plan, phrase)


def _perhaps(party: dict[str, Any]) -> str:
    return f": {shown(party['note'])}" if "note" in party else ""


def _entry(outcome: Outcome, phrase: Phrase) -> Iterator[str]:
    entry = outcome.entry
    called = f"{entry.key}: " if entry.key else ""
    place = f"{shown(entry.file)}:{entry.line}" if entry.line else shown(entry.file)
    if outcome.why:
        yield f"{place}: {shown(called)}{phrase('not taken')}: {shown(phrase(outcome.why))}"
        if outcome.same:
            yield from side_by_side(outcome.same, phrase)
    else:
        yield f"{place}: {shown(called)}{phrase(outcome.result)}: {shown(outcome.record)}"
    yield from (f"  {phrase('remark')}: {in_words(remark, phrase)}" for remark in outcome.remarks)


def side_by_side(same: Same, phrase: Phrase = str) -> Iterator[str]:
    """Both records, a line each fact that one of them has; what differs is marked."""
    yield f"    {'':10} {_cut(phrase('in this file'))} {_cut(same.work)}".rstrip()
    for name, ours in same.ours.items():
        theirs = same.theirs[name]
        if ours or theirs:
            mark = " " if ours == theirs else "*"
            yield f"  {mark} {name:10} {_cut(ours)} {_cut(theirs)}".rstrip()


def _cut(text: str) -> str:
    """A text of just so many letters' width."""
    made, width = "", 0
    for letter in shown(text):
        width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width > _COLUMN - 1:
            made, width = made[:-1] + "…", width - 1
            break
        made += letter
    return made + " " * (_COLUMN - width)


def counts(plan: Plan) -> dict[str, int]:
    """How many entries became what; what is no entry at all is not taken."""
    counted = Counter(outcome.result for outcome in plan.outcomes)
    return {
        "taken": counted["taken"],
        "taken with remarks": counted["taken with remarks"],
        "not taken": counted["not taken"] + len(plan.reading.broken),
    }


def summary(plan: Plan, phrase: Phrase = str) -> Iterator[str]:
    """Two lines for the end."""
    counted = counts(plan)
    taken, remarked, left = counted.values()
    yield phrase(f"Entries: {taken + remarked + left:,}, of them {taken:,} taken, {remarked:,} taken with remarks, {left:,} not taken.")
    bodies = sum(party["kind"] == "body" for party in plan.parties.values())
    yield phrase(f"New works: {len(plan.works):,}; new persons: {len(plan.parties) - bodies:,}; new bodies: {bodies:,}.")


def as_json(plan: Plan) -> dict[str, Any]:
    """The report for programs."""
    return {
        "entries": [_as_json(outcome) for outcome in plan.outcomes],
        "broken": [{"file": each.file, "line": each.line, "begins": each.quoted, "why": each.why} for each in plan.reading.broken],
        "remarks": plan.reading.remarks,
        "parties": list(plan.parties.values()),
        "counts": counts(plan) | {"works": len(plan.works), "parties": len(plan.parties)},
    }


def _as_json(outcome: Outcome) -> dict[str, Any]:
    entry = outcome.entry
    made: dict[str, Any] = {"file": entry.file, "line": entry.line, "key": entry.key, "title": entry.title, "result": outcome.result}
    if outcome.why:
        made["why"] = outcome.why
    else:
        made["record"] = outcome.record
    if outcome.remarks:
        made["remarks"] = list(outcome.remarks)
    if outcome.same:
        made["same"] = {"work": outcome.same.work, "in_file": dict(outcome.same.ours), "in_library": dict(outcome.same.theirs)}
    return made
