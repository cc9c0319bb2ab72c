"""What was published stays: an address answers, leads on or says why not, and a citation key is that of the same work."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import CASE_STUDIES, pages, written_pages
from library.catalogue.event_lists import WAYS
from library.catalogue.event_lists import address as of_list
from library.catalogue.indexes import FACETS, NOT_STATED
from library.catalogue.problems import Problem
from library.catalogue.published import NAME, lost_keys, lost_pages, lost_written


def lost(catalogue: Catalogue) -> Iterator[Problem]:
    """Addresses and keys in the register that a build of this catalogue would lose."""
    if not catalogue.published:
        return
    name = f"{catalogue.folder.name}/{NAME}"
    yield from lost_pages(catalogue.published, answered(catalogue), name)
    yield from lost_keys(catalogue.published, keys(catalogue), _led_on(catalogue), name)


def lost_written_pages(catalogue: Catalogue, docs: Path) -> Iterator[Problem]:
    """Pages in ``docs`` that were published and would be gone."""
    there = {f"/{path}/" for _, path in written_pages(catalogue, docs)}
    yield from lost_written(catalogue.published, there, f"{catalogue.folder.name}/{NAME}")


def keys(catalogue: Catalogue) -> dict[str, str]:
    """Every citation key, present and former, with the address of its work."""
    return {
        key: f"/{placed.address}/"
        for placed in catalogue.works.values()
        for edition in placed.work.editions
        for key in (edition.citation_key, *edition.former_keys)
    }


def lasting_pages(catalogue: Catalogue) -> Iterator[str]:
    """Addresses that, once published, stay; further pages of a list come and go with its works."""
    for path, who in pages(catalogue).items():
        if not who.startswith("page ") and path != CASE_STUDIES:
            yield f"/{path}/" if path else "/"


def answered(catalogue: Catalogue) -> Iterator[str]:
    """Addresses that answer: pages there are, and lists that lead on because nothing stands on them any more."""
    yield from lasting_pages(catalogue)
    for facet in FACETS:
        for term_id in (NOT_STATED, *_known(catalogue, facet.vocabulary)):
            yield f"/{facet.path}/{term_id.lower()}/"
        if not facet.vocabulary:
            yield from (address for address in catalogue.published.pages if address.startswith(f"/{facet.path}/"))
    lists = tuple(f"/{of_list(way, '')}" for way in WAYS)
    yield from (path for path in catalogue.published.pages if path.startswith(lists))


def _known(catalogue: Catalogue, vocabulary: str) -> Iterator[str]:
    for term_id, term in catalogue.vocabularies[vocabulary].terms.items() if vocabulary else ():
        yield term_id
        yield from term.former_ids


def _led_on(catalogue: Catalogue) -> dict[str, str]:
    return {former: f"/{placed.address}/" for placed in catalogue.works.values() for former in placed.work.former_addresses}
