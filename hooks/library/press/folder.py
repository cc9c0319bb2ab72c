"""The folder of the finished site, which changes whole or not at all.

A site made from nothing is written beside the folder and takes its place in one step. Of a
difference, all files that change are written beside it, then a journal of what is to be
done; only then is it carried out. What a build that was stopped left behind, the next one
finishes (a journal is there) or throws away (there is none).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2): Linux 3.15
_HERE = -100  # AT_FDCWD


class Folder:
    """A site's folder, and what lies beside it while it changes: ``.NAME.next`` and ``.NAME.journal``."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self.next = self.path.with_name(f".{self.path.name}.next")
        self.last = self.path.with_name(f".{self.path.name}.last")
        self.journal = self.path.with_name(f".{self.path.name}.journal")

    def heal(self) -> None:
        """Finishes what a stopped build had written down, and throws away what it had not."""
        if self.journal.is_file():
            self.carry_out()
        if not self.path.exists() and self.last.is_dir():  # stopped between the two steps of a swap
            os.replace(self.last, self.path)
        if self.path.is_dir() and self.last.is_dir():  # stopped before the old site was cleared away
            self._take_over_hidden()
        for left in (self.next, self.last):
            shutil.rmtree(left, ignore_errors=True)
        with suppress(OSError):
            self._unfinished.unlink()

    @property
    def _unfinished(self) -> Path:
        return self.journal.with_suffix(".part")

    def begin(self) -> Path:
        """An empty folder for new files, on the same disk as the site."""
        shutil.rmtree(self.next, ignore_errors=True)
        self.next.mkdir(parents=True)
        return self.next

    # -- a site from nothing ---------------------------------------------------------------

    def swap(self) -> None:
        """The new folder takes the place of the old one."""
        if not self.path.exists():
            os.replace(self.next, self.path)
            return
        if _exchange(self.next, self.path):
            os.replace(self.next, self.last)
        else:
            os.replace(self.path, self.last)
            os.replace(self.next, self.path)
        self._take_over_hidden()
        shutil.rmtree(self.last, ignore_errors=True)

    def _take_over_hidden(self) -> None:
        """Files and folders at the top whose names begin with a dot are the host's or git's, and stay."""
        for path in self.last.iterdir():
            if path.name.startswith(".") and path.name != ".well-known" and not (self.path / path.name).exists():
                os.replace(path, self.path / path.name)

    # -- a difference ------------------------------------------------------------------------

    def write_down(self, moved: Iterable[str], deleted: Iterable[str]) -> None:
        """Notes what is to be done: the paths of files to be taken over from ``next``, and of those to be deleted."""
        text = json.dumps({"moved": sorted(moved), "deleted": sorted(deleted)}, ensure_ascii=False)
        with self._unfinished.open("w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(self._unfinished, self.journal)

    def carry_out(self) -> None:
        """Does what the journal says; done twice it leaves the same."""
        todo = json.loads(self.journal.read_text("utf-8"))
        folders = {path.rpartition("/")[0] for path in todo["moved"]}
        for folder in sorted(folders):  # on a full disk these fail, and before any file is another
            with suppress(FileExistsError, NotADirectoryError):
                (self.path / folder).mkdir(parents=True, exist_ok=True)
        for folder in sorted(folders):
            self._make_way(self.path / folder)
        for path in todo["moved"]:
            target = self.path / path
            with suppress(FileNotFoundError):  # taken over before the build was stopped
                if target.is_dir():
                    shutil.rmtree(target)
                os.replace(self.next / path, target)
        for path in todo["deleted"]:
            with suppress(FileNotFoundError, NotADirectoryError):
                (self.path / path).unlink()
            self._remove_empty((self.path / path).parent)
        self.journal.unlink()
        shutil.rmtree(self.next, ignore_errors=True)

    def _make_way(self, folder: Path) -> None:
        """The folder, also where a file of that name stood."""
        below = folder
        while below != self.path and not below.is_dir():
            if below.exists():
                below.unlink()
            below = below.parent
        folder.mkdir(parents=True, exist_ok=True)

    def _remove_empty(self, folder: Path) -> None:
        while folder != self.path and self.path in folder.parents:
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent


def _exchange(one: Path, other: Path) -> bool:
    """Two folders change places in one step; False where the system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # takes longer than a look at a site that is as it was

    try:
        done = ctypes.CDLL(None, use_errno=True).renameat2(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    except (OSError, AttributeError):
        return False
    return bool(done == 0)


def hidden(path: str) -> bool:
    """Whether a file at the top of the folder is somebody else's: a host's or git's."""
    return path.startswith(".") and not path.startswith(".well-known/")


def scan(folder: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """Paths of all files below a folder, with their sizes and times."""
    start = len(str(folder)) + 1
    waiting = [str(folder)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                stat = entry.stat(follow_symlinks=False)
                yield entry.path[start:], (stat.st_size, stat.st_mtime_ns)
