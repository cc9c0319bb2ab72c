"""The motifs of drawn covers as pictures, each held once: on every page of a work they would weigh as much as its summary.

Covers take them in by ``<image>``, not by ``<use>``: browsers refuse the symbols of another file
to a page that is opened from a folder (https://html.spec.whatwg.org/#origin, an opaque one), but
show pictures there. Their colour is the same by day and by night.
"""

from __future__ import annotations

from collections.abc import Iterator

from library.pages.covers.designs import PAPER, Design
from library.pages.covers.motifs import MOTIFS, VARIANTS
from library.pages.covers.svg import paths
from library.press.output import OutputFile

CELLS = (8, 4)
CELL = 30
"""Units of the cover's SVG: the motif fills its upper third."""


def path_of(design: Design) -> str:
    """Where the picture of a design's motif lies, from the site's root."""
    return _path(design.motif, design.variant)


def _path(motif: str, variant: int) -> str:
    return f"assets/covers/{motif}-{variant}.svg"


def files() -> Iterator[OutputFile]:
    """A picture for each form of each motif."""
    for motif in MOTIFS:
        for variant in range(VARIANTS):
            yield OutputFile(_path(motif, variant), picture(motif, variant))


def picture(motif: str, variant: int) -> str:
    """The motif in the colour of paper on nothing."""
    drawn = "".join(f'<path fill-opacity="{opacity}" d="{data}"/>' for opacity, data in paths(MOTIFS[motif](*CELLS, variant), CELL))
    width, height = (cells * CELL for cells in CELLS)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" fill="{PAPER}">{drawn}</svg>\n'
