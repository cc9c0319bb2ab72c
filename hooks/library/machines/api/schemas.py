"""JSON Schemas of the API (draft 2020-12): what each field means, for programs and for people.

They allow no field that they do not describe, so that a field cannot come in undescribed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from library.catalogue.kinds import KINDS, Kind
from library.machines.api import elsewhere, indicators, kinds, participation
from library.machines.api.definitions import (
    DEFINITIONS,
    REFERENCE,
    Schema,
    as_defined,
    ids_of,
    list_of,
    object_of,
    plain_text,
    whole_number,
    yes_or_no,
)


def schemas(root: str) -> Mapping[str, Schema]:
    """Schemas by name; ``root`` is the address of the API, with the slash at its end."""
    return {name: _document(root, name, schema) for name, schema in _shapes().items()}


def _document(root: str, name: str, schema: Schema) -> Schema:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{root}schema/{name}.json",
        **schema,
        "$defs": {
            **DEFINITIONS,
            "indicator": indicators.SCHEMA,
            "entry": elsewhere.SCHEMA,
            "evidence": participation.SCHEMA,
            **schema.get("$defs", {}),
        },
    }


@cache
def _shapes() -> Mapping[str, Schema]:
    return {
        "index": _index(),
        "work": _work(),
        "journal": _journal(),
        "works": _collection("works", "work"),
        "issues": _collection("issues", "issue"),
        "parties": _collection("parties", "party"),
        "terms": _collection("terms", "term"),
        "indicators": _collection("indicators", "indicator"),
        "elsewhere": _collection("elsewhere", "entry"),
        "participation": _collection("participation", "evidence"),
        **{kind.collection: _of_kind(kind) for kind in KINDS},
    }


def _of_kind(kind: Kind) -> Schema:
    entry, parts = kinds.schema(kind)
    return {**_collection(kind.collection, kind.name), "$defs": {kind.name: entry, **parts}}


_HEAD = {
    "schema": as_defined("url", "The schema of this file."),
    "licence": as_defined("url", "CC0 1.0: the descriptions may be used for any purpose."),
}


def _collection(name: str, entry: str) -> Schema:
    return object_of(
        "A list, in parts that lead from one to the next. A value that is not known is absent; lists are always there.",
        {
            "url": as_defined("url", "This part."),
            **_HEAD,
            "count": whole_number("Entries in all parts."),
            "part": whole_number("Number of this part, from 1."),
            "parts": whole_number("Number of parts."),
            "first": as_defined("url", "The first part."),
            name: list_of({"$ref": f"#/$defs/{entry}"}, "The entries."),
        },
        {"previous": as_defined("url", "The part before."), "next": as_defined("url", "The part after.")},
    )


_TAGS = list_of(
    object_of(
        "A concern that it names in its own words.",
        {"tag": as_defined("id", "A term of tags."), "stands_in": plain_text("title, description, editorial or document.")},
    ),
    "Cross-cutting concerns.",
)

_WITHDRAWN = object_of(
    "Present where the work is no longer offered.",
    {"on": as_defined("date", "When."), "reason": as_defined("texts", "Why, by language.")},
    {
        "because": plain_text("What happened: mistake, superseded or retracted."),
        "replaced_by": as_defined("id", "The work that stands in its place."),
    },
)


_CORRECTED = list_of(
    object_of(
        "A correction of the document.",
        {"day": as_defined("day", "When."), "what": as_defined("texts", "What was put right, by language.")},
    ),
    "Corrections of the document since it was published here.",
)


def _work() -> Schema:
    return object_of(
        "All that the library knows of a work. A value that is not known is absent; lists are always there.",
        {
            **_HEAD,
            "id": REFERENCE,
            "type": as_defined("id", "A term of types."),
            "url": as_defined("url", "Its page."),
            "pages": as_defined("addresses", "Its page by language."),
            "title": as_defined("texts", "Titles by language."),
            "summary": as_defined("texts", "One or two sentences by language."),
            "supplied": as_defined("supplied", "Titles and summaries that no document prints."),
            "in_journal": yes_or_no("Whether it is an article of the journal."),
            "creators": list_of({"$ref": "#/$defs/named"}, "Persons or bodies chiefly responsible, in printed order."),
            "and_others": yes_or_no("Whether the source names only the first creators."),
            "contributors": list_of({"$ref": "#/$defs/contributor"}, "Others named, each with a role."),
            "themes": ids_of("Terms of themes, the chief first."),
            "coverage": object_of(
                "Places discussed.",
                {"countries": ids_of("Terms of countries."), "regions": ids_of("Terms of regions.")},
                {"as_printed": plain_text("The coverage in the source's words.")},
            ),
            "audiences": ids_of("Terms of audiences."),
            "tags": _TAGS,
            "editions": list_of({"$ref": "#/$defs/edition"}, "One for each language the document exists in."),
            "related": ids_of("Works that belong together with this one."),
            "exports": list_of({"$ref": "#/$defs/export"}, "Its citations, every edition an entry."),
            "added": as_defined("day", "When it was added to the library."),
            "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where the facts come from."),
            "note": list_of({"type": "string"}, "Doubtful readings and remarks."),
            "former_addresses": list_of({"$ref": "#/$defs/url"}, "Earlier addresses of its page."),
            "corrected": _CORRECTED,
            "replaces": ids_of("Withdrawn works in whose place it stands."),
        },
        {
            "issued": as_defined("date", "Date of issue; an article has its issue's."),
            "issue": object_of(
                "The journal's issue that it stands in.",
                {"id": REFERENCE, "url": as_defined("url", "The issue's page.")},
                {"volume": plain_text("Volume as printed."), "number": plain_text("Number as printed.")},
            ),
            "issuer": as_defined("named", "The body that puts it out."),
            "host": as_defined("host", "What it stands in: a journal, a book, proceedings, a set."),
            "event": as_defined("event", "The conference at which it was given."),
            "degree": plain_text("Degree for which a thesis was accepted, as printed."),
            "series": object_of(
                "The series it belongs to.",
                {"id": as_defined("id", "A term of series.")},
                {
                    "number": plain_text("Number in the series, as printed."),
                    "round": plain_text("Number or year of the round that it belongs to."),
                },
            ),
            "revised": as_defined("day", "Day of the last change that readers should hear of."),
            "withdrawn": _WITHDRAWN,
        },
    )


def _journal() -> Schema:
    return object_of(
        "The journal: what holds for all of its issues.",
        {
            **_HEAD,
            "id": REFERENCE,
            "pages": as_defined("addresses", "Its page by language."),
            "titles": list_of(
                object_of(
                    "A title, and when.",
                    {"title": as_defined("texts", "The title by language.")},
                    {
                        "since": as_defined("date", "First issue known to bear it."),
                        "until": as_defined("date", "Last issue known to bear it."),
                    },
                ),
                "Titles over time, the present one first.",
            ),
            "supplied_titles": as_defined("texts", "The present title in languages in which no source prints it."),
            "issn": list_of({"type": "string"}, "ISSNs as printed."),
            "issuer": as_defined("named", "The body that puts it out."),
            "languages": list_of({"$ref": "#/$defs/language"}, "Languages of the serial, where stated."),
            "summary": as_defined("texts", "What it is."),
            "team": list_of({"$ref": "#/$defs/member"}, "Editorial team as of team_seen."),
            "issues": ids_of("Issues that have records."),
            "missing_issues": ids_of("Numbers that must exist but that no source shows."),
            "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where the facts come from."),
            "note": list_of({"type": "string"}, "Doubtful readings and remarks."),
        },
        {
            "abbreviation": plain_text("Abbreviated title."),
            "frequency": {"enum": ["annual", "biannual", "quarterly", "irregular"]},
            "address": as_defined("url", "The journal's own site."),
            "team_seen": as_defined("date", "When the team was as listed."),
        },
    )


def _index() -> Schema:
    return object_of(
        "What there is.",
        {
            "schema": _HEAD["schema"],
            "version": {"const": "1"},
            "name": as_defined("texts", "The library's name by language."),
            "url": as_defined("url", "The library."),
            "languages": list_of({"$ref": "#/$defs/language"}, "Languages of the library, the default first."),
            "licence": object_of(
                "Terms of use.",
                {"id": plain_text("SPDX id."), "url": as_defined("url", "Its text."), "covers": plain_text("What it holds for.")},
            ),
            "changed": as_defined("date", "When any record last changed."),
            "counts": {
                "type": "object",
                "additionalProperties": whole_number("Number of entries."),
                "description": "Numbers of entries by collection, and of editions.",
            },
            "collections": as_defined("addresses", "First parts of the lists."),
            "record": plain_text("Address of a work's record, with {id} for its id."),
            "tables": as_defined("addresses", "CSV files, long ones in parts: works, works-2 …"),
            "exports": list_of({"$ref": "#/$defs/export"}, "All citations, the first parts."),
            "schemas": as_defined("addresses", "JSON Schemas of this API."),
            "feeds": as_defined("addresses", "Atom feeds by language."),
            "opds": as_defined("addresses", "OPDS catalogues by language."),
            "resourcesync": as_defined("url", "For harvesters."),
            "sitemap": as_defined("url", "Every page."),
        },
        {"journal": as_defined("url", "The journal.")},
    )
