"""Korean nouns find one another in all their forms, asked as the browser asks: floors below which no change may fall.

A pair is a form that is asked and another that stands in a text; it is found where the search answers it by the words themselves.
Precision is the share of what is found that has a form of the noun that was asked. ``pytest -s`` prints the figures.
"""

from __future__ import annotations

import json
import subprocess
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from gold import korean_paradigms
from library.search import files
from library.search.analysis import Analyser, load_rules
from library.search.terms import terms_of
from library.search.words import WordIndex

ROOT = Path(__file__).resolve().parents[2]
RULES = load_rules(ROOT / "overrides" / "assets" / "javascripts" / "search" / "rules.js")
RUNNER = Path(__file__).with_name("run_queries.js")
GOLD = Path(__file__).parent / "gold"

FLOORS = {"particles": 0.99, "one syllable": 0.9, "copula": 0.99, "verb": 0.99, "precision": 0.999}
EVERY = 8
"""Of the forms of a noun each so many-th stands in a text."""


def nouns() -> dict[str, list[str]]:
    """The nouns of the gold list by their kind."""
    found: dict[str, list[str]] = defaultdict(list)
    kind = ""
    for line in (GOLD / "ko.txt").read_text("utf-8").splitlines():
        if line.isupper():
            kind = line
        elif line and not line.startswith("#"):
            found[kind] += line.split()
    return found


def forms(noun: str, kind: str) -> dict[str, list[str]]:
    """Its forms by what stands after it; the endings of verbs only of verbal nouns."""
    particles = "one syllable" if kind == "ONE" else "particles"
    made = {particles: korean_paradigms.with_particles(noun)}
    if kind != "ONE":
        made["copula"] = korean_paradigms.with_copula(noun)
    if kind == "VERBAL":
        made["verb"] = korean_paradigms.with_verb(noun)
    return made


def asked(site: Path, questions: list[str]) -> list[tuple[str, list[str]]]:
    """How each question was read, and the addresses found."""
    sent = json.dumps([{"query": question, "language": "ko"} for question in questions])
    done = subprocess.run(["node", str(RUNNER), str(site)], input=sent, capture_output=True, text=True, check=True)
    return [(answer["how"], answer["works"]) for answer in json.loads(done.stdout)]


def indexed(folder: Path, texts: dict[str, str]) -> Path:
    """An index of texts by address, where the search looks for it."""
    addresses = list(texts)
    made = [files.written(files.WORKS, "1", addresses=addresses)]
    for language in ("en", "ru", "kk", "ko"):
        index, analyser = WordIndex(language, "1"), Analyser(language, RULES)
        for number, text in enumerate(texts.values()) if language == "ko" else ():
            index.add(number, terms_of([(12, text)], analyser))
        made += index.all()
    for file in made:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder


@pytest.mark.slow
def test_forms_of_a_noun_find_one_another(tmp_path: Path, amount: Callable[[int, int], int]) -> None:
    """A quarter of the forms is asked, all in scripts/test long."""
    texts, questions, step = {}, [], amount(4, 1)
    for kind, words in nouns().items():
        for noun in words:
            groups = forms(noun, kind)
            every_form = [form for group in groups.values() for form in group]
            texts |= {f"ko/{noun}/{form}": form for form in every_form[::EVERY]}
            questions += [(name, noun, form) for name, group in groups.items() for form in group[::step]]
    site = indexed(tmp_path, texts)
    pairs, found, right, came = defaultdict(int), defaultdict(int), 0, 0
    for (name, noun, form), (how, works) in zip(questions, asked(site, [form for *_, form in questions]), strict=True):
        wanted = {address for address in texts if address.split("/")[1] == noun and texts[address] != form}
        answered = set(works) if how == "words" else set()
        pairs[name] += len(wanted)
        found[name] += len(wanted & answered)
        came += len(answered)
        right += sum(noun in address.split("/")[1] or address.split("/")[1] in noun for address in answered)
    figures = {name: round(found[name] / pairs[name], 4) for name in pairs} | {"precision": round(right / came, 4)}
    print("ko", figures, f"{len(questions)} questions")
    assert set(figures) == set(FLOORS)
    assert not {name: share for name, share in figures.items() if share < FLOORS[name]}
