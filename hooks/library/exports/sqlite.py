"""The library as one SQLite file: a plain table of all editions, and a full-text one beside it.

Texts are in Unicode's composed form (NFC); ask in the same. ``folded`` and the full-text table hold what the library's own
search compares: small letters, without accents of Latin letters, ё as е; й and the Kazakh letters stay what they are, which
SQLite by itself would take for others. For two Korean syllables, ``LIKE`` over ``folded`` finds what full text does not.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable

from library.citations import paths as citation_paths
from library.citations.citation import Citation
from library.citations.formats import table
from library.search.analysis import fold

NUMBERS = {"year", "extent"}
"""Columns that hold whole numbers; all others are text, ISBNs and dates too."""

SEARCHED = ("title", "title_english", "other_titles", "authors", "editors", "translators", "journal", "series", "keywords", "summary")
"""Columns whose texts are found."""

_SCHEMA = """
CREATE TABLE editions ({columns}, folded TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX editions_by_work ON editions (work);
CREATE VIRTUAL TABLE full_text USING fts5 (key UNINDEXED, folded, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def database(citations: Iterable[Citation], site_name: str, address: str) -> bytes:
    """The file: the same bytes for the same editions, by one version of SQLite."""
    with sqlite3.connect(":memory:") as made:
        made.executescript(_SCHEMA.format(columns=", ".join(map(_column, table.COLUMNS))))
        rows = sorted(map(_row, citations))
        made.executemany(f"INSERT INTO editions VALUES ({', '.join('?' * (len(table.COLUMNS) + 1))})", rows)
        made.executemany("INSERT INTO full_text VALUES (?, ?)", [(row[0], row[-1]) for row in rows])
        made.executemany(
            "INSERT INTO about VALUES (?, ?)",
            [("address", address), ("licence", citation_paths.METADATA_LICENCE["url"]), ("name", unicodedata.normalize("NFC", site_name))],
        )
        made.execute("INSERT INTO full_text (full_text) VALUES ('optimize')")
        made.commit()
        made.execute("VACUUM")
        return made.serialize()


def _column(name: str) -> str:
    kind = "INTEGER" if name in NUMBERS else "TEXT"
    return f"{name} {kind}" + (" PRIMARY KEY" if name == "key" else " NOT NULL" if name in ("work", "type", "title") else "")


def _row(citation: Citation) -> tuple[str | int | None, ...]:
    cells = dict(zip(table.COLUMNS, table.values(citation), strict=True))
    found = "\n".join(cells[name] for name in SEARCHED if cells[name])
    return (*(_value(name, text) for name, text in cells.items()), unicodedata.normalize("NFC", fold(found)))


def _value(name: str, text: str) -> str | int | None:
    """What is not known is NULL."""
    if not text:
        return None
    return int(text) if name in NUMBERS else unicodedata.normalize("NFC", text)
