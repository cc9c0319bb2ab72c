"""What a change is about to do, written down first: so that it is done whole, whenever it is cut off, or not at all.

The journal is a folder beside the catalogue. As soon as it has its name the change counts as made: whoever is next
carries it out to its end. Every step can be done again.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from library.catalogue.problems import Problem
from library.catalogue.unfinished import journal_of

STEPS = "steps.json"


class Stuck(Exception):
    """A change that was cut off cannot be carried out; ``problem`` says why and what to do."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


MANY = 100
"""Files above which the disk is asked once to keep all of them, and not after each: that takes minutes for ten thousand."""


def write(
    folder: Path,
    before: Mapping[Path, str],
    after: Mapping[Path, str | None],
    moves: Mapping[Path, Path],
    copies: Mapping[Path, Path] = MappingProxyType({}),
) -> None:
    """Writes the journal of a change; it counts from the moment at which this returns. Raises OSError, and then there is none.

    ``copies`` are places of new files, each with the file that is copied there.
    """
    journal = journal_of(folder)
    draft = journal.with_name(f"{journal.name}.next")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir()
    try:
        files: list[dict[str, str | None]] = []
        each = len(after) + len(copies) <= MANY
        for number, (path, text) in enumerate(after.items()):
            was = before.get(path)
            files.append(
                {
                    "path": path.relative_to(folder).as_posix(),
                    "before": None if was is None else _sha256(was.encode()),
                    "after": None if text is None else str(number),
                }
            )
            if text is not None:
                _write_through(draft / str(number), text.encode(), each)
        for number, (path, source) in enumerate(copies.items(), len(after)):
            files.append({"path": path.relative_to(folder).as_posix(), "before": None, "after": str(number)})
            _write_through(draft / str(number), source.read_bytes(), each)
        moved = [[path.relative_to(folder).as_posix(), to.relative_to(folder).as_posix()] for path, to in moves.items()]
        _write_through(draft / STEPS, json.dumps({"moves": moved, "files": files}, indent=1).encode())
        _sync_all(each)
        _sync(draft)
        draft.rename(journal)
        _sync(journal.parent)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def finish(folder: Path) -> bool:
    """Carries out what the journal says, if there is one; whether there was. Raises Stuck, and OSError where the disk refuses.

    A file that is neither as it was nor as it will be was changed by somebody meanwhile: then nothing is touched.
    """
    journal = journal_of(folder)
    shutil.rmtree(journal.with_name(f"{journal.name}.next"), ignore_errors=True)
    if not journal.is_dir():
        return False
    steps = _steps(folder, journal)
    for step in steps:
        if not step.possible:
            name = f"{folder.name}/{step.path.relative_to(folder).as_posix()}"
            said = "the file was changed after a change to the catalogue had been cut off"
            hint = f"what it would have become lies in {journal.name}/; take over what you need, then delete that folder"
            raise Stuck(Problem(name, 0, 0, "changed-meanwhile", said, hint))
    each = len(steps) <= MANY
    for step in steps:
        step.take(each)
    _sync_all(each)
    for parent in {step.path.parent for step in steps}:
        _sync(parent)
    drop(folder)
    return True


def drop(folder: Path) -> None:
    """Takes the journal away: its change is made, or was undone."""
    journal = journal_of(folder)
    done = journal.with_name(f"{journal.name}.next")  # half a journal must never have its name
    shutil.rmtree(done, ignore_errors=True)
    journal.rename(done)
    shutil.rmtree(done, ignore_errors=True)


# -- steps -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Move:
    path: Path
    to: Path

    @property
    def possible(self) -> bool:
        return self.path.is_file() != self.to.is_file()

    def take(self, through: bool) -> None:
        if self.path.is_file():
            os.replace(self.path, self.to)


@dataclass(frozen=True)
class _Text:
    """A file that gets another text, comes or goes: ``after`` is None where it goes, ``before`` where it comes."""

    path: Path
    before: str | None
    after: bytes | None

    @property
    def possible(self) -> bool:
        now = self._now()
        return now in (self.before, None if self.after is None else _sha256(self.after))

    def _now(self) -> str | None:
        return _sha256(self.path.read_bytes()) if self.path.is_file() else None

    def take(self, through: bool) -> None:
        beside = self.path.with_name(f".{self.path.name}.next")
        if self.after is None:
            self.path.unlink(missing_ok=True)
        elif self._now() != _sha256(self.after):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                _write_through(beside, self.after, through)
                os.replace(beside, self.path)
            finally:
                beside.unlink(missing_ok=True)
        else:
            beside.unlink(missing_ok=True)


def _steps(folder: Path, journal: Path) -> list[_Move | _Text]:
    try:
        written: dict[str, Any] = json.loads((journal / STEPS).read_bytes())
        moves = [_Move(_inside(folder, path), _inside(folder, to)) for path, to in written["moves"]]
        texts = [
            _Text(
                _inside(folder, file["path"]),
                file["before"],
                None if file["after"] is None else (journal / str(int(file["after"]))).read_bytes(),
            )
            for file in written["files"]
        ]
    except (OSError, ValueError, KeyError, TypeError) as error:
        said = f"the journal of a change that was cut off cannot be read: {error}"
        hint = f"restore {folder.name}/ from the history of the repository, then delete {journal.name}/"
        raise Stuck(Problem(journal.name, 0, 0, "unfinished-change", said, hint)) from None
    return [*moves, *texts]


def _inside(folder: Path, name: str) -> Path:
    """A path below the catalogue: a journal may lie in what somebody else has made."""
    path = folder / name
    if ".." in path.parts or not path.parent.resolve().is_relative_to(folder.resolve()):
        raise ValueError(f'"{name}" lies outside of the catalogue')
    return path


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _write_through(path: Path, data: bytes, through: bool = True) -> None:
    with path.open("wb") as file:
        file.write(data)
        if through or not hasattr(os, "sync"):
            file.flush()
            os.fsync(file.fileno())


def _sync_all(done: bool) -> None:
    """Has the disk keep everything, where that was not asked for each file."""
    if not done and hasattr(os, "sync"):
        os.sync()


def _sync(folder: Path) -> None:
    """Has the disk keep the names in a folder, where the system knows such a thing."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
