"""DataCite: one record an edition, by metadata schema 4.6 (https://schema.datacite.org/meta/kernel-4.6/).

4.6 is the first that can say of a resource that it is a translation. What the schema asks
for and nobody knows is said in DataCite's standard values for unknown information
(appendix 3 of its documentation).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from library.catalogue.authorities import IDENTIFIERS, identifier_address
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.document_numbers import NAMES
from library.catalogue.languages import INTERNATIONAL, chosen, text_in
from library.catalogue.names import Name, cited_name
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.citing import Citing, original
from library.citations.deposits import xml
from library.citations.deposits.xml import element, group, landing, summaries
from library.citations.formats import remarks
from library.citations.funding import Funding
from library.citations.kinds import KINDS

SCHEMA_VERSION = "4.6"
NAMESPACE = "http://datacite.org/schema/kernel-4"

UNAVAILABLE = "(:unav)"
"""DataCite's value for what is not available and possibly unknown."""
TOO_MANY = "(:etal)"
"""DataCite's value for names too many to list; ours for those that the source leaves out."""

_ROOT = {
    "xmlns": NAMESPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{NAMESPACE} https://schema.datacite.org/meta/kernel-{SCHEMA_VERSION}/metadata.xsd",
}
_RELATIONS = {"translation-of": "IsTranslationOf", "translated-as": "HasTranslation", "other-language": "IsVariantFormOf"}
"""Where no source says which language came first, each edition is called a form of the other, and neither the original.
``References`` would claim a citation, ``IsVersionOf`` that one is an instance of the other."""

_WHOLES = {"article": "Journal", "conference-paper": "ConferenceProceeding", "book": "Collection"}
"""What works stand in; all others in books."""

_ROLES = {"editor": "Editor", "translator": "Translator", "supervisor": "Supervisor", "sponsor": "Sponsor"}
"""Contributor types by our roles; other roles are ``Other``, and a funder has a place of its own."""
_FUNDER_SCHEMES = {"ror": "ROR", "isni": "ISNI"}


def work(catalogue: Catalogue, citing: Citing, placed: Placed) -> str:
    """The record of a work's original edition."""
    return edition(catalogue, placed, citing.of_work(placed)[original(placed.work.editions)])


