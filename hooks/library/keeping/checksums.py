"""SHA-256 of held documents and covers, written into their records."""

from __future__ import annotations

from functools import partial
from typing import Any

from library.catalogue import covers, documents
from library.catalogue.catalogue import Catalogue, Placed
from library.keeping import texts
from library.keeping.changes import Changes
from library.keeping.renaming import at, kind_of

Stated = dict[tuple[str | int, ...], str]
"""SHA-256 by the place of its field in the work."""


def fill_in(catalogue: Catalogue) -> Changes:
    """What becomes of the records of documents and covers whose SHA-256 is not stated yet."""
    changes = Changes(catalogue.folder)
    for placed in catalogue.works.values():
        missing = _missing(catalogue, placed)
        if missing:
            texts.edit(changes, placed.record.path, kind_of(placed), partial(_write, placed, missing))
    return changes


def _missing(catalogue: Catalogue, placed: Placed) -> Stated:
    found: Stated = {}
    for number, edition in enumerate(placed.work.editions):
        document = documents.held(catalogue, placed, edition)
        if document and not edition.sha256:
            found["editions", number, "sha256"] = document.sha256
    picture = covers.source_of(catalogue, placed)
    if picture and not placed.work.cover_sha256:
        found["cover_sha256",] = documents.checksum(picture)
    return found


def _write(placed: Placed, missing: Stated, data: Any) -> None:
    for (*keys, name), checksum in missing.items():
        at(data, (*placed.keys, *keys))[name] = checksum
