"""Where readers can ask for a copy of what they cannot read here."""

from __future__ import annotations

from urllib.parse import quote

from library.catalogue import access
from library.catalogue.catalogue import Placed
from library.words.labels import Link


def asked(where: str, placed: Placed, title: str) -> Link | None:
    """Leads to the address of mail or of a page that the site's settings name; None where every edition can be read, or there is no such address.

    A mail begins with the title as its subject, so that whoever answers knows what is asked for.
    """
    if not where or placed.work.withdrawn or all(map(access.of_edition, placed.work.editions)):
        return None
    if "@" in where:
        return Link(where, f"mailto:{quote(where, safe='@')}?subject={quote(title, safe='')}")
    return Link(where.split("/")[2].removeprefix("www."), where)
