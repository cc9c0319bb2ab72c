"""The terms of one work in one language, kept from build to build: a change of one work leaves the others' alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path

from library.press.text_cache import TextCache, fingerprint
from library.search.analysis import Analyser, load_rules, tokens

WEIGHTS = 16
"""Weights are below it."""

Terms = Mapping[str, tuple[int, frozenset[str]]]
"""Of one work: weight and written forms by term."""


def terms_of(texts: Iterable[tuple[int, str]], analyser: Analyser) -> Terms:
    """The terms of a work's texts: each with its heaviest weight, one more for every further text that has it, 15 at most."""
    weights: dict[str, int] = {}
    forms: dict[str, set[str]] = defaultdict(set)
    for weight, text in texts:
        for token in dict.fromkeys(tokens(text)):
            if analyser.is_stopword(token):
                continue
            for term, share in analyser.terms(token):
                heavier = max(1, round(weight * share))
                weights[term] = min(WEIGHTS - 1, max(weights[term], heavier) + 1) if term in weights else heavier
                if share == 1.0:
                    forms[term].add(token)
    return {term: (weight, frozenset(forms[term])) for term, weight in weights.items()}


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
    return "".join((folder / name).read_text("utf-8") for name in ("terms.py", "analysis.py"))


def _written(terms: Terms) -> str:
    """A line a term: the term, its weight, its forms; no term has white space."""
    return "\n".join(f"{term} {weight} {' '.join(sorted(forms))}" for term, (weight, forms) in terms.items())


def _read(written: str) -> Terms:
    terms = {}
    for line in written.splitlines():
        term, weight, forms = line.split(" ", 2)
        terms[term] = (int(weight), frozenset(forms.split()))
    return terms
