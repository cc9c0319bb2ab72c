"""The files of citations: of works, lists and the library."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator

from library.catalogue.catalogue import Placed
from library.citations import paths as citation_paths
from library.citations.formats import FORMATS, LIST_FORMATS
from library.citations.library import Library
from library.citations.lists import with_files
from library.press.output import Note, OutputFile

Listed = tuple[str, tuple[Placed, ...]]
"""Path of a list's files, without an ending, and its works."""


def of_work(library: Library, placed: Placed) -> Iterator[OutputFile]:
    """The citations of a work, beside its page."""
    for format_ in FORMATS:
        yield OutputFile(f"{citation_paths.of_work(placed)}.{format_.ending}", format_.join(library.texts.of(format_, placed)))


def lists(library: Library) -> Iterator[Listed]:
    """Each list that has files of its own, the journal and its issues among them."""
    return ((citation_paths.of_list(path), works) for path, works in with_files(library.catalogue, library.indexes))


def whole(library: Library) -> Listed:
    """All works that are offered, in the catalogue's order."""
    return citation_paths.LIBRARY, library.catalogue.listed


def of_list(library: Library, listed: Listed) -> Iterator[OutputFile | Note]:
    """A list's files, in parts where they are long, each with its row of the manifest.

    Those of the library are in every format and hold every edition; those of a list name each work once.
    """
    path, works = listed
    whole = path == citation_paths.LIBRARY
    rows = []
    for format_ in FORMATS if whole else LIST_FORMATS:
        for number, part in enumerate(library.texts.divided(format_, works, once=not whole), 1):
            file = OutputFile(citation_paths.of_part(path, number, format_), format_.join(itertools.chain.from_iterable(part)))
            data = file.data
            rows.append(
                {
                    "path": file.path,
                    "format": format_.label,
                    "media_type": format_.media_type,
                    "works": len(part),
                    "editions": sum(map(len, part)),
                    "bytes": len(data),
                    "sha256": hashlib.sha256(data).hexdigest(),
                }
            )
            yield OutputFile(file.path, data)
    yield Note(json.dumps(rows))
