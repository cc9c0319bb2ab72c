"""Terms, labels and names: where an English text holds one, each translation holds the agreed word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from library.catalogue.authorities import GlossaryEntry
from library.catalogue.catalogue import Catalogue
from library.catalogue.records import read
from library.words.rules.findings import Finding
from library.words.rules.forms import pattern
from library.words.rules.language import Language
from library.words.rules.texts import IN_CATALOGUE, Text

_ONE_WORD = {"countries", "regions"}
"""Vocabularies whose labels are looked for even where they are a single word: names of places."""

_LABELS = ("countries", "regions", "themes", "types", "series", "audiences")


@dataclass(frozen=True)
class Agreed:
    """What one English term is called in each language.

    ``kind`` is the code of the finding; ``wanted`` has a pattern by language, ``words`` the agreed
    word as it is shown.
    """

    kind: str
    english: str
    looked_for: str
    words: Mapping[str, str]
    wanted: Mapping[str, str]
    only: str | None = None
    exceptions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    flags: re.RegexFlag = re.IGNORECASE
    own_pattern: bool = False
    """Whether ``looked_for`` is more than the English term in its forms."""

    def holds(self, text: Text) -> bool:
        """Whether a translation holds the agreed word in some form; true where none is agreed."""
        wanted = self.wanted.get(text.language)
        if wanted is None or self.words[text.language] in text.text:
            return True  # nothing is agreed, or it stands there as in the list
        return bool(_compiled(wanted, self.flags).search(text.text))

    def may_be_in(self, lowered: str) -> bool:
        """A quick look at an English text in small letters, before a pattern is compiled for it."""
        return self.own_pattern or all(word[:-1].lower() in lowered for word in self.english.split(" ") if "-" not in word)

    def excepted(self, text: Text) -> bool:
        """Whether an exception names this text; an empty list of languages means all."""
        return text.id in self.exceptions and (not self.exceptions[text.id] or text.language in self.exceptions[text.id])

    def fits(self, text: Text) -> bool:
        return self.only is None or (self.only == "catalogue") == (text.part in IN_CATALOGUE)


def glossary(folder: Path) -> list[GlossaryEntry]:
    """The entries of ``vocabularies/glossary.yml``; none where the file is missing or cannot be read."""
    path = folder / "vocabularies" / "glossary.yml"
    record = read(path, path.name)[0] if path.is_file() else None
    return [GlossaryEntry.model_validate(entry) for entry in record.data] if record else []


def terms(catalogue: Catalogue, languages: Mapping[str, Language], entries: Iterable[GlossaryEntry]) -> list[Agreed]:
    """Everything that has an agreed word: entries of the glossary, labels of vocabularies, names of bodies."""
    found = [_of_entry(entry) for entry in entries if "(" not in entry.en or (entry.forms or {}).get("en")]
    known = {agreed.english.lower() for agreed in found}
    for name in _LABELS:
        for term in catalogue.vocabularies[name].terms.values() if name in catalogue.vocabularies else ():
            label = term.label["en"]
            if label.lower() not in known and (name in _ONE_WORD or " " in label) and label not in languages["en"].everyday:
                found.append(_of_label(name, term, languages))
    return found + [agreed for agreed in _bodies(catalogue, languages) if agreed.english.lower() not in known]


def _of_entry(entry: GlossaryEntry) -> Agreed:
    forms, also = entry.forms or {}, entry.also or {}
    words = {"ru": entry.ru, "kk": entry.kk, "ko": entry.ko}
    wanted = {}
    for language, word in words.items():
        ways = [forms.get(language) or pattern(language, word), *(pattern(language, other) for other in also.get(language, ()))]
        wanted[language] = "|".join(ways)
    exceptions = {exception.at: exception.languages for exception in entry.exceptions}
    return Agreed(
        "glossary", entry.en, forms.get("en") or pattern("en", entry.en), words, wanted, entry.only, exceptions, own_pattern="en" in forms
    )


def _of_label(name: str, term: object, languages: Mapping[str, Language]) -> Agreed:
    label: Mapping[str, str] = term.label  # type: ignore[attr-defined]
    words = {language: text for language, text in label.items() if language != "en"}
    wanted = {}
    for language, word in words.items():
        ways = [word, *languages[language].short_names.get(word, ())] if language in languages else [word]
        wanted[language] = "|".join(pattern(language, way) for way in ways)
    return Agreed("label", label["en"], pattern("en", label["en"]), words, wanted)


def _bodies(catalogue: Catalogue, languages: Mapping[str, Language]) -> Iterator[Agreed]:
    for party in catalogue.vocabularies["parties"].terms.values():
        for which, name in enumerate(party.names if party.kind == "body" else ()):
            if "en" not in name.label:
                continue
            english = languages["en"].core(name.label["en"])
            whole = " " not in english  # "Government" alone names no body
            english = name.label["en"] if whole else english
            words = {language: text for language, text in name.label.items() if language != "en" and language in languages}
            wanted = {}
            for language, word in words.items():
                ways = [word if whole else languages[language].core(word)]
                short = re.search(r"\(([^)]+)\)", word)
                if short:
                    ways.append(short[1])
                wanted[language] = "|".join(pattern(language, way) for way in ways if way)
            looked_for = [english, party.abbreviation] if party.abbreviation and not which else [english]
            if short := re.search(r"\(([^)]+)\)", name.label["en"]):
                looked_for.append(short[1])
            shape = "|".join(rf"\b{re.escape(way)}\b" for way in looked_for)
            yield Agreed("body", english, shape, words, wanted, flags=re.NOFLAG, own_pattern=True)  # capitals belong to a name


_WORD = re.compile(r"\w+")
_PLACES = re.compile(r"%\(\w+\)s|\{\w+\}|\blib-[\w-]+")
"""Places of values, and names of classes: no words of the text."""


@cache
def _compiled(shape: str, flags: re.RegexFlag) -> re.Pattern[str]:
    """Compiled when first wanted: most terms are in no text."""
    return re.compile(shape, flags)


def _beginnings(shape: str) -> set[str]:
    """The first three letters of each way in which a pattern can begin, so that few patterns are tried on a text."""
    ways = re.sub(r"^\(\?:|\(\?i\)", "", shape).split("|")
    words = [_WORD.search(way.replace("\\b", "").replace("\\", "")) for way in ways]
    return {word[0][:3].lower() for word in words if word}


# -- the check -----------------------------------------------------------------------


class AgreedWords:
    """Holds every text against the agreed words; made once for many texts."""

    def __init__(self, agreed: Iterable[Agreed]) -> None:
        # The longest first: where a text holds "civil service reform", nobody asks for "civil service" there.
        self.agreed = sorted(agreed, key=lambda term: -len(term.english))
        self._by_beginning: defaultdict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(self.agreed):
            for beginning in _beginnings(term.looked_for):
                self._by_beginning[beginning].append(number)
        self._held: dict[str, list[Agreed]] = {}

    def held(self, english: str) -> list[Agreed]:
        """Terms that an English text holds, each once."""
        if english not in self._held:
            english_words = _PLACES.sub(" ", english)
            lowered = english_words.lower()
            beginnings = {word[:length] for word in _WORD.findall(lowered) for length in (1, 2, 3)}
            numbers = {number for beginning in beginnings for number in self._by_beginning.get(beginning, ())}
            numbers = {number for number in numbers if self.agreed[number].may_be_in(lowered)}
            left, found = english_words, []
            for number in sorted(numbers):
                left, count = _compiled(self.agreed[number].looked_for, self.agreed[number].flags).subn("\N{REPLACEMENT CHARACTER}", left)
                if count:
                    found.append(self.agreed[number])
            self._held[english] = found
        return self._held[english]

    def check(self, text: Text) -> Iterator[Finding]:
        if not text.english or text.printed or text.text in {"", text.english}:
            return
        for term in self.held(text.english):
            if term.fits(text) and not term.holds(text) and not term.excepted(text):
                yield Finding(
                    text,
                    f"{term.kind}-word",
                    f'"{term.english}" of the English is "{term.words[text.language]}", which this text does not hold',
                    "write the agreed word; where it does not fit, the entry of the glossary takes an exception with its reason",
                )
