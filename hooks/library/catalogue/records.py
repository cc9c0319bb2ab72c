"""Files of the catalogue, read as text that remembers where it stands.

A record is YAML alone, or YAML in front of a Markdown text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from library.catalogue.on_disk import unreadable
from library.catalogue.problems import Problem
from library.catalogue.visible import code_of, hidden, name_of
from library.catalogue.yaml_texts import Builder, Keys, Place, one_line_end

SIZE_LIMIT = 1_000_000
"""Bytes. A record is written by hand; the longest case study we know is a tenth of this."""

VOCABULARY_LIMIT = 50_000_000
"""Bytes. An entry of a person takes some 100, so half a million persons fit in one file; reading as many takes
minutes, and what is larger was put there by mistake."""


@dataclass
class Record:
    """One file as written: texts in mappings and lists, unchecked.

    ``name`` is the path shown to people, ``data`` the values, ``body`` the Markdown under
    the front matter (empty for ``.yml``).
    """

    path: Path
    name: str
    data: dict[str, Any] | list[Any]
    body: str = ""
    body_line: int = 0
    digest: str = ""
    _places: dict[Keys, Place] | None = field(default=None, repr=False)

    def place(self, keys: Keys) -> Place:
        """Line and column of a value, counted from 1; of its nearest parent if it is absent.

        Places are found by reading the file a second time, so that a sound catalogue
        does not pay for them.
        """
        if self._places is None:
            builder = Builder(self.name, keep_places=True)
            text, offset, _, _ = _split(self.path, self.path.read_text("utf-8"))
            if text is not None:
                builder.build(text, offset)
            self._places = builder.places
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._places.get(keys, (1, 1))

    def problem(self, keys: Keys, code: str, message: str, hint: str = "") -> Problem:
        line, column = self.place(keys)
        return Problem(self.name, line, column, code, message, hint)


_sound: dict[tuple[Path, str], Record] = {}
"""Records as last read, by path and name: while a server runs, a save changes one of some hundred files. What is read is never changed."""


def read(path: Path, name: str, vocabulary: bool = False) -> tuple[Record | None, list[Problem]]:
    """The record, or the terms of a vocabulary, in a ``.yml`` or ``.md`` file, or the problems that keep it from being read."""
    found = read_text(path, name, vocabulary)
    if isinstance(found, list):
        return None, found
    text, digest = found
    before = _sound.get((path, name))
    if before is not None and before.digest == digest:
        return before, []
    record, problems = _read(path, name, text, digest)
    if record is not None and not vocabulary:  # whose text is let go once its terms are made
        _sound[path, name] = record
    return record, problems


def _read(path: Path, name: str, text: str, digest: str) -> tuple[Record | None, list[Problem]]:
    yaml_text, offset, body, body_line = _split(path, text)
    if yaml_text is None:
        return None, [
            Problem(
                name,
                1,
                1,
                "no-front-matter",
                "the file does not begin with a line ---",
                "put the fields between two lines of --- above the text",
            )
        ]
    builder = Builder(name)
    data = builder.build(yaml_text, offset)
    if builder.problems:
        return None, builder.problems
    if not isinstance(data, dict | list) or not data:
        return None, [
            Problem(name, 1, 1, "empty-file", "the file holds no fields", "copy a neighbouring record and change it, or delete the file")
        ]
    return Record(path, name, data, body, body_line, digest), []


def read_text(path: Path, name: str, vocabulary: bool = False) -> tuple[str, str] | list[Problem]:
    """The text of a file and its digest, or what keeps it from being text of ours: one thing, or every letter that nobody sees."""
    try:
        size = path.stat().st_size
        raw = b"" if size > VOCABULARY_LIMIT else path.read_bytes()
    except OSError as error:
        return [unreadable(name, error)]
    if size > (VOCABULARY_LIMIT if vocabulary else SIZE_LIMIT):
        return [_too_large(path, name, size, vocabulary)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        sound = raw[: error.start]
        line, column = sound.count(b"\n") + 1, len(sound) - sound.rfind(b"\n")
        said, hint = f"byte {raw[error.start]:#04x} is not UTF-8 text", "save the file as UTF-8 (without a byte order mark)"
        return [Problem(name, line, column, "bad-encoding", said, hint)]
    if text.startswith("\ufeff"):
        said, hint = "the file begins with a byte order mark", "save the file as UTF-8 without a byte order mark"
        return [Problem(name, 1, 1, "bad-encoding", said, hint)]
    if hidden(text):
        return list(_hidden(name, text))
    return text, hashlib.sha256(raw).hexdigest()


def _hidden(name: str, text: str) -> Iterator[Problem]:
    """The first invisible letter of each line."""
    for number, line in enumerate(one_line_end(text).split("\n"), 1):
        if found := hidden(line):
            yield Problem(
                name,
                number,
                found.start() + 1,
                "bad-encoding",
                f"an invisible letter ({code_of(found[0])}, {name_of(found[0])}) stands in this line",
                "delete it; it often comes along when text is pasted from a PDF or a web page",
            )


def _too_large(path: Path, name: str, size: int, vocabulary: bool) -> Problem:
    said = f"the file has {size:,} bytes; "
    if not vocabulary:
        said, hint = f"{said}a record has at most {SIZE_LIMIT:,}", "a document belongs in catalogue/files/, only its record here"
    else:
        said = f"{said}a file of a vocabulary has at most {VOCABULARY_LIMIT:,}"
        folder = path.stem if path.parent.name == "vocabularies" else path.parent.name
        hint = f"divide its terms among several files in vocabularies/{folder}/, as a.yml, b.yml …"
    return Problem(name, 0, 0, "file-too-large", said, hint)


def _split(path: Path, text: str) -> tuple[str | None, int, str, int]:
    """The YAML, its line offset, the Markdown body and the body's first line."""
    if path.suffix != ".md":
        return text, 0, "", 0
    lines = one_line_end(text).split("\n")
    if lines[0].strip() != "---":
        return None, 0, "", 0
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            first = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), len(lines))
            return "\n".join(lines[1:number]), 1, "\n".join(lines[first:]).rstrip("\n"), first + 1
    return None, 0, "", 0
