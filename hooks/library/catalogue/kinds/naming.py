"""Where records name each other: found by the model, so that no field is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from library.catalogue.values import Names
from library.catalogue.yaml_texts import Keys


def names_of(info: FieldInfo) -> set[str]:
    """Kinds of records whose ids a field holds: ``work``, ``event``."""
    return {mark.kind for mark in (*info.metadata, *marks(info.annotation)) if isinstance(mark, Names)}


def marks(annotation: Any) -> Iterator[Any]:
    """Everything with which a field's annotation, or a part of it, is marked."""
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        if not (isinstance(argument, type) and issubclass(argument, BaseModel)):
            yield from marks(argument)


@cache
def _fields(model: type[BaseModel]) -> Mapping[str, str]:
    """Fields of a model that name records, with the kind of these."""
    return {name: kind for name, info in model.model_fields.items() for kind in names_of(info)}


def named(value: Any, at: Keys = ()) -> Iterator[tuple[Keys, str, str]]:
    """Every place in a record, or a part of one, where a record is named: its keys, the kind and the id."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from named(item, (*at, number))
    elif isinstance(value, BaseModel):
        fields = _fields(type(value))
        for name, info in type(value).model_fields.items():
            item, keys = getattr(value, name), (*at, info.alias or name)
            if name in fields:
                yield from _ids(item, fields[name], keys)
            else:
                yield from named(item, keys)


def _ids(item: Any, kind: str, at: Keys) -> Iterator[tuple[Keys, str, str]]:
    if isinstance(item, tuple):
        yield from (((*at, number), kind, each) for number, each in enumerate(item))
    elif item is not None:
        yield at, kind, item
