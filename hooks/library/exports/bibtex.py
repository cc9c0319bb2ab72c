"""BibTeX, in the dialect that BibTeX, biber, JabRef and Zotero all read.

UTF-8 stays as it is: LaTeX macros for Cyrillic (``{\\CYRR}``) are shown raw by every
reader but LaTeX. Special characters are escaped in texts and never in addresses and
identifiers. Names of bodies stand in double braces, so that no reader takes them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..citations import Citation, Name

_TYPES = {"article": "article", "book": "book", "report": "techreport"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LANGIDS = {"en": "english", "ru": "russian", "kk": "kazakh", "ko": "korean"}
"""babel's names of languages, for biblatex; others are left to ``language``."""

_ESCAPES = {
    # BibTeX counts every brace, an escaped one too, so a brace alone would run on to the next entry.
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "&": r"\&", "%": r"\%", "#": r"\#",
    "_": r"\_", "$": r"\$", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}&%#_$~^]")
_PROTECT = re.compile(r"\b(?:[A-Z][\w&-]*[A-Z]\w*|[A-Z]{2,})\b")
"""Words with inner capitals (HRM, e-HRM's HRM, OECD/SIGMA), which styles would lower."""


def escape(text: str) -> str:
    """Text that TeX prints as it stands."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


def title(text: str, language: str, proper: Iterable[str] = ()) -> str:
    """A title safe from styles that change case: whole outside English, word by word in it.

    ``proper`` are proper names that stand in the title.
    """
    if language not in ("", "en") or re.search(r"[^\u0000-\u024f\u2000-\u206f]", text):
        return "{" + escape(text) + "}"
    words = [re.escape(escape(name)) for name in sorted(proper, key=len, reverse=True)]
    pattern = re.compile("|".join([*(rf"\b{word}\b" for word in words), _PROTECT.pattern])) if words else _PROTECT
    return pattern.sub(lambda found: "{" + found[0] + "}", escape(text))


def names(people: Iterable[Name], and_others: bool = False) -> str:
    """``{{Body}} and Family, Given and Family, Suffix, Given``."""
    written = ["{" + escape(name.literal) + "}" if name.literal else _person(name) for name in people]
    return " and ".join([*written, "others"] if and_others and written else written)


def _person(name: Name) -> str:
    family = _part(name.family, whole=" " in name.family or name.family[:1].islower())
    others = [_part(part) for part in (name.suffix, name.given)]
    return ", ".join([family, *others] if name.suffix else [part for part in (family, others[1]) if part])


def _part(text: str, whole: bool = False) -> str:
    """A part of a name; in braces where BibTeX would divide it ("van Hung" into a particle and a name)."""
    escaped = escape(text)
    return "{" + escaped + "}" if escaped and (whole or escaped != text or _DIVIDES.search(text)) else escaped


_DIVIDES = re.compile(r",|\b(?:and|others)\b", re.IGNORECASE)
"""What BibTeX divides names at; a name with escapes in it is kept whole as well."""


def entry(citation: Citation) -> str:
    """One entry, fields in settled order, without a line break at its end."""
    lines = [f"@{_TYPES[citation.kind]}{{{citation.key},"]
    lines += [f"  {name} = {{{value}}}," if name != "month" else f"  month = {value}," for name, value in _fields(citation)]
    return "\n".join([*lines, "}"])


def join(entries: Iterable[str]) -> str:
    """A file of entries, with a blank line between them."""
    return "\n\n".join(entries) + "\n"


def _fields(citation: Citation) -> list[tuple[str, str]]:
    issued = citation.issued
    report = citation.kind == "report"
    article = citation.kind == "article"
    fields = [
        ("author", names(citation.authors, citation.and_others)),
        ("editor", names(citation.editors)),
        ("title", title(citation.title, citation.language, citation.proper_names)),
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
        ("langid", _LANGIDS.get(citation.language, "")),
        ("keywords", escape(", ".join(citation.keywords))),
        ("abstract", escape(citation.abstract)),
        ("note", escape(_note(citation))),
    ]
    return [(name, value) for name, value in fields if value]


def _note(citation: Citation) -> str:
    remarks = []
    if citation.series and citation.kind == "report":
        # @techreport has no field for it, and "number" would be the report's own.
        remarks.append(", ".join(part for part in (citation.series, citation.series_number) if part))
    if citation.supplied:
        remarks.append("Title supplied by the library")
    if citation.extent:
        remarks.append(f"{citation.extent} pages")
    if citation.translators:
        remarks.append("Translated by " + "; ".join(name.inverted for name in citation.translators))
    return ". ".join(remarks)
