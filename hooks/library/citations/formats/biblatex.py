"""BibLaTeX, read by biber for LaTeX, by JabRef and by Zotero: what BibTeX must put into notes has fields here.

That a source names only the first authors is told as biber knows it, by ``and others``: other programs
make an author of it, and have BibTeX. Fields and their meaning are those of the biblatex manual, section 2.2
(https://ctan.org/pkg/biblatex). ``related`` names the keys of other editions of the work:
they must stand in the same file, as they do in every file that holds whole works. For a
file of one edition alone, hand over the citation without them::

    biblatex.entry(dataclasses.replace(citation, siblings=()))

Keys that an entry had once stand in ``ids``: documents that cite by them find it still.
"""

from __future__ import annotations

import re

from library.citations.citation import Citation, Sibling
from library.citations.formats import remarks, tex
from library.citations.formats.tex import escape, join, names, title

__all__ = ["entry", "join"]

_TYPES = {"article": "article", "book": "book", "report": "report"}

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

_RELATED = {"translation-of": "translationof", "translated-as": "translationas", "other-language": ""}
"""biblatex's ``relatedtype`` of each relation, the one that tells most first; it has none for the last."""

SIBLING_FIELDS = ("related", "relatedtype", "relatedstring")
"""Fields that lead to other entries of the same file."""

_DIVIDES = re.compile(r"\b(?:and|others)\b", re.IGNORECASE)


def entry(citation: Citation) -> str:
    """One entry, fields in settled order, without a line break at its end."""
    return tex.entry(_TYPES[citation.kind], citation.key, _fields(citation))


def _fields(citation: Citation) -> list[tuple[str, str]]:
    article, report = citation.kind == "article", citation.kind == "report"
    original = citation.translated_from
    return [
        ("ids", ",".join(citation.former_keys)),
        ("author", names(citation.authors, citation.and_others)),
        ("editor", names(citation.editors)),
        ("translator", names(citation.translators)),
        ("title", title(citation.title, citation.title_language, citation.proper_names)),
        ("titleaddon", escape(remarks.english_title(citation))),
        ("journaltitle", escape(citation.container)),
        ("date", str(citation.issued or "")),
        ("volume", escape(citation.volume)),
        ("number", escape(citation.number or ("" if report else citation.series_number))),
        ("pages", citation.pages.replace("-", "--")),
        ("type", escape(citation.genre) if report else ""),
        ("institution" if report else "publisher", "" if article else _one(citation.publisher)),
        ("location", _one(citation.place)),
        ("series", "" if report else escape(citation.series)),
        ("pagetotal", str(citation.extent) if citation.extent and not article else ""),
        ("isbn", citation.isbn[0] if citation.isbn and not article else ""),
        ("issn", citation.issn[0] if citation.issn and article else ""),
        ("doi", citation.doi),
        ("url", citation.url),
        ("language", _language(citation.language)),
        ("origlanguage", _language(original.language) if original else ""),
        ("langid", tex.langid(citation.language)),
        *_related(citation),
        ("keywords", escape(", ".join(citation.keywords))),
        ("abstract", escape(citation.abstract)),
        ("annotation", ". ".join(_annotations(citation))),
        ("addendum", escape(f"Licence: {citation.licence}") if citation.licence else ""),
        ("note", escape(_note(citation))),
    ]


def _one(text: str) -> str:
    """A value of a list field: whole, because biber divides these at "and" as it does names."""
    return tex.whole(escape(text)) if _DIVIDES.search(text) else escape(text)


def _language(language: str) -> str:
    """biblatex's key of a language, which it prints in words; the English name where it has none."""
    if not language:
        return ""
    return LOCALISED.get(language.partition("-")[0]) or remarks.english_name(language)


def _relation(citation: Citation) -> str:
    """The relation that ``related`` tells of: an entry has room for one kind."""
    relations = {sibling.relation for sibling in citation.siblings}
    return next((relation for relation in _RELATED if relation in relations), "")


def _related(citation: Citation) -> list[tuple[str, str]]:
    """Which editions stand in ``related``, and what biblatex prints before them.

    It prints whole references there, and those of their own ``related``. So that none of
    several editions is printed twice, all but one name only that one, the first by its key.
    """
    relation = _relation(citation)
    found = [sibling for sibling in citation.siblings if sibling.relation == relation]
    if relation == "other-language" and (first := min(found, key=lambda sibling: sibling.key)).key < citation.key:
        found = [first]
    if not found:
        return []
    return [
        ("related", ",".join(sibling.key for sibling in found)),
        ("relatedtype", _RELATED[relation]),
        ("relatedstring", "" if _RELATED[relation] else _words(found, alone=len(citation.siblings) == 1)),
    ]


def _words(editions: list[Sibling], alone: bool) -> str:
    return f"Also published in {remarks.english_name(editions[0].language)}:" if alone and editions[0].language else "Also published as"


def _annotations(citation: Citation) -> list[str]:
    """What no style but an annotating one prints."""
    # biber calls a field of two ISBNs invalid.
    further = [f"Further ISBN: {', '.join(citation.isbn[1:])}"] if citation.isbn[1:] and citation.kind != "article" else []
    return further + ([remarks.ABSTRACT_SUPPLIED] if citation.abstract_supplied else [])


def _note(citation: Citation) -> str:
    told = remarks.withdrawn(citation)
    if citation.kind == "report" and citation.series:
        told.append(remarks.series(citation))
    if citation.supplied:
        told.append(remarks.SUPPLIED)
    if citation.extent and citation.kind == "article":
        told.append(f"{citation.extent} pages")
    relation = _relation(citation)
    return ". ".join(told + [remarks.other_edition(sibling) for sibling in citation.siblings if sibling.relation != relation])
