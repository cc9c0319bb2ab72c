"""The settled order of every kind of file, from the model: what ``writing`` lays fields out by."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from library.catalogue.authorities import VOCABULARIES, Body, Party, Person
from library.catalogue.kinds import KINDS
from library.catalogue.model import Issue, Journal, Work
from library.catalogue.validation import models_in
from library.catalogue.writing import Shape

FIRST = ("id", "kind", "m49", "broader", "members", "autonym", "site", "party", "role")
"""What tells a term or a person from its neighbours stands above what is said of it, wherever the model inherits it from."""

LAST = ("articles",)
"""What has a page of its own stands below the rest."""

WORK, ISSUE, JOURNAL = "work", "issue", "journal"


_RECORDS: Mapping[str, type[BaseModel]] = {WORK: Work, ISSUE: Issue, JOURNAL: Journal, **{kind.name: kind.model for kind in KINDS}}

_FOLDERS: Mapping[str, str] = {kind.collection: kind.name for kind in KINDS}


@cache
def shape(kind: str) -> Shape:
    """Of a record (``work``, ``issue``, ``journal``, or a kind of ``kinds``) or of the terms of a vocabulary, by its name."""
    if kind in VOCABULARIES:
        model = VOCABULARIES[kind]
        return {**_shape(Person), **_shape(Body)} if model is Party else _shape(model)
    return _shape(_RECORDS[kind])


def kind_of(name: str) -> str:
    """What a file of the catalogue holds, by its path below the catalogue's folder; empty for what is no record of ours."""
    folder, _, file = name.rpartition("/")
    stem, _, ending = file.rpartition(".")
    if folder in ("knowledge-products", "journal/articles") or (folder == "case-studies" and "." not in stem):
        return WORK if ending in ("yml", "md") else ""
    if ending != "yml":
        return ""
    if folder in _FOLDERS:
        return _FOLDERS[folder]
    if folder == "journal/issues":
        return ISSUE
    if name == "journal/journal.yml":
        return JOURNAL
    vocabulary = folder.removeprefix("vocabularies/") if folder.startswith("vocabularies/") else stem if folder == "vocabularies" else ""
    return vocabulary if vocabulary in VOCABULARIES else ""


def shapes() -> dict[str, Mapping[str, Any]]:
    """The shapes of all files that the form writes: of each kind of record, and of the terms of each vocabulary."""
    return {kind: shape(kind) for kind in (*_RECORDS, *VOCABULARIES)}


def _shape(model: type[BaseModel]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        below: dict[str, Any] = {}
        for inner in models_in(info.annotation):
            below |= _shape(inner)
        made[info.alias or name] = below
    return _settled(made)


def _settled(made: Mapping[str, Any]) -> dict[str, Any]:
    names = sorted(made, key=lambda name: (name in LAST, FIRST.index(name) if name in FIRST else len(FIRST)))
    return {name: made[name] for name in names}
