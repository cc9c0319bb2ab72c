"""What files of citations there are: a row for each, with its works, editions, size and SHA-256."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from library.citations import paths as citation_paths
from library.citations.formats import PART_LIMIT
from library.press.output import OutputFile


def files(path: str, rows: Iterable[object], limit: int = PART_LIMIT) -> Iterator[OutputFile]:
    """The manifest at a path, a line each row. Each part is below ``limit`` bytes and names the next in ``next``.

    The first part keeps the path; the others are ``lists-2.json``, ``lists-3.json`` …
    """
    parts: list[list[str]] = [[]]
    size = 0
    for row in rows:
        line = json.dumps(row, ensure_ascii=False)
        length = len(line.encode()) + 2
        if parts[-1] and size + length >= limit - 1024:
            parts.append([])
            size = 0
        parts[-1].append(line)
        size += length
    licence = json.dumps(citation_paths.METADATA_LICENCE, ensure_ascii=False)
    for number, lines in enumerate(parts, 1):
        following = f',\n"next": "{_numbered(path, number + 1)}"' if number < len(parts) else ""
        joined = ",\n".join(lines)
        yield OutputFile(_numbered(path, number), f'{{"licence": {licence},\n"files": [\n{joined}\n]{following}}}\n')


def _numbered(path: str, number: int) -> str:
    return path if number == 1 else str(PurePosixPath(path).with_stem(f"{PurePosixPath(path).stem}-{number}"))
