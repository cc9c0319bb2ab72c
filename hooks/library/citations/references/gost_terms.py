"""The words that a description by GOST adds, in the language of the described document.

GOST R 7.0.100-2018 describes a document in the document's own language; its clause 4.8 lets
the added words of foreign documents be Russian. The Russian words are those of the standard
and of GOST R 7.0.12-2011, the Kazakh ones those of reference lists in Kazakhstan's journals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from babel.dates import get_month_names

from library.catalogue.dates import Issued
from library.citations.citation import Citation

NBSP = "\u00a0"


@dataclass(frozen=True)
class Terms:
    """Words around the parts of a description; ``{}`` is the place of the part.

    ``volumes`` is how many a set has, ``article`` the number of an article without pages; ``number`` opens an area, ``further_number`` follows a volume or a series. ``editors`` and
    ``translators`` are for one name and for several; names are not inflected after them.
    ``electronic`` and ``unmediated`` are the type of content and the means of access
    (GOST R 7.0.100-2018, area 9). ``day`` has the places ``day`` and ``month``; ``locale`` is
    babel's, for names of months; ``classes`` are the names of the two classifications.
    """

    locale: str
    volume: str
    number: str
    further_number: str
    pages: str
    extent: str
    volumes: str
    article: str
    others: str
    editors: tuple[str, str]
    translators: tuple[str, str]
    accessed: str
    electronic: str
    unmediated: str
    day: str
    classes: tuple[str, str]

    def named(self, names: Sequence[str], more: bool = False) -> str:
        """Up to four names in full, of five and more the first three and *and others*.

        ``more``: there are others, whom the source does not name.
        """
        if more or len(names) > 4:
            return f"{', '.join(names[:3])} {self.others}"
        return ", ".join(names)

    def edited(self, names: Sequence[str]) -> str:
        return self.editors[len(names) > 1].format(self.named(names)) if names else ""

    def translated(self, names: Sequence[str]) -> str:
        return self.translators[len(names) > 1].format(self.named(names)) if names else ""

    def issue(self, volume: str, number: str) -> str:
        """Volume and number of a periodical, with a capital as an area has; empty where it has neither."""
        parts = []
        if volume:
            parts.append(_numbered(self.volume, volume))
        if number:
            parts.append(_numbered(self.further_number if volume else self.number, number))
        return _capitalised(", ".join(parts))

    def in_series(self, number: str) -> str:
        return _numbered(self.further_number, number)

    def day_of_issue(self, issued: Issued) -> str:
        """Day and month, or the month by itself with a capital; empty where only the year is known."""
        if not issued.month:
            return ""
        if not issued.day:
            return _capitalised(_months(self.locale, "stand-alone")[issued.month - 1])
        return self.day.format(day=issued.day, month=_months(self.locale, "format")[issued.month - 1])


RUSSIAN = Terms(
    locale="ru",
    volume=f"Т.{NBSP}{{}}",
    number=f"№{NBSP}{{}}",
    further_number=f"№{NBSP}{{}}",
    pages=f"С.{NBSP}{{}}",
    extent=f"{{}}{NBSP}с.",
    volumes=f"в{NBSP}{{}}{NBSP}т.",
    article=f"Ст.{NBSP}{{}}",
    others="[и др.]",
    editors=(f"ред.{NBSP}{{}}", "ред.: {}"),
    translators=(f"пер.{NBSP}{{}}", "пер.: {}"),
    accessed="дата обращения",
    electronic="Текст : электронный",
    unmediated="Текст : непосредственный",
    day=f"{{day}}{NBSP}{{month}}",
    classes=("УДК", "ББК"),
)

KAZAKH = Terms(
    locale="kk",
    volume=f"Т.{NBSP}{{}}",
    number=f"№{NBSP}{{}}",
    further_number=f"№{NBSP}{{}}",
    pages=f"Б.{NBSP}{{}}",
    extent=f"{{}}{NBSP}б.",
    volumes=f"{{}}{NBSP}т.",
    article=f"Мақ.{NBSP}{{}}",
    others="[және т.б.]",
    editors=(f"ред.{NBSP}{{}}", "ред.: {}"),
    translators=(f"ауд.{NBSP}{{}}", "ауд.: {}"),
    accessed="қаралған күні",
    electronic="Мәтін : электрондық",
    unmediated="Мәтін : тікелей",
    day=f"{{day}}{NBSP}{{month}}",
    classes=("ӘОЖ", "КБЖ"),
)

ENGLISH = Terms(
    locale="en",
    volume=f"Vol.{NBSP}{{}}",
    number=f"No.{NBSP}{{}}",
    further_number=f"no.{NBSP}{{}}",
    pages=f"P.{NBSP}{{}}",
    extent=f"{{}}{NBSP}p.",
    volumes=f"{{}}{NBSP}vol.",
    article=f"Art.{NBSP}{{}}",
    others="[et al.]",
    editors=(f"ed. by{NBSP}{{}}", f"ed. by{NBSP}{{}}"),
    translators=(f"transl. by{NBSP}{{}}", f"transl. by{NBSP}{{}}"),
    accessed="accessed",
    electronic="Text : electronic",
    unmediated="Text : unmediated",
    day=f"{{day}}{NBSP}{{month}}",
    classes=("UDC", "BBK"),
)

KOREAN = Terms(
    locale="ko",
    volume="{}권",
    number="{}호",
    further_number="{}호",
    pages="{}쪽",
    extent="{}쪽",
    volumes="전 {}권",
    article="논문번호 {}",
    others="[외]",
    editors=("{} 편", "{} 편"),
    translators=("{} 옮김", "{} 옮김"),
    accessed="접속일",
    electronic="텍스트 : 전자",
    unmediated="텍스트 : 매개 기기 불필요",
    day=f"{{month}}{NBSP}{{day}}일",
    classes=("UDC", "BBK"),
)

_OF_LANGUAGE = {"ru": RUSSIAN, "kk": KAZAKH, "en": ENGLISH, "ko": KOREAN}
_CYRILLIC = re.compile("[\u0400-\u052f]")
_PLAIN_NUMBER = re.compile(r"\d|(?:[IVXLC]+|[^\W\d_]{1,2}\d*)$")


def terms_for(citation: Citation) -> Terms:
    """The words in the document's language, or in its title's where the language is not stated.

    For languages that have no words of their own here: the Russian ones (clause 4.8) where the
    title is in Cyrillic letters (Kyrgyz, Tajik, Ukrainian, Belarusian, Mongolian, Uzbek in
    Cyrillic), otherwise the English ones. Kazakh in Latin letters takes the English ones too,
    so that letters are not mixed.
    """
    tag = citation.language or citation.title_language
    language, *subtags = tag.split("-")
    if language in _OF_LANGUAGE and "Latn" not in subtags:
        return _OF_LANGUAGE[language]
    return RUSSIAN if _CYRILLIC.search(citation.title) else ENGLISH


def _numbered(term: str, number: str) -> str:
    """``№ 2``. What has words of its own (``special issue``, ``вып. 3``) stands without the term."""
    return term.format(number) if _PLAIN_NUMBER.match(number) else number


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=8)
def _months(locale: str, context: Literal["format", "stand-alone"]) -> tuple[str, ...]:
    names = get_month_names("wide", context=context, locale=locale)
    return tuple(names[month] for month in range(1, 13))
