"""Judges what a search finds by the public test set in ``queries/``: recall, precision, what must not come up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import yaml

QUERIES = Path(__file__).parent / "queries"
DEPTH = 5
"""Results of which precision is taken: what a phone shows without scrolling far."""


@dataclass(frozen=True)
class Query:
    """A question in one language: works that must come up, further right ones, and wrong ones, by id."""

    query: str
    language: str
    kind: str
    must: frozenset[str]
    also: frozenset[str]
    must_not: frozenset[str]


@dataclass(frozen=True)
class Judged:
    """``recall`` is the share of those that must come up that did; ``precision`` that of right ones among the first five
    (or fewer, where fewer came); ``wrong`` are those that came up and must not."""

    query: Query
    recall: float
    precision: float
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    stray: tuple[str, ...]


def queries(language: str) -> list[Query]:
    """The test set of a language, in the order of its file."""
    written = yaml.safe_load((QUERIES / f"{language}.yml").read_text("utf-8"))
    return [
        Query(
            str(entry["query"]),
            language,
            entry["kind"],
            frozenset(entry["must"]),
            frozenset(entry.get("also") or ()),
            frozenset(entry["must_not"]),
        )
        for entry in written
    ]


def judge(query: Query, found: Sequence[str]) -> Judged:
    """``found`` are ids, the best first."""
    first = found[:DEPTH]
    right = query.must | query.also
    stray = tuple(work for work in first if work not in right)
    return Judged(
        query,
        recall=len(query.must & set(found)) / len(query.must),
        precision=1 - len(stray) / len(first) if first else 0.0,
        missed=tuple(sorted(query.must - set(found))),
        wrong=tuple(work for work in found if work in query.must_not),
        stray=stray,
    )


def summary(judged: Iterable[Judged]) -> Mapping[str, float]:
    """Means over the queries; ``wrong`` is a number of works."""
    judged = list(judged)
    return {
        "queries": len(judged),
        "recall": mean(one.recall for one in judged),
        "precision": mean(one.precision for one in judged),
        "wrong": sum(len(one.wrong) for one in judged),
    }
