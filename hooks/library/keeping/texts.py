"""The texts of records, changed: single words where they stand, or fields that come and go, laid out as ``writing`` does."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from library.catalogue.formatting import fields_of
from library.catalogue.problems import Problem
from library.catalogue.shapes import shape
from library.catalogue.writing import Layout, layout, scalar, write
from library.catalogue.yaml_texts import Builder, Keys
from library.keeping.changes import Changes, Refused


def values(changes: Changes, path: Path) -> Any:
    """What the fields of a file hold."""
    return _built(changes, path).value


class _Built:
    def __init__(self, front: str, text: str, rest: str, value: Any, builder: Builder) -> None:
        self.front, self.text, self.rest, self.value, self.builder = front, text, rest, value, builder


def _built(changes: Changes, path: Path) -> _Built:
    text = changes.text(path)
    front, fields, rest = fields_of(text) if path.suffix == ".md" else ("", text, "")
    builder = Builder(changes.name(path), keep_places=True)
    value = builder.build(fields)
    if builder.problems:
        raise Refused(*builder.problems)
    return _Built(front, fields, rest, value, builder)


def replace(changes: Changes, path: Path, places: Iterable[Keys], old: str, new: str) -> None:
    """Writes another id in the place of one, at each of the places; no other letter of the file changes."""
    built = _built(changes, path)
    lines = built.text.split("\n")
    for line, column in sorted((built.builder.places[keys] for keys in places), reverse=True):
        before, behind = lines[line - 1][: column - 1], lines[line - 1][column - 1 :]
        written = next((form for form in (old, f"'{old}'", f'"{old}"') if behind.startswith(form)), None)
        if written is None:
            raise Refused(Problem(changes.name(path), line, column, "not-yaml", f'"{old}" is not written out here', "write it on one line"))
        lines[line - 1] = before + scalar(new, brackets=True) + behind[len(written) :]
    changes.write(path, built.front + "\n".join(lines) + built.rest)


def edit(changes: Changes, path: Path, kind: str, change: Callable[[Any], Any]) -> None:
    """Lays a file out anew after ``change`` was made to what its fields hold: it changes them in place, or gives others.

    Comments stay above what they stood above. A file that had another form than ``library format`` gives it gets that too.
    """
    built = _built(changes, path)
    before = layout(built.text)
    first = built.value[0] if isinstance(built.value, list) else None
    made = change(built.value)
    value = built.value if made is None else made
    if first is not None and value[0] is not first:
        _keep_head(before, f"={first['id']}", f"={value[0]['id']}")
    changes.write(path, built.front + write(value, shape(kind), before) + built.rest)


def _keep_head(before: Layout, was_first: str, is_first: str) -> None:
    """Comments at the head of a list, which an empty line parts from its first term, stay there when another term comes first."""
    above = before.above.get((was_first,), ())
    head = len(above) - above[::-1].index("") if "" in above else 0
    before.above[(was_first,)] = ("", *above[head:])
    before.above[(is_first,)] = (*above[:head], *(line for line in before.above.get((is_first,), ()) if line))
