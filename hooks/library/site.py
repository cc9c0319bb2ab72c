"""Writes the library's part of the site: pages of all languages, exports, sitemaps."""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import ClassVar

from . import documents, files, schemas
from .exports import FORMATS
from .files import Exports
from .linkcheck import Links
from .output import OutputFile
from .pages import Build, LanguagePages
from .shells import Shell

PROCESSES = 2
"""Languages are made side by side. More than two cores were not there to be measured."""

GARBAGE_THRESHOLD = 20_000
"""Objects made before garbage is looked for, in a process that makes pages: a page leaves
some hundred that hold each other. Python's 700 costs a tenth of the time."""

Task = Callable[[], Iterable[OutputFile]]


@dataclass
class Written:
    """What was written: paths from the site's root, and where the pages lead."""

    links: Links
    paths: list[str] = field(default_factory=list)

    @property
    def pages(self) -> list[str]:
        return [path for path in self.paths if path.endswith(".html")]


class Writer:
    """Writes files into a folder and collects the links of pages."""

    def __init__(self, into: Path, links: Links) -> None:
        self.into = str(into)
        self.written = Written(links)
        self._folders: set[str] = set()

    def write(self, output: Iterable[OutputFile]) -> None:
        for file in output:
            path = f"{self.into}/{file.path}"
            folder = path.rsplit("/", 1)[0]
            if folder not in self._folders:
                os.makedirs(folder, exist_ok=True)
                self._folders.add(folder)
            with open(path, "wb") as out:
                out.write(file.text.encode())
            self.written.paths.append(file.path)
            if file.path.endswith(".html"):
                self.written.links.add(file.path, file.text)


def write(build: Build, shells: Mapping[str, Mapping[object, Shell]], into: Path, links: Links,
          processes: int = PROCESSES) -> Written:
    """The whole library, into the folder of the site; ``links`` already holds those of MkDocs' own pages.

    ``shells`` are by language and depth.
    """
    build = replace(build, entries=files.entries(build, FORMATS[0]))
    build.relations.all  # found here, so that the processes share it
    languages = build.site.languages
    tasks: list[Task] = [lambda: Exports(build).all()]
    tasks += [LanguageTask(build, language, shells[language], part) for part in LanguageTask.PARTS for language in languages]
    writer = Writer(into, links)
    for done in _run(tasks, into, links, processes):
        writer.written.paths += done.paths
        writer.written.links.merge(done.links)
    sizes = _sizes(into)
    writer.write(LanguagePages(build, language, shells[language]).exports_page(sizes) for language in languages)
    _held_files(build, into, writer.written)
    writer.write(files.redirects(build.catalogue, build.site))
    writer.write(schemas.files(build.catalogue.vocabularies))
    writer.write([files.robots(build.site)])
    return writer.written


@dataclass(frozen=True)
class LanguageTask:
    """A part of a language's pages; its words and templates are loaded in the process that makes them."""

    PARTS: ClassVar = ("work_pages", "lists_and_others")

    build: Build
    language: str
    shells: Mapping[object, Shell]
    part: str

    def __call__(self) -> Iterable[OutputFile]:
        pages = LanguagePages(self.build, self.language, self.shells)
        if self.part == "work_pages":
            return pages.work_pages()
        return itertools.chain(pages.list_pages(), pages.other_pages())


_tasks: list[Task] = []
"""Handed to the worker processes by forking: works and templates are never pickled."""


def _run(tasks: list[Task], into: Path, links: Links, processes: int) -> Iterable[Written]:
    if processes < 2:
        for task in tasks:
            yield _one(task, into, links)
        return
    _tasks[:] = tasks
    # The catalogue lives to the end of the build: looking through it for garbage again and
    # again took a third of the time at 2,000 records, and unshared its pages.
    gc.collect()
    gc.freeze()
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        jobs = [pool.apply_async(_numbered, (number, into, links.own, links.root)) for number in range(len(tasks))]
        for job in jobs:
            yield job.get()
    _tasks.clear()
    gc.unfreeze()


def _numbered(number: int, into: Path, own: str, root: str) -> Written:
    gc.set_threshold(GARBAGE_THRESHOLD)
    written = _one(_tasks[number], into, Links(own, root))
    gc.collect()  # a language's templates and cards hold each other
    return written


def _one(task: Task, into: Path, links: Links) -> Written:
    writer = Writer(into, Links(links.own, links.root))
    writer.write(task())
    return writer.written


def _sizes(into: Path) -> dict[str, list[tuple[str, int]]]:
    """Names and bytes of the library's export files, by ending; the first part first."""
    written = sorted((into / "exports").glob("library*.*"), key=lambda path: (len(path.name), path.name))
    return {format_.ending: [(path.name, path.stat().st_size) for path in written if path.suffix == f".{format_.ending}"]
            for format_ in FORMATS}


def _held_files(build: Build, into: Path, written: Written) -> None:
    """Documents that the site holds, copied beside the pages of their works."""
    for placed in build.catalogue.works.values():
        for edition in placed.work.editions:
            if document := documents.held(build.catalogue, placed, edition):
                shutil.copyfile(document.source, into / document.path)
                written.paths.append(document.path)
