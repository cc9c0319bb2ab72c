"""The map of countries discussed: a square each, without borders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from library.pages.pictures.counts import shade
from library.pages.pictures.parts import Cell, Step, Wording

TILE = 36
"""Distance of tiles in a drawing's own units; the square itself is two less."""

BELOW = "elsewhere"
"""Name of the piece below the map."""

ELSEWHERE = 12
"""Tiles in a row below the map, for countries that the file of positions does not know."""


@dataclass(frozen=True)
class Place:
    """Part of the map: where its upper left corner stands on the whole, and where its countries stand on it."""

    name: str
    column: int
    row: int
    codes: Mapping[tuple[int, int], str]

    @property
    def columns(self) -> int:
        if self.name == BELOW:
            return ELSEWHERE  # its width is the stylesheet's, however few stand in it
        return 1 + max(column for column, _ in self.codes)

    @property
    def rows(self) -> int:
        return 1 + max(row for _, row in self.codes)


@dataclass(frozen=True)
class Tile:
    """A country. A quiet one has no works, no number to show and no link."""

    code: str
    name: str
    cell: Cell


@dataclass(frozen=True)
class Piece:
    """A drawing of one part of the map; the stylesheet knows by its name where it stands on the whole."""

    name: str
    columns: int
    rows: int
    tiles: tuple[Tile, ...]
    quiet: tuple[Tile, ...]


@dataclass(frozen=True)
class MapView:
    """The map. ``table`` holds the tiles with works, those with the most first."""

    pieces: tuple[Piece, ...]
    steps: tuple[Step, ...]
    table: tuple[Tile, ...]
    covered: str
    without: str


def parse(text: str) -> tuple[Place, ...]:
    """The pieces of the map in a text such as ``tiles.txt``; a text that says anything else raises ValueError."""
    places: list[Place] = []
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    for block in "\n".join(lines).split("\n\n"):
        head, _, drawing = block.strip().partition("\n")
        if head:
            name, column, row = head.split()
            codes = {(x, y): code for y, line in enumerate(drawing.splitlines()) for x, code in enumerate(line.split()) if code != ".."}
            places.append(Place(name, int(column), int(row), codes))
    return tuple(places)


@cache
def places() -> tuple[Place, ...]:
    """The map as it is drawn by hand in ``tiles.txt``; read once."""
    return parse((Path(__file__).parent / "tiles.txt").read_text("utf-8"))


class MapViews:
    """Makes the view of the map in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.counts = wording.counts
        self.countries = wording.labels.catalogue.vocabularies["countries"]
        self.largest = max((self.counts.number("countries", term) for term in self.counts.indexes.shelves["countries"]), default=1)

    def view(self) -> MapView:
        drawn = self._with_elsewhere(places())
        pieces = tuple(self._piece(place) for place in drawn)
        tiles = [tile for piece in pieces for tile in piece.tiles]
        in_order = {code: at for at, code in enumerate(self.wording.labels.sort("countries", [tile.code for tile in tiles]))}
        say, number = self.wording.say, self.wording.number
        without = self.counts.without_country
        return MapView(
            pieces=pieces,
            steps=self.wording.steps(self.largest),
            table=tuple(sorted(tiles, key=lambda tile: (-tile.cell.number, in_order[tile.code]))),
            covered=say("Countries with publications: %(number)s of %(all)s.", number=number(len(tiles)), all=number(len(self.countries))),
            without=say("Publications that name no country: %(number)s.", number=number(without)) if without else "",
        )

    def _with_elsewhere(self, drawn: tuple[Place, ...]) -> tuple[Place, ...]:
        """The map, and below it countries with works that it has no square for: none is left out."""
        known = {code for place in drawn for code in place.codes.values()}
        others = [code for code in self.counts.indexes.shelves["countries"] if code not in known]
        if not others:
            return drawn
        codes = {(at % ELSEWHERE, at // ELSEWHERE): code for at, code in enumerate(sorted(others))}
        return (*drawn, Place(BELOW, 0, 0, codes))

    def _piece(self, place: Place) -> Piece:
        tiles = list(self._tiles(place))
        return Piece(
            place.name,
            place.columns,
            place.rows,
            tuple(tile for tile in tiles if tile.cell.number),
            tuple(tile for tile in tiles if not tile.cell.number),
        )

    def _tiles(self, place: Place) -> Iterable[Tile]:
        for (column, row), code in place.codes.items():
            if code in self.countries:
                number = self.counts.number("countries", code)
                name = self.wording.labels.term("countries", code)
                title = self.wording.told(name, number) if number else name
                yield Tile(
                    code,
                    name,
                    Cell(
                        number,
                        self.wording.number(number),
                        title,
                        self.wording.list_path("countries", code),
                        shade(number, self.largest),
                        column * TILE,
                        row * TILE,
                    ),
                )
