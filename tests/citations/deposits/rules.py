"""The rules of DataCite 4.6 and DOAJ 1.3 in our own words, for no package ships their schemas.

DataCite: https://datacite-metadata-schema.readthedocs.io/en/4.6/. DOAJ: https://doaj.org/docs/xml/.
Only elements that the library writes are listed; any other breaks the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

MANY = 10_000
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

_ADDRESS = r"https?://\S+"
_TAG = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"


def _one_of(words: str) -> str:
    return "|".join(words.split())


@dataclass(frozen=True)
class Rule:
    """What an element may hold.

    ``children`` are triples of tag, least and greatest number, in order unless ``ordered``
    is False. ``text`` is a pattern of the whole text, for elements without children.
    ``attributes`` are patterns by name; those in ``required`` must be there.
    """

    children: tuple[tuple[str, int, int], ...] = ()
    ordered: bool = True
    text: str = r"(?s).+"
    attributes: Mapping[str, str] = field(default_factory=dict)
    required: tuple[str, ...] = ()


def violations(element: etree._Element, rules: Mapping[str, Rule], namespace: str = "", parent: str = "") -> Iterator[str]:
    """What breaks the rules in an element and below it; nothing where all is well.

    A rule stands under the element's tag, or under ``parent/tag`` where the parent decides.
    """
    tag = _local(element, namespace)
    rule = rules.get(f"{parent}/{tag}") or rules.get(tag)
    if rule is None:
        yield f"{tag}: no such element in {parent or 'the root'}"
        return
    yield from _attribute_violations(element, tag, rule)
    children = [child for child in element if isinstance(child.tag, str)]
    if not rule.children:
        if children or not re.fullmatch(rule.text, element.text or ""):
            yield f"{tag}: holds {element.text!r}"
        return
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        yield f"{tag}: text between elements"
    yield from _order_violations([_local(child, namespace) for child in children], tag, rule)
    for child in children:
        yield from violations(child, rules, namespace, tag)


def _attribute_violations(element: etree._Element, tag: str, rule: Rule) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name not in rule.attributes:
            yield f"{tag}: no attribute {name}"
        elif not re.fullmatch(rule.attributes[name], value):
            yield f"{tag}: {name} is {value!r}"
    for name in rule.required:
        if name not in element.attrib:
            yield f"{tag}: {name} is missing"


def _order_violations(names: list[str], tag: str, rule: Rule) -> Iterator[str]:
    """Elements that are too few, too many, in another order than the rule's, or not in it."""
    order = [name for name, _, _ in rule.children]
    for name, least, greatest in rule.children:
        if not least <= names.count(name) <= greatest:
            yield f"{tag}: {names.count(name)} times {name}"
    places = [order.index(name) for name in names if name in order]
    if rule.ordered and places != sorted(places):
        yield f"{tag}: the order is {names}"
    for name in names:
        if name not in order:
            yield f"{tag}: no {name} in it"


def _local(element: etree._Element, namespace: str) -> str:
    """The tag without the right namespace; one in another namespace, or in none, is a tag that has no rule."""
    found = etree.QName(element)
    return found.localname if (found.namespace or "") == namespace else f"{{{found.namespace or ''}}}{found.localname}"


# -- DataCite 4.6 --------------------------------------------------------------------------

_RESOURCES = _one_of("""Audiovisual Award Book BookChapter Collection ComputationalNotebook ConferencePaper ConferenceProceeding
    DataPaper Dataset Dissertation Event Image InteractiveResource Instrument Journal JournalArticle Model OutputManagementPlan
    PeerReview PhysicalObject Preprint Project Report Service Software Sound Standard StudyRegistration Text Workflow Other""")
_RELATIONS = _one_of("""IsCitedBy Cites IsSupplementTo IsSupplementedBy IsContinuedBy Continues IsDescribedBy Describes HasMetadata
    IsMetadataFor HasVersion IsVersionOf IsNewVersionOf IsPreviousVersionOf IsPartOf HasPart IsPublishedIn IsReferencedBy References
    IsDocumentedBy Documents IsCompiledBy Compiles IsVariantFormOf IsOriginalFormOf IsIdenticalTo IsReviewedBy Reviews IsDerivedFrom
    IsSourceOf IsRequiredBy Requires Obsoletes IsObsoletedBy Collects IsCollectedBy HasTranslation IsTranslationOf""")
