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

from library.catalogue.names import Name
from library.catalogue.pages import with_dash
from library.citations.citation import Citation
from library.citations.formats import remarks

COLUMNS = (
    "key",
    "work",
    "type",
    "title",
    "title_language",
    "title_supplied",
    "title_english",
    "other_titles",
    "authors",
    "more_authors",
    "editors",
    "translators",
    "year",
    "issued",
    "language",
    "journal",
    "volume",
    "issue",
    "pages",
    "extent",
    "series",
    "series_number",
    "publisher",
    "place",
    "isbn",
    "issn",
    "doi",
    "url",
    "address",
    "document_url",
    "licence",
    "keywords",
    "summary",
    "summary_language",
    "summary_supplied",
    "translation_of",
    "other_editions",
    "added",
    "revised",
    "withdrawn",
    "host",
    "host_isbn",
    "event",
    "degree",
    "further_languages",
    "edition",
    "number",
    "volumes",
    "original_title",
    "original_language",
    "original_issued",
    "withdrawn_because",
    "replaced_by",
    "corrected",
    "identifiers",
)
"""Several values in a cell stand apart by "; ". ``title_english`` is the English title of a
document in another language, ``other_titles`` are those in the further languages of the site,
each behind its tag: ``ru: …``. ``title_supplied``, ``summary_supplied`` and ``more_authors`` are
``yes`` or empty; ``translation_of`` and ``other_editions`` are keys of other rows. ``host`` is the title of the book
that a chapter or paper stands in, ``host_isbn`` its ISBNs; that of an article is its ``journal``.
``number`` is that of a report, standard, law or article itself. ``replaced_by`` is the key of what stands in the place of a
withdrawn work, ``corrected`` are days; ``identifiers`` are further ones and class marks, each behind its scheme: ``udc: 351/354``."""

_BREAKS = re.compile(r"\s*[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_FORMULA = re.compile(r"[=+\-@＝＋－＠]")
_PLAIN = re.compile(r"(?![ =+\-@＝＋－＠])[^\",\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*")
_QUOTED = re.compile(r'[",]|^ ')


def entry(citation: Citation) -> str:
    """One row, without the line break at its end."""
    return row(values(citation))


def row(values: Iterable[str]) -> str:
    """The cells of a row, safe from being run as formulas."""
    return ",".join([_cell(value) if value else "" for value in values])


def join(entries: Iterable[str], columns: Iterable[str] = COLUMNS) -> str:
    """A file of rows under the names of the columns."""
    return "\ufeff" + "".join(f"{line}\r\n" for line in (",".join(columns), *entries))


def in_one_line(text: str) -> str:
    return _BREAKS.sub(" ", text)


def _cell(text: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    text = in_one_line(text)
    if _FORMULA.match(text):
        text = f" {text}"
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _names(people: Iterable[Name]) -> str:
    return "; ".join([name.inverted for name in people])


def values(citation: Citation) -> tuple[str, ...]:
    """The cells of a row, in the order of ``COLUMNS``."""
    original = citation.translated_from
    return (
        citation.key,
        citation.work,
        citation.type,
        citation.title,
        citation.title_language,
        "yes" if citation.supplied else "",
        remarks.english_title(citation),
        "; ".join([f"{language}: {text}" for language, text in citation.other_titles if language != "en"]),
        _names(citation.authors),
        "yes" if citation.and_others else "",
        _names(citation.editors),
        _names(citation.translators),
        str(citation.issued.year) if citation.issued else "",
        str(citation.issued or ""),
        citation.language,
        citation.container if citation.kind == "article" else "",
        citation.volume,
        citation.number,
        with_dash(citation.pages),
        str(citation.extent or ""),
        citation.series,
        citation.series_number,
        citation.publisher,
        "; ".join(citation.places),
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
        "yes" if citation.abstract_supplied else "",
        original.key if original else "",
        "; ".join([sibling.key for sibling in citation.siblings]),
        str(citation.added),
        str(citation.changed) if citation.changed != citation.added else "",
        str(citation.withdrawn or ""),
        citation.container if citation.kind != "article" else "",
        "; ".join(citation.host_isbn),
        citation.event,
        citation.degree,
        "; ".join(citation.further_languages),
        citation.edition,
        citation.own_number,
        str(citation.volumes or ""),
        citation.original_title,
        citation.original_language,
        str(citation.original_date or ""),
        citation.because,
        citation.replaced_by.key if citation.replaced_by else "",
        "; ".join([str(each.day) for each in citation.corrected]),
        "; ".join([f"{scheme}: {value}" for scheme, value in citation.identifiers]),
    )
