"""Crossref: one batch an issue, with its articles that have a DOI.

By the metadata deposit schema (https://www.crossref.org/documentation/schema-library/). An
issue none of whose articles has a DOI still has its file: it is valid, deposits nothing,
and names the articles that wait for one.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.model import Issue, Journal
from library.catalogue.names import Name, body_name
from library.catalogue.pages import ends
from library.citations.citation import Citation
from library.citations.citing import Citing, title_at
from library.citations.deposits import updates, xml
from library.citations.deposits.xml import comment, element, group, landing, summaries

SCHEMA_VERSION = "5.3.1"
NAMESPACE = f"http://www.crossref.org/schema/{SCHEMA_VERSION}"

NO_EMAIL = "no-address-configured@example.invalid"
"""Stands where no address is configured: the schema asks for one, and ``.invalid`` can never be anyone's (RFC 2606)."""

ROOT = {
    "version": SCHEMA_VERSION,
    "xmlns": NAMESPACE,
    "xmlns:jats": "http://www.ncbi.nlm.nih.gov/JATS1",
    "xmlns:fr": "http://www.crossref.org/fundref.xsd",
    "xmlns:ai": "http://www.crossref.org/AccessIndicators.xsd",
    "xmlns:rel": "http://www.crossref.org/relations.xsd",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{NAMESPACE} https://www.crossref.org/schemas/crossref{SCHEMA_VERSION}.xsd",
}
_RELATIONS = {"translation-of": "isTranslationOf", "translated-as": "hasTranslation", "other-language": "isVariantFormOf"}
"""Where no source says which language came first, each edition is called a form of the other, and neither the original."""

_NAME_PART = re.compile(r"(?=.{1,60}\Z)[^\d?]*[^?\s]+[^\d]*\Z")
"""What the schema takes as a given name or a surname."""
DOI = re.compile(r"10\.[0-9]{4,9}/.{1,200}\Z")
"""What the schema takes as a DOI: Crossref gives out no divided prefixes (``10.1234.5/…``)."""


def issue(catalogue: Catalogue, citing: Citing, issue: Issue, email: str = NO_EMAIL, policy: str = "") -> str | None:
    """The batch of an issue; ``policy`` is the DOI of the publisher's policy on updates. None where the issue has no date, without which Crossref takes no issue."""
    journal = catalogue.journal
    if journal is None or issue.issued is None:
        return None
    every = list(xml.articles(catalogue, citing, issue))
    deposited = [(placed, citation) for placed, citation in every if DOI.match(citation.doi)]
    changed = max([issue.added, *(placed.changed for placed, _ in every)])
    return (
        xml.DECLARATION
        + group(
            "doi_batch",
            [
                comment(f"set the depositor's e-mail address before depositing: {NO_EMAIL} is none") if email == NO_EMAIL else "",
                xml.left_out("having no DOI", [xml.edition_id(citation) for _, citation in every if not DOI.match(citation.doi)]),
                _head(catalogue, journal, issue, changed, email),
                group(
                    "body",
                    [
                        group(
                            "journal",
                            [
                                _journal(journal, issue),
                                _issue(issue),
                                *(_article(catalogue, placed, citation, policy) for placed, citation in deposited),
                            ],
                        )
                    ],
                ),
            ],
            ROOT,
        )
        + "\n"
    )


def _head(catalogue: Catalogue, journal: Journal, issue: Issue, changed: Issued, email: str) -> str:
    issuer = body_name(catalogue.vocabularies["parties"][journal.issuer], None).label
    return head(f"{journal.id}-{issue.id}", text_in(issuer, INTERNATIONAL), changed, email)


def head(batch: str, registrant: str, changed: Issued, email: str) -> str:
    """Who deposits, and the batch's number, which is the day of its last change: the same records give the same file.

    Crossref takes a deposit of what it has only with a higher timestamp.
    """
    return group(
        "head",
        [
            element("doi_batch_id", f"{batch}-{changed}"),
            element("timestamp", f"{changed.year:04d}{changed.month:02d}{changed.day:02d}000000"),
            group("depositor", [element("depositor_name", registrant[:130]), element("email_address", email)]),
            element("registrant", registrant[:255]),
        ],
    )


def _journal(journal: Journal, issue: Issue) -> str:
    """The journal under the title it had then; the abbreviation is that of the present one."""
    titled = title_at(journal, issue.issued)
    printed, electronic = xml.issns(journal)
    return group(
        "journal_metadata",
        [
            *(element("full_title", text[:255]) for text in list(titled.title.values())[:10]),
            element("abbrev_title", within(150, journal.abbreviation) if titled is journal.titles[0] else ""),
            element("issn", printed, {"media_type": "print"}),
            element("issn", electronic, {"media_type": "electronic"}),
            xml.issn_remark(journal),
        ],
    )


def _issue(issue: Issue) -> str:
    titles = issue.title or {}
    own = [text for tag, text in titles.items() if tag not in issue.supplied.title][:1]
    return group(
        "journal_issue",
        [
            group("titles", [element("title", text) for text in own]),
            date("publication_date", issue.issued, "online"),
            group("journal_volume", [element("volume", within(32, issue.volume))]),
            element("issue", within(32, issue.number)),
        ],
    )