_IDENTIFIERS = _one_of("""ARK arXiv bibcode CSTR DOI EAN13 EISSN Handle IGSN ISBN ISSN ISTC LISSN LSID PMID PURL RRID UPC URL URN w3id""")
_CONTRIBUTORS = _one_of("""ContactPerson DataCollector DataCurator DataManager Distributor Editor HostingInstitution Producer
    ProjectLeader ProjectManager ProjectMember RegistrationAgency RegistrationAuthority RelatedPerson Researcher ResearchGroup
    RightsHolder Sponsor Supervisor Translator WorkPackageLeader Other""")
_NAME = Rule(attributes={"nameType": "Organizational|Personal", LANG: _TAG})
_PERSON = (("givenName", 0, 1), ("familyName", 0, 1), ("nameIdentifier", 0, MANY), ("affiliation", 0, MANY))


def _list_of(tag: str, least: int = 0) -> Rule:
    return Rule(((tag, least, MANY),))


DATACITE_NAMESPACE = "http://datacite.org/schema/kernel-4"
DATACITE = {
    "resource": Rule(
        (
            ("identifier", 1, 1),
            ("creators", 1, 1),
            ("titles", 1, 1),
            ("publisher", 1, 1),
            ("publicationYear", 1, 1),
            ("resourceType", 1, 1),
            ("subjects", 0, 1),
            ("contributors", 0, 1),
            ("dates", 0, 1),
            ("language", 0, 1),
            ("alternateIdentifiers", 0, 1),
            ("relatedIdentifiers", 0, 1),
            ("sizes", 0, 1),
            ("formats", 0, 1),
            ("version", 0, 1),
            ("rightsList", 0, 1),
            ("descriptions", 0, 1),
            ("geoLocations", 0, 1),
            ("fundingReferences", 0, 1),
            ("relatedItems", 0, 1),
        ),
        ordered=False,
        attributes={LOCATION: rf"{DATACITE_NAMESPACE} \S+/kernel-4\.6/metadata\.xsd"},
        required=(LOCATION,),
    ),
    "identifier": Rule(attributes={"identifierType": "DOI|URL"}, required=("identifierType",), text=r"10\.\d{4,9}\S*/\S+|" + _ADDRESS),
    "creators": _list_of("creator", 1),
    "creator": Rule((("creatorName", 1, 1), *_PERSON)),
    "creatorName": _NAME,
    "givenName": Rule(),
    "familyName": Rule(),
    "nameIdentifier": Rule(
        attributes={"nameIdentifierScheme": "ORCID|ROR|ISNI|VIAF", "schemeURI": _ADDRESS}, required=("nameIdentifierScheme",), text=_ADDRESS
    ),
    "affiliation": Rule(),
    "titles": _list_of("title", 1),
    "title": Rule(attributes={"titleType": "AlternativeTitle|Subtitle|TranslatedTitle|Other", LANG: _TAG}),
    "publisher": Rule(
        attributes={"publisherIdentifier": _ADDRESS, "publisherIdentifierScheme": "ROR|ISNI", "schemeURI": _ADDRESS, LANG: _TAG}
    ),
    "publicationYear": Rule(text=r"\d{4}"),
    "resourceType": Rule(attributes={"resourceTypeGeneral": _RESOURCES}, required=("resourceTypeGeneral",)),
    "subjects": _list_of("subject"),
    "subject": Rule(attributes={"subjectScheme": ".+", "schemeURI": _ADDRESS, "valueURI": _ADDRESS, LANG: _TAG}),
    "contributors": _list_of("contributor"),
    "contributor": Rule(
        (("contributorName", 1, 1), *_PERSON), attributes={"contributorType": _CONTRIBUTORS}, required=("contributorType",)
    ),
    "contributorName": _NAME,
    "dates": _list_of("date"),
    "date": Rule(
        text=r"\d{4}(-\d\d(-\d\d)?)?",
        required=("dateType",),
        attributes={
            "dateType": _one_of("Accepted Available Collected Copyrighted Coverage Created Issued Other Submitted Updated Valid Withdrawn"),
            "dateInformation": ".+",
        },
    ),
    "language": Rule(text=_TAG),
    "alternateIdentifiers": _list_of("alternateIdentifier"),
    "alternateIdentifier": Rule(attributes={"alternateIdentifierType": ".+"}, required=("alternateIdentifierType",)),
    "relatedIdentifiers": _list_of("relatedIdentifier"),
    "relatedIdentifier": Rule(
        required=("relatedIdentifierType", "relationType"),
        attributes={"relatedIdentifierType": _IDENTIFIERS, "relationType": _RELATIONS, "resourceTypeGeneral": _RESOURCES},
    ),
    "sizes": _list_of("size"),
    "size": Rule(),
    "formats": _list_of("format"),
    "format": Rule(text=r"[a-z]+/[a-z0-9.+-]+"),
    "rightsList": _list_of("rights"),
    "rights": Rule(
        attributes={
            "rightsURI": _ADDRESS,
            "rightsIdentifier": r"[A-Za-z0-9.-]+",
            "rightsIdentifierScheme": "SPDX",
            "schemeURI": _ADDRESS,
            LANG: _TAG,
        }
    ),
    "descriptions": _list_of("description"),
    "description": Rule(
        attributes={"descriptionType": "Abstract|Methods|SeriesInformation|TableOfContents|TechnicalInfo|Other", LANG: _TAG},
        required=("descriptionType",),
    ),
    "geoLocations": _list_of("geoLocation"),
    "geoLocation": Rule((("geoLocationPlace", 0, 1),)),
    "geoLocationPlace": Rule(),
    "fundingReferences": _list_of("fundingReference"),
    "fundingReference": Rule(
        (("funderName", 1, 1), ("funderIdentifier", 0, 1), ("awardNumber", 0, 1), ("awardTitle", 0, 1)), ordered=False
    ),
    "funderName": Rule(),
    "awardNumber": Rule(attributes={"awardURI": _ADDRESS}),
    "awardTitle": Rule(),
    "funderIdentifier": Rule(
        attributes={"funderIdentifierType": "Crossref Funder ID|GRID|ISNI|ROR|Other", "schemeURI": _ADDRESS},
        required=("funderIdentifierType",),
    ),
    "relatedItems": _list_of("relatedItem"),
    "relatedItem": Rule(
        (
            ("relatedItemIdentifier", 0, 1),
            ("titles", 0, 1),
            ("publicationYear", 0, 1),
            ("volume", 0, 1),
            ("issue", 0, 1),
            ("number", 0, 1),
            ("firstPage", 0, 1),
            ("lastPage", 0, 1),
            ("publisher", 0, 1),
        ),
        attributes={"relatedItemType": _RESOURCES, "relationType": _RELATIONS},
        required=("relatedItemType", "relationType"),
    ),
    "relatedItemIdentifier": Rule(attributes={"relatedItemIdentifierType": _IDENTIFIERS}),
    "relatedItem/publisher": Rule(),
    "volume": Rule(),
    "issue": Rule(),
    "number": Rule(attributes={"numberType": "Article|Chapter|Report|Other"}),
    "firstPage": Rule(),
    "lastPage": Rule(),
}


