"""Documents that the library itself holds: where they are published, their kind and size."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.model import Edition

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "epub": "application/epub+zip",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "zip": "application/zip",
}
"""By ending; the endings that a record's ``file`` may have."""


@dataclass(frozen=True)
class Document:
    """A held document: ``source`` on disk, ``path`` from the site's root, ``size`` in bytes, SHA-256 in hex."""

    source: Path
    path: str
    media_type: str
    size: int
    sha256: str


def held(catalogue: Catalogue, placed: Placed, edition: Edition) -> Document | None:
    """The document of an edition, or None where the library holds none.

    It lies in the folder of the work's page in the document's own language, as Google Scholar
    asks ("in the same subdirectory as the HTML abstract",
    https://scholar.google.com/intl/en/scholar/inclusion.html); a document whose language is
    none of the site's, or not stated, lies beside the page in the default language.
    """
    if not edition.file:
        return None
    source = catalogue.folder / "files" / edition.file
    size, sha256 = _measured(source, source.stat().st_mtime_ns)
    return Document(
        source,
        f"{folder_language(catalogue, edition)}{placed.address}/{edition.file}",
        MEDIA_TYPES[edition.file.rsplit(".", 1)[-1]],
        size,
        sha256,
    )


def offered(catalogue: Catalogue, placed: Placed, edition: Edition) -> Document | None:
    """The document of an edition, unless its work was withdrawn: then nobody is to find it here."""
    return None if placed.work.withdrawn else held(catalogue, placed, edition)


def page_language(catalogue: Catalogue, edition: Edition) -> str:
    """The language of the page that an edition's document belongs beside."""
    return edition.language if edition.language in catalogue.languages else catalogue.languages[0]


def folder_language(catalogue: Catalogue, edition: Edition) -> str:
    """``ru/``, or nothing for the default language."""
    language = page_language(catalogue, edition)
    return "" if language == catalogue.languages[0] else f"{language}/"


def checksum(source: Path) -> str:
    """SHA-256 of a file in hex; read once as long as it stays as it is."""
    return _measured(source, source.stat().st_mtime_ns)[1]


@cache
def _measured(source: Path, modified: int) -> tuple[int, str]:
    data = source.read_bytes()
    return len(data), hashlib.sha256(data).hexdigest()
