"""RIS: two-letter tags, one value a line, CRLF, UTF-8 without a byte order mark.

A body's name ends in a comma, by which EndNote and Zotero keep it whole, and a comma within it is a low
one (see ``COMMA_OF_BODIES``). A report's SN
would be read as its number, and its OP as a table of contents (EndNote's reference types,
which Zotero's translator follows: https://github.com/zotero/translators, RIS.js), so an
ISBN and the original of a translation go to N1 there, and so does the number in its series,
of which Zotero would keep a bare figure. Of several SN readers take one, so a book's ISBNs
stand in one line. The English title is no TT, which citation-js takes for the title. A paper's conference is T2 and its proceedings C3, as both programs have it. L1 is fetched as a PDF, so only a
PDF stands in it. A value never holds a line break: readers take the next line for a tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from library.catalogue.names import Name
from library.catalogue.pages import ends, with_dash
from library.citations.citation import Citation
from library.citations.formats import remarks
from library.citations.kinds import KINDS

COMMA_OF_BODIES = "\u201a"
"""Stands for a comma in a body's name. RIS divides names at commas and has no sign against it: of ``Ministry of Labour,
Family and Social Protection`` every reader makes a person, with or without a comma at its end, and EndNote's own two
commas help nowhere else. This sign looks the same, Windows-1252 has it too, and Zotero, citation-js and pandoc keep the name whole."""

_NUMBERS = {"article": "C7", "report": "SN"}
"""Where a work's own number stands: that of an article as EndNote has it, that of a report as both have it."""


def entry(citation: Citation) -> str:
    """One record from TY to ER, lines ended by CRLF."""
    lines = [f"{tag}  - {' '.join(value.split())}" for tag, value in _tags(citation) if value]
    return "\r\n".join([*lines, "ER  - "]) + "\r\n"


def join(entries: Iterable[str]) -> str:
    """A file of records, with an empty line between them."""
    return "\r\n".join(entries)


def _name(name: Name) -> str:
    return f"{name.literal.replace(',', COMMA_OF_BODIES)}," if name.literal else name.inverted


def _tags(citation: Citation) -> Iterator[tuple[str, str]]:
    issued = citation.issued
    row = KINDS[citation.kind]
    article = citation.kind == "article"
    yield "TY", row.ris
    yield "ID", citation.key
    for name in citation.authors:
        yield "AU", _name(name)
    for name in citation.editors:
        yield ("A2" if row.part else "A3" if citation.kind == "book" else "ED"), _name(name)
    for name in citation.translators:
        yield "A4", _name(name)
    yield "TI", citation.title
    yield from _whole(citation)
    first, last = ends(citation.pages)
    yield (
        "SP",
        (with_dash(citation.pages) if ", " in citation.pages else first)
        or (str(citation.extent) if citation.extent and not row.part else ""),
    )
    yield "EP", last
    if issued:
        yield "PY", f"{issued.year:04d}"
        yield "DA", "/".join([f"{issued.year:04d}"] + [f"{part:02d}" for part in (issued.month, issued.day) if part])
    yield "M3", citation.genre
    yield "PB", citation.publisher
    yield "CY", "; ".join(citation.places)
    yield "SN", " ".join(citation.issn if article else citation.isbns or citation.issn if row.part or citation.kind == "book" else ())
    yield "DO", citation.doi
    yield "CN", "; ".join(citation.classes)
    yield "UR", citation.url
    if citation.document and citation.document.media_type == "application/pdf":
        yield "L1", citation.document_url
    yield "LA", ", ".join(filter(None, (citation.language, *citation.further_languages)))
    for keyword in citation.keywords:
        yield "KW", keyword
    yield "AB", citation.abstract
    for remark in _notes(citation):
        yield "N1", remark


def _whole(citation: Citation) -> Iterator[tuple[str, str]]:
    """The original of a translation, what a work stands in and its place there, its edition and numbers."""
    row, report = KINDS[citation.kind], citation.kind == "report"
    original = citation.translated_from
    if original and not report:
        yield "OP", f"{original.title} ({original.key})"
    elif citation.original_title and not report:
        yield "OP", citation.original_title
    yield "T2", (citation.event if citation.kind == "conference-paper" else "") or citation.container or citation.series
    if citation.kind == "conference-paper":
        yield "C3", citation.container
    yield "T3", citation.series if citation.container else ""
    yield "VL", citation.volume
    yield "NV", str(citation.volumes or "")
    yield "ET", citation.edition
    yield _NUMBERS.get(citation.kind, "M1"), citation.own_number
    yield ("IS" if row.part else "M1"), "" if report else citation.number or citation.series_number


def _notes(citation: Citation) -> Iterator[str]:
    """What no tag is for, or none that readers take."""
    yield from remarks.withdrawn(citation)
    yield from remarks.corrected(citation)
    yield from remarks.funding(citation)
    yield from remarks.issued(citation.issued)
    yield from remarks.event(citation)
    yield from remarks.original(citation)
    yield from remarks.identifiers(citation)
    if citation.isbn and not (KINDS[citation.kind].part or citation.kind == "book"):
        yield f"ISBN {', '.join(citation.isbn)}"
    if citation.kind == "report" and citation.series_number:
        yield remarks.series(citation)
    if citation.supplied:
        yield remarks.SUPPLIED
    if english := remarks.english_title_alone(citation):
        yield f"In English: {english}"
    if citation.abstract_supplied:
        yield remarks.ABSTRACT_SUPPLIED
    if citation.and_others:
        yield remarks.MORE_AUTHORS
    yield from remarks.other_editions(citation)
    if citation.document and citation.document.media_type != "application/pdf":
        yield f"Document: {citation.document_url}"
    if citation.licence:
        yield f"Licence: {citation.licence}"
