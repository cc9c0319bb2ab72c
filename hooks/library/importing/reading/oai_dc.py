"""Dublin Core as OAI-PMH gives it (https://www.openarchives.org/OAI/openarchivesprotocol.html), as OJS and repositories fill it."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from library.catalogue.problems import part
from library.importing.entries import Entry, Reading
from library.importing.reading import ris, xml

_KINDS = {
    "book": "book",
    "part": "chapter",
    "chapter": "chapter",
    "article": "article",
    "review": "review",
    "conference": "conference-paper",
    "thesis": "thesis",
    "report": "report",
    "working": "working-paper",
    "dataset": "dataset",
    "image": "picture",
    "sound": "picture",
    "video": "video",
    "software": "software",
    "patent": "patent",
    "lecture": "other",
}
"""By words in dc:type: those of info:eu-repo, of DCMI and of OJS."""

_SOURCE = re.compile(
    r"(?P<journal>[^;]+);\s*(?:Vol\.?|Том|Т\.)\s*(?P<volume>\S+?)[\s,]+(?:No\.?|№|Issue)\s*(?P<number>[^\s(]+)\s*(?:\((?P<year>[0-9]{4})\))?"
    r"(?::[^;]*)?(?:;\s*(?P<pages>[0-9]+\s*[-–]\s*[0-9]+))?\s*\Z"
)


def read(root: Element, file: str) -> Reading:
    """Every record that has metadata; one that was deleted is told."""
    reading = Reading()
    for record in [*xml.below(root, "record")] or [root]:
        header = next(xml.children(record, "header"), None)
        found = next(xml.below(record, "dc"), None)
        if found is None:
            gone = header is not None and header.get("status") == "deleted"
            reading.remarks.append(
                part(f"line {xml.line(record)}: the record was deleted at its source")
                if gone
                else part(f"line {xml.line(record)}: no Dublin Core")
            )
            continue
        entry = _entry(found, file, xml.line(record))
        if header is not None and (identifier := xml.first(header, "identifier")):
            entry.keep("OAI identifier", identifier)
        reading.entries.append(entry)
    return reading


def _entry(dc: Element, file: str, line: int) -> Entry:
    entry = Entry(file, line, "")
    values: dict[str, list[tuple[str, str]]] = {}
    for each in dc:
        if found := xml.text(each):
            values.setdefault(xml.name(each), []).append((each.get(xml.LANG, ""), found))
    entry.language = next((text for _, text in values.pop("language", [])), "")
    _titles(entry, values)
    types = [text for _, text in values.pop("type", [])]
    entry.called = "; ".join(types)
    words = re.findall("[a-z]+", " ".join(types).lower().replace("bookpart", "part"))
    entry.kind = next((_KINDS[word.removesuffix("s")] for word in words if word.removesuffix("s") in _KINDS), "other")
    for role, name in (("author", "creator"), ("contributor", "contributor")):
        entry.people += [(role, ris.name(text)) for _, text in values.pop(name, [])]
    entry.people = list(dict.fromkeys(entry.people))
    publishers = [text for _, text in values.pop("publisher", [])]
    publisher = publishers[0] if publishers else ""
    entry.issuer, entry.publisher = ("", publisher) if entry.kind in ("article", "book", "chapter") else (publisher, "")
    dates = sorted(text for _, text in values.pop("date", []))
    entry.issued = dates[0] if dates else ""
    entry.keywords = [word for _, text in values.pop("subject", []) for word in re.split(r"\s*;\s*", text) if word]
    _identifiers(entry, [text for _, text in values.pop("identifier", [])])
    _sources(entry, [text for _, text in values.pop("source", [])])
    for _, rights in values.pop("rights", []):
        if "creativecommons.org" in rights and not entry.licence:
            entry.licence = rights
        else:
            entry.keep("rights", rights)
    for further in (*publishers[1:], *dates[1:]):
        entry.keep("publisher" if further in publishers else "date", further)
    for name, texts in values.items():
        for _, text in texts:
            entry.keep(name, text)
    return entry


def _titles(entry: Entry, values: dict[str, list[tuple[str, str]]]) -> None:
    for tag, text in values.pop("title", []):
        if not entry.title:
            entry.title = text
        elif tag:
            entry.other_titles[tag] = text
        else:
            entry.keep("title", text)
    for tag, text in values.pop("description", []):
        if not entry.abstract:
            entry.abstract, entry.abstract_language = text, tag
        elif tag:
            entry.summaries[tag] = text
        else:
            entry.keep("description", text)


def _identifiers(entry: Entry, told: list[str]) -> None:
    for text in told:
        if re.match(r"(?:doi:|https?://(?:dx\.)?doi\.org/)?10\.[0-9]{4,9}/", text) and not entry.doi:
            entry.doi = text
        elif re.match(r"(?i)(?:urn:)?isbn[:\s]", text):
            entry.isbn.append(re.sub(r"(?i)^(?:urn:)?isbn[:\s]*", "", text))
        elif text.startswith("http") and not entry.address:
            entry.address = text
        else:
            entry.keep("identifier", text)


def _sources(entry: Entry, told: list[str]) -> None:
    """OJS writes journal, volume, number, issue and pages into one text, in each language, and the ISSNs by themselves."""
    for text in told:
        if re.fullmatch(r"[0-9]{4}-?[0-9]{3}[0-9Xx]", text):
            entry.issn.append(text)
        elif (found := _SOURCE.match(text)) and not entry.container:
            entry.container, entry.volume, entry.number = found["journal"].strip(), found["volume"], found["number"]
            entry.pages = (found["pages"] or "").replace("–", "-").replace(" ", "")
            entry.kind = "article" if entry.kind == "other" else entry.kind
        elif not _SOURCE.match(text):
            entry.keep("source", text)
