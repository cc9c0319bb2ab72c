"""The terms of one work in one language, kept from build to build: a change of one work leaves the others' alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from library.press.text_cache import TextCache, fingerprint
from library.search.analysis import Analyser, load_rules

WEIGHTS = 16
"""Weights are below it."""

Terms = Mapping[str, tuple[int, frozenset[str]]]
"""Of one work: weight and written forms by term."""


def terms_of(texts: Iterable[tuple[int, str]], analyser: Analyser) -> Terms:
    """The terms of a work's texts: each with its heaviest weight, one more for every further text that has it, 15 at most."""
    weights: dict[str, int] = {}
    forms: dict[str, set[str]] = defaultdict(set)
    for weight, text in texts:
        for term in analyser.numbers(text):
            weights.setdefault(term, weight)
        for token, terms in analyser.words(text):
            for term, share in terms:
                heavier = weight
                if share == 1.0:
                    forms[term].add(token)
                else:
                    heavier = round(weight * share) or 1
                before = weights.get(term)
                if before is None:
                    weights[term] = heavier
                elif before < WEIGHTS - 1:
                    weights[term] = min(WEIGHTS - 1, max(before, heavier) + 1)
    return {term: (weight, frozenset(forms[term]) if term in forms else NO_FORMS) for term, weight in weights.items()}


NO_FORMS = frozenset[str]()
"""Of a term that no word of the work stems to."""


class KeptTerms:
    """The terms of works in one language, by their texts; ``made`` counts those that were not kept."""

    def __init__(self, language: str, rules: Path, kept: TextCache) -> None:
        self.language = language
        self.analyser = Analyser(language, load_rules(rules))
        self.kept = kept
        self.made = 0
        self._version = fingerprint(rules.read_text("utf-8"), _code(), version("snowballstemmer"))

    def of(self, texts: Iterable[tuple[int, str]]) -> Terms:
        texts = list(texts)
        key = fingerprint(self._version, *(f"{weight} {text}" for weight, text in texts))
        written = self.kept.find(self.language, key)
        if written is not None:
            return _read(written)
        self.made += 1
        terms = terms_of(texts, self.analyser)
        self.kept.keep(self.language, [(key, _written(terms))])
        return terms


@cache
def _code() -> str:
    folder = Path(__file__).parent
    return "".join(
        path.read_text("utf-8")
        for path in (
            folder / "terms.py",
            folder / "analysis.py",
            folder / "numbers.py",
            folder / "kazakh_stem.py",
            *sorted((folder / "forms").glob("*.py")),
        )
    )


def _written(terms: Terms) -> str:
    """A line a term: the term, its weight, its forms; no term has white space."""
    return "\n".join(f"{term} {weight} {' '.join(sorted(forms)) if forms else ''}" for term, (weight, forms) in terms.items())


def _read(written: str) -> Terms:
    terms = {}
    for line in written.splitlines():
        term, weight, forms = line.split(" ", 2)
        terms[term] = (int(weight), frozenset(forms.split()) if forms else NO_FORMS)
    return terms
