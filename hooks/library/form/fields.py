"""Fields of the staff's form, made from the model's JSON Schema: what a record may say, in the form's language.

The shapes of fields are those of Sveltia CMS 0.221.1 (https://sveltiacms.app/en/docs/fields), which took them from
Decap CMS.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from library.catalogue.authorities import Body, Person
from library.catalogue.values import DATED_PATTERN

Field = dict[str, Any]
Say = Callable[[str], str]

LABELS = {
    "and_others": "And others",
    "as_printed": "As printed",
    "at": "Place in the source",
    "cover_sha256": "SHA-256 of the cover",
    "doi": "DOI",
    "file": "File",
    "for": "Taken from it",
    "id": "Permanent id",
    "isbn": "ISBN",
    "isni": "ISNI",
    "issn": "ISSN",
    "issn_electronic": "ISSN of the electronic edition",
    "issn_print": "ISSN of the printed edition",
    "m49": "UN M49 code",
    "on": "Day of withdrawal",
    "orcid": "ORCID",
    "party": "Person or body",
    "ror": "ROR",
    "searched_as": "Search words",
    "sha256": "SHA-256",
    "since": "From",
    "site": "Language of the site",
    "text": "Text published here",
    "url": "Web address",
    "viaf": "VIAF",
    "work": "Its record",
}
"""What a field is called where its name in YAML says it badly."""

ABBREVIATIONS = ("ark", "bbk", "udc", "urn")
"""Choices that are said in capitals."""

SHOWN = "shown_as"
"""A field of the form alone, that files do not have: what a picker calls a party. Read of Sveltia CMS 0.221.1: where one of
the fields that a picker shows is missing in a term it shows nothing, and persons and bodies have no field in common but the id."""

ONE = {
    "articles": "Article",
    "contributors": "Contributor",
    "creators": "Creator",
    "corrected": "Correction",
    "editions": "Edition",
    "editors": "Editor",
    "former_addresses": "Former address",
    "former_keys": "Former key",
    "identifiers": "Identifier",
    "names": "Name",
    "provenance": "Source of the facts",
    "related": "Related work",
    "team": "Member of the team",
    "titles": "Title",
    "variants": "Variant",
}
"""What one item of a list is called."""

LONG = {"summary", "scope", "reason", "note", "responsibility", "source", "what"}
"""Fields that hold sentences."""

FILES = {"file": ".pdf,.epub,.docx,.xlsx,.csv,.zip", "cover": ".jpg,.jpeg,.png,.webp"}
"""Fields that name a file of the catalogue, and what may be chosen."""

ADDRESS = (r"^https?://[^\s/]+\.\S+$", "A web address that begins with https:// or http://")
ISSN = (r"^[0-9]{4}-?[0-9]{3}[0-9Xx]$", "Eight characters, as in 2409-5532")
PATTERNS: Mapping[str, tuple[str, str]] = {
    "id": (r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", "Small Latin letters, digits and single hyphens, as in e-hrm-central-asia"),
    "citation_key": ("", "Latin letters and digits, beginning with a letter, as in knox2017quality"),
    "pages": (r"^[^\s].*[^\s]$|^\S$", "First and last page, as in 11-31"),
    "extent": (r"^[1-9][0-9]{0,4}$", "Digits only, as in 579"),
    "doi": (r"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$", "The DOI without https://doi.org/, as in 10.56289/ijcsrp.156"),
    "isbn": (r"^[0-9][0-9 -]{8,15}[0-9Xx]$", "10 or 13 digits, with or without hyphens"),
    "issn": ISSN,
    "issn_print": ISSN,
    "issn_electronic": ISSN,
    "address": ADDRESS,
    "url": ADDRESS,
    "website": ADDRESS,
}
"""What a value alone can show to be wrong, and what is said then: the model's own pattern where none stands here."""

DATES = {
    DATED_PATTERN: "A year, a month or a day: 2019, 2019-05 or 2019-05-31; 2018/2020 for a span, 2019~ for about 2019",
    r"^\d{4}(-\d{2}(-\d{2})?)?$": "A year, a month or a day: 2019, 2019-05 or 2019-05-31",
    r"^\d{4}-\d{2}-\d{2}$": "Year, month and day, as in 2026-11-22",
}


