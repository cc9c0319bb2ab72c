"""Figures in the texts of case studies: pictures in ``catalogue/files/``, each described, on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

ENDINGS = ("jpg", "jpeg", "png", "webp")
_FIGURE = re.compile(r"""!\[([^\[\]]*)\]\(([^\s()<>"':/\\?#&]+)(?:[ \t]+"([^"]*)")?\)[ \t]*""")

_NAMED = re.compile(r"^(!\[[^\[\]\n]*\]\()([^\s()]+)", re.MULTILINE)


@dataclass(frozen=True)
class Figure:
    """A figure of a text: ``name`` of the file in ``catalogue/files/``, and where it stands.

    ``where`` is the file of the text, ``line`` and ``column`` count from 1; the column is that of the name.
    """

    name: str
    description: str
    caption: str
    where: str
    line: int
    column: int

    @property
    def shown_name(self) -> str:
        """Of the light copy, beside the page of the work."""
        return f"{self.name.rpartition('.')[0]}.webp"


def figures(where: str, text: str, first_line: int) -> Iterator[Figure]:
    """The figures of a text, in its order: lines of the form ``![description](name "caption")`` between empty ones."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        alone = not any(near.strip() for near in (*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]))
        if alone and (found := _FIGURE.fullmatch(line)):
            yield Figure(found[2], found[1].strip(), (found[3] or "").strip(), where, first_line + number, found.start(2) + 1)


def renamed(text: str, old: str, new: str) -> str:
    """The text with its figures named after another id."""
    return re.sub(rf"(?m)^(!\[[^\[\]\n]*\]\(){re.escape(old)}\.", lambda found: f"{found[1]}{new}.", text)


def as_shown(text: str, found: Iterable[Figure]) -> str:
    """The text with its figures leading to the light copies beside the page."""
    shown = {figure.name: figure.shown_name for figure in found}
    return _NAMED.sub(lambda line: f"{line[1]}{shown.get(line[2], line[2])}", text)
