"""Remarks that our own exports write where a format has no field, read back into fields: ``citations/formats/remarks``."""

from __future__ import annotations

import re

from library.citations.formats import remarks
from library.importing.entries import Entry

_END = r"(?=\. (?:Translated by |Translated from |Translated into |Also published in |Another edition states |\d+ pages)|\.?\Z)"

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


def take(entry: Entry, text: str) -> str:
    """Puts what our exports told in a note into the fields of the entry, and gives back what is left of the text."""
    for said, name in _SAID.items():
        if said in text:
            setattr(entry, name, True)
            text = text.replace(said, "")
    for pattern, relation in _SIBLINGS:
        entry.siblings += [(found[1], relation) for found in pattern.finditer(text)]
        text = pattern.sub("", text)
    if found := _ENGLISH.search(text):
        entry.other_titles["en"], text = found[1], text.replace(found[0], "")
    for pattern, name in ((_PAGES, "extent"), (_LICENCE, "licence")):
        if (found := pattern.search(text)) and not getattr(entry, name):
            setattr(entry, name, found[1])
            text = text.replace(found[0], "")
    if (found := _TRANSLATORS.search(text)) and any(role == "translator" for role, _ in entry.people):
        text = text.replace(found[0], "")
    if found := _ISBN.search(text):
        entry.isbn += [isbn for isbn in re.split(", *", found[1]) if isbn]
        text = text.replace(found[0], "")
    return text.strip(" .,;")
