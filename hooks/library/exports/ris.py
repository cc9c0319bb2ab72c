"""RIS: two-letter tags, one value a line, CRLF, UTF-8 without a byte order mark.

A body's name ends in a comma, by which EndNote and Zotero keep it whole. A report's SN
would be read as its number, so an ISBN goes to N1 there. A value never holds a line
break: readers take the next line for a tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..citations import Citation, Name

_TYPES = {"article": "JOUR", "book": "BOOK", "report": "RPRT"}


def entry(citation: Citation) -> str:
    """One record from TY to ER, lines ended by CRLF."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(citation) if value]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def join(entries: Iterable[str]) -> str:
    """A file of records, with an empty line between them."""
    return "\r\n".join(entries)


def _name(name: Name) -> str:
    return f"{name.literal}," if name.literal else name.inverted


def _tags(citation: Citation) -> Iterator[tuple[str, str]]:
    issued = citation.issued
    article, report = citation.kind == "article", citation.kind == "report"
    yield "TY", _TYPES[citation.kind]
    yield "ID", citation.key
    for name in citation.authors:
        yield "AU", _name(name)
    for name in citation.editors:
        yield ("A2" if article else "A3" if citation.kind == "book" else "ED"), _name(name)
    for name in citation.translators:
        yield "A4", _name(name)
    yield "TI", citation.title
    for _, text in citation.other_titles:
        yield "TT", text
        break
    yield "T2", citation.container or citation.series
    yield "VL", citation.volume
    yield ("IS" if article else "M1"), citation.number or citation.series_number
    first, _, last = citation.pages.partition("-")
    yield "SP", first or (str(citation.extent) if citation.extent else "")
    yield "EP", last
    if issued:
        yield "PY", f"{issued.year:04d}"
        yield "DA", "/".join([f"{issued.year:04d}"] + [f"{part:02d}" for part in (issued.month, issued.day) if part])
    yield "M3", citation.genre if report else ""
    yield "PB", citation.publisher
    yield "CY", citation.place
    if citation.kind == "book":
        for isbn in citation.isbn:
            yield "SN", isbn
    elif article:
        for issn in citation.issn:
            yield "SN", issn
    elif citation.isbn:
        yield "N1", f"ISBN {', '.join(citation.isbn)}"
    yield "DO", citation.doi
    yield "UR", citation.url
    yield "LA", citation.language
    for keyword in citation.keywords:
        yield "KW", keyword
    yield "AB", citation.abstract
    if citation.supplied:
        yield "N1", "Title supplied by the library"
    if citation.and_others:
        yield "N1", "The source names only the first authors"
