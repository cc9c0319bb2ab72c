"""What the pictures are put together from: cells, heads, and words for numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from library.pages.pictures.counts import Counts, scale
from library.pages.pictures.lettering import lines, width
from library.words.labels import Labels

WIDTH = 400
"""Width of a drawing in its own units: about one pixel each on a phone, one and a third on a desk."""

LETTERS = 12
"""Size of letters in a drawing."""

_TALLEST = 165
"""Longest line of a head that runs upwards; longer words are cut."""


@dataclass(frozen=True)
class Cell:
    """A number and where it is drawn. ``title`` says it in full; ``path`` is below the language's root, empty: no link."""

    number: int
    shown: str
    title: str
    path: str
    level: int
    x: int
    y: int


@dataclass(frozen=True)
class Head:
    """What a row, a column or a series is called: in full, and in the lines in which it is drawn."""

    text: str
    lines: tuple[str, ...]
    path: str
    x: int = 0
    y: int = 0


def upright(texts: Sequence[str], paths: Sequence[str], x: Callable[[int], int], most: int) -> tuple[tuple[Head, ...], int]:
    """Heads of columns whose words run upwards from a common line, and the height of that line.

    ``x`` gives the middle of each column, ``most`` the lines that stand side by side in it.
    """
    broken = [lines(text, LETTERS, _TALLEST, most) for text in texts]
    base = 6 + round(max(width(line, LETTERS) for made in broken for line in made))
    return tuple(Head(text, made, path, x(at), base) for at, (text, made, path) in enumerate(zip(texts, broken, paths, strict=True))), base


@dataclass(frozen=True)
class Step:
    """A step of a scale of shades: ``4–8``."""

    level: int
    text: str


class Wording:
    """Numbers and terms in words, for all pictures of one language."""

    def __init__(self, labels: Labels, counts: Counts) -> None:
        self.labels = labels
        self.counts = counts
        self.words = labels.words
        self.say = labels.words.say

    def number(self, number: int) -> str:
        return self.words.number(number)

    def publications(self, number: int) -> str:
        return self.words.plural("%(num)s publication", "%(num)s publications", number)

    def told(self, name: str, number: int) -> str:
        """``Kazakhstan: 34 publications``."""
        return self.say("%(name)s: %(count)s", name=name, count=self.publications(number))

    def list_path(self, facet: str, term: str) -> str:
        """Address of the term's list; empty where it has no works, and so no list."""
        shelf = self.counts.indexes.shelf(facet, term)
        return f"{shelf.path}/" if shelf else ""

    def label(self, facet: str, term: str) -> str:
        return self.labels.term(facet, term)

    def steps(self, largest: int) -> tuple[Step, ...]:
        return tuple(
            Step(level, self.number(least) if least == most else f"{self.number(least)}–{self.number(most)}")
            for level, least, most in scale(largest)
        )
