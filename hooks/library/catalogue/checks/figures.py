"""Figures in the texts of case studies: described, named after the work, and pictures that can be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from library.catalogue import covers
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.checks.addresses import FILE_NAME
from library.catalogue.figures import ENDINGS, Figure
from library.catalogue.on_disk import fault
from library.catalogue.problems import Problem


def figures(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    texts: set[tuple[str, str]] = set()
    names: dict[str, str] = {}
    for figure in catalogue.figures.get(placed.work.id, ()):
        if not figure.description:
            yield _report(
                figure,
                "figure-without-description",
                f'the figure "{figure.name}" has no description, and who does not see it learns nothing of it',
                "say between the square brackets what it shows: `![Three counters became one](…)`",
            )
        if (figure.where, figure.name) in texts or names.setdefault(figure.shown_name, figure.name) != figure.name:
            yield _report(
                figure,
                "repeated-value",
                f'the figure "{figure.name}" stands in this text twice, or another differs from it in its ending alone',
                "name the right file, or strike one of the two",
            )
            continue
        texts.add((figure.where, figure.name))
        yield from _name(figure, placed.work.id) or _file(catalogue, figure)


def _name(figure: Figure, work: str) -> list[Problem]:
    if not re.fullmatch(rf"{re.escape(work)}(\.[a-z0-9_-]+)+\.({'|'.join(ENDINGS)})", figure.name):
        said = f'"{figure.name}" is not the name of a figure of this text'
        hint = f"name the file in catalogue/files/ after the record, in small Latin letters, as JPEG, PNG or WebP: {work}.map.png"
        return [_report(figure, "file-name", said, hint)]
    if len(figure.name) > FILE_NAME:
        said = f"the name of this file has {len(figure.name)} letters; it has at most {FILE_NAME}"
        return [_report(figure, "too-long", said, "give the file a shorter name")]
    return []


def _file(catalogue: Catalogue, figure: Figure) -> Iterator[Problem]:
    """Why the picture cannot be shown, told at the line that names it."""
    path = catalogue.folder / "files" / figure.name
    if path.is_dir() or not (path.exists() or path.is_symlink()):
        said = f"catalogue/files/{figure.name} does not exist"
        yield _report(figure, "missing-file", said, "add the picture in the same pull request, or strike the line")
    elif found := fault(path, f"catalogue/files/{figure.name}", catalogue.folder, "picture"):
        yield _report(figure, found.code, f"catalogue/files/{figure.name}: {found.message}", found.hint)
    else:
        try:
            covers.check(path)
        except covers.UnreadableCover as error:
            said = f"catalogue/files/{figure.name} cannot be shown: {error}"
            yield _report(figure, "unreadable-figure", said, "save the picture as JPEG, PNG or WebP, or strike the line")


def _report(figure: Figure, code: str, message: str, hint: str) -> Problem:
    return Problem(figure.where, figure.line, figure.column, code, message, hint)
