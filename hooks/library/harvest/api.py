"""The read-only JSON API under /api/v1/: every record, the vocabularies, and what there is.

Texts in several languages are maps from language tag to text. A value that is not known is
absent, never null or empty; a list is always there and may be empty. What the fields mean
stands in ``api_schemas``, which are published beside the data. A change that could break a
program that reads the API gets a new number in its address.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from .. import documents, export_files
from ..authorities import IDENTIFIERS, Party, PersonName, identifiers
from ..catalogue import Catalogue, Placed
from ..citations import doi_address
from ..citing import cited_title
from ..dates import Issued
from ..exports import FORMATS, PART_LIMIT, table
from ..indexes import FACETS, Indexes
from ..labels import person_name
from ..model import Contributor, Creator, Edition, Issue, Provenance
from ..names import body_name
from ..output import OutputFile
from ..places import Site
from . import last_change
from .api_schemas import schemas

FOLDER = export_files.API.rstrip("/")
_FACETS = {facet.vocabulary: facet.path for facet in FACETS if facet.vocabulary}


def known(**values: Any) -> dict[str, Any]:
    """The values that are known: without None and empty texts. Lists stay, empty ones too."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


class Api:
    """Makes the files of the API; each work's parts are made once."""

    def __init__(self, catalogue: Catalogue, indexes: Indexes, site: Site) -> None:
        self.catalogue = catalogue
        self.indexes = indexes
        self.site = site
        self.root = f"{site.url}{FOLDER}/"
        self._parties: dict[str, dict[str, Any]] = {}
        self._prefixes = [(language, f"{site.url}{site.prefix(language)}") for language in site.languages]

    def all(self) -> Iterator[OutputFile]:
        yield from self.records()
        yield from self.lists()

    def records(self) -> Iterator[OutputFile]:
        """A file for each work."""
        for placed in self.catalogue.works.values():
            yield OutputFile(f"{FOLDER}/works/{placed.work.id}.json", _text(self.work(placed)))

    def lists(self) -> Iterator[OutputFile]:
        """What there is, lists of works and of all else, schemas, and the works as a table."""
        collections = {"works": [self.summary(placed) for placed in self.catalogue.works.values()]}
        if self.catalogue.journal:
            yield OutputFile(f"{FOLDER}/journal.json", _text(self.journal()))
            collections["issues"] = [self.issue(issue) for issue in self.catalogue.issues.values()]
        collections["parties"] = [self.party(party_id) for party_id in self.catalogue.vocabularies["parties"]]
        uses = self._uses()
        for name in self.catalogue.vocabularies:
            if name != "parties":
                collections[name] = [self.term(name, term_id, uses[name]) for term_id in self.catalogue.vocabularies[name]]
        for name, entries in collections.items():
            yield from self._collection(name, entries)
        yield OutputFile(f"{FOLDER}/works.csv", self.table())
        for name, schema in schemas(self.root).items():
            yield OutputFile(f"{FOLDER}/schema/{name}.json", _text(schema))
        yield OutputFile(f"{FOLDER}/index.json", _text(self.index({name: len(entries) for name, entries in collections.items()})))

    def _collection(self, name: str, entries: Iterable[Mapping[str, Any]], limit: int = PART_LIMIT) -> Iterator[OutputFile]:
        """A list in parts that lead from one to the next."""
        divided = _divided(map(_json, entries), limit)
        count = sum(map(len, divided))
        names = [f"{name}.json" if number == 1 else f"{name}-{number}.json" for number in range(1, len(divided) + 1)]
        for number, part in enumerate(divided):
            head = known(
                url=self.root + names[number],
                schema=f"{self.root}schema/{_key(name)}.json",
                licence=export_files.METADATA_LICENCE["url"],
                count=count,
                part=number + 1,
                parts=len(divided),
                first=self.root + names[0],
                previous=self.root + names[number - 1] if number else None,
                next=self.root + names[number + 1] if number + 1 < len(names) else None,
            )
            yield OutputFile(f"{FOLDER}/{names[number]}", f'{_json(head)[:-1]},"{_key(name)}":[\n' + ",\n".join(part) + "\n]}\n")

    # -- works ----------------------------------------------------------------------------

    def work(self, placed: Placed) -> dict[str, Any]:
        """Everything that the record tells."""
        work = placed.work
        return known(
            schema=f"{self.root}schema/work.json",
            licence=export_files.METADATA_LICENCE["url"],
            id=work.id,
            type=work.type,
            url=self.site.address(placed.address, self.site.languages[0]),
            pages=self._pages(placed.address),
            title=work.title,
            summary=work.summary,
            supplied={"title": work.supplied.title, "summary": work.supplied.summary},
            issued=_day(placed.issued),
            issue=self._issue(placed.issue),
            in_journal=placed.in_journal,
            creators=[self._creator(creator, placed.issued) for creator in work.creators],
            and_others=work.and_others is not None,
            contributors=[self._contributor(contributor, placed.issued) for contributor in work.contributors],
            issuer=self._named(self.catalogue.issuer_of(placed), placed.issued),
            themes=work.themes,
            coverage=known(countries=work.coverage.countries, regions=work.coverage.regions, as_printed=work.coverage.as_printed),
            audiences=work.audiences,
            series=known(id=work.series.id, number=work.series.number) if work.series else None,
            editions=[self._edition(placed, edition) for edition in work.editions],
            related=work.related,
            exports=self._exports(export_files.of_work(placed)),
            added=str(placed.added),
            revised=_day(work.revised),
            provenance=[_provenance(source) for source in work.provenance],
            note=work.note,
            former_addresses=[f"{self.site.url}{address.strip('/')}/" for address in work.former_addresses],
            withdrawn={"on": str(work.withdrawn.on), "reason": work.withdrawn.reason} if work.withdrawn else None,
        )

    def summary(self, placed: Placed) -> dict[str, Any]:
        """A work in the list of works: what one chooses by, and the address of its record."""
        work = placed.work
        held = [documents.offered(self.catalogue, placed, edition) for edition in work.editions]
        return known(
            id=work.id,
            type=work.type,
            url=self.site.address(placed.address, self.site.languages[0]),
            record=f"{self.root}works/{work.id}.json",
            title=work.title,
            supplied_titles=work.supplied.title,
            issued=_day(placed.issued),
            issue=placed.issue.id if placed.issue else None,
            creators=[self._short(creator, placed.issued) for creator in work.creators],
            issuer=self.catalogue.issuer_of(placed),
            themes=work.themes,
            countries=work.coverage.countries,
            regions=work.coverage.regions,
            series=work.series.id if work.series else None,
            languages=[edition.language for edition in work.editions if edition.language],
            citation_keys=[edition.citation_key for edition in work.editions],
            dois=[edition.doi for edition in work.editions if edition.doi],
            files=[f"{self.site.url}{document.path}" for document in held if document],
            added=str(placed.added),
            changed=str(placed.changed),
            withdrawn=work.withdrawn is not None,
        )

    def _pages(self, path: str) -> dict[str, str]:
        """Addresses of a page by language."""
        return {language: f"{prefix}{path}/" for language, prefix in self._prefixes}

    def _exports(self, path: str) -> list[dict[str, str]]:
        """Files of citations at a path without an ending."""
        return [{"format": format_.label, "media_type": format_.media_type, "url": f"{self.site.url}{path}.{format_.ending}"} for format_ in FORMATS]

    def _edition(self, placed: Placed, edition: Edition) -> dict[str, Any]:
        language, title, supplied = cited_title(placed, edition)
        document = documents.offered(self.catalogue, placed, edition)
        here = documents.page_language(self.catalogue, edition)
        return known(
            citation_key=edition.citation_key,
            language=edition.language,
            title={"language": language, "text": title, "supplied": supplied},
            responsibility=edition.responsibility,
            translation_of=edition.translation_of,
            formats=edition.formats,
            issued=_day(self.catalogue.issued_of(placed, edition)),
            publisher=edition.publisher or self.catalogue.issuer_of(placed),
            place=edition.place or (placed.issue.place if placed.issue else None),
            pages=edition.pages.replace("–", "-") if edition.pages else None,
            extent=edition.extent,
            isbn=edition.isbn,
            doi=edition.doi,
            doi_url=doi_address(edition.doi) if edition.doi else None,
            address=edition.address,
            file=known(url=f"{self.site.url}{document.path}", media_type=document.media_type, bytes=document.size, sha256=document.sha256)
            if document else None,
            text=f"{self.site.address(placed.address, here)}#text-{edition.language}" if edition.text and edition.language else None,
            licence=edition.licence,
        )

    def _issue(self, issue: Issue | None) -> dict[str, Any] | None:
        if issue is None:
            return None
        return known(id=issue.id, volume=issue.volume, number=issue.number, url=self.site.address(f"journal/{issue.id}", self.site.languages[0]))

    # -- persons and bodies ---------------------------------------------------------------

    def _creator(self, creator: Creator, when: Issued | None) -> dict[str, Any]:
        named = self._named(creator.party, when)
        if creator.name and creator.name != named.get("name"):
            named = {**named, "as_printed": creator.name}
        return {**named, "affiliation": creator.affiliation} if creator.affiliation else named

    def _contributor(self, contributor: Contributor, when: Issued | None) -> dict[str, Any]:
        return {**self._creator(contributor, when), "role": contributor.role, "editions": contributor.editions}

    def _named(self, party_id: str | None, when: Issued | None) -> dict[str, Any] | None:
        """A person with the parts of the name and identifiers; a body by its name at that date."""
        if party_id is None:
            return None
        made = self._parties.get(party_id)
        party: Party = self.catalogue.vocabularies["parties"][party_id]
        if made is None:
            made = self._parties[party_id] = {"id": party_id, "kind": party.kind, **_name_of(party), "identifiers": _identified(party)}
        return made if party.kind == "person" else {**made, "label": body_name(party, when).label}

    def _short(self, creator: Creator, when: Issued | None) -> dict[str, Any]:
        named = self._named(creator.party, when)
        return {name: named[name] for name in ("id", "name", "label") if name in named}

    def party(self, party_id: str) -> dict[str, Any]:
        """A person or body with every name it had."""
        party: Party = self.catalogue.vocabularies["parties"][party_id]
        shelf = self.indexes.shelf("people", party_id)
        return known(
            id=party_id,
            kind=party.kind,
            names=[_written(name) for name in party.names],
            variants=party.variants,
            abbreviation=party.abbreviation,
            country=party.country,
            website=party.website,
            identifiers=_identified(party),
            works=len(shelf.works) if shelf else 0,
            pages=self._pages(shelf.path) if shelf else None,
        )

    # -- the journal and vocabularies ------------------------------------------------------

    def journal(self) -> dict[str, Any]:
        journal = self.catalogue.journal
        return known(
            schema=f"{self.root}schema/journal.json",
            licence=export_files.METADATA_LICENCE["url"],
            id=journal.id,
            pages=self._pages("journal"),
            titles=[known(title=titled.title, since=_day(titled.since), until=_day(titled.until)) for titled in journal.titles],
            supplied_titles=journal.supplied_titles or {},
            abbreviation=journal.abbreviation,
            issn=journal.issn,
            issuer=self._named(journal.issuer, None),
            frequency=journal.frequency,
            languages=journal.languages,
            summary=journal.summary,
            address=journal.address,
            team=[{**self._named(member.party, journal.team_seen), **known(post=member.post, country=member.country)} for member in journal.team],
            team_seen=_day(journal.team_seen),
            issues=list(self.catalogue.issues),
            missing_issues=journal.missing_issues,
            provenance=[_provenance(source) for source in journal.provenance],
            note=journal.note,
        )

    def issue(self, issue: Issue) -> dict[str, Any]:
        return known(
            id=issue.id,
            pages=self._pages(f"journal/{issue.id}"),
            volume=issue.volume,
            number=issue.number,
            issued=_day(issue.issued),
            title=issue.title or {},
            summary=issue.summary,
            supplied={"title": issue.supplied.title, "summary": issue.supplied.summary},
            label=issue.label,
            place=issue.place,
            address=issue.address,
            complete=issue.complete == "yes",
            articles=[article.id for article in issue.articles],
            added=str(issue.added),
            provenance=[_provenance(source) for source in issue.provenance],
            note=issue.note,
        )

    def term(self, vocabulary: str, term_id: str, uses: Counter[str]) -> dict[str, Any]:
        """A term with its labels and the number of works under it, broader terms counting those of their narrower."""
        term = self.catalogue.vocabularies[vocabulary][term_id]
        shelf = self.indexes.shelf(_FACETS[vocabulary], term_id) if vocabulary in _FACETS else None
        return known(
            id=term_id,
            label=term.label,
            plural=term.plural,
            scope=term.scope,
            broader=term.broader,
            narrower=self.catalogue.vocabularies[vocabulary].narrower.get(term_id, ()),
            m49=getattr(term, "m49", None),
            members=getattr(term, "members", None),
            autonym=getattr(term, "autonym", None),
            url=getattr(term, "url", None),
            works=len(shelf.works) if shelf else uses[term_id],
            pages=self._pages(shelf.path) if shelf else None,
        )

    def _uses(self) -> dict[str, Counter[str]]:
        """Numbers of works by term, for vocabularies whose terms have no lists."""
        uses: dict[str, Counter[str]] = {name: Counter() for name in self.catalogue.vocabularies}
        for placed in self.catalogue.works.values():
            work = placed.work
            uses["audiences"].update(set(work.audiences))
            uses["licences"].update({edition.licence for edition in work.editions if edition.licence})
            uses["sources"].update({source.source for source in work.provenance if source.source})
        return uses

    # -- what there is ---------------------------------------------------------------------

    def index(self, counts: Mapping[str, int]) -> dict[str, Any]:
        works = self.catalogue.works.values()
        address = self.site.url
        return {
            "schema": f"{self.root}schema/index.json",
            "version": "1",
            "name": dict(self.site.names),
            "url": address,
            "languages": list(self.site.languages),
            "licence": export_files.METADATA_LICENCE,
            "changed": str(last_change(works)),
            "counts": {**counts, "editions": sum(len(placed.work.editions) for placed in works)},
            "collections": {name: f"{self.root}{name}.json" for name in counts},
            **({"journal": f"{self.root}journal.json"} if self.catalogue.journal else {}),
            "record": f"{self.root}works/{{id}}.json",
            "tables": {"works": f"{self.root}works.csv"},
            "exports": self._exports(export_files.LIBRARY),
            "schemas": {name: f"{self.root}schema/{name}.json" for name in schemas(self.root)},
            "feeds": {language: f"{prefix}feed.xml" for language, prefix in self._prefixes},
            "opds": {language: f"{prefix}opds/index.xml" for language, prefix in self._prefixes},
            "resourcesync": f"{address}.well-known/resourcesync",
            "sitemap": f"{address}sitemap.xml",
        }

    def table(self) -> str:
        """The works as CSV (RFC 4180), a row each; several values in one cell are divided by ``; ``."""
        languages = self.site.languages
        columns = ["id", "type", *(f"title_{language}" for language in languages), "supplied_titles", "issued", "issue", "creators", "issuer",
                   "themes", "countries", "regions", "series", "languages", "citation_keys", "dois", "files", "url", "record", "added",
                   "changed", "withdrawn"]
        return table.join([table.row(self._cells(placed, languages)) for placed in self.catalogue.works.values()], columns)

    def _cells(self, placed: Placed, languages: Sequence[str]) -> list[str]:
        made = self.summary(placed)
        creators = [creator.get("name") or creator["label"]["en"] for creator in made["creators"]]
        return [
            made["id"], made["type"], *(made["title"].get(language, "") for language in languages), "; ".join(made["supplied_titles"]),
            made.get("issued", ""), made.get("issue", ""), "; ".join(creators), made.get("issuer", ""),
            *("; ".join(made[name]) for name in ("themes", "countries", "regions")), made.get("series", ""),
            *("; ".join(made[name]) for name in ("languages", "citation_keys", "dois", "files")), made["url"], made["record"],
            made["added"], made["changed"], "yes" if made["withdrawn"] else "no",
        ]


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
    return name if name in ("works", "issues", "parties") else "terms"


def _day(issued: Issued | None) -> str | None:
    return str(issued) if issued else None


def _provenance(source: Provenance) -> dict[str, Any]:
    made = known(source=source.source, at=source.at, url=source.url)
    return {**made, "for": source.for_} if source.for_ else made


def _name_of(party: Party) -> dict[str, Any]:
    name = party.names[0]
    if not isinstance(name, PersonName):
        return {}
    return known(name=person_name(name), family=name.family, given=name.given, suffix=name.suffix)


def _written(name: Any) -> dict[str, Any]:
    if isinstance(name, PersonName):
        return {**known(name=person_name(name), family=name.family, given=name.given, suffix=name.suffix),
                "family_first": name.family_first is not None, "languages": name.languages}
    return known(label=name.label, supplied=name.supplied, since=_day(name.since), until=_day(name.until))


def _identified(party: Party) -> dict[str, str]:
    """Identifiers as addresses, by scheme."""
    return {scheme: f"{IDENTIFIERS[scheme]}{value}" for scheme, value in identifiers(party).items()}


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _json(value: Any) -> str:
    return _encode(value)


def _text(value: Any) -> str:
    return _encode(value) + "\n"
