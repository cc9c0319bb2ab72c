"""The site as it will be, read while it is made: some files lie in the finished folder still, others beside it already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SiteReader:
    """Reads files of the site. ``folders`` are looked through in order; ``paths`` are all there will be, in order."""

    folders: Sequence[Path]
    paths: frozenset[str]

    def read(self, path: str) -> bytes:
        """The file's content. Raises FileNotFoundError where the site has no such file."""
        if path in self.paths:
            for folder in self.folders:
                try:
                    return (folder / path).read_bytes()
                except FileNotFoundError:
                    continue
        raise FileNotFoundError(path)

    def text(self, path: str) -> str:
        return self.read(path).decode()

    def has(self, path: str) -> bool:
        return path in self.paths

    def below(self, folder: str, ending: str = "") -> Iterator[str]:
        """Paths below a folder, relative to it, of its files with an ending, in order. The empty folder is the site's root."""
        start = f"{folder.rstrip('/')}/" if folder else ""
        yield from sorted(path[len(start) :] for path in self.paths if path.startswith(start) and path.endswith(ending))


def of_folder(folder: Path) -> SiteReader:
    """Reads a site that is finished."""
    paths = frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return SiteReader((folder,), paths)
