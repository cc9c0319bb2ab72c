"""Units of work: a maker and a subject, made in any process that has the workshop."""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, NamedTuple

from library.catalogue.digests import digest
from library.plan import BY_NAME, SUBJECTS
from library.press.links import Links
from library.press.output import Note
from library.press.store import Held, Made
from library.workshop import Workshop

AT_ONCE = 24
"""Units handed to a process at once: small enough that all are busy to the end."""

GARBAGE_THRESHOLD = 20_000
"""Objects made before garbage is looked for, in a process that reads records or makes pages: a page leaves
some hundred that hold each other. Python's 700 costs a tenth of the time."""


class Unit(NamedTuple):
    """A maker and a subject, by their names, and what the unit is made from."""

    maker: str
    subject: str
    key: bytes

    @property
    def name(self) -> str:
        return f"{self.maker}\t{self.subject}"


@dataclass(frozen=True)
class Task:
    """Units for one process. ``next`` is the folder for new files; ``old`` are the files that lie in the site already, by path.

    ``doubted`` is the folder in which these are read again before they are taken for what they were; empty where they were
    looked at. ``pieces`` are those that units left when they were last made.
    """

    units: Sequence[Unit]
    next: str
    old: Mapping[str, Held]
    own: str
    root: str
    doubted: str = ""
    pieces: Mapping[str, bytes] = field(default_factory=dict)


SHOPS: dict[str, Workshop] = {}
"""Workshops by the token under which a process that forked finds its own, or by the file that others read theirs from."""


def work(place: str, task: Task) -> list[tuple[str, Made, float]]:
    """Makes the units of a task: what an executor runs, in a process of its own or on another machine that sees the same folder."""
    shop = SHOPS.get(place)
    if shop is None:
        SHOPS.clear()
        shop = SHOPS[place] = pickle.loads(Path(place).read_bytes())
    gc.set_threshold(GARBAGE_THRESHOLD)
    return list(carried_out(shop, task))


def carried_out(shop: Workshop, task: Task) -> Iterator[tuple[str, Made, float]]:
    folders: set[str] = set()
    for unit in task.units:
        started = time.process_time()
        maker = BY_NAME[unit.maker]
        subject = subjects(shop, maker.each)[unit.subject]
        links = Links(task.own, task.root)
        files: list[Held] = []
        notes: list[str] = []
        shop.pieces.begin(task.pieces.get(unit.name, b""))
        for output in maker.make(shop, subject):
            if isinstance(output, Note):
                notes.append(output.text)
                continue
            files.append(_written(output.path, output.data, task, folders))
            if output.path.endswith(".html"):
                links.add(output.path, output.text if isinstance(output.text, str) else output.text.decode())
        result = Made(unit.key, tuple(files), links.leads(), tuple(notes), shop.pieces.end())
        yield unit.name, result, time.process_time() - started


def _written(path: str, data: bytes, task: Task, folders: set[str]) -> Held:
    """The file, written beside the site unless the very same lies in it."""
    held = Held(path, len(data), hashlib.sha256(data).digest())
    old = task.old.get(path)
    if old is not None and (old.size, old.sha256) == (held.size, held.sha256) and _lies(path, data, task):
        return old
    target = f"{task.next}/{path}"
    folder = target.rsplit("/", 1)[0]
    if folder not in folders:
        os.makedirs(folder, exist_ok=True)
        folders.add(folder)
    with open(target, "wb") as out:
        out.write(data)
        out.flush()
        return held._replace(modified=os.fstat(out.fileno()).st_mtime_ns)


def _lies(path: str, data: bytes, task: Task) -> bool:
    """Whether the file of the site is what it is said to be: read only where that is in doubt."""
    if not task.doubted:
        return True
    try:
        with open(f"{task.doubted}/{path}", "rb") as there:
            return there.read() == data
    except OSError:
        return False


def subjects(shop: Workshop, each: str) -> Mapping[str, object]:
    made = shop.subjects.get(each)
    if made is None:
        made = shop.subjects[each] = SUBJECTS[each](shop)
    return made


def portions(stale: Sequence[Unit]) -> list[list[Unit]]:
    """Units in portions for processes: single heavy ones first, the many alike after them."""
    by_maker: dict[str, list[Unit]] = {}
    for unit in stale:
        by_maker.setdefault(unit.maker, []).append(unit)
    found: list[list[Unit]] = []
    for units in sorted(by_maker.values(), key=len):
        size = 1 if len(units) < AT_ONCE else AT_ONCE
        found += [units[start : start + size] for start in range(0, len(units), size)]
    return found


def code_of(make: Callable[..., object]) -> bytes:
    """Of the lines between a row and its module: the function, and those beside it that it calls."""
    found: dict[str, bytes] = {}
    _gather(make, found)
    return digest(*(part for name in sorted(found) for part in (name, found[name])))


def _gather(function: Any, found: dict[str, bytes]) -> None:
    name = f"{function.__module__}.{function.__qualname__}"
    if name in found:
        return
    found[name] = digest(*_parts_of_code(function.__code__))
    for called in function.__code__.co_names:
        other = function.__globals__.get(called)
        if isinstance(other, FunctionType) and other.__module__ in ("library.makers", "library.plan"):
            _gather(other, found)


def _parts_of_code(found: CodeType) -> Iterator[str | bytes]:
    yield found.co_code
    yield repr(found.co_names)
    for constant in found.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts_of_code(constant)
        else:
            yield repr(constant)
