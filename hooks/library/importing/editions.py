"""The fields of an edition that hold one value each, checked one by one: what a field does not take goes into the note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from library.importing import values
from library.importing.entries import Entry
from library.importing.notes import Notes

NOT_ITS_OWN = ("article", "chapter", "conference-paper", "entry", "review")
"""Kinds whose ISBN is that of the whole that they stand in."""


def described(entry: Entry, notes: Notes, licences: Mapping[str, Any]) -> dict[str, Any]:
    """Place, pages, extent, numbers, address and licence of an entry."""
    edition: dict[str, Any] = {"place": entry.place} if entry.place else {}
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
        if entry.kind in NOT_ITS_OWN:
            notes.keep("isbn", isbn)
        elif said := values.fault("isbn", isbn):
            notes.keep("isbn", isbn, said)
        elif isbn not in isbns:
            isbns.append(isbn)
    if isbns:
        edition["isbn"] = isbns


def _backwards(pages: str) -> bool:
    first, _, last = pages.replace("–", "-").partition("-")
    return first.isdigit() and last.isdigit() and int(last) < int(first)
