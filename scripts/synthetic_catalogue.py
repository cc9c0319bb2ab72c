"""A catalogue of any size for measuring, made of the real one's words.

Titles and summaries recombine those of the real records in four languages, so that
lengths and scripts are as in life. New words come in as the catalogue grows, put together
from the halves of real ones: without them a search's index would be far too small (Heaps'
law: the number of different words grows with about the 0.6th power of the text). Each work
has one to five authors and one to three editions; three in ten stand in issues of the
journal. The same seed gives the same files.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import unicodedata
from collections.abc import Collection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from library.catalogue import titles
from library.catalogue.authorities import OPTIONAL
from library.catalogue.catalogue import Catalogue
from library.catalogue.hosts import IN_A_HOST, kind_of_type
from library.catalogue.loading import load
from library.catalogue.model import Work
from synthetic_real import RealShape

ISSUE_LENGTH = 8
FAMILIES = [
    "Abdiev",
    "Bekova",
    "Choi",
    "Dauletov",
    "Eshmatov",
    "Fedorova",
    "Gulyamov",
    "Hovhannisyan",
    "Isaev",
    "Jumabekova",
    "Kim",
    "Lomidze",
    "Mammadov",
    "Nazarova",
    "Ospanov",
    "Park",
    "Qodirov",
    "Rahimova",
    "Sultanov",
    "Tkachenko",
]
GIVEN = [
    "Aigerim",
    "Bolat",
    "Chinara",
    "Davit",
    "Elena",
    "Farid",
    "Gulnara",
    "Hyun",
    "Ilham",
    "Janar",
    "Kamila",
    "Levan",
    "Marat",
    "Nino",
    "Olzhas",
    "Pavel",
    "Rustam",
    "Saule",
    "Timur",
    "Zarina",
]


SHAPES = ("hub", "real")
"""What a catalogue may be like: the Hub's own, or what a large library has (``synthetic_real``)."""


