"""CSL JSON, and what Crossref and DataCite answer: arrays of items, or one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from library.importing.entries import Entry, Named, Reading, Unreadable
from library.importing.kinds import BY_FORMAT
from library.importing.reading import datacite, our_remarks
from library.importing.texts import plain

_ROLES = {"author": "author", "editor": "editor", "translator": "translator"}
_TEXTS = {
    "publisher-place": "place",
    "publisher-location": "place",
    "collection-title": "series",
    "collection-number": "series_number",
    "volume": "volume",
    "issue": "number",
    "number-of-pages": "extent",
    "DOI": "doi",
    "URL": "address",
    "language": "language",
    "edition": "edition",
    "number-of-volumes": "volumes",
    "event-title": "event",
    "event-place": "event_place",
    "abstract": "abstract",
}
_KINDS_OF_REPORTS = ("report", "thesis", "web-page", "standard", "legislation")
_SAID_OTHERWISE_TOLD = (
    "id type title subtitle short-title container-title container-title-short issued page genre publisher ISBN ISSN isbn-type issn-type "
    "keyword subject note custom citation-key original-title license indexed deposited created published published-print published-online "
    "reference reference-count references-count is-referenced-by-count score prefix member source content-domain link relation "
    "resource content-created content-updated accessed categories update-policy assertion journal-issue event original-date event-date number original-language "
    "alternative-id archive institution article-number shortTitle journalAbbreviation"
)
_SAID_OTHERWISE = frozenset(_SAID_OTHERWISE_TOLD.split())
"""Fields that are read one by one, or tell of the service and not of the publication."""


_BETWEEN = re.compile(r"[\s,]*")


def read(text: str, file: str) -> Reading:
    """Every item of a file, in its order."""
    reading = Reading()
    for line, item in _items(text, file):
        if not isinstance(item, Mapping):
            raise Unreadable(f"{file}:{line}: this is no item of CSL JSON", "an item is an object with type and title")
        reading.entries.append(datacite.entry(item, file, line) if "attributes" in item else _entry(item, file, line))
    return reading


def _items(text: str, file: str) -> Iterator[tuple[int, Any]]:
    """Each item with the line that it begins in."""
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    decoder = json.JSONDecoder()
    if text[start] == "[":
        at, line, counted = start + 1, 1, 0
        while True:
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # it matches nothing as well
            if text[at : at + 1] in ("]", ""):
                return
            line, counted = line + text.count("\n", counted, at), at
            item, at = decoder.raw_decode(text, at)
            yield line, item
    whole = json.loads(text[start:])
    for name in ("message", "data", "items", "references"):
        found = whole.get(name) if isinstance(whole, Mapping) else None
        if isinstance(found, Mapping) and "items" in found:
            found = found["items"]
        if isinstance(found, list | dict):
            yield from ((1, item) for item in (found if isinstance(found, list) else [found]))
            return
    yield 1, whole


def one(value: Any) -> str:
    """A value as one text: the first of a list, as Crossref has titles."""
    while isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, Mapping) or value is None:
        return ""
    return plain(str(value))


def many(value: Any) -> list[str]:
    if value is None or value == "":
        return []
    return [text for each in (value if isinstance(value, list) else [value]) if (text := one(each))]


def _entry(item: Mapping[str, Any], file: str, line: int) -> Entry:
    called = one(item.get("type"))
    kind = BY_FORMAT["csl"].get(called, "other")
    key = one(item.get("citation-key") or item.get("id"))
    entry = Entry(file, line, key, kind, called, genre=one(item.get("genre")))
    title, sub = one(item.get("title")), one(item.get("subtitle"))
    entry.title = title if not sub or sub in title else f"{title}: {sub}"
    for field, ours in _TEXTS.items():
        if (value := one(item.get(field))) and not getattr(entry, ours):
            setattr(entry, ours, value)
    entry.container = one(item.get("container-title"))
    for further in many(item.get("container-title"))[1:]:
        entry.keep("container-title", further)
    _people(entry, item)
    entry.issued = _issued(item)
    entry.pages = re.sub(r"\s*[-–—]+\s*", "-", one(item.get("page")))
    publisher = one(item.get("publisher"))
    entry.issuer, entry.publisher = (publisher, "") if kind in _KINDS_OF_REPORTS else ("", publisher)
    entry.isbn = [isbn.rpartition("/")[2] for text in many(item.get("ISBN")) for isbn in re.split(r"[\s,;]+", text) if isbn]
    entry.issn = [issn for text in many(item.get("ISSN")) for issn in re.split(r"[\s,;]+", text) if issn]
    entry.own_number = one(item.get("number")) or one(item.get("article-number"))
    entry.event_date, entry.original_issued = _parts(item.get("event-date") or {}), _parts(item.get("original-date") or {})
    words = many(item.get("subject")) or [word for word in re.split(r"\s*[,;]\s*", one(item.get("keyword"))) if word]
    entry.keywords = words
    _licence(entry, item)
    _ours(entry, item)
    for name, value in item.items():
        if name not in _TEXTS and name not in _ROLES and name not in _SAID_OTHERWISE:
            entry.keep(name, _shown(value))
    return entry


def _shown(value: Any) -> str:
    """A value of any shape as text for a note."""
    if isinstance(value, list) and value and all(isinstance(each, Mapping) and ("family" in each or "literal" in each) for each in value):
        return "; ".join(_name(each).text for each in value)
    if isinstance(value, Mapping) and "date-parts" in value:
        return _parts(value)
    if isinstance(value, Mapping | list):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "" if value is None else str(value)


def _people(entry: Entry, item: Mapping[str, Any]) -> None:
    for field, role in _ROLES.items():
        for each in item.get(field) or ():
            if not isinstance(each, Mapping):
                entry.keep(field, str(each))
            elif one(each.get("literal")).lower() in ("others", "et al."):
                entry.and_others = True
            else:
                entry.people.append((role, _name(each)))


def _name(each: Mapping[str, Any]) -> Named:
    orcid = one(each.get("ORCID")).rpartition("/")[2]
    affiliation = "; ".join(
        name for place in each.get("affiliation") or () if isinstance(place, Mapping) and (name := one(place.get("name")))
    )
    identifiers = (("orcid", orcid),) if orcid else ()
    if whole := one(each.get("literal") or each.get("name")):
        return Named(whole=whole, is_body=True, identifiers=identifiers, affiliation=affiliation)
    particles = " ".join(text for part in ("dropping-particle", "non-dropping-particle") if (text := one(each.get(part))))
    family = f"{particles} {one(each.get('family'))}".strip()
    return Named(family, one(each.get("given")), one(each.get("suffix")), identifiers=identifiers, affiliation=affiliation)


def _issued(item: Mapping[str, Any]) -> str:
    for name in ("issued", "published-print", "published", "published-online"):
        if (value := item.get(name)) and (found := _parts(value)):
            return found
    return ""


def _parts(value: Any) -> str:
    if not isinstance(value, Mapping):
        return one(value)
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] and parts[0][0]:
        written = [str(part) for part in parts[0]]
        first = "-".join([written[0].zfill(4), *(part.zfill(2) for part in written[1:])])
        return first if len(parts) == 1 else f"{first}/{'-'.join(str(part) for part in parts[1])}"
    return one(value.get("raw") or value.get("literal"))


def _licence(entry: Entry, item: Mapping[str, Any]) -> None:
    """Crossref names licences of each version of a document by their addresses; the one of the published version is taken."""
    told = [each for each in item.get("license") or () if isinstance(each, Mapping) and each.get("URL")]
    for each in sorted(told, key=lambda each: each.get("content-version") != "vor"):
        if not entry.licence:
            entry.licence = one(each["URL"])
        elif one(each["URL"]) != entry.licence:
            entry.keep("license", one(each["URL"]))


def _ours(entry: Entry, item: Mapping[str, Any]) -> None:
    """What our own exports put into ``custom`` and ``note``."""
    custom = item.get("custom")
    custom = custom if isinstance(custom, Mapping) else {}
    entry.abstract_supplied = custom.get("abstract-by") == "library"
    for other in custom.get("editions") or ():
        if isinstance(other, Mapping):
            entry.siblings.append((one(other.get("id")), one(other.get("relation"))))
    for name, value in custom.items():
        if name not in ("abstract-by", "editions", "original-language", "further-languages"):
            entry.keep(name, _shown(value))
    if rest := our_remarks.take(entry, one(item.get("note"))):
        entry.keep("note", rest)
    if not any(relation == "translation-of" for _, relation in entry.siblings):
        entry.original_title, entry.original_language = one(item.get("original-title")), one(custom.get("original-language"))
    entry.further_languages = many(custom.get("further-languages"))
