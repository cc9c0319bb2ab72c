"""Remarks that our own exports write where a format has no field, read back into fields: ``citations/formats/remarks``."""

from __future__ import annotations

import re

from library.citations.formats import remarks
from library.importing.entries import Entry

_NEXT = (
    "Translated by |Translated from |Translated into |Also published in |Another edition states |Given at: |In: |In English: |"
    "Title supplied |Issued |Copyright |[0-9]+ pages|[0-9]+ volumes"
)
_END = rf"(?=\. (?:{_NEXT})|\.?\Z)"

_SIBLINGS = (
    (re.compile(r"Translated from the [^.()]+ edition \(([A-Za-z][\w:-]+)\)"), "translation-of"),
    (re.compile(r"Translated into [^.()]+ \(([A-Za-z][\w:-]+)\)"), "translated-as"),
    (re.compile(r"Also published in [^.()]+ \(([A-Za-z][\w:-]+)\)"), "other-language"),
    (re.compile(r"Another edition states no language \(([A-Za-z][\w:-]+)\)"), "other-language"),
)
_SAID = {
    remarks.SUPPLIED: "title_supplied",
    remarks.ABSTRACT_SUPPLIED: "abstract_supplied",
    remarks.MORE_AUTHORS: "and_others",
}
_ENGLISH = re.compile(rf"In English: (.+?){_END}")
_PAGES = re.compile(r"(\d+) pages(?=\.|\Z)")
_TRANSLATORS = re.compile(rf"Translated by (.+?){_END}")
_ISBN = re.compile(r"(?:Further )?ISBN:? ((?:[\dXx-]+(?:, )?)+)")
_LICENCE = re.compile(r"Licence: (\S+)\Z")


_VOLUMES = re.compile(r"(\d+) volumes(?=\.|\Z)")
_EVENT = re.compile(rf"Given at: (.+?){_END}")
_ORIGINAL = re.compile(rf"Translated from: (.+?){_END}")
_WHOLE = re.compile(rf"In: (.+?){_END}")
_DATE = r"(?:, ([0-9c.][0-9X~?%/.-]*[0-9X~?%.]))?\Z"


def take(entry: Entry, text: str) -> str:
    """Puts what our exports told in a note into the fields of the entry, and gives back what is left of the text."""
    text = _whole(entry, _original(entry, _event(entry, text)))
    for said, name in _SAID.items():
        if said in text:
            setattr(entry, name, True)
            text = text.replace(said, "")
    for pattern, relation in _SIBLINGS:
        entry.siblings += [(found[1], relation) for found in pattern.finditer(text)]
        text = pattern.sub("", text)
    if found := _ENGLISH.search(text):
        entry.other_titles["en"], text = found[1], text.replace(found[0], "")
    for pattern, name in ((_PAGES, "extent"), (_LICENCE, "licence"), (_VOLUMES, "volumes")):
        if (found := pattern.search(text)) and not getattr(entry, name):
            setattr(entry, name, found[1])
            text = text.replace(found[0], "")
    if (found := _TRANSLATORS.search(text)) and any(role == "translator" for role, _ in entry.people):
        text = text.replace(found[0], "")
    if found := _ISBN.search(text):
        entry.isbn += [isbn for isbn in re.split(", *", found[1]) if isbn]
        text = text.replace(found[0], "")
    return text.strip(" .,;")


def _event(entry: Entry, text: str) -> str:
    """The conference, its place and its date."""
    if not (found := _EVENT.search(text)) or entry.event_place:
        return text
    told = re.sub(_DATE, "", found[1])
    entry.event_date = (re.search(_DATE, found[1]) or [""])[1] or ""
    name, comma, place = told.rpartition(", ")
    entry.event, entry.event_place = (name, place) if comma else (told, "")
    return text.replace(found[0], "")


def _original(entry: Entry, text: str) -> str:
    """Title, language and date of what was translated, each where it is known."""
    if not (found := _ORIGINAL.search(text)) or entry.original_language:
        return text
    told = re.sub(_DATE, "", found[1])
    entry.original_issued = (re.search(_DATE, found[1]) or [""])[1] or ""
    title, _, language = told.rpartition(", ")
    entry.original_title = entry.original_title or title
    entry.original_language = language
    return text.replace(found[0], "")


def _whole(entry: Entry, text: str) -> str:
    """What it stands in, with volume and number, where the type of entry has no field for that."""
    if not (found := _WHOLE.search(text)) or entry.container:
        return text
    told = re.fullmatch(r"(.+?)(?:, vol\. ([^,]+))?(?:, no\. ([^,]+))?", found[1])
    if told:
        entry.container, entry.volume, entry.number = told[1], told[2] or entry.volume, told[3] or entry.number
    return text.replace(found[0], "")