@dataclass(frozen=True)
class Fields:
    """Makes fields that speak ``language``. ``languages`` are the tags in which texts may be written, with their names."""

    say: Say
    language: str
    languages: Mapping[str, str]

    def of(self, model: type[BaseModel], *without: str) -> list[Field]:
        """The fields of a model, in their settled order, but for some names."""
        schema = model.model_json_schema()
        return self._fields(schema, schema.get("$defs", {}), without)

    def label(self, name: str) -> str:
        return self.say(LABELS.get(name, name.replace("_", " ").capitalize()))

    def one(self, name: str) -> str:
        """What the button to add an item of a list says."""
        return self.say(ONE[name]) if name in ONE else self.label(name)

    def parties(self) -> list[Field]:
        """Persons and bodies: the types of one list."""
        kinds = (
            ("person", "Person", Person, "{{names.0.family}}, {{names.0.given}}"),
            ("body", "Body", Body, "{{names.0.label." + self.language + "}}"),
        )
        shown = {"name": SHOWN, "widget": "hidden", "default": self.say("New")}
        return [
            {"name": name, "label": self.say(label), "summary": summary, "fields": [*self.of(model, "kind"), shown]}
            for name, label, model, summary in kinds
        ]

    def _fields(self, schema: Mapping[str, Any], definitions: Mapping[str, Any], without: tuple[str, ...] = ()) -> list[Field]:
        required = schema.get("required", ())
        return [
            {
                "name": name,
                "label": self.label(name),
                "required": name in required,
                "hint": self.say(shape.get("description", "")),
                **self._widget(name, _bare(shape), definitions, name in required),
            }
            for name, shape in schema["properties"].items()
            if name not in without
        ]

    def _widget(self, name: str, shape: Mapping[str, Any], definitions: Mapping[str, Any], required: bool = True) -> Field:
        if "$ref" in shape:
            return {"widget": "object", "collapsed": "auto", "fields": self._fields(_definition(shape, definitions), definitions)}
        if shape.get("type") == "array":
            return self._list(name, shape, definitions, required)
        if shape.get("type") == "object":
            return {"widget": "object", "fields": self._texts(name, _bare(shape["additionalProperties"]))}
        if vocabulary := shape.get("x-vocabulary"):
            return self.relation(vocabulary)
        words = shape.get("enum") or ([shape["const"]] if "const" in shape else [])
        if words:
            return {"widget": "select", "options": [{"label": self.say(_spoken(word)), "value": word} for word in words]}
        return self._one(name, shape)

    def _list(self, name: str, shape: Mapping[str, Any], definitions: Mapping[str, Any], required: bool) -> Field:
        """Where the list may be left out, the form asks for no value: what is empty is not written."""
        item = _bare(shape["items"])
        least = {"min": shape["minItems"]} if required and shape.get("minItems") else {}
        made = self._widget(name, item, definitions)
        if "$ref" in item:
            return {
                "widget": "list",
                "collapsed": "auto",
                "label_singular": self.one(name),
                "summary": _summary(_definition(item, definitions), self.language),
                "fields": made["fields"],
                **least,
            }
        if made["widget"] in ("relation", "select"):
            return {**made, "multiple": True, **least}
        return {"widget": "list", "label_singular": self.one(name), "field": {"name": "value", "label": self.one(name), **made}, **least}

    def relation(self, vocabulary: str) -> Field:
        """A picker of a vocabulary's terms: it shows names and stores ids."""
        if vocabulary == "parties":
            shown, searched = ["{{terms.*." + SHOWN + "}} ({{terms.*.id}})"], [f"terms.*.{SHOWN}", "terms.*.id"]
        else:
            shown = [f"terms.*.label.{self.language}"]
            searched = ["terms.*.id", *(f"terms.*.label.{tag}" for tag in self.languages)]
        return {
            "widget": "relation",
            "collection": "vocabularies",
            "file": vocabulary,
            "value_field": "terms.*.id",
            "display_fields": shown,
            "search_fields": searched,
        }

    def _texts(self, name: str, shape: Mapping[str, Any]) -> list[Field]:
        if shape.get("type") == "array":
            widget: Field = {"widget": "list", "field": {"name": "value", "label": self.label(name), "widget": "string"}}
        else:
            widget = {"widget": "text" if name in LONG else "string"}
        return [{"name": tag, "label": autonym, "required": False, **widget} for tag, autonym in self.languages.items()]

    def _one(self, name: str, shape: Mapping[str, Any]) -> Field:
        if name in FILES:
            return {"widget": "file", "accept": FILES[name], "choose_url": False}
        pattern, said = PATTERNS.get(name, (shape.get("pattern", ""), DATES.get(shape.get("pattern", ""), "")))
        pattern = pattern or shape.get("pattern", "")
        made: Field = {"widget": "text" if name in LONG else "string"}
        return (
            {**made, "pattern": [pattern, self.say(said or "This is written otherwise: see the example in the help below")]}
            if pattern
            else made
        )


def messages(models: tuple[type[BaseModel], ...]) -> set[str]:
    """Every word that fields of the models may say, in English."""
    found: set[str] = set()

    def heard(message: str) -> str:
        found.add(message)
        return message

    fields = Fields(heard, "en", {"en": "English"})
    for model in models:
        fields.of(model)
    fields.parties()
    return found - {""}


def _bare(shape: Mapping[str, Any]) -> Mapping[str, Any]:
    """The shape of a value that may also be missing."""
    options = [option for option in shape.get("anyOf", ()) if option.get("type") != "null"]
    return options[0] if len(options) == 1 else shape


def _definition(shape: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    found: Mapping[str, Any] = definitions[shape["$ref"].rpartition("/")[2]]
    return found


def _spoken(word: str) -> str:
    return word.upper() if word in ABBREVIATIONS else word.replace("-", " ").capitalize()


def _summary(schema: Mapping[str, Any], language: str) -> str:
    """What a collapsed item of a list is called."""
    names = schema["properties"]
    for name in ("citation_key", "party", "source", "family", "id"):
        if name in names:
            return "{{" + name + "}}" + (" ({{language}})" if name == "citation_key" else "")
    return "{{label." + language + "}}" if "label" in names else ""
