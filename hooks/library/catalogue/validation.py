"""A record's values held against the model: typed values, or problems with their places."""

from __future__ import annotations

from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from library.catalogue.problems import Problem, nearest
from library.catalogue.records import Record
from library.catalogue.values import field_names
from library.catalogue.yaml_texts import Keys

MOST = 100
"""Problems that are told of one record or term: who has mended as many asks again."""

M = TypeVar("M", bound=BaseModel)

_SHAPES = {
    "string_type": "one text is needed",
    "mapping_type": "a text for each language is needed",
    "dict_type": "a text for each language is needed",
    "model_type": "fields with their values are needed",
    "model_attributes_type": "fields with their values are needed",
    "tuple_type": "a list is needed",
    "list_type": "a list is needed",
}


def validate(model: type[M], record: Record, data: Any, at: Keys, context: dict[str, Any]) -> tuple[M | None, list[Problem]]:
    """The model made from ``data``, which stands at ``at`` in the record; or every problem with it."""
    try:
        return model.model_validate(data, context=context), []
    except ValidationError as error:
        return None, [
            _problem(model, record, at, detail)
            for detail in error.errors(include_url=False)[:MOST]
            # A list whose only value is wrong is not empty: the wrong value is told already.
            if not (detail["type"] == "too_short" and detail["input"])
        ]


def _problem(model: type[BaseModel], record: Record, at: Keys, detail: ErrorDetails) -> Problem:
    keys = (*at, *(part for part in detail["loc"] if part not in _UNION_PARTS))
    kind = detail["type"]
    name = str(detail["loc"][-1]) if detail["loc"] else ""
    value = detail["input"]
    if value == "" and kind not in ("empty-value", "missing"):
        return record.problem(
            keys, "empty-value", f"{_field(detail)}: the field is written but empty", "what is not known is left out: delete the field"
        )
    if "said" in detail.get("ctx", {}):
        hint = detail["ctx"]["hint"]
        if kind == "empty-value" and _required(model, detail["loc"]):
            hint = "write its value: no record is without it"
        return record.problem(keys, kind, f"{_field(detail)}: {detail['ctx']['said']}", hint)
    if kind == "extra_forbidden":
        known = [field for found in _models_at(model, detail["loc"][:-1]) for field in field_names(found)]
        return record.problem(
            keys, "unknown-field", f'there is no field "{name}" here', nearest(name, known) or f"fields here: {', '.join(known)}"
        )
    if kind == "missing":
        return record.problem(
            keys[:-1],
            "missing-field",
            f'the field "{name}" is missing',
            _MISSING.get(name, "every record has it; the guide has an example"),
        )
    if kind == "literal_error":
        choices = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        return record.problem(
            keys,
            "unknown-choice",
            f'{_field(detail)}: "{value}" is none of {choices}',
            nearest(str(value), choices.split(", ")) or "write one of these",
        )
    if kind in _SHAPES:
        return record.problem(
            keys,
            "wrong-shape",
            f"{_field(detail)}: {_written(value)}, but {_SHAPES[kind]}",
            _SHAPE_HINTS.get(_SHAPES[kind], "compare with the example in the guide"),
        )
    if kind == "string_pattern_mismatch":
        name = next((part for part in reversed(detail["loc"]) if isinstance(part, str)), "")
        return record.problem(
            keys,
            "bad-form",
            f'{_field(detail)}: "{value}" has not the form asked for',
            _FORMS.get(name, "the guide has an example"),
        )
    if kind == "too_short":
        hint = "write at least one value" if _required(model, detail["loc"]) else "write at least one value, or delete the field"
        return record.problem(keys, "empty-value", f"{_field(detail)}: nothing is written here", hint)
    return _out_of_bounds(record, keys, detail)


def _out_of_bounds(record: Record, keys: Keys, detail: ErrorDetails) -> Problem:
    """Numbers that are none or too large or small, and texts that are too long."""
    kind, value = detail["type"], detail["input"]
    if kind.startswith("int_"):
        return record.problem(keys, "bad-number", f'{_field(detail)}: "{value}" is not a whole number', "digits only, as in 579")
    if kind in ("greater_than", "less_than"):
        said = f"more than {detail['ctx']['gt']}" if kind == "greater_than" else f"less than {detail['ctx']['lt']:,}"
        return record.problem(keys, "bad-number", f'{_field(detail)}: "{value}" is not {said}', "compare it with the document")
    if kind == "string_too_long":
        longest = detail["ctx"]["max_length"]
        said = f"{_field(detail)}: this has {len(value)} letters; at most {longest} may stand here"
        return record.problem(keys, "too-long", said, "write it shorter")
    return record.problem(keys, "wrong-value", f"{_field(detail)}: {detail['msg']}", "compare with the guide")


def _required(model: type[BaseModel], loc: tuple[int | str, ...]) -> bool:
    """Whether the field at a place is one that no record is without."""
    name = loc[-1] if loc else ""
    fields = [(info.alias or name_, info) for found in _models_at(model, loc[:-1]) for name_, info in found.model_fields.items()]
    return any(written == name and info.is_required() for written, info in fields)


_SHAPE_HINTS = {
    "a list is needed": "put it in square brackets, as in [print, electronic], or each value on a line of its own behind a hyphen",
    "one text is needed": "write one text behind the field's name; in quotes if it begins with a bracket or a hyphen",
    "a text for each language is needed": "give each language a line of its own below: en: …, ru: …, kk: …, ko: …",
}
_FORMS = {
    "citation_key": "Latin letters, digits, hyphens, underscores and colons, a letter first, 3 to 60 of them, as in knox2017quality",
    "file": "the bare name of a file in catalogue/files/, Latin letters, with its ending, as in knox-quality-of-life.en.pdf",
    "cover": "the bare name of a picture in catalogue/files/, Latin letters, with its ending, as in knox-quality-of-life.jpg",
    "m49": 'three digits in quotes, as in "398"',
    "id": "Latin letters and digits with single hyphens, as in open-data",
    "former_ids": "Latin letters and digits with single hyphens, as in open-data",
    "former_addresses": "an address of this site with slashes at both ends, as in /publications/some-work/",
}

_MISSING = {
    "family": "a person who has one name only writes it here, without given",
}
"""Hints where a missing field may have been left out on purpose."""

_UNION_PARTS = ("[key]", "PersonName", "BodyName")


def _field(detail: ErrorDetails) -> str:
    names = [str(part) for part in detail["loc"] if isinstance(part, str) and part not in _UNION_PARTS]
    return ".".join(names) or "the record"


def _written(value: Any) -> str:
    if isinstance(value, dict):
        return "several fields are written"
    if isinstance(value, list | tuple):
        return "a list is written"
    return f'the text "{value}" is written'


def _models_at(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[type[BaseModel], ...]:
    """The models that may describe the place ``loc`` under ``model``; several where it is a union."""
    models: tuple[type[BaseModel], ...] = (model,)
    for part in loc:
        if not isinstance(part, str):
            continue
        inner = [
            found
            for candidate in models
            for name, info in candidate.model_fields.items()
            if part in (name, info.alias)
            for found in models_in(info.annotation)
        ]
        models = tuple(inner) or models
    return models


def models_in(annotation: Any) -> list[type[BaseModel]]:
    """The models that a field's annotation names, in its order."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [found for argument in get_args(annotation) for found in models_in(argument)]
