"""Whether files are what they were when they were last looked at, told without reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

MARGIN = 2_000_000_000
"""Nanoseconds. A file that was changed so shortly before it was looked at may have been changed again in the same
tick of a file system's clock, which is 2 s long at worst (FAT); its stamp says nothing."""

READ_AT_MOST = 1 << 26
"""Bytes that are read of young files; documents of gigabytes that have just been fetched are not."""


class Stamp(NamedTuple):
    """Size in bytes, times of the last change of content and of anything in nanoseconds, and the file's number on its disk.

    ``touched`` is what no program can set back, unlike ``modified``.
    """

    size: int
    modified: int
    touched: int
    number: int


_FOLDER = Stamp(0, 0, 0, 0)


def stamp(path: str) -> Stamp | None:
    """The stamp of a file, or of what a link leads to; None where there is none."""
    try:
        found = os.stat(path)
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def stamps(paths: Iterable[str]) -> dict[str, Stamp]:
    """Stamps of files, and of all files below folders, also those that links lead to; compiled Python alone is passed over.

    A folder is told by its path with a slash: only that it is there.
    """
    found: dict[str, Stamp] = {}
    entered: set[tuple[int, int]] = set()
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if not os.path.isdir(path):
            if made := stamp(path):
                found[path] = made
            continue
        here = os.stat(path)
        if (here.st_dev, here.st_ino) in entered:
            continue
        entered.add((here.st_dev, here.st_ino))
        found[f"{path}/"] = _FOLDER
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name == "__pycache__":
                    continue
                if entry.is_file(follow_symlinks=False):
                    if made := stamp(entry.path):
                        found[entry.path] = made
                else:
                    waiting.append(entry.path)
    return found


def young(found: Mapping[str, Stamp], at: int) -> dict[str, Stamp]:
    """Files whose stamps say too little: they were changed shortly before or after the time ``at``, in nanoseconds."""
    return {path: each for path, each in found.items() if max(each.modified, each.touched) >= at - MARGIN}


def contents(found: Mapping[str, Stamp]) -> dict[str, bytes]:
    """Digests of what files hold, by path: of none where they hold too much to be read; without those that cannot be read."""
    if sum(each.size for each in found.values()) > READ_AT_MOST:
        return {}
    digests = {}
    for path in found:
        try:
            digests[path] = blake2b(Path(path).read_bytes(), digest_size=16).digest()
        except OSError:
            continue
    return digests
