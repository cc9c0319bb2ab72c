"""Forms of one word find one another, and those of different words do not, on gold pairs: floors below which no change may fall.

A pair is two forms of one word; it is found where the index files the one under a term that the other, asked, is looked up
by. Precision is the share of all pairs of forms so found that are of one word. ``pytest -s`` prints the figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from gold import kazakh_paradigms
from library.search.analysis import Analyser, fold, load_rules

GOLD = Path(__file__).parent / "gold"
RULES = load_rules(Path(__file__).resolve().parents[2] / "overrides" / "assets" / "javascripts" / "search" / "rules.js")

FLOORS = {
    "en": {"NOUN": 0.98, "VERB": 0.97, "ADJ": 0.91, "precision": 0.993},
    "ru": {"NOUN": 0.985, "VERB": 0.825, "ADJ": 0.96, "precision": 0.999},
    "kk": {"NOUN": 0.88, "VERB": 0.79, "precision": 0.999},
}
"""Shares of pairs by kind of word; raised when they have grown, never lowered."""

Paradigms = dict[str, list[tuple[str, ...]]]


def paradigms(language: str) -> Paradigms:
    """The forms of each word, by its kind."""
    found: Paradigms = defaultdict(list)
    kind = ""
    for line in (GOLD / f"{language}.txt").read_text("utf-8").splitlines():
        if line.isupper():
            kind = line
        elif line and not line.startswith("#"):
            found[kind] += _of_line(language, kind, fold(line))
    return dict(found)


def _of_line(language: str, kind: str, line: str) -> Iterator[tuple[str, ...]]:
    if language != "kk":
        yield tuple(line.split())
        return
    for word in line.split():
        yield tuple(kazakh_paradigms.noun(*word.split("/")) if kind == "NOUN" else kazakh_paradigms.verb(word))


def figures(words: Paradigms, analyser: Analyser) -> dict[str, float]:
    """The share of pairs found of each kind, and the precision of all."""
    filed = {form: {term for term, _ in analyser.terms(form)} for group in words.values() for forms in group for form in forms}
    shares = {}
    words_of: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for kind, group in words.items():
        pairs = [analyser.stem(asked) in filed[form] for forms in group for form in forms for asked in forms if asked != form]
        shares[kind] = sum(pairs) / len(pairs)
        for forms in group:
            for form in forms:
                words_of[form].add(forms)
    under: dict[str, list[str]] = defaultdict(list)
    for form, terms in filed.items():
        for term in terms:
            under[term].append(form)
    met = [bool(words_of[asked] & words_of[form]) for asked in filed for form in under[analyser.stem(asked)] if form != asked]
    return {**shares, "precision": sum(met) / len(met)}


@pytest.mark.costly
@pytest.mark.parametrize("language", FLOORS)
def test_forms_of_a_word_find_one_another(language: str) -> None:
    found = figures(paradigms(language), Analyser(language, RULES))
    print(language, {name: round(share, 4) for name, share in found.items()})
    assert set(found) == set(FLOORS[language])
    low = {name: share for name, share in found.items() if share < FLOORS[language][name]}
    assert not low


def test_figures_count_what_is_found_and_what_is_strange() -> None:
    class FirstLetters:
        def stem(self, word: str) -> str:
            return word[:2]

        def terms(self, word: str) -> list[tuple[str, float]]:
            return [(word[:2], 1.0)]

    counted = figures({"NOUN": [("cat", "cats"), ("man", "men")], "VERB": [("carry", "carried")]}, FirstLetters())  # type: ignore[arg-type]
    assert counted == {"NOUN": 0.5, "VERB": 1.0, "precision": 4 / 12}
