"""Which of a text's languages is shown where the wanted one is missing, and in which script a language is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from babel.core import get_global

INTERNATIONAL = "en"
"""The language that services for libraries of all countries (Crossref, DataCite, DOAJ) ask for, where a text has it."""


def chosen(texts: Mapping[str, str], *wanted: str) -> tuple[str, str]:
    """Language and text in the first of the wanted languages that there is, or else what was written first."""
    for language in wanted:
        if language in texts:
            return language, texts[language]
    return next(iter(texts.items()))


def text_in(texts: Mapping[str, str], *wanted: str) -> str:
    """As ``chosen``, the text alone."""
    return chosen(texts, *wanted)[1]


@cache
def likely(language: str) -> tuple[str, str]:
    """Script and territory in which a language is mostly written, as CLDR has them: ``("Cyrl", "KZ")`` for Kazakh; empty where it has none."""
    parts = get_global("likely_subtags").get(language.replace("-", "_"), "").split("_")
    return (parts[1], parts[2]) if len(parts) == 3 else ("", "")
