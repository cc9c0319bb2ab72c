"""Works that are there already: found by DOI, ISBN, the bytes of a document, or title and year, across scripts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stdnum import isbn as stdnum_isbn

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.checks.repeated import normalised
from library.catalogue.problems import part
from library.citations.references.romanisation import is_cyrillic
from library.importing.parties import skeleton

SHOWN = ("title", "creators", "issued", "publisher", "isbn", "doi", "address")
"""What is shown of two records side by side."""

Facts = dict[str, str]


@dataclass(frozen=True)
class Same:
    """A work that an entry seems to be: ``why`` in words, ``where`` its file or line, its facts and those of the entry."""

    work: str
    where: str
    why: str
    theirs: Facts
    ours: Facts


@dataclass
class Known:
    """Every work, by what tells it from others."""

    catalogue: Catalogue
    _by: dict[str, tuple[str, str, Facts]] = field(default_factory=dict)
    _hashes: dict[str, str] | None = None

    def __post_init__(self) -> None:
        for placed in self.catalogue.works.values():
            data = _data(placed)
            self.add(data, placed.record.name, str(placed.issued.year) if placed.issued else "")

    def add(self, data: Mapping[str, Any], where: str, year: str = "") -> None:
        told = (str(data["id"]), where, facts(data))
        for mark, _ in marks(data, year, _OTHER):
            self._by.setdefault(mark, told)

    def same(self, data: Mapping[str, Any], document: Path | None = None) -> Same | None:
        """The work that a record of an entry repeats."""
        for mark, why in marks(data):
            if found := self._by.get(mark):
                return Same(*found[:2], why, found[2], facts(data))
        if document is not None and (held := self._held(document)):
            placed = self.catalogue.works[held]
            return Same(held, placed.record.name, part("the same document, byte for byte"), facts(_data(placed)), facts(data))
        return None

    def _held(self, document: Path) -> str:
        if self._hashes is None:
            self._hashes = {}
            for placed in self.catalogue.works.values():
                for edition in placed.work.editions:
                    path = self.catalogue.folder / "files" / (edition.file or "")
                    if edition.file and path.is_file():
                        self._hashes[_sha256(path)] = placed.work.id
        return self._hashes.get(_sha256(document), "")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _data(placed: Placed) -> dict[str, Any]:
    data: Any = placed.record.data
    for key in placed.keys:
        data = data[key]
    found: dict[str, Any] = data
    return found


def _apart(data: Mapping[str, Any]) -> str:
    """What tells two works of one title and year apart: what they stand in, with volume and pages, and their own numbers."""
    host = data.get("host", {})
    told = [*(host.get("title") or {}).values(), *(str(host.get(name, "")) for name in ("work", "volume", "number"))]
    told += [str(edition.get(name, "")) for edition in data.get("editions", ()) for name in ("pages", "number")] if host else []
    return " ".join(filter(None, ["", *map(normalised, told)]))


_OTHER = {True: "Latin", False: "Cyrillic"}
_OWN = {True: "Cyrillic", False: "Latin"}


def marks(data: Mapping[str, Any], year: str = "", letters: Mapping[bool, str] = _OWN) -> Iterator[tuple[str, str]]:
    """What tells a record from others, each with the words for two that share it.

    Titles are compared by their sounds where one is in Cyrillic letters and the other is not: so works are remembered by
    the ``letters`` that they are not in.
    """
    editions: Iterable[Mapping[str, Any]] = data.get("editions", ())
    year = str(data.get("issued", year))[:4]
    titles: dict[str, None] = dict.fromkeys((data.get("title") or {}).values())
    for edition in editions:
        if doi := edition.get("doi"):
            yield f"doi {doi.lower()}", part(f"the same DOI, {doi}")
        for isbn in edition.get("isbn", ()):
            yield f"isbn {stdnum_isbn.compact(isbn, convert=True)}", part(f"the same ISBN, {isbn}")
        if edition.get("title"):
            titles[edition["title"]] = None
    makers = ""
    if data.get("type") in ("book-review", "commentary"):  # as the check has it: journals print the same over every one
        makers = " ".join(creator["party"] for creator in data.get("creators", ()))
    makers += _apart(data)
    printed = str(year or "–")
    for title in titles:
        yield f"title {normalised(title)} {year} {makers}", part(f"the same title and year: {title}, {printed}")
        if len(title) > 12:
            yield (
                f"{letters[is_cyrillic(title)]} {skeleton(title)} {year} {makers}",
                part(f"the same title in other letters, and year: {title}, {printed}"),
            )


def facts(data: Mapping[str, Any]) -> Facts:
    """What is shown of a record where two stand side by side."""
    editions = data.get("editions", ())
    first = editions[0] if editions else {}
    found = {
        "title": " / ".join((data.get("title") or {}).values()),
        "creators": "; ".join(creator["party"] for creator in data.get("creators", ())),
        "issued": str(data.get("issued") or first.get("issued", "")),
        "publisher": first.get("publisher") or data.get("issuer", ""),
        "isbn": ", ".join(isbn for edition in editions for isbn in edition.get("isbn", ())),
        "doi": ", ".join(edition["doi"] for edition in editions if edition.get("doi")),
        "address": first.get("address", ""),
    }
    return {name: found[name] for name in SHOWN}
