"""Where the files of citations lie, so that pages and writers agree."""

from __future__ import annotations

from collections.abc import Collection

from library.catalogue.catalogue import Placed
from library.citations.citation import Citation
from library.citations.formats import FORMATS, ExportFormat

API = "api/v1/"
DATACITE_TYPE = "application/vnd.datacite.datacite+xml"
METADATA_LICENCE = {
    "id": "CC0-1.0",
    "url": "https://creativecommons.org/publicdomain/zero/1.0/",
    "covers": "The descriptions. Documents keep the rights of their authors and publishers; see each edition's licence.",
}
"""Of everything that the library says itself."""

LIBRARY = "exports/library"
MANIFEST = "exports/manifest.json"
LISTS_MANIFEST = "exports/lists.json"


def of_work(placed: Placed) -> str:
    """Path of the files of all editions of a work, without an ending."""
    return f"{placed.address}/{placed.work.id}"


def of_edition(placed: Placed, citation: Citation) -> str:
    """Path of what belongs to one edition of several, without an ending. It is also how its citations are called that a browser cuts out of the work's."""
    if not citation.siblings:
        return of_work(placed)
    return f"{of_work(placed)}.{citation.language or 'und'}"


def of_datacite(placed: Placed) -> str:
    """Path of a work's DataCite record; empty where there is none, because its year is not known."""
    return f"{of_work(placed)}.datacite.xml" if placed.issued else ""


def of_crossref(placed: Placed) -> str:
    """Path of a work's batch for Crossref, where it has one."""
    return f"{of_work(placed)}.crossref.xml"


def of_record(placed: Placed) -> str:
    """Path of a work's record in the API."""
    return f"{API}works/{placed.work.id}.json"


def at_former_addresses(placed: Placed, path: str) -> list[str]:
    """Where a file of a work lay under each id and address that the work had before, as far as that is another path.

    The id stands in the folder, in names of files that begin with it, and in the API.
    """
    beside, _, name = path.rpartition(f"{placed.address}/")
    found = []
    for address, former in placed.former:
        if path == of_record(placed):
            found.append(f"{API}works/{former}.json")
        else:
            own = name.removeprefix(f"{placed.work.id}.")
            found.append(f"{beside}{address}/{name if own == name else f'{former}.{own}'}")
    return [other for other in dict.fromkeys(found) if other != path]


def of_list(path: str) -> str:
    """Path of the files of a list at an address."""
    return f"{path}/works"


def has_files(works: Collection[Placed]) -> bool:
    """Whether a list has a feed and files of citations of its own: a work alone has its own, and four lists in five hold one."""
    return len(works) > 1


def of_feed(path: str) -> str:
    """Path of a list's feed below its language's root; all publications have theirs at the root itself."""
    return "feed.xml" if path in ("", "publications") else f"{path}/feed.xml"


def of_part(path: str, number: int, format_: ExportFormat) -> str:
    """Path of a part of a list's file: the first has no number, so that its address holds as the list grows."""
    return f"{path}{'' if number == 1 else f'-{number}'}.{format_.ending}"


def links(path: str) -> tuple[tuple[str, str], ...]:
    """Labels and addresses of the files at a path without an ending, in every format."""
    return tuple((format_.label, f"{path}.{format_.ending}") for format_ in FORMATS)
