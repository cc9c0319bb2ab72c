"""SHA-256 of held documents, written into their records."""

from __future__ import annotations

from functools import partial
from typing import Any

from library.catalogue import documents
from library.catalogue.catalogue import Catalogue, Placed
from library.keeping import texts
from library.keeping.changes import Changes
from library.keeping.renaming import at, kind_of


def fill_in(catalogue: Catalogue) -> Changes:
    """What becomes of the records of documents whose SHA-256 is not stated yet."""
    changes = Changes(catalogue.folder)
    for placed in catalogue.works.values():
        missing = _missing(catalogue, placed)
        if missing:
            texts.edit(changes, placed.record.path, kind_of(placed), partial(_write, placed, missing))
    return changes


def _missing(catalogue: Catalogue, placed: Placed) -> dict[int, str]:
    """By the number of the edition."""
    found = {}
    for number, edition in enumerate(placed.work.editions):
        document = documents.held(catalogue, placed, edition)
        if document and not edition.sha256:
            found[number] = document.sha256
    return found


def _write(placed: Placed, missing: dict[int, str], data: Any) -> None:
    for number, checksum in missing.items():
        at(data, (*placed.keys, "editions", number))["sha256"] = checksum
