"""Documents and covers in ``catalogue/files/``: those named are there, and those there are named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from library.catalogue import contents, covers
from library.catalogue import documents as documents_of
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.figures import figures
from library.catalogue.on_disk import fault, files_of, unreadable
from library.catalogue.problems import Problem
from library.catalogue.yaml_texts import Keys

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
        yield from _as_stated(placed, ("editions", number, "sha256"), path, edition.sha256)
        yield from _there(catalogue, placed, ("editions", number, "file"), path, "document") or _content(
            placed, ("editions", number, "file"), path
        )


def cover(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    path, stated = covers.source_of(catalogue, placed), placed.work.cover_sha256
    if path is None:
        if stated:
            said = "a SHA-256 is stated of a cover that the record does not name"
            yield placed.record.problem(
                (*placed.keys, "cover_sha256"), "wrong-checksum", said, "name the picture under cover, or strike this line"
            )
        return
    yield from _as_stated(placed, ("cover_sha256",), path, stated)
    if found := _there(catalogue, placed, ("cover",), path, "picture"):
        yield from found
        return
    try:
        covers.check(path)
    except covers.UnreadableCover as error:
        yield placed.record.problem(
            (*placed.keys, "cover"),
            "unreadable-cover",
            f"catalogue/files/{placed.work.cover} cannot be shown: {error}",
            "save the picture as JPEG, PNG or WebP, or leave the field out",
        )


def _as_stated(placed: Placed, keys: Keys, path: Path, stated: str | None) -> Iterator[Problem]:
    """Whether a file has the SHA-256 that its record states."""
    if stated and path.is_file() and documents_of.checksum(path) != stated:
        yield placed.record.problem(
            (*placed.keys, *keys),
            "wrong-checksum",
            f"catalogue/files/{path.name} is not the file whose SHA-256 is stated here",
            "restore the file from the history of the repository; if it was meant to change, strike this line and call library checksums",
        )


def _there(catalogue: Catalogue, placed: Placed, keys: Keys, path: Path, what: str) -> list[Problem]:
    """Why a document or picture cannot be opened, told at the record that names it; empty where it can."""
    if path.is_dir() or not (path.exists() or path.is_symlink()):
        said = f"catalogue/files/{path.name} does not exist"
        return [
            placed.record.problem(
                (*placed.keys, *keys), "missing-file", said, f"add the {what} in the same pull request, or leave the field out"
            )
        ]
    if found := fault(path, f"catalogue/files/{path.name}", catalogue.folder, what):
        return [placed.record.problem((*placed.keys, *keys), found.code, f"catalogue/files/{path.name}: {found.message}", found.hint)]
    return []


def _content(placed: Placed, keys: Keys, path: Path) -> Iterator[Problem]:
    """Whether a document is what its name says, and not larger than a host takes."""
    try:
        size = path.stat().st_size
        said = "" if size > contents.SIZE_LIMIT else contents.fault_of(path)
    except OSError as error:
        found = unreadable(path.name, error)
        yield placed.record.problem((*placed.keys, *keys), found.code, f"catalogue/files/{path.name}: {found.message}", found.hint)
        return
    if size > contents.SIZE_LIMIT:
        yield placed.record.problem(
            (*placed.keys, *keys),
            "file-too-large",
            f"catalogue/files/{path.name} has {size:,} bytes; a document has at most {contents.SIZE_LIMIT:,}",
            "make a smaller one, say with pictures of fewer dots, or give the address where it can be read",
        )
    elif said:
        yield placed.record.problem(
            (*placed.keys, *keys),
            "not-a-document",
            f"catalogue/files/{path.name} {said}",
            "open the file, save it anew in the format that its name says, and put that in its place",
        )


def twice_held(works: Iterable[Placed]) -> Iterator[Problem]:
    """Documents and pictures that two editions or works name: one of the two is a slip, and readers would get the wrong one."""
    first: dict[str, str] = {}
    for placed in works:
        named = [(("editions", number, "file"), edition.file) for number, edition in enumerate(placed.work.editions)]
        for keys, name in [*named, (("cover",), placed.work.cover)]:
            # Windows and macOS hold no two files that differ in case alone.
            if name and first.setdefault(name.lower(), f"{placed.work.id} {keys}") != f"{placed.work.id} {keys}":
                yield placed.record.problem(
                    (*placed.keys, *keys),
                    "repeated-value",
                    f'the file "{name}" is already that of "{first[name.lower()].split()[0]}"',
                    "a document belongs to one edition of one work: name the right file, or strike the line",
                )


def _own_files(placed: Placed) -> set[str]:
    """Names of the files that the library itself puts into the folder of a work."""
    stems = [placed.work.id, *(f"{placed.work.id}.{edition.language or 'und'}" for edition in placed.work.editions)]
    return {f"{stem}.{ending}" for stem in stems for ending in CITATION_ENDINGS}


def unnamed_files(catalogue: Catalogue) -> Iterator[Problem]:
    """Documents that no record names, so that nobody would find them."""
    named = {edition.file for placed in catalogue.works.values() for edition in placed.work.editions}
    named |= {placed.work.cover for placed in catalogue.works.values()}
    named |= {figure.name for found in catalogue.figures.values() for figure in found}
    # Of a text that no edition announces, which is told of by itself.
    named |= {figure.name for placed in catalogue.works.values() for figure in figures("", placed.record.body, 1)}
    unread = _of_unread_texts(catalogue)
    folder = catalogue.folder / "files"
    for path in files_of(folder):
        name = path.relative_to(folder).as_posix()
        if not path.is_dir() and name not in named and not name.startswith(unread):
            yield Problem(
                path.relative_to(catalogue.folder.parent).as_posix(),
                0,
                0,
                "stray-file",
                "no record names this document",
                "add a line file: to the edition that it is (cover: for a picture of a cover), or delete the document",
            )


def _of_unread_texts(catalogue: Catalogue) -> tuple[str, ...]:
    """How figures begin that may stand in texts that could not be read; these are told of by themselves."""
    works = [placed.work for placed in catalogue.works.values()]
    return tuple(
        f"{work.id}." for work in works if any(one.text and (work.id, one.language) not in catalogue.texts for one in work.editions)
    )
