"""Covers that the library holds, as files of the site."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from library.catalogue.catalogue import Placed
from library.catalogue.covers import FIGURE_WIDTH, SHOWN_WIDTH, light_copy
from library.catalogue.figures import Figure
from library.pages.covers.picture_cache import PictureCache, fingerprint
from library.press.output import OutputFile


def held_path(placed: Placed) -> str:
    """Where the light copy lies, from the site's root: one for all languages."""
    return f"{placed.address}/cover.webp"


def held_file(placed: Placed, source: Path, kept: PictureCache) -> OutputFile:
    """The light copy as a file of the site, taken from those kept where the source has not changed."""
    return OutputFile(held_path(placed), _copy(source, SHOWN_WIDTH, kept))


def figure_path(placed: Placed, figure: Figure) -> str:
    """Where the light copy of a figure lies, from the site's root: one for all languages."""
    return f"{placed.address}/{figure.shown_name}"


def figure_file(placed: Placed, figure: Figure, source: Path, kept: PictureCache) -> OutputFile:
    """The light copy of a figure as a file of the site."""
    return OutputFile(figure_path(placed, figure), _copy(source, FIGURE_WIDTH, kept))


def _copy(source: Path, widest: int, kept: PictureCache) -> bytes:
    key = fingerprint("cover", str(widest), sha256(source.read_bytes()).hexdigest())
    copy = kept.find(key)
    if copy is None:
        copy = light_copy(source, widest)
        kept.keep(key, copy)
    return copy
