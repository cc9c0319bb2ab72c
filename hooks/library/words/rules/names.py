"""What one language of a text tells, each tells: persons and numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from library.catalogue.authorities import PersonName
from library.catalogue.catalogue import Catalogue
from library.words.rules.findings import Finding
from library.words.rules.texts import Text


class Persons:
    """Finds persons of ``parties.yml`` in texts; made once for many texts."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.spellings: dict[str, list[str]] = {}
        for party in catalogue.vocabularies["parties"].terms.values():
            if party.kind == "person":
                self.spellings[party.id] = [way for name in party.names for way in _spellings(name)]
        self._ways = [(party_id, way) for party_id, ways in self.spellings.items() for way in ways]

    def named(self, text: str) -> set[str]:
        """Ids of the persons that a text names in full."""
        return {
            party_id for party_id, way in self._ways if way in text and re.search(rf"(?<!\w){re.escape(way)}(?![a-zа-яёәғқңөұүһі])", text)
        }


def _spellings(name: PersonName) -> Iterator[str]:
    if name.given:
        yield f"{name.given} {name.family}"
        yield f"{name.family} {name.given}"


def lost_names(texts: Iterable[Text], persons: Persons) -> Iterator[Finding]:
    """Summaries that leave out a person whom the same summary names in another language."""
    summaries: defaultdict[str, list[Text]] = defaultdict(list)
    for text in texts:
        if text.part == "summary":
            summaries[text.id].append(text)
    for versions in summaries.values():
        named = {text.language: persons.named(text.text) for text in versions}
        everyone = set().union(*named.values())
        for text in versions:
            for person in sorted(everyone - named[text.language]):
                where = ", ".join(language for language, found in named.items() if person in found)
                yield Finding(
                    text,
                    "lost-name",
                    f'"{persons.spellings[person][0]}" is named in {where} and not here',
                    "name the person in each language, spelt as in vocabularies/parties.yml",
                )


_NUMBER = re.compile(r"(?<![\w.])\d{2,}(?!st|nd|rd|th|\w)")
"""Of two digits or more: small ones are often written in words. A century (21st) has its own numerals."""


def lost_numbers(text: Text) -> Iterator[Finding]:
    """Years and counts of the English title or summary that the translation leaves out."""
    if text.part in {"title", "summary"} and text.english and not text.printed:
        for number in _NUMBER.findall(text.english):
            if number not in text.text:
                yield Finding(
                    text, "lost-number", f'"{number}" of the English is not in this text', "compare the two texts, and the document"
                )


def one_word_each(texts: Iterable[Text]) -> Iterator[Finding]:
    """Labels and messages with the same English that are translated in two ways."""
    first: dict[tuple[str, str], Text] = {}
    for text in texts:
        if text.part not in {"interface", "label"} or not text.english or "%(num)s" in text.english or text.text == text.english:
            continue
        if " | " in text.id or text.id.startswith("countries:"):
            continue
        other = first.setdefault((text.language, text.english), text)
        if other.text != text.text and (other.id != text.id or text.part == "label"):
            yield Finding(
                text, "one-word", f'"{text.english}" is "{other.text}" elsewhere', "one thing has one word: choose one of the two"
            )
