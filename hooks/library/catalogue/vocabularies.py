"""Authority files, checked and ready to look things up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from library.catalogue.authorities import PARTIES, VOCABULARIES, Party, Term
from library.catalogue.problems import Problem
from library.catalogue.records import Record
from library.catalogue.validation import validate


@dataclass(frozen=True)
class Vocabulary:
    """The terms of one authority file, by id, in the order of the file."""

    name: str
    terms: Mapping[str, Any]
    faulty: frozenset[str] = frozenset()
    """Ids of terms that are written but wrong: a record may name them, so that one wrong
    term is one problem and not one in every record."""
    places: Mapping[str, int] = field(default_factory=dict)
    """Where each term stands in the file, counted from 0."""
    unread: bool = False
    """True where the file itself could not be read: every id is then taken for known, so that
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
        """Ids of the terms directly below each term, in the order of the file."""
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


def build(name: str, record: Record, context: dict[str, Any]) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary in a record that holds a list of terms, and what is wrong with it.

    ``context`` holds the vocabularies read before, for terms that refer to them.
    """
    problems: list[Problem] = []
    terms: dict[str, Term | Party] = {}
    places: dict[str, int] = {}
    faulty: set[str] = set()
    lowered: set[str] = set()
    if not isinstance(record.data, list):
        return Vocabulary(name, {}), [record.problem((), "wrong-shape", "a vocabulary is a list of terms", 'begin each term with "- id:"')]
    for number, data in enumerate(record.data):
        model: type[Term | Party] = VOCABULARIES[name]
        if model is Party and isinstance(data, dict):
            model = PARTIES.get(str(data.get("kind")), Party)
        term, found = validate(model, record, data, (number,), context)
        problems += found
        if term is None:
            faulty.add(str(data.get("id")) if isinstance(data, dict) else "")
            continue
        if term.id.lower() in lowered:  # addresses are in small letters
            problems.append(
                record.problem(
                    (number, "id"),
                    "duplicate-id",
                    f'the id "{term.id}" is taken above',
                    "give the term another id, or delete one of the two",
                )
            )
            continue
        terms[term.id] = term
        places[term.id] = number
        lowered.add(term.id.lower())
    vocabulary = Vocabulary(name, terms, frozenset(faulty), places)
    for term in terms.values():
        problems += _broader_problems(record, places[term.id], term, vocabulary)
    return vocabulary, problems


def _broader_problems(record: Record, number: int, term: Term | Party, terms: Vocabulary) -> list[Problem]:
    if not isinstance(term, Term) or not term.broader or term.broader in terms.faulty:
        return []
    if term.broader not in terms:
        return [
            record.problem(
                (number, "broader"),
                "unknown-term",
                f'broader term "{term.broader}" is not in this file',
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
