"""BibTeX, in the dialect that BibTeX, biber, JabRef and Zotero all read.

What it has no field for stands in ``note``: the English title, the translator, whom no style
prints, a report's series, and how the other editions of the work relate to this one, with their
keys. Also that a source names only the first authors: of ``and others`` Zotero, pandoc, pybtex
and citation-js make an author called "others".
"""

from __future__ import annotations

from library.catalogue.pages import with_dash
from library.citations.citation import Citation
from library.citations.formats import remarks, tex
from library.citations.formats.tex import escape, join, names, title, undivided
from library.citations.kinds import KINDS, EntryType, fitting

__all__ = ["entry", "join"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(citation: Citation) -> str:
    """One entry, fields in settled order, without a line break at its end."""
    type_ = fitting(KINDS[citation.kind].bibtex, citation)
    return tex.entry(type_.name, citation.key, _fields(citation, type_), bare="month")


def _fields(citation: Citation, type_: EntryType) -> list[tuple[str, str]]:
    issued = citation.issued
    report = citation.kind == "report"
    return [
        ("author", names(citation.authors)),
        ("editor", names(citation.editors)),
        ("translator", names(citation.translators)),
        ("title", title(citation.title, citation.title_language, citation.proper_names)),
        ("year", str(issued.year) if issued else ""),
        ("month", _MONTHS[issued.month - 1] if issued and issued.month else ""),
        # No style prints it; Zotero takes the whole date.
        ("day", str(issued.day) if issued and issued.day else ""),
        (type_.whole, tex.whole_title(citation.container, type_)),
        ("volume", escape(citation.volume)),
        ("number", escape(citation.number or (citation.own_number if report else citation.series_number))),
        ("eid", escape(citation.own_number if citation.kind == "article" else "")),
        ("pages", with_dash(citation.pages, "--")),
        ("edition", escape(remarks.bare_edition(citation)) if type_.edition else ""),
        (
            type_.genre,
            escape(" ".join(filter(None, (citation.genre or KINDS[citation.kind].words, "" if report else citation.own_number)))),
        ),
        # BibTeX styles print no publisher for an article, and biber's data model has none.
        (type_.publisher, undivided(citation.publisher)),
        ("address", escape("; ".join(citation.places))),
        ("series", "" if report else escape(citation.series or remarks.set_of_volumes(citation))),
        # biber calls a field of several invalid and passes it on; Zotero and others keep all.
        ("isbn", ", ".join(citation.isbns) if type_.isbn else ""),
        ("issn", citation.issn[0] if citation.issn else ""),
        ("doi", citation.doi),
        # No style prints it; JabRef and Zotero show it.
        ("library", escape("; ".join(citation.classes))),
        ("url", citation.url),
        ("language", citation.language),
        ("langid", tex.langid(citation.language)),
        ("copyright", citation.licence),
        ("keywords", escape(", ".join(citation.keywords))),
        ("abstract", escape(citation.abstract)),
        # Unlike "note", no style but an annotating one prints it.
        ("annote", remarks.ABSTRACT_SUPPLIED if citation.abstract_supplied else ""),
        ("note", escape(_note(citation, type_))),
    ]


def _without_field(citation: Citation, type_: EntryType) -> list[str]:
    """What other types of entry have a field for."""
    told = []
    if citation.edition and not type_.edition:
        told.append(citation.edition)
    if citation.volumes:
        told.append(f"{citation.volumes} volumes")
    if citation.container and not (type_.whole or (remarks.set_of_volumes(citation) and not citation.series)):
        told.append(remarks.whole(citation))
    if citation.publisher and not type_.publisher and citation.kind != "article":
        told.append(citation.publisher)
    return told


def _note(citation: Citation, type_: EntryType) -> str:
    told = (
        remarks.withdrawn(citation)
        + remarks.corrected(citation)
        + remarks.funding(citation)
        + remarks.issued(citation.issued)
        + remarks.event(citation)
        + remarks.original(citation)
        + remarks.identifiers(citation)
        + _without_field(citation, type_)
    )
    if citation.kind == "report" and citation.series:
        told.append(remarks.series(citation))
    if citation.supplied:
        told.append(remarks.SUPPLIED)
    if citation.and_others:
        told.append(remarks.MORE_AUTHORS)
    if english := remarks.english_title(citation):
        told.append(f"In English: {english}")
    if citation.extent:
        told.append(f"{citation.extent} pages")
    if citation.translators:
        told.append("Translated by " + "; ".join(name.inverted for name in citation.translators))
    return ". ".join(told + remarks.other_editions(citation))
