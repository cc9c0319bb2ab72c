"""What tells of the whole library's files: a data package with the schema of its table, and a catalogue in DCAT."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from library.citations import paths as citation_paths
from library.citations.formats import table
from library.exports.sqlite import NUMBERS
from library.press.addresses import Site

DATA_PACKAGE = "exports/datapackage.json"
DCAT = "exports/dcat.jsonld"

Row = Mapping[str, Any]
"""A row of the manifest: a file with its format, size and SHA-256."""

_TOLD = {
    "key": "Citation key: stays, and is that of one edition.",
    "work": "Id of the work; editions of one work have the same.",
    "issued": "As precise as known: a year, a month or a day (EDTF level 0). Text, since years and days stand in one column.",
    "language": "Language of the document (BCP 47); empty where no source states it.",
    "isbn": 'As printed, several divided by "; ". Text: an ISBN may begin with 0.',
    "issn": 'As printed, several divided by "; ".',
    "series_number": "As printed. Text: 05 is not 5.",
    "pages": "First and last page with an en dash between.",
    "translation_of": "Key of the edition that it was translated from.",
    "other_editions": 'Keys of the other editions of the work, divided by "; ".',
    "url": "Page of the work in the library.",
    "licence": "SPDX id of the licence that the document states; empty where it states none.",
}


def data_package(site: Site, rows: Iterable[Row], day: date) -> str:
    """``datapackage.json`` (https://specs.frictionlessdata.io/) of the library's table, in the parts that it has."""
    resources = [
        {
            "name": PurePosixPath(row["path"]).stem,
            "path": PurePosixPath(row["path"]).name,
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": row["media_type"],
            "encoding": "utf-8",
            "bytes": row["bytes"],
            "hash": f"sha256:{row['sha256']}",
            "schema": _schema(),
        }
        for row in rows
        if row["format"] == "CSV"
    ]
    return _text(
        {
            "profile": "tabular-data-package",
            "name": "library",
            "id": site.identity(f"{site.url}{DATA_PACKAGE}"),
            "title": site.names[site.languages[0]],
            "homepage": site.url,
            "created": f"{day}T00:00:00Z",
            "licenses": [{"name": citation_paths.METADATA_LICENCE["id"], "path": citation_paths.METADATA_LICENCE["url"]}],
            "resources": resources,
        }
    )


def _schema() -> dict[str, Any]:
    return {"fields": [_field(name) for name in table.COLUMNS], "primaryKey": "key", "missingValues": [""]}


def _field(name: str) -> dict[str, Any]:
    made: dict[str, Any] = {"name": name, "type": "integer" if name in NUMBERS else "string"}
    if name in _TOLD:
        made["description"] = _TOLD[name]
    if name == "key":
        made["constraints"] = {"required": True, "unique": True}
    elif name in ("work", "type", "title"):
        made["constraints"] = {"required": True}
    elif name in ("title_supplied", "summary_supplied", "more_authors"):
        made["constraints"] = {"enum": ["yes"]}
    return made


def dcat(site: Site, rows: Sequence[Row], day: date) -> str:
    """The library as a data set with its files (https://www.w3.org/TR/vocab-dcat-3/), as JSON-LD."""
    data_set = site.identity(f"{site.url}exports/#dataset")
    licence = {"@id": citation_paths.METADATA_LICENCE["url"]}
    names = [{"@language": language, "@value": site.names[language]} for language in site.languages]
    return _text(
        {
            "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "spdx": "http://spdx.org/rdf/terms#",
                "xsd": "http://www.w3.org/2001/XMLSchema#",
            },
            "@id": site.identity(f"{site.url}exports/#catalogue"),
            "@type": "dcat:Catalog",
            "dct:title": names,
            "dct:license": licence,
            "dcat:dataset": {
                "@id": data_set,
                "@type": "dcat:Dataset",
                "dct:title": names,
                "dct:license": licence,
                "dct:modified": {"@type": "xsd:date", "@value": str(day)},
                "dct:language": [
                    {"@id": f"http://id.loc.gov/vocabulary/iso639-1/{language}"} for language in site.languages if len(language) == 2
                ],
                "dcat:landingPage": {"@id": site.address("exports", site.languages[0])},
                "dcat:distribution": [_distribution(site, row, licence) for row in rows],
            },
        }
    )


def _distribution(site: Site, row: Row, licence: Mapping[str, str]) -> dict[str, Any]:
    return {
        "@id": site.identity(f"{site.url}{row['path']}"),
        "@type": "dcat:Distribution",
        "dct:title": row["format"],
        "dct:license": licence,
        "dcat:downloadURL": {"@id": f"{site.url}{row['path']}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{row['media_type']}"},
        "dcat:byteSize": {"@type": "xsd:nonNegativeInteger", "@value": str(row["bytes"])},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": row["sha256"],
        },
    }


def _text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
