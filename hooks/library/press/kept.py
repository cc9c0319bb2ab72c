"""Pieces of files kept between builds by what they were made from: a site's folder holds only what they were joined into."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any


class Kept:
    """Values by kind and key in one SQLite file; without a path nothing is kept.

    A key must say all that the value was made from. Each value carries a digest, and one that
    is not whole is taken for none. Where nothing can be read or written nothing is: the build
    then takes longer.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def find(self, kind: str, keys: Iterable[bytes]) -> dict[bytes, Any]:
        """The values that are kept of the wanted ones."""
        if self.path is None or not self.path.is_file():
            return {}
        wanted = set(keys)
        found: dict[bytes, Any] = {}
        with suppress(sqlite3.Error), closing(sqlite3.connect(self.path)) as base:
            rows: list[tuple[bytes, bytes, bytes]] = []
            if len(wanted) < 500:
                for key in wanted:
                    rows += base.execute("SELECT key, digest, value FROM kept WHERE kind = ? AND key = ?", (kind, key)).fetchall()
            else:
                rows = base.execute("SELECT key, digest, value FROM kept WHERE kind = ?", (kind,)).fetchall()
            for key, told, value in rows:
                if key in wanted and _digest(value) == told:
                    found[key] = pickle.loads(value)
        return found

    def keep(self, kind: str, made: Mapping[bytes, Any], *, only: Iterable[bytes] | None = None) -> None:
        """Takes values; with ``only``, all others of the kind are forgotten."""
        if self.path is None or not made:
            return
        with suppress(sqlite3.Error, OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with closing(sqlite3.connect(self.path, timeout=5)) as base:
                base.execute("CREATE TABLE IF NOT EXISTS kept (kind TEXT, key BLOB, digest BLOB, value BLOB, PRIMARY KEY (kind, key))")
                rows = ((kind, key, pickle.dumps(value, protocol=5)) for key, value in made.items())
                base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", ((k, key, _digest(v), v) for k, key, v in rows))
                if only is not None:
                    base.execute("CREATE TEMP TABLE wanted (key BLOB PRIMARY KEY)")
                    base.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in only))
                    base.execute("DELETE FROM kept WHERE kind = ? AND key NOT IN (SELECT key FROM wanted)", (kind,))
                base.commit()


def _digest(value: bytes) -> bytes:
    return blake2b(value, digest_size=16).digest()
