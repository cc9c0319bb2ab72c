"""Words are held against Debian's dictionaries; what they do not know is listed."""

from __future__ import annotations

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.words.rules import Text, every_text, misspelt
from library.words.rules.spelling import accepted, installed, unknown_words
from library.words.rules.texts import IN_CATALOGUE

LOCALES = ROOT / "overrides" / "locales"

MISPRINTS = {
    "ru": [
        "государствная",
        "слжуба",
        "библотека",
        "публикацыя",
        "издинае",
        "управлние",
        "рефорсма",
        "служащйи",
        "страницца",
        "журнл",
        "оцнека",
    ],
    "kk": [
        "меммлекеттік",
        "ұзақмерзімді",
        "жаряланым",
        "кітапхнаа",
        "сілтмее",
        "қызмтеші",
        "бсаылым",
        "шыағрылым",
        "тақыырып",
        "ммелекет",
        "реоформа",
    ],
}

RIGHT = {
    "ru": ["государственными", "публикаций", "библиотеке", "служащих", "выпускам"],
    "kk": ["кітапханамыздағы", "мемлекеттердің", "қызметшілерге", "тізімдерінде", "жүктеледі", "еңбегінің", "басылымдарынан"],
}


def text(language: str, words: str) -> Text:
    return Text("planted", "interface", language, words, "", "planted", lambda: (1, 1))


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_dictionaries_are_there(language: str) -> None:
    assert installed(language), "scripts/test installs them on Debian"


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_misprints_are_found(language: str) -> None:
    found = list(misspelt([text(language, " ".join(MISPRINTS[language]))], LOCALES))
    assert {finding.message.split('"')[1] for finding in found} == set(MISPRINTS[language])
    assert len(found) >= 10 and all(finding.remark for finding in found)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_inflected_words_are_known(language: str) -> None:
    assert unknown_words(RIGHT[language], language) == frozenset()


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_listed_words_are_in_no_dictionary_and_each_once(language: str) -> None:
    lines = [line for line in (LOCALES / language / "words.txt").read_text("utf-8").split("\n") if line and not line.startswith("#")]
    assert lines == sorted(set(lines))
    assert accepted(language, LOCALES) == frozenset(lines)


@pytest.mark.costly
def test_no_word_of_the_interface_and_the_guides_is_unknown(real_catalogue: Catalogue) -> None:
    texts = [
        text
        for text in every_text(real_catalogue, LOCALES, ROOT / "docs")
        if text.part not in IN_CATALOGUE or text.id.startswith("countries:")
    ]
    assert [finding.message for finding in misspelt(texts, LOCALES)] == []
