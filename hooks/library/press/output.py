"""A file of the site, before it is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OutputFile:
    """A file of the site: its path from the root of the site, and its text, or bytes where they are made already."""

    path: str
    text: str | bytes

    @property
    def data(self) -> bytes:
        """What is written: UTF-8."""
        return self.text if isinstance(self.text, bytes) else self.text.encode()


@dataclass(frozen=True)
class Note:
    """What a maker tells those that come after it: a text that is kept with the files that it made."""

    text: str
