"""JSON Schemas and field tables, made from the model so that they cannot differ from the checks.

Schemas list the ids of vocabularies, which change with a cataloguer's every new person. So no
schema is kept in git: the site publishes them, and ``renew`` lays them beside the records for editors.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.fields import FieldInfo

from library.catalogue.authorities import VOCABULARIES, Body, Party, Person
from library.catalogue.kinds import KINDS
from library.catalogue.model import Issue, Journal, Work
from library.catalogue.validation import models_in
from library.catalogue.values import Model
from library.catalogue.vocabularies import Vocabulary

RECORDS: Mapping[str, type[Model]] = {
    "work": Work,
    "issue": Issue,
    "journal": Journal,
    **{kind.name: kind.model for kind in KINDS},
}

OFFERED = 2_000
"""Ids that an editor offers at most: those of 22,000 persons, at every place that names one, made schemas of 6 MB."""


def schemas(vocabularies: Mapping[str, Vocabulary]) -> dict[str, dict[str, Any]]:
    """JSON Schemas (draft 2020-12) by name: of each kind of record and of each vocabulary.

    Ids of vocabularies are enumerated, so that an editor offers them; with their labels, in a keyword of editors
    (https://code.visualstudio.com/docs/languages/json#_rich-formatting-in-hovers) that validators pass over. Where a vocabulary
    has more than ``OFFERED``, any id passes here and the check alone knows which there are.
    """
    made = {name: _finished(model.model_json_schema(), vocabularies) for name, model in RECORDS.items()}
    for name, term in VOCABULARIES.items():
        shape = TypeAdapter(Person | Body) if term is Party else TypeAdapter(term)
        schema = _finished(shape.json_schema(), vocabularies)
        definitions = schema.pop("$defs", {})
        made[name] = {"$schema": schema.pop("$schema"), "type": "array", "items": schema, "$defs": definitions}
    return made


def texts(vocabularies: Mapping[str, Vocabulary]) -> dict[str, str]:
    """The schemas as files: ``work.json`` and so on, with their text."""
    return {f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n" for name, schema in schemas(vocabularies).items()}


def renew(folder: Path, vocabularies: Mapping[str, Vocabulary]) -> list[str]:
    """Makes the schemas of a folder those of the vocabularies; gives the names of files that changed, sorted.

    What has not changed is not written, so that nobody who watches the folder is woken.
    """
    made = {name: text.encode() for name, text in texts(vocabularies).items()}
    changed = [name for name, data in made.items() if not (path := folder / name).is_file() or path.read_bytes() != data]
    left_over = [path.name for path in folder.glob("*.json") if path.name not in made]
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        (folder / name).write_bytes(made[name])
    for name in left_over:
        (folder / name).unlink()
    return sorted([*changed, *left_over])


def _label(term: Any) -> str:
    """What a term is called, in English: a person by the preferred spelling, the family name first."""
    name = term.names[0] if isinstance(term, Party) else term
    labels = getattr(name, "label", None)
    return labels.get("en", "") if labels is not None else ", ".join(filter(None, (name.family, name.given, name.suffix)))


def _finished(schema: dict[str, Any], vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    walked = _walk(schema, vocabularies)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **walked}


def _walk(node: Any, vocabularies: Mapping[str, Vocabulary]) -> Any:
    if isinstance(node, list):
        return [_walk(item, vocabularies) for item in node]
    if not isinstance(node, dict):
        return node
    node = {key: _walk(value, vocabularies) for key, value in node.items() if key != "title" or not isinstance(value, str)}
    node.pop("x-record", None)  # of which only the whole catalogue knows
    name = node.pop("x-vocabulary", None)
    if name in vocabularies and len(vocabularies[name].terms) <= OFFERED:
        terms = vocabularies[name].terms
        node.update(enum=list(terms), enumDescriptions=[_label(term) for term in terms.values()])
    if isinstance(node.get("propertyNames"), dict) and "enum" in node["propertyNames"]:
        node["propertyNames"] = {"enum": node["propertyNames"]["enum"]}
    if node.get("type") == "string" and "enum" not in node:
        # Values are read as text: an unquoted 2024 or 17 is right, though editors see a number.
        node["type"] = ["string", "number"]
    if node.get("type") == "integer":
        node.update(type=["integer", "string"], pattern=r"^\d+$")
    words = node.get("enum") or ([node["const"]] if isinstance(node.get("const"), str) else [])
    if words and set(map(str, words)) <= {"yes", "no"}:
        # Editors that read YAML 1.1 see booleans in yes and no.
        node.pop("const", None)
        node.pop("type", None)
        node["enum"] = [*words, *(word == "yes" for word in words)]
    return node


# -- the guide's tables ------------------------------------------------------------------


def table(model: type[BaseModel]) -> str:
    """A Markdown table of a model's fields, in their settled order."""
    rows = ["| field | must | what it holds | example |", "| --- | --- | --- | --- |"]
    for name, info in model.model_fields.items():
        example = json.dumps(info.examples[0], ensure_ascii=False) if info.examples else _parts(info)
        if info.examples and isinstance(info.examples[0], str):
            example = f"`{info.examples[0]}`"
        elif info.examples:
            example = f"`{_yaml(info.examples[0])}`"
        rows.append(
            f"| `{info.alias or name}` | {'yes' if info.is_required() else ''} | {info.description} | {example} |".replace("  |", " |")
        )
    return "\n".join(rows)


def _yaml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_yaml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_yaml(item) for item in value) + "]"
    return str(value)


def _parts(info: FieldInfo) -> str:
    """Which table describes the parts of a field that has parts."""
    found = models_in(info.annotation)
    return " or ".join(f"see *{model.__name__}*" for model in found)


def tables() -> str:
    """All tables of the guide, each under the name of its model with its first sentence."""
    seen: list[type[BaseModel]] = []
    queue: list[type[BaseModel]] = [
        *RECORDS.values(),
        *dict.fromkeys(model for model in VOCABULARIES.values() if model is not Party),
        Person,
        Body,
    ]
    while queue:
        model = queue.pop(0)
        if model in seen:
            continue
        seen.append(model)
        inner = (models_in(info.annotation) for info in model.model_fields.values())
        queue += [found for models in inner for found in models]
    return (
        "\n\n".join(f"### {model.__name__}\n\n{(model.__doc__ or '').strip().splitlines()[0]}\n\n{table(model)}" for model in seen) + "\n"
    )
