"""Kinds of records beside the works and the journal: a row each.

From a row follow the folder in which its records lie, their reading and checking, JSON Schema and field tables, the
form's collection, the list of the API and its table. What a kind's pages show is the business of ``pages``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from library.catalogue.kinds.alliance import Alliance
from library.catalogue.kinds.event import Event
from library.catalogue.kinds.learning import Learning
from library.catalogue.kinds.project import Project
from library.catalogue.values import Model


@dataclass(frozen=True)
class Kind:
    """A kind of records. ``name`` is that of its schema, ``collection`` that of its folder, its list in the API and the
    first part of its pages' addresses."""

    name: str
    collection: str
    model: type[Model]


EVENT = Kind("event", "events", Event)

ALLIANCE = Kind("alliance", "alliances", Alliance)
PROJECT = Kind("project", "projects", Project)
LEARNING = Kind("learning", "learning", Learning)

KINDS: tuple[Kind, ...] = (EVENT, ALLIANCE, PROJECT, LEARNING)
"""In the order in which they are read; each may name records of any."""

BY_NAME: Mapping[str, Kind] = {kind.name: kind for kind in KINDS}
