"""What the API tells of each thing: a work, an issue, the journal, a party, a term. Shapes, no files.

Texts in several languages are maps from language tag to text. A value that is not known is
absent, never null or empty; a list is always there and may be empty.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from library.catalogue import documents, hosts, rounds
from library.catalogue.authorities import BodyName, Party, PersonName, Series, identifier_address, identifiers
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.indexes import FACETS, Indexes
from library.catalogue.model import Edition, Issue, Journal
from library.catalogue.model_parts import Contributor, Creator, Named, Provenance, Withdrawn
from library.catalogue.names import body_name
from library.citations import paths as citation_paths
from library.citations.citation import doi_address
from library.citations.citing import cited_title
from library.citations.formats import FORMATS
from library.press.addresses import Site
from library.words.labels import person_name

_FACETS = {facet.vocabulary: facet.path for facet in FACETS if facet.vocabulary}


def known(**values: Any) -> dict[str, Any]:
    """The values that are known: without None and empty texts. Lists stay, empty ones too."""
    return {name: value for name, value in values.items() if value is not None and value != ""}


class Descriptions:
    """Makes the API's objects; a party's part of them is made once."""

    def __init__(self, catalogue: Catalogue, indexes: Indexes, site: Site) -> None:
        self.catalogue = catalogue
        self.indexes = indexes
        self.site = site
        self.root = f"{site.url}{citation_paths.API}"
        self._parties: dict[str, dict[str, Any]] = {}
        self.prefixes = [(language, f"{site.url}{site.prefix(language)}") for language in site.languages]

    def work(self, placed: Placed) -> dict[str, Any]:
        """Everything that the record tells."""
        work = placed.work
        return known(
            schema=f"{self.root}schema/work.json",
            licence=citation_paths.METADATA_LICENCE["url"],
            id=work.id,
            type=work.type,
            url=self.site.address(placed.address, self.site.languages[0]),
            pages=self.pages(placed.address),
            title=work.title,
            summary=work.summary,
            supplied={"title": work.supplied.title, "summary": work.supplied.summary},
            issued=_day(placed.issued),
            issue=self._issue(placed.issue),
            in_journal=placed.in_journal,
            creators=[self._creator(creator, placed.issued) for creator in work.creators],
            and_others=work.and_others is not None,
            contributors=[self._contributor(contributor, placed.issued) for contributor in work.contributors],
            issuer=self._issuer(self.catalogue.issuer_of(placed), placed.issued),
            themes=work.themes,
            coverage=known(countries=work.coverage.countries, regions=work.coverage.regions, as_printed=work.coverage.as_printed),
            audiences=work.audiences,
            tags=[{"tag": each.tag, "stands_in": each.stands_in} for each in work.tags],
            series=known(id=work.series.id, number=work.series.number, round=work.series.round) if work.series else None,
            host=self._host(placed) if work.host else None,
            event=known(title=work.event.title, place=work.event.place, date=_day(work.event.date)) if work.event else None,
            degree=work.degree,
            editions=[self._edition(placed, edition) for edition in work.editions],
            related=work.related,
            exports=self.exports(citation_paths.of_work(placed)),
            added=str(placed.added),
            revised=_day(work.revised),
            provenance=[_provenance(source) for source in work.provenance],
            note=work.note,
            former_addresses=[f"{self.site.url}{address.strip('/')}/" for address in work.former_addresses],
            corrected=[{"day": str(each.day), "what": each.what} for each in work.corrected],
            withdrawn=_withdrawn(work.withdrawn) if work.withdrawn else None,
            replaces=[other.work.id for other in self.catalogue.replaced.get(work.id, ())],
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
            languages=[tag for edition in work.editions for tag in (edition.language, *edition.also_in) if tag],
            citation_keys=[edition.citation_key for edition in work.editions],
            dois=[edition.doi for edition in work.editions if edition.doi],
            files=[f"{self.site.url}{document.path}" for document in held if document],
            added=str(placed.added),
            changed=str(placed.changed),
            withdrawn=work.withdrawn is not None,
        )

    def pages(self, path: str) -> dict[str, str]:
        """Addresses of a page by language."""
        return {language: f"{prefix}{path}/" for language, prefix in self.prefixes}

    def exports(self, path: str) -> list[dict[str, str]]:
        """Files of citations at a path without an ending."""
        return [
            {"format": format_.label, "media_type": format_.media_type, "url": f"{self.site.url}{path}.{format_.ending}"}
            for format_ in FORMATS
        ]

    def _edition(self, placed: Placed, edition: Edition) -> dict[str, Any]:
        language, title, supplied = cited_title(placed, edition)
        document = documents.offered(self.catalogue, placed, edition)
        here = documents.page_language(self.catalogue, edition)
        return known(
            citation_key=edition.citation_key,
            language=edition.language,
            title={"language": language, "text": title, "supplied": supplied},
            **_more(edition),
            responsibility=edition.responsibility,
            translation_of=edition.translation_of,
            formats=edition.formats,
            issued=_day(self.catalogue.issued_of(placed, edition)),
            publisher=edition.publisher or self.catalogue.issuer_of(placed),
            place=edition.place or (placed.issue.place if placed.issue else None),
            pages=edition.pages,
            extent=edition.extent,
            isbn=edition.isbn,
            doi=edition.doi,
            doi_url=doi_address(edition.doi) if edition.doi else None,
            address=edition.address,
            file=known(url=f"{self.site.url}{document.path}", media_type=document.media_type, bytes=document.size, sha256=document.sha256)
            if document
            else None,
            text=f"{self.site.address(placed.address, here)}#text-{edition.language}" if edition.text and edition.language else None,
            licence=edition.licence,
        )

    def _issue(self, issue: Issue | None) -> dict[str, Any] | None:
        if issue is None:
            return None
        return known(
            id=issue.id, volume=issue.volume, number=issue.number, url=self.site.address(f"journal/{issue.id}", self.site.languages[0])
        )

    def _host(self, placed: Placed) -> dict[str, Any]:
        """What a work stands in, with what its record says where the library has one."""
        host, whole = placed.work.host, hosts.standing(self.catalogue, placed)
        assert host, "asked for works in a host alone"
        assert whole, "asked for works in a host alone"
        return known(
            work=host.work,
            title=dict(whole.titles),
            abbreviation=host.abbreviation,
            volume=host.volume,
            number=host.number,
            editors=[self._creator(editor, placed.issued) for editor in whole.editors],
            issn=whole.issn,
            isbn=whole.isbn,
        )

    def _creator(self, creator: Named, when: Issued | None) -> dict[str, Any]:
        named = self._named(creator.party, when)
        if creator.name and creator.name != named.get("name"):
            named = {**named, "as_printed": creator.name}
        affiliation = creator.affiliation if isinstance(creator, Creator) else None
        return {**named, "affiliation": affiliation} if affiliation else named

    def _contributor(self, contributor: Contributor, when: Issued | None) -> dict[str, Any]:
        return {**self._creator(contributor, when), "role": contributor.role, "editions": contributor.editions}

    def _issuer(self, party_id: str | None, when: Issued | None) -> dict[str, Any] | None:
        return self._named(party_id, when) if party_id else None

    def _named(self, party_id: str, when: Issued | None) -> dict[str, Any]:
        """A person with the parts of the name and identifiers; a body by its name at that date."""
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
            pages=self.pages(shelf.path) if shelf else None,
        )

    def journal(self, journal: Journal) -> dict[str, Any]:
        return known(
            schema=f"{self.root}schema/journal.json",
            licence=citation_paths.METADATA_LICENCE["url"],
            id=journal.id,
            pages=self.pages("journal"),
            titles=[known(title=titled.title, since=_day(titled.since), until=_day(titled.until)) for titled in journal.titles],
            supplied_titles=journal.supplied_titles or {},
            abbreviation=journal.abbreviation,
            issn=journal.issn,
            issuer=self._named(journal.issuer, None),
            frequency=journal.frequency,
            languages=journal.languages,
            summary=journal.summary,
            address=journal.address,
            team=[
                {**self._named(member.party, journal.team_seen), **known(post=member.post, country=member.country)}
                for member in journal.team
            ],
            team_seen=_day(journal.team_seen),
            issues=list(self.catalogue.issues),
            missing_issues=journal.missing_issues,
            provenance=[_provenance(source) for source in journal.provenance],
            note=journal.note,
        )

    def issue(self, issue: Issue) -> dict[str, Any]:
        return known(
            id=issue.id,
            pages=self.pages(f"journal/{issue.id}"),
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
            frequency=getattr(term, "frequency", None),
            since=_day(getattr(term, "since", None)),
            rounds=self._rounds(term) if isinstance(term, Series) and rounds.has_line(self.indexes, term) else None,
            works=len(shelf.works) if shelf else uses[term_id],
            pages=self.pages(shelf.path) if shelf else None,
        )

    def _rounds(self, series: Series) -> list[dict[str, Any]]:
        """The parts of a series in their order; one without works is not listed, which does not say that nothing appeared."""
        return [
            known(
                number=part.number or None,
                year=part.year or None,
                evidence=part.evidence or None,
                works=[placed.work.id for placed in part.works],
                provenance=[_provenance(source) for source in part.provenance],
            )
            for part in rounds.line(self.indexes, series)
        ]


def _day(issued: Issued | None) -> str | None:
    return str(issued) if issued else None


def _more(edition: Edition) -> dict[str, Any]:
    """Facts that few editions have; lists among them stand only where they are not empty."""
    original = edition.original
    found: dict[str, Any] = {
        "also_in": edition.also_in,
        "parallel_titles": edition.parallel_titles,
        "edition": edition.edition,
        "number": edition.number,
        "original": known(title=original.title, language=original.language, issued=_day(original.issued)) if original else None,
        "volumes": edition.volumes,
        "abstract": edition.abstract,
        "keywords": edition.keywords,
        "identifiers": [{"scheme": one.scheme, "value": one.value} for one in edition.identifiers],
    }
    return {name: value for name, value in found.items() if value}


def _withdrawn(withdrawn: Withdrawn) -> dict[str, Any]:
    return known(on=str(withdrawn.on), because=withdrawn.because, reason=withdrawn.reason, replaced_by=withdrawn.replaced_by)


def _provenance(source: Provenance) -> dict[str, Any]:
    made = known(source=source.source, at=source.at, url=source.url)
    return {**made, "for": source.for_} if source.for_ else made


def _name_of(party: Party) -> dict[str, Any]:
    name = party.names[0]
    if not isinstance(name, PersonName):
        return {}
    return known(name=person_name(name), family=name.family, given=name.given, suffix=name.suffix)


def _written(name: PersonName | BodyName) -> dict[str, Any]:
    if isinstance(name, PersonName):
        return {
            **known(name=person_name(name), family=name.family, given=name.given, suffix=name.suffix),
            "family_first": name.family_first is not None,
            "languages": name.languages,
        }
    return known(label=name.label, supplied=name.supplied, since=_day(name.since), until=_day(name.until))


def _identified(party: Party) -> dict[str, str]:
    """Identifiers as addresses, by scheme."""
    return {scheme: identifier_address(scheme, value) for scheme, value in identifiers(party).items()}
