"""Which colours and which motif a work has: decided by its chief theme and its type alone."""

from __future__ import annotations

from dataclasses import dataclass

from library.catalogue.catalogue import Catalogue, Placed
from library.pages.covers.motifs import MOTIF_OF_TYPE, MOTIFS, VARIANTS

PAPER = "#faf8f3"
"""The ground of the site by day (``--paper`` in tokens.css)."""

FAMILIES = (
    "#0b5563",  # teal, the site's own
    "#7a430a",  # ochre
    "#33417a",  # ink blue
    "#6b2f55",  # plum
    "#3f5420",  # moss
    "#842f24",  # brick
    "#1d4f7c",  # sea blue
    "#5a3f30",  # umber
    "#1c5a41",  # pine
    "#414c58",  # slate
    "#5f4a86",  # violet
    "#5c5010",  # olive
)
"""A deep colour for each top theme, in the order of the vocabulary: dark enough for text on
paper, and for paper-coloured text on it. ``covers.css`` has the same by day, with others by night."""


@dataclass(frozen=True)
class Design:
    """``family`` is a place in ``FAMILIES``, ``motif`` a name in ``MOTIFS``, ``variant`` below ``VARIANTS``."""

    family: int
    motif: str
    variant: int

    @property
    def colour(self) -> str:
        """The family's deep colour, ``#rrggbb``."""
        return FAMILIES[self.family]


def design_of(placed: Placed, catalogue: Catalogue) -> Design:
    """The look of a work: its colour from the top theme over its chief theme, its motif from
    its type, and which form the motif takes from the chief theme itself. A work that has no theme
    yet looks as those of the first.

    New themes and types get theirs by their place in the vocabulary; written at its end, they
    change none of the others.
    """
    themes, types = catalogue.vocabularies["themes"], catalogue.vocabularies["types"]
    chief = placed.work.themes[0] if placed.work.themes else next(iter(themes))
    top = (chief, *themes.ancestors(chief))[-1]
    siblings = (top, *themes.narrower.get(top, ()))
    motif = MOTIF_OF_TYPE.get(placed.work.type) or list(MOTIFS)[list(types).index(placed.work.type) % len(MOTIFS)]
    return Design(themes.tops[top] % len(FAMILIES), motif, siblings.index(chief) % VARIANTS)


def design_of_theme(theme: str | None, place: int, catalogue: Catalogue) -> Design:
    """The look of a record beside the works: its colour from its chief theme, or from the first where it has none, its motif by a number."""
    themes = catalogue.vocabularies["themes"]
    chief = theme or next(iter(themes))
    return Design(themes.tops[(chief, *themes.ancestors(chief))[-1]] % len(FAMILIES), list(MOTIFS)[place % len(MOTIFS)], 0)


def contrast(one: str, other: str) -> float:
    """Contrast of two colours ``#rrggbb``, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#rrggbb``, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
        for value in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
