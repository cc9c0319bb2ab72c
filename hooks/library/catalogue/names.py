"""Names as references show them: of persons by parts and by script, of bodies whole and at their time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from library.catalogue.authorities import BodyName, Party, PersonName, identifiers
from library.catalogue.dates import Issued
from library.catalogue.languages import INTERNATIONAL, text_in


@dataclass(frozen=True)
class Name:
    """A person by parts, or a body by its whole name (``literal``), which is never split.

    ``party`` is its id in the authority file, ``identifiers`` pairs of scheme and identifier.
    ``latin`` is the party's own spelling in Latin letters where the authority file has one
    and this name is in other letters; for a body, its English name.
    """

    family: str = ""
    given: str = ""
    suffix: str = ""
    literal: str = ""
    party: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    latin: Name | None = None

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


def cited_name(party: Party, language: str, when: Issued | None) -> Name:
    """A party's name as references to a document in a language show it: a person's by parts, a body's whole.

    A person has the spelling that documents in that language print, where the authority file
    has one, and the preferred spelling otherwise.
    """
    known = tuple(identifiers(party).items())
    if isinstance(party.names[0], PersonName):
        spelt = next((name for name in party.names[1:] if language in name.languages), party.names[0])
        latin = None
        if not _in_latin(spelt):
            latin = next((_person(party, name, known, None) for name in party.names if _in_latin(name)), None)
        return _person(party, spelt, known, latin)
    name = body_name(party, when)
    label = name.label
    # A name that the library translated is printed on no document: a reference has the English one.
    international = text_in(label, INTERNATIONAL)
    supplied = language in name.supplied and INTERNATIONAL not in name.supplied
    text = text_in(label, INTERNATIONAL) if supplied else text_in(label, language, INTERNATIONAL)
    english = None if text == international else Name(literal=international, party=party.id, identifiers=known)
    return Name(literal=text, party=party.id, identifiers=known, latin=english)


def _person(party: Party, name: PersonName, known: tuple[tuple[str, str], ...], latin: Name | None) -> Name:
    if name.given is None and " " in name.family:
        return Name(literal=name.family, party=party.id, identifiers=known, latin=latin)
    return Name(name.family, name.given or "", name.suffix or "", "", party.id, known, latin)


def _in_latin(name: PersonName) -> bool:
    return not re.search(r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]", name.family)
