"""Evidence of participation in the API: as a list with its schema, and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.citations.formats import table
from library.machines.api.definitions import REFERENCE, as_defined, list_of, object_of, plain_text
from library.machines.api.descriptions import known

SCHEMA = object_of(
    "A piece of evidence that a country took part. The list is no list of members: what no source says is not in it.",
    {
        "id": REFERENCE,
        "country": as_defined("id", "A term of countries."),
        "kind": plain_text("What the source tells; planned-event is a plan."),
        "participating": plain_text(
            "Whether the source says that the country participates: said, implied, as-partner, of-the-project, not-said."
        ),
        "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where it was read."),
    },
    {"date": as_defined("date", "When."), "note": plain_text("Doubts.")},
)

COLUMNS = ("id", "country", "date", "kind", "participating", "sources", "note")


def entries(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    for each in catalogue.vocabularies["participation"].terms.values():
        yield known(
            id=each.id,
            country=each.country,
            kind=each.kind,
            date=str(each.date) if each.date else None,
            participating=each.participating,
            note=each.note,
            provenance=[known(source=source.source, at=source.at, url=source.url) for source in each.provenance],
        )


def csv(catalogue: Catalogue, language: str) -> str:
    """A row for each piece; several sources in one cell are divided by ``; ``."""
    rows = []
    for entry in entries(catalogue):
        sources = "; ".join(" ".join(part for part in (source.get("source"), source.get("at")) if part) for source in entry["provenance"])
        rows.append(table.row([str({**entry, "sources": sources}.get(name, "")) for name in COLUMNS]))
    return table.join(rows, COLUMNS)
