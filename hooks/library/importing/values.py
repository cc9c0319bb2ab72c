"""Values of entries held against the fields of records: what a field takes, and why it does not take the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from babel import Locale
from babel.core import get_global
from pydantic import TypeAdapter, ValidationError

from library.catalogue import pages, values
from library.catalogue.checks.days import FIRST_PRINT
from library.catalogue.dates import parse_dated, today
from library.citations.formats.biblatex import LOCALISED
from library.citations.formats.tex import LANGIDS

_FIELDS = {
    "id": TypeAdapter(values.Id),
    "isbn": TypeAdapter(values.Isbn),
    "issn": TypeAdapter(values.Issn),
    "doi": TypeAdapter(values.Doi),
    "address": TypeAdapter(values.Url),
    "pages": TypeAdapter(pages.Pages),
    "citation_key": TypeAdapter(values.CitationKey),
}


def fault(name: str, text: str) -> str:
    """Why a field does not take a text, as the check would say it; empty where it does."""
    try:
        _FIELDS[name].validate_python(text)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        return str(detail.get("ctx", {}).get("said") or f'"{text}" has not the form asked for')
    return ""


def doi(text: str) -> str:
    """The bare DOI in a text with whatever stands before it; the text where there is none."""
    found = re.search(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+", text.replace("%2F", "/").replace("%2f", "/"))
    return found[0].rstrip(".,;") if found else text


def issued(text: str) -> tuple[str, str]:
    """A date as records have it (EDTF), and what of the text is lost by that; no date where the text holds none."""
    text = re.sub(r"^(?:cop\.?|©|c)\s*(?=[0-9]{4}\Z)", "c", text.strip())
    made, _, behind = text.partition("T")
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", made) and behind:
        text = made  # a moment, as programs write it
    text = re.sub(r"^([0-9]{4}[-0-9]*)/\Z", r"\1/..", re.sub(r"^/(?=[0-9])", "../", text))
    if _can_be(text):
        return text, ""
    for form in _DATES:
        if found := re.fullmatch(form, text):
            parts = {name: int(value) for name, value in found.groupdict().items() if value}
            written = f"{parts['y']:04d}" + (f"-{parts['m']:02d}" if "m" in parts else "")
            written += f"-{parts['d']:02d}" if "d" in parts and "m" in parts else ""
            if _can_be(written):
                return written, ""
            return (f"{parts['y']:04d}", text) if _can_be(f"{parts['y']:04d}") else ("", text)
    years = re.findall(r"(?<![0-9])(1[4-9][0-9]{2}|20[0-9]{2})(?![0-9])", text)
    if years and _can_be(years[0]):
        return years[0], text
    return "", text


_DATES = (
    r"(?P<y>[0-9]{4})(?:[-/.](?P<m>[0-9]{1,2})(?:[-/.](?P<d>[0-9]{1,2}))?)?",
    r"(?P<d>[0-9]{1,2})[./](?P<m>[0-9]{1,2})[./](?P<y>[0-9]{4})",
    r"(?P<m>[0-9]{1,2})[./](?P<y>[0-9]{4})",
)


def _can_be(date: str) -> bool:
    try:
        return FIRST_PRINT <= parse_dated(str(date)).year <= today().year + 1
    except ValueError:
        return False


def extent(text: str) -> str:
    """The number of pages in ``512``, ``512 p.``, ``xii, 512 с.``; empty where there is none, or more than one."""
    numbers = re.findall(r"[0-9]+", text)
    return numbers[0].lstrip("0") if len(numbers) == 1 and len(numbers[0]) < 6 and int(numbers[0]) else ""


def language(text: str, known: Iterable[str]) -> str:
    """The tag of a language by its tag, code or name in English or Russian; empty where it is none that the library has."""
    known = set(known)
    text = text.strip().replace("_", "-")
    for tag in (text, text.lower(), text.lower().partition("-")[0]):
        if tag in known:
            return tag
    found = get_global("language_aliases").get(text.lower()) or _names().get(text.lower(), "")
    return found if found in known else ""


@cache
def _names() -> Mapping[str, str]:
    """Tags by names of languages."""
    names = {}
    for locale in ("kk", "ru", "en"):
        names.update({name.lower(): tag for tag, name in Locale(locale).languages.items() if len(tag) < 4})
    names.update({name: tag for table in (LANGIDS, LOCALISED) for tag, name in table.items()})
    names.update({"ger": "de", "fre": "fr", "chi": "zh", "geo": "ka", "arm": "hy", "tur": "tr", "ukr": "uk", "rum": "ro"})
    return names


class Terms:
    """Terms of a vocabulary by their ids and labels, in any language and letter case; with ``loosely`` also by what readers search."""

    def __init__(self, terms: Mapping[str, Any], loosely: bool = False) -> None:
        self.by_word: dict[str, str] = {}
        for term in terms.values():
            for word in (term.id, *term.label.values(), *(getattr(term, "plural", None) or {}).values()):
                self.by_word.setdefault(word.casefold(), term.id)
        for term in terms.values() if loosely else ():
            for words in (getattr(term, "searched_as", None) or {}).values():
                for word in words:
                    self.by_word.setdefault(word.casefold(), term.id)

    def of(self, word: str) -> str:
        """The id; empty where no term is called so."""
        return self.by_word.get(word.strip().casefold(), "")


def licence(text: str, terms: Mapping[str, Any]) -> str:
    """The SPDX id of a licence by its id, its address or its name."""
    bare = re.sub(r"^https?://(?:www\.)?|/(?:legalcode|deed)?(?:\.[a-z]{2})?/?$|/$", "", text.strip().lower())
    for term in terms.values():
        address = re.sub(r"^https?://(?:www\.)?|/(?:legalcode|deed)?(?:\.[a-z]{2})?/?$|/$", "", term.url.lower())
        spoken = {term.id.lower(), term.id.lower().replace("-", " "), address, *(label.lower() for label in term.label.values())}
        if bare in spoken or re.sub(r"^cc[ -]", "cc ", bare) in spoken:
            return str(term.id)
    return ""