# -- DOAJ 1.3 ------------------------------------------------------------------------------

_CODE = {"language": "[a-z]{3}"}
_ISSN = Rule(text=r"\d{4}-?\d{3}[\dxX]")
DOAJ = {
    "records": _list_of("record", 1),
    "record": Rule(
        (
            ("language", 0, 1),
            ("publisher", 0, 1),
            ("journalTitle", 1, 1),
            ("issn", 0, 1),
            ("eissn", 0, 1),
            ("publicationDate", 1, 1),
            ("volume", 0, 1),
            ("issue", 0, 1),
            ("startPage", 0, 1),
            ("endPage", 0, 1),
            ("doi", 0, 1),
            ("publisherRecordId", 0, 1),
            ("documentType", 0, 1),
            ("title", 1, MANY),
            ("authors", 0, 1),
            ("affiliationsList", 0, 1),
            ("abstract", 0, MANY),
            ("fullTextUrl", 1, 1),
            ("keywords", 0, MANY),
        )
    ),
    "language": Rule(text="[a-z]{3}"),
    "publisher": Rule(),
    "journalTitle": Rule(),
    "issn": _ISSN,
    "eissn": _ISSN,
    "publicationDate": Rule(text=r"\d{4}(-\d\d(-\d\d)?)?"),
    "volume": Rule(),
    "issue": Rule(),
    "startPage": Rule(),
    "endPage": Rule(),
    "doi": Rule(text=r"10\.\S+/\S+"),
    "publisherRecordId": Rule(),
    "documentType": Rule(),
    "title": Rule(attributes=_CODE),
    "authors": _list_of("author"),
    "author": Rule((("name", 1, 1), ("affiliationId", 0, MANY), ("orcid_id", 0, 1))),
    "name": Rule(),
    "affiliationId": Rule(),
    "orcid_id": Rule(text=r"https://orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]"),
    "affiliationsList": _list_of("affiliationName"),
    "affiliationName": Rule(attributes={"affiliationId": ".+"}),
    "abstract": Rule(attributes=_CODE),
    "fullTextUrl": Rule(attributes={"format": ".+"}, text=r"https?://[^/:]+\.[^\W\d_]{2,10}(:\d+)?(/\S*)?"),
    "keywords": Rule((("keyword", 0, MANY),), attributes=_CODE),
    "keyword": Rule(),
}
