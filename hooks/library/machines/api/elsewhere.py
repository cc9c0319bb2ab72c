"""What others have, in the API: as a list with its schema, and as a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.languages import text_in
from library.citations.formats import table
from library.machines.api.definitions import REFERENCE, as_defined, ids_of, list_of, object_of, plain_text, yes_or_no
from library.machines.api.descriptions import known

SCHEMA = object_of(
    "A platform or a work of others. It is no work of the library and is not counted with them.",
    {
        "id": REFERENCE,
        "kind": plain_text("platform or work."),
        "title": as_defined("texts", "As printed, or in our words where described is true."),
        "described": yes_or_no("Whether no title is printed."),
        "authors": list_of({"type": "string"}, "Authors as printed."),
        "themes": ids_of("Terms of themes."),
        "countries": ids_of("Terms of countries."),
        "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where it is named."),
    },
    {
        "bodies": plain_text("Whose it is, as printed."),
        "issued": as_defined("date", "Date of issue."),
        "number": plain_text("Number of a document."),
        "printed_address": plain_text("Address as printed, complete or not."),
        "opened": as_defined("date", "When a person opened the address and found it; without it nobody has."),
        "unusable": plain_text("Why the address cannot be used."),
        "note": plain_text("Doubtful readings."),
    },
)

COLUMNS = ("id", "kind", "title", "described", "authors", "bodies", "issued", "number", "printed_address", "opened", "themes", "countries")


def entries(catalogue: Catalogue) -> Iterator[dict[str, Any]]:
    for each in catalogue.vocabularies["elsewhere"].terms.values():
        yield known(
            id=each.id,
            kind=each.kind,
            title=each.label,
            described=each.described is not None,
            authors=each.authors,
            bodies=each.bodies,
            issued=str(each.issued) if each.issued else None,
            number=each.number,
            printed_address=each.printed_address,
            opened=str(each.opened) if each.opened else None,
            unusable=each.unusable,
            themes=each.themes,
            countries=each.countries,
            note=each.note,
            provenance=[known(source=source.source, at=source.at, url=source.url) for source in each.provenance],
        )


def csv(catalogue: Catalogue, language: str) -> str:
    """A row for each entry; several values in one cell are divided by ``; ``."""
    rows = []
    for entry in entries(catalogue):
        cells = {
            **{name: entry.get(name, "") for name in COLUMNS},
            "title": text_in(entry["title"], language),
            "described": "yes" if entry["described"] else "no",
            **{name: "; ".join(entry[name]) for name in ("authors", "themes", "countries")},
        }
        rows.append(table.row([str(cells[name]) for name in COLUMNS]))
    return table.join(rows, COLUMNS)
