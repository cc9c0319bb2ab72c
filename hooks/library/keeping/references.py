"""Where records name each other: places of an id in a record, found by the model, so that no field is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from library.catalogue.authorities import PARTIES, VOCABULARIES, Party
from library.catalogue.kinds import KINDS
from library.catalogue.kinds.naming import marks, names_of
from library.catalogue.model import Issue, Journal, Work
from library.catalogue.shapes import ISSUE, JOURNAL, WORK
from library.catalogue.validation import models_in
from library.catalogue.values import From
from library.catalogue.yaml_texts import Keys

WORKS = "works"
"""Stands for the name of a vocabulary where works are named."""

_NAMES_WORKS = ("related", "replaced_by", "work", "works")
_NAMES_ITS_OWN = "broader"

GLOSSARY = "glossary"

_RECORDS: Mapping[str, type[BaseModel]] = {WORK: Work, ISSUE: Issue, JOURNAL: Journal, **{kind.name: kind.model for kind in KINDS}}


def references(kind: str, data: Any, vocabulary: str, wanted: str) -> Iterator[Keys]:
    """Places in the values of a file of a kind (as in ``shapes``, or the glossary) where a term of the vocabulary, a record of the kind, or a work is named."""
    if kind in _RECORDS:
        yield from _found(_RECORDS[kind], data, vocabulary, wanted, ())
    elif kind == GLOSSARY:
        at = wanted if vocabulary == WORKS else f"{vocabulary}:{wanted}"
        for number, entry in enumerate(data):
            for which, exception in enumerate(entry.get("exceptions", ())):
                if exception.get("at") == at:
                    yield (number, "exceptions", which, "at")
    else:
        for number, term in enumerate(data):
            model: type[BaseModel] = VOCABULARIES[kind]
            if model is Party:
                model = PARTIES[term["kind"]]
            yield from _found(model, term, vocabulary, wanted, (number,))
            if kind == vocabulary and term.get(_NAMES_ITS_OWN) == wanted:
                yield (number, _NAMES_ITS_OWN)


def _found(model: type[BaseModel], data: Mapping[str, Any], vocabulary: str, wanted: str, at: Keys) -> Iterator[Keys]:
    for name, info in model.model_fields.items():
        written = info.alias or name
        if written not in data:
            continue
        value, keys = data[written], (*at, written)
        if (
            vocabulary in _vocabularies(info)
            or vocabulary in names_of(info)
            or (vocabulary == WORKS and (name in _NAMES_WORKS or "work" in names_of(info)))
        ):
            yield from _equal(value, wanted, keys)
        for inner in models_in(info.annotation):
            items = enumerate(value) if isinstance(value, list) else ((None, value),)
            for number, item in items:
                if isinstance(item, Mapping):
                    yield from _found(inner, item, vocabulary, wanted, keys if number is None else (*keys, number))


def _equal(value: Any, wanted: str, keys: Keys) -> Iterator[Keys]:
    if value == wanted:
        yield keys
    elif isinstance(value, list):
        yield from ((*keys, number) for number, item in enumerate(value) if item == wanted)


def _vocabularies(info: FieldInfo) -> set[str]:
    """Vocabularies whose ids a field holds."""
    return {marked.vocabulary for marked in (*info.metadata, *marks(info.annotation)) if isinstance(marked, From)}
