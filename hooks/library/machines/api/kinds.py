"""Records of the kinds beside the works in the API: told and described by their model, so that a new kind needs no words here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from library.catalogue.catalogue import Filed
from library.catalogue.dates import Issued
from library.catalogue.kinds import Kind
from library.machines.api.definitions import Schema, as_defined


def described(filed: Filed, url: str, pages: Mapping[str, str]) -> dict[str, Any]:
    """All that a record says, with the addresses of its page. What is not known is absent; a list is always there and may be empty."""
    told: dict[str, Any] = _plain(filed.value)
    return {"id": told.pop("id"), "url": url, "pages": dict(pages), **told}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        made = {}
        for name, info in type(value).model_fields.items():
            if (item := getattr(value, name)) is not None:
                made[info.alias or name] = _plain(item)
        return made
    if isinstance(value, Issued):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return dict(value) if isinstance(value, Mapping) else value


def schema(kind: Kind) -> tuple[Schema, dict[str, Schema]]:
    """What an entry of a kind's list looks like, and the definitions that it refers to."""
    made = kind.model.model_json_schema()
    parts = made.pop("$defs", {})
    own = {"url": as_defined("url", "Its page."), "pages": as_defined("addresses", "Its page by language.")}
    return _bare({**made, "properties": {**made["properties"], **own}, "required": [*made["required"], *own]}), _bare(parts)


def _bare(node: Any) -> Any:
    """Without words of our own, titles that repeat the names of fields, and the least length: what is not known is an empty list here."""
    if isinstance(node, list):
        return [_bare(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _bare(value)
        for key, value in node.items()
        if key not in ("x-vocabulary", "x-record", "examples", "default", "minItems", "minProperties")
        and not (key == "title" and isinstance(value, str))
    }


# -- tables ----------------------------------------------------------------------------------


def columns(model: type[BaseModel], languages: Sequence[str]) -> list[str]:
    """The columns of a kind's table: a field each, a text one for each language of the site."""
    return [*(name for name, _ in _columns(model, languages)), "url"]


def cells(told: Mapping[str, Any], model: type[BaseModel], languages: Sequence[str]) -> list[str]:
    """The row of a record as ``described`` tells it."""
    return [*(_cell(_at(told, path)) for _, path in _columns(model, languages)), told["url"]]


def _columns(model: type[BaseModel], languages: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names of columns, and where their values stand."""
    for name, shape in model.model_json_schema()["properties"].items():
        if shape.get("type") == "object" and "properties" not in shape:
            yield from ((f"{name}_{language}", (name, language)) for language in languages)
        elif name == "supplied":
            yield "supplied_titles", (name, "title")
        else:
            yield name, (name,)


def _at(told: Any, path: Sequence[str]) -> Any:
    for part in path:
        told = told.get(part, "") if isinstance(told, Mapping) else ""
    return told


def _cell(value: Any) -> str:
    """Several values are divided by ``; ``, the parts of one by a comma."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if isinstance(value, Mapping):
        return ", ".join(_cell(part) for part in value.values() if part not in ("", []))
    return str(value)
