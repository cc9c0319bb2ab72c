"""Scripts and stylesheets as they are sent: a slow line need not carry what is written for those who read the source.

Comments that begin with ``/*!`` are licences and stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from library.press import scripts
from library.press.output import OutputFile
from library.press.stylesheets import FOLDER, PARTS, site_css


def script(text: str) -> str:
    return str(jsmin(text, keep_bang_comments=True))


def style(text: str) -> str:
    return str(cssmin(text, keep_bang_comments=True))


def scripts_and_styles(overrides: Path) -> Iterator[OutputFile]:
    """Those made of several files below ``overrides``, and each that stands alone."""
    sheet = site_css(overrides)
    yield OutputFile(sheet.path, style(str(sheet.text)))
    for made in scripts.joined(overrides):
        yield OutputFile(made.path, script(str(made.text)))
    for source in sorted((overrides / FOLDER).glob("*.css")):
        if source.stem not in PARTS:
            yield OutputFile(f"{FOLDER}/{source.name}", style(source.read_text("utf-8")))
