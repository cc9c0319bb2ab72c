"""The fields of an edition that hold one value each, checked one by one: what a field does not take goes into the note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from library.importing import values
from library.importing.entries import Entry
from library.importing.hosts import PARTS
from library.importing.notes import Notes
from library.importing.titles import Languages as _Languages


def described(entry: Entry, notes: Notes, licences: Mapping[str, Any], known: _Languages) -> dict[str, Any]:
    """What a document tells of itself in an entry: statements, place, pages, extent, numbers, address, licence, the original."""
    place = re.sub(r"\s*;\s*", " ; ", entry.place)  # several places, as catalogues print them
    told = {"edition": entry.edition, "number": entry.own_number, "responsibility": entry.responsibility, "place": place}
    edition: dict[str, Any] = {name: value for name, value in told.items() if value}
    _further(edition, notes, entry, known)
    _original(edition, notes, entry, known)
    checked(edition, notes, "pages", entry.pages)
    if found := values.extent(entry.extent):
        edition["extent"] = found
    elif entry.extent:
        notes.keep("extent", entry.extent)
    _isbns(edition, notes, entry)
    checked(edition, notes, "doi", values.doi(entry.doi).lower())
    checked(edition, notes, "address", entry.address)
    if licence := values.licence(entry.licence, licences) if entry.licence else "":
        edition["licence"] = licence
    elif entry.licence:
        notes.keep("licence", entry.licence)
    return edition


def _further(edition: dict[str, Any], notes: Notes, entry: Entry, known: _Languages) -> None:
    """Further languages of the document, and the number of its volumes."""
    further = [values.language(text, known) or text for text in entry.further_languages]
    if further and all(tag in known for tag in further):
        edition["also_in"] = further
    else:
        notes.keep("further languages", ", ".join(further))
    if re.fullmatch("[0-9]{1,3}", entry.volumes) and int(entry.volumes) > 1:
        edition["volumes"] = str(int(entry.volumes))
    else:
        notes.keep("volumes", entry.volumes)


def _original(edition: dict[str, Any], notes: Notes, entry: Entry, known: _Languages) -> None:
    """What it was translated from, where that is no edition of the same file."""
    if any(relation == "translation-of" for _, relation in entry.siblings):
        return
    original: dict[str, str] = {"title": entry.original_title} if entry.original_title else {}
    if entry.original_language:
        if language := values.language(entry.original_language, known):
            original["language"] = language
        else:
            notes.keep("origlanguage", entry.original_language)
    if entry.original_issued:
        date, lost = values.issued(entry.original_issued)
        notes.keep("origdate", lost)
        original |= {"issued": date} if date else {}
    if original:
        edition["original"] = original


def checked(edition: dict[str, Any], notes: Notes, name: str, value: str) -> None:
    """Puts a value into its field, or into the note where the check would refuse it."""
    if not value:
        return
    if said := values.fault(name, value):
        notes.keep(name, value, said)
    elif name == "pages" and _backwards(value):
        notes.keep(name, value, "the last page is before the first")
    else:
        edition[name] = value


def _isbns(edition: dict[str, Any], notes: Notes, entry: Entry) -> None:
    isbns = []
    for text in entry.isbn:
        isbn = re.sub(r"\s*\(.*?\)\s*|^ISBN[:\s]*", "", text).strip()
        if entry.kind in PARTS:
            continue  # that of the whole, which stands in its host
        if said := values.fault("isbn", isbn):
            notes.keep("isbn", isbn, said)
        elif isbn not in isbns:
            isbns.append(isbn)
    if isbns:
        edition["isbn"] = isbns


def _backwards(pages: str) -> bool:
    first, _, last = pages.replace("–", "-").partition("-")
    return first.isdigit() and last.isdigit() and int(last) < int(first)
