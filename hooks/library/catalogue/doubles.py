"""Persons who stand in the authority file twice, as it seems: told as remarks with their works, never joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from library.catalogue.authorities import PersonName
from library.catalogue.catalogue import Catalogue
from library.catalogue.letters import decomposed
from library.catalogue.problems import Problem

_LATIN = {
    letter: sound
    for letters, sound in (
        ("аәя", "a"),
        ("б", "b"),
        ("в", "v"),
        ("гғ", "g"),
        ("д", "d"),
        ("еёэє", "e"),
        ("ж", "j"),
        ("з", "z"),
        ("иійыї", "i"),
        ("кқ", "k"),
        ("л", "l"),
        ("м", "m"),
        ("нң", "n"),
        ("оө", "o"),
        ("п", "p"),
        ("р", "r"),
        ("сшщ", "s"),
        ("т", "t"),
        ("уұүю", "u"),
        ("ф", "f"),
        ("хһ", "h"),
        ("цч", "c"),
        ("ъь", ""),
    )
    for letter in letters
}
"""One rough letter for each Cyrillic one: names are compared by it, and shown by nobody."""

_ALIKE = (
    ("shch", "s"),
    ("sh", "s"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ch", "c"),
    ("ts", "c"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
)
_VOWELS = (
    ("iu", "u"),
    ("yu", "u"),
    ("ia", "a"),
    ("ya", "a"),
    ("ie", "e"),
    ("ye", "e"),
    ("ou", "u"),
    ("ei", "e"),
    ("y", "i"),
    ("w", "v"),
    ("q", "k"),
)

_MOST = 8
"""Works named of each person in a remark."""


def likely_doubles(catalogue: Catalogue) -> Iterator[Problem]:
    """A remark for each pair of persons whose names differ in accents, case, stops, initials or script alone."""
    parties = catalogue.vocabularies["parties"]
    by_family: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    told: set[tuple[str, str]] = set()
    works = _works(catalogue)
    for party_id in parties:
        party = parties[party_id]
        for name in party.names if party.kind == "person" else ():
            family, given = _rough(name.family), tuple(filter(None, map(_rough, _givens(name))))
            for other, others in by_family.get(family, ()):
                pair = (other, party_id)
                if other != party_id and pair not in told and _may_be_one(given, others):
                    told.add(pair)
                    record, number = parties.stands[party_id]
                    yield record.problem(
                        (number, "id"),
                        "likely-double",
                        f"{_shown(catalogue, party_id, works)} may be {_shown(catalogue, other, works)}",
                        "compare their works; if they are one person, keep one entry with both spellings and name it in all records; "
                        "if they are two, nothing has to be done",
                    )
            by_family.setdefault(family, []).append((party_id, given))


def _shown(catalogue: Catalogue, party_id: str, works: dict[str, list[str]]) -> str:
    name: PersonName = catalogue.vocabularies["parties"][party_id].names[0]
    written = ", ".join(filter(None, (name.family, name.given, name.suffix)))
    held = works.get(party_id, [])
    named = ", ".join([*held[:_MOST], *(["…"] if len(held) > _MOST else [])] or ["–"])
    return f'"{party_id}" ({written}; works: {named})'


def _works(catalogue: Catalogue) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for placed in catalogue.works.values():
        for one in (*placed.work.creators, *placed.work.contributors):
            if placed.work.id not in found.setdefault(one.party, []):
                found[one.party].append(placed.work.id)
    return found


def _givens(name: PersonName) -> list[str]:
    return re.findall(r"[^\W\d_]+", name.given or "")


def _may_be_one(some: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether given names agree as far as both go, an initial with any name that begins so; one without any agrees with nobody."""
    if not some or not others:
        return False
    return all(left == right or (1 in (len(left), len(right)) and left[0] == right[0]) for left, right in zip(some, others, strict=False))


def _rough(text: str) -> str:
    """Letters by their rough sound: accents, case, hyphens and the script away, spellings of one sound alike."""
    plain = "".join(letter for letter in decomposed(text.casefold()) if letter.isalpha())
    if len(plain) == 1:
        return _LATIN.get(plain, plain)
    rough = "".join(_LATIN.get(letter, letter) for letter in plain)
    for many, one in (*_ALIKE, *_VOWELS):
        rough = rough.replace(many, one)
    return re.sub(r"(.)\1+", r"\1", rough)
