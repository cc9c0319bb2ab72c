"""Writes the library's part of the site: pages of all languages, exports, sitemaps."""

from __future__ import annotations

import gc
import itertools
import json
import multiprocessing
import os
import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from library.build import Build
from library.catalogue import documents
from library.citations import paths as citation_paths
from library.citations.references import formatted
from library.machines import files
from library.machines.machine_files import MachineFiles
from library.offline import bundle, worker
from library.pages.covers import share_files
from library.pages.language_pages import LanguagePages
from library.press import shortened
from library.press.links import Links
from library.press.output import OutputFile
from library.press.shells import Shell
from library.press.text_cache import TextCache
from library.search import index_files
from library.search.numbering import numbering
from library.words.labels import Labels
from library.words.translations import Words

PROCESSES = 2
"""Languages are made side by side. More than two cores were not there to be measured."""

GARBAGE_THRESHOLD = 20_000
"""Objects made before garbage is looked for, in a process that makes pages: a page leaves
some hundred that hold each other. Python's 700 costs a tenth of the time."""


@dataclass(frozen=True)
class Task:
    """Files to be made and written by one process. ``group`` is ``pages``, ``exports``, ``search`` or ``pictures``: what the time is counted for."""

    group: str
    make: Callable[[], Iterable[OutputFile]]


@dataclass
class Written:
    """What was written: paths from the site's root, where the pages lead, and seconds of processor time by group."""

    links: Links
    paths: list[str] = field(default_factory=list)
    seconds: Counter[str] = field(default_factory=Counter)

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
                out.write(file.data)
            self.written.paths.append(file.path)
            if file.path.endswith(".html"):
                self.written.links.add(file.path, file.text)


def write(build: Build, shells: Mapping[str, Mapping[object, Shell]], into: Path, links: Links, processes: int = PROCESSES) -> Written:
    """The whole library, into the folder of the site; ``links`` already holds those of MkDocs' own pages.

    ``shells`` are by language and depth.
    """
    started = time.process_time()
    build.texts.make()
    build = with_references(build)
    writer = Writer(into, links)
    writer.written.seconds["exports"] = time.process_time() - started
    build.relations.find()  # here, so that the processes share what was found
    languages = build.site.languages
    tasks = [Task("exports", MachineFiles(build).all)]
    tasks.append(Task("search", partial(search_index, build)))
    tasks += [Task("search", partial(search_words, build, language)) for language in languages]
    tasks += [Task("pictures", partial(pictures, build, language)) for language in languages]
    tasks += [Task("exports", partial(feeds, build, language)) for language in languages]
    tasks += [Task("pages", partial(work_pages, build, language, shells[language])) for language in languages]
    tasks += [Task("pages", partial(other_pages, build, language, shells[language])) for language in languages]
    for done in _run(tasks, into, links, processes):
        writer.written.paths += done.paths
        writer.written.seconds += done.seconds
        writer.written.links.merge(done.links)
    # Once all other pages are there; the two that offer the zips are made when their sizes are known.
    zips = [Task("offline", partial(library_zip, build, language, into)) for language in languages if build.offline_zip]
    for done in _run(zips, into, links, processes):
        writer.written.paths += done.paths
        writer.written.seconds += done.seconds
    sizes = {path: (into / path).stat().st_size for path in map(bundle.path, languages) if build.offline_zip}
    manifest = json.loads((into / citation_paths.MANIFEST).read_text("utf-8"))
    for language in languages:
        pages = LanguagePages(build, language, shells[language])
        writer.write([pages.exports_page(manifest["files"], sizes), pages.offline_page(sizes)])
    _held_files(build, into, writer.written)
    writer.write(files.redirects(build.catalogue, build.site))
    if build.offline_worker:
        writer.write([worker.service_worker(build.site, into)])
    return writer.written


def with_references(build: Build) -> Build:
    """The build with the formatted references of all its citations: made once for all languages."""
    citations = [citation for placed in build.catalogue.works.values() for citation in build.citing.of_work(placed)]
    kept = TextCache(build.cache / "references" if build.cache else None)
    return replace(build, references=formatted(citations, kept, build.today))


# A language's words and templates are loaded in the process that makes its pages.


def work_pages(build: Build, language: str, shells: Mapping[object, Shell]) -> Iterable[OutputFile]:
    return LanguagePages(build, language, shells).work_pages()


def other_pages(build: Build, language: str, shells: Mapping[object, Shell]) -> Iterable[OutputFile]:
    pages = LanguagePages(build, language, shells)
    return itertools.chain(pages.list_pages(), pages.other_pages())


def feeds(build: Build, language: str) -> Iterable[OutputFile]:
    return LanguagePages(build, language, {}).feeds()


def pictures(build: Build, language: str) -> Iterable[OutputFile]:
    """Share pictures of one language; with the default language also the covers, which are in none."""
    labels = Labels(build.catalogue, build.indexes, Words(language, build.overrides / "locales"))
    if language == build.site.languages[0]:
        yield from share_files.held_files(build.catalogue, build.cache and build.cache / "covers")
    yield from share_files.share_files(labels, build.site, build.overrides / "assets" / "fonts", build.cache and build.cache / "share")


def search_index(build: Build) -> Iterable[OutputFile]:
    yield from shortened.scripts_and_styles(build.overrides)
    yield from index_files.of_no_language(
        build.catalogue, build.indexes, numbering(build.indexes), build.texts, build.citing, build.references
    )


def search_words(build: Build, language: str) -> Iterable[OutputFile]:
    labels = Labels(build.catalogue, build.indexes, Words(language, build.overrides / "locales"))
    kept = TextCache(build.cache / "search" if build.cache else None)
    return index_files.of_language(labels, numbering(build.indexes), build.overrides / index_files.RULES, kept)


def library_zip(build: Build, language: str, into: Path) -> Iterable[OutputFile]:
    return [bundle.library_zip(build.site, language, into, build.today, build.overrides / "locales")]


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
    started = time.process_time()
    writer = Writer(into, Links(links.own, links.root))
    writer.write(task.make())
    writer.written.seconds[task.group] += time.process_time() - started
    return writer.written


def _held_files(build: Build, into: Path, written: Written) -> None:
    """Documents that the site holds, copied beside the pages of their works."""
    for placed in build.catalogue.works.values():
        for edition in placed.work.editions:
            if document := documents.offered(build.catalogue, placed, edition):
                shutil.copyfile(document.source, into / document.path)
                written.paths.append(document.path)
