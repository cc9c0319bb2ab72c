"""Carries the plan out: makes what is stale, in as many processes as there are, and changes the site's folder whole."""

from __future__ import annotations

import gc
import hashlib
import multiprocessing
import os
import pickle
import secrets
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from library.catalogue.catalogue import Placed
from library.catalogue.digests import digest
from library.citations.library import Library
from library.citations.references import formatted
from library.facts import CONSTANT, Facts
from library.plan import BY_NAME, PLAN, SUBJECTS, Maker
from library.press import code
from library.press.folder import Folder, hidden, scan
from library.press.kept import Kept
from library.press.links import Links
from library.press.printed import Printed
from library.press.reader import SiteReader
from library.press.store import Held, Leads, Made, Store
from library.press.text_cache import TextCache
from library.processes import at_a_parents_side, ending_all_but, undisturbed
from library.units import SHOPS, Task, Unit, carried_out, code_of, portions, subjects, work
from library.workshop import Before, Workshop

PROCESSES = os.cpu_count() or 1

FEW = 60
"""Units that are made in this process: starting others would take longer."""

Tell = Callable[[int, int], None]
"""Told how many units of how many are made."""


class SiteError(Exception):
    """The site cannot be made; the message says why and what to do. The site as it was stands."""


@dataclass
class Result:
    """What a build did: units made and kept, files written and deleted, broken links, seconds of processor time by group."""

    made: int = 0
    kept: int = 0
    written: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    broken: list[tuple[str, str]] = field(default_factory=list)
    unkept: str = ""
    """Why nothing is kept for later builds, where that is so."""
    files: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Size in bytes and time in nanoseconds of each file of the site, by path."""
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def paths(self) -> KeysView[str]:
        return self.files.keys()

    @property
    def pages(self) -> int:
        return sum(path.endswith(".html") for path in self.files)


class Build:
    """One build of a site into a folder."""

    def __init__(
        self,
        library: Library,
        printed: Printed,
        into: Path,
        *,
        processes: int = PROCESSES,
        executor: Executor | None = None,
        store: Store | None = None,
        strict: bool = False,
        anew: bool = False,
        tell: Tell = lambda done, total: None,
    ) -> None:
        self.shop = Workshop(library, printed)
        self.folder = Folder(into)
        cache = library.settings.cache
        self.store = store or Store(store_path(cache, into) if cache else None)
        self.strict = strict
        self.anew = anew
        self.kept = Kept(cache and cache / "kept.sqlite")
        self.processes = processes
        self.executor = executor
        self.tell = tell
        self.result = Result()
        self.next = self.folder.next
        self.total = self.done = 0
        self.order: list[str] = []
        self.now: dict[str, Made] = {}
        self.changed: dict[str, Made] = {}
        self.before: dict[str, Made] = {}

    def make(self) -> Result:
        """Makes the site and puts it in its place. Raises SiteError, and then nothing has changed."""
        self.folder.heal()
        lying = dict(scan(self.folder.path))
        if lying:
            self.store.read()
        self.from_nothing = not self.store.units or not lying
        if self.from_nothing:
            self.store.units.clear()
        self.before = dict(self.store.units)
        self.old = self._trusted(lying)
        self.next = self.folder.begin()
        try:
            for stage in range(max(maker.stage for maker in PLAN) + 1):
                self._stage(stage)
            self._finish(lying)
        except BaseException:
            with suppress(OSError):
                self.folder.heal()
            raise
        return self.result

    # -- what is stale ------------------------------------------------------------------------------

    def _trusted(self, lying: Mapping[str, tuple[int, int]]) -> dict[str, Held]:
        """Files of the site that are as they were written, by path; units that have lost one are forgotten."""
        found: dict[str, Held] = {}
        for name, made in list(self.store.units.items()):
            files = [self._as_written(held, lying) for held in made.files]
            known = tuple(held for held in files if held)
            if len(known) < len(files):
                del self.store.units[name]
            elif known != made.files:  # so that they are not read again
                self.store.units[name] = self.changed[name] = replace(made, files=known)
            found.update((held.path, held) for held in known)
        return found

    def _as_written(self, held: Held, lying: Mapping[str, tuple[int, int]]) -> Held | None:
        there = lying.get(held.path)
        if there is None or there[0] != held.size:
            return None
        if there[1] == held.modified:
            return held
        if self.anew:  # trusts no file by its time either: each is read when it has been made again
            return held._replace(modified=there[1])
        # Another time alone says nothing: a copy of the folder, or one that was unpacked, has other times.
        content = hashlib.sha256((self.folder.path / held.path).read_bytes()).digest()
        return held._replace(modified=there[1]) if content == held.sha256 else None

    def _stage(self, stage: int) -> None:
        """Makes what is stale of the makers of one stage."""
        if stage:
            files = {held.path: (held.size, held.sha256) for made in self.now.values() for held in made.files}
            notes: dict[str, list[str]] = {}
            for name in self.order:  # that of the plan, whatever was made first
                if self.now[name].notes:
                    notes.setdefault(name.split("\t")[0], []).extend(self.now[name].notes)
            self.shop.before = Before(files, notes)
            self.shop.reader = SiteReader((self.next, self.folder.path), frozenset(files))
        facts = Facts(self.shop)
        stale: list[Unit] = []
        for maker in PLAN:
            if maker.stage != stage:
                continue
            head = digest(
                code.of_module(maker.module), code_of(maker.make), *(facts.of(name, None) for name in maker.reads if name in CONSTANT)
            )
            own = [name for name in maker.reads if name not in CONSTANT]
            for subject_name, subject in SUBJECTS[maker.each](self.shop).items():
                key = digest(head, *(facts.of(name, subject) for name in own))
                unit = Unit(maker.name, subject_name, key)
                self.order.append(unit.name)
                before = self.store.units.get(unit.name)
                if before is not None and before.key == key and not self.anew:
                    self.now[unit.name] = before
                    self.result.kept += 1
                else:
                    stale.append(unit)
        self.total += len(stale)
        if stale:
            self._prepare(stale)
            for name, made, seconds in self._run(stale):
                self.now[name] = self.changed[name] = made
                self.result.seconds[BY_NAME[name.split("\t")[0]].group] += seconds
                self.result.made += 1
                self.done += 1
                self.tell(self.done, self.total)

    # -- what several units need ----------------------------------------------------------------------

    def _prepare(self, stale: Sequence[Unit]) -> None:
        """Makes formatted references and texts of citations, which several units share, before processes part."""
        started = time.process_time()
        library = self.shop.library
        works: dict[str, Placed] = {}
        texts: dict[str, Placed] = {}
        for unit in stale:
            maker = BY_NAME[unit.maker]
            subject = self._subject(maker, unit.subject)
            if maker.references:
                works.update((placed.work.id, placed) for placed in maker.references(self.shop, subject))
            if maker.each in ("list", "library"):
                texts.update((placed.work.id, placed) for placed in subject[1])
        self._references(list(works.values()))
        self._texts(list((works | texts).values()))
        if any(unit.maker == "page of a work" for unit in stale):
            library.relations.find()
        self.result.seconds["exports"] += time.process_time() - started

    def _references(self, works: Sequence[Placed]) -> None:
        library = self.shop.library
        citations = [citation for placed in works for citation in library.citing.of_work(placed) if citation.key not in library.references]
        if citations:
            cache = library.settings.cache
            kept = TextCache(cache / "references" if cache else None)
            library.references.update(formatted(citations, kept, whole=len(works) == len(library.catalogue.works)))

    def _texts(self, works: Sequence[Placed]) -> None:
        library = self.shop.library
        head = digest(library.citing.names.told, library.site.url, code.of_module("library.citations.texts"))
        keys = {digest(head, library.digests.work(placed)): placed for placed in works if placed.work.id not in library.texts.made}
        found = self.kept.find("texts", keys)
        library.texts.made.update((keys[key].work.id, texts) for key, texts in found.items())
        made = {key: library.texts.of_work(placed) for key, placed in keys.items() if key not in found}
        self.kept.keep("texts", made, only=keys if len(keys) == len(library.catalogue.works) else None)

    def _subject(self, maker: Maker, name: str) -> Any:
        return subjects(self.shop, maker.each)[name]

    # -- making -----------------------------------------------------------------------------------------

    def _run(self, stale: Sequence[Unit]) -> Iterator[tuple[str, Made, float]]:
        site = self.shop.library.site
        own, root = site.url, urlsplit(site.url).path
        pieces = self.store.pieces([unit.name for unit in stale])
        tasks = [
            Task(
                units,
                str(self.next),
                self._files_of(units),
                own,
                root,
                doubted=str(self.folder.path) if self.anew else "",
                pieces={unit.name: pieces[unit.name] for unit in units if unit.name in pieces},
            )
            for units in portions(stale)
        ]
        if self.executor is None and (self.processes < 2 or len(stale) < FEW):
            for task in tasks:
                yield from carried_out(self.shop, task)
            return
        with ExitStack() as stack:
            yield from self._in_processes(tasks, stack)

    def _in_processes(self, tasks: Sequence[Task], stack: ExitStack) -> Iterator[tuple[str, Made, float]]:
        token = secrets.token_hex(8)
        executor = self.executor
        if executor is None:
            # The catalogue lives to the end of the build: looking through it for garbage again
            # and again took a third of the time at 2,000 records, and unshared its pages.
            gc.collect()
            gc.freeze()
            stack.callback(gc.unfreeze)
            SHOPS[token] = self.shop
            stack.callback(SHOPS.pop, token)
            others = multiprocessing.active_children()
            executor = ProcessPoolExecutor(self.processes, mp_context=multiprocessing.get_context("fork"), initializer=at_a_parents_side)
            stack.callback(executor.shutdown, cancel_futures=True)
            stack.enter_context(ending_all_but(others))
            place = token
        else:
            place = str(self.next.parent / f".{token}.shop")
            Path(place).write_bytes(pickle.dumps(self.shop, protocol=5))
            stack.callback(Path(place).unlink)
        waiting: dict[Future[list[tuple[str, Made, float]]], Task] = {}
        at = tasks[0]
        try:
            with undisturbed():
                for at in tasks:
                    waiting[executor.submit(work, place, at)] = at
            for future in as_completed(waiting):
                at = waiting[future]
                yield from future.result()
        except BrokenProcessPool as error:
            units = ", ".join(unit.name.replace("\t", " ").strip() for unit in at.units[:3])
            raise SiteError(f"a process that made pages ended before its time, perhaps at: {units}; look for a lack of memory") from error

    def _files_of(self, units: Iterable[Unit]) -> dict[str, Held]:
        """Files that units had made before, as far as they still lie in the site as they were written."""
        found: dict[str, Held] = {}
        for unit in units:
            before = self.store.units.get(unit.name)
            for held in before.files if before else ():
                if held.path in self.old:
                    found[held.path] = self.old[held.path]
        return found

    # -- the end --------------------------------------------------------------------------------------------

    def _finish(self, lying: Mapping[str, tuple[int, int]]) -> None:
        """Checks the whole, then puts the new files in their places."""
        owners: dict[str, str] = {}
        for name, made in self.now.items():
            for held in made.files:
                if held.path in owners:
                    both = " and ".join(sorted(each.replace("\t", " ").strip() for each in (owners[held.path], name)))
                    raise SiteError(f"two pages would lie at {held.path}: {both}; give one of the records another id")
                owners[held.path] = name
        self.result.files = {held.path: (held.size, held.modified) for made in self.now.values() for held in made.files}
        self.result.broken = self._broken()
        if self.strict and self.result.broken:
            raise SiteError("\n".join(f"{page}: the link to {target} leads nowhere" for page, target in self.result.broken))
        fresh = {held.path for made in self.changed.values() for held in made.files if self._is_new(held)}
        self.result.written = sorted(fresh)
        gone = [name for name in self.before if name not in self.now]
        self.result.deleted = sorted(path for path in lying if path not in owners and (self.from_nothing or not hidden(path)))
        if self.from_nothing:
            self.folder.swap()
        elif fresh or self.result.deleted:
            self.folder.write_down(fresh, self.result.deleted)
            self.folder.carry_out()
        else:
            self.folder.heal()
        if self.changed or gone or self.from_nothing:
            self.store.write(self.changed, gone, anew=self.from_nothing, broken=bool(self.result.broken))
            self.store.units = self.now
            self.result.unkept = self.store.unwritten

    def _is_new(self, held: Held) -> bool:
        """Whether a file was written: its content is another, or what lay there in its name was not what it was said to be."""
        old = self.old.get(held.path)
        return old is None or old.sha256 != held.sha256 or (self.anew and old != held)

    def _broken(self) -> list[tuple[str, str]]:
        """Links that lead nowhere: of what was made now; of all where one led nowhere before, or a file has gone."""
        links = Links(self.shop.library.site.url)
        there = self.result.paths
        gone = any(held.path not in there for made in self.before.values() for held in made.files)
        found = self._leads() if gone or self.store.broken else [made.leads for made in self.changed.values() if made.leads]
        for leads in found:
            for target, page in leads.targets:
                links.targets.setdefault(target, page)
            links.broken_anchors.update(leads.anchors)
        return links.broken(there)

    def _leads(self) -> list[Leads]:
        """Where the pages of all units lead: as they were noted when they were made, or as they say now."""
        kept = self.store.leads()
        site = self.shop.library.site
        found: list[Leads] = []
        for name, made in self.now.items():
            leads = made.leads or kept.get(name)
            if leads is None:
                links = Links(site.url, urlsplit(site.url).path)
                for held in made.files:
                    if held.path.endswith(".html"):
                        links.add(held.path, (self.folder.path / held.path).read_text("utf-8"))
                leads = links.leads()
            found.append(leads)
        return found


def store_path(cache: Path, into: Path) -> Path:
    """Where the store of a site's folder lies: a folder in the project keeps its store when the whole project moves."""
    project = cache.resolve().parent
    target = into.resolve()
    name = target.relative_to(project).as_posix() if target.is_relative_to(project) else str(target)
    return cache / "sites" / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.sqlite"
