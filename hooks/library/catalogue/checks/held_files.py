"""Documents and covers in ``catalogue/files/``: those named are there, and those there are named."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue import covers
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.problems import Problem

CITATION_ENDINGS = ("bib", "biblatex.bib", "ris", "json", "csv")
"""Endings of the files of citations, which lie beside a work's documents; a test holds them to the formats there are."""


def documents(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for number, edition in enumerate(placed.work.editions):
        if not edition.file:
            continue
        if edition.file in _own_files(placed):
            yield placed.record.problem(
                (*placed.keys, "editions", number, "file"),
                "file-name",
                f'"{edition.file}" is the name of a file that the library makes beside the page',
                f"name the document otherwise, as in {placed.work.id}-table.{edition.file.rsplit('.', 1)[-1]}",
            )
        path = catalogue.folder / "files" / edition.file
        if path.is_file() and not path.resolve().is_relative_to(catalogue.folder.resolve()):
            yield placed.record.problem(
                (*placed.keys, "editions", number, "file"),
                "outside",
                f"catalogue/files/{edition.file} is a link that leads out of the catalogue",
                "put the document itself there",
            )
        elif not path.is_file():
            yield placed.record.problem(
                (*placed.keys, "editions", number, "file"),
                "missing-file",
                f"catalogue/files/{edition.file} does not exist",
                "add the file in the same pull request, or leave the field out",
            )


def cover(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    path = covers.source_of(catalogue, placed)
    if path is None:
        return
    if not path.is_file():
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "missing-file",
            f"catalogue/files/{placed.work.cover} does not exist",
            "add the picture in the same pull request, or leave the field out",
        )
        return
    if not path.resolve().is_relative_to(catalogue.folder.resolve()):
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "outside",
            f"catalogue/files/{placed.work.cover} is a link that leads out of the catalogue",
            "put the picture itself there",
        )
        return
    try:
        covers.size_of(path)
    except covers.UnreadableCover as error:
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "unreadable-cover",
            f"catalogue/files/{placed.work.cover} cannot be shown: {error}",
            "save the picture as JPEG, PNG or WebP, or leave the field out",
        )


def _own_files(placed: Placed) -> set[str]:
    """Names of the files that the library itself puts into the folder of a work."""
    stems = [placed.work.id, *(f"{placed.work.id}.{edition.language or 'und'}" for edition in placed.work.editions)]
    return {f"{stem}.{ending}" for stem in stems for ending in CITATION_ENDINGS}


def unnamed_files(catalogue: Catalogue) -> Iterator[Problem]:
    """Documents that no record names, so that nobody would find them."""
    named = {edition.file for placed in catalogue.works.values() for edition in placed.work.editions}
    named |= {placed.work.cover for placed in catalogue.works.values()}
    folder = catalogue.folder / "files"
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if path.is_file() and not path.name.startswith(".") and path.relative_to(folder).as_posix() not in named:
            yield Problem(
                path.relative_to(catalogue.folder.parent).as_posix(),
                0,
                0,
                "stray-file",
                "no record names this document",
                "add a line file: to the edition that it is (cover: for a picture of a cover), or delete the document",
            )
