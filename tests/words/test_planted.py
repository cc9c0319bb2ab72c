"""Each rule finds its faults, and nothing in the right texts beside them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from library.words.rules import Rules, Text

PLANTED = yaml.safe_load((Path(__file__).parent / "planted.yml").read_text("utf-8"))
ROWS = [(rule, *row) for rule, rows in PLANTED.items() for row in rows]


def text(language: str, part: str, english: str, words: str) -> Text:
    return Text("planted", part, language, words, english, "planted.yml", lambda: (1, 1))  # type: ignore[arg-type]


def test_at_least_ten_faults_of_each_kind_are_planted() -> None:
    assert {rule: len(rows) for rule, rows in PLANTED.items() if len(rows) < 10} == {}
    assert max(Counter(ROWS_AS_TEXT).values()) == 1


ROWS_AS_TEXT = [repr(row) for row in ROWS]


@pytest.mark.parametrize(("rule", "language", "part", "english", "wrong", "right"), ROWS)
def test_a_planted_fault_is_found_and_the_right_text_is_not(
    rules: Rules, rule: str, language: str, part: str, english: str, wrong: str, right: str
) -> None:
    assert rule in {finding.rule for finding in rules.check([text(language, part, english, wrong)])}
    assert [finding.message for finding in rules.check([text(language, part, english, right)]) if finding.rule == rule] == []


@pytest.mark.parametrize(("rule", "language", "part", "english", "wrong", "right"), [row for row in ROWS if row[2] == "title"])
def test_a_title_that_a_document_prints_is_left_alone(
    rules: Rules, rule: str, language: str, part: str, english: str, wrong: str, right: str
) -> None:
    printed = Text("planted", "title", language, wrong, english, "planted.yml", lambda: (1, 1), printed=True)
    assert list(rules.check([printed])) == []


PERSONS = ["Alikhan Baimenov", "Colin Knox", "Helen Clark", "Pan Suk Kim", "Panos Liverakos", "Max Everest-Phillips", "Paata Turava"]
LOST = {"ru": "Комментарий.", "kk": "Пікір.", "ko": "논평이다.", "en": "Commentary."}


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("language", LOST)
def test_a_person_named_in_one_language_is_named_in_each(rules: Rules, person: str, language: str) -> None:
    summaries = [text(other, "summary", "", f"{person}. {words}" if other != language else words) for other, words in LOST.items()]
    lost = [finding for finding in rules.check(summaries) if finding.rule == "lost-name"]
    assert [(finding.text.language, person in finding.message) for finding in lost] == [(language, True)]
    assert not [finding for finding in rules.check(summaries[:0]) if finding.rule == "lost-name"]


@pytest.mark.parametrize("language", ["ru", "kk", "ko"])
@pytest.mark.parametrize("english", ["Lower part", "Upper part", "Side part", "Small part"])
def test_one_thing_has_one_word(rules: Rules, language: str, english: str) -> None:
    first = Text("first", "label", language, "А", english, "planted.yml", lambda: (1, 1))
    second = Text("second", "interface", language, "Б", english, "planted.yml", lambda: (1, 1))
    assert [finding.text.id for finding in rules.check([first, second]) if finding.rule == "one-word"] == ["second"]
    assert not [finding for finding in rules.check([first, first]) if finding.rule == "one-word"]
