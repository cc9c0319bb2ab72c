"""The shape of a real library of ten thousand works, for measuring what a synthetic one does not show.

Six public sets of references, put together, had 9,931 works, and for them 22,252 persons of
whom five in six made one work, 1,010 bodies, 4,418 keywords in a flat list, 1,571 series and 73
issues of a journal; titles stand in the script of the document, the same text in all
languages of the site, and 31 in 100 works have an abstract. Here everything but these
proportions is made up. The same number and seed give the same files.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

WORKS = 9_931
"""Works of the sets from which the proportions were read."""

PERSONS, BODIES, THEMES, SERIES, ISSUES, ARTICLES = 22_252, 1_010, 4_418, 1_571, 73, 832
WITH_ONE_WORK = 5 / 6
WITH_ABSTRACT = 0.31
SCRIPTS = {"ru": 321, "zh": 23, "ar": 10, "ko": 6, "he": 2, "ja": 3}
"""Titles in another script than the Latin, by language."""

PERSONS_A_FILE = 5_000

OWN_TYPES = {
    "conference-paper": "Conference papers",
    "thesis": "Theses",
    "chapter": "Chapters",
    "web-page": "Web pages",
    "preprint": "Preprints",
}
OWN_TYPES_SHARE = 0.81

_INITIALS = "SSSSSSSSSSMMMMMMMMMBBBBBBBBCCCCCCCKKKKKKKGGGGGGHHHHHHLLLLLLPPPPPPRRRRRWWWWWDDDDDAAAATTTTFFFFJJJVVNNZZYYEEOIUQX"
"""First letters of family names, about as often as in the sets: one in ten is an S."""

_VOWELS = "aaaeeeeiiooou"
_MIDDLES = "nrlmstdkbvgzh"
_ENDS = ["ner", "son", "ov", "ez", "ini", "ard", "ley", "man", "berg", "ski", "ton", "das", "wara", "lund", "er", "ić", "ño", "é", "ó", "ü"]
_CYRILLIC = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"
_GIVEN = [
    "Anna",
    "Boris",
    "C.",
    "Daniel",
    "E.",
    "Fatima",
    "Grace",
    "H.",
    "Ivan",
    "J. K.",
    "Karl",
    "L.",
    "Maria",
    "N.",
    "Omar",
    "P.",
    "R.",
    "Wei",
]

_WORDS = {
    "zh": ["公务员", "制度", "改革", "研究", "数字", "治理", "城市", "教育", "比较", "分析", "政策", "发展"],
    "ar": ["الإدارة", "العامة", "دراسة", "الخدمة", "المدنية", "التعليم", "المدن", "السياسات", "الإصلاح", "التنمية"],
    "he": ["מינהל", "ציבורי", "מחקר", "שירות", "חינוך", "מדיניות", "ערים", "פיתוח"],
    "ja": ["公務員", "制度", "改革", "研究", "比較", "都市", "教育", "政策", "行政", "分析"],
}
_SPACELESS = ("zh", "ja")

_OTHER_LANGUAGES = {
    "he": ("עברית", "Hebrew", "Иврит", "Иврит тілі", "히브리어"),
    "ja": ("日本語", "Japanese", "Японский", "Жапон тілі", "일본어"),
}


Text = Callable[[str], str]
"""Makes a text out of another: puts new words in the place of some."""


class _Apart:
    """Tells labels of one vocabulary apart: one that is taken gets a number."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def __call__(self, label: str) -> str:
        number = self._taken[label.casefold()] = self._taken.get(label.casefold(), 0) + 1
        return label if number == 1 else f"{label} {number}"


