"""Pages that the theme printed with places left open, and stamping texts into them.

Printing a page through the theme's templates costs 7 to 25 ms, nearly all of it the same
header and footer again. So the theme prints one shell per language and depth of address,
and every page of that depth is the shell with its places filled: the same bytes, which
the tests check against pages printed one by one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from copy import copy
from hashlib import blake2b

SECTIONS = ("publications", "themes", "countries", "journal", "people", "about")
"""Sections named in the header; each has a place that marks it as the current one."""

PLACES = ("title", "description", "head", "languages", "address", "body", *(f"current_{section}" for section in SECTIONS))
"""Places left open in a shell. All are HTML, escaped or made by our templates."""

_OPEN, _CLOSE = "\ue001", "\ue002"
_PLACE = re.compile(f"{_OPEN}([a-z_]+){_CLOSE}")

BASE = "\ue000"
"""Stands in stamped texts for the way from a page up to the site's root (``../..``).
Private-use characters cannot occur in records: they are refused as control characters
would be, and no font has them."""


def open_places() -> dict[str, str]:
    """What a template prints for each place, so that ``Shell`` finds it again."""
    return {place: f"{_OPEN}{place}{_CLOSE}" for place in PLACES}


def base_of(path: str) -> str:
    """The way up to the site's root from a page's file, without a slash at its end: ``..`` from ``about/index.html``, ``.`` from the root."""
    return "/".join([".."] * path.count("/")) or "."


class Shell:
    """A printed page, cut at its places. ``base`` is the way up from its depth."""

    def __init__(self, printed: str, base: str) -> None:
        parts = _PLACE.split(printed)
        missing = {"title", "head", "languages"} - set(parts[1::2])
        if missing:
            raise ValueError(f"the theme printed a page without a place for {', '.join(sorted(missing))}")
        self.texts = parts[0::2]
        self.places = parts[1::2]
        self.base = base

    @property
    def digest(self) -> bytes:
        return blake2b("\0".join((self.base, *self.texts, *self.places)).encode(), digest_size=16).digest()

    def changed(self, change: Callable[[str], str]) -> Shell:
        """The same shell with each of its texts changed."""
        changed = copy(self)
        changed.texts = [change(text) for text in self.texts]
        return changed

    def stamp(self, values: Mapping[str, str]) -> str:
        """The page with its places filled. A place without a value raises KeyError."""
        pieces = [self.texts[0]]
        for place, text in zip(self.places, self.texts[1:], strict=True):
            pieces.append(values[place])
            pieces.append(text)
        return "".join(pieces).replace(BASE, self.base)
