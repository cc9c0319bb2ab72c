"""Files of one work that only programs fetch: its DataCite records and its batch for Crossref, its record in the API, its links."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Placed
from library.citations import paths as citation_paths
from library.citations.citing import original
from library.citations.deposits import Deposits
from library.citations.library import Library
from library.machines.heads import signposting
from library.press.output import OutputFile


def datacite(library: Library, deposits: Deposits, placed: Placed) -> Iterator[OutputFile]:
    """The record of the work. Where the settings ask for them, also those of the editions that are not the original.

    Each of these would get a DOI of its own; until one does, nothing leads to them.
    """
    if text := deposits.datacite(placed):
        yield OutputFile(citation_paths.of_datacite(placed), text)
    if not library.settings.datacite_editions:
        return
    citations = library.citing.of_work(placed)
    first = original(placed.work.editions)
    for number, citation in enumerate(citations):
        if number != first and placed.issued:
            path = f"{citation_paths.of_edition(placed, citation)}.datacite.xml"
            yield OutputFile(path, deposits.datacite_edition(placed, citation))


def crossref(deposits: Deposits, placed: Placed) -> Iterator[OutputFile]:
    """The batch for Crossref of a work with a DOI that stands in no issue."""
    if text := deposits.crossref_work(placed):
        yield OutputFile(citation_paths.of_crossref(placed), text)


def linkset(signposts: signposting.Signposts, placed: Placed) -> OutputFile:
    return OutputFile(f"{placed.address}/{signposting.LINKSET}", signposts.linkset(placed))


def harvested(placed: Placed) -> dict[str, str]:
    """Media types, by path, of what harvesters take of a work: its record and its DataCite description; the rest says the same again."""
    taken = (citation_paths.of_record(placed), citation_paths.of_datacite(placed))
    return {each.path: each.media_type for each in signposting.descriptions(placed) if each.path in taken}
