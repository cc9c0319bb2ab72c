"""A sentence with holes: as parts, as the message that translators see, and as what tells it from others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from library.words.problems import HOLE


@dataclass(frozen=True)
class Hole:
    """A place in a sentence. What stands in one that is named in capitals is words of ours, with an entry of their own."""

    name: str

    @property
    def words(self) -> bool:
        return self.name.isupper()


Parts = tuple["str | Hole", ...]


def key(parts: Iterable[str | Hole]) -> str:
    """A sentence without the names of its holes: what is compared."""
    return "".join(part if isinstance(part, str) else "\0" for part in parts)


def read(message: str) -> Parts:
    """The parts of ``there is no field "%(name)s" here``."""
    found = HOLE.split(message)
    return tuple(Hole(part) if number % 2 else part for number, part in enumerate(found) if part)


def written(parts: Parts) -> str:
    """The parts as one message; holes of the same name are numbered."""
    seen: dict[str, int] = {}
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
            continue
        seen[part.name] = number = seen.get(part.name, 0) + 1
        text += f"%({part.name}{number if number > 1 else ''})s"
    return text
