"""A publication that somebody tells of: its entry, as imports have them."""

from __future__ import annotations

import re
from typing import Any

from library.asked.forms import Asked
from library.catalogue.catalogue import Catalogue
from library.catalogue.problems import part
from library.importing import values
from library.importing.entries import Entry, Named
from library.importing.reading.ris import name as named
from library.importing.texts import plain
from library.importing.values import Terms

_MOST = 50
"""Persons of a publication: more are no authors but somebody who tries what happens."""

_LINK = re.compile(r"\]\((https://[^\s()]+)\)")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]]+")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s\"<>,;]+")
_ISSN = re.compile(r"(?<![0-9-])[0-9]{4}-[0-9]{3}[0-9Xx](?![0-9-])")
_ISBN = re.compile(r"(?<![0-9-])(?:97[89][ -]?)?[0-9](?:[ -]?[0-9]){8}[ -]?[0-9Xx](?![0-9-])")

_OF_LANGUAGES = re.compile(r"\s+(?:language|язык|языки|тілі|тілдері)\Z", re.IGNORECASE)
"""What "Russian language" says besides; in Kazakh names of languages have it, too."""


def entry(asked: Asked, catalogue: Catalogue) -> Entry:
    """The entry of the answers; what no field takes is kept for the note."""
    made = Entry("issue", 0, "", kind="report", called="a form")
    made.title = plain(asked.one("title"))
    _type(made, plain(asked.one("type")), catalogue)
    _languages(made, asked.one("languages"), catalogue.vocabularies["languages"])
    _people(made, asked.one("authors"))
    made.issued = plain(asked.one("year"))
    _identifiers(made, asked.one("identifiers"))
    _address(made, plain(asked.one("address")))
    _documents(made, asked.one("document"))
    made.keep("source", asked.one("source"))
    return made


def _type(made: Entry, told: str, catalogue: Catalogue) -> None:
    types = Terms(catalogue.vocabularies["types"].terms, loosely=True)
    if found := types.of(told):
        made.genre = found
        return
    made.keep("type", told)
    made.remarks.append(part("the form names no type that the library knows; it is taken as a report, as a work whose kind is not stated"))


def _languages(made: Entry, told: str, known: Any) -> None:
    """``Kazakh and Russian``: the first is the chief one."""
    found: list[str] = []
    for word in re.split(r"[,;/&\n]|\s+(?:and|и|және|мен)\s+", told):
        bare = plain(word)
        if not bare:
            continue
        stem = _OF_LANGUAGES.sub("", bare)
        tag = next((tag for form in (bare, stem, f"{stem} тілі") if (tag := values.language(form, known))), "")
        if tag and tag not in found:
            found.append(tag)
        elif not tag:
            made.keep("language", bare)
            made.remarks.append(part(f'"{bare}" is no language that the library knows; it stands in the note'))
    made.language, made.further_languages = (found[0], found[1:]) if found else ("", [])


def _people(made: Entry, told: str) -> None:
    lines = [text for line in re.split(r"[\n;]", told) if (text := re.sub(r"^[-*•]\s+", "", plain(line)))]
    for text in lines[:_MOST]:
        if quoted := re.fullmatch(r"[\"“„«](.+)[\"”“»]", text):
            made.people.append(("author", Named(whole=quoted[1], is_body=True)))
        elif text.casefold() in ("et al.", "et al", "и др.", "и др", "т.б.", "т. б.", "және т.б."):
            made.and_others = True
        else:
            made.people.append(("author", named(text)))
            if "," not in text and " " in text and not made.people[-1][1].is_body:
                made.remarks.append(part(f'of "{text}" the last word is taken for the family name; see whether it is'))
    for text in lines[_MOST:]:
        made.keep("author", text)


def _identifiers(made: Entry, told: str) -> None:
    """ISBN, ISSN and DOI wherever they stand in an answer; the rest of it is kept."""
    text = plain(told)
    if found := _DOI.search(text):
        made.doi = found[0].rstrip(".,;")
        text = text.replace(f"https://doi.org/{made.doi}", " ").replace(made.doi, " ")
    for pattern, kept in ((_ISBN, made.isbn), (_ISSN, made.issn)):
        for number in pattern.findall(text):
            text = text.replace(number, " ", 1)
            kept.append(number.strip())
    rest = re.sub(r"(?i)\b(?:e-?)?(?:isbn|issn|doi)(?:-1[03])?\b:?|[;,:]", " ", text)
    made.keep("identifiers", " ".join(rest.split()))


def _address(made: Entry, told: str) -> None:
    found = _ADDRESS.search(told)
    if found and not values.fault("address", found[0].rstrip(".,;")):
        made.address = found[0].rstrip(".,;")
        told = told.replace(made.address, " ", 1)
    made.keep("address", told)


def _documents(made: Entry, told: str) -> None:
    """What was attached is not fetched: people see first whether the library may publish it."""
    for address in (_LINK.findall(told) or _ADDRESS.findall(told))[:10]:
        made.keep("document", address)
        made.remarks.append(part(f"a document is attached at {address}; add it if the library may publish it"))
