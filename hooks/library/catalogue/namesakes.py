"""Persons of one name, told apart in lists: by what documents print of them, by the years of their works, or by their ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from library.catalogue.authorities import PersonName
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import Indexes, Shelf


def namesakes(catalogue: Catalogue, indexes: Indexes) -> Mapping[str, str]:
    """What stands behind the name of each person of whom another in the lists has the very same name: by the person's id."""
    groups: dict[tuple[str, ...], list[Shelf]] = {}
    for shelf in indexes.shelves["people"].values():
        name = catalogue.vocabularies["parties"][shelf.term].names[0]
        if isinstance(name, PersonName):
            key = tuple((part or "").casefold() for part in (name.family, name.given, name.suffix))
            groups.setdefault(key, []).append(shelf)
    return {shelf.term: text for group in groups.values() if len(group) > 1 for shelf, text in _told_apart(group)}


def _told_apart(group: list[Shelf]) -> list[tuple[Shelf, str]]:
    """By the first that all of them have and that differs for each; ids always do."""
    ways: tuple[Callable[[Shelf], str], ...] = (_affiliation, _years, lambda shelf: shelf.term)
    for way in ways:
        texts = [way(shelf) for shelf in group]
        if all(texts) and len(set(texts)) == len(texts):
            return list(zip(group, texts, strict=True))
    raise AssertionError("ids are unique")


def _affiliation(shelf: Shelf) -> str:
    """The latest that a document prints."""
    for placed in shelf.works:
        for helper in (*placed.work.creators, *placed.work.contributors):
            if helper.party == shelf.term and helper.affiliation:
                return helper.affiliation
    return ""


def _years(shelf: Shelf) -> str:
    """``2017–2021``; empty where no work has a year."""
    years = sorted({placed.issued.year for placed in shelf.works if placed.issued})
    return "–".join(dict.fromkeys(map(str, (years[0], years[-1])))) if years else ""
