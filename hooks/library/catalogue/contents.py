"""What is in a document that the library holds: the kind of file that its name says, whole enough to be opened."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

SIZE_LIMIT = 100_000_000
"""Bytes; hosts of repositories take no larger file."""

_HEAD = 1_024
"""Bytes within which a PDF begins (ISO 32000-1, Annex H, 3.4.1)."""

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|script|\?xml[^>]*>\s*<(?:!doctype\s+)?html)", re.IGNORECASE)

_PARTS = {"docx": "word/", "xlsx": "xl/", "epub": "META-INF/container.xml"}
"""What the zip of a format has in it."""


def fault_of(path: Path) -> str:
    """What is wrong with a document, as the end of a sentence that begins with its name; empty where nothing is. Raises OSError."""
    if path.stat().st_size == 0:
        return "is empty"
    with path.open("rb") as file:
        head = file.read(_HEAD)
    ending = path.suffix[1:].lower()
    if _HTML.match(head):
        return "is a page of a website and no document; perhaps it says that the document was not found"
    if ending == "pdf":
        return "" if b"%PDF-" in head else "is no PDF: it does not begin with %PDF-"
    if ending == "csv":
        return _of_table(path)
    return _of_zip(path, ending)


def _of_table(path: Path) -> str:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return f"is no UTF-8 text: byte {error.object[error.start]:#04x} at {error.start}"
    return "is no table in text: it has control characters in it" if "\x00" in text else ""


def _of_zip(path: Path, ending: str) -> str:
    try:
        with zipfile.ZipFile(path) as packed:
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError, EOFError) as error:
        return f"is no {ending.upper()} that can be opened: {error}"
    part = _PARTS.get(ending, "")
    if not any(name.startswith(part) for name in names):
        return f"is no {ending.upper()}: there is no {part} in it" if part else "is a zip with nothing in it"
    return ""
