"""Ids and citation keys of new records, as the guide asks for them: telling words in Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable, Iterator

from library.catalogue.letters import decomposed

ID_LENGTH, KEY_LENGTH = 60, 40
"""Letters that a new id or key has at most; what tells it from another comes behind."""

_LITTLE_TOLD = (
    "a an and the of in on for to at by from with as or its is are into towards und der die das des et la le les de du "
    "i v vo na o ob po dlya iz k s so u ot do za pri kak men zhane jane"
)
_LITTLE = frozenset(_LITTLE_TOLD.split())
"""Words that tell nothing, in the languages of titles."""

Romanise = Callable[[str], str]


def words(text: str, romanise: Romanise) -> list[str]:
    """The words of a text in small Latin letters and digits. Syllables of Hangul go by their names in Unicode."""
    latin = "".join(_latin(letter) for letter in romanise(text))
    plain = "".join(letter for letter in decomposed(latin) if not unicodedata.combining(letter))
    return re.findall("[a-z0-9]+", re.sub("['’ʼ`\"]", "", plain.lower()))


def _latin(letter: str) -> str:
    if "\uac00" <= letter <= "\ud7a3":
        return unicodedata.name(letter).removeprefix("HANGUL SYLLABLE ").lower()
    return {"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "þ": "th", "ð": "d"}.get(letter, letter)


def slug(text: str, romanise: Romanise, fallback: str, length: int = ID_LENGTH, every: bool = False) -> str:
    """An id of the telling words of a text, or of ``every`` word as in a name, at most so long.

    ``fallback`` where it has no letter that can be given so.
    """
    found = words(text, romanise)
    telling = [word for word in found if every or word not in _LITTLE] or found
    made = ""
    for word in telling:
        longer = f"{made}-{word}" if made else word[:length]
        if len(longer) > length:
            break
        made = longer
    return made or fallback


def free(wanted: str, taken: Container[str], between: str = "-") -> str:
    """The id, or the id with the first number that makes it another."""
    return next(candidate for candidate in _numbered(wanted, between) if candidate.lower() not in taken)


def _numbered(wanted: str, between: str) -> Iterator[str]:
    yield wanted
    number = 2
    while True:
        yield f"{wanted}{between}{number}"
        number += 1


def citation_key(maker: str, year: str, title: str, romanise: Romanise, language: str = "") -> str:
    """``knox2017quality``: the maker's name, the year (``nd`` where it is not known) and a telling word of the title.

    Without a maker it begins with a word of the title. ``language`` is added where a work has several editions.
    """
    telling = [word for word in words(title, romanise) if word not in _LITTLE and len(word) > 2 and not word.isdigit()]
    name = "".join(words(maker, romanise)) or (telling[0] if telling else "")
    word = next((word for word in telling if word != name), "")
    key = f"{name}{year or 'nd'}{word}"[:KEY_LENGTH]
    if not key[:1].isalpha():
        key = f"work{key}"[:KEY_LENGTH]
    return f"{key}-{language.lower()}" if language else key


def taken_ids(ids: Iterable[str]) -> set[str]:
    """Ids in small letters, as addresses compare them."""
    return {each.lower() for each in ids}
