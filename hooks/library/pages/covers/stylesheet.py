"""The part of ``covers.css`` that is made from the motifs: ``python -m library.pages.covers.stylesheet`` prints it."""

from __future__ import annotations

from urllib.parse import quote

from library.pages.covers.motifs import MOTIFS
from library.pages.covers.svg import paths

CELLS = (4, 6)
CELL = 10


def rules() -> str:
    """A rule for each motif: the mask of a small cover, without text."""
    return "".join(f'.lib-motif--{name} {{ --motif: url("data:image/svg+xml,{_picture(name)}"); }}\n' for name in MOTIFS)


def _picture(name: str) -> str:
    drawn = "".join(f'<path fill-opacity="{opacity}" d="{data}"/>' for opacity, data in paths(MOTIFS[name](*CELLS, 0), CELL))
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {CELLS[0] * CELL} {CELLS[1] * CELL}">{drawn}</svg>'
    return quote(svg.replace('"', "'"), safe=" =:/'(),;.-+")


if __name__ == "__main__":
    print(rules(), end="")
