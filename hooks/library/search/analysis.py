"""Words of a text as search knows them, in four languages.

The reader's browser analyses what was asked in the same way (``stems.js`` in ``overrides/assets/javascripts/search``). Both
read one file of rules, ``rules.js`` beside it, and the tests hold the two together over every word of the catalogue.

*English* and *Russian* words are stemmed by Snowball (https://snowballstem.org/). British and American spellings are made
one before, by rules with the exceptions that would part a verb from its noun (supervise, supervision).

*Kazakh* adds ending after ending, each in a form that suits the sounds before it. Endings of
inflection fall away from the last to the first: case, possession, plural; then those that make
a participle or a verbal noun, so that бағалау, бағалауды, бағалайды and бағаланған's likes
meet. Endings that make new words stay: мемлекеттік қызмет (civil service) and мемлекет (the
state), қызмет (service) and қызметші (servant) are different subjects of this library. An
ending is taken only where harmony of vowels and assimilation of consonants allow it, as told
in Raihan Muhamedowa, *Kazakh: A Comprehensive Grammar* (Routledge, 2016), and in *Қазақ
грамматикасы* (Astana, 2002). Where the letters leave two readings (жұмыс-ы or жұмы-сы, бағас-ы
or баға-сы), both are cut to what they share; a stem is a key and need not be a word.

*Korean* is not stemmed: a word's ends are terms, so that a query which begins at any syllable finds it; particles trail behind.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer

from library.search.forms import KoreanForms, english_forms, kazakh_forms, russian_forms
from library.search.kazakh_stem import KazakhStem
from library.search.numbers import counted_words, numbered

Rules = Mapping[str, Any]
"""What ``rules.js`` holds, by name: stopWords, spelling, irregular, kazakh, and what only the browser
needs (particles, skeleton, layouts, shortened).

Words stand in lines, divided by spaces; a pattern that is too long for a line in pieces.

- ``stopWords``, by language: articles, prepositions, conjunctions, auxiliaries. No word that may be a subject: not *it*, which may be IT.
- ``spelling``: patterns and what takes their place, in order; ``irregular``: words that no pattern reaches; ``counted``: ``numbers.py``.
- ``kazakh``: ``groups`` of letters by how endings follow them (vowels, voiced, nasal, voiceless); ``layers`` of endings, each with a
  pattern of what stands before it, where a capital is a group; ``whole``: words whose end only looks like an ending, or in which it must
  not be cut (шығын, cost, is not шығу, to go out); ``short``: roots of two letters; ``restored``: roots that lose a letter before an
  ending; ``hard``: last consonants as the bare word has them; ``passives`` and how many letters they take.
"""

SUFFIX_WEIGHT = 0.6
"""Of a term that begins within a Korean word, beside 1.0 for the word."""

FORM_WEIGHT = 0.9
"""Of the stem of a further form."""

SHORT = 80
"""Characters of a text below which it may be a label."""


def load_rules(path: Path) -> Rules:
    """The rules out of the browser's script: the JSON object that is exported as ``rules``."""
    rules: Rules = json.loads(path.read_text("utf-8").split("export const rules =", 1)[1].strip().removesuffix(";"))
    return rules


LONGEST_NUMBERED = 300
"""Characters."""

_DIGIT = re.compile("[0-9]")

# -- letters and words ------------------------------------------------------------------

_SPELT = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ı": "i",
    "ŋ": "n",
    "ə": "a",
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "ʻ": "'",
    "ʹ": "'",
    "′": "'",
    "´": "'",
    "`": "'",
    "‐": "-",
    "‑": "-",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
}
"""Letters without a decomposition, apostrophes, hyphens, and what only tells where a line may break."""

_MARKS = re.compile("[\u0300-\u036f]")
_BEFORE = re.compile("[´‑\u00ad\u200b-\u200d\u2060\ufeff]")
_UNUSUAL = re.compile("[\u00c0-\u024f\u0259\u02b9\u02bb\u02bc\u0300-\u036f\u0451\u1e00-\u1eff‘’′‐`]")


