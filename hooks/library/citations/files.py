"""The files of citations: of works, editions, lists and the library."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from library.catalogue.catalogue import Placed
from library.catalogue.indexes import FACETS
from library.citations import paths as citation_paths
from library.citations.formats import FORMATS
from library.citations.library import Library
from library.press.output import Note, OutputFile

Listed = tuple[str, tuple[Placed, ...]]
"""Path of a list's files, without an ending, and its works."""


def of_work(library: Library, placed: Placed) -> Iterator[OutputFile]:
    """The citations of a work, beside its page."""
    for format_ in FORMATS:
        yield OutputFile(f"{citation_paths.of_work(placed)}.{format_.ending}", format_.join(library.texts.of(format_, placed)))


def of_editions(library: Library, placed: Placed) -> Iterator[OutputFile]:
    """The citation of each edition of a work that has several."""
    citations = library.citing.of_work(placed)
    for number, citation in enumerate(citations if len(citations) > 1 else ()):
        path = citation_paths.of_edition(placed, citation)
        for format_ in FORMATS:
            text = library.texts.of(format_, placed)[number]
            if format_.names_siblings:  # which are not in this file
                text = format_.entry(replace(citation, siblings=()))
            yield OutputFile(f"{path}.{format_.ending}", format_.join([text]))


def lists(library: Library) -> Iterator[Listed]:
    """Each list, the journal and each of its issues."""
    catalogue = library.catalogue
    for facet in FACETS:
        for shelf in library.indexes.shelves[facet.path].values():
            yield citation_paths.of_list(shelf.path), shelf.works
    if catalogue.journal:
        yield citation_paths.of_list("journal"), tuple(placed for placed in catalogue.works.values() if placed.in_journal)
    for issue in catalogue.issues.values():
        yield citation_paths.of_list(f"journal/{issue.id}"), tuple(catalogue.works[article.id] for article in issue.articles)


def whole(library: Library) -> Listed:
    """All works, in the catalogue's order."""
    return citation_paths.LIBRARY, tuple(library.catalogue.works.values())


def of_list(library: Library, listed: Listed) -> Iterator[OutputFile | Note]:
    """A list's file in each format, in parts where it is long; each with its row of the manifest."""
    path, works = listed
    rows = []
    for format_ in FORMATS:
        for number, part in enumerate(library.texts.divided(format_, works), 1):
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


def manifest(path: str, rows: Iterable[object]) -> OutputFile:
    """What files there are of some lists: each with its works, editions, size and SHA-256."""
    told = {"licence": citation_paths.METADATA_LICENCE, "files": list(rows)}
    return OutputFile(path, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
