"""What an entry stands in: a record of the library, or a journal, book or set that its own record names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.repeated import normalised
from library.catalogue.hosts import IN_A_HOST, kind_of_type
from library.importing import values
from library.importing.entries import Entry, Named
from library.importing.notes import Notes
from library.importing.texts import language_by_letters
from library.importing.titles import may_be

PARTS = ("article", "chapter", "conference-paper", "entry", "review")
"""Kinds that stand in something, whose ISBN and editors are those of the whole."""


def type_of(catalogue: Catalogue, entry: Entry, kind: str) -> str:
    """The type of ours that is cited as a kind; empty where there is none, or where nothing tells what such a part stands in."""
    types = catalogue.vocabularies["types"].terms
    kind = {"review": "book-review"}.get(kind, kind)
    if kind not in types or (kind in (*IN_A_HOST, "book-review") and not entry.container):
        return ""
    return kind if kind == "book-review" or kind_of_type(catalogue, kind) == kind else ""


def in_set(entry: Entry) -> str:
    """The title of the set of which a book is a volume: its main title, or its own, where it has the number of a volume but no other title.

    What BibTeX and CSL call the series of a book with the number of a volume is such a set, unless the library has a series of the name.
    """
    if entry.set_title or entry.kind != "book" or not entry.volume:
        return entry.set_title
    return entry.title if not entry.series else "" if entry.series_number else entry.series


def host(catalogue: Catalogue, entry: Entry, language: str, notes: Notes, party: Callable[[Named], dict[str, str]]) -> dict[str, Any]:
    """The field ``host``; empty where an entry stands in nothing. What it does not take goes into the note."""
    title = entry.container or in_set(entry)
    if not title:
        for name in ("volume", "number"):
            notes.keep(name, getattr(entry, name))
        for issn in entry.issn:
            notes.keep("issn", issn)
        return {}
    made: dict[str, Any] = {}
    if work := _record(catalogue, entry, title):
        made["work"] = work
    else:
        made["title"] = {_language(catalogue, title, language): title}
    for name in ("volume", "number"):
        if value := getattr(entry, name):
            made[name] = value
    editors = [_named(party(name)) for role, name in entry.people if role == "editor"] if entry.kind in PARTS else []
    editors = [each for each in editors if each]
    if editors and not work:
        made["editors"] = editors
    for scheme, numbers in (("issn", entry.issn), ("isbn", entry.isbn if entry.kind in PARTS else [])):
        sound = _sound(scheme, numbers, notes)
        if sound and not work:
            made[scheme] = sound
    return made


def _named(party: Mapping[str, str]) -> dict[str, str]:
    return {name: party[name] for name in ("party", "name") if name in party}


def _sound(scheme: str, numbers: list[str], notes: Notes) -> list[str]:
    sound: list[str] = []
    for text in numbers:
        number = re.sub(r"\s*\(.*?\)\s*|^(?:ISBN|ISSN)[:\s]*", "", text).strip()
        if said := values.fault(scheme, number):
            notes.keep(scheme, number, said)
        elif number not in sound:
            sound.append(number)
    return sound


def _record(catalogue: Catalogue, entry: Entry, title: str) -> str:
    """The book of the library that has this title, where it is the only one."""
    if entry.kind not in ("chapter", "conference-paper", "entry"):
        return ""
    wanted = normalised(title)
    found = [
        placed.work.id
        for placed in catalogue.works.values()
        if kind_of_type(catalogue, placed.work.type) in ("book", "report") and wanted in map(normalised, placed.work.title.values())
    ]
    return found[0] if len(found) == 1 else ""


def _language(catalogue: Catalogue, title: str, language: str) -> str:
    """A journal's or book's title is in the language of what stands in it, unless its letters are others."""
    letters = language_by_letters(title)
    chosen = language if language and may_be(language, letters) else letters
    known = catalogue.vocabularies["languages"]
    return chosen if chosen in known else next(iter(known))
