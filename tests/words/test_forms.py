"""A pattern finds a phrase in the forms that its language gives it, and not another phrase."""

from __future__ import annotations

import re

import pytest
from library.words.rules.forms import pattern

FORMS = {
    ("en", "country"): (["countries", "country's", "Country"], ["county", "count"]),
    ("en", "one-stop shop"): (["one-stop shops", "one stop shop"], ["one shop"]),
    ("en", "issue (of a journal)"): (["issues"], ["tissue"]),
    ("ru", "государственная служба"): (
        ["государственной службы", "государственную службу", "государственной гражданской службе"],
        ["государственный", "служба"],
    ),
    ("ru", "список литературы"): (["списка литературы", "списках литературы"], ["литература"]),
    ("ru", "кнопка"): (["кнопок", "кнопки", "кнопками"], ["кнут"]),
    ("ru", "Центральная Азия"): (["в Центральной Азии"], ["Центральной Африки"]),
    ("kk", "мемлекеттік орган"): (["мемлекеттік органдардың", "мемлекеттік органы"], ["мемлекеттік"]),
    ("kk", "сілтеме кілті"): (["сілтеме кілтін", "сілтеме кілттері"], ["сілтеме"]),
    ("kk", "оқыту және дамыту"): (["оқыту мен дамытудың", "оқыту және дамытуды"], ["оқыту"]),
    ("kk", "елдік профильдер"): (["елдік профильдің", "елдік профильдері"], ["елдік"]),
    ("kk", "жазба"): (["жазбаны", "жазбалардың"], ["жазу"]),
    ("ko", "공무원제도 개혁"): (["공무원제도 개혁을", "공무원제도개혁"], ["공무원 개혁"]),
}


@pytest.mark.parametrize(("language", "phrase"), FORMS)
def test_forms_of_a_phrase_are_found(language: str, phrase: str) -> None:
    found, other = FORMS[language, phrase]
    shape = re.compile(pattern(language, phrase), re.IGNORECASE)
    assert [text for text in found if not shape.search(text)] == []
    assert [text for text in other if shape.search(text)] == []


def test_without_a_gap_the_words_stand_together() -> None:
    assert re.search(pattern("ru", "светлый вид", gap=False), "светлого вида")
    assert not re.search(pattern("ru", "светлый вид", gap=False), "светлого и темного вида")
