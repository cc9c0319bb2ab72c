"""JSON-LD of what a work stands in, where that is no journal of the library's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from library.citations.citation import Citation

Node = dict[str, Any]


def whole(citation: Citation, editors: list[Node], identity: Callable[[str], str]) -> Node:
    """An issue and volume of a journal, a book, or a set; where the library has a record of it, the work of that record.

    ``identity`` gives the name of what has an address on the site.
    """
    known = {"@id": identity(f"{citation.host}#work")} if citation.host else {}
    if citation.kind != "article":
        kind = "Book" if citation.in_a_whole else "CreativeWork"
        return known_of({"@type": kind, **known, "name": citation.container, "editor": editors, "isbn": list(citation.host_isbn)})
    made = known_of({"@type": "Periodical", **known, "name": citation.container, "issn": list(citation.issn)})
    if citation.volume:
        made = {"@type": "PublicationVolume", "volumeNumber": citation.volume, "isPartOf": made}
    if citation.number:
        made = {"@type": "PublicationIssue", "issueNumber": citation.number, "isPartOf": made}
    return made


def known_of(properties: Node) -> Node:
    """Only what is known."""
    return {name: value for name, value in properties.items() if value}


def tagged(language: str, text: str) -> Node:
    """A text with its language; empty for none."""
    return {"@language": language, "@value": text} if text else {}
