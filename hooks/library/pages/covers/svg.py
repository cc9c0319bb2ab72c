"""A motif's shapes as paths of SVG."""

from __future__ import annotations

from collections.abc import Iterable

from library.pages.covers.motifs import Box, Disc, Ring, Shape


def paths(shapes: Iterable[Shape], cell: float) -> tuple[tuple[str, str], ...]:
    """Opacity and path data, one for each tone, faintest first; ``cell`` is a cell's width."""
    by_tone: dict[float, list[str]] = {}
    for shape in shapes:
        by_tone.setdefault(shape.tone, []).append(_path(shape, cell))
    return tuple((f"{tone:.2f}".lstrip("0"), "".join(found)) for tone, found in sorted(by_tone.items()))


def _path(shape: Shape, cell: float) -> str:
    if isinstance(shape, Disc):
        return _circle(shape.x * cell, shape.y * cell, shape.radius * cell, 1)
    if isinstance(shape, Ring):
        x, y, radius, width = (value * cell for value in (shape.x, shape.y, shape.radius, shape.width))
        return _circle(x, y, radius, 1) + _circle(x, y, radius - width, 0)  # the other way round: a hole
    if isinstance(shape, Box):
        left, top, across, down = (number(value * cell) for value in (shape.x, shape.y, shape.width, shape.height))
        return f"M{left} {top}h{across}v{down}H{left}z"
    return "M" + "L".join(f"{number(x * cell)} {number(y * cell)}" for x, y in shape.corners) + "z"


def _circle(x: float, y: float, radius: float, sweep: int) -> str:
    r, d = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 {sweep} {d} 0a{r} {r} 0 1 {sweep}-{d} 0z"


def number(value: float) -> str:
    """A length, to a tenth: ``12.5``, ``3``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
