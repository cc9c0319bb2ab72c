"""How files are called that readers take away: what they hold, and the day on which any of it last changed.

A folder of downloads full of ``works.bib`` tells nobody which list each was, nor from when.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from library.catalogue.catalogue import Placed
from library.machines import changes
from library.words.translations import Words

_TELLING = re.compile(r"(?=.*[a-z]{3})[a-z0-9-]+")
"""The last part of an address that says by itself what it is: ``digitalisation``, not ``kz``, ``2019`` or ``10``."""

_WHOLE = re.compile(r"(?:works|library)(?P<part>-\d+)?\.(?P<ending>[^/]+)")


@dataclass(frozen=True)
class Download:
    """Name of the files of some works, without the day, and with it; how many works and editions they hold, in words."""

    name: str
    dated: str
    works: str
    editions: str


def of(words: Words, address: str, works: Sequence[Placed]) -> Download:
    """Of what stands at an address. ``editions`` is empty where there are no more of them than works."""
    last = address.rpartition("/")[2]
    name = last if _TELLING.fullmatch(last) else address.replace("/", "-")
    editions = sum(len(placed.work.editions) for placed in works)
    return Download(
        name,
        f"{name}-{changes.last_change(works)}",
        words.plural("%(num)s publication", "%(num)s publications", len(works)),
        words.plural("%(num)s edition", "%(num)s editions", editions) if editions > len(works) else "",
    )


def called(path: str, name: str) -> str:
    """Under which name a file is saved: ``themes/ethics/works-2.bib`` as ``ethics-2026-11-22-2.bib``."""
    file = path.rpartition("/")[2]
    if found := _WHOLE.fullmatch(file):
        return f"{name}{found['part'] or ''}.{found['ending']}"
    return f"{name}.{file.partition('.')[2]}"