def make(number: int, into: Path, seed: int = 1, shape: str = "hub", types: Collection[str] | None = None) -> None:
    """Writes a catalogue of ``number`` works of that shape into the folder, which must not exist.

    ``types`` are those that another commit's vocabulary has, for a catalogue that both build; none leaves out none.
    """
    real = load(ROOT / "catalogue")
    chance = random.Random(seed)
    shutil.copytree(ROOT / "catalogue" / "vocabularies", into / "vocabularies")
    for folder in ("knowledge-products", "journal/issues", "case-studies"):
        (into / folder).mkdir(parents=True)
    journal = (ROOT / "catalogue" / "journal" / "journal.yml").read_text("utf-8")
    kept = [line for line in journal.splitlines(keepends=True) if not line.startswith("missing_issues:")]
    (into / "journal" / "journal.yml").write_text("".join(kept), "utf-8")
    language = {tag: _NewWords(real, tag, number, chance) for tag in real.languages}
    if shape == "real":
        _make_real(real, number, into, language)
        return
    people = _people(max(5, number // 3), into)
    known = [name for name in real.vocabularies["types"] if types is None or name in types]
    made = [_work(real, chance, people, index, language, known, in_journal=index % 10 >= 7) for index in range(number)]
    _write(into, made, ISSUE_LENGTH, made[0]["summary"])


def _make_real(real: Catalogue, number: int, into: Path, new_words: dict[str, _NewWords]) -> None:
    samples = {tag: [_texts(placed.work, tag) for placed in real.works.values()] for tag in real.languages}
    shape = RealShape(number, real.languages, samples, new_words)
    for name in OPTIONAL:  # lists of the Hub, whose themes such a library has not
        (into / "vocabularies" / f"{name}.yml").unlink(missing_ok=True)
    shape.vocabularies(into / "vocabularies", _term)
    _write(into, list(shape.works()), shape.issue_length(), dict.fromkeys(real.languages, "Articles."))


def _write(into: Path, works: list[dict[str, Any]], issue_length: int, summary: dict[str, str]) -> None:
    """Writes works into files of their own, articles into the journal's issues."""
    articles = [work for work in works if work["type"] == "article"]
    for work in works:
        if work["type"] != "article":
            (into / "knowledge-products" / f"{work['id']}.yml").write_text(_yaml(work), "utf-8")
    for issue, start in enumerate(range(0, len(articles), issue_length), 1):
        _issue(into, issue, articles[start : start + issue_length], summary)


def _people(number: int, into: Path) -> list[str]:
    lines, ids = [], []
    for index in range(number):
        family, given = FAMILIES[index % 20], GIVEN[index // 20 % 20]
        ids.append(f"synthetic-{family}-{given}-{index}".lower())
        lines.append(f"- id: {ids[-1]}\n  kind: person\n  names:\n    - {{family: {family}, given: {given} {index}}}\n")
    with (into / "vocabularies" / "parties.yml").open("a", encoding="utf-8") as file:
        file.write("\n" + "\n".join(lines))
    return ids


GROWTH = 0.6
NEW_SHARE = 0.2


class _NewWords:
    """Puts new words of one language in the place of some of a text's: more kinds of them the larger the catalogue."""

    def __init__(self, real: Catalogue, tag: str, number: int, chance: random.Random) -> None:
        texts = (text for placed in real.works.values() for text in _texts(placed.work, tag))
        words = sorted({word for text in texts for word in _WORD.findall(text) if len(word) > 3 or tag == "ko"})
        kinds = round(len(words) * max(0, (number / len(real.works)) ** GROWTH - 1))
        alike: dict[str, list[str]] = {}
        for word in words:
            if len(scripts := {unicodedata.name(letter).split()[0] for letter in word}) == 1:
                alike.setdefault(scripts.pop(), []).append(word)
        # Halves of one script: a word that mixes alphabets is no word.
        firsts = [word for of_script in alike.values() for word in of_script]
        pairs = (
            [(first, chance.choice(alike[unicodedata.name(first[0]).split()[0]])) for first in chance.choices(firsts, k=kinds)]
            if firsts
            else []
        )
        self.chance = chance
        self.words = [(first[: -(-len(first) // 2)] + second[len(second) // 2 :]).lower() for first, second in pairs]

    def __call__(self, text: str) -> str:
        return _WORD.sub(self._one, text) if self.words else text

    def _one(self, found: re.Match[str]) -> str:
        if len(found[0]) < 2 or self.chance.random() > NEW_SHARE:
            return found[0]
        # A few are frequent and most are rare, as words are.
        return self.words[int(len(self.words) * self.chance.random() ** 2)]


_WORD = re.compile(r"[^\W\d_]+")


def _texts(work: Work, tag: str) -> tuple[str, str]:
    """Title and summary as a page in a language shows them: a record may have them in another alone, or no summary."""
    title = titles.title(work, tag).text
    return title, titles.summary(work, tag).text or title


def _work(
    real: Catalogue,
    chance: random.Random,
    people: list[str],
    index: int,
    language: dict[str, _NewWords],
    known: list[str],
    in_journal: bool,
) -> dict[str, Any]:
    works = list(real.works.values())
    first, second = chance.choice(works).work, chance.choice(works).work
    languages = real.languages
    editions = [None] if in_journal else chance.sample(languages, chance.randint(1, 3))
    themes = list(real.vocabularies["themes"])
    countries = list(real.vocabularies["countries"])
    types = [name for name in known if name not in ("journal-issue", "case-study") and kind_of_type(real, name) not in IN_A_HOST]
    return {
        "id": f"synthetic-{index:06d}",
        "type": "article" if in_journal else chance.choice(types),
        "title": {tag: f"{language[tag](_texts(first, tag)[0])} {index}" for tag in languages},
        "summary": {tag: language[tag](f"{_texts(first, tag)[1]} {_texts(second, tag)[1]}") for tag in languages},
        "supplied": {"title": [tag for tag in languages if tag not in editions][:3], "summary": list(languages)},
        "issued": None if in_journal else f"{chance.randint(1995, 2025)}-{chance.randint(1, 12):02d}",
        "creators": [{"party": party} for party in chance.sample(people, chance.randint(1, 5))],
        "issuer": None if in_journal else "astana-civil-service-hub",
        "themes": chance.sample(themes, chance.randint(1, 3)),
        "coverage": {"countries": chance.sample(countries[:60], chance.randint(0, 4))},
        "editions": [
            {"citation_key": f"synthetic{index}{tag or ''}", "language": tag, "formats": ["electronic"], "extent": chance.randint(8, 300)}
            for tag in editions
        ],
        "added": None if in_journal else "2026-11-22",
        "provenance": [{"url": "https://example.org/synthetic"}],
    }


def _issue(into: Path, number: int, articles: list[dict[str, Any]], summary: dict[str, str]) -> None:
    issue = {
        "id": number,
        "volume": 1 + number // 2,
        "number": 1 + number % 2,
        "issued": 1990 + number // 12,
        "summary": summary,
        "complete": "yes",
        "articles": articles,
        "added": "2026-11-22",
        "provenance": [{"url": "https://example.org/synthetic"}],
    }
    (into / "journal" / "issues" / f"{number}.yml").write_text(_yaml(issue), "utf-8")


def _yaml(value: dict[str, Any]) -> str:
    return "\n".join(_lines(value, 0)) + "\n"


def _term(value: dict[str, Any]) -> str:
    """An entry of a vocabulary."""
    first, *others = _lines(value, 2)
    return "\n".join([f"- {first.lstrip()}", *others]) + "\n"


def _lines(mapping: dict[str, Any], indent: int) -> list[str]:
    lines: list[str] = []
    space = " " * indent
    for key, value in mapping.items():
        if value in (None, [], {}):
            continue
        if isinstance(value, dict):
            lines += [f"{space}{key}:", *_lines(value, indent + 2)] if any(value.values()) else []
        elif isinstance(value, list) and isinstance(value[0], dict):
            lines.append(f"{space}{key}:")
            for item in value:
                inner = _lines(item, indent + 4)
                lines += [f"{space}  - {inner[0].lstrip()}", *inner[1:]]
        elif isinstance(value, list):
            lines.append(f"{space}{key}: [{', '.join(map(str, value))}]")
        else:
            quoted = str(value).replace("'", "''")
            lines.append(f"{space}{key}: '{quoted}'")
    return lines
