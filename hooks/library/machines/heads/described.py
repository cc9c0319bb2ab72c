"""What a head speaks of: whether there is a document, and the addresses of what it names."""

from __future__ import annotations

from collections.abc import Iterable

from library.catalogue.authorities import identifier_address
from library.catalogue.catalogue import Placed
from library.catalogue.dates import Issued


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
    return str(issued) if issued and issued.day else ""
