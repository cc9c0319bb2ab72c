"""An OAI static repository: all works in Dublin Core in one file, which a gateway serves to harvesters.

See http://www.openarchives.org/OAI/2.0/guidelines-static-repository.htm. The address of the gateway, once there is one, takes
the place of ``baseURL``. Identifiers come from the site's authority and the id under which a work was first published.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.languages import INTERNATIONAL
from library.citations.citation import doi_address
from library.citations.citing import Citing
from library.citations.deposits import xml
from library.citations.deposits.xml import element, group
from library.citations.formats import remarks
from library.citations.kinds import KINDS
from library.press.addresses import Site

PATH = "exports/oai.xml"

_ROOT = {
    "xmlns": "http://www.openarchives.org/OAI/2.0/static-repository",
    "xmlns:oai": "http://www.openarchives.org/OAI/2.0/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/static-repository http://www.openarchives.org/OAI/2.0/static-repository.xsd",
}
_DC = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}


def host(site: Site) -> str:
    """The host in identifiers: that of the authority, which stays when the site moves."""
    if site.authority.startswith("tag:"):
        return site.authority.removeprefix("tag:").partition(",")[0].rpartition("@")[2]
    return urlsplit(site.authority or site.url).hostname or "localhost"


def repository(catalogue: Catalogue, citing: Citing, site: Site, works: Iterable[Placed], email: str) -> str:
    """The file; ``email`` is the administrator's, which the protocol asks for."""
    works = list(works)
    first = min((str(placed.changed) for placed in works), default="2000-01-01")
    name = site.names[site.languages[0]]
    return (
        xml.DECLARATION
        + group(
            "Repository",
            [
                group(
                    "Identify",
                    [
                        element("oai:repositoryName", name),
                        element("oai:baseURL", f"{site.url}{PATH}"),
                        element("oai:protocolVersion", "2.0"),
                        element("oai:adminEmail", email),
                        element("oai:earliestDatestamp", first),
                        element("oai:deletedRecord", "no"),
                        element("oai:granularity", "YYYY-MM-DD"),
                    ],
                ),
                group(
                    "ListMetadataFormats",
                    [
                        group(
                            "oai:metadataFormat",
                            [
                                element("oai:metadataPrefix", "oai_dc"),
                                element("oai:schema", "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"),
                                element("oai:metadataNamespace", "http://www.openarchives.org/OAI/2.0/oai_dc/"),
                            ],
                        )
                    ],
                ),
                group("ListRecords", [_record(catalogue, citing, site, placed) for placed in works], {"metadataPrefix": "oai_dc"}),
            ],
            _ROOT,
        )
        + "\n"
    )


def _record(catalogue: Catalogue, citing: Citing, site: Site, placed: Placed) -> str:
    header = [
        element("oai:identifier", f"oai:{host(site)}:{placed.first_id}"),
        element("oai:datestamp", str(placed.changed)),
    ]
    described = group("oai_dc:dc", _described(catalogue, citing, placed), _DC)
    return group("oai:record", [group("oai:header", header), group("oai:metadata", [described])])


def _described(catalogue: Catalogue, citing: Citing, placed: Placed) -> Iterator[str]:
    """Elements in the order in which Dublin Core lists them; what all editions share stands once."""
    work, citations = placed.work, citing.of_work(placed)
    titles = dict.fromkeys((citation.title_language, citation.title) for citation in citations)
    titles |= dict.fromkeys((tag, f"[{text}]" if tag in work.supplied.title else text) for tag, text in work.title.items())
    yield from (_told("title", text, tag) for tag, text in titles)
    yield from _once("creator", (name.inverted for citation in citations for name in citation.authors))
    for theme in work.themes:
        yield from (_told("subject", text, tag) for tag, text in catalogue.vocabularies["themes"][theme].label.items())
    yield from (_told("description", text, tag) for tag, text in work.summary.items())
    told = remarks.withdrawn(citations[0]) + remarks.corrected(citations[0])
    yield from (_told("description", f"{text}.", INTERNATIONAL) for text in told)
    yield from _once("publisher", (citation.publisher for citation in citations))
    yield from _once("contributor", (name.inverted for citation in citations for name in (*citation.editors, *citation.translators)))
    yield element("dc:date", str(placed.issued or ""))
    yield element("dc:type", KINDS[citations[0].kind].dublin_core)
    yield from _once("format", (citation.document.media_type for citation in citations if citation.document))
    yield from _once("identifier", (citation.url.partition("#")[0] for citation in citations))
    yield from _once("identifier", (doi_address(citation.doi) for citation in citations))
    yield from _once("identifier", (f"urn:isbn:{isbn.replace('-', '')}" for citation in citations for isbn in citation.isbn))
    yield from _once("identifier", (citation.document_url for citation in citations))
    yield from _once("language", (citation.language for citation in citations))
    yield from _once("relation", (citation.container or citation.series for citation in citations))
    yield from _once("relation", (citation.replaced_by.address for citation in citations if citation.replaced_by))
    for facet, ids in (("countries", work.coverage.countries), ("regions", work.coverage.regions)):
        for term in ids:
            yield from (_told("coverage", text, tag) for tag, text in catalogue.vocabularies[facet][term].label.items())
    yield from _once("rights", (citation.licence_url or citation.licence for citation in citations))


def _told(name: str, text: str, language: str) -> str:
    return element(f"dc:{name}", text, {"xml:lang": language})


def _once(name: str, texts: Iterable[str]) -> Iterator[str]:
    return (element(f"dc:{name}", text) for text in dict.fromkeys(texts))
