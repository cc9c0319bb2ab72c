"""What a site's folder holds and from what it was made, kept between builds in one SQLite file.

A unit is what one maker makes of one subject: some files of the site. Its key says what it
was made from. The file belongs to one folder; where it is missing, damaged or of another
release of the library, everything is made anew.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

SCHEMA = "2"
"""Changes with what the file holds."""


class Held(NamedTuple):
    """A file of the site: its path from the root, its size in bytes, the SHA-256 of its content, and its time in nanoseconds once it lies there."""

    path: str
    size: int
    sha256: bytes
    modified: int = 0


@dataclass(frozen=True)
class Made:
    """What a unit's maker made: the files, and where its pages lead (``targets``), with one page each that leads there.

    ``anchors`` are the links to places on the same page that are not there, ``notes`` what
    later makers are told.
    """

    key: bytes
    files: tuple[Held, ...]
    targets: tuple[tuple[str, str], ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


class Store:
    """The units of one site's folder."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a ``path`` the units are remembered as long as the process lasts."""
        self.path = path
        self.units: dict[str, Made] = {}

    def read(self) -> None:
        """Fills ``units``, which stay empty where the file cannot be trusted."""
        if self.path is None or not self.path.is_file():
            return
        try:
            with closing(sqlite3.connect(self.path)) as base:
                if base.execute("SELECT value FROM facts WHERE name = 'schema'").fetchone() != (SCHEMA.encode(),):
                    return
                self.units = {
                    name: Made(key, tuple(Held(*file) for file in files), *rest)
                    for name, key, (files, *rest) in (
                        (name, key, pickle.loads(value)) for name, key, value in base.execute("SELECT name, key, made FROM units")
                    )
                }
        except (sqlite3.Error, pickle.UnpicklingError, ValueError, TypeError, EOFError, AttributeError, ImportError, IndexError):
            self.units = {}

    def write(self, changed: Mapping[str, Made], gone: Iterable[str], *, anew: bool = False) -> None:
        """Writes what changed, in one transaction. Doing so again leaves the same.

        Where it cannot be written there is none: the next build then makes everything anew.
        """
        if self.path is None:
            return
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._write(changed, gone, anew)
                return
            except (sqlite3.Error, OSError):
                # Damaged, so that nothing was read from it and what is written now is all there is; or it cannot be
                # written, and would be of another site than the one that lies there now.
                with suppress(OSError):
                    self.path.unlink()

    def _write(self, changed: Mapping[str, Made], gone: Iterable[str], anew: bool) -> None:
        assert self.path is not None
        with closing(sqlite3.connect(self.path)) as base:
            base.execute("PRAGMA synchronous = NORMAL")
            if anew:
                base.execute("DROP TABLE IF EXISTS units")
                base.execute("DROP TABLE IF EXISTS facts")
            base.execute("CREATE TABLE IF NOT EXISTS units (name TEXT PRIMARY KEY, key BLOB, made BLOB) WITHOUT ROWID")
            base.execute("CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value BLOB)")
            base.executemany(
                "INSERT OR REPLACE INTO units VALUES (?, ?, ?)",
                (
                    (name, made.key, pickle.dumps((tuple(map(tuple, made.files)), made.targets, made.anchors, made.notes), protocol=5))
                    for name, made in changed.items()
                ),
            )
            base.executemany("DELETE FROM units WHERE name = ?", ((name,) for name in gone))
            base.execute("INSERT OR REPLACE INTO facts VALUES ('schema', ?)", (SCHEMA.encode(),))
            base.commit()