def fold(text: str) -> str:
    """The text without what search does not tell apart: case, width, accents of Latin letters, ё and е, kinds of apostrophe.

    Letters of other scripts stay whole (й, the Kazakh ә ғ қ ң ө ұ ү һ і, precomposed Hangul); a mark of stress over
    one falls away.
    """
    # Before NFKC, which makes a free-standing acute accent a space.
    text = _BEFORE.sub(_spelt, text)
    return _UNUSUAL.sub(_spelt, unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower()))


def _spelt(match: re.Match[str]) -> str:
    letter = match.group()
    return _SPELT[letter] if letter in _SPELT else _base(letter)


@cache
def _base(letter: str) -> str:
    """A Latin letter without its marks; nothing for a mark alone."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", letter))
    return _SPELT.get(bare, bare)


_HANGUL = "\u1100-\u11ff\ua960-\ua97f\uac00-\ud7ff"
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PIECE = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_RUN = re.compile(f"[a-z]+(?:'[a-z]+)+|[{_HANGUL}]+|[{_HAN}]|[^'{_HANGUL}{_HAN}]+")
_ISBN = re.compile(r"(?:[0-9]-?){9}[0-9x]|(?:[0-9]-?){13}")
_IS_HANGUL = re.compile(f"[{_HANGUL}]")


def tokens(text: str) -> list[str]:
    """The words of a text in its order, folded.

    A word with hyphens gives its parts and then the whole without them (``one-stop``: one, stop, onestop), an ISBN
    only the whole. Hangul is parted from what stands beside it, each Chinese character stands alone, and an
    apostrophe stays within a Latin word.
    """
    found: list[str] = []
    for piece in _PIECE.findall(fold(text)):
        found += _parts(piece)
    return found


@lru_cache(maxsize=65_536)
def _parts(piece: str) -> tuple[str, ...]:
    if "-" not in piece:
        return tuple(_RUN.findall(piece))
    whole = piece.replace("-", "")
    if _ISBN.fullmatch(piece):
        return (whole,)
    parts = [run for part in piece.split("-") for run in _RUN.findall(part)]
    return (*parts, whole) if _RUN.findall(whole) == [whole] and not _IS_HANGUL.match(whole) else tuple(parts)


# -- stems ------------------------------------------------------------------------------

Stem = Callable[[str], str]

_LATIN = re.compile("[a-z']+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")


class Analyser:
    """Makes the terms of one language of the site, each word's once."""

    def __init__(self, language: str, rules: Rules) -> None:
        """``language`` is that of the pages (``kk``); words of other scripts among them go by their own rules."""
        self.language = language
        self._counted = counted_words(rules["counted"])
        self._numbers: dict[str, tuple[str, ...]] = {}
        cyrillic = "kk" if language == "kk" else "ru"
        stop_words = rules["stopWords"]
        self._stop_words = frozenset(word for tag in ("en", cyrillic, "ko") for word in " ".join(stop_words[tag]).split())
        self._latin = EnglishStem(rules)
        self._cyrillic: Stem = KazakhStem(rules["kazakh"]) if language == "kk" else RussianStem(rules["russian"])
        self._whole = frozenset(" ".join(rules["kazakh"]["whole"]).split() if language == "kk" else ())
        self._cyrillic_forms = kazakh_forms if language == "kk" else russian_forms
        self._hangul_forms = KoreanForms(rules["single"], rules["particles"])
        self._stems: dict[str, str] = {}
        self._terms: dict[str, list[tuple[str, float]]] = {}
        self._words: dict[str, list[tuple[str, list[tuple[str, float]]]]] = {}

    def stem(self, token: str) -> str:
        """What the forms of a word share: a key that need not be a word. Words of mixed or further scripts stay as they are."""
        if token not in self._stems:
            self._stems[token] = self._stem(token)
        return self._stems[token]

    def _stem(self, token: str) -> str:
        if _LATIN.fullmatch(token):
            return self._latin(token)
        return self._cyrillic(token) if _CYRILLIC.fullmatch(token) else token

    def terms(self, token: str) -> list[tuple[str, float]]:
        """Under which terms the index files a word, each with its share of the word's weight.

        A Hangul word stands under itself and its ends of two syllables or more, another under the stems of its further forms.
        """
        terms = self._terms.get(token)
        if terms is None:
            terms = [(self.stem(token), 1.0)]
            if _IS_HANGUL.match(token):
                terms += [(token[start:], SUFFIX_WEIGHT) for start in range(1, len(token) - 1)]
            stems = dict.fromkeys(map(self.stem, self._forms(token)))
            terms += [(stem, FORM_WEIGHT) for stem in stems if stem != terms[0][0]]
            self._terms[token] = terms
        return terms

    def words(self, text: str) -> list[tuple[str, list[tuple[str, float]]]]:
        """The words of a text that count, each once, with its terms; short texts are kept, for labels and names come again."""
        words = self._words.get(text)
        if words is None:
            words = [(token, self.terms(token)) for token in dict.fromkeys(tokens(text)) if token not in self._stop_words]
            if len(text) < SHORT:
                self._words[text] = words
        return words

    def numbers(self, text: str) -> tuple[str, ...]:
        """The terms of what is counted in a text, where it may be a name: in a longer one numbers count other things."""
        if len(text) >= LONGEST_NUMBERED or not _DIGIT.search(text):
            return ()
        if text not in self._numbers:
            self._numbers[text] = tuple(numbered(tokens(text), self._counted))
        return self._numbers[text]

    def _forms(self, token: str) -> Iterable[str]:
        if _LATIN.fullmatch(token):
            return english_forms(token)
        if not _CYRILLIC.fullmatch(token):
            return self._hangul_forms(token)
        return self._cyrillic_forms(token) if token not in self._whole else ()

    def is_stopword(self, token: str) -> bool:
        """Whether a word is so common that it finds nothing. A word that may be a subject (state, may) is none."""
        return token in self._stop_words


