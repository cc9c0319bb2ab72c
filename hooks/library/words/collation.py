"""The order of titles and names, as each language's dictionary has it.

A fixed alphabet per script instead of ICU: PyICU compiles against the system's ICU and
so could not be installed on a machine that has Python alone. The tests hold these
alphabets against ICU (through Node's ``Intl.Collator``).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from library.catalogue.languages import likely
from library.catalogue.letters import decomposed

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
"""The Kazakh Cyrillic alphabet of 42 letters, in official order."""


def _ranks(alphabet: str) -> dict[str, int]:
    return {letter: rank for rank, letter in enumerate(alphabet, 1)}


_CYRILLIC_ELSEWHERE = _ranks(_KAZAKH)
"""Kazakh letters in other languages' lists stand where their alphabet has them; Russian
letters keep the Russian order, of which the Kazakh alphabet is an extension."""

_LATIN_RANKS = _ranks(_LATIN)


Key = tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...], str]


@lru_cache(maxsize=65_536)
def sort_key(text: str, language: str) -> Key:
    """A key that sorts texts as a dictionary in ``language`` does.

    Three levels, as in the Unicode Collation Algorithm (UTS #10): letters; then accents,
    with ё as an accented е outside Kazakh; then case, small before capital. Punctuation and
    leading brackets and quotes count for nothing; numbers come first, by their value, then the
    language's own script, then Latin, Cyrillic, Hangul.
    """
    weights = _weights(language)
    letters: list[int] = []
    accents: list[int] = []
    cases: list[bool] = []
    for number, piece in enumerate(_NUMBERS.split(unicodedata.normalize("NFC", text))):
        if number % 2:
            figures = piece.lstrip("0")
            ranks = (_DIGIT + 0x100 + len(figures), *(_DIGIT + int(figure) for figure in figures))
            letters += ranks
            accents += [0] * len(ranks)
            cases += [False] * len(ranks)
            continue
        for letter in piece:
            own = weights[letter]
            letters += own[0]
            accents += own[1]
            cases += own[2]
    return tuple(letters), tuple(accents), tuple(cases), text


_NUMBERS = re.compile(r"([0-9]{1,60})")


class _Weights(dict[str, tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...]]]):
    """What each letter adds to the three levels of a key in one language, found when it first occurs."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, whole: str) -> tuple[tuple[int, ...], tuple[int, ...], tuple[bool, ...]]:
        letters: list[int] = []
        accents: list[int] = []
        cases: list[bool] = []
        for letter in decomposed(whole):
            lower = letter.lower()
            rank = _rank(lower, self.language)
            if rank is not None:
                letters.append(rank)
                accents.append(0)
                cases.append(letter != lower)
                if lower == "ё" and self.language != "kk":
                    accents.append(_ACCENTS.index("\u0308") + 1)
            elif unicodedata.combining(letter):
                accents.append(_ACCENTS.find(letter) + 1 or ord(letter))
        made = self[whole] = (tuple(letters), tuple(accents), tuple(cases))
        return made


@cache
def _weights(language: str) -> _Weights:
    return _Weights(language)


_ACCENTS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307"
"""Combining marks in the order of the default collation table: acute, grave, breve …"""


_SPACE, _DIGIT, _OWN, _OTHER_LATIN, _OTHER_CYRILLIC, _OTHER_HANGUL, _REST = (n * 0x20000 for n in range(1, 8))


def _rank(letter: str, language: str) -> int | None:
    if letter.isspace() or letter in "-–—":
        return _SPACE
    if letter.isdigit():
        return _DIGIT + (int(letter) if letter.isdecimal() else 10)
    if letter in _LATIN_RANKS:
        return (_OWN if likely(language)[0] == "Latn" else _OTHER_LATIN) + _LATIN_RANKS[letter]
    if letter in _CYRILLIC_ELSEWHERE:
        own = _OWN if likely(language)[0] == "Cyrl" else _OTHER_CYRILLIC
        # Outside Kazakh ё sorts with е, and differs from it only where all else is alike.
        known = "е" if letter == "ё" and language != "kk" else letter
        return own + _CYRILLIC_ELSEWHERE[known]
    if "\uac00" <= letter <= "\ud7a3":
        # Precomposed Hangul is encoded in dictionary order.
        return (_OWN if likely(language)[0] == "Kore" else _OTHER_HANGUL) + ord(letter) - 0xAC00
    if letter.isalpha():
        return _REST + min(ord(letter), 0x1FFFF)
    return None


def initial(text: str, language: str) -> str:
    """The letter under which a title stands in an alphabetical list; ``#`` for anything else.

    Hangul stands under the first consonant of its syllable (가 under ㄱ).
    """
    for letter in decomposed(text):
        lower = letter.lower()
        if lower in _LATIN_RANKS or lower in _CYRILLIC_ELSEWHERE:
            return "Е" if lower == "ё" and language != "kk" else letter.upper()
        if "\uac00" <= letter <= "\ud7a3":
            return _CONSONANTS[(ord(letter) - 0xAC00) // 588]
        if letter.isalnum():
            return "#"
    return "#"


_CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""First consonants of Hangul syllables; the doubled stand with the plain, as in dictionaries' tabs."""
