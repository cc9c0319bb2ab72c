"""The files of the whole library that are no citations: which there are, who reads them, and how they are made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from library.citations.deposits.crossref import NO_EMAIL
from library.citations.formats import table, workbook
from library.citations.library import Library
from library.exports import marc, oai, sqlite
from library.press.output import Note, OutputFile


@dataclass(frozen=True)
class WholeExport:
    """A file of all publications: ``readers`` is who reads it."""

    path: str
    label: str
    media_type: str
    readers: str
    make: Callable[[Library], str | bytes]


def _sqlite(library: Library) -> bytes:
    site = library.site
    citations = (citation for placed in library.catalogue.listed for citation in library.citing.of_work(placed))
    return sqlite.database(citations, site.names[site.languages[0]], site.url)


def _workbook(library: Library) -> bytes:
    return workbook.workbook(table.values(citation) for placed in library.catalogue.offered for citation in library.citing.of_work(placed))


def _marc(library: Library) -> str:
    return marc.collection(library.catalogue, library.citing, library.catalogue.listed)


def _oai(library: Library) -> str:
    email = library.settings.deposit_email or NO_EMAIL
    return oai.repository(library.catalogue, library.citing, library.site, library.catalogue.listed, email)


WHOLE = (
    WholeExport("exports/library.xlsx", workbook.LABEL, workbook.MEDIA_TYPE, "Excel, LibreOffice, Numbers, Google Sheets", _workbook),
    WholeExport("exports/library.sqlite", "SQLite", "application/vnd.sqlite3", "Datasette, DB Browser for SQLite, R, Python", _sqlite),
    WholeExport("exports/library.marc.xml", "MARCXML", "application/marcxml+xml", "Koha, Alma, Aleph, yaz-marcdump, pymarc", _marc),
    WholeExport(oai.PATH, "OAI-PMH", "application/xml", "OAI static repository gateways", _oai),
)


def whole(library: Library) -> Iterator[OutputFile | Note]:
    """The files, each with a row of what it is, as the manifest of citations has them."""
    works = len(library.catalogue.listed)
    editions = sum(len(placed.work.editions) for placed in library.catalogue.listed)
    rows = []
    for export in WHOLE:
        file = OutputFile(export.path, export.make(library))
        data = file.data
        rows.append(
            {
                "path": export.path,
                "format": export.label,
                "media_type": export.media_type,
                "works": works,
                "editions": editions,
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
        yield OutputFile(export.path, data)
    yield Note(json.dumps(rows))
