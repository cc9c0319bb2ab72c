"""Letters that are not what they seem: those that nobody sees, those of another alphabet, and heaps of marks.

What is invisible follows ``Default_Ignorable_Code_Point`` and the non-characters of Unicode
(https://www.unicode.org/reports/tr44/, 5.1 and https://www.unicode.org/faq/private_use.html), what looks like a
letter of another alphabet its table of confusables (https://www.unicode.org/reports/tr39/).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

MARKS = 6
"""Combining marks on one letter: pointed Hebrew with its accents has four, Tibetan five."""

_JOINED = (
    "\u0600-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\u1b00-\u1bff\ua840-\uabff"
)
"""Letters of scripts in which a joiner or a non-joiner changes how its neighbours are written: Arabic, those of India, Mongolian …"""

_PICTURES = "\u00a9\u00ae\u203c-\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f"
_IDEOGRAPHS = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SEVERAL = f"{_IDEOGRAPHS}\u1000-\u109f\u2200-\u2aff\ua840-\ua87f"
"""Letters and signs of which a selector chooses one of several forms."""

_NON_CHARACTERS = "\ufdd0-\ufdef" + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))

_HIDDEN = re.compile(
    # Controls, separators of lines, private use: no reader has a glyph for them, and the generator marks open places with some.
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\U000f0000-\U0010ffff"
    # Never seen, or seen as a space: soft hyphen, fillers of Hangul, inherent vowels of Khmer, blank of Braille.
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"
    # Zero width, and what turns the direction of a line.
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    # Marks of annotations and notations, and the sign that stands for a letter lost in a conversion.
    "\ufff0-\ufffd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    # Tags and what is kept for their like; and the non-characters.
    f"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff{_NON_CHARACTERS}]"
    # Joiners where nothing is joined, selectors where nothing is selected.
    f"|(?<![{_JOINED}])\u200c|\u200c(?![{_JOINED}])"
    f"|(?<![{_JOINED}{_PICTURES}])\u200d|(?<=[{_JOINED}])\u200d(?![{_JOINED}])|(?<=[{_PICTURES}])\u200d(?![{_PICTURES}])"
    f"|(?<![{_SEVERAL}])[\ufe00-\ufe0d]|(?<![{_PICTURES}#*0-9])[\ufe0e\ufe0f]|(?<=[#*0-9])(?:\ufe0e|\ufe0f(?!\u20e3))"
    f"|(?<![\u1820-\u18aa])[\u180b-\u180f]|(?<![{_IDEOGRAPHS}])[\U000e0100-\U000e01ef]"
)

_PERHAPS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U00013430-\U0001efff\U0001fffe-\U0010ffff]"
)
"""Every letter that ``_HIDDEN`` may find, whatever stands beside it: looked for in a thirtieth of the time."""


def hidden(text: str) -> re.Match[str] | None:
    """The first letter that nobody sees, or that changes what is seen. Joiners between letters that need them and in emoji are none."""
    return _HIDDEN.search(text) if _PERHAPS.search(text) else None


_NAMES = {0x0A: "line feed", 0x0D: "carriage return", 0x1B: "escape", 0xFEFF: "byte order mark"}

_UNPRINTED = re.compile(f"[\\x00-\\x1f]|{_HIDDEN.pattern}|[\ud800-\udfff]")


def code_of(letter: str) -> str:
    """``U+200B``."""
    return f"U+{ord(letter):04X}"


def name_of(letter: str) -> str:
    """What Unicode calls a letter, in small letters: ``zero width space``; where it has no name, of what kind it is."""
    number = ord(letter)
    if number in _NAMES:
        return _NAMES[number]
    if name := unicodedata.name(letter, ""):
        return name.lower()
    kind = unicodedata.category(letter)
    return {"Cc": "a control character", "Co": "private use", "Cs": "half of a letter"}.get(kind, "no character")


def shown(text: str) -> str:
    """A text of one line in which everything can be seen: ``a\\u200bb`` gives ``aU+200Bb``.

    Whatever prints it can trust that no line begins in it and no terminal obeys it.
    """
    return _UNPRINTED.sub(lambda found: f"[{code_of(found[0])}]", text)


@dataclass(frozen=True)
class Odd:
    """A letter that must not stand at ``at`` (counted from 0): the ``code`` of the problem, and what to say and to do."""

    at: int
    code: str
    message: str
    hint: str


def odd_letters(text: str) -> Iterator[Odd]:
    """Words that mix alphabets, and letters under heaps of marks."""
    if text.isascii():
        return
    yield from _mixed(text)
    yield from _heaps(text)


# -- alphabets ---------------------------------------------------------------------------------------

_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0250-\u02af\u1e00-\u1eff"
_CYRILLIC = "\u0400-\u0481\u048a-\u052f\u1c80-\u1c88"
_GREEK = "\u0370-\u0373\u0376\u0377\u037b-\u037d\u0386\u0388-\u03ff\u1f00-\u1fff"
_ALPHABETS = {"Latin": _LATIN, "Cyrillic": _CYRILLIC, "Greek": _GREEK}
_OF = {name: re.compile(f"[{letters}]") for name, letters in _ALPHABETS.items()}
_WORD = re.compile(f"[{_LATIN}{_CYRILLIC}{_GREEK}\u0300-\u036f]+")
_SEAM = re.compile(f"[{_LATIN}][\u0300-\u036f]*[{_CYRILLIC}{_GREEK}]|[{_CYRILLIC}{_GREEK}][\u0300-\u036f]*[{_LATIN}]|"
                   f"[{_CYRILLIC}][\u0300-\u036f]*[{_GREEK}]|[{_GREEK}][\u0300-\u036f]*[{_CYRILLIC}]")  # fmt: skip

_ALIKE = {
    "Latin": frozenset("aceghijopsuvwxyABCEHIJKMNOPSTXYZ\u0259\u018f\u0275\u019f"),
    "Cyrillic": frozenset("асеіјорѕхуһԁԛԝүәөАВСЕНІЈКМОРЅТХУҮԌԚԜӘӨҺ"),
    "Greek": frozenset("ονυικρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"),
}
"""Letters that look like one of another alphabet."""


def mixed_alphabets(word: str) -> str:
    """The first letter of a word that looks like one of the alphabet of the others; empty where there is none.

    A word may be put together of two alphabets, as ``eGovтың`` is; it is a slip only where all letters of one
    of them could be taken for letters of the other. Greek signs stand beside Latin letters in formulas: there
    only the fewer are looked at.
    """
    found = {name: [letter for letter in word if pattern.match(letter)] for name, pattern in _OF.items()}
    present = sorted((name for name in found if found[name]), key=lambda name: len(found[name]))
    if len(present) < 2:
        return ""
    even = len(found[present[0]]) == len(found[present[-1]])
    for name in present if "Greek" not in present else present[:1] if not even else ():
        if all(letter in _ALIKE[name] for letter in found[name]):
            return found[name][0]
    return ""


def alphabet_of(letter: str) -> str:
    """``Latin``, ``Cyrillic`` or ``Greek``; empty for a letter of another one."""
    return next((name for name in _ALPHABETS if _OF[name].match(letter)), "")


def looks_foreign(word: str) -> bool:
    """Whether a word of Cyrillic or Greek letters could be read as Latin ones, letter by letter."""
    letters = [letter for letter in word if alphabet_of(letter) in ("Cyrillic", "Greek")]
    return bool(letters) and all(letter in _ALIKE[alphabet_of(letter)] for letter in letters)


def foreign(text: str) -> str:
    """The first letter that is not in ASCII, as a message names it; empty where there is none."""
    return next((told(letter) for letter in text if not letter.isascii()), "")


def told(letter: str) -> str:
    """A letter as a message names it: ``"с" (U+0441, Cyrillic)``."""
    return f'"{letter}" ({code_of(letter)}, {alphabet_of(letter) or name_of(letter)})'


def _mixed(text: str) -> Iterator[Odd]:
    if sum(pattern.search(text) is not None for pattern in _OF.values()) < 2:
        return
    seen = -1
    for seam in _SEAM.finditer(text):
        if seam.start() < seen:
            continue
        start = seam.start()
        while start and _WORD.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        assert word
        seen = word.end()
        if letter := mixed_alphabets(word[0]):
            yield Odd(
                start + word[0].index(letter),
                "mixed-alphabets",
                f'the word "{word[0][:60]}" mixes alphabets: {told(letter)} looks like one of the others',
                "type the word anew in one alphabet; if two are meant, put a hyphen between them",
            )


# -- marks -------------------------------------------------------------------------------------------

_NO_LETTERS = re.compile(rf"[^\x00-\u02ff\w]{{{MARKS + 1},}}")


def _heaps(text: str) -> Iterator[Odd]:
    for run in _NO_LETTERS.finditer(text):
        count = 0
        for at, sign in enumerate(run[0], run.start()):
            count = count + 1 if unicodedata.category(sign) in ("Mn", "Me") else 0
            if count == MARKS + 1:
                yield Odd(
                    at,
                    "too-many-marks",
                    f"more than {MARKS} combining marks stand on one letter, the last {code_of(sign)} ({name_of(sign)})",
                    "take the marks away that no reader could tell apart",
                )
