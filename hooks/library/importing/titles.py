"""Titles and summaries of a record, by language, from the entries of its editions."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from typing import Any, Protocol

from library.catalogue.problems import part
from library.catalogue.yaml_texts import TEXT_LIMIT
from library.importing import values
from library.importing.entries import Entry
from library.importing.notes import Notes
from library.importing.texts import language_by_letters


class Languages(Container[object], Iterable[str], Protocol):
    """The tags of languages that the library has."""


class Titles:
    """``known`` are the languages that a text may have."""

    def __init__(self, known: Languages, notes: Notes) -> None:
        self.known = known
        self.notes = notes
        self.titles: dict[str, str] = {}
        self.supplied: set[str] = set()
        self.summaries: dict[str, str] = {}
        self.written: set[str] = set()
        self.abstracts: dict[int, str] = {}
        """The abstract that each document prints in its own language, by the place of its entry."""

    def of(self, entries: Sequence[Entry], languages: Sequence[str]) -> dict[str, Any]:
        """The fields ``title``, ``summary`` and ``supplied``; a language is empty where the document's is not told."""
        for entry, language in zip(entries, languages, strict=True):
            self._title(language or self._guessed(entry.title), entry.title, entry.title_supplied)
        for entry in entries:
            self._others(entry)
            number = next(number for number, each in enumerate(entries) if each is entry)
            self._summaries(entry, languages[number], number)
        if all(languages):
            self.supplied |= {tag for tag in self.titles if tag not in languages}
        told = {
            "title": [tag for tag in self.titles if tag in self.supplied],
            "summary": [tag for tag in self.summaries if tag in self.written],
        }
        made: dict[str, Any] = {"title": self.titles}
        if self.summaries:
            made["summary"] = self.summaries
        if any(told.values()):
            made["supplied"] = {name: tags for name, tags in told.items() if tags}
        return made

    def _guessed(self, title: str) -> str:
        language = language_by_letters(title)
        if language not in self.known:
            language = next(iter(self.known))
        self.notes.remarks.append(part(f"no language is told; the title stands under {language} by its letters"))
        return language

    def _title(self, language: str, text: str, supplied: bool) -> None:
        """A title; one in square brackets was supplied by a cataloguer, as libraries write it."""
        bracketed = re.fullmatch(r"\[([^\[\]]+)\]", text) or (re.fullmatch(r"\[(.+)\]", text) if supplied else None)
        if bracketed:
            text, supplied = bracketed[1], True
        if language not in self.titles:
            self.titles[language] = text
            if supplied:
                self.supplied.add(language)

    def _others(self, entry: Entry) -> None:
        for tag, text in entry.other_titles.items():
            language = values.language(tag, self.known)
            if language and language not in self.titles:
                self._title(language, text, False)
            elif self.titles.get(language, "") != text.strip("[]"):
                self.notes.keep(f"title ({tag})", text)

    def _summaries(self, entry: Entry, language: str, number: int) -> None:
        told = {values.language(tag, self.known) or tag: text for tag, text in entry.summaries.items()}
        if entry.abstract:
            tag = values.language(entry.abstract_language, self.known) if entry.abstract_language else ""
            letters = language_by_letters(entry.abstract)
            told[tag or (language if language and may_be(language, letters) else letters)] = entry.abstract
        own = language or next(iter(self.titles))
        for tag, text in told.items():
            if tag == own and not entry.abstract_supplied and len(text) <= TEXT_LIMIT:
                self.abstracts[number] = text
            elif tag not in self.known or len(text) > TEXT_LIMIT or self.summaries.get(tag, text) != text:
                self.notes.keep(f"abstract ({tag})", text)
            else:
                self.summaries[tag] = text
                self.written |= {tag} if entry.abstract_supplied else set()


_CYRILLIC = ("ru", "kk", "ky", "tg", "mn", "be", "uk", "uz", "bg", "sr", "az")


def may_be(language: str, letters: str) -> bool:
    """Whether a text whose letters are those of one language may be in another: Russian letters in a Kazakh text, Latin in a French."""
    if letters in ("ru", "kk"):
        return language in _CYRILLIC
    return (language == "ko") == (letters == "ko") and language not in ("ru", "kk", "uk", "be", "bg")
