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

SCHEMA = "4"
"""Changes with what the file holds."""


class Held(NamedTuple):
    """A file of the site: its path from the root, its size in bytes, the SHA-256 of its content, and its time in nanoseconds once it lies there."""

    path: str
    size: int
    sha256: bytes
    modified: int = 0


class Leads(NamedTuple):
    """Where a unit's pages lead: targets, and links to places on the same page that are not there, with one page each that has them."""

    targets: tuple[tuple[str, str], ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Made:
    """What a unit's maker made: the files, and where its pages lead, which is None for what was made by an earlier build.

    ``notes`` are what later makers are told, ``pieces`` what the next making takes over (``press/pieces.py``);
    the latter are asked of the store.
    """

    key: bytes
    files: tuple[Held, ...]
    leads: Leads | None = None
    notes: tuple[str, ...] = ()
    pieces: bytes = b""


_TABLES = {
    "units": "name TEXT PRIMARY KEY, key BLOB, notes BLOB",
    "files": "unit TEXT, number INTEGER, path TEXT, size INTEGER, sha256 BLOB, modified INTEGER, PRIMARY KEY (unit, number)",
    "leads": "unit TEXT PRIMARY KEY, value BLOB",
    "pieces": "unit TEXT PRIMARY KEY, value BLOB",
    "facts": "name TEXT PRIMARY KEY, value BLOB",
}

_NOT_TRUSTED = (sqlite3.Error, pickle.UnpicklingError, ValueError, TypeError, EOFError, AttributeError, ImportError, IndexError)


class Store:
    """The units of one site's folder. ``broken`` says whether any link of it leads nowhere."""

    def __init__(self, path: Path | None = None) -> None:
        """Without a ``path`` the units are remembered as long as the process lasts."""
        self.path = path
        self.units: dict[str, Made] = {}
        self.broken = False
        self.unwritten = ""
        """Why nothing could be written, where that is so."""
        self._leads: dict[str, Leads] | None = None if path else {}

    def read(self) -> None:
        """Fills ``units``, which stay empty where the file cannot be trusted."""
        if self.path is None or not self.path.is_file():
            return
        try:
            with closing(sqlite3.connect(self.path)) as base:
                facts = dict(base.execute("SELECT name, value FROM facts"))
                if facts.get("schema") != SCHEMA.encode():
                    return
                self.broken = facts.get("broken") != b""
                files: dict[str, list[Held]] = {}
                for unit, *file in base.execute("SELECT unit, path, size, sha256, modified FROM files ORDER BY unit, number"):
                    files.setdefault(unit, []).append(Held(*file))
                self.units = {
                    name: Made(key, tuple(files.get(name, ())), None, pickle.loads(notes) if notes else ())
                    for name, key, notes in base.execute("SELECT name, key, notes FROM units")
                }
        except _NOT_TRUSTED:
            self.units = {}

    def leads(self) -> Mapping[str, Leads]:
        """Where the pages of all units lead, by the unit's name: asked for only where a page has gone. Some may not be known."""
        if self._leads is None:
            assert self.path is not None
            self._leads = {}
            with suppress(*_NOT_TRUSTED), closing(sqlite3.connect(self.path)) as base:
                self._leads.update((name, Leads(*pickle.loads(value))) for name, value in base.execute("SELECT unit, value FROM leads"))
        return self._leads

    def pieces(self, units: Iterable[str]) -> dict[str, bytes]:
        """What the last making of units left for the next one, by the unit's name."""
        found = {name: made.pieces for name in units if (made := self.units.get(name)) and made.pieces}
        if self.path is None or not self.path.is_file():
            return found
        with suppress(*_NOT_TRUSTED), closing(sqlite3.connect(self.path)) as base:
            for name in units:
                if name in self.units and name not in found:
                    found.update(base.execute("SELECT unit, value FROM pieces WHERE unit = ?", (name,)))
        return found

    def write(self, changed: Mapping[str, Made], gone: Iterable[str], *, anew: bool = False, broken: bool = False) -> None:
        """Writes what changed, in one transaction. Doing so again leaves the same.

        Where it cannot be written there is none: the next build then makes everything anew.
        """
        gone = list(gone)
        self.broken = broken
        if self._leads is not None:
            self._leads.update((name, made.leads) for name, made in changed.items() if made.leads is not None)
            for name in gone:
                self._leads.pop(name, None)
        if self.path is None:
            return
        for _ in range(2):
            try:
                self.path.parent.mkdir(parents=True, exist_ok=True)
                self._write(changed, gone, anew)
                self.unwritten = ""
                return
            except (sqlite3.Error, OSError) as error:
                self.unwritten = f"{self.path.parent}: {error}"
                # Damaged, so that nothing was read from it and what is written now is all there is; or it cannot be
                # written, and would be of another site than the one that lies there now.
                with suppress(OSError):
                    self.path.unlink()

    def _write(self, changed: Mapping[str, Made], gone: Iterable[str], anew: bool) -> None:
        assert self.path is not None
        with closing(sqlite3.connect(self.path)) as base:
            base.execute("PRAGMA synchronous = NORMAL")
            for table, columns in _TABLES.items():
                if anew:
                    base.execute(f"DROP TABLE IF EXISTS {table}")
                base.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns}) WITHOUT ROWID")
            rows = [(name, made.key, pickle.dumps(made.notes, protocol=5) if made.notes else None) for name, made in changed.items()]
            leads = [(name, pickle.dumps(tuple(made.leads), protocol=5)) for name, made in changed.items() if made.leads is not None]
            files = [(name, number, *held) for name, made in changed.items() for number, held in enumerate(made.files)]
            base.executemany("DELETE FROM files WHERE unit = ?", ((name,) for name in (*changed, *gone)))
            base.executemany("INSERT OR REPLACE INTO units VALUES (?, ?, ?)", rows)
            base.executemany("INSERT OR REPLACE INTO leads VALUES (?, ?)", leads)
            # A unit whose files alone were looked at has none at hand, and keeps its own.
            pieces = [(name, made.pieces) for name, made in changed.items() if made.pieces]
            base.executemany("INSERT OR REPLACE INTO pieces VALUES (?, ?)", pieces)
            base.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?)", files)
            for table, column in (("units", "name"), ("leads", "unit"), ("pieces", "unit"), ("files", "unit")):
                base.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((name,) for name in gone))
            facts = {"schema": SCHEMA.encode(), "broken": b"yes" if self.broken else b""}
            base.executemany("INSERT OR REPLACE INTO facts VALUES (?, ?)", facts.items())
            base.commit()
