"""Covers that the library holds, as files of the site."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from library.catalogue.catalogue import Placed
from library.catalogue.covers import SHOWN_WIDTH, light_copy
from library.pages.covers.picture_cache import PictureCache, fingerprint
from library.press.output import OutputFile


def held_path(placed: Placed) -> str:
    """Where the light copy lies, from the site's root: one for all languages."""
    return f"{placed.address}/cover.webp"


def held_file(placed: Placed, source: Path, kept: PictureCache) -> OutputFile:
    """The light copy as a file of the site, taken from those kept where the source has not changed."""
    key = fingerprint("cover", str(SHOWN_WIDTH), sha256(source.read_bytes()).hexdigest())
    copy = kept.find(key)
    if copy is None:
        copy = light_copy(source)
        kept.keep(key, copy)
    return OutputFile(held_path(placed), copy)
