"""Quiet geometric patterns, one for each type of publication: shapes on a grid of square cells.

A motif is drawn in three places: as SVG on covers, as a mask on cards, as pixels in share
pictures. All read these shapes, so none may hide another: a mask cannot paint over. Units are
cells, x from the left, y from the top; shapes may reach over the grid's edge and are cut there.
A ``tone`` is the part of paper colour in the ground's.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

VARIANTS = 4
"""Forms that each motif takes."""

FAINT, MIDDLE, STRONG = 0.14, 0.28, 0.57


@dataclass(frozen=True)
class Disc:
    """A circle by its centre and radius."""

    x: float
    y: float
    radius: float
    tone: float


@dataclass(frozen=True)
class Ring:
    """A circle's line, ``width`` wide, within the radius."""

    x: float
    y: float
    radius: float
    width: float
    tone: float


@dataclass(frozen=True)
class Box:
    """A rectangle by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    tone: float


@dataclass(frozen=True)
class Polygon:
    """A closed figure by its corners in order."""

    corners: tuple[tuple[float, float], ...]
    tone: float


Shape = Disc | Ring | Box | Polygon
Shapes = Iterator[Shape]

_STEPS = (5, 2, 6, 3, 7, 4, 1, 6, 3, 5, 7, 2, 4)
"""Lengths that look irregular and are always the same."""


def _step(place: int, variant: int) -> float:
    """A length between 0 and 1."""
    return _STEPS[(place + 3 * variant) % len(_STEPS)] / 7


def _arc(x: float, y: float, radius: float, start: int, turn: int, tone: float) -> Polygon:
    """A sector of a disc, degrees clockwise from the right."""
    corners = [
        (x + radius * math.cos(math.radians(angle)), y + radius * math.sin(math.radians(angle)))
        for angle in range(start, start + turn + 1, 15)
    ]
    return Polygon((*corners, *([(x, y)] if turn != 180 else [])), tone)


def spines(columns: int, rows: int, variant: int) -> Shapes:
    """Books on a shelf."""
    for column in range(columns):
        height, tone = rows * (0.4 + 0.5 * _step(column, variant)), FAINT if column % 2 else MIDDLE
        yield Box(column + 0.06, rows - height, 0.88, 0.35, tone)
        yield Box(column + 0.06, rows - height + 0.35, 0.88, 0.14, STRONG)
        yield Box(column + 0.06, rows - height + 0.49, 0.88, height - 0.49, tone)


def lines(columns: int, rows: int, variant: int) -> Shapes:
    """Lines of a page, paragraph by paragraph."""
    first = True
    for row in range(rows):
        if (row + variant) % 4 == 3:
            first = True
            continue
        length = (columns - 1.2) * (0.55 + 0.45 * _step(row, variant))
        yield Box(0.6, row + 0.4, length * (0.6 if first else 1), 0.2, STRONG if first else MIDDLE)
        first = False


def squares(columns: int, rows: int, variant: int) -> Shapes:
    """A table of facts."""
    for row in range(rows):
        for column in range(columns):
            place = column * (2 + variant % 2) + row * 3 + variant
            tone = (FAINT, MIDDLE, 0, FAINT, 0, STRONG, FAINT, 0, MIDDLE, 0, 0)[place % 11]
            if tone:
                yield Box(column + 0.08, row + 0.08, 0.84, 0.84, tone)


def measures(columns: int, rows: int, variant: int) -> Shapes:
    """Answers counted: a bar with its end marked."""
    for row in range(rows):
        length = 0.8 + (columns - 1.9) * _step(row, variant)
        yield Box(0, row + 0.41, length - 0.32, 0.18, MIDDLE)
        yield Disc(length, row + 0.5, 0.24, STRONG)


def focus(columns: int, rows: int, variant: int) -> Shapes:
    """One among many, looked at closely."""
    x = columns * (0.36, 0.62, 0.5, 0.7)[variant] // 1 + 0.5
    y = rows * (0.4, 0.55, 0.68, 0.25)[variant] // 1 + 0.5
    for row in range(rows):
        for column in range(columns):
            if math.hypot(column + 0.5 - x, row + 0.5 - y) > 1.6:
                yield Disc(column + 0.5, row + 0.5, 0.16, MIDDLE)
    yield Ring(x, y, 1.35, 0.25, STRONG)
    yield Disc(x, y, 0.5, STRONG)


def scatter(columns: int, rows: int, variant: int) -> Shapes:
    """Observations of differing weight."""
    for row in range(rows):
        for column in range(columns):
            size = _step(column * 5 + row * 3 + column * row, variant)
            yield Disc(column + 0.5, row + 0.5, 0.07 + 0.36 * size * size, STRONG if size == 1 else MIDDLE if size > 0.5 else FAINT)


def halves(columns: int, rows: int, variant: int) -> Shapes:
    """Two held against each other."""
    for row in range(0, rows + 1, 2):
        for column in range(0, columns, 2):
            shift = 0.28 if (row // 2 + column // 2 + variant) % 2 else 0.0
            upright = (row // 2 * (1 + variant) + column // 2) % 3 != 0
            start = 90 if upright else 180
            yield _arc(column + 1, row + 1 - shift / 2, 0.85, start, 180, MIDDLE)
            yield _arc(column + 1, row + 1 + shift / 2, 0.85, start + 180, 180, STRONG if shift else FAINT)


def chevrons(columns: int, rows: int, variant: int) -> Shapes:
    """A way forward."""
    middle, rise = columns * (0.5, 0.35, 0.65, 0.5)[variant], columns * (0.3, 0.25, 0.25, 0.18)[variant]
    for number, top in enumerate(range(-3, rows + 3, 2)):
        y = float(top)
        yield Polygon(
            ((0, y + rise), (middle, y), (columns, y + rise), (columns, y + rise + 0.9), (middle, y + 0.9), (0, y + rise + 0.9)),
            (FAINT, MIDDLE, FAINT, STRONG)[(number + variant) % 4],
        )


def stairs(columns: int, rows: int, variant: int) -> Shapes:
    """Step by step."""
    for column in range(columns):
        place = columns - 1 - column if variant % 2 else column
        height = rows * (place + 1) / (columns + 1)
        tread = 0.3 if variant < 2 else 0.15
        yield Box(column, rows - height, 0.94, tread, STRONG)
        yield Box(column, rows - height + tread, 0.94, height - tread, FAINT)


def contours(columns: int, rows: int, variant: int) -> Shapes:
    """Heights on a map."""
    x = columns * (0.3, 0.7, 0.5, 0.85)[variant]
    y = rows * (0.35, 0.6, 0.8, 0.3)[variant]
    reach = math.hypot(columns, rows) * 0.72
    count = int(reach / 0.8)
    for number in range(count, 0, -1):
        radius = number * reach / count
        yield Ring(x, y, radius, 0.14, STRONG) if number % 3 == 0 else Ring(x, y, radius, 0.09, MIDDLE)
    yield Disc(x, y, 0.22, STRONG)


def leaves(columns: int, rows: int, variant: int) -> Shapes:
    """Open books."""
    for row in range(0, rows + 1, 2):
        for column in range(0, columns, 2):
            x, y = float(column), row + (0.0, 0.3, 0.15, 0.45)[variant]
            bright = (row // 2 + column // 2 * 2 + variant) % 5 == 0
            yield Polygon(
                ((x + 0.12, y + 0.2), (x + 0.97, y + 0.5), (x + 0.97, y + 1.7), (x + 0.12, y + 1.4)), STRONG if bright else MIDDLE
            )
            yield Polygon(((x + 1.88, y + 0.2), (x + 1.03, y + 0.5), (x + 1.03, y + 1.7), (x + 1.88, y + 1.4)), MIDDLE if bright else FAINT)


def voices(columns: int, rows: int, variant: int) -> Shapes:
    """Speakers who answer each other."""
    for row in range(0, rows + 1, 2):
        for column in range(0, columns, 2):
            turn = (row // 2 * 3 + column // 2 + variant) % 4
            x, y = column + (0.1, 1.9, 1.9, 0.1)[turn], row + (0.1, 0.1, 1.9, 1.9)[turn]
            yield _arc(x, y, 1.7, turn * 90, 90, (MIDDLE, FAINT, STRONG, FAINT)[(turn + row // 2) % 4])


def sheets(columns: int, rows: int, variant: int) -> Shapes:
    """Numbers of a journal, one behind the other."""
    width, height, right, down = columns * 0.52, rows * 0.5, columns * 0.09, rows * 0.09
    left, top, gap = columns * 0.06 + (0.0, 0.3, 0.0, 0.3)[variant], rows * 0.07, 0.07
    for number in range(4):  # of those behind, the upper and the left edge are in sight
        x, y = left + number * right, top + number * down
        yield Box(x, y, width, down - gap, (FAINT, MIDDLE)[number % 2])
        yield Box(x, y + down - gap, right - gap, height - down + gap, (FAINT, MIDDLE)[number % 2])
    yield Box(left + 4 * right, top + 4 * down, width, height * (0.3, 0.3, 0.5, 0.5)[variant], STRONG)
    yield Box(left + 4 * right, top + 4 * down + height * (0.3, 0.3, 0.5, 0.5)[variant] + gap, width, height * 0.35, MIDDLE)


MOTIFS: dict[str, Callable[[int, int, int], Shapes]] = {
    motif.__name__: motif
    for motif in (spines, lines, squares, measures, focus, scatter, halves, chevrons, stairs, contours, leaves, voices, sheets)
}
"""By name, in an order that must not change: types that have no motif of their own take theirs by it."""

MOTIF_OF_TYPE = {
    "book": "spines",
    "case-study": "focus",
    "research-paper": "scatter",
    "comparative-study": "halves",
    "policy-paper": "chevrons",
    "methodological-guide": "stairs",
    "country-profile": "contours",
    "survey-report": "measures",
    "report": "squares",
    "article": "lines",
    "book-review": "leaves",
    "commentary": "voices",
    "journal-issue": "sheets",
}
