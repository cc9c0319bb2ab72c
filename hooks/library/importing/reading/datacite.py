"""What DataCite answers for a DOI: https://support.datacite.org/docs/api, metadata schema 4."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from library.importing.entries import Entry, Named
from library.importing.kinds import BY_FORMAT
from library.importing.texts import plain

_KINDS = {
    "Book": "book",
    "BookChapter": "chapter",
    "ConferencePaper": "conference-paper",
    "ConferenceProceeding": "proceedings",
    "Dissertation": "thesis",
    "Journal": "journal",
    "JournalArticle": "article",
    "Preprint": "working-paper",
    "Report": "report",
    "Standard": "standard",
    "Text": "report",
    "Dataset": "dataset",
    "Collection": "dataset",
    "Software": "software",
    "Image": "picture",
    "Audiovisual": "video",
    "Sound": "picture",
    "PeerReview": "review",
}
_ROLES = {"Editor": "editor", "Supervisor": "supervisor", "Sponsor": "sponsor", "Translator": "translator"}
_READ_TOLD = (
    "doi titles creators contributors publisher publicationYear dates language types descriptions subjects rightsList container "
    "relatedItems sizes alternateIdentifiers identifiers url prefix suffix xml contentUrl metadataVersion schemaVersion source isActive "
    "state reason viewCount viewsOverTime downloadCount downloadsOverTime referenceCount citationCount citationsOverTime partCount "
    "partOfCount versionCount versionOfCount created registered published updated relatedIdentifiers"
)
_READ = frozenset(_READ_TOLD.split())


def entry(item: Mapping[str, Any], file: str, line: int) -> Entry:
    """The entry of one record of DataCite."""
    told = item["attributes"]
    types = told.get("types") or {}
    general = _text(types.get("resourceTypeGeneral"))
    kind = _KINDS.get(general) or BY_FORMAT["csl"].get(_text(types.get("citeproc")), "other")
    made = Entry(file, line, "", kind, general or _text(types.get("citeproc")), genre=_text(types.get("resourceType")))
    made.genre = "" if made.genre == general else made.genre
    made.doi, made.address, made.language = (_text(told.get(name)) for name in ("doi", "url", "language"))
    _titles(made, told)
    for each in told.get("creators") or ():
        made.people.append(("author", _name(each)))
    for each in told.get("contributors") or ():
        role = _ROLES.get(_text(each.get("contributorType")), _text(each.get("contributorType")).lower() or "contributor")
        made.people.append((role, _name(each)))
    publisher = told.get("publisher")
    publisher = _text(publisher.get("name") if isinstance(publisher, Mapping) else publisher)
    made.issuer, made.publisher = ("", publisher) if kind in ("book", "chapter", "article") else (publisher, "")
    made.issued = _issued(told)
    _about(made, told)
    for name, value in told.items():
        if name not in _READ and value:
            made.keep(name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return made


def _text(value: Any) -> str:
    return plain(str(value)) if isinstance(value, str | int | float) else ""


def _titles(made: Entry, told: Mapping[str, Any]) -> None:
    for title in told.get("titles") or ():
        kind, text, tag = _text(title.get("titleType")), _text(title.get("title")), _text(title.get("lang"))
        if not kind and not made.title:
            made.title = text
            made.language = made.language or tag
        elif kind == "Subtitle":
            made.title = f"{made.title}: {text}"
        elif kind == "TranslatedTitle" and tag:
            made.other_titles[tag] = text
        else:
            made.keep(f"title ({kind or tag or 'further'})", text)


def _name(each: Mapping[str, Any]) -> Named:
    identifiers = tuple(
        (scheme, _text(known.get("nameIdentifier")).rstrip("/").rpartition("/")[2])
        for known in each.get("nameIdentifiers") or ()
        if (scheme := _text(known.get("nameIdentifierScheme")).lower())
    )
    places = [place.get("name") if isinstance(place, Mapping) else place for place in each.get("affiliation") or ()]
    affiliation = "; ".join(text for place in places if (text := _text(place)))
    family, given, name = (_text(each.get(part)) for part in ("familyName", "givenName", "name"))
    if each.get("nameType") == "Organizational" or not (family or "," in name):
        return Named(whole=name, is_body=True, identifiers=identifiers, affiliation=affiliation)
    if not family:
        family, _, given = (part.strip() for part in name.partition(","))
    return Named(family, given, identifiers=identifiers, affiliation=affiliation)


def _issued(told: Mapping[str, Any]) -> str:
    year = _text(told.get("publicationYear"))
    issued = next((_text(each.get("date")) for each in told.get("dates") or () if each.get("dateType") == "Issued"), "")
    return issued if issued.startswith(year) and issued else year


def _about(made: Entry, told: Mapping[str, Any]) -> None:
    made.keywords = [text for each in told.get("subjects") or () if (text := _text(each.get("subject")))]
    for each in told.get("descriptions") or ():
        text, tag = _text(each.get("description")), _text(each.get("lang"))
        if each.get("descriptionType") == "Abstract" and not made.abstract:
            made.abstract, made.abstract_language = text, tag
        elif each.get("descriptionType") == "Abstract" and tag:
            made.summaries[tag] = text
        else:
            made.keep(_text(each.get("descriptionType")) or "description", text)
    for each in told.get("rightsList") or ():
        licence = _text(each.get("rightsIdentifier") or each.get("rightsUri") or each.get("rights"))
        if made.licence:
            made.keep("rights", licence)
        made.licence = made.licence or licence
    container = told.get("container") or {}
    made.container, made.volume, made.number = (_text(container.get(name)) for name in ("title", "volume", "issue"))
    first, last = _text(container.get("firstPage")), _text(container.get("lastPage"))
    made.pages = f"{first}-{last}" if first and last else first
    if container.get("identifierType") == "ISSN":
        made.issn = [_text(container.get("identifier"))]
    for size in told.get("sizes") or ():
        if re.search(r"[0-9]\s*(?:pages?|p\.|с\.)", _text(size)) and not made.extent:
            made.extent = _text(size)
        else:
            made.keep("size", _text(size))
    _numbers(made, told)


def _numbers(made: Entry, told: Mapping[str, Any]) -> None:
    for each in [*(told.get("identifiers") or ()), *(told.get("alternateIdentifiers") or ())]:
        number = _text(each.get("identifier") or each.get("alternateIdentifier"))
        kind = _text(each.get("identifierType") or each.get("alternateIdentifierType"))
        if kind.upper() == "ISBN":
            made.isbn.append(number)
        elif kind.upper() != "DOI":
            made.keep(kind or "identifier", number)
    for each in told.get("relatedIdentifiers") or ():
        made.keep(_text(each.get("relationType")) or "related", _text(each.get("relatedIdentifier")))
