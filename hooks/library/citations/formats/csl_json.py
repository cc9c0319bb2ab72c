"""CSL JSON: what citation processors read (csl-data.json, which forbids unknown fields).

What the schema has no field for stands in its ``custom``: the language of the original, and
the other editions of the work with their relation to this one (``translation-of``,
``translated-as``, ``other-language``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.formats import remarks
from library.citations.kinds import csl_type

_REGIONS = {
    "az": "AZ",
    "be": "BY",
    "hy": "AM",
    "ka": "GE",
    "kk": "KZ",
    "ko": "KR",
    "ky": "KG",
    "mn": "MN",
    "ru": "RU",
    "tg": "TJ",
    "tk": "TM",
    "tr": "TR",
    "uk": "UA",
    "uz": "UZ",
}
"""Regions by which CSL names its translations (``ru-RU``). English and others of many
countries stay without one: the catalogue does not know which is meant."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def entry(citation: Citation) -> str:
    """One item as a JSON object in one line, fields in settled order."""
    return _encode({name: value for name, value in _fields(citation).items() if value})


def join(entries: Iterable[str]) -> str:
    """An array of items, a line each."""
    return "[" + ",\n".join(entries) + "]\n"


def language_tag(language: str) -> str:
    """A language as CSL has it: ``ru`` gives ``ru-RU``."""
    return f"{language}-{_REGIONS[language]}" if language in _REGIONS else language


def dated(when: Issued | None) -> dict[str, Any] | None:
    """A date in parts, of a span both ends; "circa" for all that is not certain.

    pandoc and Zotero lose a date that is a text, so decades are spans, and what begins or ends somewhere is near that.
    """
    if when is None:
        return None
    parts = [_parts(when), *([_parts(when.end)] if when.begins and when.end else [])]
    if when.mark == "X":
        parts = [[int(when.edtf.replace("X", digit))] for digit in "09"]
    found: dict[str, Any] = {"date-parts": parts}
    if when.mark in ("~", "?", "%", "X") or not when.begins or when.edtf.endswith("/"):
        found["circa"] = True
    if when.season:
        found["season"] = when.season - 20
    return found


def _parts(when: Issued) -> list[int]:
    return [part for part in (when.year, when.month, when.day) if part]


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _fields(citation: Citation) -> dict[str, Any]:
    volume_of = remarks.set_of_volumes(citation)
    notes = remarks.withdrawn(citation) + remarks.corrected(citation)
    if (citation.issued and (citation.issued.mark not in ("", "~") or (citation.issued.is_span and not citation.issued.end))) or (
        citation.issued and not citation.issued.begins
    ):
        notes += remarks.issued(citation.issued)
    if citation.supplied:
        notes.append(remarks.SUPPLIED)
    if citation.and_others:
        notes.append(remarks.MORE_AUTHORS)
    notes += remarks.identifiers(citation)
    return {
        "id": citation.key,
        "citation-key": citation.key,
        "type": csl_type(citation),
        "title": citation.title,
        "original-title": citation.original[0],
        "original-date": dated(citation.original_date),
        "edition": citation.edition,
        "number": citation.own_number,
        "call-number": "; ".join(citation.classes),
        "number-of-volumes": str(citation.volumes or ""),
        "author": [_name(name) for name in citation.authors],
        "editor": [_name(name) for name in citation.editors],
        "translator": [_name(name) for name in citation.translators],
        "issued": dated(citation.issued),
        "genre": citation.genre,
        "container-title": "" if volume_of else citation.container,
        "collection-title": citation.series or volume_of,
        "event-title": citation.event,
        "event-place": citation.event_place,
        "event-date": dated(citation.event_date),
        "collection-number": citation.series_number,
        "volume": citation.volume,
        "issue": citation.number,
        "page": citation.pages,
        "number-of-pages": str(citation.extent) if citation.extent else "",
        "publisher": citation.publisher,
        "publisher-place": "; ".join(citation.places),
        "ISBN": " ".join(citation.isbns),
        "ISSN": " ".join(citation.issn),
        "DOI": citation.doi,
        "URL": citation.url,
        "language": language_tag(citation.language),
        "keyword": ", ".join(citation.keywords),
        "abstract": citation.abstract,
        "note": ". ".join(notes),
        "custom": _custom(citation),
    }


def _custom(citation: Citation) -> dict[str, Any]:
    known = {
        "original-language": language_tag(citation.original[1]),
        "further-languages": [language_tag(tag) for tag in citation.further_languages],
        "funding": remarks.funding(citation),
        "abstract-by": "library" if citation.abstract_supplied else "",
        "editions": [
            {"id": other.key, "language": language_tag(other.language), "relation": other.relation} for other in citation.siblings
        ],
    }
    return {name: value for name, value in known.items() if value}
