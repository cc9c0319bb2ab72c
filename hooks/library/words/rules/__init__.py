"""Rules for the words of the library, held against every text in every language.

What the rules are stands in data that editors can read and change: the agreed words in
``catalogue/vocabularies/glossary.yml`` and the other vocabularies, how each language is written
in ``overrides/locales/<language>/rules.yml``. ``overrides/locales/README.md`` is their guide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from library.catalogue.catalogue import Catalogue
from library.words.rules.agreed import Agreed, AgreedWords, glossary, terms
from library.words.rules.findings import Finding
from library.words.rules.language import Language, WrongRules, load_language
from library.words.rules.names import Persons, lost_names, lost_numbers, one_word_each
from library.words.rules.particles import particles
from library.words.rules.spelling import misspelt
from library.words.rules.texts import Text, catalogue_texts, every_text
from library.words.rules.writing import (
    Check,
    by_language,
    ends_of_sentences,
    house_rules,
    one_spacing,
    refused_words,
    same_end,
    small_language_names,
)

__all__ = ["Finding", "Language", "Rules", "Text", "WrongRules", "catalogue_texts", "every_text", "findings", "misspelt"]


class Rules:
    """All rules, made once for a catalogue and a folder of locales. Raises WrongRules."""

    def __init__(self, catalogue: Catalogue, locales: Path) -> None:
        self.languages = {name: load_language(name, locales) for name in catalogue.languages}
        entries = glossary(catalogue.folder)
        agreed = terms(catalogue, self.languages, entries)
        self.persons = Persons(catalogue)
        self._agreed = AgreedWords(agreed)
        self._written = by_language({name: self._checks(catalogue, name, entries, agreed) for name in self.languages})

    def _checks(self, catalogue: Catalogue, name: str, entries: list, agreed: list[Agreed]) -> list[Check]:  # type: ignore[type-arg]
        language = self.languages[name]
        names = [term.label.get(name, "") for term in catalogue.vocabularies["languages"].terms.values()]
        checks = [house_rules(language), ends_of_sentences(language), refused_words(name, entries), small_language_names(language, names)]
        return [*checks, one_spacing(term.words["ko"] for term in agreed), particles] if name == "ko" else checks

    def check(self, texts: Iterable[Text]) -> Iterator[Finding]:
        """Every finding in the texts."""
        held = list(texts)
        for text in held:
            yield from self._written(text)
            yield from same_end(text)
            yield from lost_numbers(text)
            yield from self._agreed.check(text)
        yield from lost_names(held, self.persons)
        yield from one_word_each(held)


def findings(catalogue: Catalogue, root: Path) -> list[Finding]:
    """Every finding in the catalogue, the interface and the guides below ``root``."""
    locales = root / "overrides" / "locales"
    return list(Rules(catalogue, locales).check(every_text(catalogue, locales, root / "docs")))
