"""Persons and bodies of entries: those of the authority file are recognised, others proposed as new entries of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from library.catalogue.authorities import PARTIES, BodyName, Party, PersonName, identifiers
from library.catalogue.checks.repeated import normalised
from library.catalogue.problems import part
from library.catalogue.values import Isni, Orcid, Ror, Viaf
from library.citations.references.romanisation import is_cyrillic, romanise
from library.importing.entries import Named
from library.importing.texts import language_by_letters
from library.keeping.naming import free, slug, taken_ids

_IDENTIFIERS = {"orcid": TypeAdapter(Orcid), "ror": TypeAdapter(Ror), "isni": TypeAdapter(Isni), "viaf": TypeAdapter(Viaf)}


def latin(text: str) -> str:
    """A text in Latin letters, for ids: by the table of its language, guessed by its letters."""
    return romanise(text, language_by_letters(text))


_ALIKE = (
    (r"shch|sch|sh|ş", "s"),
    (r"tch|ch|tş", "c"),
    (r"zh|dj|dzh|ž", "j"),
    (r"kh|gh|q|k|x(?!$)|h", "k"),
    (r"ts|tz|cz|c", "c"),
    (r"ph", "f"),
    (r"w", "v"),
    (r"ff$|ff", "f"),
    (r"(?:ij|iy|yi|ii|yy|ey|ei|ai|ay|y|j(?=[aeou]))", "i"),
    (r"(?:iu|ju|yu|u)", "u"),
    (r"(?:ia|ja|ya)", "a"),
    (r"(?:ie|je|ye|io|e)", "e"),
    (r"oe|o", "o"),
)
_ALIKES = tuple((re.compile(pattern), letter) for pattern, letter in _ALIKE)


@lru_cache(maxsize=65_536)
def skeleton(text: str) -> str:
    """What is left of a name when the ways of writing its sounds in Latin letters are one: Баймėнов, Baimenov, Baymenov."""
    plain = normalised(latin(text)).replace("'", "")
    for pattern, letter in _ALIKES:
        plain = pattern.sub(letter, plain)
    return re.sub(r"([^\W\d])\1+", r"\1", plain)


@dataclass
class Recognised:
    """A party that a name stands for; no id where it can be nobody's name, and ``remark`` says why."""

    id: str
    spelt_otherwise: bool = False
    remark: str = ""


