"""The record of a page that a reader names, and the places in it that hold what the reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from library.catalogue.catalogue import Catalogue
from library.catalogue.kinds.naming import marks
from library.catalogue.records import Record
from library.catalogue.shapes import ISSUE, WORK
from library.catalogue.validation import models_in
from library.catalogue.values import From, Names
from library.catalogue.yaml_texts import Keys

_NOT_SHOWN = frozenset(
    [
        "id",
        "citation_key",
        "languages",
        "formats",
        "file",
        "cover",
        "sha256",
        "text",
        "role",
        "supplied",
        "and_others",
        "complete",
        "added",
        "revised",
        "corrected",
        "withdrawn",
        "provenance",
        "note",
        "former_addresses",
        "former_keys",
        "articles",
    ]
)
"""Fields that hold names of files, days, choices and remarks: a page says them in other words, or not at all."""


@dataclass(frozen=True)
class Page:
    """A record behind a page: where its values begin in its file, what kind of file that is, and how it is called."""

    id: str
    record: Record
    keys: Keys
    kind: str

    @property
    def data(self) -> Any:
        found: Any = self.record.data
        for key in self.keys:
            found = found[key]
        return found


def page_of(catalogue: Catalogue, told: str) -> Page | None:
    """The record of a page by its address, whatever stands before: a host, a folder, a language. None where no page of a record is named."""
    found = re.search(r"https?://\S+", told)
    try:
        path = unquote(urlsplit(found[0] if found else told.strip()).path)
    except ValueError:
        return None
    steps = [step for step in path.split("/") if step and step != "index.html"][-8:]
    known = _addresses(catalogue)
    return next((known[way] for first in range(len(steps)) if (way := "/".join(steps[first:])) in known), None)


def _addresses(catalogue: Catalogue) -> dict[str, Page]:
    known: dict[str, Page] = {}
    for issue_id, record in catalogue.issue_records.items():
        known[f"journal/{issue_id}"] = Page(f"issue-{issue_id}", record, (), ISSUE)
    for records in catalogue.filed.values():
        for filed in records.values():
            known[filed.address] = Page(filed.id, filed.record, (), filed.kind.name)
    for placed in catalogue.works.values():
        page = Page(placed.work.id, placed.record, placed.keys, ISSUE if placed.keys else WORK)
        for address in (placed.work.id, *(way for way, _ in placed.former), placed.address):
            known[address] = page
    return known


def shown_texts(model: type[BaseModel], data: Mapping[str, Any], at: Keys = ()) -> Iterator[tuple[Keys, str]]:
    """The values of a record that a page may show as they are written, each with its place: no ids, which pages say by their labels."""
    for name, info in model.model_fields.items():
        written = info.alias or name
        value = data.get(written)
        # The languages of titles are ids, too; what is written in them is not.
        if value is None or name in _NOT_SHOWN or (_holds_ids(info) and not isinstance(value, Mapping)):
            continue
        inner = models_in(info.annotation)
        for keys, item in _items(value, (*at, written)):
            if isinstance(item, str):
                yield keys, item
            elif inner:
                for each in inner:
                    yield from shown_texts(each, item, keys)
            else:
                yield from _items(list(item.values()), keys, tuple(item))


def _items(value: Any, at: Keys, names: Sequence[str | int] = ()) -> Iterator[tuple[Keys, Any]]:
    """The items of a list with their places, or the value itself; ``names`` are those of the items, where they have other names than numbers."""
    if isinstance(value, list):
        for name, item in zip(names or range(len(value)), value, strict=True):
            yield from _items(item, (*at, name))
    else:
        yield at, value


def _holds_ids(info: FieldInfo) -> bool:
    return any(isinstance(mark, From | Names) for mark in (*info.metadata, *marks(info.annotation)))
