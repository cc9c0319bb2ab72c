"""The numbers by which the index names works."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from library.catalogue.catalogue import Placed
from library.catalogue.indexes import Indexes


@dataclass(frozen=True)
class Numbering:
    """Works in the order of publication, the oldest first, those without a date before them.

    So the newest come by counting down, without a list of the order; and a new publication
    gets the next number, while all others keep theirs and their files.
    """

    works: tuple[Placed, ...]

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Numbers by the work's id, from 0."""
        return {placed.work.id: number for number, placed in enumerate(self.works)}

    @cached_property
    def stamp(self) -> str:
        """Tells whether two files of the index count the same works in the same order."""
        return blake2b("\n".join(self.numbers).encode(), digest_size=4).hexdigest()


def numbering(indexes: Indexes) -> Numbering:
    return Numbering(tuple(reversed(indexes.newest)))
