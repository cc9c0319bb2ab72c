"""Dublin Core in meta elements: what harvesters and Zotero read besides Highwire tags.

Element names as DCMI's recommendation for HTML has them (https://www.dublincore.org/specifications/dublin-core/dc-html/).
Some of them Zotero takes for something else (its RDF.js), so they are not here: ``DCTERMS.alternative``,
which it makes the journal's abbreviation, and an address as ``DC.identifier``, in which it finds a short
DOI where the path has ``/10/``; ``og:url`` has the address, and JSON-LD all titles. An identifier begins
with its kind and a blank: in ``doi:10.1007/978-…`` it would find an ISBN.
``DC.type`` is a word that may be shown, since Zotero copies it. A report whose Highwire tags say that
it is one has its kind instead, in ``DCTERMS.type``, which Zotero would not read beside it. A country profile without a document is a web page of its own.
"""

from __future__ import annotations

from library.catalogue.catalogue import Catalogue, Placed
from library.citations.citation import Citation, Sibling, doi_address
from library.citations.kinds import KINDS
from library.machines.heads.described import is_document
from library.machines.heads.elements import meta, metas

_SCHEMAS = """<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">
<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">
"""
_RELATIONS = {"translation-of": "DCTERMS.isVersionOf", "translated-as": "DCTERMS.hasVersion", "other-language": "DCTERMS.relation"}


def tags(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """The tags of an edition, a line each; titles, subjects and places in the document's language."""
    work = placed.work
    words = citation.words
    document = work.withdrawn or is_document(placed)
    told_by_highwire = citation.kind == "report" and citation.publisher and is_document(placed)

    def labels(vocabulary: str, terms: tuple[str, ...]) -> list[str]:
        return [catalogue.vocabularies[vocabulary][term].label[words] for term in terms]

    return "".join(
        [
            _SCHEMAS,
            meta("DC.title", citation.bare_title, citation.title_language),
            metas("DC.creator", [name.inverted for name in citation.authors]),
            metas("DC.contributor", [name.inverted for name in (*citation.editors, *citation.translators)]),
            meta("DC.publisher", citation.publisher),
            meta("DCTERMS.issued", citation.issued.iso if citation.issued else ""),
            meta("DCTERMS.available", str(citation.added)),
            meta("DCTERMS.modified", str(citation.changed)),
            # Without one Zotero takes the page's; "und" says that no source states it (BCP 47).
            metas("DC.language", [citation.language or "und", *citation.further_languages]),
            meta("DC.type", "" if told_by_highwire else KINDS[citation.kind].dublin_core if document else "InteractiveResource"),
            meta("DCTERMS.type", citation.genre),
            meta("DC.format", citation.document.media_type if citation.document else ""),
            meta("DCTERMS.extent", f"{citation.extent} pages" if citation.extent else ""),
            meta("DC.identifier", f"DOI {citation.doi}" if citation.doi else ""),
            metas("DC.identifier", [f"ISBN {isbn}" for isbn in citation.isbns]),
            # An URN and an ARK say what they are.
            metas("DC.identifier", [f"hdl:{value}" if scheme == "handle" else value for scheme, value in citation.further_identifiers]),
            metas("DC.subject", labels("themes", work.themes), words),
            metas("DCTERMS.spatial", labels("countries", work.coverage.countries) + labels("regions", work.coverage.regions), words),
            meta("DC.description", citation.abstract, citation.abstract_language),
            meta("DC.rights", labels("licences", (citation.licence,))[0] if citation.licence else "", words),
            meta("DCTERMS.license", citation.licence_url),
            meta("DCTERMS.isPartOf", citation.container or citation.series),
            "".join([meta(_RELATIONS[sibling.relation], _address(sibling)) for sibling in citation.siblings]),
            meta("DCTERMS.isReplacedBy", citation.replaced_by.address if citation.replaced_by else ""),
            metas("DCTERMS.replaces", [other.address for other in citation.replaces]),
        ]
    )


def of_zotero(citation: Citation, kind: str) -> str:
    """Zotero's own word for a kind that no Highwire tag is for, and its makers, whom it takes from ``DC.creator`` for some kinds only."""
    return meta("z:itemType", kind) + metas(
        "author", [" ".join(filter(None, (name.given, name.family or name.literal))) for name in citation.authors]
    )


def _address(sibling: Sibling) -> str:
    return doi_address(sibling.doi) or sibling.url
