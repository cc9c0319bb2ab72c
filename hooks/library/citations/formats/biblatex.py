"""BibLaTeX, read by biber for LaTeX, by JabRef and by Zotero: what BibTeX must put into notes has fields here.

That a source names only the first authors is told as biber knows it, by ``and others``: other programs
make an author of it, and have BibTeX. Fields and their meaning are those of the biblatex manual, section 2.2
(https://ctan.org/pkg/biblatex). Other editions of the work are told of in ``note``, shortly and by their keys: of what stands in
``related`` biblatex prints the whole reference within this one, and wants it in the same file.

Keys that an entry had once stand in ``ids``: documents that cite by them find it still.
"""

from __future__ import annotations

from library.catalogue.dates import Issued
from library.catalogue.pages import with_dash
from library.citations.citation import Citation
from library.citations.formats import remarks, tex
from library.citations.formats.tex import escape, join, names, title, undivided
from library.citations.kinds import KINDS, EntryType, fitting

__all__ = ["entry", "join"]

LOCALISED = {
    "bg": "bulgarian",
    "cs": "czech",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fr": "french",
    "it": "italian",
    "ja": "japanese",
    "lt": "lithuanian",
    "lv": "latvian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
    "uk": "ukrainian",
}
"""Languages whose names biblatex prints in the words of the reader's document (its ``lang…`` and ``from…`` strings)."""

_HAVE_EVENTS = ("inproceedings", "unpublished")
_FEW_FIELDS = ("misc", "online", "unpublished")
"""Types that the data model gives neither series nor volume nor number."""


def entry(citation: Citation) -> str:
    """One entry, fields in settled order, without a line break at its end."""
    type_ = fitting(KINDS[citation.kind].biblatex, citation)
    return tex.entry(type_.name, citation.key, _fields(citation, type_))


def _fields(citation: Citation, type_: EntryType) -> list[tuple[str, str]]:
    report = citation.kind == "report"
    misc = type_.name in _FEW_FIELDS
    original = citation.translated_from
    eprint_type, eprint = _eprint(citation)
    return [
        ("ids", ",".join(citation.former_keys)),
        ("author", names(citation.authors, citation.and_others)),
        ("editor", names(citation.editors)),
        ("translator", names(citation.translators)),
        ("title", title(citation.title, citation.title_language, citation.proper_names)),
        ("titleaddon", escape(remarks.english_title(citation))),
        (type_.whole, tex.whole_title(citation.container, type_)),
        ("maintitle", tex.in_braces(remarks.set_of_volumes(citation))),
        *(_event(citation) if type_.name in _HAVE_EVENTS else ()),
        ("date", _date(citation.issued)),
        ("volume", "" if misc else escape(citation.volume)),
        ("number", "" if misc else escape(citation.number or (citation.own_number if report else citation.series_number))),
        ("eid", escape(citation.own_number if citation.kind == "article" else "")),
        ("edition", escape(citation.edition) if type_.edition else ""),
        ("volumes", str(citation.volumes or "") if type_.edition else ""),
        ("pages", with_dash(citation.pages, "--")),
        (type_.genre, escape(citation.genre or (KINDS[citation.kind].words if type_.name in ("misc", "thesis") else ""))),
        (type_.publisher, undivided(citation.publisher)),
        ("location", " and ".join(map(undivided, citation.places))),
        ("series", "" if report or misc else escape(citation.series)),
        ("pagetotal", str(citation.extent) if citation.extent and not _extent_told(citation, type_) else ""),
        ("isbn", citation.isbns[0] if citation.isbns and type_.isbn else ""),
        ("issn", citation.issn[0] if citation.issn and type_.issn else ""),
        ("doi", citation.doi),
        ("eprint", escape(eprint)),
        ("eprinttype", eprint_type),
        ("library", escape("; ".join(citation.classes))),
        ("url", citation.url),
        ("language", _language(citation.language)),
        ("origlanguage", _language(citation.original[1])),
        ("origtitle", "" if original else escape(citation.original_title)),
        ("origdate", _date(citation.original_date)),
        ("langid", tex.langid(citation.language)),
        ("keywords", escape(", ".join(citation.keywords))),
        ("abstract", escape(citation.abstract)),
        ("annotation", ". ".join(_annotations(citation, type_))),
        ("addendum", escape(f"Licence: {citation.licence}") if citation.licence else ""),
        ("note", escape(_note(citation, type_))),
    ]


def _language(language: str) -> str:
    """biblatex's key of a language, which it prints in words; the English name where it has none."""
    if not language:
        return ""
    return LOCALISED.get(language.partition("-")[0]) or remarks.english_name(language)


def _date(when: Issued | None) -> str:
    """biblatex reads EDTF (manual, section 2.3.8), but for copyright years; pandoc no dots for an open end and no ``199X``."""
    if when is None:
        return ""
    if when.mark == "X":
        return f"{when.edtf.replace('X', '0')}/{when.edtf.replace('X', '9')}"
    return when.plain if when.mark == "c" else str(when).replace("..", "")


def _event(citation: Citation) -> list[tuple[str, str]]:
    return [("eventtitle", escape(citation.event)), ("venue", escape(citation.event_place)), ("eventdate", _date(citation.event_date))]


def _extent_told(citation: Citation, type_: EntryType) -> bool:
    """Whether the number of pages goes into the note: articles and other parts, and few types have a field for it."""
    return KINDS[citation.kind].part or type_.name in (*_FEW_FIELDS, "online", "dataset")


def _annotations(citation: Citation, type_: EntryType) -> list[str]:
    """What no style but an annotating one prints."""
    if citation.kind == "article":
        further = []
    elif type_.isbn:
        # biber calls a field of two ISBNs invalid.
        further = [f"Further ISBN: {', '.join(citation.isbns[1:])}"] if citation.isbns[1:] else []
    else:
        further = [f"ISBN: {', '.join(citation.isbns)}"] if citation.isbns else []
    return further + ([remarks.ABSTRACT_SUPPLIED] if citation.abstract_supplied else [])


def _eprint(citation: Citation) -> tuple[str, str]:
    """The first identifier that leads to it as ``eprinttype`` and ``eprint``, for which biblatex knows handles as hdl."""
    scheme, value = next(iter(citation.further_identifiers), ("", ""))
    return "hdl" if scheme == "handle" else scheme, value


def _own_number(citation: Citation) -> str:
    """The number of a standard or law, which no type has a field for."""
    return citation.own_number if citation.kind not in ("article", "report") else ""


def _note(citation: Citation, type_: EntryType) -> str:
    told = remarks.withdrawn(citation) + remarks.corrected(citation) + remarks.funding(citation)
    if citation.issued and citation.issued.mark in ("c", "X"):
        told += remarks.issued(citation.issued)
    if citation.edition and not type_.edition:
        told.append(citation.edition)
    if citation.volumes and not type_.edition:
        told.append(f"{citation.volumes} volumes")
    if _own_number(citation):
        told.append(_own_number(citation))
    if type_.name not in _HAVE_EVENTS:
        told += remarks.event(citation)
    told += remarks.identifiers(citation)[1:]
    if citation.container and not (type_.whole or remarks.set_of_volumes(citation)):
        told.append(remarks.whole(citation))
    if citation.series and (citation.kind == "report" or type_.name in _FEW_FIELDS):
        told.append(remarks.series(citation))
    if citation.supplied:
        told.append(remarks.SUPPLIED)
    if citation.extent and _extent_told(citation, type_):
        told.append(f"{citation.extent} pages")
    return ". ".join(told + remarks.other_editions(citation))
