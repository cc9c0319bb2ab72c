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


def violations(page: Page, widths: Iterable[int] = ()) -> list[str]:
    """Each violation on the page as it stands, in light and dark: in every width, or in the one it has."""
    page.add_script_tag(path=str(AXE))
    return [
        f"{look}: {violation['id']}: {json.dumps([node['target'] for node in violation['nodes']][:3])}"
        for look in _looks(page, widths)
        for violation in page.evaluate(_ASK, TAGS)["violations"]
    ]


def _looks(page: Page, widths: Iterable[int]) -> Iterator[str]:
    height = (page.viewport_size or {"height": 900})["height"]
    for width in widths or [None]:
        if width:
            page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # else links fade from one colour to the other
            yield f"{scheme}, {width} px" if width else scheme
    page.emulate_media(color_scheme=SCHEMES[0], reduced_motion="no-preference")
