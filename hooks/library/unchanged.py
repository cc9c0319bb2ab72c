"""Whether a site is still what it was made from, told without reading a file: then a build is over before it has begun.

It leans on as little as can be: what the rest of the library imports takes longer than this.
"""

from __future__ import annotations

import os
import pickle
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from library.press.folder import Folder, hidden, scan
from library.press.stamps import Stamp, contents, stamp, stamps, young

PACKAGE = Path(__file__).resolve().parent

SCHEMA = "2"
"""Changes with what is kept."""


class Finished:
    """What a build was made from, and what it left: kept beside the store of each site.

    Inputs are told by their stamps, those that were changed shortly before the build by what they
    hold as well, for one often builds as soon as a file is saved. Outputs are told by size and time
    as they were written. Whatever is in doubt counts as changed, and then a build finds out by reading.
    """

    def __init__(self, cache: Path, *asked: str) -> None:
        """``asked`` is what the build was asked for: another question has another answer."""
        self.path = cache / "sites" / f"{blake2b(repr(asked).encode(), digest_size=8).hexdigest()}.finished"
        self.began = time.time_ns()
        self._read: dict[str, bytes] = {}

    def look(self, watched: tuple[str, ...], *, ours: bool = False) -> dict[str, Stamp]:
        """Stamps of what a build is about to read; what is too young to be told by its stamp is read here.

        Not so what was changed since the build began, for it may have been read before, nor young
        code, which may have been loaded before: unless it is ``ours``, written by the build itself.
        """
        found = stamps(watched)
        doubtful = young(found, self.began)
        if not ours:
            doubtful = {
                path: each for path, each in doubtful.items() if max(each.modified, each.touched) < self.began and not path.endswith(".py")
            }
        self._read |= contents(doubtful)
        return found

    def unchanged(self) -> tuple[int, int, int] | None:
        """Numbers of pages, other files and units of the site, if neither that nor what it was made from has changed since."""
        with suppress(OSError, ValueError, TypeError, KeyError, EOFError, AttributeError, ImportError, IndexError, pickle.UnpicklingError):
            told, _, data = self.path.read_bytes().partition(b"\n")
            if told == _digest(data):
                return _still_true(pickle.loads(data))
        return None

    def keep(
        self,
        inputs: Mapping[str, Stamp],
        watched: tuple[str, ...],
        environment: Mapping[str, str | None],
        into: Path,
        outputs: Mapping[str, tuple[int, int]],
        counts: tuple[int, int, int],
    ) -> None:
        """Keeps what there was when the build began, and what it left; nothing where that cannot be told for certain.

        ``environment`` are the variables that were asked for, ``outputs`` sizes and times of the
        site's files by path, ``counts`` what ``unchanged`` then gives.
        """
        kept = {
            "schema": SCHEMA,
            "program": _program(),
            "inputs": {path: tuple(each) for path, each in inputs.items()},
            "watched": watched,
            "packages": _packages(),
            "environment": dict(environment),
            "into": str(into.resolve()),
            "outputs": dict(outputs),
            "counts": counts,
        }
        with suppress(OSError):
            doubtful = young(inputs, self.began)
            read = kept["read"] = {path: self._read[path] for path in doubtful if path in self._read}
            if young(_packages(), self.began) or doubtful.keys() != read.keys() or contents(doubtful) != read:
                self.path.unlink(missing_ok=True)
                return
            data = pickle.dumps(kept, protocol=5)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            part = self.path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(_digest(data) + b"\n" + data)
            os.replace(part, self.path)


def _still_true(kept: dict[str, Any]) -> tuple[int, int, int] | None:
    folder = Folder(Path(kept["into"]))
    same = (
        (kept["schema"], kept["program"]) == (SCHEMA, _program())
        and all(os.environ.get(name) == value for name, value in kept["environment"].items())
        and kept["packages"] == _packages()
        and not any(path.exists() for path in (folder.next, folder.last, folder.journal))
        and stamps(kept["watched"]) == kept["inputs"]
        and contents({path: Stamp(*kept["inputs"][path]) for path in kept["read"]}) == kept["read"]
        and _lying(folder.path, kept["outputs"]) == kept["outputs"]
    )
    return kept["counts"] if same else None


def _program() -> tuple[str, str]:
    return sys.version, str(PACKAGE)


def _lying(site: Path, outputs: Mapping[str, object]) -> dict[str, tuple[int, int]]:
    """Files of the site's folder, but for those of a host or of git."""
    return {path: found for path, found in scan(site) if path in outputs or not hidden(path)}


def _packages() -> dict[str, Stamp]:
    """Folders of installed packages: what is installed or taken away changes their times."""
    places = (place for place in sys.path if place.endswith(("site-packages", "dist-packages")))
    return {place: found for place in places if (found := stamp(place))}


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()


def sentence(pages: int, others: int, seconds: float, made: int, kept: int, written: int, deleted: int) -> str:
    """What a build did: numbers of files, units and changes."""
    told = f"{pages} pages and {others} other files in {seconds:.1f} s: "
    return f"{told}{made} units made, {kept} kept; {written} files written, {deleted} deleted"
