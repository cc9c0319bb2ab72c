"""What pages show that list all terms of a facet, or all titles: on one page, or parted by letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.catalogue.catalogue import Placed
from library.pages import letters
from library.pages.letters import Group, Letter
from library.pages.lists import FACET_SECTIONS, Count, ListViews
from library.pages.pagers import PageLink
from library.press.output import OutputFile
from library.words.collation import initial
from library.words.labels import FACET_BY_PATH, Link, facet_intros

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

AT_A_GLANCE = 100
"""Terms that a list shows without letters, and broad themes in the order that their cataloguers chose: in a longer
list nobody sees an order but the alphabet."""

MOST = 30
"""Terms with most publications that stand above the letters of a parted list: readers come for these first."""

LETTERED = ("people",)
"""Facets under letters however short they are: names are looked up, not read through."""


@dataclass(frozen=True)
class FacetView:
    """Terms of a facet that have works, with their counts, or titles: all of them, or those of one letter.

    ``list`` is the address of the whole, ``facet`` leads there from a letter's page. ``most`` are the
    terms with most works, where all others stand on the pages of their letters. ``tree``: terms
    stand with their notes and finer terms.
    """

    path: str
    list: str
    title: str
    intro: str
    facet: Link | None
    groups: tuple[Group, ...]
    letters: tuple[Letter, ...] = ()
    most: tuple[Count, ...] = ()
    pages: tuple[PageLink, ...] = ()

    @property
    def tree(self) -> bool:
        return any(isinstance(item, Count) and (item.narrower or item.note) for group in self.groups for item in group.items)


class FacetViews:
    """Makes the views of facets and of the alphabet of titles in one language."""

    def __init__(self, lists: ListViews) -> None:
        self.lists = lists
        self.labels = lists.labels
        self.words = lists.words
        self.catalogue = lists.catalogue
        self.shelves = lists.indexes.shelves
        self.intros = facet_intros(self.words.say)

    def facet(self, path: str) -> Iterator[FacetView]:
        """The pages of a facet: every term with its number of works."""
        facet = FACET_BY_PATH[path]
        shelves = self.shelves[path]
        terms, text = list(shelves), self._text(path)
        tree = facet.rolls_up and self._is_tree(facet.vocabulary)
        if tree:
            vocabulary = self.catalogue.vocabularies[facet.vocabulary]
            terms = [term for term in vocabulary if not vocabulary[term].broader and term in shelves]
        long = len(terms) > AT_A_GLANCE and path != "years"
        if long or not tree:
            terms = self.labels.sort(path, terms)
        made = self._with_narrower if facet.rolls_up else self.lists.term
        groups = self._by_initial(terms, text, lambda term: made(path, term)) if long or path in LETTERED else [_all(path, terms, made)]
        yield from self._pages(path, self.lists.titles[path], self.intros[path], groups, self._most(path, terms))

    def alphabet(self) -> Iterator[FacetView]:
        """The pages of all titles in this language's alphabetical order, under their letters."""
        keys = self.labels.title_keys
        works = sorted(self.catalogue.works.values(), key=lambda placed: keys[placed.work.id])
        groups = self._by_initial(works, self._title, lambda placed: placed)
        intro = self.words.say("Titles in alphabetical order. Square brackets mark titles that were supplied for the library.")
        yield from self._pages("titles", self.words.say("Titles A–Z"), intro, groups, lambda: ())

    def _pages(
        self, path: str, title: str, intro: str, groups: Sequence[Group], most: Callable[[], tuple[Count, ...]]
    ) -> Iterator[FacetView]:
        whole = letters.is_whole(groups, _lines)
        lettered = any(group.heading for group in groups)
        if whole or not lettered:
            yield FacetView(path, path, title, intro, None, tuple(groups), letters.on_this_page(groups) if lettered else ())
            return
        yield FacetView(path, path, title, intro, None, (), letters.on_pages(path, groups), most())
        for part in letters.parts(path, groups, _lines, self._shown):
            page = f", {part.page}" if part.page > 1 else ""
            named = f"{title}: {part.heading}{page}"
            yield FacetView(part.path, path, named, "", Link(title, path), part.groups, part.letters, pages=part.pages)

    def _is_tree(self, name: str) -> bool:
        """Whether finer terms stand with their broad ones: not where one of these has so many that they are a list of their own."""
        return all(len(below) <= AT_A_GLANCE for below in self.catalogue.vocabularies[name].narrower.values())

    def _most(self, path: str, terms: Iterable[str]) -> Callable[[], tuple[Count, ...]]:
        """The terms with most works, counted where they are asked for."""

        def counted() -> tuple[Count, ...]:
            ordered = sorted(terms, key=lambda term: -len(self.shelves[path][term].works))
            return tuple(self.lists.term(path, term) for term in ordered[:MOST])

        return counted

    def _text(self, path: str) -> Callable[[str], str]:
        """What the terms of a facet are sorted by."""
        return self.labels.heading if path == "people" else lambda term: self.labels.term(path, term)

    def _title(self, placed: Placed) -> str:
        return placed.work.title[self.labels.language]

    def _shown(self, item: object) -> str:
        return self._title(item) if isinstance(item, Placed) else item.text

    def _with_narrower(self, path: str, term: str) -> Count:
        top = self.lists.term(path, term)
        vocabulary = self.catalogue.vocabularies[path]
        below = vocabulary.narrower.get(term, ()) if self._is_tree(path) else ()
        narrower = tuple(self.lists.term(path, finer) for finer in below if finer in self.shelves[path])
        scope = vocabulary[term].scope
        return Count(top.text, top.path, top.number, top.works, note=scope[self.labels.language] if scope else "", narrower=narrower)

    def _by_initial(self, items: Iterable, text: Callable[..., str], made: Callable) -> list[Group]:
        """Sorted items under the letters with which their texts begin, in the order in which they come."""
        groups: dict[str, list] = {}
        for item in items:
            groups.setdefault(initial(text(item), self.labels.language), []).append(made(item))
        return [Group(heading, _anchor(heading), tuple(group)) for heading, group in groups.items()]


def _all(path: str, terms: Iterable[str], made: Callable[[str, str], Count]) -> Group:
    return Group("", "", tuple(made(path, term) for term in terms))


def _lines(item: object) -> int:
    """Lines that an item takes: its own, those of its finer terms, and some for a note."""
    return 1 + len(item.narrower) + (2 if item.note else 0) if isinstance(item, Count) else 1


def _anchor(heading: str) -> str:
    return "number" if heading == "#" else heading.lower()


def facet_pages(stamper: Stamper, path: str) -> Iterator[OutputFile]:
    """The pages of a facet: its terms with their numbers of works."""
    return (_page(stamper, view, FACET_SECTIONS.get(path, "")) for view in FacetViews(stamper.lists).facet(path))


def titles_pages(stamper: Stamper) -> Iterator[OutputFile]:
    """All titles in the language's alphabetical order."""
    return (_page(stamper, view, "publications") for view in FacetViews(stamper.lists).alphabet())


def _page(stamper: Stamper, view: FacetView, section: str) -> OutputFile:
    body = stamper.body("facet.html", view=view, line=stamper.line)
    return stamper.page(view.path, view.title, view.intro or view.title, section, body)
