"""Indicators in the API: as a list with its schema, and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.results import Result, results
from library.citations.formats import table
from library.machines.api.definitions import (
    REFERENCE,
    Schema,
    as_defined,
    ids_of,
    list_of,
    object_of,
    plain_text,
    whole_number,
    yes_or_no,
)
from library.machines.changes import last_change

NUMBER: Schema = {"type": "number"}


def figure(description: str) -> Schema:
    return {**NUMBER, "description": description}


SCHEMA = object_of(
    "An indicator of a results framework. A figure that no source prints is absent; nothing is added up.",
    {
        "id": REFERENCE,
        "label": as_defined("texts", "Its label by language; ours."),
        "framework": as_defined("id", "A term of frameworks."),
        "unit": as_defined("texts", "What is counted, by language."),
        "targets": list_of(
            object_of(
                "What was aimed at; an aim, not a result.",
                {"at": plain_text("The year of the project, or final."), "value": figure("The figure.")},
                {"year": as_defined("date", "The calendar year."), "basis": plain_text("ours: a sum that the source does not print.")},
            ),
            "What was aimed at, as printed.",
        ),
        "targets_below_baseline": yes_or_no("Whether every target lies below the baseline."),
        "dropped": yes_or_no("Whether it was given up."),
        "counts_types": ids_of("Types of the works that it counts; all where it is empty and counts is works."),
        "explained": as_defined("texts", "Why the library's figure is not the reported one."),
        "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where the figures were read."),
    },
    {
        "number": plain_text("Its number as printed."),
        "baseline": figure("Where it began."),
        "baseline_year": as_defined("date", "Year of the baseline."),
        "baseline_text": as_defined("texts", "Where it began, in words."),
        "reached": figure("What was reported."),
        "reached_on": as_defined("date", "Day to which the reported figure applies."),
        "together_with": as_defined("id", "The indicator with which it has the reported figure in common."),
        "counts": plain_text("What it counts of the library's records: works or issues."),
        "counts_basis": plain_text("stated, or ours where the indicator does not say what it counts."),
        "counted": whole_number("What the records give today."),
        "note": plain_text("Doubtful readings."),
    },
)
"""Of one entry of the list."""

COLUMNS = (
    *("framework", "id", "number", "label", "unit", "baseline", "baseline_year", "target", "target_at"),
    *("reached", "reached_by", "counted", "counted_on", "dropped", "targets_below_baseline"),
)


def entries(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    """The entries of the list, in the order of the frameworks."""
    for _, held in results(catalogue):
        yield from map(_entry, held)


def _entry(result: Result) -> dict[str, Any]:
    each = result.indicator
    baseline, reached, counts = each.baseline, each.reached, each.counts
    found = {
        "id": each.id,
        "label": each.label,
        "framework": each.framework,
        "unit": each.unit,
        "number": each.number,
        "baseline": _plain(baseline.value) if baseline else None,
        "baseline_year": str(baseline.year) if baseline and baseline.year else None,
        "baseline_text": baseline.text if baseline else None,
        "targets": [
            _known(at=target.at, value=_plain(target.value), year=str(target.year) if target.year else None, basis=target.basis)
            for target in each.targets
        ],
        "targets_below_baseline": result.below_baseline,
        "reached": _plain(reached.value) if reached else None,
        "reached_on": str(reached.on) if reached and reached.on else None,
        "together_with": reached.together_with if reached else None,
        "dropped": each.dropped is not None,
        "counts": counts.records if counts else None,
        "counts_types": counts.types if counts else (),
        "counts_basis": counts.basis if counts else None,
        "counted": result.counted,
        "explained": each.explained or {},
        "note": each.note,
        "provenance": [_known(source=source.source, at=source.at, url=source.url) for source in each.provenance],
    }
    return _known(**found)


def csv(catalogue: Catalogue, language: str) -> str:
    """The indicators as CSV, a row each, with labels in a language; what is not known is an empty cell."""
    day = str(last_change(catalogue.works.values()))
    rows = []
    for framework, held in results(catalogue):
        for result in held:
            each, aim = result.indicator, result.aim
            cells = [
                framework.id,
                each.id,
                each.number,
                each.label[language],
                each.unit[language],
                each.baseline.value if each.baseline else None,
                each.baseline.year if each.baseline else None,
                aim.value if aim else None,
                aim.at if aim else None,
                each.reached.value if each.reached else None,
                (each.reached.on or framework.reported_by) if each.reached else None,
                result.counted,
                day if result.counted is not None else None,
                "yes" if each.dropped else "no",
                "yes" if result.below_baseline else "no",
            ]
            rows.append(table.row(["" if cell is None else str(cell) for cell in cells]))
    return table.join(rows, COLUMNS)


def _plain(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _known(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None and value != ""}
