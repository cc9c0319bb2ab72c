"""Pages at former addresses, which lead on to the present ones."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from library.catalogue import access
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import left
from library.catalogue.event_lists import address
from library.catalogue.indexes import FACETS, NOT_STATED, Indexes
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.labels import FACET_BY_PATH


def moved(catalogue: Catalogue, indexes: Indexes) -> list[tuple[str, str]]:
    """Pairs of a former address and the present one, without slashes at their ends."""
    found = [(former.strip("/"), placed.address) for placed in catalogue.works.values() for former in placed.work.former_addresses]
    if "case-study" in {placed.work.type for placed in catalogue.works.values()}:
        # No list is made of withdrawn works alone.
        found.append(("case-studies", "types/case-study" if "case-study" in indexes.shelves["types"] else "publications"))
    if access.ONLINE in indexes.shelves["access"]:
        found.append(("formats/web", f"access/{access.ONLINE}"))
    for facet in FACETS:
        for shelf in indexes.shelves[facet.path].values() if facet.vocabulary else ():
            former_ids = catalogue.vocabularies[facet.vocabulary][shelf.term].former_ids if shelf.term != NOT_STATED else ()
            found += [(f"{facet.path}/{former_id.lower()}", shelf.path) for former_id in former_ids]
    found += [(former, filed.address) for records in catalogue.filed.values() for filed in records.values() for former in filed.former]
    for events in indexes.events.values():
        if events.way != "years":
            former_ids = catalogue.vocabularies[FACET_BY_PATH[events.way].vocabulary][events.term].former_ids
            found += [(address(events.way, former_id), events.path) for former_id in former_ids]
    known = {former for former, _ in found}
    return found + [(path, to) for path, to in left(catalogue, indexes) if path not in known]


def redirects(catalogue: Catalogue, indexes: Indexes, site: Site) -> Iterator[OutputFile]:
    """Pages at former addresses that lead on to the present one, in every language."""
    for former, present in moved(catalogue, indexes):
        for language in site.languages:
            up = "../" * (former.count("/") + 1 + (1 if site.prefix(language) else 0))
            href = escape(f"{up}{site.prefix(language)}{present}/")
            yield OutputFile(
                f"{site.prefix(language)}{former}/index.html",
                f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(present)}</title>'
                f'<meta name="robots" content="noindex"><link rel="canonical" href="{site.address(present, language)}">'
                f'<meta http-equiv="refresh" content="0; url={href}"></head><body><p><a href="{href}">{escape(present)}</a></p></body></html>\n',
            )
