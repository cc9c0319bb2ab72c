"""FAIR Signposting: where machines find a work's identifier, files, descriptions and licence.

Level 1 are link elements in the head of the page, level 2 a linkset (RFC 9264) beside it
that also says of each file and description what it belongs to (https://signposting.org/FAIR/).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.names import Name
from library.citations import paths as citation_paths
from library.citations.citation import Citation, doi_address
from library.citations.citing import Citing
from library.citations.formats import FORMATS
from library.machines.heads.described import identifier_addresses, schema_type
from library.machines.heads.elements import link
from library.press.addresses import Site
from library.press.compact_json import compact

LINKSET = "linkset.json"
LINKSET_TYPE = "application/linkset+json"


@dataclass(frozen=True)
class Description:
    """A description of a work in some format: its path from the site's root, and its media type."""

    path: str
    media_type: str


@dataclass(frozen=True)
class Signpost:
    """One link; ``media_type`` is empty where it leads to no file."""

    rel: str
    href: str
    media_type: str = ""


def descriptions(placed: Placed) -> tuple[Description, ...]:
    """The files in which the site describes a work: reference formats, DataCite, its own API."""
    return (
        *(Description(f"{citation_paths.of_work(placed)}.{format_.ending}", format_.media_type) for format_ in FORMATS),
        *([Description(record, citation_paths.DATACITE_TYPE)] if (record := citation_paths.of_datacite(placed)) else []),
        Description(citation_paths.of_record(placed), "application/json"),
    )


class Signposts:
    """Makes links and linksets of works."""

    def __init__(self, catalogue: Catalogue, citing: Citing, site: Site) -> None:
        self.catalogue = catalogue
        self.citing = citing
        self.site = site

    def links(self, placed: Placed, citation: Citation, *, landing: bool) -> list[Signpost]:
        """The links of a page that describes an edition, which has the first word on DOI and licence.

        ``landing`` is the page in the default language, which the reference files describe; pages
        in further languages name only what is for programs alone.
        """
        told = descriptions(placed) if landing else descriptions(placed)[len(FORMATS) :]
        files = [] if placed.work.withdrawn else [other for other in self.citing.of_work(placed) if other.document]
        return [
            Signpost("cite-as", doi_address(citation.doi) or citation.url),
            *(Signpost("author", address) for name in citation.authors if (address := self._author(placed, name))),
            *(Signpost("describedby", f"{self.site.url}{each.path}", each.media_type) for each in told),
            *(Signpost("item", other.document_url, other.document.media_type) for other in files if other.document),
            *([Signpost("license", citation.licence_url)] if citation.licence_url else []),
            Signpost("type", "https://schema.org/AboutPage"),
            Signpost("type", f"https://schema.org/{schema_type(self.citing.catalogue, placed)}"),
            # RFC 5829
            *([Signpost("successor-version", citation.replaced_by.url)] if citation.replaced_by else []),
            *(Signpost("predecessor-version", other.url) for other in citation.replaces),
            *(Signpost("collection", collection, "text/html") for collection in self._collections(placed)),
        ]

    def _author(self, placed: Placed, name: Name) -> str:
        """Of a withdrawn work only as registers know them: the library may have no other work of theirs, and so no page."""
        page = "" if placed.work.withdrawn else f"{self.site.url}people/{name.party}/"
        return next(iter(identifier_addresses(name.identifiers)), page)

    def _collections(self, placed: Placed) -> list[str]:
        found = []
        if placed.in_journal:
            found.append(f"journal/{placed.issue.id}/" if placed.issue else "journal/")
        if placed.work.series and not placed.work.withdrawn:
            found.append(f"series/{placed.work.series.id.lower()}/")
        host = placed.work.host.work if placed.work.host else None
        if host and not placed.work.withdrawn:
            found.append(f"{self.citing.catalogue.works[host].address}/")
        return [f"{self.site.url}{path}" for path in found]

    def elements(self, placed: Placed, citation: Citation, *, landing: bool) -> str:
        """Link elements for the head, a line each, the last leading to the linkset."""
        signposts = [*self.links(placed, citation, landing=landing), Signpost("linkset", f"{citation.url}{LINKSET}", LINKSET_TYPE)]
        return "".join([link(each.rel, each.href, each.media_type) for each in signposts])

    def linkset(self, placed: Placed) -> str:
        """The linkset of a work: a context for its page in each language, each file and each description."""
        citations = self.citing.of_work(placed)
        landing = citations[0].url
        to_landing = [{"href": landing, "type": "text/html"}]
        contexts = [
            _context(
                self.site.address(placed.address, language),
                self.links(placed, citations[self.citing.offered(placed, language)], landing=language == self.site.languages[0]),
            )
            for language in self.site.languages
        ]
        if not placed.work.withdrawn:
            contexts += [_file_context(citation, to_landing) for citation in citations if citation.document]
        contexts += [{"anchor": f"{self.site.url}{each.path}", "describes": to_landing} for each in descriptions(placed)]
        return compact({"linkset": contexts}) + "\n"


def _context(anchor: str, signposts: Sequence[Signpost]) -> dict[str, Any]:
    relations: dict[str, list[dict[str, str]]] = {}
    for each in signposts:
        target = {"href": each.href, "type": each.media_type} if each.media_type else {"href": each.href}
        relations.setdefault(each.rel, []).append(target)
    return {"anchor": anchor, **relations}


def _file_context(citation: Citation, to_landing: list[dict[str, str]]) -> dict[str, Any]:
    licence = {"license": [{"href": citation.licence_url}]} if citation.licence_url else {}
    return {"anchor": citation.document_url, "collection": to_landing, **licence}
