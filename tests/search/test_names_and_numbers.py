"""Numbers with what they count, initials, acronyms and names in other scripts find what they name."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from library.search import files
from library.search.analysis import Analyser, load_rules
from library.search.numbers import counted_words, numbered
from library.search.terms import terms_of
from library.search.texts import _acronyms_of, initials
from library.search.words import WordIndex

ROOT = Path(__file__).resolve().parents[2]
RULES = load_rules(ROOT / "overrides" / "assets" / "javascripts" / "search" / "rules.js")
RUNNER = Path(__file__).with_name("run_queries.js")
LANGUAGES = ("en", "ru", "kk", "ko")

TEXTS = {
    "second": ["Papers on trade", "volume 2", "Issue 12"],
    "third": ["Papers on trade 2", "volume 3"],
    "twelfth": ["Volume 12 of the yearbook"],
    "knox": ["Water", "Knox Colin", "C", "C"],
    "nemec": ["Fire", "Nemec J."],
    "baimenov": ["Earth", "Baimenov Alikhan"],
    "kim": ["Air", "Kim Pan Suk", "P S", "KimPanSuk"],
    "law": ["법을 읽는다"],
    "method": ["방법을 배운다"],
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of those texts, the same in each language."""
    folder = tmp_path_factory.mktemp("site")
    made = [files.written(files.WORKS, "1", addresses=list(TEXTS))]
    for language in LANGUAGES:
        index, analyser = WordIndex(language, "1"), Analyser(language, RULES)
        for number, texts in enumerate(TEXTS.values()):
            index.add(number, terms_of([(9, text) for text in texts], analyser))
        made += index.all()
    for file in made:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder


ASKED = [
    ("en", "volume 2", ["second"]),
    ("en", "Vol. 2", ["second"]),
    ("en", "2nd volume", ["second"]),
    ("en", "issue 12", ["second"]),
    ("en", "volume 12", ["twelfth"]),
    ("ru", "том 2", ["second"]),
    ("ru", "2-й том", ["second"]),
    ("ru", "выпуск № 12", ["second"]),
    ("kk", "2-том", ["second"]),
    ("kk", "2-ші том", ["second"]),
    ("ko", "제2권", ["second"]),
    ("ko", "2권", ["second"]),
    ("ko", "12호", ["second"]),
    ("en", "papers 2", ["second", "third"]),
    ("en", "Knox C.", ["knox"]),
    ("en", "C. Knox", ["knox"]),
    ("ru", "Нокс К.", ["knox"]),
    ("ru", "А.М. Байменов", ["baimenov"]),
    ("kk", "Байменов Ә.", ["baimenov"]),
    ("en", "Nemec J", ["nemec"]),
    ("ko", "녹스", ["knox"]),
    ("ko", "바이메노프의", ["baimenov"]),
    ("ko", "김판석", ["kim"]),
    ("ko", "법이", ["law"]),
]


@pytest.fixture(scope="module")
def answers(site: Path) -> dict[tuple[str, str], list[str]]:
    asked = json.dumps([{"query": query, "language": language} for language, query, _ in ASKED])
    done = subprocess.run(["node", str(RUNNER), str(site)], input=asked, capture_output=True, text=True, check=True)
    return {(language, query): sorted(answer["works"]) for (language, query, _), answer in zip(ASKED, json.loads(done.stdout))}


@pytest.mark.parametrize(("language", "query", "names"), ASKED)
def test_a_question_finds_what_it_names(language: str, query: str, names: list[str], answers: dict[tuple[str, str], list[str]]) -> None:
    assert answers[language, query] == names


@pytest.mark.parametrize(
    ("words", "terms"),
    [
        ("volume 2", ["volume2"]),
        ("2 том", ["volume2"]),
        ("no 07 в вып 3", ["number7", "number3"]),
        ("volume of 2", []),
        ("volume 20211", []),
    ],
)
def test_a_number_and_what_it_counts_are_one_term(words: str, terms: list[str]) -> None:
    assert list(numbered(words.split(), counted_words(RULES["counted"]))) == terms


@pytest.mark.parametrize(
    ("label", "acronym"),
    [
        ("Организация экономического сотрудничества и развития", "ОЭСР"),
        ("Экономикалық ынтымақтастық және даму ұйымы", "ЭЫДҰ"),
        ("БҰҰДБ-ның Қазақстандағы өкілдігі", "БҰҰДБ"),
        ("경제협력개발기구(OECD)", "OECD"),
        ("United Nations Development Programme", "UNDP"),
    ],
)
def test_a_name_gives_its_acronym(label: str, acronym: str) -> None:
    assert acronym in [each.upper() for each in _acronyms_of(label)]


def test_a_short_name_has_no_acronym() -> None:
    assert _acronyms_of("Palgrave Macmillan") == ()


def test_initials_stand_apart_and_together() -> None:
    assert initials("Rysbekova", "Zh. K.") == "Z K ZK"
    assert initials("Kim", "Pan Suk") == "P S PS KimPanSuk"
    assert initials("Rashid", "") == ""