class EnglishStem:
    """Snowball's English stems of words in one spelling, American or nearest to both."""

    def __init__(self, rules: Rules) -> None:
        self._spelling = _replacements(rules["spelling"])
        self._irregular: Mapping[str, str] = rules["irregular"]
        self._snowball = snowballstemmer.stemmer("english")

    def __call__(self, word: str) -> str:
        stem: str = self._snowball.stemWord(self.respelt(word))
        return stem.replace("'", "")

    def respelt(self, word: str) -> str:
        """The word in the spelling that stands for all of its spellings."""
        word = self._irregular.get(word.removesuffix("'s"), word)
        for pattern, written in self._spelling:
            word = pattern.sub(written, word)
        return word


class RussianStem:
    """Snowball's Russian stems, but for names of countries (Узбекистан) and vowels that come and go (оценка, оценок)."""

    def __init__(self, rules: Rules) -> None:
        self._names, self._fleeting = _replacements(rules["names"]), _replacements(rules["fleeting"])
        self._snowball = snowballstemmer.stemmer("russian")

    def __call__(self, word: str) -> str:
        for pattern, written in self._names:
            if pattern.match(word):
                return pattern.sub(written, word)
        stem: str = self._snowball.stemWord(word)
        for pattern, written in self._fleeting:
            stem = pattern.sub(written, stem)
        return stem


def _replacements(rules: Iterable[tuple[str | list[str], str]]) -> list[tuple[re.Pattern[str], str]]:
    """Patterns with what to write for them; a long pattern may stand in pieces, and a group is ``$1`` as in the browser."""
    return [(re.compile("".join(pattern)), re.sub(r"\$(\d)", r"\\\1", written)) for pattern, written in rules]
