"""JSON Schemas of the API (draft 2020-12): what each field means, for programs and for people.

They allow no field that they do not describe, so that a field cannot come in undescribed.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

Schema = dict[str, Any]

_REFERENCE = {"$ref": "#/$defs/id"}


def schemas(root: str) -> Mapping[str, Schema]:
    """Schemas by name; ``root`` is the address of the API, with the slash at its end."""
    return {name: _document(root, name, schema) for name, schema in _shapes().items()}


def _document(root: str, name: str, schema: Schema) -> Schema:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{root}schema/{name}.json", **schema, "$defs": _DEFINITIONS}


def _object(description: str, required: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None) -> Schema:
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **(optional or {})},
        "required": list(required),
        "additionalProperties": False,
    }


def _list(items: Schema, description: str) -> Schema:
    return {"type": "array", "items": items, "description": description}


def _is(name: str, description: str) -> Schema:
    return {"$ref": f"#/$defs/{name}", "description": description}


def _text(description: str) -> Schema:
    return {"type": "string", "minLength": 1, "description": description}


def _yes_or_no(description: str) -> Schema:
    return {"type": "boolean", "description": description}


def _ids(description: str) -> Schema:
    return _list(_REFERENCE, description)


def _count(description: str) -> Schema:
    return {"type": "integer", "minimum": 0, "description": description}


_PARTY_NAME = {
    "name": _text("A person's name in the order in which its bearer writes it."),
    "family": _text("Family name; a single name stands here."),
    "given": _text("Given names or initials."),
    "suffix": _text("II, Jr. and the like."),
    "label": _is("texts", "A body's name by language."),
}

_NAMED_REQUIRED = {
    "id": _REFERENCE,
    "kind": {"enum": ["person", "body"]},
    "identifiers": _is("addresses", "ORCID, ROR, ISNI and VIAF as addresses, by scheme."),
}
_NAMED_OPTIONAL = {
    **_PARTY_NAME,
    "as_printed": _text("The name as this document prints it, where it differs."),
    "affiliation": _text("Post and employer as printed."),
}

_DEFINITIONS: Schema = {
    "id": {
        "type": "string",
        "pattern": r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$",
        "description": "Permanent id of a work, an issue, a party or a term.",
    },
    "date": {
        "type": "string",
        "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
        "description": "A date as precise as it is known: 2019, 2019-05 or 2019-05-31.",
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
    "export": _object(
        "A file for reference managers or harvesters.",
        {
            "format": _text("Name of the format."),
            "media_type": _text("What a server should send it as."),
            "url": _is("url", "Where it is."),
        },
    ),
    "supplied": _object(
        "Languages whose title or summary no document prints: a cataloguer supplied it.",
        {
            "title": _list({"$ref": "#/$defs/language"}, "Shown in square brackets on pages."),
            "summary": _list({"$ref": "#/$defs/language"}, "Written for the library."),
        },
    ),
    "provenance": _object(
        "Where facts were read.",
        {},
        {
            "source": _is("id", "A term of sources."),
            "at": _text("Place within the source."),
            "url": _is("url", "Address of the page that was read."),
            "for": _list({"type": "string"}, "What was taken from it, if not the whole record."),
        },
    ),
    "named": _object("A person or body, by its name at the date of the work.", _NAMED_REQUIRED, _NAMED_OPTIONAL),
    "contributor": _object(
        "Who helped, and how.",
        {
            **_NAMED_REQUIRED,
            "role": {"enum": ["editor", "translator", "supervisor", "partner", "funder", "sponsor", "preparer"]},
            "editions": _list({"$ref": "#/$defs/language"}, "Languages of the editions they helped with; empty: all."),
        },
        _NAMED_OPTIONAL,
    ),
    "member": _object(
        "Someone of the editorial team.",
        {**_NAMED_REQUIRED, "post": {"enum": ["editor-in-chief", "managing-editor", "assistant", "board"]}},
        {**_PARTY_NAME, "country": _is("id", "Country as printed.")},
    ),
    "edition": _object(
        "The work in one language, as published.",
        {
            "citation_key": _text("Stable name in reference managers."),
            "title": _object(
                "The title that references to this edition show.",
                {
                    "language": _is("language", "Its language."),
                    "text": _text("The title, without square brackets."),
                    "supplied": _yes_or_no("Whether a cataloguer supplied it."),
                },
            ),
            "formats": _list({"enum": ["print", "electronic"]}, "Print, electronic, both, or not known."),
            "isbn": _list({"type": "string"}, "ISBNs as printed."),
        },
        {
            "language": _is("language", "Language of the document."),
            "responsibility": _text("Who made it, word for word as the title page says."),
            "translation_of": _is("language", "Language of the edition it was translated from."),
            "issued": _is("date", "Date of this edition, or of the work."),
            "publisher": _is("id", "A party: the publisher, or the body that puts the work out."),
            "place": _text("Place of publication as printed."),
            "pages": _text("First and last page within the issue."),
            "extent": {"type": "integer", "minimum": 1, "description": "Number of pages of the whole."},
            "doi": _text("Bare DOI."),
            "doi_url": _is("url", "The DOI as a link."),
            "address": _is("url", "Where the edition can be read elsewhere on the web."),
            "file": _object(
                "The document, where the library holds it.",
                {
                    "url": _is("url", "Where it is."),
                    "media_type": _text("Its kind."),
                    "bytes": _count("Its size."),
                    "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "SHA-256 in hex."},
                },
            ),
            "text": _is("url", "Where its text stands on the work's page."),
            "licence": _is("id", "A term of licences, where the document states one."),
        },
    ),
    "work": _object(
        "A work in the list of works.",
        {
            "id": _REFERENCE,
            "type": _is("id", "A term of types."),
            "url": _is("url", "Its page."),
            "record": _is("url", "Its whole record."),
            "title": _is("texts", "Titles by language."),
            "supplied_titles": _list({"$ref": "#/$defs/language"}, "Languages whose title no document prints."),
            "creators": _list(
                _object("A creator in short.", {"id": _REFERENCE}, {"name": _PARTY_NAME["name"], "label": _PARTY_NAME["label"]}),
                "Persons or bodies chiefly responsible, in printed order.",
            ),
            "themes": _ids("Terms of themes."),
            "countries": _ids("Terms of countries: those discussed."),
            "regions": _ids("Terms of regions."),
            "languages": _list({"$ref": "#/$defs/language"}, "Languages of the editions, where stated."),
            "citation_keys": _list({"type": "string"}, "Keys of the editions in reference managers."),
            "dois": _list({"type": "string"}, "DOIs of the editions."),
            "files": _list({"$ref": "#/$defs/url"}, "Documents that the library holds."),
            "added": _is("day", "When it was added to the library."),
            "changed": _is("day", "When its record last changed for readers."),
            "withdrawn": _yes_or_no("Whether it is no longer offered."),
        },
        {
            "issued": _is("date", "Date of issue."),
            "issue": _is("id", "The journal's issue that it stands in."),
            "issuer": _is("id", "A party: the body that puts it out."),
            "series": _is("id", "A term of series."),
        },
    ),
    "issue": _object(
        "An issue of the journal.",
        {
            "id": _REFERENCE,
            "pages": _is("addresses", "Its page by language."),
            "title": _is("texts", "Its own title; empty where it has none."),
            "summary": _is("texts", "What is in it."),
            "supplied": _is("supplied", "Titles and summaries that it does not print."),
            "complete": _yes_or_no("Whether the list of articles is known to be whole."),
            "articles": _ids("Works, in printed order."),
            "added": _is("day", "When it was added to the library."),
            "provenance": _list({"$ref": "#/$defs/provenance"}, "Where the facts come from."),
            "note": _list({"type": "string"}, "Doubtful readings and remarks."),
        },
        {
            "volume": _text("Volume as printed."),
            "number": _text("Number as printed."),
            "issued": _is("date", "Date of issue."),
            "label": _text("How the journal's site labels it."),
            "place": _text("Place of publication as printed."),
            "address": _is("url", "The issue on the journal's own site."),
        },
    ),
    "party": _object(
        "A person or body.",
        {
            "id": _REFERENCE,
            "kind": {"enum": ["person", "body"]},
            "names": _list(
                _object(
                    "A name.",
                    {},
                    {
                        **_PARTY_NAME,
                        "family_first": _yes_or_no("Whether the family name is written first."),
                        "languages": _list({"$ref": "#/$defs/language"}, "Languages of the documents in which the name is so written."),
                        "supplied": _list({"$ref": "#/$defs/language"}, "Languages in which no source prints the name."),
                        "since": _is("date", "First date at which a source has it."),
                        "until": _is("date", "Last date at which a source has it."),
                    },
                ),
                "The preferred or present name first.",
            ),
            "variants": _list({"type": "string"}, "Other forms seen."),
            "identifiers": _NAMED_REQUIRED["identifiers"],
            "works": _count("Works that name it."),
        },
        {
            "abbreviation": _text("Usual abbreviation."),
            "country": _is("id", "Country of a body."),
            "website": _is("url", "Its own site."),
            "pages": _is("addresses", "The list of its works by language."),
        },
    ),
    "term": _object(
        "A term of a vocabulary.",
        {
            "id": _REFERENCE,
            "label": _is("texts", "Its label by language."),
            "narrower": _ids("Terms directly below it."),
            "works": _count("Works that have the term, or one below it."),
        },
        {
            "plural": _is("texts", "Label for a list of such works."),
            "scope": _is("texts", "What belongs here."),
            "broader": _is("id", "The term above it."),
            "m49": _text("United Nations M49 code."),
            "members": _ids("Countries that make up a region."),
            "autonym": _text("A language's name in itself."),
            "url": _is("url", "Text of a licence, address of a source."),
            "pages": _is("addresses", "The list of its works by language."),
        },
    ),
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
    }


_HEAD = {"schema": _is("url", "The schema of this file."), "licence": _is("url", "CC0 1.0: the descriptions may be used for any purpose.")}


def _collection(name: str, entry: str) -> Schema:
    return _object(
        "A list, in parts that lead from one to the next. A value that is not known is absent; lists are always there.",
        {
            "url": _is("url", "This part."),
            **_HEAD,
            "count": _count("Entries in all parts."),
            "part": _count("Number of this part, from 1."),
            "parts": _count("Number of parts."),
            "first": _is("url", "The first part."),
            name: _list({"$ref": f"#/$defs/{entry}"}, "The entries."),
        },
        {"previous": _is("url", "The part before."), "next": _is("url", "The part after.")},
    )


def _work() -> Schema:
    return _object(
        "All that the library knows of a work. A value that is not known is absent; lists are always there.",
        {
            **_HEAD,
            "id": _REFERENCE,
            "type": _is("id", "A term of types."),
            "url": _is("url", "Its page."),
            "pages": _is("addresses", "Its page by language."),
            "title": _is("texts", "Titles by language."),
            "summary": _is("texts", "One or two sentences by language."),
            "supplied": _is("supplied", "Titles and summaries that no document prints."),
            "in_journal": _yes_or_no("Whether it is an article of the journal."),
            "creators": _list({"$ref": "#/$defs/named"}, "Persons or bodies chiefly responsible, in printed order."),
            "and_others": _yes_or_no("Whether the source names only the first creators."),
            "contributors": _list({"$ref": "#/$defs/contributor"}, "Others named, each with a role."),
            "themes": _ids("Terms of themes, the chief first."),
            "coverage": _object(
                "Places discussed.",
                {"countries": _ids("Terms of countries."), "regions": _ids("Terms of regions.")},
                {"as_printed": _text("The coverage in the source's words.")},
            ),
            "audiences": _ids("Terms of audiences."),
            "editions": _list({"$ref": "#/$defs/edition"}, "One for each language the document exists in."),
            "related": _ids("Works that belong together with this one."),
            "exports": _list({"$ref": "#/$defs/export"}, "Its citations, every edition an entry."),
            "added": _is("day", "When it was added to the library."),
            "provenance": _list({"$ref": "#/$defs/provenance"}, "Where the facts come from."),
            "note": _list({"type": "string"}, "Doubtful readings and remarks."),
            "former_addresses": _list({"$ref": "#/$defs/url"}, "Earlier addresses of its page."),
        },
        {
            "issued": _is("date", "Date of issue; an article has its issue's."),
            "issue": _object(
                "The journal's issue that it stands in.",
                {"id": _REFERENCE, "url": _is("url", "The issue's page.")},
                {"volume": _text("Volume as printed."), "number": _text("Number as printed.")},
            ),
            "issuer": _is("named", "The body that puts it out."),
            "series": _object(
                "The series it belongs to.", {"id": _is("id", "A term of series.")}, {"number": _text("Number in the series, as printed.")}
            ),
            "revised": _is("day", "Day of the last change that readers should hear of."),
            "withdrawn": _object(
                "Present where the work is no longer offered.", {"on": _is("date", "When."), "reason": _is("texts", "Why, by language.")}
            ),
        },
    )


def _journal() -> Schema:
    return _object(
        "The journal: what holds for all of its issues.",
        {
            **_HEAD,
            "id": _REFERENCE,
            "pages": _is("addresses", "Its page by language."),
            "titles": _list(
                _object(
                    "A title, and when.",
                    {"title": _is("texts", "The title by language.")},
                    {"since": _is("date", "First issue known to bear it."), "until": _is("date", "Last issue known to bear it.")},
                ),
                "Titles over time, the present one first.",
            ),
            "supplied_titles": _is("texts", "The present title in languages in which no source prints it."),
            "issn": _list({"type": "string"}, "ISSNs as printed."),
            "issuer": _is("named", "The body that puts it out."),
            "languages": _list({"$ref": "#/$defs/language"}, "Languages of the serial, where stated."),
            "summary": _is("texts", "What it is."),
            "team": _list({"$ref": "#/$defs/member"}, "Editorial team as of team_seen."),
            "issues": _ids("Issues that have records."),
            "missing_issues": _ids("Numbers that must exist but that no source shows."),
            "provenance": _list({"$ref": "#/$defs/provenance"}, "Where the facts come from."),
            "note": _list({"type": "string"}, "Doubtful readings and remarks."),
        },
        {
            "abbreviation": _text("Abbreviated title."),
            "frequency": {"enum": ["annual", "biannual", "quarterly", "irregular"]},
            "address": _is("url", "The journal's own site."),
            "team_seen": _is("date", "When the team was as listed."),
        },
    )


def _index() -> Schema:
    return _object(
        "What there is.",
        {
            "schema": _HEAD["schema"],
            "version": {"const": "1"},
            "name": _is("texts", "The library's name by language."),
            "url": _is("url", "The library."),
            "languages": _list({"$ref": "#/$defs/language"}, "Languages of the library, the default first."),
            "licence": _object(
                "Terms of use.", {"id": _text("SPDX id."), "url": _is("url", "Its text."), "covers": _text("What it holds for.")}
            ),
            "changed": _is("date", "When any record last changed."),
            "counts": {
                "type": "object",
                "additionalProperties": _count("Number of entries."),
                "description": "Numbers of entries by collection, and of editions.",
            },
            "collections": _is("addresses", "First parts of the lists."),
            "record": _text("Address of a work's record, with {id} for its id."),
            "tables": _is("addresses", "CSV files, long ones in parts: works, works-2 …"),
            "exports": _list({"$ref": "#/$defs/export"}, "All citations, the first parts."),
            "schemas": _is("addresses", "JSON Schemas of this API."),
            "feeds": _is("addresses", "Atom feeds by language."),
            "opds": _is("addresses", "OPDS catalogues by language."),
            "resourcesync": _is("url", "For harvesters."),
            "sitemap": _is("url", "Every page."),
        },
        {"journal": _is("url", "The journal.")},
    )
