"""Problems in the language of whoever reads them: the sentences of the checks, found again in the translators' files.

Checks tell in English and know no language. Whoever prints a problem (a terminal, an annotation, a comment) turns the
English into words here: it is held against the sentences with holes of ``overrides/locales/<language>/LC_MESSAGES/problems.po``,
and what stands in the holes is put into the translation.
"""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from babel.messages.pofile import read_po

from library.catalogue.problems import Phrase
from library.catalogue.visible import shown
from library.words.translations import WRITTEN_IN

__all__ = ["WRITTEN_IN", "ProblemWords", "chosen", "in_words", "languages", "path", "wanted"]

VARIABLE = "LIBRARY_LANGUAGE"
"""Names the language of problems for every command."""

HOLE = re.compile(r"%\((\w+)\)s")
"""A place in a sentence. What stands in one whose name is in capitals is translated too, where it has words of its own."""

DOMAIN = "problems"

DEPTH = 4
"""Sentences within sentences; more is no sentence of ours."""


def path(locales: Path, language: str) -> Path:
    return locales / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def languages(locales: Path) -> tuple[str, ...]:
    """Languages in which problems can be told: the one they are written in, then those with a file of translations."""
    return (WRITTEN_IN, *sorted(file.parent.parent.name for file in locales.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def wanted(tag: str, locales: Path) -> str:
    """The language that a tag or a name of a locale means, as ``ru`` of ``ru_RU.UTF-8``; empty where there are no words in it."""
    language = re.split(r"[-_.@]", tag, maxsplit=1)[0].lower()
    return language if language in languages(locales) else ""


class ProblemWords:
    """Turns what a check says into one language: called with an English sentence, gives the same in that language.

    What has no translation stays English.
    """

    def __init__(self, language: str, locales: Path) -> None:
        self.language = language
        file = path(locales, language)
        self._sentences = _sentences(file.read_bytes(), language) if file.is_file() else ()

    def __call__(self, text: str) -> str:
        return self.known(text) or text

    def known(self, text: str) -> str | None:
        """The text in the language of these words; None where it has none."""
        return text if self.language == WRITTEN_IN else self._told(text, DEPTH)

    def _told(self, text: str, depth: int) -> str | None:
        found = self.found(text)
        if found is None:
            return None
        sentence, held = found
        said = {name: (self._told(part, depth - 1) or part) if name.isupper() and depth else part for name, part in held.items()}
        return HOLE.sub(lambda hole: said[hole[1]], sentence.translation)

    def found(self, text: str) -> tuple[Sentence, dict[str, str]] | None:
        """The sentence that a text is, and what stands in its holes; None where it is none of those with words."""
        for sentence in self._sentences:
            if sentence.mark in text and (found := sentence.pattern.fullmatch(text)):
                return sentence, found.groupdict()
        return None


def chosen(locales: Path, environment: Mapping[str, str] = os.environ) -> ProblemWords:
    """The words of the language that the environment asks for; English where it asks for none, or for one without words."""
    return ProblemWords(wanted(environment.get(VARIABLE, ""), locales) or WRITTEN_IN, locales)


def in_words(said: str, phrase: Phrase) -> str:
    """Lines of ours in the language of whoever reads them, each a sentence; ``hint:`` or what it is about may stand before one."""
    return "\n".join(_line(line, phrase) for line in said.split("\n"))


def _line(line: str, phrase: Phrase) -> str:
    text = line.lstrip()
    margin = line[: len(line) - len(text)]
    made = phrase(text)
    before, colon, rest = text.partition(": ")
    if made == text and colon:
        made = f"{phrase(before)}: {phrase(rest)}"
    return margin + shown(made)


@dataclass(frozen=True)
class Sentence:
    """A sentence with holes, and its translation. ``mark`` stands in every text of it: its longest words."""

    pattern: re.Pattern[str]
    mark: str
    translation: str


@lru_cache(maxsize=8)
def _sentences(text: bytes, language: str) -> tuple[Sentence, ...]:
    """Those with the most words of their own first: they say best what a text is."""
    catalog = read_po(io.BytesIO(text), locale=language)
    messages = [(str(message.id), str(message.string)) for message in catalog if message.id and message.string and not message.fuzzy]
    messages.sort(key=lambda message: (-len(HOLE.sub("", message[0])), message[0]))
    return tuple(_sentence(message, translation) for message, translation in messages)


def _sentence(message: str, translation: str) -> Sentence:
    parts = HOLE.split(message)
    pattern = "".join(f"(?P<{part}>.*?)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    return Sentence(re.compile(pattern, re.DOTALL), max(parts[::2], key=len), translation)
