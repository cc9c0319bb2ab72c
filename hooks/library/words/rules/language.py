"""The rules of one language, read from ``overrides/locales/<language>/rules.yml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

PARTS = {
    "interface": frozenset({"interface"}),
    "guides": frozenset({"guide"}),
    "project": frozenset({"interface", "guide"}),
    "labels": frozenset({"label", "scope", "name"}),
    "works": frozenset({"title", "summary"}),
    "summaries": frozenset({"summary"}),
    "scopes": frozenset({"scope"}),
}
"""Names in the rules for the parts that a rule holds in."""


class WrongRules(ValueError):
    """A file of rules is not as the guide tells; says which file, which rule and what is wrong."""


@dataclass(frozen=True)
class Rule:
    """Something that no text of the language holds.

    ``find`` is the pattern, ``unless`` one for what is right although it is found (it is blanked
    out first), ``say`` what to write instead. ``parts`` is empty for all texts;
    ``remark`` is true of a matter of taste.
    """

    id: str
    find: re.Pattern[str]
    say: str
    why: str = ""
    unless: re.Pattern[str] | None = None
    parts: frozenset[str] = frozenset()
    remark: bool = False
    but_in: Mapping[str, str] = field(default_factory=dict)
    """Texts in which it is right, with the reason."""


@dataclass(frozen=True)
class Ends:
    """How the sentences of some parts end: each must match ``must`` and none ``not``."""

    parts: frozenset[str]
    must: re.Pattern[str]
    say: str
    but_in: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Language:
    """All rules of a language, and what the search for agreed words needs to know of it."""

    name: str
    rules: tuple[Rule, ...] = ()
    ends: tuple[Ends, ...] = ()
    left_out_of_names: tuple[re.Pattern[str], ...] = ()
    short_names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    everyday: frozenset[str] = frozenset()
    small_language_names: bool = False

    def core(self, name: str) -> str:
        """A body's name without what is left out in running text: its country, its superior, its abbreviation."""
        for left_out in self.left_out_of_names:
            name = left_out.sub("", name)
        return name.strip()


_KNOWN = {"rules", "sentences", "left_out_of_names", "short_names", "everyday", "small_language_names"}


def load_language(name: str, folder: Path) -> Language:
    """The rules of a language; none where it has no file. Raises WrongRules."""
    path = folder / name / "rules.yml"
    if not path.is_file():
        return Language(name)
    shown = f"overrides/locales/{name}/rules.yml"
    try:
        data = yaml.load(path.read_text("utf-8"), _Loader) or {}
    except yaml.YAMLError as error:
        raise WrongRules(f"{shown}: {error}") from error
    if unknown := set(data) - _KNOWN:
        raise WrongRules(f"{shown}: there is no field {min(unknown)!r}; fields are {', '.join(sorted(_KNOWN))}")
    return Language(
        name,
        tuple(_rule(shown, number, entry) for number, entry in enumerate(data.get("rules", ()))),
        tuple(
            Ends(_parts(shown, entry), _pattern(shown, entry, "must"), entry["say"], entry.get("but_in", {}))
            for entry in data.get("sentences", ())
        ),
        tuple(re.compile(entry) for entry in data.get("left_out_of_names", ())),
        {word: tuple(ways) for word, ways in data.get("short_names", {}).items()},
        frozenset(data.get("everyday", ())),
        data.get("small_language_names", False),
    )


def _rule(shown: str, number: int, entry: dict[str, Any]) -> Rule:
    for needed in ("id", "find", "say"):
        if needed not in entry:
            raise WrongRules(f"{shown}: rule {number + 1} has no {needed!r}")
    return Rule(
        entry["id"],
        _pattern(shown, entry, "find"),
        entry["say"],
        entry.get("why", ""),
        _pattern(shown, entry, "unless") if "unless" in entry else None,
        _parts(shown, entry),
        entry.get("remark", False),
        entry.get("but_in", {}),
    )


def _parts(shown: str, entry: dict[str, Any]) -> frozenset[str]:
    named = entry.get("in", [])
    for part in named:
        if part not in PARTS:
            raise WrongRules(f"{shown}: {part!r} is no part; parts are {', '.join(PARTS)}")
    return frozenset().union(*(PARTS[part] for part in named))


def _pattern(shown: str, entry: dict[str, Any], name: str) -> re.Pattern[str]:
    try:
        return re.compile(entry[name])
    except re.error as error:
        raise WrongRules(f"{shown}: {name} of {entry.get('id', 'a rule')!r} is no regular expression: {error}") from error
