"""The read-only JSON API under /api/v1/: every record, the vocabularies, and what there is.

What the fields mean stands in ``api_schemas``, which are published beside the data. A change
that could break a program that reads the API gets a new number in its address.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from library.catalogue.authorities import OPTIONAL
from library.catalogue.catalogue import Catalogue, Filed, Placed
from library.catalogue.indexes import Indexes
from library.catalogue.kinds import BY_NAME, KINDS
from library.catalogue.languages import INTERNATIONAL, text_in
from library.citations import paths as citation_paths
from library.citations.formats import PART_LIMIT, table
from library.machines.api import elsewhere, indicators, kinds, participation
from library.machines.api.descriptions import Descriptions, known
from library.machines.api.schemas import schemas
from library.machines.changes import last_change
from library.press.addresses import Site
from library.press.output import OutputFile

FOLDER = citation_paths.API.rstrip("/")

OF_THEIR_OWN = {"indicators": indicators, "elsewhere": elsewhere, "participation": participation}
"""Lists whose entries say more than a term does: each has its schema and its table."""


class Api:
    """Makes the files of the API."""

    def __init__(self, catalogue: Catalogue, indexes: Indexes, site: Site) -> None:
        self.catalogue = catalogue
        self.site = site
        self.root = f"{site.url}{citation_paths.API}"
        self.describe = Descriptions(catalogue, indexes, site)

    def all(self) -> Iterator[OutputFile]:
        yield from self.records()
        yield from self.lists()

    def records(self) -> Iterator[OutputFile]:
        """A file for each work."""
        yield from map(self.record, self.catalogue.works.values())

    def record(self, placed: Placed) -> OutputFile:
        return OutputFile(f"{FOLDER}/works/{placed.work.id}.json", _text(self.describe.work(placed)))

    def lists(self) -> Iterator[OutputFile]:
        """What there is, lists of works and of all else, schemas, and the works as a table."""
        collections = {"works": [self.describe.summary(placed) for placed in self.catalogue.works.values()]}
        if self.catalogue.journal:
            yield OutputFile(f"{FOLDER}/journal.json", _text(self.describe.journal(self.catalogue.journal)))
            collections["issues"] = [self.describe.issue(issue) for issue in self.catalogue.issues.values()]
        for name, records in self.catalogue.filed.items():
            collections[BY_NAME[name].collection] = [self._filed(filed) for filed in records.values()]
        collections["parties"] = [self.describe.party(party_id) for party_id in self.catalogue.vocabularies["parties"]]
        uses = self._uses()
        for name, vocabulary in self.catalogue.vocabularies.items():
            if name in OF_THEIR_OWN:
                if len(vocabulary):
                    collections[name] = list(OF_THEIR_OWN[name].entries(self.catalogue))
            elif name != "parties" and (len(vocabulary) or name not in OPTIONAL):
                collections[name] = [self.describe.term(name, term_id, uses[name]) for term_id in self.catalogue.vocabularies[name]]
        for name, entries in collections.items():
            yield from self._collection(name, entries)
        tables = list(self.tables())
        yield from tables
        for name, schema in schemas(self.root).items():
            yield OutputFile(f"{FOLDER}/schema/{name}.json", _text(schema))
        yield OutputFile(f"{FOLDER}/index.json", _text(self.index({name: len(entries) for name, entries in collections.items()}, tables)))

    def _filed(self, filed: Filed) -> dict[str, Any]:
        return kinds.described(filed, self.site.address(filed.address, self.site.languages[0]), self.describe.pages(filed.address))

    def _collection(self, name: str, entries: Iterable[Mapping[str, Any]], limit: int = PART_LIMIT) -> Iterator[OutputFile]:
        """A list in parts that lead from one to the next."""
        divided = _divided(map(_json, entries), limit)
        count = sum(map(len, divided))
        names = [f"{name}.json" if number == 1 else f"{name}-{number}.json" for number in range(1, len(divided) + 1)]
        for number, part in enumerate(divided):
            head = known(
                url=self.root + names[number],
                schema=f"{self.root}schema/{_key(name)}.json",
                licence=citation_paths.METADATA_LICENCE["url"],
                count=count,
                part=number + 1,
                parts=len(divided),
                first=self.root + names[0],
                previous=self.root + names[number - 1] if number else None,
                next=self.root + names[number + 1] if number + 1 < len(names) else None,
            )
            yield OutputFile(f"{FOLDER}/{names[number]}", f'{_json(head)[:-1]},"{_key(name)}":[\n' + ",\n".join(part) + "\n]}\n")

    def _uses(self) -> dict[str, Counter[str]]:
        """Numbers of works by term, for vocabularies whose terms have no lists."""
        uses: dict[str, Counter[str]] = {name: Counter() for name in self.catalogue.vocabularies}
        for placed in self.catalogue.works.values():
            work = placed.work
            uses["audiences"].update(set(work.audiences))
            uses["licences"].update({edition.licence for edition in work.editions if edition.licence})
            uses["tags"].update({each.tag for each in work.tags})
            uses["sources"].update({source.source for source in work.provenance if source.source})
        return uses

    def index(self, counts: Mapping[str, int], tables: Iterable[OutputFile] = ()) -> dict[str, Any]:
        works = self.catalogue.works.values()
        address = self.site.url
        return {
            "schema": f"{self.root}schema/index.json",
            "version": "1",
            "name": dict(self.site.names),
            "url": address,
            "languages": list(self.site.languages),
            "licence": citation_paths.METADATA_LICENCE,
            "changed": str(last_change(works)),
            "counts": {**counts, "editions": sum(len(placed.work.editions) for placed in works)},
            "collections": {name: f"{self.root}{name}.json" for name in counts},
            **({"journal": f"{self.root}journal.json"} if self.catalogue.journal else {}),
            "record": f"{self.root}works/{{id}}.json",
            "tables": {PurePosixPath(file.path).stem: f"{self.site.url}{file.path}" for file in tables},
            "exports": self.describe.exports(citation_paths.LIBRARY),
            "schemas": {name: f"{self.root}schema/{name}.json" for name in schemas(self.root)},
            "feeds": {language: f"{prefix}feed.xml" for language, prefix in self.describe.prefixes},
            "opds": {language: f"{prefix}opds/index.xml" for language, prefix in self.describe.prefixes},
            "resourcesync": f"{address}.well-known/resourcesync",
            "sitemap": f"{address}sitemap.xml",
        }

    def tables(self, limit: int = PART_LIMIT) -> Iterator[OutputFile]:
        """The works, and the records of each kind beside them, as CSV (RFC 4180), a row each, in parts; several values in one
        cell are divided by ``; ``."""
        languages = self.site.languages
        columns = [
            "id",
            "type",
            *(f"title_{language}" for language in languages),
            "supplied_titles",
            "issued",
            "issue",
            "creators",
            "issuer",
            "themes",
            "countries",
            "regions",
            "series",
            "languages",
            "citation_keys",
            "dois",
            "files",
            "url",
            "record",
            "added",
            "changed",
            "withdrawn",
        ]
        rows = [table.row(self._cells(placed, languages)) for placed in self.catalogue.works.values()]
        yield from _table("works", columns, rows, limit)
        for name, own in OF_THEIR_OWN.items():
            if len(self.catalogue.vocabularies[name]):
                yield OutputFile(f"{FOLDER}/{name}.csv", own.csv(self.catalogue, languages[0]))
        for name, records in self.catalogue.filed.items():
            kind = BY_NAME[name]
            rows = [table.row(kinds.cells(self._filed(filed), kind.model, languages)) for filed in records.values()]
            yield from _table(kind.collection, kinds.columns(kind.model, languages), rows, limit)

    def _cells(self, placed: Placed, languages: Sequence[str]) -> list[str]:
        made = self.describe.summary(placed)
        creators = [creator.get("name") or text_in(creator["label"], INTERNATIONAL) for creator in made["creators"]]
        return [
            made["id"],
            made["type"],
            *(made["title"].get(language, "") for language in languages),
            "; ".join(made["supplied_titles"]),
            made.get("issued", ""),
            made.get("issue", ""),
            "; ".join(creators),
            made.get("issuer", ""),
            *("; ".join(made[name]) for name in ("themes", "countries", "regions")),
            made.get("series", ""),
            *("; ".join(made[name]) for name in ("languages", "citation_keys", "dois", "files")),
            made["url"],
            made["record"],
            made["added"],
            made["changed"],
            "yes" if made["withdrawn"] else "no",
        ]


def _table(name: str, columns: Sequence[str], rows: Iterable[str], limit: int) -> Iterator[OutputFile]:
    for number, part in enumerate(_divided(rows, limit), 1):
        yield OutputFile(f"{FOLDER}/{name}{'' if number == 1 else f'-{number}'}.csv", table.join(part, columns))


def _divided(entries: Iterable[str], limit: int) -> list[list[str]]:
    """Entries in order, in parts of fewer bytes than ``limit`` each, with room for a head; at least one part."""
    divided: list[list[str]] = [[]]
    size = _HEAD_SIZE
    for entry in entries:
        length = len(entry.encode()) + 2
        if divided[-1] and size + length >= limit:
            divided.append([])
            size = _HEAD_SIZE
        divided[-1].append(entry)
        size += length
    return divided


_HEAD_SIZE = 2_000
"""Bytes, with room to spare for long addresses."""


def _key(name: str) -> str:
    """What the list of a collection is called in its file, and so is its schema."""
    return name if name in ("works", "issues", "parties", *OF_THEIR_OWN, *(kind.collection for kind in KINDS)) else "terms"


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _json(value: Any) -> str:
    return _encode(value)


def _text(value: Any) -> str:
    return _encode(value) + "\n"
