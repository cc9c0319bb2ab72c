"""Imports a text into a copy of the small catalogue, as ``library import`` does."""

from __future__ import annotations

from pathlib import Path

from catalogues import SpoiltCatalogue
from click.testing import CliRunner, Result
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.catalogue.model import Work
from library.commands import main


class Importing:
    """``folder`` is where files to import are laid."""

    def __init__(self, copy: SpoiltCatalogue, folder: Path) -> None:
        self.copy = copy
        self.folder = folder

    def call(self, *words: str | Path) -> Result:
        return CliRunner().invoke(main, ["import", *map(str, words), "--catalogue", str(self.copy.folder)])

    def file(self, text: str | bytes, name: str = "some.bib") -> Path:
        path = self.folder / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def take(self, text: str | bytes, name: str = "some.bib", *words: str) -> Catalogue:
        """The catalogue after a file was imported of which every entry is taken."""
        done = self.call(self.file(text, name), *words)
        assert done.exit_code == 0, done.output
        return load(self.copy.folder)

    def work(self, text: str | bytes, name: str = "some.bib", *words: str) -> Work:
        """The only work of such a file."""
        before = set(load(self.copy.folder).works)
        after = self.take(text, name, *words)
        [new] = set(after.works) - before
        return after.works[new].work

    def told(self, text: str | bytes, name: str = "some.bib", *words: str) -> str:
        """The report."""
        return self.call(self.file(text, name), *words).output


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