def edition(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """The record of one edition. Raises ValueError where its year is not known:
    the schema asks for four digits, and has no value for a year that nobody knows.
    """
    if citation.issued is None:
        raise ValueError(f"{citation.key}: the year is not known")
    doi = citation.doi
    others = _contributors(catalogue, placed, citation)
    return (
        xml.DECLARATION
        + group(
            "resource",
            [
                # Not yet a DOI: the address says so by its type and gives way to the DOI when one is registered.
                element("identifier", doi or landing(citation), {"identifierType": "DOI" if doi else "URL"}),
                group("creators", _creators(catalogue, placed, citation)),
                group("titles", _titles(placed, citation)),
                _publisher(citation),
                element("publicationYear", f"{citation.issued.year:04d}"),
                element(
                    "resourceType",
                    text_in(catalogue.vocabularies["types"][placed.work.type].label, INTERNATIONAL),
                    {"resourceTypeGeneral": KINDS[citation.kind].datacite},
                ),
                group("subjects", _subjects(catalogue, placed, citation)),
                group(
                    "contributors",
                    [
                        _name(catalogue, "contributor", name, affiliation, {"contributorType": _ROLES.get(role, "Other")})
                        for role, name, affiliation in others
                        if role != "funder"
                    ],
                ),
                group("dates", _dates(placed, citation)),
                element("language", citation.language),
                group("alternateIdentifiers", _alternates(citation)),
                group("relatedIdentifiers", [*_siblings(citation), *_in_its_place(citation)]),
                group(
                    "sizes",
                    [
                        element("size", f"{citation.extent} pages" if citation.extent else ""),
                        element("size", f"{citation.document.size} bytes" if citation.document else ""),
                    ],
                ),
                group(
                    "formats",
                    [element("format", citation.document.media_type if citation.document else "text/html" if citation.read_here else "")],
                ),
                element("version", citation.edition),
                group("rightsList", _rights(catalogue, citation)),
                group("descriptions", _descriptions(placed, citation)),
                group("geoLocations", _places(catalogue, placed)),
                group("fundingReferences", map(_funding, citation.funding)),
                group("relatedItems", [_whole(citation), _series(citation)]),
            ],
            _ROOT,
        )
        + "\n"
    )


def _creators(catalogue: Catalogue, placed: Placed, citation: Citation) -> Iterator[str]:
    for creator, name in zip(placed.work.creators, citation.authors, strict=True):
        yield _name(catalogue, "creator", name, creator.affiliation or "")
    if citation.and_others or not citation.authors:
        yield group("creator", [element("creatorName", TOO_MANY if citation.and_others else UNAVAILABLE)])


def _contributors(catalogue: Catalogue, placed: Placed, citation: Citation) -> list[tuple[str, Name, str]]:
    """Role, name and affiliation of those who helped with this edition."""
    parties = catalogue.vocabularies["parties"]
    return [
        (one.role, cited_name(parties[one.party], citation.language or INTERNATIONAL, citation.issued, one.name), one.affiliation or "")
        for one in placed.work.contributors
        if not one.editions or citation.language in one.editions
    ]


def _name(catalogue: Catalogue, tag: str, name: Name, affiliation: str = "", attributes: dict[str, str] | None = None) -> str:
    return group(
        tag,
        [
            element(f"{tag}Name", name.inverted, {"nameType": "Personal" if xml.is_person(catalogue, name) else "Organizational"}),
            element("givenName", name.given),
            element("familyName", name.family),
            *(_identifier(scheme, value) for scheme, value in name.identifiers),
            element("affiliation", affiliation),
        ],
        attributes,
    )


def _identifier(scheme: str, value: str) -> str:
    return element(
        "nameIdentifier", identifier_address(scheme, value), {"nameIdentifierScheme": scheme.upper(), "schemeURI": IDENTIFIERS[scheme]}
    )


def _titles(placed: Placed, citation: Citation) -> Iterator[str]:
    """The title as references show it, then the work's titles in other languages.

    A supplied title keeps its brackets where it is the title that DataCite makes references
    from, and has none where its type already says that it is not the document's own.
    """
    yield element("title", citation.title, {"xml:lang": citation.title_language})
    for language, text in placed.work.title.items():
        if language != citation.title_language:
            yield element("title", text, {"xml:lang": language, "titleType": "TranslatedTitle"})


def _publisher(citation: Citation) -> str:
    known = dict(citation.publishing.identifiers) if citation.publishing else {}
    scheme = next((scheme for scheme in ("ror", "isni") if scheme in known), "")
    return element(
        "publisher",
        citation.publisher or UNAVAILABLE,
        {
            "publisherIdentifier": identifier_address(scheme, known[scheme]) if scheme else "",
            "publisherIdentifierScheme": scheme.upper(),
            "schemeURI": IDENTIFIERS[scheme] if scheme else "",
        },
    )


def _subjects(catalogue: Catalogue, placed: Placed, citation: Citation) -> Iterator[str]:
    """Themes in the document's language and in English."""
    themes = catalogue.vocabularies["themes"]
    for language in dict.fromkeys((citation.words, INTERNATIONAL)):
        for theme in placed.work.themes:
            yield element(
                "subject", themes[theme].label.get(language, ""), {"subjectScheme": "Themes of the library", "xml:lang": language}
            )


def _dates(placed: Placed, citation: Citation) -> Iterator[str]:
    """Days of the library are told to be such: when it took the document in says nothing of its issue."""
    told = "; ".join(remarks.issued(citation.issued))
    yield element("date", citation.issued.iso if citation.issued else "", {"dateType": "Issued", "dateInformation": told})
    yield element("date", str(citation.added), {"dateType": "Available", "dateInformation": "Added to the library"})
    for correction in placed.work.corrected:
        what = text_in(correction.what, INTERNATIONAL)
        yield element("date", str(correction.day), {"dateType": "Updated", "dateInformation": f"Corrected: {what}"})
    if placed.work.revised and placed.work.revised > citation.added:
        yield element("date", str(placed.work.revised), {"dateType": "Updated", "dateInformation": "Record revised"})
    if placed.work.withdrawn:
        why = placed.work.withdrawn.because
        yield element("date", str(placed.work.withdrawn.on), {"dateType": "Withdrawn", "dateInformation": why.capitalize() if why else ""})


def _alternates(citation: Citation) -> Iterator[str]:
    yield element("alternateIdentifier", citation.work, {"alternateIdentifierType": "Id in the library"})
    yield element("alternateIdentifier", citation.key, {"alternateIdentifierType": "Citation key"})
    yield element("alternateIdentifier", citation.own_number, {"alternateIdentifierType": "Number"})
    for isbn in citation.isbn:
        yield element("alternateIdentifier", isbn, {"alternateIdentifierType": "ISBN"})
    for scheme, value in citation.further_identifiers:
        yield element("alternateIdentifier", value, {"alternateIdentifierType": NAMES[scheme]})
    for address in dict.fromkeys((landing(citation) if citation.doi else "", citation.address)):
        yield element("alternateIdentifier", address, {"alternateIdentifierType": "URL"})


def _siblings(citation: Citation) -> Iterator[str]:
    for sibling in citation.siblings:
        yield element(
            "relatedIdentifier",
            sibling.doi or sibling.url,
            {
                "relatedIdentifierType": "DOI" if sibling.doi else "URL",
                "relationType": _RELATIONS[sibling.relation],
                "resourceTypeGeneral": KINDS[citation.kind].datacite,
            },
        )


def _in_its_place(citation: Citation) -> Iterator[str]:
    """What stands in the place of a withdrawn work, and the works that were withdrawn for this one."""
    replaced_by = ((other, "IsObsoletedBy") for other in ((citation.replaced_by,) if citation.replaced_by else ()))
    for other, relation in (*replaced_by, *((other, "Obsoletes") for other in citation.replaces)):
        kind = "DOI" if other.doi else "URL"
        yield element("relatedIdentifier", other.doi or other.url, {"relatedIdentifierType": kind, "relationType": relation})


def _rights(catalogue: Catalogue, citation: Citation) -> Iterable[str]:
    if not citation.licence:
        return ()
    language, label = chosen(catalogue.vocabularies["licences"][citation.licence].label, INTERNATIONAL)
    return [
        element(
            "rights",
            label,
            {
                "rightsURI": citation.licence_url,
                "rightsIdentifier": citation.licence,
                "rightsIdentifierScheme": "SPDX",
                "schemeURI": "https://spdx.org/licenses/",
                "xml:lang": language,
            },
        )
    ]


def _descriptions(placed: Placed, citation: Citation) -> Iterator[str]:
    """The summary in every language, the document's first; one that the library wrote is no abstract."""
    for language, text in summaries(placed, citation).items():
        kind = "Other" if language in placed.work.supplied.summary else "Abstract"
        yield element("description", text, {"descriptionType": kind, "xml:lang": language})


def _places(catalogue: Catalogue, placed: Placed) -> Iterator[str]:
    """Countries and regions by their English names; DataCite has no code for them."""
    coverage = placed.work.coverage
    for vocabulary, terms in (("countries", coverage.countries), ("regions", coverage.regions)):
        for term in terms:
            yield group(
                "geoLocation", [element("geoLocationPlace", text_in(catalogue.vocabularies[vocabulary][term].label, INTERNATIONAL))]
            )


def _funding(funding: Funding) -> str:
    name = funding.funder
    known = dict(name.identifiers)
    scheme = next((scheme for scheme in _FUNDER_SCHEMES if scheme in known), "")
    return group(
        "fundingReference",
        [
            element("funderName", name.inverted),
            element("funderIdentifier", identifier_address(scheme, known[scheme]), {"funderIdentifierType": _FUNDER_SCHEMES[scheme]})
            if scheme
            else "",
            element("awardNumber", funding.award),
            element("awardTitle", funding.project_title),
        ],
    )


def _whole(citation: Citation) -> str:
    """The journal, book or set that it stands in, with its place there."""
    if not citation.container and citation.kind != "article":
        return ""
    first, last = ends(citation.pages)
    scheme, number = "ISSN", citation.issn[-1] if citation.issn else ""
    if citation.kind != "article" and citation.host_isbn:
        scheme, number = "ISBN", citation.host_isbn[0]
    return group(
        "relatedItem",
        [
            element("relatedItemIdentifier", number, {"relatedItemIdentifierType": scheme}),
            group("titles", [element("title", citation.container)]),
            element("publicationYear", f"{citation.issued.year:04d}" if citation.issued else ""),
            element("volume", citation.volume),
            element("issue", citation.number),
            element("firstPage", first),
            element("lastPage", last),
            element("publisher", citation.publisher),
        ],
        {"relatedItemType": _WHOLES.get(citation.kind, "Book"), "relationType": "IsPublishedIn" if citation.in_a_whole else "IsPartOf"},
    )


def _series(citation: Citation) -> str:
    if not citation.series:
        return ""
    return group(
        "relatedItem",
        [
            group("titles", [element("title", citation.series)]),
            element("number", citation.series_number, {"numberType": "Other"}),
        ],
        {"relatedItemType": "Collection", "relationType": "IsPartOf"},
    )
