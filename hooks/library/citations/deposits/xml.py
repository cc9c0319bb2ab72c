"""XML by joining strings, and what the deposit formats ask in common.

Texts of records hold no character that XML 1.0 forbids, so escaping is all they need.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from library.catalogue.authorities import identifier_address
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.model import Issue, Journal
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.citing import Citing

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def element(tag: str, text: str, attributes: Mapping[str, str] | None = None) -> str:
    """An element with text; nothing where the text is empty, for what is not known is left out."""
    return f"<{tag}{_written(attributes)}>{escape(text)}</{tag}>" if text else ""


def group(tag: str, children: Iterable[str], attributes: Mapping[str, str] | None = None) -> str:
    """An element with elements, one a line; nothing where all of them are empty."""
    inner = "\n".join([child for child in children if child])
    return f"<{tag}{_written(attributes)}>\n{inner}\n</{tag}>" if inner else ""


def _written(attributes: Mapping[str, str] | None) -> str:
    """Attributes as written in a tag, without those that have no value."""
    if not attributes:
        return ""
    return "".join([f' {name}="{escape(value)}"' for name, value in attributes.items() if value])


def comment(text: str) -> str:
    """A comment. XML forbids two hyphens in it; ids of works and language tags have none."""
    return f"<!-- {text} -->"


def left_out(reason: str, ids: Iterable[str]) -> str:
    """A comment naming the editions that the file leaves out; nothing where it leaves out none."""
    named = ", ".join(dict.fromkeys(ids))
    return comment(f"left out, {reason}: {named}") if named else ""


def edition_id(citation: Citation) -> str:
    """A work's id with the edition's language where there are several: ``some-study (ru)``."""
    return f"{citation.work} ({citation.language or 'und'})" if citation.siblings else citation.work


def landing(citation: Citation) -> str:
    """Where an edition is described: the work's page, at the edition's place on it where it has several.

    So no two editions, and no two DOIs, share an address.
    """
    return f"{citation.url}#{citation.anchor}" if citation.siblings else citation.url


def articles(catalogue: Catalogue, citing: Citing, issue: Issue) -> Iterator[tuple[Placed, Citation]]:
    """Every edition of every article of an issue, in printed order."""
    for work in issue.articles:
        placed = catalogue.works[work.id]
        for citation in citing.of_work(placed):
            yield placed, citation


def is_person(catalogue: Catalogue, name: Name) -> bool:
    """Whether a name is a person's. A person known by one undivided name has no parts to tell by."""
    parties = catalogue.vocabularies["parties"]
    return parties[name.party].kind == "person" if name.party else not name.literal


def orcid(name: Name) -> str:
    """The ORCID iD as an address, which is how ORCID asks for it to be written; empty where none is known."""
    return next((identifier_address(scheme, value) for scheme, value in name.identifiers if scheme == "orcid"), "")


def summaries(placed: Placed, citation: Citation) -> dict[str, str]:
    """The abstract that the citation has, then the work's summaries in other languages."""
    own = {citation.abstract_language: citation.abstract} if citation.abstract else {}
    return {**own, **{language: text for language, text in placed.work.summary.items() if language not in own}}


def issns(journal: Journal) -> tuple[str, str]:
    """A journal's print and electronic ISSN; empty where no source says which of the two an ISSN is."""
    return journal.issn_print or "", journal.issn_electronic or ""


def issn_remark(journal: Journal) -> str:
    """A comment on ISSNs that cannot be deposited because nobody has said of which medium they are."""
    untold = [issn for issn in journal.issn if issn not in issns(journal)]
    return (
        comment(f"left out, because the record does not say whether it is that of the print or of the web: ISSN {', '.join(untold)}")
        if untold
        else ""
    )
