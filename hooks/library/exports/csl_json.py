"""CSL JSON: what citation processors read (csl-data.json, which forbids unknown fields)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from ..citations import Citation, Name

_TYPES = {"article": "article-journal", "book": "book", "report": "report"}
_REGIONS = {"ru": "ru-RU", "kk": "kk-KZ", "ko": "ko-KR"}


def entry(citation: Citation) -> str:
    """One item as a JSON object, fields in settled order."""
    return json.dumps({name: value for name, value in _fields(citation).items() if value}, ensure_ascii=False, indent=1)


def join(entries: Iterable[str]) -> str:
    """An array of items."""
    return "[" + ",\n".join(entries) + "]\n"


def _name(name: Name) -> dict[str, str]:
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _fields(citation: Citation) -> dict[str, Any]:
    issued = citation.issued
    notes = ["Title supplied by the library"] if citation.supplied else []
    if citation.and_others:
        notes.append("The source names only the first authors")
    return {
        "id": citation.key,
        "citation-key": citation.key,
        "type": _TYPES[citation.kind],
        "title": citation.title,
        "author": [_name(name) for name in citation.authors],
        "editor": [_name(name) for name in citation.editors],
        "translator": [_name(name) for name in citation.translators],
        "issued": {"date-parts": [[part for part in (issued.year, issued.month, issued.day) if part]]} if issued else None,
        "genre": citation.genre,
        "container-title": citation.container,
        "collection-title": citation.series,
        "collection-number": citation.series_number,
        "volume": citation.volume,
        "issue": citation.number,
        "page": citation.pages,
        "number-of-pages": str(citation.extent) if citation.extent else "",
        "publisher": citation.publisher,
        "publisher-place": citation.place,
        "ISBN": " ".join(citation.isbn),
        "ISSN": " ".join(citation.issn),
        "DOI": citation.doi,
        "URL": citation.url,
        "language": _REGIONS.get(citation.language, citation.language),
        "keyword": ", ".join(citation.keywords),
        "abstract": citation.abstract,
        "note": ". ".join(notes),
    }
