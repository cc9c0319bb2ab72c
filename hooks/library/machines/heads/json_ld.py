"""JSON-LD by schema.org: works, editions, people, the journal and pages as one graph of named things.

A thing's ``@id`` is an address on its page in the default language with a word after the hash, the same everywhere (``Site.identity``):

- ``publications/<id>/#work`` and its editions ``#edition-ru``, as the page's own anchors are;
- ``people/<id>/#party``, ``themes/<id>/#term``, ``countries/<id>/#term``, ``series/<id>/#term`` …;
- ``journal/#journal``, ``journal/17/#issue``, ``journal/17/#volume``; and ``#library`` of the site.

Where the type of a thing has no property for a fact, the fact is left out: ``isbn`` belongs to books (https://schema.org/Book).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from library.catalogue.authorities import Party, PersonName, identifiers
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.model import Issue
from library.catalogue.names import Name
from library.catalogue.pages import ends
from library.citations import paths as citation_paths
from library.citations.citation import Citation, doi_address
from library.citations.citing import Citing, original, title_at
from library.citations.kinds import KINDS
from library.machines.heads import grants, states
from library.machines.heads.described import identifier_addresses, schema_type
from library.machines.heads.elements import in_script
from library.machines.heads.wholes import known_of, tagged, whole
from library.press.addresses import Site
from library.words.labels import Link, person_name

Node = dict[str, Any]

_NUMBERS = {"Report": "reportNumber", "Legislation": "legislationIdentifier"}
_PLACES = {"countries": "Country", "regions": "Place"}
_ROLES = {"funder": "funder", "sponsor": "sponsor", "supervisor": "contributor", "partner": "contributor", "preparer": "contributor"}
"""Properties of contributors whom citations do not name."""


def script(nodes: Iterable[str]) -> str:
    """The element that holds the graph, from nodes already written with ``written``."""
    return f'<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{",".join(nodes)}]}}</script>\n'


def written(nodes: Iterable[Node]) -> str:
    """Nodes as they stand in a graph, divided by commas, safe within a script."""
    return ",".join([in_script(node) for node in nodes])


class Graph:
    """Makes nodes. What belongs to the site, an issue or a term is made once."""

    def __init__(self, catalogue: Catalogue, citing: Citing, site: Site) -> None:
        self.catalogue = catalogue
        self.citing = citing
        self.site, self._id = site, site.identity
        self._terms: dict[tuple[str, str], Node] = {}
        self._issues: dict[str, list[Node]] = {}

    # -- references ------------------------------------------------------------------------

    def party_id(self, party_id: str, path: str = "") -> Node:
        """``path`` is that of the party's page where it has no works, as ``events/people/<id>``."""
        return {"@id": self._id(f"{self.site.url}{path or f'people/{party_id}'}/#party")}

    @property
    def _library_id(self) -> Node:
        return {"@id": self._id(f"{self.site.url}#library")}

    # -- a work ----------------------------------------------------------------------------

    def work(self, placed: Placed) -> tuple[Node, list[Node], list[Node]]:
        """The work, its editions in their order, and whom and what they name."""
        citations = self.citing.of_work(placed)
        chief = citations[original(placed.work.editions)]
        kind = schema_type(self.catalogue, placed)
        return (
            self._work(placed, kind, chief, citations),
            [self._edition(placed, kind, citation, chief) for citation in citations],
            [*self._parties(placed, chief, citations), *self._container(placed)],
        )

    def _work(self, placed: Placed, kind: str, chief: Citation, citations: Sequence[Citation]) -> Node:
        work = placed.work
        issuer = self.catalogue.issuer_of(placed)
        supplied = work.supplied.title
        roles: dict[str, list[Node]] = {}
        for contributor in work.contributors:
            if contributor.role in _ROLES:
                roles.setdefault(_ROLES[contributor.role], []).append(self.party_id(contributor.party))
        if chief.funding:
            roles["funder"] = [self.party_id(party) for party in grants.funders(chief)]
        profile = work.type == "country-profile"
        places = [self._term("countries", code) for code in work.coverage.countries]
        return known_of(
            {
                "@type": kind,
                "@id": self._id(f"{chief.url}#work"),
                "url": chief.url,
                "name": tagged(chief.title_language, chief.bare_title),
                "alternateName": [tagged(tag, text[1:-1] if tag in supplied else text) for tag, text in chief.other_titles],
                "genre": ""
                if work.type in KINDS and chief.kind != "report"
                else text_in(self.catalogue.vocabularies["types"][work.type].label, INTERNATIONAL),
                "author": [self.party_id(name.party) for name in chief.authors],
                "datePublished": placed.issued.iso if placed.issued else "",
                "publisher": self.party_id(issuer) if issuer else None,
                **roles,
                "funding": [grants.grant(each, self.party_id(each.funder.party)) for each in chief.funding if each.award or each.project],
                "about": [*(self._term("themes", theme) for theme in work.themes), *(places if profile else [])],
                "spatialCoverage": [*places, *(self._term("regions", region) for region in work.coverage.regions)],
                "isPartOf": self._part_of(placed, chief),
                "inSupportOf": work.degree or "",
                "workExample": [{"@id": self._id(_edition_id(citation))} for citation in citations],
                **states.of_work(chief, self._id),
                "sdPublisher": self._library_id,
                "sdLicense": citation_paths.METADATA_LICENCE["url"],
            }
        )

    def _edition(self, placed: Placed, kind: str, citation: Citation, chief: Citation) -> Node:
        book = kind == "Book"
        first, last = ends(citation.pages)
        withdrawn = placed.work.withdrawn is not None
        document = None if withdrawn else citation.document
        publishing = citation.publishing
        original = citation.translated_from.url if citation.translated_from else ""
        known = [("doi", citation.doi), *citation.identifiers, *(() if book else (("isbn", isbn) for isbn in citation.isbn))]
        return known_of(
            {
                "@type": kind,
                "@id": self._id(_edition_id(citation)),
                "exampleOfWork": {"@id": self._id(f"{chief.url}#work")},
                "name": citation.bare_title,
                "inLanguage": [citation.language, *citation.further_languages] if citation.further_languages else citation.language,
                "bookEdition" if book else "version": citation.edition,
                _NUMBERS.get(kind, "alternateName"): citation.own_number,
                "datePublished": citation.issued.iso if citation.issued else "",
                "author": [self.party_id(name.party) for name in citation.authors],
                "editor": [self.party_id(name.party) for name in citation.editors],
                "translator": [self.party_id(name.party) for name in citation.translators],
                "publisher": self.party_id(publishing.party) if publishing else None,
                "identifier": [{"@type": "PropertyValue", "propertyID": scheme, "value": value} for scheme, value in known if value],
                "sameAs": list(dict.fromkeys(address for address in (doi_address(citation.doi), citation.address) if address)),
                "isbn": list(citation.isbn) if book else None,
                "numberOfPages": citation.extent if book else None,
                "pageStart": first if KINDS[citation.kind].part else "",
                "pageEnd": last if KINDS[citation.kind].part else "",
                "description" if citation.abstract_supplied else "abstract": tagged(citation.abstract_language, citation.abstract),
                "keywords": list(citation.keywords),
                "license": citation.licence_url,
                "isAccessibleForFree": True if document or (citation.read_here and not withdrawn) else None,
                "encoding": {
                    "@type": "MediaObject",
                    "contentUrl": citation.document_url,
                    "encodingFormat": document.media_type,
                    "contentSize": f"{document.size} B",
                    "sha256": document.sha256,
                }
                if document
                else None,
                "translationOfWork": {"@id": self._id(original)} if original else None,
                "workTranslation": [{"@id": self._id(sibling.url)} for sibling in citation.siblings if sibling.relation == "translated-as"],
            }
        )

    # -- people and bodies -----------------------------------------------------------------

    def _parties(self, placed: Placed, chief: Citation, citations: Sequence[Citation]) -> list[Node]:
        """Everyone whom the work or an edition names, with the spellings of all editions, the chief one's first."""
        found: dict[str, list[str]] = {}
        names: dict[str, Name] = {}
        for citation in (chief, *citations):
            publishing = (citation.publishing,) if citation.publishing else ()
            for name in (*citation.authors, *citation.editors, *citation.translators, *publishing):
                names.setdefault(name.party, name)
                spellings = found.setdefault(name.party, [])
                spelt = self._spelt(name)
                if spelt not in spellings:
                    spellings.append(spelt)
        nodes = [self._party(names[party], spellings) for party, spellings in found.items()]
        issuer = self.catalogue.issuer_of(placed)
        others = [contributor.party for contributor in placed.work.contributors if contributor.role in _ROLES]
        others += [*grants.funders(chief), *([issuer] if issuer else [])]
        unnamed = [party_id for party_id in dict.fromkeys(others) if party_id not in found]
        return nodes + [self.party(party_id, self.site.languages[0], brief=True) for party_id in unnamed]

    def _spelt(self, name: Name) -> str:
        preferred = self.catalogue.vocabularies["parties"][name.party].names[0]
        if name.literal or not isinstance(preferred, PersonName):
            return name.literal
        spelt = PersonName.model_construct(family=name.family, given=name.given, suffix=name.suffix, family_first=preferred.family_first)
        return person_name(spelt)

    def _party(self, name: Name, spellings: Sequence[str]) -> Node:
        return known_of(
            {
                "@type": self._kind(name.party),
                **self.party_id(name.party),
                "name": spellings[0],
                "familyName": name.family,
                "givenName": name.given,
                "honorificSuffix": name.suffix,
                "alternateName": list(spellings[1:]),
                "sameAs": identifier_addresses(name.identifiers),
            }
        )

    def _kind(self, party_id: str) -> str:
        return "Person" if self.catalogue.vocabularies["parties"][party_id].kind == "person" else "Organization"

    def party(self, party_id: str, language: str, *, brief: bool = False, path: str = "") -> Node:
        """A person or a body by itself; all its names, unless ``brief``. ``path`` as ``party_id`` has it."""
        party: Party = self.catalogue.vocabularies["parties"][party_id]
        first = party.names[0]
        person = isinstance(first, PersonName)
        names = [person_name(first)] if isinstance(first, PersonName) else [text_in(first.label, language, *self.catalogue.languages)]
        if not brief:
            for name in party.names:
                names += [person_name(name)] if isinstance(name, PersonName) else name.label.values()
            names += [*party.variants, *([party.abbreviation] if party.abbreviation else [])]
        return known_of(
            {
                "@type": self._kind(party_id),
                **self.party_id(party_id, path),
                "name": names[0],
                "familyName": first.family if person else "",
                "givenName": (first.given if person else None) or "",
                "honorificSuffix": (first.suffix if person else None) or "",
                "alternateName": [name for name in dict.fromkeys(names) if name != names[0]],
                "url": party.website or "",
                "sameAs": identifier_addresses(identifiers(party).items()),
            }
        )

    # -- the journal, series and terms -------------------------------------------------------

    def _part_of(self, placed: Placed, chief: Citation) -> Node | None:
        work = placed.work
        if work.host:
            return whole(chief, [self.party_id(editor.party) for editor in work.host.editors], self._id)
        if placed.issue is not None:
            return {"@id": self._id(f"{self.site.url}journal/{placed.issue.id}/#issue")}
        if placed.in_journal:
            return {"@id": self._id(f"{self.site.url}journal/#journal")}
        if work.series:
            return {**self._term("series", work.series.id), "@type": "BookSeries" if work.type == "book" else "CreativeWorkSeries"}
        return None

    def _container(self, placed: Placed) -> list[Node]:
        if not placed.in_journal:
            return []
        return self.issue(placed.issue) if placed.issue else [self.journal()]

    def issue(self, issue: Issue) -> list[Node]:
        """An issue with its volume and the journal."""
        made = self._issues.get(issue.id)
        if made is None:
            made = self._issues[issue.id] = self._issue(issue)
        return made

    def _issue(self, issue: Issue) -> list[Node]:
        url = f"{self.site.url}journal/{issue.id}/"
        journal = self.journal(issue)
        volume = known_of(
            {
                "@type": "PublicationVolume",
                "@id": self._id(f"{url}#volume"),
                "volumeNumber": issue.volume,
                "isPartOf": {"@id": journal["@id"]},
            }
        )
        node = known_of(
            {
                "@type": "PublicationIssue",
                "@id": self._id(f"{url}#issue"),
                "url": url,
                "issueNumber": issue.number,
                "name": [tagged(tag, text) for tag, text in (issue.title or {}).items() if tag not in issue.supplied.title],
                "datePublished": issue.issued.iso if issue.issued else "",
                "isPartOf": {"@id": volume["@id"] if issue.volume else journal["@id"]},
                "sameAs": issue.address,
            }
        )
        return [node, *([volume] if issue.volume else []), journal]

    def journal(self, issue: Issue | None = None) -> Node:
        """The journal; with the title that it had when an issue came out, where that was another."""
        journal = self.catalogue.journal
        assert journal, "only a catalogue with a journal has pages of one"
        present = journal.titles[0]
        titled = title_at(journal, issue.issued) if issue else present
        others = [] if titled is present else [tagged(tag, text) for tag, text in titled.title.items()]
        return known_of(
            {
                "@type": "Periodical",
                "@id": self._id(f"{self.site.url}journal/#journal"),
                "url": f"{self.site.url}journal/",
                "name": [tagged(tag, text) for tag, text in present.title.items()],
                "alternateName": [*others, *([journal.abbreviation] if journal.abbreviation else [])],
                "issn": list(journal.issn),
                "publisher": self.party_id(journal.issuer),
                "sameAs": journal.address,
            }
        )

    def _term(self, facet: str, term_id: str) -> Node:
        made = self._terms.get((facet, term_id))
        if made is None:
            made = self._terms[facet, term_id] = self.term(facet, term_id, self.site.languages[0])
        return made

    def term(self, facet: str, term_id: str, language: str) -> Node:
        """A term of a vocabulary, by its label in a language; countries and regions are places."""
        label = self.catalogue.vocabularies[facet][term_id].label
        place = facet in _PLACES
        return known_of(
            {
                "@type": "CreativeWorkSeries" if facet == "series" else _PLACES.get(facet, "DefinedTerm"),
                "@id": self._id(f"{self.site.url}{facet}/{term_id.lower()}/#term"),
                "name": text_in(label, language, *self.catalogue.languages),
                "identifier": term_id if facet == "countries" else "",
                "inDefinedTermSet": "" if place or facet == "series" else f"{self.site.url}{facet}/",
            }
        )

    # -- pages -----------------------------------------------------------------------------

    def page(
        self,
        kind: str,
        url: str,
        language: str,
        title: str,
        *,
        about: Node | None = None,
        entity: str = "mainEntity",
        trail: Sequence[Link] = (),
        changed: str = "",
    ) -> Node:
        """A page in one language with the way that leads to it. Its description stands in its head.

        ``entity`` is ``mainEntity`` where the page is of that thing alone, else ``about``;
        ``changed`` the day of the last change that readers should hear of.
        """
        return known_of(
            {
                "@type": kind,
                "@id": self._id(f"{url}#page"),
                "url": url,
                "name": title,
                "inLanguage": language,
                "dateModified": changed,
                "isPartOf": self._library_id,
                entity: about,
                "breadcrumb": self._breadcrumb(url, language, title, trail) if trail else None,
            }
        )

    def _breadcrumb(self, url: str, language: str, title: str, trail: Sequence[Link]) -> Node:
        steps = [(link.text, self.site.address(link.path, language)) for link in trail] + [(title, url)]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": text, "item": address} for number, (text, address) in enumerate(steps, 1)
            ],
        }

    def library(self) -> list[Node]:
        """The library itself, for its home page."""
        default, *others = (self.site.names[language] for language in self.site.languages)
        names = [name for name in dict.fromkeys(others) if name != default]
        organization = self._id(f"{self.site.url}#organization")
        return [
            known_of(
                {
                    "@type": ["WebSite", "DataCatalog"],
                    **self._library_id,
                    "url": self.site.url,
                    "name": default,
                    "alternateName": names,
                    "inLanguage": list(self.site.languages),
                    "publisher": {"@id": organization},
                    "sdLicense": citation_paths.METADATA_LICENCE["url"],
                }
            ),
            known_of({"@type": "Organization", "@id": organization, "name": default, "alternateName": names, "url": self.site.url}),
        ]


def _edition_id(citation: Citation) -> str:
    return f"{citation.url}#{citation.anchor}"
