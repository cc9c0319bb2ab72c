"""A change to many files of the catalogue that was cut off: where its journal lies, and that nothing may be read meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from library.catalogue.problems import Problem


def journal_of(folder: Path) -> Path:
    """The folder beside the catalogue that holds what a change is about to write."""
    return folder.parent / f".{folder.name}-change"


def unfinished(folder: Path) -> Iterator[Problem]:
    """That a change was cut off, where one was: half of the files are as they were, half as they will be."""
    if journal_of(folder).is_dir():
        said = "a change to the catalogue was cut off, and is half done"
        yield Problem(folder.name, 0, 0, "unfinished-change", said, "call scripts/check, which carries it out to its end")
