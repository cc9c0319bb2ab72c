"""The interface's words in one language, and how that language writes dates and numbers."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations

from library.catalogue.dates import Issued

WRITTEN_IN = "en"
"""The language of the messages themselves, as templates and code have them."""


def without_words(languages: Iterable[str], folder: Path) -> list[str]:
    """What is missing of the interface's words, a sentence for each language that has none: its pages would be in another."""
    missing = []
    for language in languages:
        path = folder / language / "LC_MESSAGES" / "messages.po"
        if language != WRITTEN_IN and not (
            path.is_file() and _translations(path.read_bytes(), language).gettext("Publications") != "Publications"
        ):
            missing.append(
                f"the interface has no words in {language}: {path.relative_to(folder.parent.parent)} is missing or has no translations; "
                f"make it with scripts/words {language} and translate its messages, or take the language out of mkdocs.yml "
                "and its site: yes out of vocabularies/languages.yml"
            )
    return missing


class Words:
    """Words, dates and numbers of one language of the site.

    English is the key of every message, so it needs no file; a missing message falls back
    to it. ``version`` changes with the words.
    """

    def __init__(self, language: str, folder: Path) -> None:
        self.language = language
        path = folder / language / "LC_MESSAGES" / "messages.po"
        text = path.read_bytes() if path.is_file() else b""
        self.translations = _translations(text, language)
        self.version = hashlib.sha256(text).hexdigest()[:12] if text else ""

    def __getstate__(self) -> Mapping[str, object]:
        raise TypeError("words are made per process, never sent between them")

    @cached_property
    def locale(self) -> Locale:
        return Locale.parse("en_GB" if self.language == WRITTEN_IN else self.language, sep="_")

    @cached_property
    def _locale_name(self) -> str:
        return str(self.locale)

    @property
    def before_bracket(self) -> str:
        """What stands between a word and the bracket after it: nothing in Korean, a space elsewhere."""
        return "" if self.language == "ko" else " "

    def say(self, message: str, **values: object) -> str:
        """The message in this language, with ``%(name)s`` filled in."""
        text = self.translations.gettext(message)
        return text % values if values else text

    def plural(self, one: str, many: str, number: int, **values: object) -> str:
        """The message for a number, in the plural form that this language asks for."""
        return self.translations.ngettext(one, many, number) % {"num": self.number(number), **values}

    def number(self, number: int) -> str:
        return _number(number, self._locale_name)

    def decimal(self, number: Decimal) -> str:
        """A number that need not be whole, without zeros at its end: ``7.4``."""
        return format_decimal(number.normalize(), locale=self.locale)

    def date(self, issued: Issued) -> str:
        """``29 September 2022``, ``October 2015`` or ``2013``, as this language writes it; ``2018–2020``, ``about 2019``, ``spring 2019``."""
        return self._not_plain(issued) if issued.edtf else _date(issued, self._locale_name)

    def _not_plain(self, issued: Issued) -> str:
        date = _date(Issued(issued.year, issued.month, issued.day), self._locale_name)
        if issued.is_span:
            return self._span(issued, date)
        match issued.mark, issued.season:  # spelt out, so that translators' tools find the words
            case "~", _:
                return self.say("about %(date)s", date=date)
            case "?", _:
                return self.say("%(date)s, not certain", date=date)
            case "%", _:
                return self.say("about %(date)s, not certain", date=date)
            case "c", _:
                return f"© {date}"
            case "X", _:
                return f"{issued.edtf.replace('X', '0')}–{issued.edtf.replace('X', '9')}"
            case _, 21:
                return self.say("spring %(year)s", year=date)
            case _, 22:
                return self.say("summer %(year)s", year=date)
            case _, 23:
                return self.say("autumn %(year)s", year=date)
        return self.say("winter %(year)s", year=date)

    def _span(self, issued: Issued, first: str) -> str:
        if not issued.begins:
            return self.say("not after %(date)s", date=first)
        if issued.end:
            return f"{first}–{self.date(issued.end)}" if first.isdigit() else f"{first} – {self.date(issued.end)}"
        return f"{first}–" if issued.edtf.endswith("..") else self.say("not before %(date)s", date=first)

    def dates(self, start: Issued, end: Issued | None) -> str:
        """From the first day to the last, as this language writes it: ``14–15 April 2022``."""
        return _dates(start, end, self._locale_name) if end and end != start else self.date(start)

    def percent(self, share: float) -> str:
        """A share as a whole number of hundredths: ``47 %``."""
        return _percent(round(share, 2), self._locale_name)

    def size(self, count: int) -> str:
        """A file's size in decimal units: ``2.4 MB``."""
        for unit, size in ((self.say("MB"), 1_000_000), (self.say("KB"), 1_000)):
            if count >= size:
                number = format_decimal(round(count / size, 1 if count < 10 * size else 0), locale=self.locale)
                return f"{number}\u00a0{unit}"
        return self.plural("%(num)s byte", "%(num)s bytes", count)


def messages(folder: Path, language: str, domain: str) -> NullTranslations:
    """The translations of a domain other than the site's own words, which may be missing: then every message stays as it is."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    return _translations(path.read_bytes() if path.is_file() else b"", language)


@lru_cache(maxsize=16)
def _translations(text: bytes, language: str) -> NullTranslations:
    """The messages of a file with this text: every page's tools ask for the same ones, and reading them takes 40 ms."""
    if not text:
        return NullTranslations()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(text), locale=language))
    compiled.seek(0)
    return Translations(compiled)


@cache
def _number(number: int, locale: str) -> str:
    return format_decimal(number, locale=locale)


@cache
def _date(issued: Issued, locale: str) -> str:
    # CLDR's narrow space before "г." is so narrow in the site's face that the two look like one word.
    return _as_cldr(issued, locale).replace("\u202f", "\u00a0")


@cache
def _percent(share: float, locale: str) -> str:
    return format_percent(share, locale=locale)


@cache
def _dates(start: Issued, end: Issued, locale: str) -> str:
    """CLDR has spans of days with short names of months alone; the long ones take their place."""
    if not (start.day and end.day):
        return f"{_date(start, locale)} – {_date(end, locale)}"
    differs = "y" if start.year != end.year else "M" if start.month != end.month else "d"
    parts = Locale.parse(locale).interval_formats["yMMMd"][differs]
    days = (start.first_day, end.first_day)
    made = [format_date(day, part.replace("MMM", "MMMM"), locale=locale) for day, part in zip(days, parts, strict=True)]
    return "".join(made).replace("\u202f", "\u00a0").replace("\u2009", " ")


def _as_cldr(issued: Issued, locale: str) -> str:
    if not issued.month:
        return str(issued.year)
    day = date(issued.year, issued.month, issued.day or 1)
    if issued.day:
        return format_date(day, "long", locale=locale)
    # The pattern "LLLL y" would give Korean "6월 2021"; the skeleton knows each order.
    return format_skeleton("yMMMM", day, locale=locale)
