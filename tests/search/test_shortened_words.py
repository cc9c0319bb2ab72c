"""Words whose first part is shortened find what has both words whole (госорганы: государственные органы)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from library.search import files
from library.search.analysis import Analyser, load_rules
from library.search.terms import terms_of
from library.search.words import WordIndex

ROOT = Path(__file__).resolve().parents[2]
RULES = load_rules(ROOT / "overrides" / "assets" / "javascripts" / "search" / "rules.js")
RUNNER = Path(__file__).with_name("run_queries.js")

TITLES = {
    "ru": {
        "bodies": "Государственные органы и их работа",
        "body": "Отчет государственного органа",
        "servants": "Оценка государственных служащих",
        "health": "Министерство здравоохранения: реформа",
        "finance": "Доклад Министерства финансов",
        "labour": "Министерство труда и занятости",
        "projects": "Национальные проекты",
        "state": "Государственная политика",
        "organs": "Органы местного самоуправления",
        "hospital": "Госпиталь ветеранов",
        "minimum": "Минимальный уровень труда",
    },
    "kk": {
        "service": "Мемлекеттік қызметкерлерді бағалау",
        "state": "Мемлекеттік саясат",
        "servants": "Қызметкерлер туралы",
    },
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the titles above, where the page looks for it; of other languages there are no words."""
    folder = tmp_path_factory.mktemp("site")
    addresses = [f"{language}/{name}" for language, titles in TITLES.items() for name in titles]
    made = [files.written(files.WORKS, "1", addresses=addresses)]
    for language in ("en", "ru", "kk", "ko"):
        index, analyser = WordIndex(language, "1"), Analyser(language, RULES)
        for name, title in TITLES.get(language, {}).items():
            index.add(addresses.index(f"{language}/{name}"), terms_of([(12, title)], analyser))
        made += index.all()
    for file in made:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder


def found(site: Path, language: str, query: str) -> tuple[str, list[str]]:
    """How a question was read, and the names of what it found, sorted."""
    asked = json.dumps([{"query": query, "language": language}])
    done = subprocess.run(["node", str(RUNNER), str(site)], input=asked, capture_output=True, text=True, check=True)
    (answer,) = json.loads(done.stdout)
    return answer["how"], sorted(address.split("/")[1] for address in answer["works"])


@pytest.mark.parametrize(
    ("language", "query", "names"),
    [
        ("ru", "госорганы", ["bodies", "body"]),
        ("ru", "госорган", ["bodies", "body"]),
        ("ru", "госслужащие", ["servants"]),
        ("ru", "госслужащих", ["servants"]),
        ("ru", "госполитика", ["state"]),
        ("ru", "минздрав", ["health"]),
        ("ru", "минфин", ["finance"]),
        ("ru", "минтруд", ["labour"]),
        ("ru", "нацпроекты", ["projects"]),
        ("ru", "оценка госслужащих", ["servants"]),
        ("kk", "мемқызметкер", ["service"]),
        ("kk", "мемқызметкерлерді", ["service"]),
        ("kk", "мемсаясат", ["state"]),
    ],
)
def test_a_shortened_word_finds_both_words(language: str, query: str, names: list[str], site: Path) -> None:
    assert found(site, language, query) == ("words", names)


@pytest.mark.parametrize(
    ("query", "names"),
    [("госпиталь", ["hospital"]), ("минимальный", ["minimum"]), ("государственная", ["bodies", "body", "servants", "state"])],
)
def test_a_whole_word_that_begins_so_finds_itself(query: str, names: list[str], site: Path) -> None:
    assert found(site, "ru", query) == ("words", names)


@pytest.mark.parametrize("query", ["госты", "миномет", "госзаборы"])
def test_a_word_whose_second_part_is_nowhere_finds_no_words(query: str, site: Path) -> None:
    assert found(site, "ru", query)[0] != "words"
