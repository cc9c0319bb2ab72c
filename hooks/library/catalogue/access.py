"""How the document of a work can be had here: as a file, as a text on its page, at another site, or in no way that is known."""

from __future__ import annotations

from library.catalogue.catalogue import Placed
from library.catalogue.model import Edition

ONLINE = "online"
FILE, PAGE, ELSEWHERE = KINDS = ("file", "page", "elsewhere")
"""Kinds of access: a file that the library holds, a text on the work's page, an address or a DOI that leads to another site."""


def of_edition(edition: Edition) -> tuple[str, ...]:
    """The kinds of access to an edition; empty where none is known. That it is electronic says nothing of a file."""
    known = {FILE: edition.file, PAGE: edition.text, ELSEWHERE: edition.address or edition.doi}
    return tuple(kind for kind in KINDS if known[kind])


def of_work(placed: Placed) -> tuple[str, ...]:
    """``online`` and the kinds of access that one of the editions has; empty where none has any, or the work was withdrawn."""
    if placed.work.withdrawn:
        return ()
    found = {kind for edition in placed.work.editions for kind in of_edition(edition)}
    return (ONLINE, *(kind for kind in KINDS if kind in found)) if found else ()
