"""Patterns that find a word in any of its forms, as each language bends its words.

They are wide on purpose: a pattern that also finds a neighbouring word lets one fault pass, a
narrow one would refuse right texts. Where endings alone do not give the forms of a term, its
entry in the glossary has a pattern of its own.
"""

from __future__ import annotations

import re
from functools import cache

_BRACKETS = re.compile(r"\s*\([^)]*\)")

_RUSSIAN_ENDINGS = re.compile(r"(?:ость|[аяоеыи][яеюй]|[иы]й|ой|[аяоеуюыийь])$")
_FLEETING = re.compile(r"(.+?[^аеиоуы])(?:[ое](к)|(к)[аои])$")
_KAZAKH_ENDINGS = re.compile(r"(?<=...)(?:[лдт][ае]р[ыі]?|(?<=[аәеиоөуұүыіяюэ])с[ыі]|[ыі])$")
_KAZAKH_AND = {"және": "(?:және|[мбп]ен)", "мен": "(?:және|[мбп]ен)"}
_VOICED = {"к": "[кг]", "қ": "[қғ]", "п": "[пб]"}
_MARKS_OF_WORDS = re.compile(r"[«»\"“”]")


@cache
def pattern(language: str, phrase: str, gap: bool = True) -> str:
    """A regular expression for a phrase in any form; a clarification in brackets is left out.

    With a ``gap`` other words may stand between those of the phrase, as in "государственной
    гражданской службы".
    """
    return _PATTERNS[language](_MARKS_OF_WORDS.sub("", _BRACKETS.sub("", phrase)).strip(), gap)


def _english(phrase: str, gap: bool) -> str:
    """Plural and possessive of the last word; hyphen and space are one."""
    *before, last = re.split(r"[ -]", phrase)
    stem = re.escape(last)
    stem = f"{stem[:-1]}(?:y|ies)" if re.search("[^aeiou]y$", last) else rf"{stem}(?:s|es)?"
    return r"\b" + r"[ -]".join([*map(re.escape, before), stem]) + r"(?:[’']s?)?\b"


def _russian(phrase: str, gap: bool) -> str:
    """Stems in the order of the phrase, with up to two words between them."""
    between = r"(?:[\s,]+\S+){0,2}?[\s«„]+" if gap else r"\s+"
    return r"\b" + between.join(_russian_word(word) for word in phrase.split())


def _russian_word(word: str) -> str:
    return "-".join(_russian_stem(part) for part in word.split("-"))


def _russian_stem(word: str) -> str:
    if len(word) < 4 or word.isupper():
        return rf"{re.escape(word)}\w{{0,3}}"
    if fleeting := _FLEETING.match(word):  # кнопка, кнопок; список, списка
        return rf"{re.escape(fleeting[1])}[оеё]?{fleeting[2] or fleeting[3]}\w*"
    stem = _RUSSIAN_ENDINGS.sub("", word)
    return rf"{re.escape(stem if len(stem) > 2 else word[:-1])}\w*"


def _kazakh(phrase: str, gap: bool) -> str:
    """Stems in the order of the phrase, with up to one word between them."""
    between = r"(?:[\s,]+\S+)?[\s«]+" if gap else r"\s+"
    return r"(?<!\w)" + between.join(_kazakh_word(word) for word in phrase.split())


def _kazakh_word(word: str) -> str:
    if word in _KAZAKH_AND:
        return _KAZAKH_AND[word]
    stem = _KAZAKH_ENDINGS.sub("", word) if len(word) > 4 else word
    head, last = re.escape(stem[:-1]), stem[-1]
    return rf"{head}{_VOICED.get(last, re.escape(last))}\w*(?:-\w+)?" if "-" not in word else rf"{re.escape(stem)}\w*"


def _korean(phrase: str, gap: bool) -> str:
    """As written; particles follow without a space."""
    return r"\s?".join(re.escape(word) for word in phrase.split())


_PATTERNS = {"en": _english, "ru": _russian, "kk": _kazakh, "ko": _korean}
