"""BibTeX, in the dialect that BibTeX, biber, JabRef and Zotero all read.

What it has no field for stands in ``note``: the English title, the translator, a report's
series, and how the other editions of the work relate to this one, with their keys.
"""

from __future__ import annotations

from library.citations.citation import Citation
from library.citations.formats import remarks, tex
from library.citations.formats.tex import escape, join, names, title

__all__ = ["entry", "join"]

_TYPES = {"article": "article", "book": "book", "report": "techreport"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(citation: Citation) -> str:
    """One entry, fields in settled order, without a line break at its end."""
    return tex.entry(_TYPES[citation.kind], citation.key, _fields(citation), bare="month")


def _fields(citation: Citation) -> list[tuple[str, str]]:
    issued = citation.issued
    report = citation.kind == "report"
    article = citation.kind == "article"
    return [
        ("author", names(citation.authors, citation.and_others)),
        ("editor", names(citation.editors)),
        ("title", title(citation.title, citation.title_language, citation.proper_names)),
        ("year", str(issued.year) if issued else ""),
        ("month", _MONTHS[issued.month - 1] if issued and issued.month else ""),
        ("journal", escape(citation.container)),
        ("volume", escape(citation.volume)),
        ("number", escape(citation.number or ("" if report else citation.series_number))),
        ("pages", citation.pages.replace("-", "--")),
        ("type", escape(citation.genre) if report else ""),
        # BibTeX styles print no publisher for an article, and biber's data model has none.
        ("institution" if report else "publisher", "" if article else escape(citation.publisher)),
        ("address", escape(citation.place)),
        ("series", "" if report else escape(citation.series)),
        ("isbn", citation.isbn[0] if citation.isbn and not article else ""),
        ("issn", citation.issn[0] if citation.issn else ""),
        ("doi", citation.doi),
        ("url", citation.url),
        ("language", citation.language),
        ("langid", tex.langid(citation.language)),
        ("copyright", citation.licence),
        ("keywords", escape(", ".join(citation.keywords))),
        ("abstract", escape(citation.abstract)),
        # Unlike "note", no style but an annotating one prints it.
        ("annote", remarks.ABSTRACT_SUPPLIED if citation.abstract_supplied else ""),
        ("note", escape(_note(citation))),
    ]


def _note(citation: Citation) -> str:
    told = remarks.withdrawn(citation)
    if citation.kind == "report" and citation.series:
        told.append(remarks.series(citation))
    if citation.supplied:
        told.append(remarks.SUPPLIED)
    if english := remarks.english_title(citation):
        told.append(f"In English: {english}")
    if citation.extent:
        told.append(f"{citation.extent} pages")
    if citation.translators:
        told.append("Translated by " + "; ".join(name.inverted for name in citation.translators))
    return ". ".join(told + remarks.other_editions(citation))
