"""What a work stands in: a record of the library, or a journal or book that its own record names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from library.catalogue.authorities import CitedAs, PublicationType
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.model import WORK_TYPES_IN_ISSUES
from library.catalogue.model_parts import Named

IN_A_HOST = ("article", "chapter", "entry")
"""Kinds of works that are nothing by themselves: always a part of something."""


@dataclass(frozen=True)
class Standing:
    """What is known of the whole that a work stands in. Empty: not known.

    ``titles`` are the printed ones by language, of a record that has none printed all; ``placed`` is
    its record, where the library has one, whose facts hold where the part's own record says nothing.
    """

    titles: Mapping[str, str]
    abbreviation: str
    volume: str
    number: str
    editors: tuple[Named, ...]
    issn: tuple[str, ...]
    isbn: tuple[str, ...]
    publisher: str | None
    place: str
    placed: Placed | None

    def title(self, *languages: str) -> str:
        """In the first of the languages that has one, or else the first."""
        return self.titled(*languages)[1]

    def titled(self, *languages: str) -> tuple[str, str]:
        """The same with its language before it."""
        tag = next((tag for tag in languages if tag in self.titles), next(iter(self.titles), ""))
        return tag, self.titles.get(tag, "")


def kind(catalogue: Catalogue, placed: Placed) -> str:
    """As what references name a work: see ``authorities.CitedAs``."""
    if placed.in_journal:
        return "article"
    return kind_of_type(catalogue, placed.work.type)


def kind_of_type(catalogue: Catalogue, type_id: str) -> str:
    term = catalogue.vocabularies["types"].terms.get(type_id)
    if isinstance(term, PublicationType) and term.cited_as:
        return term.cited_as
    if type_id in WORK_TYPES_IN_ISSUES:
        return "article"
    return type_id if type_id in get_args(CitedAs) else "report"


def standing(catalogue: Catalogue, placed: Placed) -> Standing | None:
    """What a work stands in; None where its record names nothing, as with articles of the library's own journal."""
    host = placed.work.host
    if host is None:
        return None
    whole = catalogue.works.get(host.work or "")
    editions = whole.work.editions if whole else ()
    editors = [Named(party=one.party, name=one.name) for one in whole.work.contributors if one.role == "editor"] if whole else []
    return Standing(
        titles=host.title or (_titles(whole) if whole else {}),
        abbreviation=host.abbreviation or "",
        volume=host.volume or "",
        number=host.number or "",
        editors=host.editors or tuple(editors),
        issn=host.issn,
        isbn=host.isbn or tuple(dict.fromkeys(isbn for edition in editions for isbn in edition.isbn)),
        publisher=next((edition.publisher for edition in editions if edition.publisher), None)
        or (catalogue.issuer_of(whole) if whole else None),
        place=next((edition.place for edition in editions if edition.place), None) or "",
        placed=whole,
    )


def _titles(whole: Placed) -> dict[str, str]:
    work = whole.work
    own = {edition.language: edition.title for edition in work.editions if edition.language and edition.title}
    printed = {tag: text for tag, text in work.title.items() if tag not in work.supplied.title} | own
    return printed or {tag: f"[{text}]" for tag, text in work.title.items()}
