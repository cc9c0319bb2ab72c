"""Names as references show them: of persons by parts and by script, of bodies whole and at their time."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from library.catalogue.authorities import BodyName, Party, PersonName, identifiers
from library.catalogue.dates import Issued
from library.catalogue.languages import INTERNATIONAL, text_in
from library.catalogue.letters import decomposed


@dataclass(frozen=True)
class Name:
    """A person by parts, or a body by its whole name (``literal``), which is never split.

    ``party`` is its id in the authority file, ``identifiers`` pairs of scheme and identifier.
    ``latin`` is the party's own spelling in Latin letters where the authority file has one
    and this name is in other letters; for a body, its English name. ``family_first``: it is
    written so, without a comma.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    party: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    latin: Name | None = None
    family_first: bool = False

    @property
    def inverted(self) -> str:
        """``Facer, Rex L, II`` for a person, the whole name for a body."""
        return self.literal or ", ".join(part for part in (self.family, self.given, self.suffix) if part)


def body_name(party: Party, when: Issued | None) -> BodyName:
    """The name a body had at a date; the present one where the date is not known.

    The latest name already in use in that year counts: a body renamed during a year is
    cited by its new name from that year on.
    """
    names = [name for name in party.names if isinstance(name, BodyName)]
    if when is None:
        return names[0]
    for name, former in zip(names, [*names[1:], None], strict=True):
        if name.since is not None:
            if name.since.year <= when.year:
                return name
        elif not (former and former.until and when.year <= former.until.year):
            return name
    return names[-1]


def cited_name(party: Party, language: str, when: Issued | None, printed: str | None = None) -> Name:
    """A party's name as references to a document in a language show it: a person's by parts, a body's whole.

    A person has the spelling that documents in that language print, where the authority file
    has one, and the preferred spelling otherwise. ``printed`` is the name as the document prints it: it
    counts where it is in the letters of that language, since a record has one for all editions.
    """
    known = tuple(identifiers(party).items())
    if isinstance(party.names[0], PersonName):
        spelt = next((name for name in party.names[1:] if language in name.languages), party.names[0])
        latin = None
        if not _in_latin(spelt):
            latin = next((_person(party, name, known, None) for name in party.names if _in_latin(name)), None)
        if printed and in_latin(printed) == _in_latin(spelt):
            spelt = printed_name(spelt, printed)
        made = _person(party, spelt, known, latin)
        return replace(made, family_first=True) if party.names[0].family_first and not made.literal else made
    name = body_name(party, when)
    label = name.label
    # A name that the library translated is printed on no document: a reference has the English one.
    international = text_in(label, INTERNATIONAL)
    supplied = language in name.supplied and INTERNATIONAL not in name.supplied
    text = text_in(label, INTERNATIONAL) if supplied else text_in(label, language, INTERNATIONAL)
    english = None if text == international else Name(literal=international, party=party.id, identifiers=known)
    if printed and in_latin(printed) == in_latin(text):
        text = printed
    return Name(literal=text, party=party.id, identifiers=known, latin=english)


def _person(party: Party, name: PersonName, known: tuple[tuple[str, str], ...], latin: Name | None) -> Name:
    if name.given is None and " " in name.family:
        return Name(literal=name.family, party=party.id, identifiers=known, latin=latin)
    return Name(name.family, name.given or "", name.suffix or "", "", party.id, known, latin)


def printed_name(known: PersonName, printed: str) -> PersonName:
    """The parts of a name as a document prints it, told apart by what is known of the person.

    ``Bekpenov A.T.``, ``A.T. Bekpenov`` and ``Bekpenov, A.T.`` give the same; the family name is the one that is known,
    or what is no initial, or what is not the known given name, or else the last word (the first where families come first).
    """
    family, comma, given = printed.partition(",")
    words = printed.split()
    suffix = known.suffix if known.suffix and words[-1] == known.suffix else None
    if comma:
        parts = family.split(), given.split()
    else:
        parts = _parted(known, words[:-1] if suffix else words)
    family, given = " ".join(parts[0]), _STOP.sub(". ", " ".join(parts[1]))
    if _letters(given) == _letters(known.given or ""):
        given = known.given or ""  # stops and blanks make no other name
    return known.model_copy(update={"family": family, "given": given or None, "suffix": suffix, "languages": ()})


def _parted(known: PersonName, words: list[str]) -> tuple[list[str], list[str]]:
    """Words of the family name, and the others."""
    count = len(words)
    wanted = _letters(known.family)
    for start in range(count):
        for end in range(start + 1, count + 1):
            if _letters("".join(words[start:end])) == wanted:
                return words[start:end], words[:start] + words[end:]
    initials = [word for word in words if _INITIALS.fullmatch(word)]
    names = [word for word in words if word not in initials]
    if not names or (not initials and count == 1):
        return words, []
    if initials:
        return names[-1:] if words[-1] not in initials else names[:1], [
            word for word in words if word != (names[-1] if words[-1] not in initials else names[0])
        ]
    if known.given and _letters(words[0]) == _letters(known.given.split()[0]):
        return words[1:], words[:1]
    return (words[:1], words[1:]) if known.family_first else (words[-1:], words[:-1])


_STOP = re.compile(r"\.(?=\w)")
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]?|[^\W\d_]")


def _letters(name: str) -> str:
    """Letters alone, without case, accents, hyphens and stops."""
    return "".join(letter for letter in decomposed(name.casefold()) if letter.isalpha())


def in_latin(text: str) -> bool:
    return not re.search(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]", text)


def _in_latin(name: PersonName) -> bool:
    return in_latin(name.family)
