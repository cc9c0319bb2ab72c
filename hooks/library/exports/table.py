"""A table for spreadsheets and statistics: one row per edition, one column per fact, the same columns in every file.

RFC 4180: commas, double quotes, CRLF. UTF-8 with a byte order mark, without which Excel
takes Cyrillic for another encoding; R reads it by ``readr::read_csv``, or by ``read.csv``
with ``fileEncoding = "UTF-8-BOM"``, pandas and LibreOffice as it is. Excel in a language
that writes numbers with a decimal comma opens it by Data, From Text/CSV.

A cell that begins like a formula would be run as one, so a space is put before it
(https://owasp.org/www-community/attacks/CSV_Injection). No text of the catalogue begins
with a space: a reader that strips cells gets every text as it was. Pages have an en dash,
because spreadsheets take ``5-19`` for a day in May.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..citations import Citation, Name
from . import remarks

LANGUAGES = ("en", "ru", "kk", "ko")
"""Languages with a column for the title: those of the site, in which every work has one. A
column each is what a table is joined, sorted and filtered by; a cell with all of them would
have to be taken apart first."""

COLUMNS = (
    "key", "work", "type", "title", "title_language", "title_supplied", *(f"title_{language}" for language in LANGUAGES),
    "authors", "more_authors", "editors", "translators", "year", "issued", "language", "journal", "volume", "issue", "pages", "extent",
    "series", "series_number", "publisher", "place", "isbn", "issn", "doi", "url", "address", "document_url", "licence", "keywords",
    "summary", "summary_language", "translation_of", "other_editions", "added", "revised",
)
"""Several values in a cell stand apart by "; ". ``title_supplied`` and ``more_authors`` are
``yes`` or empty; ``translation_of`` and ``other_editions`` are keys of other rows."""

_BREAKS = re.compile(r"\s*[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_PLAIN = re.compile(r"(?![ =+\-@＝＋－＠])[^\",\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*")
_QUOTED = re.compile(r'[",]|^ ')


def entry(citation: Citation) -> str:
    """One row, without the line break at its end."""
    return ",".join([_cell(value) if value else "" for value in _values(citation)])


def join(entries: Iterable[str]) -> str:
    """A file of rows under the names of the columns."""
    return "\ufeff" + "".join(f"{row}\r\n" for row in (",".join(COLUMNS), *entries))


def _cell(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    text = _BREAKS.sub(" ", text)
    if _FORMULA.match(text):
        text = f" {text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _names(people: Iterable[Name]) -> str:
    return "; ".join([name.inverted for name in people])


def _values(citation: Citation) -> tuple[str, ...]:
    """The cells of a row, in the order of ``COLUMNS``."""
    titles = {**dict(citation.other_titles), citation.title_language: citation.title}
    original = remarks.original(citation)
    return (
        citation.key,
        citation.work,
        citation.type,
        citation.title,
        citation.title_language,
        "yes" if citation.supplied else "",
        *[titles.get(language, "") for language in LANGUAGES],
        _names(citation.authors),
        "yes" if citation.and_others else "",
        _names(citation.editors),
        _names(citation.translators),
        str(citation.issued.year) if citation.issued else "",
        str(citation.issued or ""),
        citation.language,
        citation.container,
        citation.volume,
        citation.number,
        citation.pages.replace("-", "–"),
        str(citation.extent or ""),
        citation.series,
        citation.series_number,
        citation.publisher,
        citation.place,
        "; ".join(citation.isbn),
        "; ".join(citation.issn),
        citation.doi,
        citation.url,
        citation.address,
        citation.document_url,
        citation.licence,
        "; ".join(citation.keywords),
        citation.abstract,
        citation.abstract_language,
        original.key if original else "",
        "; ".join([sibling.key for sibling in citation.siblings]),
        str(citation.added),
        str(citation.changed) if citation.changed != citation.added else "",
    )
