"""A work that is no longer offered: its record stays, so that its address still answers and says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.problems import Problem
from library.keeping import texts
from library.keeping.changes import Changes, Refused
from library.keeping.renaming import at, kind_of, work_of


def withdraw(catalogue: Catalogue, work_id: str, day: str, because: str, reason: Mapping[str, str], replaced_by: str = "") -> Changes:
    """Gives the work's record ``withdrawn``; where it has that already, another. Raises Refused."""
    placed = work_of(catalogue, work_id)
    if replaced_by:
        work_of(catalogue, replaced_by)
    said: dict[str, Any] = {"on": day, "because": because}
    if replaced_by:
        said["replaced_by"] = replaced_by
    if reason:
        said["reason"] = dict(reason)
    changes = Changes(catalogue.folder)

    def mark(data: Any) -> None:
        at(data, placed.keys)["withdrawn"] = said

    texts.edit(changes, placed.record.path, kind_of(placed), mark)
    return changes


def restore(catalogue: Catalogue, work_id: str) -> Changes:
    """Takes ``withdrawn`` from the work's record. Raises Refused."""
    placed = work_of(catalogue, work_id)
    if placed.work.withdrawn is None:
        line, column = placed.record.place((*placed.keys, "id"))
        raise Refused(
            Problem(placed.record.name, line, column, "not-withdrawn", f'"{work_id}" is not withdrawn', "nothing has to be restored")
        )
    changes = Changes(catalogue.folder)

    def offer(data: Any) -> None:
        del at(data, placed.keys)["withdrawn"]

    texts.edit(changes, placed.record.path, kind_of(placed), offer)
    return changes
