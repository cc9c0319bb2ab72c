"""The whole catalogue, checked and linked: works, the journal with its issues, vocabularies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from library.catalogue.dates import Issued
from library.catalogue.figures import Figure
from library.catalogue.kinds import Kind
from library.catalogue.kinds.naming import named
from library.catalogue.model import Edition, Issue, Journal, Work
from library.catalogue.published import Published
from library.catalogue.records import Record
from library.catalogue.vocabularies import Vocabulary, site_languages

UNPLACED = "articles"
"""Folder and address part of articles whose issue is not known."""


@dataclass(frozen=True)
class Placed:
    """A work and where it stands: in which file, and in which issue of the journal."""

    work: Work
    record: Record
    keys: tuple[str | int, ...] = ()
    issue: Issue | None = None
    in_journal: bool = False

    @property
    def address(self) -> str:
        """Path of the landing page under the language's root, without slashes at its ends."""
        if self.issue is not None:
            return f"journal/{self.issue.id}/{self.work.id}"
        if self.in_journal:
            return f"journal/{UNPLACED}/{self.work.id}"
        return f"publications/{self.work.id}"

    @property
    def first_id(self) -> str:
        """The id under which the work was first published: what is to hold however often it is renamed is made of this."""
        former = self.work.former_addresses
        return _last(former[0]) if former else self.work.id

    @property
    def former(self) -> tuple[tuple[str, str], ...]:
        """Former addresses, without slashes at their ends, each with the id that the work had there."""
        return tuple((address.strip("/"), _last(address)) for address in self.work.former_addresses)

    @property
    def listed(self) -> bool:
        """Whether lists, feeds, search and exports hold the work; one that was withdrawn only where another stands in its place."""
        return self.work.withdrawn is None or self.work.withdrawn.stays_in_lists

    @property
    def issued(self) -> Issued | None:
        """Date of the work; an article without its own has its issue's."""
        if self.work.issued is None and self.issue is not None:
            return self.issue.issued
        return self.work.issued

    @property
    def added(self) -> Issued:
        """Day on which the work was added to the library; an article's is its issue's."""
        added = self.work.added or (self.issue.added if self.issue else None)
        assert added, "checks refuse a work that says nowhere when it was added"
        return added

    @property
    def changed(self) -> Issued:
        """Day of the last change that readers should hear of: a withdrawal is one."""
        days = [self.work.revised or self.added, self.added, *(correction.day for correction in self.work.corrected)]
        if self.work.withdrawn:
            first = self.work.withdrawn.on.first_day
            days.append(Issued(first.year, first.month, first.day))
        return max(days)


def _last(address: str) -> str:
    return address.strip("/").rpartition("/")[2]


@dataclass(frozen=True)
class Filed:
    """A record of a kind beside the works, and the file in which it stands. ``value`` is of the kind's model."""

    kind: Kind
    value: Any
    record: Record

    @property
    def id(self) -> str:
        found: str = self.value.id
        return found

    @property
    def address(self) -> str:
        """Path of its page under the language's root, without slashes at its ends."""
        return f"{self.kind.collection}/{self.id}"

    @property
    def former_ids(self) -> tuple[str, ...]:
        """Earlier ids, the first first."""
        found: tuple[str, ...] = getattr(self.value, "former_ids", ())
        return found

    @property
    def first_id(self) -> str:
        """The id under which it was first published: what is to hold however often it is renamed is made of this."""
        return next(iter(self.former_ids), self.id)

    @property
    def former(self) -> tuple[str, ...]:
        """Former addresses, without slashes at their ends."""
        return tuple(f"{self.kind.collection}/{former}" for former in self.former_ids)

    @property
    def changed(self) -> Issued:
        """Day of the last change that readers should hear of."""
        added: Issued = self.value.added
        return max(self.value.revised or added, added)


@dataclass(frozen=True)
class Catalogue:
    """Works in file order, the journal with its issues, and the vocabularies.

    ``texts`` holds the Markdown of case studies by work id and language, ``filed`` the records of each kind beside the
    works by the kind's name and their ids, in file order; a kind without records is not among them.
    """

    folder: Path
    works: Mapping[str, Placed]
    journal: Journal | None
    issues: Mapping[str, Issue]
    vocabularies: Mapping[str, Vocabulary]
    texts: Mapping[tuple[str, str], str]
    issue_records: Mapping[str, Record]
    names: tuple[str, ...] = ()
    """Proper names that stand in English titles and in no vocabulary of places or languages."""
    published: Published = field(default_factory=Published)
    """What was published before, and stays for good; empty for a catalogue that never was."""
    order: tuple[str, ...] = ()
    """The site's languages, its default first, where the site has them in another order than the vocabulary."""
    filed: Mapping[str, Mapping[str, Filed]] = field(default_factory=dict)
    figures: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    """Of the texts of each work, by its id; a work without figures is not among them."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages of the site, its default first: every label exists in each."""
        return self.order or site_languages(self.vocabularies)

    @cached_property
    def offered(self) -> tuple[Placed, ...]:
        """The works that are offered: all but those that were withdrawn."""
        return tuple(placed for placed in self.works.values() if not placed.work.withdrawn)

    def texts_of(self, work: Work) -> Mapping[str, str]:
        """The texts published with a work, Markdown by language. One that was withdrawn offers none, nor their figures."""
        if work.withdrawn:
            return {}
        return {language: text for (work_id, language), text in sorted(self.texts.items()) if work_id == work.id}

    def figures_of(self, work: Work) -> tuple[Figure, ...]:
        """The figures in the texts that a work offers."""
        return () if work.withdrawn else self.figures.get(work.id, ())

    @cached_property
    def listed(self) -> tuple[Placed, ...]:
        """The works that lists, feeds, search and exports hold: those that are offered, and, marked, those that another replaced."""
        return tuple(placed for placed in self.works.values() if placed.listed)

    @cached_property
    def replaced(self) -> Mapping[str, tuple[Placed, ...]]:
        """The withdrawn works in whose place a work stands, by its id; a work that replaces none is not among them."""
        found: dict[str, list[Placed]] = {}
        for placed in self.works.values():
            if placed.work.withdrawn and placed.work.withdrawn.replaced_by:
                found.setdefault(placed.work.withdrawn.replaced_by, []).append(placed)
        return {work: tuple(works) for work, works in found.items()}

    def of_kind(self, name: str) -> Mapping[str, Filed]:
        """The records of a kind beside the works, by id; empty where there are none."""
        return self.filed.get(name, {})

    @cached_property
    def naming(self) -> Mapping[tuple[str, str], tuple[Filed, ...]]:
        """The records beside the works that name a record, by that record's kind (``work``, ``event``) and id, in their order."""
        found: dict[tuple[str, str], list[Filed]] = {}
        for records in self.filed.values():
            for filed in records.values():
                for other in dict.fromkeys((kind, name) for _, kind, name in named(filed.value)):
                    found.setdefault(other, []).append(filed)
        return {other: tuple(records) for other, records in found.items()}

    def listed_in(self, issue: Issue) -> tuple[Placed, ...]:
        """The articles of an issue that lists hold, in printed order."""
        return tuple(placed for article in issue.articles if (placed := self.works[article.id]).listed)

    def issuer_of(self, placed: Placed) -> str | None:
        """Id of the body that puts the work out; an article has its journal's."""
        if placed.in_journal and self.journal and not placed.work.issuer:
            return self.journal.issuer
        return placed.work.issuer

    def issued_of(self, placed: Placed, edition: Edition) -> Issued | None:
        """Date of an edition: its own, or the work's."""
        return edition.issued or placed.issued
