"""What harvesters and programs fetch: feeds, OPDS, ResourceSync, the JSON API, hosts' configuration.

Here is what these have in common: text that XML can hold, days as instants, and when each
page last changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as escape_html

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.indexes import FACETS, LIST_LENGTH, Indexes

EPOCH = Issued(1970, 1, 1)
"""Day of an empty list. Never the clock: the same records give the same files."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML document may hold (https://www.w3.org/TR/xml/#charsets)."""


def escape(text: str) -> str:
    """Text for an XML element or attribute; what XML cannot hold is left out."""
    return escape_html(_NOT_XML.sub("", text))


def instant(day: Issued) -> str:
    """The beginning of a day in UTC by RFC 3339: ``2026-11-22T00:00:00Z``.

    A date that is known less precisely gives the beginning of its year or month.
    """
    return f"{day.year:04d}-{day.month or 1:02d}-{day.day or 1:02d}T00:00:00Z"


def last_change(works: Iterable[Placed]) -> Issued:
    """Day of the latest change of any of the works, withdrawals among them."""
    return max((placed.changed for placed in works), default=EPOCH)


def last_changes(catalogue: Catalogue, indexes: Indexes) -> dict[str, Issued]:
    """When each page of the library last changed, by its path below a language's root.

    A list changes with its works. Pages that people write are not here, nor are pages that
    change with anything else.
    """
    days = {placed.address: placed.changed for placed in catalogue.works.values()}
    whole = last_change(catalogue.works.values())
    days |= dict.fromkeys(_list_pages("publications", len(indexes.newest)), whole)
    days |= {"": whole, "titles": whole, "new": whole, "exports": whole}
    for facet in FACETS:
        shelves = indexes.shelves[facet.path].values()
        for shelf in shelves:
            days |= dict.fromkeys(_list_pages(shelf.path, len(shelf.works)), last_change(shelf.works))
        days[facet.path] = max((days[shelf.path] for shelf in shelves), default=EPOCH)
    for issue in catalogue.issues.values():
        articles = last_change(catalogue.works[article.id] for article in issue.articles)
        days[f"journal/{issue.id}"] = max(issue.added, articles)
    for records in catalogue.filed.values():
        for filed in records.values():
            days[filed.address] = filed.changed
            days[filed.kind.collection] = max(days.get(filed.kind.collection, EPOCH), filed.changed)
    days |= {path: max(filed.changed for filed in found.events) for path, found in indexes.events.items()}
    if catalogue.journal:
        days["journal"] = max([day for path, day in days.items() if path.startswith("journal/")], default=EPOCH)
    return {path: day for path, day in days.items() if day > EPOCH}


def _list_pages(path: str, number: int) -> list[str]:
    """Addresses of a list's pages, the first without a number."""
    return [path, *(f"{path}/{page}" for page in range(2, -(-number // LIST_LENGTH) + 1))]
