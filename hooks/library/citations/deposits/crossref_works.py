"""Crossref: one batch a work that stands in no issue: books, volumes of sets, chapters, papers, theses and reports with a DOI.

Elements and their order are those of the metadata deposit schema. Whoever deposits must own the prefix: the DOI of another
publisher stands here as well, as the record has it. There is none for articles of other journals, whose
publishers deposit them, and for kinds of which the schema asks what no record says (a standard's acronym of its body).
"""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.names import body_name
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.deposits import crossref, updates, xml
from library.citations.deposits.crossref import DOI, within
from library.citations.deposits.xml import comment, element, group

_COMPONENTS = {"chapter": ("edited_book", "chapter"), "entry": ("reference", "reference_entry")}
"""Type of the book, and of the part in it, by kind of work."""


def deposited(placed: Placed) -> bool:
    """Whether a work may have a batch of its own, as far as its record alone shows."""
    return not placed.in_journal and bool(placed.issued) and any(DOI.match(edition.doi or "") for edition in placed.work.editions)


def work(catalogue: Catalogue, citing: Citing, placed: Placed, email: str = crossref.NO_EMAIL) -> str | None:
    """The batch of a work with all its editions that have a DOI; None where there is nothing that Crossref takes."""
    if not deposited(placed):
        return None
    found: list[str] = []
    left: list[str] = []
    for citation in citing.of_work(placed):
        text = _one(catalogue, placed, citation) if DOI.match(citation.doi) and citation.issued else ""
        (found if text else left).append(text or xml.edition_id(citation))
    if not found:
        return None
    return (
        xml.DECLARATION
        + group(
            "doi_batch",
            [
                comment(f"set the depositor's e-mail address before depositing: {crossref.NO_EMAIL} is none")
                if email == crossref.NO_EMAIL
                else "",
                comment("deposit it only if the prefix of the DOI is yours"),
                xml.left_out("having no DOI, or not all that Crossref asks for", left),
                _head(catalogue, placed, email),
                group("body", found),
            ],
            crossref.ROOT,
        )
        + "\n"
    )


def _head(catalogue: Catalogue, placed: Placed, email: str) -> str:
    issuer = catalogue.issuer_of(placed) or next((edition.publisher for edition in placed.work.editions if edition.publisher), None)
    name = text_in(body_name(catalogue.vocabularies["parties"][issuer], None).label, INTERNATIONAL) if issuer else placed.work.id
    return crossref.head(placed.work.id, name, placed.changed, email)


