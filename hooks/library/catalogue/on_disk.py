"""Files of the catalogue as they lie on the disk: what is passed over, and what cannot or must not be opened."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from library.catalogue.problems import Problem

_LEFT_BY = ("~", ".swp", ".swo", ".orig", ".rej", ".tmp", ".part", ".crdownload")
_LEFT_AS = ("#", "~$", ".")
_LEFT = ("thumbs.db", "desktop.ini", "__macosx")


def is_leftover(name: str) -> bool:
    """Whether a file is what an editor, a system or a browser leaves beside others: ``.#x.yml``, ``x.yml~``, ``._x``, ``Thumbs.db``.

    Hidden files are nobody's records: the catalogue never had any.
    """
    lowered = name.lower()
    return lowered.startswith(_LEFT_AS) or lowered.endswith(_LEFT_BY) or lowered in _LEFT


def leftovers(folder: Path) -> list[str]:
    """Paths of what is passed over in a catalogue, from its folder on, sorted; of a folder of leftovers the folder alone."""
    return sorted(path.relative_to(folder).as_posix() for path in _walk(folder, left=True) if path.name not in (".gitkeep", ".gitignore"))


def files_of(folder: Path) -> Iterator[Path]:
    """All that lies in a folder and below it, sorted, leftovers aside; what cannot be listed is passed over here."""
    yield from sorted(_walk(folder, left=False))


def _walk(folder: Path, left: bool) -> Iterator[Path]:
    for path in listed(folder):
        if is_leftover(path.name):
            if left:
                yield path
            continue
        if not left:
            yield path
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, left)


def listed(folder: Path) -> list[Path]:
    """What lies in a folder, sorted; nothing where it is none or cannot be listed (``fault`` tells why)."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def fault(path: Path, name: str, folder: Path, what: str = "record") -> Problem | None:
    """Why a file must not be opened: it lies elsewhere, or is no plain file. ``folder`` is that of the catalogue.

    Nothing is read: reading a pipe would never end.
    """
    try:
        target = path.resolve(strict=True)
        kind = path.stat().st_mode
    except (OSError, RuntimeError) as error:  # a loop of links is a RuntimeError before Python 3.13
        if path.is_symlink():
            said, hint = "the file is a link that leads nowhere", f"put the {what} itself here, or delete the link"
            return Problem(name, 0, 0, "outside", said, hint)
        return unreadable(name, error)
    if not target.is_relative_to(folder.resolve()):
        return Problem(name, 0, 0, "outside", "the file is a link that leads out of the catalogue", f"put the {what} itself here")
    if not stat.S_ISREG(kind):
        said = "this is no file but " + next((word for test, word in _KINDS if test(kind)), "something else")
        return Problem(name, 0, 0, "unreadable-file", said, f"put the {what} itself here, or delete it")
    return None


_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def unreadable(name: str, error: BaseException) -> Problem:
    """A file or folder that the system does not let us read."""
    why = getattr(error, "strerror", None) or str(error) or type(error).__name__
    hint = "look at its permissions and its name, and at the disk it lies on"
    return Problem(name, 0, 0, "unreadable-file", f"this cannot be read: {why}", hint)
