"""Highwire tags: what Google Scholar and Zotero read a reference from.

They describe one edition, in its own language whatever the page's. Rules are Google
Scholar's (https://scholar.google.com/intl/en/scholar/inclusion.html#indexing): the title
alone, so without the brackets of a supplied one; one tag for each author, without posts;
a date as ``2010/5/12`` or a year alone. What Scholar does not ask for and Zotero takes from
nowhere else stands beside it: ``citation_cover_date`` has the month of a date without a day,
``citation_journal_abbrev`` the abbreviation that styles may print in place of the journal's
title, and two names of EPrints' tags the place and the extent
(https://github.com/zotero/translators, Embedded Metadata.js and RDF.js).

Lists, issues and written pages have none, nor have works that are no document (see
``described.is_document``). A chapter names its book, a paper its conference and a thesis its institution. Book reviews and commentaries have them: Scholar finds such
works unsuitable and leaves them out by itself, but without tags Zotero would save a web
page in place of a journal article with its volume and pages.
"""

from __future__ import annotations

from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.kinds import KINDS
from library.machines.heads.elements import meta, metas


def tags(citation: Citation) -> str:
    """The tags of an edition that are the same on each page of its work, a line each."""
    row = KINDS[citation.kind]
    article, institution = row.highwire == "journal", _INSTITUTIONS.get(row.highwire, "")
    return "".join(
        [
            meta("citation_title", citation.bare_title),
            metas("citation_author", map(author, citation.authors)),
            metas("citation_editor", map(author, citation.editors)),
            meta("citation_publication_date", _date(citation.issued)),
            meta("citation_cover_date", _month(citation.issued)),
            # Readers take it for the date of issue where there is no other, so never alone.
            meta("citation_online_date", _date(citation.added) if citation.issued else ""),
            # Without one Zotero takes the page's language; "und" says that no source states it (BCP 47).
            metas("citation_language", [citation.language or "und", *citation.further_languages]),
            _in_whole(citation, row.highwire) if row.part else meta("citation_series_title", citation.series),
            meta(institution, citation.publisher) if institution else "",
            meta("citation_technical_report_number", citation.own_number if row.highwire == "report" else ""),
            meta("citation_publisher", citation.publisher),
            # An article has no place and no extent of its own.
            meta("eprints.place_of_pub", "" if article else citation.place),
            meta("eprints.pages", str(citation.extent or "") if citation.kind == "book" else ""),
            metas("citation_isbn", citation.isbns),
            meta("citation_doi", citation.doi),
            metas("citation_keywords", citation.keywords),
            meta("citation_abstract", "" if citation.abstract_supplied else citation.abstract),
        ]
    )


_INSTITUTIONS = {"report": "citation_technical_report_institution", "thesis": "citation_dissertation_institution"}


def _in_whole(citation: Citation, kind: str) -> str:
    """Title of the whole, and the place in it. Of two titles Zotero takes the kind that the last one says."""
    first, last = ends(citation.pages)
    journal = kind == "journal"
    conference = (citation.event or citation.container) if kind == "conference" else ""
    return "".join(
        [
            meta("citation_journal_title" if journal else "citation_inbook_title", citation.container),
            meta("citation_conference_title", conference),
            meta("citation_journal_abbrev", citation.container_short if journal else ""),
            meta("citation_series_title", "" if journal else citation.series),
            metas("citation_issn", citation.issn),
            meta("citation_volume", citation.volume),
            meta("citation_issue", citation.number),
            meta("citation_firstpage", first or citation.own_number),
            meta("citation_lastpage", last),
        ]
    )


def page_tags(citation: Citation, page: str) -> str:
    """The tags that differ from page to page, given the page's absolute address.

    A PDF is named only where it is the edition's and lies in the folder of this page: Scholar
    takes no other for the full text.
    """
    held = citation.document_url
    beside = held.startswith(page) and "/" not in held[len(page) :] and held.lower().endswith(".pdf")
    return meta("citation_abstract_html_url", page) + meta("citation_pdf_url", held if beside else "")


def author(name: Name) -> str:
    """``Facer, Rex L II``: readers divide at the first comma and lose what stands behind a second."""
    given = " ".join(part for part in (name.given, name.suffix) if part)
    return name.literal or (f"{name.family}, {given}" if given else name.family)


def _date(issued: Issued | None) -> str:
    """A whole date, or the year alone: a year with a month is none of the two forms."""
    if issued is None:
        return ""
    return f"{issued.year:04d}/{issued.month:02d}/{issued.day:02d}" if issued.day else f"{issued.year:04d}"


def _month(issued: Issued | None) -> str:
    """``2019/09``, where the day is not known."""
    return f"{issued.year:04d}/{issued.month:02d}" if issued and issued.month and not issued.day else ""
