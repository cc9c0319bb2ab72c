"""Personal names as descriptions by GOST write them: the family name whole, given names as initials.

GOST R 7.0.100-2018 and 7.0.80-2023. No-break spaces hold initials together and with the
family name.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from library.catalogue.names import Name
from library.citations.references.gost_terms import NBSP

_EAST_ASIAN = re.compile("[\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7ff\uf900-\ufaff]+")
_AFTER_A_STOP = re.compile(r"(?<=\.)(?=[^\W\d_])")
_ABBREVIATED = re.compile(r"[^\W\d_]\w{0,2}\.")
_HYPHENS = re.compile("[-\u2010\u2011]")


def direct(name: Name) -> str:
    """``А. С. Нурмагамбетов``, ``R. L. Facer II``, ``김민준``; a body's name as it is.

    East Asian names in their own writing stand in their own order, undivided.
    """
    if name.literal or not name.given:
        return _with_suffix(name.literal or name.family, name.suffix, " ")
    if _is_east_asian(name):
        return f"{name.family}{name.given}"
    pair = (name.family, initials(name.given)) if name.family_first else (initials(name.given), name.family)
    return _with_suffix(NBSP.join(filter(None, pair)), name.suffix, NBSP)


def inverted(name: Name, comma: str = "") -> str:
    """``Нурмагамбетов А. С.``, ``Facer R. L., II``, ``김민준``; ``comma`` follows the family name."""
    if name.literal or not name.given:
        return _with_suffix(name.literal or name.family, name.suffix, ", ")
    if _is_east_asian(name):
        return f"{name.family}{name.given}"
    return _with_suffix(f"{name.family}{comma}{NBSP}{initials(name.given)}".rstrip(NBSP + ","), name.suffix, ", ")


@lru_cache(maxsize=4096)
def initials(given: str) -> str:
    """``Алихан Мухамедьевич`` gives ``А. М.``, ``Жан-Поль`` ``Ж.-П.``, ``Rex L`` ``R. L.``.

    What is abbreviated already (``Kh.``, ``Md.``) and particles in small letters (``оглы``,
    ``van``) stay. Given names in writing without capitals (Hangul, Arabic, …) stay whole: the
    first sign is not an initial there. A letter keeps its combining marks.
    """
    letter = _first_letter(given)
    if letter and unicodedata.category(letter) == "Lo":
        return given
    words = [word for part in given.split() for word in _AFTER_A_STOP.split(part)]
    if not all(map(_is_small, words)):
        return NBSP.join(filter(None, (word if _is_small(word) else _abbreviated(word) for word in words)))
    return NBSP.join(filter(None, map(_abbreviated, words)))


def _is_east_asian(name: Name) -> bool:
    return bool(_EAST_ASIAN.fullmatch(name.family) and _EAST_ASIAN.fullmatch(name.given))


def _with_suffix(text: str, suffix: str, between: str) -> str:
    return f"{text}{between}{suffix}" if suffix else text


def _is_small(word: str) -> bool:
    """Whether it begins with a small letter, where its writing has capitals for names."""
    letter = _first_letter(word)
    return letter.title() != letter


def _abbreviated(word: str) -> str:
    parts = (part if _ABBREVIATED.fullmatch(part) else _initial(part) for part in _HYPHENS.split(word))
    return "-".join(filter(None, parts))


def _first_letter(word: str) -> str:
    return next((sign for sign in word if unicodedata.category(sign) in ("Lu", "Lt", "Ll", "Lo")), "")


def _initial(word: str) -> str:
    """The first letter with its combining marks, as a capital, and a full stop; empty where there is no letter."""
    letter = _first_letter(word)
    if not letter:
        return ""
    start = word.index(letter) + 1
    end = start
    while end < len(word) and unicodedata.category(word[end])[0] == "M":
        end += 1
    # Not upper(): Georgian has capitals in Unicode that its writing does not use for names.
    capital = letter.title()
    return f"{capital if len(capital) == 1 else letter}{word[start:end]}."
