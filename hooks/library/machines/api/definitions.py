"""What the schemas of the API refer to: dates, texts by language, parties, editions, terms; and the words to write them with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from library.catalogue.document_numbers import NAMES

Schema = dict[str, Any]

REFERENCE: Schema = {"$ref": "#/$defs/id"}


def object_of(description: str, required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def list_of(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def as_defined(name: str, description: str) -> Schema:
    return {"$ref": f"#/$defs/{name}", "description": description}


def plain_text(description: str) -> Schema:
    return {"type": "string", "minLength": 1, "description": description}


def yes_or_no(description: str) -> Schema:
    return {"type": "boolean", "description": description}


def ids_of(description: str) -> Schema:
    return list_of(REFERENCE, description)


def whole_number(description: str) -> Schema:
    return {"type": "integer", "minimum": 0, "description": description}


_PARTY_NAME: Mapping[str, Schema] = {
    "name": plain_text("A person's name in the order in which its bearer writes it."),
    "family": plain_text("Family name; a single name stands here."),
    "given": plain_text("Given names or initials."),
    "suffix": plain_text("II, Jr. and the like."),
    "label": as_defined("texts", "A body's name by language."),
}

_NAMED_REQUIRED: Mapping[str, Schema] = {
    "id": REFERENCE,
    "kind": {"enum": ["person", "body"]},
    "identifiers": as_defined("addresses", "ORCID, ROR, ISNI and VIAF as addresses, by scheme."),
}
_NAMED_OPTIONAL: Mapping[str, Schema] = {
    **_PARTY_NAME,
    "as_printed": plain_text("The name as this document prints it, where it differs."),
    "affiliation": plain_text("Post and employer as printed."),
}

DEFINITIONS: Schema = {
    "id": {
        "type": "string",
        "pattern": r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$",
        "description": "Permanent id of a work, an issue, a party or a term.",
    },
    "date": {
        "type": "string",
        "pattern": r"^[0-9X.c/~?%-]{4,23}$",
        "description": "A date as precise as it is known: 2019, 2019-05 or 2019-05-31; EDTF level 1 (2018/2020, 2019~, 199X); c2019 of copyright.",
    },
    "day": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "A whole day."},
    "language": {"type": "string", "pattern": r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$", "description": "BCP 47 tag."},
    "texts": {
        "type": "object",
        "description": "A text by language: BCP 47 tag, then the text.",
        "propertyNames": {"$ref": "#/$defs/language"},
        "additionalProperties": {"type": "string", "minLength": 1},
    },
    "url": {"type": "string", "pattern": r"^https?://[^\s]+$", "description": "An absolute address."},
    "addresses": {"type": "object", "description": "Addresses by language or name.", "additionalProperties": {"$ref": "#/$defs/url"}},
    "export": object_of(
        "A file for reference managers or harvesters.",
        {
            "format": plain_text("Name of the format."),
            "media_type": plain_text("What a server should send it as."),
            "url": as_defined("url", "Where it is."),
        },
    ),
    "supplied": object_of(
        "Languages whose title or summary no document prints: a cataloguer supplied it.",
        {
            "title": list_of({"$ref": "#/$defs/language"}, "Shown in square brackets on pages."),
            "summary": list_of({"$ref": "#/$defs/language"}, "Written for the library."),
        },
    ),
    "provenance": object_of(
        "Where facts were read.",
        {},
        {
            "source": as_defined("id", "A term of sources."),
            "at": plain_text("Place within the source."),
            "url": as_defined("url", "Address of the page that was read."),
            "for": list_of({"type": "string"}, "What was taken from it, if not the whole record."),
        },
    ),
    "named": object_of("A person or body, by its name at the date of the work.", _NAMED_REQUIRED, _NAMED_OPTIONAL),
    "contributor": object_of(
        "Who helped, and how.",
        {
            **_NAMED_REQUIRED,
            "role": {"enum": ["editor", "translator", "supervisor", "partner", "funder", "sponsor", "preparer"]},
            "editions": list_of({"$ref": "#/$defs/language"}, "Languages of the editions they helped with; empty: all."),
        },
        _NAMED_OPTIONAL,
    ),
    "member": object_of(
        "Someone of the editorial team.",
        {**_NAMED_REQUIRED, "post": {"enum": ["editor-in-chief", "managing-editor", "assistant", "board"]}},
        {**_PARTY_NAME, "country": as_defined("id", "Country as printed.")},
    ),
    "event": object_of(
        "A conference.",
        {"title": plain_text("Its name as printed.")},
        {"place": plain_text("Where it was held."), "date": as_defined("date", "When it was held.")},
    ),
    "host": object_of(
        "What a work stands in.",
        {
            "title": as_defined("texts", "Its printed titles."),
            "editors": list_of({"$ref": "#/$defs/named"}, "Its editors, in printed order."),
            "issn": list_of({"type": "string"}, "Its ISSNs."),
            "isbn": list_of({"type": "string"}, "Its ISBNs."),
        },
        {
            "work": as_defined("id", "Its record, where the library has one."),
            "abbreviation": plain_text("Abbreviated title of a journal."),
            "volume": plain_text("Volume as printed."),
            "number": plain_text("Number of the issue as printed."),
        },
    ),
    "edition": object_of(
        "The work in one language, as published.",
        {
            "citation_key": plain_text("Stable name in reference managers."),
            "title": object_of(
                "The title that references to this edition show.",
                {
                    "language": as_defined("language", "Its language."),
                    "text": plain_text("The title, without square brackets."),
                    "supplied": yes_or_no("Whether a cataloguer supplied it."),
                },
            ),
            "formats": list_of({"enum": ["print", "electronic"]}, "Print, electronic, both, or not known."),
            "isbn": list_of({"type": "string"}, "ISBNs as printed."),
        },
        {
            "language": as_defined("language", "Language of the document."),
            "also_in": list_of({"$ref": "#/$defs/language"}, "Further languages of the document."),
            "parallel_titles": list_of({"$ref": "#/$defs/language"}, "Other languages in which it prints its title."),
            "edition": plain_text("Edition statement as printed."),
            "number": plain_text("Its own number: of a report, standard, law or article."),
            "original": object_of(
                "What it was translated from, where that has no edition here.",
                {},
                {
                    "title": plain_text("Its title."),
                    "language": as_defined("language", "Its language."),
                    "issued": as_defined("date", "When it came out."),
                },
            ),
            "volumes": {"type": "integer", "minimum": 2, "description": "Number of volumes."},
            "abstract": plain_text("The abstract that it prints."),
            "keywords": list_of({"type": "string"}, "Keywords that it prints."),
            "identifiers": list_of(
                object_of(
                    "An identifier of the document, or a class mark.",
                    {"scheme": {"enum": list(NAMES)}, "value": plain_text("The number alone, as printed.")},
                ),
                "Further identifiers, and the class marks that it prints.",
            ),
            "responsibility": plain_text("Who made it, word for word as the title page says."),
            "translation_of": as_defined("language", "Language of the edition it was translated from."),
            "issued": as_defined("date", "Date of this edition, or of the work."),
            "publisher": as_defined("id", "A party: the publisher, or the body that puts the work out."),
            "place": plain_text("Place of publication as printed."),
            "pages": plain_text("First and last page within the issue."),
            "extent": {"type": "integer", "minimum": 1, "description": "Number of pages of the whole."},
            "doi": plain_text("Bare DOI."),
            "doi_url": as_defined("url", "The DOI as a link."),
            "address": as_defined("url", "Where the edition can be read elsewhere on the web."),
            "file": object_of(
                "The document, where the library holds it.",
                {
                    "url": as_defined("url", "Where it is."),
                    "media_type": plain_text("Its kind."),
                    "bytes": whole_number("Its size."),
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 in hex."},
                },
            ),
            "text": as_defined("url", "Where its text stands on the work's page."),
            "licence": as_defined("id", "A term of licences, where the document states one."),
        },
    ),
    "work": object_of(
        "A work in the list of works.",
        {
            "id": REFERENCE,
            "type": as_defined("id", "A term of types."),
            "url": as_defined("url", "Its page."),
            "record": as_defined("url", "Its whole record."),
            "title": as_defined("texts", "Titles by language."),
            "supplied_titles": list_of({"$ref": "#/$defs/language"}, "Languages whose title no document prints."),
            "creators": list_of(
                object_of("A creator in short.", {"id": REFERENCE}, {"name": _PARTY_NAME["name"], "label": _PARTY_NAME["label"]}),
                "Persons or bodies chiefly responsible, in printed order.",
            ),
            "themes": ids_of("Terms of themes."),
            "countries": ids_of("Terms of countries: those discussed."),
            "regions": ids_of("Terms of regions."),
            "languages": list_of({"$ref": "#/$defs/language"}, "Languages of the editions, where stated."),
            "citation_keys": list_of({"type": "string"}, "Keys of the editions in reference managers."),
            "dois": list_of({"type": "string"}, "DOIs of the editions."),
            "files": list_of({"$ref": "#/$defs/url"}, "Documents that the library holds."),
            "added": as_defined("day", "When it was added to the library."),
            "changed": as_defined("day", "When its record last changed for readers."),
            "withdrawn": yes_or_no("Whether it is no longer offered."),
        },
        {
            "issued": as_defined("date", "Date of issue."),
            "issue": as_defined("id", "The journal's issue that it stands in."),
            "issuer": as_defined("id", "A party: the body that puts it out."),
            "series": as_defined("id", "A term of series."),
        },
    ),
    "issue": object_of(
        "An issue of the journal.",
        {
            "id": REFERENCE,
            "pages": as_defined("addresses", "Its page by language."),
            "title": as_defined("texts", "Its own title; empty where it has none."),
            "summary": as_defined("texts", "What is in it."),
            "supplied": as_defined("supplied", "Titles and summaries that it does not print."),
            "complete": yes_or_no("Whether the list of articles is known to be whole."),
            "articles": ids_of("Works, in printed order."),
            "added": as_defined("day", "When it was added to the library."),
            "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where the facts come from."),
            "note": list_of({"type": "string"}, "Doubtful readings and remarks."),
        },
        {
            "volume": plain_text("Volume as printed."),
            "number": plain_text("Number as printed."),
            "issued": as_defined("date", "Date of issue."),
            "label": plain_text("How the journal's site labels it."),
            "place": plain_text("Place of publication as printed."),
            "address": as_defined("url", "The issue on the journal's own site."),
        },
    ),
    "party": object_of(
        "A person or body.",
        {
            "id": REFERENCE,
            "kind": {"enum": ["person", "body"]},
            "names": list_of(
                object_of(
                    "A name.",
                    {},
                    {
                        **_PARTY_NAME,
                        "family_first": yes_or_no("Whether the family name is written first."),
                        "languages": list_of({"$ref": "#/$defs/language"}, "Languages of the documents in which the name is so written."),
                        "supplied": list_of({"$ref": "#/$defs/language"}, "Languages in which no source prints the name."),
                        "since": as_defined("date", "First date at which a source has it."),
                        "until": as_defined("date", "Last date at which a source has it."),
                    },
                ),
                "The preferred or present name first.",
            ),
            "variants": list_of({"type": "string"}, "Other forms seen."),
            "identifiers": _NAMED_REQUIRED["identifiers"],
            "works": whole_number("Works that name it."),
        },
        {
            "abbreviation": plain_text("Usual abbreviation."),
            "country": as_defined("id", "Country of a body."),
            "website": as_defined("url", "Its own site."),
            "pages": as_defined("addresses", "The list of its works by language."),
        },
    ),
    "term": object_of(
        "A term of a vocabulary.",
        {
            "id": REFERENCE,
            "label": as_defined("texts", "Its label by language."),
            "narrower": ids_of("Terms directly below it."),
            "works": whole_number("Works that have the term, or one below it."),
        },
        {
            "plural": as_defined("texts", "Label for a list of such works."),
            "scope": as_defined("texts", "What belongs here."),
            "broader": as_defined("id", "The term above it."),
            "m49": plain_text("United Nations M49 code."),
            "members": ids_of("Countries that make up a region."),
            "autonym": plain_text("A language's name in itself."),
            "url": as_defined("url", "Text of a licence, address of a source."),
            "frequency": plain_text("How often a series is said to appear."),
            "since": as_defined("date", "When a series began."),
            "rounds": list_of(
                object_of(
                    "A part of a series. Without works it is not listed, which does not say that nothing appeared.",
                    {
                        "works": ids_of("Its works."),
                        "provenance": list_of({"$ref": "#/$defs/provenance"}, "Where a source speaks of it."),
                    },
                    {
                        "number": plain_text("Its number."),
                        "year": plain_text("Its year."),
                        "evidence": {
                            "enum": ["planned", "reported", "follows", "numbering"],
                            "description": "How a source speaks of it; numbering: its number stands between those of others.",
                        },
                    },
                ),
                "The parts of a series, in their order.",
            ),
            "pages": as_defined("addresses", "The list of its works by language."),
        },
    ),
}
