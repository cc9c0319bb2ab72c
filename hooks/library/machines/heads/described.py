"""What a head speaks of: whether there is a document, and the addresses of what it names."""

from __future__ import annotations

from collections.abc import Iterable

from library.catalogue import hosts
from library.catalogue.authorities import identifier_address
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.citations.kinds import KINDS

_TYPES = {"book-review": "Article", "commentary": "Article"}
"""Of types whose kind says too much; all others have that of their kind."""


def schema_type(catalogue: Catalogue, placed: Placed) -> str:
    """The type of a work; what the library only describes, a country profile without a document, has no kind."""
    if placed.work.withdrawn is None and not is_document(placed):
        return "CreativeWork"
    return _TYPES.get(placed.work.type) or KINDS[hosts.kind(catalogue, placed)].schema


def is_document(placed: Placed) -> bool:
    """Whether the page stands for a document; not so for a withdrawn work, nor for a country
    profile that can be read nowhere: no file, no address, no DOI and no text on the page."""
    work = placed.work
    if work.withdrawn:
        return False
    if work.type != "country-profile":
        return True
    return any(edition.file or edition.address or edition.doi or edition.text for edition in work.editions)


def identifier_addresses(identifiers: Iterable[tuple[str, str]]) -> list[str]:
    """Addresses of a party in the registers that know it, the register it is best known by first."""
    return [identifier_address(scheme, value) for scheme, value in identifiers]


def whole_day(issued: Issued | None) -> str:
    """``2019-05-03``; empty where the day is not known."""
    return issued.plain if issued and issued.day else ""
