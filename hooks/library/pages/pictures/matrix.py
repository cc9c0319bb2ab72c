"""Themes by country, with the gaps in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from library.pages.pictures.counts import searched, shade
from library.pages.pictures.lettering import lines
from library.pages.pictures.parts import LETTERS, WIDTH, Cell, Head, Step, Wording, upright

COUNTRIES = 30
"""Rows of the matrix, those with the most works: what keeps the page light however many there are."""

THEMES = 9
"""Columns of the matrix, those with the most works: cells of more would be too narrow for a finger, 24 pixels on a phone of 390."""

_LABEL, _TOTAL, _ROW = 104, 30, 28
_GAP = 6


@dataclass(frozen=True)
class Row:
    """A country, the number of its works, and one cell for each theme."""

    head: Head
    total: Cell
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Block:
    """A drawing of some of the rows under all the columns."""

    rows: tuple[Row, ...]
    height: int


@dataclass(frozen=True)
class MatrixView:
    """The matrix, in two blocks where it is long. ``totals`` is the row of all works, stated or not which country."""

    width: int
    pitch: int
    columns: tuple[Head, ...]
    column_base: int
    totals: Row
    blocks: tuple[Block, ...]
    steps: tuple[Step, ...]
    cut: str


class MatrixViews:
    """Makes the view of the matrix in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.counts = wording.counts
        themes = wording.labels.catalogue.vocabularies["themes"]
        tops = [term for term in themes if not themes[term].broader]
        self.tops = len(tops)
        self.themes = self.counts.most_first("themes", tops)[:THEMES]
        covered = wording.labels.sort("countries", list(self.counts.indexes.shelves["countries"]))
        self.covered = len(covered)
        self.countries = self.counts.most_first("countries", covered)[:COUNTRIES]
        self.pitch = (WIDTH - _LABEL - _TOTAL) // max(len(self.themes), 8)
        self.numbers = {
            (country, theme): self.counts.both("countries", country, "themes", theme) for country in self.countries for theme in self.themes
        }
        self.largest = max(self.numbers.values(), default=1) or 1

    def view(self) -> MatrixView | None:
        """None where no work names a country or no theme is known."""
        if not self.numbers:
            return None
        columns, base = self._columns()
        half = len(self.countries) if len(self.countries) <= 12 else -(-len(self.countries) // 2)
        parts = [self.countries[start : start + half] for start in range(0, len(self.countries), half)]
        first = base + _GAP + _ROW
        return MatrixView(
            width=WIDTH,
            pitch=self.pitch,
            columns=columns,
            column_base=base,
            totals=self._totals(base + _GAP),
            blocks=tuple(
                Block(tuple(self._row(country, first + at * _ROW) for at, country in enumerate(part)), first + half * _ROW)
                for part in parts
            ),
            steps=self.wording.steps(self.largest),
            cut=" ".join(self._cut()),
        )

    def _cut(self) -> Iterator[str]:
        """Says what there was no room for."""
        say, number = self.wording.say, self.wording.number
        if self.covered > COUNTRIES:
            yield say(
                "The %(number)s countries with the most publications, of %(all)s.", number=number(COUNTRIES), all=number(self.covered)
            )
        if self.tops > THEMES:
            yield say("The %(number)s broad themes with the most publications, of %(all)s.", number=number(THEMES), all=number(self.tops))

    def _x(self, column: int) -> int:
        return _LABEL + _TOTAL + column * self.pitch

    def _columns(self) -> tuple[tuple[Head, ...], int]:
        """The themes' heads, which run upwards, and how much room the longest takes."""
        return upright(
            [self.wording.label("themes", theme) for theme in self.themes],
            [self.wording.list_path("themes", theme) for theme in self.themes],
            lambda at: self._x(at) + self.pitch // 2,
            2 if self.pitch >= 26 else 1,
        )

    def _totals(self, y: int) -> Row:
        text = self.wording.say("All publications")
        cells = tuple(
            self._plain(self.wording.label("themes", theme), "themes", theme, self._x(at), y) for at, theme in enumerate(self.themes)
        )
        number = len(self.counts.all)
        total = Cell(number, self.wording.number(number), text, "publications/", 0, _LABEL, y)
        return Row(Head(text, lines(text, LETTERS, _LABEL - 6), "publications/", 0, y), total, cells)

    def _plain(self, name: str, facet: str, term: str, x: int, y: int) -> Cell:
        """The number of all works of a term, without a shade."""
        number = self.counts.number(facet, term)
        return Cell(number, self.wording.number(number), self.wording.told(name, number), self.wording.list_path(facet, term), 0, x, y)

    def _row(self, country: str, y: int) -> Row:
        name = self.wording.label("countries", country)
        head = Head(name, lines(name, LETTERS, _LABEL - 6), self.wording.list_path("countries", country), 0, y)
        cells = tuple(self._cell(country, name, theme, self._x(at), y) for at, theme in enumerate(self.themes))
        return Row(head, self._plain(name, "countries", country, _LABEL, y), cells)

    def _cell(self, country: str, name: str, theme: str, x: int, y: int) -> Cell:
        number = self.numbers[country, theme]
        title = self.wording.told(f"{name}, {self.wording.label('themes', theme)}", number)
        path = searched(theme=theme, country=country) if number else ""
        return Cell(number, self.wording.number(number), title, path, shade(number, self.largest), x, y)
