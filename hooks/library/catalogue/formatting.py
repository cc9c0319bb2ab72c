"""Files of the catalogue in their one form: what ``library format`` does."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from library.catalogue.on_disk import is_leftover
from library.catalogue.problems import Problem
from library.catalogue.records import read_text
from library.catalogue.shapes import kind_of, shape
from library.catalogue.writing import layout, write
from library.catalogue.yaml_texts import Builder


def records(folder: Path) -> Iterator[tuple[Path, str]]:
    """Files of the catalogue that hold records or terms, with the kind of each, sorted."""
    for path in sorted(folder.rglob("*")):
        kind = kind_of(path.relative_to(folder).as_posix())
        if kind and path.is_file() and not is_leftover(path.name):
            yield path, kind


def formatted(text: str, kind: str, name: str, markdown: bool = False) -> str | Problem:
    """The text of a file in its one form, or what keeps it from being read. ``markdown``: the record stands in front of a text."""
    front, yaml_text, rest = fields_of(text) if markdown else ("", text, "")
    builder = Builder(name, letters=False)
    data = builder.build(yaml_text, 1 if markdown else 0)
    if builder.problems:
        return builder.problems[0]
    if not data:
        return text
    try:
        return front + write(data, shape(kind), layout(yaml_text)) + rest
    except ValueError:  # every value can be written; the name of a field that no record has may not be
        return Problem(
            name, 1, 1, "unknown-field", "a field has a name that wants quotes", "no field of ours has one; library check names it"
        )


def tidy(path: Path, kind: str, name: str) -> str | Problem | None:
    """The new text of a file, None where it has its form already, or what keeps it from being read."""
    found = read_text(path, name, vocabulary=True)
    if isinstance(found, list):
        return found[0]
    made = formatted(found[0], kind, name, path.suffix == ".md")
    return None if made == found[0] else made


def write_whole(path: Path, text: str) -> None:
    """Writes a file in one step: whoever reads it meanwhile sees the old text or the new one."""
    beside = path.with_name(f".{path.name}.next")
    try:
        beside.write_bytes(text.encode())
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def fields_of(text: str) -> tuple[str, str, str]:
    """The line ``---`` above the fields, the fields, and the rest from the line ``---`` below them on."""
    lines = text.split("\n")
    if lines[0].strip() == "---":
        for number, line in enumerate(lines[1:], 1):
            if line.strip() == "---":
                return lines[0] + "\n", "\n".join(lines[1:number]) + "\n", "\n".join(lines[number:])
    return "", "", text