@dataclass
class Parties:
    """The authority file as names are looked up in it, and what is proposed for it. ``source`` is where new names were read."""

    known: Mapping[str, Party]
    languages: tuple[str, ...]
    source: str
    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    _exact: dict[str, str] = field(default_factory=dict)
    _sounds: dict[str, set[str]] = field(default_factory=dict)
    _initials: dict[str, set[str]] = field(default_factory=dict)
    _identified: dict[tuple[str, str], str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._taken = taken_ids([*self.known, *(former for party in self.known.values() for former in party.former_ids)])
        for party in self.known.values():
            for scheme, value in identifiers(party).items():
                self._identified[scheme, value] = party.id
            for spelling in _spellings(party):
                self._remember(spelling, party.id)

    def _remember(self, name: Named, party_id: str) -> None:
        self._exact.setdefault(_exactly(name), party_id)
        if sounds := _sounding(name):
            self._sounds.setdefault(sounds, set()).add(party_id)
        if initials := _initialled(name):
            self._initials.setdefault(initials, set()).add(party_id)

    def printed(self, text: str, party_id: str) -> None:
        """Another form of a name, which a document of the library prints."""
        if party_id in self.known and self.known[party_id].kind == "person":
            self._exact.setdefault(_exactly(_divided(text)), party_id)

    def of(self, name: Named) -> Recognised:
        """The party of a name: a known one, or a new one that is proposed."""
        sound = self._identifiers(name)
        for scheme, value in sound.items():
            if found := self._identified.get((scheme, value)):
                return self._told(found, name, f"by {scheme.upper()} {value}")
        if found := self._exact.get(_exactly(name)):
            other = self._contradicts(found, sound)
            if not other:
                self._identify(found, sound)
                return Recognised(found, self._spelt_otherwise(found, name))
        elif not name.is_body and (found := self._exact.get(f"body {normalised(name.printed or name.text)}")):
            return Recognised(found)  # a body with a comma in its name, which was taken for a person's
        elif len(same := self._sounds.get(_sounding(name), set())) == 1:
            [found] = same
            if _scripts(name) != _scripts_of(self._names(found)) and not self._contradicts(found, sound):
                return self._told(found, name, "by its sounds")
        return self._propose(name, sound)

    def _told(self, party_id: str, name: Named, how: str) -> Recognised:
        otherwise = self._spelt_otherwise(party_id, name)
        said = f'"{name.text}" is taken for {party_id}, {how}' if otherwise else ""
        return Recognised(party_id, otherwise, said)

    def _names(self, party_id: str) -> list[Named]:
        if party_id in self.known:
            return list(_spellings(self.known[party_id]))
        return list(_spellings_of(self.new[party_id]))

    def _spelt_otherwise(self, party_id: str, name: Named) -> bool:
        return name.text not in {known.text for known in self._names(party_id)}

    def _identifiers(self, name: Named) -> dict[str, str]:
        """The identifiers that are right, in their one form."""
        sound = {}
        for scheme, value in name.identifiers:
            if scheme in _IDENTIFIERS:
                try:
                    sound[scheme] = _IDENTIFIERS[scheme].validate_python(value)
                except ValidationError:
                    continue
        return sound

    def _contradicts(self, party_id: str, sound: Mapping[str, str]) -> bool:
        """Whether the party is known to have another identifier of a scheme: then it is somebody else of that name."""
        theirs = identifiers(self.known[party_id]) if party_id in self.known else self.new[party_id]
        return any(theirs.get(scheme, value) != value for scheme, value in sound.items())

    def _identify(self, party_id: str, sound: Mapping[str, str]) -> None:
        """Gives a party that is only proposed an identifier that another entry has for it."""
        if party_id in self.new:
            for scheme, value in sound.items():
                self.new[party_id][scheme] = value
                self._identified[scheme, value] = party_id

    # -- proposing ---------------------------------------------------------------------------------

    def _propose(self, name: Named, sound: Mapping[str, str]) -> Recognised:
        party_id = free(slug(name.text, latin, "name", every=not name.is_body), self._taken)
        party: dict[str, Any] = {"id": party_id, "kind": "body" if name.is_body else "person"}
        party["names"] = [self._body(name) if name.is_body else _person(name)]
        foreign = "orcid" if name.is_body else "ror"
        party |= {scheme: value for scheme, value in sound.items() if scheme != foreign}
        party["source"] = self.source
        if said := _fault(party):
            return Recognised("", remark=said)
        self._taken.add(party_id)
        near = [other for other in sorted(self._initials.get(_initialled(name), ())) if self._may_be(other, name)]
        remark = ""
        if near:
            remark = part(f"{party_id} is proposed, and may be {' or '.join(near[:3])}")
            party["note"] = " ".join([party.get("note", ""), f"May be the same as {', '.join(near[:3])}."]).strip()
        self.new[party_id] = party
        for scheme, value in sound.items():
            self._identified.setdefault((scheme, value), party_id)
        self._remember(name, party_id)
        return Recognised(party_id, False, remark)

    def _may_be(self, party_id: str, name: Named) -> bool:
        """Whether a given name of the party and this one agree as far as one of them is only initials."""
        return any(_agree(name.given, known.given) for known in self._names(party_id) if not known.is_body)

    def _body(self, name: Named) -> dict[str, Any]:
        """A body's name in the languages in which the source gives it; of a name alone by its letters."""
        own = language_by_letters(name.whole)
        given = dict(name.other_names)
        given.setdefault(own if own in self.languages else self.languages[0], name.whole)
        return {"label": given}


def _fault(party: dict[str, Any]) -> str:
    """Why the check would refuse a new party; empty where it would not."""
    try:
        PARTIES[party["kind"]].model_validate(party)
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        return str(detail.get("ctx", {}).get("said") or detail["msg"])
    return ""


def _person(name: Named) -> dict[str, str]:
    parts = {"family": name.family or name.whole, "given": name.given, "suffix": name.suffix}
    return {part: value for part, value in parts.items() if value}


def _spellings(party: Party) -> Iterable[Named]:
    for name in party.names:
        if isinstance(name, PersonName):
            yield Named(name.family, name.given or "", name.suffix or "")
        elif isinstance(name, BodyName):
            for text in name.label.values():
                yield Named(whole=text, is_body=True)
    for variant in party.variants:
        yield _divided(variant) if party.kind == "person" else Named(whole=variant, is_body=True)
    if party.abbreviation:
        yield Named(whole=party.abbreviation, is_body=True)


def _spellings_of(party: Mapping[str, Any]) -> Iterable[Named]:
    for name in party["names"]:
        if party["kind"] == "person":
            yield Named(name["family"], name.get("given", ""), name.get("suffix", ""))
        else:
            for text in name["label"].values():
                yield Named(whole=text, is_body=True)


def _divided(variant: str) -> Named:
    """A further form of a person's name, as printed: ``Chet Newland`` or ``Newland, Chet``."""
    if "," in variant:
        family, _, given = variant.partition(",")
        return Named(family.strip(), given.strip())
    given, _, family = variant.rpartition(" ")
    return Named(family, given)


def _exactly(name: Named) -> str:
    if name.is_body:
        return f"body {normalised(name.whole)}"
    return f"{normalised(name.family or name.whole)}, {normalised(name.given)}, {normalised(name.suffix)}"


def _sounding(name: Named) -> str:
    """Of a name with a whole given name alone: initials are those of many."""
    if name.is_body or not name.given or not any(len(part) > 1 for part in re.split(r"[\s.-]+", name.given)):
        return ""
    first = re.split(r"[\s.]+", name.given.strip())[0]
    return f"{skeleton(name.family)}, {skeleton(first)}" if len(first) > 1 else ""


def _initialled(name: Named) -> str:
    if name.is_body or not name.given or not name.family:
        return ""
    return f"{skeleton(name.family)}, {normalised(latin(name.given))[:1]}"


def _agree(one: str, other: str) -> bool:
    pairs = list(zip(_parts(one), _parts(other), strict=False))
    return bool(pairs) and all(left == right or (left[0] == right[0] and 1 in (len(left), len(right))) for left, right in pairs)


def _parts(given: str) -> list[str]:
    return re.findall("[a-z]+", normalised(latin(given)))


def _scripts(name: Named) -> bool:
    return is_cyrillic(name.text)


def _scripts_of(names: Iterable[Named]) -> bool:
    """Whether all of the spellings are in Cyrillic letters."""
    return all(map(_scripts, names))
