"""Scripts and stylesheets as they are sent: a slow line need not carry what is written for those who read the source.

Comments that begin with ``/*!`` are licences and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from .output import OutputFile
from .search.scripts import joined
from .stylesheets import PARTS, site_css

SCRIPTS = "assets/javascripts"
STYLES = "assets/stylesheets"


def script(text: str) -> str:
    return str(jsmin(text, keep_bang_comments=True))


def style(text: str) -> str:
    return str(cssmin(text, keep_bang_comments=True))


def scripts_and_styles(overrides: Path) -> Iterator[OutputFile]:
    """Those made of several files below ``overrides``, and each that stands alone."""
    sheet = site_css(overrides)
    yield OutputFile(sheet.path, style(str(sheet.text)))
    for made in joined(overrides):
        yield OutputFile(made.path, script(str(made.text)))
    for source in sorted((overrides / SCRIPTS).glob("*.js")):
        yield OutputFile(f"{SCRIPTS}/{source.name}", script(source.read_text("utf-8")))
    for source in sorted((overrides / STYLES).glob("*.css")):
        if source.stem not in PARTS:
            yield OutputFile(f"{STYLES}/{source.name}", style(source.read_text("utf-8")))
