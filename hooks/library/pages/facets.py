"""What a facet's page shows: its terms, each with the number of its works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from library.press.output import OutputFile
from library.words.collation import initial
from library.words.labels import FACET_BY_PATH, Labels, facet_intros, facet_titles

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

T = TypeVar("T")


@dataclass(frozen=True)
class Count:
    """A link with the number of works behind it."""

    text: str
    path: str
    number: int
    works: str
    date: str = ""
    note: str = ""
    narrower: tuple[Count, ...] = ()


@dataclass(frozen=True)
class Group:
    """Terms or works under one heading; the heading may be empty."""

    heading: str
    anchor: str
    items: tuple[object, ...]


@dataclass(frozen=True)
class FacetView:
    """All terms of a facet that have works, with their counts."""

    path: str
    title: str
    intro: str
    groups: tuple[Group, ...]
    letters: bool


class FacetViews:
    """Makes views of facets in one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.words = labels.words
        self.catalogue = labels.catalogue
        self.indexes = labels.indexes
        self.titles = facet_titles(self.words.say)
        self.intros = facet_intros(self.words.say)

    def count(self, number: int) -> str:
        return self.words.plural("%(num)s publication", "%(num)s publications", number)

    def term(self, facet: str, term: str) -> Count:
        """The term with the number of its works."""
        shelf = self.indexes.shelves[facet][term]
        number = len(shelf.works)
        text = self.labels.heading(term) if facet == "people" else self.labels.term(facet, term)
        return Count(text, shelf.path, number, self.count(number))

    def facet(self, path: str) -> FacetView:
        """The facet's page: every term with its number of works."""
        letters = path == "people"
        return FacetView(path, self.titles[path], self.intros[path], tuple(self._groups(path, letters)), letters)

    def _groups(self, path: str, letters: bool) -> Iterable[Group]:
        shelves = self.indexes.shelves[path]
        facet = FACET_BY_PATH[path]
        if facet.rolls_up:
            vocabulary = self.catalogue.vocabularies[facet.vocabulary]
            tops = [term for term in vocabulary if not vocabulary[term].broader and term in shelves]
            yield Group("", "", tuple(self._with_narrower(path, term) for term in tops))
            return
        terms = self.labels.sort(path, list(shelves))
        if not letters:
            yield Group("", "", tuple(self.term(path, term) for term in terms))
            return
        for heading, group in by_initial(terms, lambda term: self.labels.heading(term), self.labels.language):
            yield Group(heading, anchor(heading), tuple(self.term(path, term) for term in group))

    def _with_narrower(self, path: str, term: str) -> Count:
        top = self.term(path, term)
        vocabulary = self.catalogue.vocabularies[path]
        narrower = tuple(self.term(path, below) for below in vocabulary.narrower.get(term, ()) if below in self.indexes.shelves[path])
        scope = vocabulary[term].scope
        return Count(top.text, top.path, top.number, top.works, note=scope[self.labels.language] if scope else "", narrower=narrower)


def anchor(heading: str) -> str:
    return "number" if heading == "#" else heading.lower()


def by_initial(items: Iterable[T], text: Callable[[T], str], language: str) -> Iterable[tuple[str, list[T]]]:
    """Sorted items under the letters with which their texts begin, in the order in which they come."""
    groups: dict[str, list[T]] = {}
    for item in items:
        groups.setdefault(initial(text(item), language), []).append(item)
    return groups.items()


FACET_SECTIONS = {"themes": "themes", "countries": "countries", "regions": "countries", "people": "people"}
"""Sections of the header under which a facet and its lists stand."""


def page(stamper: Stamper, path: str) -> OutputFile:
    """The page of a facet: its terms with their numbers of works."""
    view = stamper.lists.facets.facet(path)
    return stamper.page(path, view.title, view.intro, FACET_SECTIONS.get(path, ""), stamper.body("facet.html", view=view))
