"""Proper names in English titles: what keeps its capitals where a style lowers the others.

BibTeX's ``plain``, biblatex, pandoc, Better BibTeX and Typst put titles into sentence case, except
what stands in braces. Names come from the vocabularies of places and languages, with the further
words by which readers look for them (Georgian, Vietnam), and from ``vocabularies/names.yml``. A title
that is in sentence case itself tells its names: every capital after the first word begins one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue
from library.catalogue.languages import INTERNATIONAL

_COMMON = frozenset(
    [
        "republic",
        "the",
        "of",
        "and",
        "united",
        "states",
        "state",
        "kingdom",
        "democratic",
        "federation",
        "people",
        "s",
        "people’s",
        "islamic",
        "south",
        "north",
        "new",
        "central",
        "eastern",
        "saint",
        "islands",
        "other",
        "holy",
        "see",
        "plurinational",
        "bolivarian",
        "federated",
        "global",
        "participating",
    ]
)
"""Words of countries' and regions' names that are no proper names by themselves."""

_SMALL = frozenset(
    [
        "with",
        "from",
        "into",
        "onto",
        "over",
        "upon",
        "amid",
        "than",
        "that",
        "this",
        "these",
        "those",
        "their",
        "your",
        "between",
        "during",
        "under",
        "about",
        "against",
        "among",
        "through",
        "toward",
        "towards",
        "without",
        "within",
        "after",
        "before",
        "since",
        "until",
        "versus",
        "whose",
        "which",
        "what",
        "when",
        "where",
        "while",
        "have",
        "been",
        "were",
        "will",
        "could",
        "should",
        "would",
        "must",
        "also",
        "only",
        "more",
        "most",
        "some",
        "each",
        "every",
        "both",
        "across",
        "beyond",
    ]
)
"""Words longer than three letters that stand in small letters also in a title whose other words begin with capitals."""

_WORD = re.compile(r"(?<![\w’'])\w[\w’']*")
_NAME = re.compile(r"[A-Z][\w’'-]+")
_PHRASE = re.compile(r"[A-Z][\w’'-]+(?: (?:and |of |of the )?[A-Z][\w’'-]+)*")
_BEFORE = re.compile(
    r"(?:People[’']s |Democratic |Islamic |Federal )*(?:Republic|Kingdom|Commonwealth|State) of (?:the )?$|\b(?:North|South|East|West) $"
)
_AFTER = re.compile(r" (?:Republic|Federation|Kingdom|Union)(?!\w)")
_BRACKETED = re.compile(r"\([^()]*\)")
_NEW_SENTENCE = re.compile(r"[:?!.;–—][\s“”\"‘«(\[]*$|^[\s“”\"‘«(\[]*$|[“\"‘«]$")


class ProperNames:
    """Finds the names in English titles. ``told`` is what they depend on besides the title."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = sorted({name for name in _names(catalogue) if _WORD.match(name)}, key=lambda name: (-len(name), name))
        self.told = "\n".join(names)
        self._phrases: dict[str, list[str]] = {}
        for name in names:
            self._phrases.setdefault(_first(name), []).append(name)

    def in_title(self, title: str) -> tuple[str, ...]:
        """The names in a title, as written there, each once and in its order."""
        found = dict(self._known(title))
        found |= dict(_told_by_capitals(title, [(start, start + len(name)) for start, name in found.items()]))
        return tuple(dict.fromkeys(found[start] for start in sorted(found)))

    def _known(self, title: str) -> Iterator[tuple[int, str]]:
        """Beginnings and texts of names of the vocabularies, the longest at each place, with what makes them longer (Republic of)."""
        done = 0
        for word in _WORD.finditer(title):
            start = word.start()
            if start < done:
                continue
            for name in self._phrases.get(_first(word[0]), ()):
                end = start + len(name)
                if title.startswith(name, start) and not title[end : end + 1].isalnum():
                    before, after = _BEFORE.search(title, done, start), _AFTER.match(title, end)
                    start, done = before.start() if before else start, after.end() if after else end
                    yield start, title[start:done]
                    break


def _first(text: str) -> str:
    """The first word of a text without what is put behind it: of ``Kazakhstan's`` the name alone."""
    found = _WORD.match(text)
    return re.split("[’']", found[0])[0] if found else ""


def _told_by_capitals(title: str, known: list[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """Words with a capital in a title that is in sentence case: names, unless a sentence begins with them.

    It is, where at least two words that a title in capitals would have with one are without, and these are a quarter of all such
    words. What stands in brackets says nothing: "(long version)".
    """
    capitals, small = [], 0
    bracketed = [found.span() for found in _BRACKETED.finditer(title)]
    for place, word in enumerate(_WORD.finditer(title)):
        text, start = word[0], word.start()
        if not place or any(begin <= start < end for begin, end in known):
            continue
        if text[0].isupper():
            if not _NEW_SENTENCE.search(title, 0, start):
                capitals.append((start, re.split("[’']s?$", text)[0]))
        elif text[0].isalpha() and len(text) > 3 and text not in _SMALL:
            small += not any(begin < start < end for begin, end in bracketed)
    if small >= 2 and 3 * small >= len(capitals):
        yield from capitals


def _names(catalogue: Catalogue) -> Iterator[str]:
    """English names: whole labels and other words of places and languages, telling words of countries' names, further names."""
    yield from catalogue.names
    for vocabulary in ("regions", "countries", "languages"):
        for term in catalogue.vocabularies[vocabulary].terms.values():
            label = term.label.get(INTERNATIONAL, "")
            others = (term.searched_as or {}).get(INTERNATIONAL, ())
            phrases = [phrase for text in (label, *others) for phrase in _PHRASE.findall(text)]
            words = _NAME.findall(label) if vocabulary == "countries" else ()
            yield from (name for name in (*phrases, *words) if name.lower() not in _COMMON and len(name) > 3)
