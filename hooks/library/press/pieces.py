"""Pieces of a unit's files that take long and seldom change, kept between builds with the unit: how the text of a cover is set."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

_NOT_TRUSTED = (pickle.UnpicklingError, ValueError, TypeError, EOFError, AttributeError, ImportError, IndexError)


class Pieces:
    """The pieces of the unit that is being made: those that its last making left, and those that this one leaves."""

    def __init__(self) -> None:
        self._before: dict[str, tuple[bytes, object]] = {}
        self._now: dict[str, tuple[bytes, object]] = {}

    def begin(self, kept: bytes = b"") -> None:
        """A unit begins; ``kept`` is what ``end`` gave when it was made the last time."""
        self._before, self._now = {}, {}
        if kept:
            try:
                self._before = dict(pickle.loads(kept))
            except _NOT_TRUSTED:
                self._before = {}

    def end(self) -> bytes:
        """The pieces that the unit asked for, to be kept; empty where there were none."""
        return pickle.dumps(self._now, protocol=5) if self._now else b""

    def of(self, name: str, key: bytes, make: Callable[[], Value]) -> Value:
        """The piece of a name, made where none is kept or what it is made from, which ``key`` tells whole, is another."""
        found = self._before.get(name)
        if found is None or found[0] != key:
            found = (key, make())
        self._now[name] = found
        return found[1]  # type: ignore[return-value]  # what ``make`` of the same name and key gave
