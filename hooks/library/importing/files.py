"""Files as they are given to an import: which format they are in, and what their bytes mean."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from library.catalogue.problems import part
from library.importing.entries import Reading, Unreadable

SIZE_LIMIT = 200_000_000
"""Bytes. Ten thousand entries with abstracts take some 20 million."""

FORMATS = ("bibtex", "ris", "csl", "table", "workbook", "ojs", "oai_dc", "marcxml")


def read(path: Path, named: str = "") -> Reading:
    """All of a file. ``named`` is its format, found by its content where it is not given. Raises Unreadable."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= SIZE_LIMIT else b""
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be read: {error.strerror}", "look at its name and its permissions") from None
    if size > SIZE_LIMIT:
        raise Unreadable(f"{path.name} has {size:,} bytes; an import takes at most {SIZE_LIMIT:,}", "divide it into several files")
    if not raw.strip():
        raise Unreadable(f"{path.name} is empty", "save or download it anew")
    if raw.startswith(b"%PDF-"):
        raise Unreadable(f"{path.name} is a document", "lay it beside a file of its records, and name it there")
    if named == "workbook" or raw.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return _with_entries(_workbook(path), path.name, "workbook")
    text, remark = decoded(raw)
    found = named or format_of(path.name, text)
    if not found:
        raise Unreadable(f"{path.name} is in no format that is known", f"name it with --format: {', '.join(FORMATS)}")
    try:
        reading = _READERS[found](text, path.name)
    except ImportError as error:
        raise _not_installed(found, error) from None
    if remark:
        reading.remarks.insert(0, part(f"{path.name}: {remark}"))
    return _with_entries(reading, path.name, found)


def _with_entries(reading: Reading, name: str, found: str) -> Reading:
    if not reading.entries and not reading.broken:
        raise Unreadable(f"{name} has no entry ({found})", "look whether it is the right file")
    return reading


def _workbook(path: Path) -> Reading:
    try:
        from library.importing.reading import workbook
    except ImportError as error:
        raise _not_installed("workbook", error) from None
    return workbook.read(path)


def _not_installed(found: str, error: ImportError) -> Unreadable:
    said = f"{found} is read by {error.name}, which is not installed"
    return Unreadable(said, 'install what imports take: pip install "library[import]"')


def decoded(raw: bytes) -> tuple[str, str]:
    """The text of bytes, and a remark where they are no UTF-8: then they are read as what such files mostly are."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            try:
                return raw.decode(encoding), ""
            except UnicodeDecodeError as error:
                raise Unreadable(f"the file begins as {encoding} and has other bytes at {error.start}", "save it as UTF-8") from None
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        cyrillic = raw.decode("cp1251", errors="replace")
        letters = len(re.findall("[а-яёА-ЯЁ]{3}", cyrillic))
        encoding, called = (
            ("cp1251", "Windows-1251") if letters * 3 > len(re.findall(rb"[\x80-\xff]", raw)) / 2 else ("cp1252", "Windows-1252")
        )
        said = f"it is not UTF-8 (first in line {line}) and was read as {called}: compare a few titles, or save it as UTF-8"
        return raw.decode(encoding, errors="replace"), said


def format_of(name: str, text: str) -> str:
    """The format of a file, by its content, then by its ending; empty where neither tells."""
    head = text.lstrip("\ufeff \t\r\n")[:4_000]
    if re.match(r"(?i)<!doctype html|<html", head):
        raise Unreadable(f"{name} is a page of a website", "perhaps it says that the file was not found: download it anew")
    if head[:1] == "<":
        return _xml_format(head)
    if head[:1] in "[{" and head[:1]:
        return _json_format(name, text)
    if re.search(r"(?m)^TY {1,2}- ", head):
        return "ris"
    if re.search(r"(?m)^\s*@\w+\s*[{(]", head):
        return "bibtex"
    return {"bib": "bibtex", "ris": "ris", "json": "csl", "csv": "table", "tsv": "table", "tab": "table"}.get(
        name.rpartition(".")[2].lower(), ""
    )


def _xml_format(head: str) -> str:
    """By the namespaces and elements that a file begins with."""
    if re.search(r"loc\.gov/MARC21|<(?:\w+:)?leader>", head):
        return "marcxml"
    if re.search(r"oai_dc|OAI-PMH|purl\.org/dc/elements", head):
        return "oai_dc"
    return "ojs" if re.search(r"pkp\.sfu\.ca|<(?:issues?|articles?)\b", head) else ""


def _json_format(name: str, text: str) -> str:
    try:
        json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        raise Unreadable(f"{name}:{line}: this is no JSON: {error}", "save or download it anew") from None
    return "csl"


def _bibtex(text: str, name: str) -> Reading:
    from library.importing.reading import bibtex

    return bibtex.read(text, name)


def _ris(text: str, name: str) -> Reading:
    from library.importing.reading import ris

    return ris.read(text, name)


def _csl(text: str, name: str) -> Reading:
    from library.importing.reading import csl_json

    return csl_json.read(text, name)


def _table(text: str, name: str) -> Reading:
    from library.importing.reading import table

    return table.read(text, name)


def _xml(reader: str) -> Callable[[str, str], Reading]:
    def read_xml(text: str, name: str) -> Reading:
        from library.importing.reading import marcxml, oai_dc, ojs, xml

        readers = {"marcxml": marcxml.read, "oai_dc": oai_dc.read, "ojs": ojs.read}
        return readers[reader](xml.parse(text, name), name)

    return read_xml


_READERS: Mapping[str, Callable[[str, str], Reading]] = {
    "bibtex": _bibtex,
    "ris": _ris,
    "csl": _csl,
    "table": _table,
    **{reader: _xml(reader) for reader in ("ojs", "oai_dc", "marcxml")},
}
"""Each imports its library when it is wanted."""
