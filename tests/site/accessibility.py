"""What axe-core finds on a page (https://github.com/dequelabs/axe-core), as it looks to several readers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[1] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SCHEMES = ("light", "dark")
WIDTHS = (1280, 390)
_ASK = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


Look = tuple[int | None, str]
"""A width in CSS pixels, or None for the one that the page has, and a scheme."""


def every_look(widths: Iterable[int] = ()) -> list[Look]:
    """Light and dark in every width, or in the one that the page has."""
    return [(width, scheme) for width in widths or [None] for scheme in SCHEMES]


def looks_in_turn(place: int, number: int) -> list[Look]:
    """``number`` of the four looks of a page, beginning with another one at each place.

    With one look a page, four pages that follow each other, or one page in four languages at places
    that follow each other, are seen in all four: a Latin square, which misses what only shows where a
    kind of page, a language, a width and a scheme meet. ``scripts/test long`` takes all four of each.
    """
    looks = every_look(WIDTHS)
    return [looks[(place + further) % len(looks)] for further in range(number)]


def violations(page: Page, looks: Iterable[Look] = ((None, "light"), (None, "dark"))) -> list[str]:
    """Each violation on the page as it stands, in each look."""
    page.evaluate(AXE.read_text("utf-8") + "; 0")  # as a debugger would: pages forbid scripts in their own text
    return [
        f"{look}: {violation['id']}: {json.dumps([node['target'] for node in violation['nodes']][:3])}"
        for look in _taken_on(page, looks)
        for violation in page.evaluate(_ASK, TAGS)["violations"]
    ]


def _taken_on(page: Page, looks: Iterable[Look]) -> Iterator[str]:
    height = (page.viewport_size or {"height": 900})["height"]
    for width, scheme in looks:
        if width:
            page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # else links fade from one colour to the other
        yield f"{scheme}, {width} px" if width else scheme
    page.emulate_media(color_scheme=SCHEMES[0], reduced_motion="no-preference")