def within(limit: int, text: str | None) -> str:
    """The text, or nothing where the schema has no room for it: half a number would be another number."""
    return text if text and len(text) <= limit else ""


def date(tag: str, when: Issued | None, medium: str) -> str:
    if when is None:
        return ""
    return group(
        tag,
        [
            element("month", f"{when.month:02d}" if when.month else ""),
            element("day", f"{when.day:02d}" if when.day else ""),
            element("year", f"{when.year:04d}"),
        ],
        {"media_type": medium},
    )


def _article(catalogue: Catalogue, placed: Placed, citation: Citation, policy: str) -> str:
    first, last = ends(citation.pages)
    # A DOI leads to the web, so only an edition stated to be in print alone is dated as print.
    medium = "print" if citation.formats == ("print",) else "online"
    return group(
        "journal_article",
        [
            titles(citation),
            group("contributors", contributors(catalogue, citation)),
            *abstracts(placed, citation),
            date("publication_date", citation.issued or placed.issued, medium),
            group("pages", [element("first_page", first), element("last_page", last)]),
            *updates.crossmark(
                citation,
                policy,
                [
                    group("fr:program", funding(citation), {"name": "fundref"}),
                    licence(citation),
                ],
            ),
            group("rel:program", [*relations(citation), *updates.relations(citation)], {"name": "relations"}),
            doi_data(citation),
        ],
        {"publication_type": "full_text", "language": language(citation.language)},
    )


def funding(citation: Citation) -> Iterator[str]:
    """Each funder with its award in a group of its own, so that no award passes for another's.

    An identifier would be that of Crossref's registry of funders, which no record names.
    """
    for each in citation.funding:
        parts = (("funder_name", each.funder.inverted), ("award_number", each.award))
        yield group("fr:assertion", [element("fr:assertion", text, {"name": name}) for name, text in parts if text], {"name": "fundgroup"})


def licence(citation: Citation) -> str:
    return group("ai:program", [element("ai:license_ref", citation.licence_url)], {"name": "AccessIndicators"})


def doi_data(citation: Citation) -> str:
    return group("doi_data", [element("doi", citation.doi), element("resource", _where_it_leads(citation)), _full_text(citation)])


def _where_it_leads(citation: Citation) -> str:
    """Where the DOI is to lead: to the publisher's own page of the article, which a deposit must not take over."""
    own = citation.address
    return own if own and not re.match(r"https?://(dx\.)?doi\.org/", own) else landing(citation)


def titles(citation: Citation) -> str:
    """The title, and of a translation also the original's."""
    original = citation.translated_from
    return group(
        "titles",
        [
            element("title", citation.title),
            element("original_language_title", original.title, {"language": language(original.language)}) if original else "",
        ],
    )


def language(tag: str) -> str:
    """ISO 639-1 code, as the schema has them; nothing for a language that has none."""
    code = tag.split("-")[0]
    return code if len(code) == 2 else ""


ROLES = ("author", "editor", "translator")


def contributors(catalogue: Catalogue, citation: Citation, roles: Collection[str] = ROLES) -> Iterator[str]:
    """Everyone in these roles, the first as such."""
    sequence = "first"
    for role, names in zip(ROLES, (citation.authors, citation.editors, citation.translators), strict=True):
        for name in names if role in roles else ():
            yield _contributor(catalogue, name, {"sequence": sequence, "contributor_role": role})
            sequence = "additional"


def _contributor(catalogue: Catalogue, name: Name, attributes: dict[str, str]) -> str:
    """A person by parts, or a name kept whole.

    A person whose name the schema's parts cannot hold (60 characters, no digits) stands whole
    under ``organization``, the only element for that; nothing of the name is cut off.
    """
    surname = name.family or name.literal
    parts = [part for part in (surname, name.given) if part]
    if not xml.is_person(catalogue, name) or len(name.suffix) > 10 or not all(_NAME_PART.match(part) for part in parts):
        return element("organization", name.inverted, attributes)
    return group(
        "person_name",
        [
            element("given_name", name.given),
            element("surname", surname),
            element("suffix", name.suffix),
            element("ORCID", xml.orcid(name)),
        ],
        attributes,
    )


def abstracts(placed: Placed, citation: Citation) -> Iterator[str]:
    """The document's own abstracts, in its language first; the library's summaries would pass for the author's."""
    for language, text in summaries(placed, citation).items():
        if language not in placed.work.supplied.summary:
            yield group("jats:abstract", [element("jats:p", text)], {"xml:lang": language})


def relations(citation: Citation) -> Iterator[str]:
    for sibling in citation.siblings:
        kind = {"relationship-type": _RELATIONS[sibling.relation], "identifier-type": "doi" if sibling.doi else "uri"}
        yield group("rel:related_item", [element("rel:intra_work_relation", sibling.doi or sibling.url, kind)])


def _full_text(citation: Citation) -> str:
    """The address of a document that the site holds, for Crossref's comparison of texts."""
    if not citation.document:
        return ""
    return group(
        "collection",
        [group("item", [element("resource", citation.document_url)], {"crawler": "iParadigms"})],
        {"property": "crawler-based"},
    )
