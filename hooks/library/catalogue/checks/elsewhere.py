"""The shelf of what others have: works of the library itself do not belong there, and nothing stands there twice."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue
from library.catalogue.problems import Problem

_OWN = "this shelf is for what others have: strike the entry; what it says belongs into the work's own record"


def shelf(catalogue: Catalogue) -> Iterator[Problem]:
    """Entries that are works of the library itself, and titles of one date that stand there twice."""
    vocabulary = catalogue.vocabularies["elsewhere"]
    if not len(vocabulary):
        return
    titles = {text.casefold(): work_id for work_id, placed in catalogue.works.items() for text in placed.work.title.values()}
    addresses = dict(_addresses(catalogue))
    seen: dict[tuple[str, str], str] = {}
    for term in vocabulary.terms.values():
        record, place = vocabulary.stands[term.id]
        for language, text in term.label.items():
            keys = (place, "label", language)
            if own := titles.get(text.casefold()):
                yield record.problem(keys, "own-work", f'"{text}" is the title of "{own}", a work of this library', _OWN)
            holder = seen.setdefault((text.casefold(), str(term.issued or "")), term.id)
            if holder != term.id:
                yield record.problem(keys, "repeated-value", f'the title "{text}" is already that of "{holder}"', "keep one of the two")
        if term.printed_address and (own := addresses.get(_bare(term.printed_address))):
            yield record.problem((place, "printed_address"), "own-work", f'the address is that of "{own}", a work of this library', _OWN)


def _addresses(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Where works of the library can be read elsewhere, with their ids."""
    for work_id, placed in catalogue.works.items():
        for edition in placed.work.editions:
            if edition.address:
                yield _bare(edition.address), work_id
            if edition.doi:
                yield _bare(f"https://doi.org/{edition.doi}"), work_id


def _bare(address: str) -> str:
    """An address without what differs although it leads to one place: protocol, www, a slash at its end."""
    return address.casefold().split("://")[-1].removeprefix("www.").rstrip("/")
