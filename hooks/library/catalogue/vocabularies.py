"""Authority files, checked and ready to look things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from library.catalogue.authorities import PARTIES, VOCABULARIES, Party
from library.catalogue.participation import Participation
from library.catalogue.problems import Problem
from library.catalogue.records import Record
from library.catalogue.terms import Term
from library.catalogue.validation import validate

Stand = tuple[Record, int]
"""The file in which a term stands, and its place there, counted from 0."""


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one authority file, or of a folder of them, by id, in the order of the files."""

    name: str
    terms: Mapping[str, Any]
    faulty: frozenset[str] = frozenset()
    """Ids of terms that are written but wrong: a record may name them, so that one wrong
    term is one problem and not one in every record."""
    stands: Mapping[str, Stand] = field(default_factory=dict)
    """Where each term stands."""
    where: str = ""
    """Its file or folder, as shown to people: ``vocabularies/parties.yml``."""
    unread: bool = False
    """True where a file of it could not be read: every id is then taken for known, so that
    records are not blamed for it."""

    def __contains__(self, term_id: object) -> bool:
        return self.unread or term_id in self.terms or term_id in self.faulty

    def __getitem__(self, term_id: str) -> Any:
        return self.terms[term_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    @cached_property
    def narrower(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the terms directly below each term, in the order of the files."""
        below: dict[str, list[str]] = {}
        for term in self.terms.values():
            if getattr(term, "broader", None):
                below.setdefault(term.broader, []).append(term.id)
        return {term_id: tuple(ids) for term_id, ids in below.items()}

    @cached_property
    def tops(self) -> Mapping[str, int]:
        """The terms that have no broader one, with their places among each other."""
        return {term_id: place for place, term_id in enumerate(term for term in self.terms if not self.ancestors(term))}

    @cached_property
    def _ancestors(self) -> dict[str, tuple[str, ...]]:
        return {}

    def ancestors(self, term_id: str) -> tuple[str, ...]:
        """The term's broader terms, nearest first; empty for a top term."""
        made = self._ancestors.get(term_id)
        if made is None:
            made = self._ancestors[term_id] = self._above(term_id)
        return made

    def _above(self, term_id: str) -> tuple[str, ...]:
        found: list[str] = []
        broader = getattr(self.terms[term_id], "broader", None)
        while broader and broader not in found:
            found.append(broader)
            broader = self.terms[broader].broader
        return tuple(found)


def site_languages(context: Mapping[str, Vocabulary]) -> tuple[str, ...]:
    """Tags of the languages marked ``site: yes``, in the order of the vocabulary."""
    return tuple(term.id for term in context["languages"].terms.values() if term.site)


def build(name: str, records: Sequence[Record], context: dict[str, Any], unread: bool = False) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary in the records that hold its lists of terms, and what is wrong with it.

    ``context`` holds the vocabularies read before, for terms that refer to them. ``unread``: a
    further file of it could not be read.
    """
    reading = _Terms(name, context)
    for record in records:
        reading.add(record)
    divided = any(record.path.parent.name == name for record in records)
    where = f"vocabularies/{name}/" if divided else f"vocabularies/{name}.yml"
    vocabulary = Vocabulary(name, reading.terms, frozenset(reading.faulty), reading.stands, where, unread)
    for term in reading.terms.values():
        reading.problems += _broader_problems(*reading.stands[term.id], term, vocabulary)
    return vocabulary, reading.problems


class _Terms:
    """Collects the terms of a vocabulary file by file."""

    def __init__(self, name: str, context: dict[str, Any]) -> None:
        self.name = name
        self.context = context
        self.problems: list[Problem] = []
        self.terms: dict[str, Term | Party | Participation] = {}
        self.stands: dict[str, Stand] = {}
        self.faulty: set[str] = set()
        self._taken: dict[str, Stand] = {}  # by id in small letters, as in addresses

    def add(self, record: Record) -> None:
        if not isinstance(record.data, list):
            self.problems.append(record.problem((), "wrong-shape", "a vocabulary is a list of terms", 'begin each term with "- id:"'))
            return
        for number, data in enumerate(record.data):
            model: type[Term | Party | Participation] = VOCABULARIES[self.name]
            if model is Party and isinstance(data, dict):
                model = PARTIES.get(str(data.get("kind")), Party)
            term, found = validate(model, record, data, (number,), self.context)
            self.problems += found
            if term is None:
                self.faulty.add(str(data.get("id")) if isinstance(data, dict) else "")
            elif term.id.lower() in self._taken:
                self.problems.append(self._taken_twice(record, number, term.id))
            else:
                self.terms[term.id] = term
                self.stands[term.id] = self._taken[term.id.lower()] = (record, number)

    def _taken_twice(self, record: Record, number: int, term_id: str) -> Problem:
        holder, at = self._taken[term_id.lower()]
        where = "above" if holder is record else f"in {holder.name}:{holder.place((at, 'id'))[0]}"
        return record.problem(
            (number, "id"), "duplicate-id", f'the id "{term_id}" is taken {where}', "give the term another id, or delete one of the two"
        )


def _broader_problems(record: Record, number: int, term: Term | Party | Participation, terms: Vocabulary) -> list[Problem]:
    if not isinstance(term, Term) or not term.broader or term.broader in terms.faulty or (terms.unread and term.broader not in terms.terms):
        return []
    if term.broader not in terms:
        return [
            record.problem(
                (number, "broader"),
                "unknown-term",
                f'broader term "{term.broader}" is not in this vocabulary',
                "write the id of a term of this vocabulary",
            )
        ]
    if terms[term.broader].broader:
        return [
            record.problem(
                (number, "broader"),
                "too-deep",
                f'"{term.broader}" is itself a narrower term',
                "vocabularies have two levels: choose a top term",
            )
        ]
    return []