def _one(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """An edition as its kind has it; empty where the schema asks for more than is known."""
    if citation.kind == "thesis":
        return _thesis(catalogue, placed, citation)
    if citation.kind == "report":
        return _report(catalogue, placed, citation)
    if not citation.publisher:
        return ""
    if citation.kind == "book":
        return _book(catalogue, placed, citation)
    if citation.kind in _COMPONENTS and citation.container:
        return _part(catalogue, placed, citation)
    if citation.kind == "conference-paper" and citation.container and citation.event:
        return _paper(catalogue, placed, citation)
    return ""


def _book(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """A book, or a volume with the set that it belongs to, which Crossref takes only with its number."""
    volume = within(32, citation.volume) if citation.container else ""
    described = [
        group("contributors", crossref.contributors(catalogue, citation)),
        crossref.titles(citation),
        *crossref.abstracts(placed, citation),
        element("volume", volume),
        element("edition_number", within(15, citation.edition)),
        _date(citation),
        *_isbns(citation.isbns),
        _publisher(citation),
        *_rest(citation),
    ]
    if volume:
        whole = group("set_metadata", [group("titles", [element("title", citation.container)]), *_isbns(citation.host_isbn)])
        told = group("book_set_metadata", [whole, *described], _spoken(citation))
    else:
        told = group("book_metadata", described, _spoken(citation))
    return group("book", [told], {"book_type": "monograph" if citation.authors else "edited_book" if citation.editors else "other"})


def _part(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """A chapter or entry in its book, of which is told what the part's record and the book's say."""
    of_book, of_part = _COMPONENTS[citation.kind]
    whole = [
        group("contributors", crossref.contributors(catalogue, citation, ("editor",))),
        group("titles", [element("title", citation.container)]),
        element("edition_number", within(15, citation.edition)),
        _date(citation),
        *_isbns(citation.isbns),
        _publisher(citation),
    ]
    part = [
        group("contributors", crossref.contributors(catalogue, citation, ("author", "translator"))),
        crossref.titles(citation),
        *crossref.abstracts(placed, citation),
        _date(citation),
        _pages(citation),
        *_rest(citation),
    ]
    return group(
        "book",
        [
            group("book_metadata", whole, _spoken(citation)),
            group("content_item", part, {"component_type": of_part, "publication_type": "full_text", **_spoken(citation)}),
        ],
        {"book_type": of_book},
    )


def _paper(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    place = citation.event_place if 2 <= len(citation.event_place) <= 255 else ""
    proceedings = [element("proceedings_title", citation.container[:511]), _publisher(citation), _date(citation), *_isbns(citation.isbns)]
    paper = [
        group("contributors", crossref.contributors(catalogue, citation, ("author", "translator"))),
        crossref.titles(citation),
        *crossref.abstracts(placed, citation),
        _date(citation),
        _pages(citation),
        *_rest(citation),
    ]
    return group(
        "conference",
        [
            group("contributors", crossref.contributors(catalogue, citation, ("editor",))),
            group("event_metadata", [element("conference_name", citation.event[:512]), element("conference_location", place)]),
            group("proceedings_metadata", proceedings, _spoken(citation)),
            group("conference_paper", paper, {"publication_type": "full_text", **_spoken(citation)}),
        ],
    )


def _thesis(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    """Its day of acceptance is that of issue: no other is known. Empty without author or institution, which Crossref asks for."""
    if not (citation.authors and citation.publisher):
        return ""
    return group(
        "dissertation",
        [
            group("contributors", crossref.contributors(catalogue, citation, ("author", "translator"))),
            crossref.titles(citation),
            *crossref.abstracts(placed, citation),
            _date(citation, "approval_date"),
            _institution(citation),
            element("degree", citation.degree[:255] if len(citation.degree) > 1 else ""),
            *(element("isbn", isbn) for isbn in citation.isbns),
            *_rest(citation),
        ],
        {"publication_type": "full_text", **_spoken(citation)},
    )


def _report(catalogue: Catalogue, placed: Placed, citation: Citation) -> str:
    number = within(32, citation.own_number)
    told = [
        group("contributors", crossref.contributors(catalogue, citation)),
        crossref.titles(citation),
        element("edition_number", within(15, citation.edition)),
        *crossref.abstracts(placed, citation),
        _date(citation),
        *(element("isbn", isbn) for isbn in citation.isbns),
        _publisher(citation),
        group("publisher_item", [element("item_number", number, {"item_number_type": "report-number"})]),
        *_rest(citation),
    ]
    return group("report-paper", [group("report-paper_metadata", told, _spoken(citation))], {"publication_type": "full_text"})


# -- parts of all ----------------------------------------------------------------------------


def _spoken(citation: Citation) -> dict[str, str]:
    return {"language": crossref.language(citation.language)}


def _date(citation: Citation, tag: str = "publication_date") -> str:
    when: Issued | None = citation.issued
    return crossref.date(tag, when, "print" if citation.formats == ("print",) else "online")


def _pages(citation: Citation) -> str:
    first, last = ends(citation.pages)
    return group("pages", [element("first_page", first), element("last_page", last)])


def _publisher(citation: Citation) -> str:
    """Its place only where Crossref's form of one can hold it."""
    place = citation.place if 2 <= len(citation.place) <= 255 else ""
    name = element("publisher_name", citation.publisher[:255])
    return group("publisher", [name, element("publisher_place", place)]) if name else ""


def _institution(citation: Citation) -> str:
    place = citation.place if 2 <= len(citation.place) <= 255 else ""
    return group("institution", [element("institution_name", citation.publisher[:1024]), element("institution_place", place)])


def _isbns(isbns: tuple[str, ...]) -> Iterator[str]:
    """Up to six; where there is none the schema wants to be told so."""
    yield from (element("isbn", isbn) for isbn in isbns[:6])
    if not isbns:
        yield '<noisbn reason="monograph"/>'


def _rest(citation: Citation) -> Iterator[str]:
    """Funders, licence, other editions and works, and where the DOI leads."""
    yield group("fr:program", crossref.funding(citation), {"name": "fundref"})
    yield crossref.licence(citation)
    yield group("rel:program", [*crossref.relations(citation), *updates.relations(citation)], {"name": "relations"})
    yield crossref.doi_data(citation)