class RealShape:
    """Makes the vocabularies and works of such a library, ``number`` of them."""

    def __init__(
        self, number: int, languages: Sequence[str], samples: Mapping[str, Sequence[tuple[str, str]]], new: Mapping[str, Text]
    ) -> None:
        """``samples`` are titles and summaries by language, ``new`` renews their words."""
        self.number = number
        self.languages = languages
        self.samples = samples
        self.new = new
        self.chance = random.Random(number)
        self.persons = [f"person-{index:05d}" for index in range(self._scaled(PERSONS))]
        self.bodies = [f"body-{index:04d}" for index in range(self._scaled(BODIES))]
        self.themes = [f"keyword-{index:04d}" for index in range(self._scaled(THEMES))]
        self.series = [f"series-{index:04d}" for index in range(self._scaled(SERIES))]
        self._titles: set[str] = set()
        self._creators = self._dealt(self.persons)
        self._keywords = self._dealt_terms(self.themes)

    def _scaled(self, number: int) -> int:
        return max(1, round(number * self.number / WORKS))

    # -- vocabularies ----------------------------------------------------------------------

    def vocabularies(self, folder: Path, entry: Callable[[dict[str, Any]], str]) -> None:
        """Writes the folder's vocabularies; ``entry`` writes one term."""

        def add(name: str, terms: Iterator[dict[str, Any]], mode: str = "w") -> None:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            with path.open(mode, encoding="utf-8") as file:
                file.writelines(f"\n{entry(term)}" for term in terms)

        themes, series = _Apart(), _Apart()
        add("themes.yml", ({"id": term, "label": self._label(themes(self._keyword(index)))} for index, term in enumerate(self.themes)))
        add("series.yml", ({"id": term, "label": self._label(series(self._title("en", 4)))} for term in self.series))
        known = (folder / "types.yml").read_text("utf-8")
        types = ((term, label) for term, label in OWN_TYPES.items() if f"- id: {term}\n" not in known)
        add("types.yml", ({"id": term, "label": self._label(label)} for term, label in types), "a")
        known = (folder / "languages.yml").read_text("utf-8")
        add("languages.yml", (self._language(tag) for tag in _OTHER_LANGUAGES if f"- id: {tag}\n" not in known), "a")
        add("parties/bodies.yml", map(self._body, self.bodies))
        for start in range(0, len(self.persons), PERSONS_A_FILE):
            add(f"parties/persons-{start // PERSONS_A_FILE + 1}.yml", map(self._person, self.persons[start : start + PERSONS_A_FILE]))

    def _label(self, text: str) -> dict[str, str]:
        return dict.fromkeys(self.languages, text)

    def _language(self, tag: str) -> dict[str, Any]:
        autonym, *labels = _OTHER_LANGUAGES[tag]
        return {"id": tag, "autonym": autonym, "label": dict(zip(("en", "ru", "kk", "ko"), labels, strict=True))}

    def _keyword(self, index: int) -> str:
        words = self._title("en", 1 + index % 3).split()
        return " ".join(words[:3])

    def _body(self, party: str) -> dict[str, Any]:
        return {"id": party, "kind": "body", "names": [{"label": self._label(self._title("en", 3))}]}

    def _person(self, party: str) -> dict[str, Any]:
        chance = self.chance
        if chance.random() < 0.03:
            family = (
                chance.choice(_CYRILLIC) + "".join(chance.choice("аоеиурлнмктвсд") for _ in range(3)) + chance.choice(["ов", "ин", "ко"])
            )
            return {
                "id": party,
                "kind": "person",
                "names": [{"family": family, "given": f"{chance.choice(_CYRILLIC)}. {chance.choice(_CYRILLIC)}."}],
            }
        family = chance.choice(_INITIALS) + chance.choice(_VOWELS) + chance.choice(_MIDDLES) + chance.choice(_VOWELS) + chance.choice(_ENDS)
        return {"id": party, "kind": "person", "names": [{"family": family, "given": chance.choice(_GIVEN)}]}

    # -- who and what ----------------------------------------------------------------------

    def _dealt(self, persons: Sequence[str]) -> list[list[str]]:
        """The persons of each work: every person in one at least, five in six in no other."""
        chance = self.chance
        single = round(len(persons) * WITH_ONE_WORK)
        slots = [*persons, *(person for person in persons[single:] for _ in range(1 + int(chance.expovariate(1))))]
        chance.shuffle(slots)
        dealt: list[list[str]] = [[] for _ in range(self.number)]
        for place, person in enumerate(slots):
            # Every work in turn, then any: most have two to four persons, some have ten.
            work = dealt[place] if place < self.number else dealt[int(self.number * chance.random() ** 1.5)]
            if person not in work:
                work.append(person)
        chance.shuffle(dealt)
        return dealt

    def _dealt_terms(self, terms: Sequence[str]) -> list[list[str]]:
        """One to six terms for each work, a few of them very often and each once at least."""
        chance = self.chance
        rest = iter(chance.sample(terms, len(terms)))
        dealt = []
        for _ in range(self.number):
            often = [terms[int(len(terms) * chance.random() ** 4)] for _ in range(chance.choice([1, 1, 1, 2, 3, 5]))]
            dealt.append(list(dict.fromkeys([*often, *([term] if (term := next(rest, None)) else [])])))
        return dealt

    # -- works -----------------------------------------------------------------------------

    def works(self) -> Iterator[dict[str, Any]]:
        articles = self._scaled(ARTICLES)
        others = [tag for tag, count in SCRIPTS.items() for _ in range(round(count * self.number / WORKS))]
        for index in range(self.number):
            yield self._work(index, others[index] if index < len(others) else "en", in_journal=index >= self.number - articles)

    def issue_length(self) -> int:
        return max(1, round(ARTICLES / ISSUES))

    def _work(self, index: int, language: str, in_journal: bool) -> dict[str, Any]:
        chance = self.chance
        title = self._unused(self._title(language, 9), index)
        abstract = self._summary(language) if chance.random() < WITH_ABSTRACT else "No summary."
        bodies = self.bodies if chance.random() < 0.15 else []
        people = [*self._creators[index], *chance.sample(bodies, min(1, len(bodies)))]
        identified = chance.random() < 0.45
        type_ = "article" if in_journal else self._type()
        return {
            "id": f"work-{index:06d}",
            "type": type_,
            "title": self._label(title),
            "summary": self._label(abstract),
            "supplied": {"title": [tag for tag in self.languages if tag != language], "summary": list(self.languages)},
            "issued": None if in_journal else f"{int(2025 - 60 * chance.random() ** 2)}",
            "creators": [{"party": party} for party in people],
            "issuer": None if in_journal else self.bodies[int(len(self.bodies) * chance.random() ** 2)],
            "themes": self._keywords[index],
            "coverage": {"countries": chance.sample(["US", "GB", "DE", "RU", "CN", "KZ", "IN", "FR"], chance.choice([0, 0, 0, 1, 2]))},
            "series": None if in_journal or chance.random() < 0.4 else {"id": self._one_series(index)},
            "editions": [
                {
                    "citation_key": f"work{index}key",
                    "language": language,
                    "formats": ["electronic"],
                    "extent": chance.randint(4, 400),
                    "doi": f"10.5555/work.{index}" if identified else None,
                    "address": f"https://example.org/works/{index}" if chance.random() < 0.6 else None,
                }
            ],
            "host": {"title": {"en": f"A book of chapters {index}"}} if type_ == "chapter" else None,
            "added": None if in_journal else "2026-11-22",
            "provenance": [{"url": f"https://example.org/sets/{index % 6}"}],
        }

    def _one_series(self, index: int) -> str:
        """Every series in turn for one work, then any, some much more often."""
        return self.series[index] if index < len(self.series) else self.series[int(len(self.series) * self.chance.random() ** 3)]

    def _type(self) -> str:
        return self.chance.choice(list(OWN_TYPES)) if self.chance.random() < OWN_TYPES_SHARE else self.chance.choice(["book", "report"])

    # -- texts -----------------------------------------------------------------------------

    def _title(self, language: str, words: int) -> str:
        """A title of so many words, or a few more or less, in one language."""
        if language in _WORDS:
            return ("" if language in _SPACELESS else " ").join(self.chance.choice(_WORDS[language]) for _ in range(max(2, words // 2)))
        language = language if language in self.samples else self.languages[0]
        taken = self.new[language](self.chance.choice(self.samples[language])[0]).split()
        taken = [word.strip("():;,.«»“”'\"–—[]") for word in taken]
        return self._capital(" ".join([word for word in taken if word][: words + self.chance.randint(0, words)]) or "Untitled")

    def _summary(self, language: str) -> str:
        if language in _WORDS:
            return self._title(language, 60)
        language = language if language in self.samples else self.languages[0]
        first, second = self.chance.choice(self.samples[language])[1], self.chance.choice(self.samples[language])[1]
        return self._capital(self.new[language](f"{first} {second}"))

    def _capital(self, text: str) -> str:
        """The text with its first letter drawn anew: titles of real libraries begin with every letter."""
        letters = _CYRILLIC if "а" <= text[:1].lower() <= "я" else _INITIALS
        return (self.chance.choice(letters) + text[1:]) if text else text

    def _unused(self, title: str, index: int) -> str:
        """The title, with a number where another work has it."""
        found = title if title.casefold() not in self._titles else f"{title} {index}"
        self._titles.add(found.casefold())
        return found
