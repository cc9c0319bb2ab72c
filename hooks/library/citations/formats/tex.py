"""What both BibTeX dialects share: text that TeX prints as it stands, titles, names, languages.

UTF-8 stays as it is: LaTeX macros for Cyrillic (``{\\CYRR}``) are shown raw by every
reader but LaTeX. Special characters are escaped in texts and never in addresses and
identifiers. Names of bodies stand in double braces, so that no reader takes them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from library.catalogue.names import Name
from library.citations.kinds import EntryType

LANGIDS = {
    "ar": "arabic",
    "az": "azerbaijani",
    "be": "belarusian",
    "bg": "bulgarian",
    "cs": "czech",
    "de": "ngerman",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fa": "persian",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "hy": "armenian",
    "it": "italian",
    "ja": "japanese",
    "ka": "georgian",
    "kk": "kazakh",
    "ko": "korean",
    "ky": "kyrgyz",
    "lt": "lithuanian",
    "lv": "latvian",
    "mn": "mongolian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tk": "turkmen",
    "tr": "turkish",
    "uk": "ukrainian",
    "ur": "urdu",
    "uz": "uzbek",
    "vi": "vietnamese",
    "zh": "chinese",
}
"""babel's names (``name.babel`` in its locale files, https://ctan.org/pkg/babel), by which
biblatex hyphenates. Tajik and others that babel has no name for are left to ``language``."""

_DIVIDES_LISTS = re.compile(r"\b(?:and|others)\b", re.IGNORECASE)

_ESCAPES = {
    # BibTeX counts every brace, an escaped one too, so a brace alone would run on to the next entry.
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SPECIAL = re.compile(r"[\\{}&%#_$~^]")
_CAPITALS = r"(?<!\w)(?:(?:[A-Z]\.){2,}|[A-Z]\.(?= [A-Z])|[A-Z][\w&]*[A-Z]\w*|[B-Z](?![\w&.’'-])|(?<=\w )A(?=$|[]),:;]))"
"""What styles would lower though no name: inner capitals (HRM, e-HRM's HRM, OECD/SIGMA, AT&T), abbreviations with
stops (U.S.), initials, and single capitals (Q, World War I), of which A is mostly an article."""
_NOT_LATIN = re.compile(r"[^\u0000-\u024f\u2000-\u206f]")
_DIVIDES = re.compile(r"[,=]|\b(?:and|others)\b", re.IGNORECASE)
"""What names are divided at, the equals sign by biber (``family=…``); a name with escapes is kept whole as well."""


def escape(text: str) -> str:
    """Text that TeX prints as it stands."""
    return _SPECIAL.sub(lambda found: _ESCAPES[found[0]], text)


def title(text: str, language: str, proper: Iterable[str] = ()) -> str:
    """A title safe from styles that change case: whole outside English, word by word in it.

    ``language`` is a BCP 47 tag or empty; ``proper`` are proper names that stand in the title.
    """
    if language.partition("-")[0] not in ("", "en") or _NOT_LATIN.search(text):
        return whole(escape(text))
    pieces, end = [], 0
    for found in _protected(tuple(proper)).finditer(text):
        pieces += [escape(text[end : found.start()]), whole(escape(found[0]))]
        end = found.end()
    return "".join([*pieces, escape(text[end:])])


def whole(escaped: str) -> str:
    """Escaped text in braces, which no style changes and no reader divides."""
    # BibTeX takes a brace with a backslash after it for an accented letter, and changes its case.
    return ("{{}" if escaped.startswith("\\") else "{") + escaped + "}"


def in_braces(text: str) -> str:
    """A title that no style may change; empty for none."""
    return whole(escape(text)) if text else ""


def undivided(text: str) -> str:
    """A value of a list field: whole, because biber, citation-js and Better BibTeX divide these at "and" as they do names."""
    return whole(escape(text)) if _DIVIDES_LISTS.search(text) else escape(text)


def whole_title(text: str, type_: EntryType) -> str:
    """The title of what a work stands in. pandoc would lower that of a book, of journals nobody does."""
    return escape(text) if type_.issn else in_braces(text)


@lru_cache(maxsize=4096)
def _protected(proper: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join([*(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(proper, key=len, reverse=True)), _CAPITALS]))


def names(people: Iterable[Name], and_others: bool = False) -> str:
    """``{{Body}} and Family, Given and Family, Suffix, Given``."""
    written = [whole(escape(name.literal)) if name.literal else _person(name) for name in people]
    return " and ".join([*written, "others"] if and_others and written else written)


def _person(name: Name) -> str:
    family = _part(name.family, protected=" " in name.family or name.family[:1].islower())
    others = [_part(part) for part in (name.suffix, name.given)]
    return ", ".join([family, *others] if name.suffix else [part for part in (family, others[1]) if part])


def _part(text: str, protected: bool = False) -> str:
    """A part of a name; in braces where BibTeX would divide it ("van Hung" into a particle and a name)."""
    escaped = escape(text)
    return whole(escaped) if escaped and (protected or escaped != text or _DIVIDES.search(text)) else escaped


def langid(language: str) -> str:
    """babel's name of a language (BCP 47), without its region; empty where babel has none."""
    return LANGIDS.get(language.partition("-")[0], "")


def entry(type_: str, key: str, fields: Iterable[tuple[str, str]], bare: str = "") -> str:
    """An entry of the fields that have a name and a value, without a line break at its end.

    The value of the field called ``bare`` is a macro and stands without braces.
    """
    lines = [f"  {name} = {value}," if name == bare else f"  {name} = {{{value}}}," for name, value in fields if name and value]
    return "\n".join([f"@{type_}{{{key},", *lines, "}"])


def join(entries: Iterable[str]) -> str:
    """A file of entries, with a blank line between them."""
    return "\n\n".join(entries) + "\n"
