"""Phrases in quotes and words that must not occur: the browser's search against texts read here a second time."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.pages.cards import CardViews
from library.press.text_cache import TextCache
from library.search import files, index_files
from library.search.analysis import fold
from library.search.numbering import Numbering, numbering
from library.words.labels import Labels
from library.words.translations import Words
from markupsafe import escape

LANGUAGES = ("en", "ru", "kk", "ko")
RUNNER = Path(__file__).with_name("run_queries.js")
OVERRIDES = ROOT / "overrides"

Texts = dict[str, dict[str, tuple[str, str, str]]]
"""By language and work: title, names, summary, as cards show them."""


def labels_of(catalogue: Catalogue, language: str) -> Labels:
    return Labels(catalogue, index(catalogue), Words(language, OVERRIDES / "locales"))


@pytest.fixture(scope="module")
def texts(small_catalogue: Catalogue) -> Texts:
    found: Texts = {}
    for language in LANGUAGES:
        views = CardViews(labels_of(small_catalogue, language))
        cards = {placed.work.id: views.card(placed) for placed in small_catalogue.offered}
        found[language] = {work: (card.title, card.makers, card.summary) for work, card in cards.items()}
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, small_catalogue: Catalogue, texts: Texts) -> Path:
    """The words and cards of the small catalogue, where the search page looks for them."""
    folder = tmp_path_factory.mktemp("site")
    numbered = numbering(index(small_catalogue))
    for file in _files(small_catalogue, numbered, texts):
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder


def _files(catalogue: Catalogue, numbered: Numbering, texts: Texts) -> Iterator[Any]:
    yield files.written(files.WORKS, numbered.stamp, addresses=[placed.address for placed in numbered.works])
    for language in LANGUAGES:
        yield from index_files.of_language(labels_of(catalogue, language), numbered, OVERRIDES / index_files.RULES, TextCache(None))
        made = [
            f"<li><h3><a>{escape(title)}</a></h3><p>{escape(makers)}</p><p>{escape(summary)}</p></li>"
            for title, makers, summary in (texts[language][placed.work.id] for placed in numbered.works)
        ]
        for number in range(files.number_of_bundles(made, files.CARDS)):
            yield files.bundle(f"{language}/cards", number, numbered.stamp, files.bundled(made, number, files.CARDS))


def ask(site: Path, *asked: tuple[str, str]) -> list[dict[str, Any]]:
    """The answers to questions with their languages, with ids in the place of addresses."""
    questions = json.dumps([{"query": query, "language": language} for query, language in asked])
    done = subprocess.run(["node", str(RUNNER), str(site)], input=questions, capture_output=True, text=True, check=True)
    return [{**answer, "works": {address.rsplit("/", 1)[-1] for address in answer["works"]}} for answer in json.loads(done.stdout)]


def words_of(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def has(texts: tuple[str, str, str], phrase: str) -> bool:
    """Whether one of the texts has the words of a phrase one after the other; the last in Hangul may have a particle."""
    wanted = words_of(phrase)
    for words in map(words_of, texts):
        for start in range(len(words) - len(wanted) + 1):
            *first, last = words[start : start + len(wanted)]
            same = last.startswith(wanted[-1]) if re.search("[가-힣]", wanted[-1]) else last == wanted[-1]
            if first == wanted[:-1] and same:
                return True
    return False


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_finds_exactly_what_has_it(language: str, site: Path, texts: Texts) -> None:
    phrases = dict.fromkeys(
        " ".join(title.split()[start : start + 3])
        for title, _, _ in texts[language].values()
        for start in range(min(3, len(title.split())))
    )
    phrases = [phrase for phrase in phrases if words_of(phrase) and not re.search('["“”„«»]', phrase)]
    assert len(phrases) > 20
    answers = ask(site, *((f'"{phrase}"', language) for phrase in phrases))
    for phrase, answer in zip(phrases, answers, strict=True):
        expected = {work for work, shown in texts[language].items() if has(shown, phrase)}
        assert answer["works"] == expected, phrase


def test_only_what_has_the_phrase_comes_in_whatever_quotes(site: Path) -> None:
    asked = ['"Pay and Ethics"', "“pay and ethics”", "«PAY AND ETHICS»", '"ethics and pay"', '"pay ethics"', "pay ethics"]
    *quoted, turned, without_and, loose = ask(site, *((query, "en") for query in asked))
    assert [answer["works"] for answer in quoted] == [{"pay-and-ethics"}] * 3
    assert (turned["works"], turned["how"]) == (set(), "words")
    assert without_and["works"] == set(), "small words count in a phrase"
    assert "pay-and-ethics" in loose["works"]


def test_a_phrase_in_another_language_is_found_and_said_so(site: Path) -> None:
    [answer] = ask(site, ('"pay and ethics"', "kk"))
    assert (answer["works"], answer["how"]) == ({"pay-and-ethics"}, "languages")


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [("en", "study", "ethics"), ("ru", "исследование", "этика"), ("kk", "зерттеу", "этика"), ("ko", "연구", "윤리")],
)
def test_a_word_after_a_hyphen_leaves_out_what_has_it(language: str, word: str, other: str, site: Path, texts: Texts) -> None:
    alone, without, both, rest = ask(site, (word, language), (f"-{word}", language), (f"{other} -{word}", language), (other, language))
    assert alone["works"]
    assert without["works"] == set(texts[language]) - alone["works"]
    assert both["works"] == rest["works"] - alone["works"]


def test_a_phrase_can_be_left_out_and_hyphens_within_words_leave_nothing_out(site: Path) -> None:
    ethics, rest, hyphened, spaced = ask(
        site, ("ethics", "en"), ('ethics -"pay and ethics"', "en"), ("e-government", "en"), ("ethics - pay", "en")
    )
    assert rest["works"] == ethics["works"] - {"pay-and-ethics"}
    assert hyphened["how"] != "words" or hyphened["works"]
    assert "pay-and-ethics" in spaced["works"]


def test_a_quote_that_is_not_closed_is_a_question_like_any_other(site: Path) -> None:
    opened, plain = ask(site, ('"pay and eth', "en"), ("pay and eth", "en"))
    assert opened["works"] == plain["works"] != set()
