"""Changes to many files of the catalogue at once: shown, tried on a copy, and carried out whole or not at all."""

from __future__ import annotations

import difflib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError, Problem
from library.keeping import journal


class Refused(Exception):
    """Nothing was changed. ``problems`` say why, each with its file, field and remedy."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("\n".join(map(str, problems)))


@dataclass
class Changes:
    """What would become of the files below ``folder``: new texts, and files that move. Nothing is written before ``carry_out``."""

    folder: Path
    before: dict[Path, str] = field(default_factory=dict)
    after: dict[Path, str | None] = field(default_factory=dict)
    moves: dict[Path, Path] = field(default_factory=dict)
    renamed: dict[Path, Path] = field(default_factory=dict)
    """Files of text with another name, each with the one it had."""
    new: set[Path] = field(default_factory=set)
    """Files of text that there were not."""
    copies: dict[Path, Path] = field(default_factory=dict)
    """Places of new files that are no text, each with the file that is copied there."""

    def text(self, path: Path) -> str:
        """The text of a file as it would be; remembers how it was read."""
        if path in self.after and (text := self.after[path]) is not None:
            return text
        if path not in self.before:
            self.before[path] = path.read_bytes().decode("utf-8")
        return self.before[path]

    def write(self, path: Path, text: str) -> None:
        if text != self.text(path):
            self.after[path] = text

    def add(self, path: Path, text: str) -> None:
        """A file of text that there was not. Raises Refused where there is one."""
        self._free(path)
        self.after[path] = text
        self.new.add(path)

    def add_file(self, source: Path, to: Path) -> None:
        """A copy of a file that is no text, which may lie anywhere. Raises Refused where there is one already."""
        self._free(to)
        self.copies[to] = source

    def drop(self, path: Path) -> None:
        """Takes back what was to be written to a file, or copied there."""
        self.after.pop(path, None)
        self.copies.pop(path, None)
        self.new.discard(path)

    def move(self, path: Path, to: Path) -> None:
        """Another name for a file of text, with whatever is changed in it."""
        self._free(to)
        self.after[to] = self.text(path)
        self.after[path] = None
        self.renamed[to] = path

    def move_file(self, path: Path, to: Path) -> None:
        """Another name for a file that is no text."""
        self._free(to)
        self.moves[path] = to

    def _free(self, path: Path) -> None:
        if path in self.new or path in self.copies or (path.exists() and self.after.get(path, "") is not None):
            raise Refused(Problem(self.name(path), 0, 0, "duplicate-id", "there is such a file already", "choose another id"))

    def name(self, path: Path) -> str:
        """A path as people are told it."""
        return path.relative_to(self.folder.parent).as_posix()

    def __bool__(self) -> bool:
        return bool(self.after or self.moves or self.copies)

    def __len__(self) -> int:
        return len(self.after) + len(self.moves) + len(self.copies)

    def difference(self) -> Iterator[str]:
        """Lines that show all of it, as ``diff -u`` does; a file with another name stands as one that moves."""
        for path in sorted(self.after):
            text = self.after[path]
            if text is None:
                continue
            old = self.renamed.get(path, path)
            if old != path:
                yield f"{self.name(old)} becomes {self.name(path)}"
            was = self.before.get(old, "").splitlines()
            yield from difflib.unified_diff(was, text.splitlines(), self.name(old), self.name(path), lineterm="", n=1)
        for path, to in sorted(self.moves.items()):
            yield f"{self.name(path)} becomes {self.name(to)}"
        for to, source in sorted(self.copies.items()):
            yield f"{source.name} is copied to {self.name(to)}"

    # -- trying and doing ----------------------------------------------------------------------

    def check(self) -> None:
        """Loads a copy of the catalogue with the changes in it. Raises Refused with every problem that they would bring."""
        with tempfile.TemporaryDirectory(prefix=f".{self.folder.name}-", dir=self.folder.parent) as beside:
            copy = Path(beside) / self.folder.name
            shutil.copytree(self.folder, copy, symlinks=True, copy_function=_linked, ignore=shutil.ignore_patterns(".*", "schemas"))
            for path, to in self.moves.items():
                os.replace(copy / path.relative_to(self.folder), copy / to.relative_to(self.folder))
            for to, source in self.copies.items():
                there = copy / to.relative_to(self.folder)
                there.parent.mkdir(parents=True, exist_ok=True)
                _linked(str(source.resolve()), str(there))
            for path, text in self.after.items():
                there = copy / path.relative_to(self.folder)
                there.parent.mkdir(parents=True, exist_ok=True)
                there.unlink(missing_ok=True)
                if text is not None:
                    there.write_bytes(text.encode())
            try:
                load(copy)
            except CatalogueError as error:
                raise Refused(*error.problems) from None

    def carry_out(self) -> None:
        """Writes down what will be done, then does it; what fails on the way is undone, what is cut off is finished by the next command.

        Vocabularies come first, so that a record never names a term that is not there yet, even if the machine stops.
        Raises Refused where a file was changed meanwhile, and OSError where the disk refuses.
        """
        self._as_they_were()
        if not self:
            return
        made = [folder for folder in self._folders() if not folder.exists()]
        after = dict(sorted(self.after.items(), key=lambda item: "vocabularies" not in item[0].parts))
        journal.write(self.folder, self.before, after, self.moves, self.copies)
        try:
            journal.finish(self.folder)
        except BaseException:
            self._undo(made)
            journal.drop(self.folder)
            raise

    def _as_they_were(self) -> None:
        """Raises Refused where somebody else wrote to a file since it was read, or put one where a new one is to be."""
        hint = "call the command again"
        for path, read in self.before.items():
            if not path.is_file() or path.read_bytes() != read.encode():
                raise Refused(Problem(self.name(path), 0, 0, "changed-meanwhile", "the file was changed meanwhile", hint))
        for path in (*self.new, *self.copies):
            if path.exists() or path.is_symlink():
                raise Refused(Problem(self.name(path), 0, 0, "changed-meanwhile", "the file was made meanwhile", hint))

    def _folders(self) -> list[Path]:
        return sorted({path.parent for path in (*self.new, *self.copies)})

    def _undo(self, made: list[Path]) -> None:
        for path in (*self.after, *self.copies):
            if path not in self.before:
                path.unlink(missing_ok=True)
            elif not path.is_file() or path.read_bytes() != self.before[path].encode():
                path.write_bytes(self.before[path].encode())
        for path, to in self.moves.items():
            if to.is_file() and not path.is_file():
                os.replace(to, path)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()


def _linked(source: str, target: str) -> str:
    """A second name for a file, or a copy where the disk has no such thing: documents may weigh gigabytes."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):  # Windows cannot link without following links
        shutil.copy2(source, target, follow_symlinks=False)
    return target
