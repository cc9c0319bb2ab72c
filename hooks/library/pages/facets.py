"""What a facet's page shows: its terms, each with the number of its works, on one page or parted by letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from library.catalogue.catalogue import Placed
from library.pages import letters
from library.pages.letters import Group, Letter
from library.pages.pagers import PageLink
from library.press.output import OutputFile
from library.words.collation import initial
from library.words.labels import FACET_BY_PATH, Labels, Link, facet_intros, facet_titles

if TYPE_CHECKING:
    from library.pages.countries import CountryView
    from library.pages.rounds import RunView
    from library.pages.stamper import Stamper

T = TypeVar("T")

AT_A_GLANCE = 100
"""Terms that a list shows without letters, and broad themes in the order that their cataloguers chose: in a longer
list nobody sees an order but the alphabet."""

MOST = 30
"""Terms with most publications that stand above the letters of a parted list: readers come for these first."""

SAID = ("years", "access")
"""Facets whose introductions say how they are sorted, or whose few terms need no word of it."""

LETTERED = ("people",)
"""Facets under letters however short they are: names are looked up, not read through."""


@dataclass(frozen=True)
class Count:
    """A link with the number of works behind it."""

    text: str
    path: str
    number: int
    works: str
    date: str = ""
    note: str = ""
    note_language: str = ""
    narrower: tuple[Count, ...] = ()


@dataclass(frozen=True)
class FacetView:
    """Terms of a facet that have works, with their counts, or titles: all of them, or those of one letter.

    ``list`` is the address of the whole, ``facet`` leads there from a letter's page. ``most`` are the
    terms with most works, where all others stand on the pages of their letters. ``tree``: terms
    stand with their notes and finer terms. ``order`` says how the list is sorted, where its introduction does not.
    """

    path: str
    list: str
    title: str
    intro: str
    facet: Link | None
    groups: tuple[Group, ...]
    letters: tuple[Letter, ...] = ()
    most: tuple[Count, ...] = ()
    order: str = ""
    pages: tuple[PageLink, ...] = ()

    @property
    def tree(self) -> bool:
        return any(isinstance(item, Count) and (item.narrower or item.note) for group in self.groups for item in group.items)


class FacetViews:
    """Makes views of facets in one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.words = labels.words
        self.catalogue = labels.catalogue
        self.shelves = labels.indexes.shelves
        self.titles = facet_titles(self.words.say)
        self.intros = facet_intros(self.words.say)

    def count(self, number: int) -> str:
        return self.words.plural("%(num)s publication", "%(num)s publications", number)

    def term(self, facet: str, term: str) -> Count:
        """The term with the number of its works."""
        shelf = self.shelves[facet][term]
        number = len(shelf.works)
        return Count(self._text(facet)(term), shelf.path, number, self.count(number))

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
        made = self._with_narrower if facet.rolls_up else self.term
        if long or path in LETTERED:
            groups = by_initial(terms, text, lambda term: made(path, term), self.labels.language)
        else:
            groups = [Group("", "", tuple(made(path, term) for term in terms))]
        say = self.words.say
        order = "" if path in SAID else say("In the order of the classification.") if tree and not long else say("In alphabetical order.")
        made_pages = parted(path, self.titles[path], self.intros[path], groups, lambda item: item.text, self._most(path, terms))
        yield from (replace(view, order=order) for view in made_pages)

    def _is_tree(self, name: str) -> bool:
        """Whether finer terms stand with their broad ones: not where one of these has so many that they are a list of their own."""
        return all(len(below) <= AT_A_GLANCE for below in self.catalogue.vocabularies[name].narrower.values())

    def _most(self, path: str, terms: Iterable[str]) -> Callable[[], tuple[Count, ...]]:
        """The terms with most works, counted where they are asked for."""

        def counted() -> tuple[Count, ...]:
            ordered = sorted(terms, key=lambda term: -len(self.shelves[path][term].works))
            return tuple(self.term(path, term) for term in ordered[:MOST])

        return counted

    def _text(self, path: str) -> Callable[[str], str]:
        """What the terms of a facet are called in lists, and sorted by."""
        return self.labels.heading if FACET_BY_PATH[path].of_parties else lambda term: self.labels.term(path, term)

    def _with_narrower(self, path: str, term: str) -> Count:
        top = self.term(path, term)
        vocabulary = self.catalogue.vocabularies[path]
        below = vocabulary.narrower.get(term, ()) if self._is_tree(path) else ()
        narrower = tuple(self.term(path, finer) for finer in below if finer in self.shelves[path])
        scope = vocabulary[term].scope
        return Count(top.text, top.path, top.number, top.works, note=scope[self.labels.language] if scope else "", narrower=narrower)


def by_initial(items: Iterable[T], text: Callable[[T], str], made: Callable[[T], Count | Placed], language: str) -> list[Group]:
    """Sorted items under the letters with which their texts begin, in the order in which they come."""
    groups: dict[str, list[Count | Placed]] = {}
    for item in items:
        groups.setdefault(initial(text(item), language), []).append(made(item))
    return [Group(heading, _anchor(heading), tuple(group)) for heading, group in groups.items()]


def parted(
    path: str, title: str, intro: str, groups: Sequence[Group], text: Callable[[Any], str], most: Callable[[], tuple[Count, ...]]
) -> Iterator[FacetView]:
    """The one page of a list, or where it is long one that leads to its letters, and those of the letters.

    ``text`` gives what an item is sorted by, ``most`` what stands above the letters.
    """
    lettered = any(group.heading for group in groups)
    if letters.is_whole(groups, _lines) or not lettered:
        yield FacetView(path, path, title, intro, None, tuple(groups), letters.on_this_page(groups) if lettered else ())
        return
    yield FacetView(path, path, title, intro, None, (), letters.on_pages(path, groups), most())
    for part in letters.parts(path, groups, _lines, text):
        page = f", {part.page}" if part.page > 1 else ""
        named = f"{title}: {part.heading}{page}"
        yield FacetView(part.path, path, named, "", Link(title, path), part.groups, part.letters, pages=part.pages)


def _lines(item: object) -> int:
    """Lines that an item takes: its own, those of its finer terms, and some for a note, or for what reference managers read of a work."""
    if isinstance(item, Placed):
        return 3
    return 1 + len(item.narrower) + (2 if item.note else 0) if isinstance(item, Count) else 1


def _anchor(heading: str) -> str:
    return "number" if heading == "#" else heading.lower()


FACET_SECTIONS = {"themes": "themes", "countries": "countries", "regions": "countries", "people": "people"}
"""Sections of the header under which a facet and its lists stand."""


def pages(stamper: Stamper, path: str) -> Iterator[OutputFile]:
    """The pages of a facet: its terms with their numbers of works."""
    runs = stamper.lists.runs.without_works() if path == "series" else ()
    countries = stamper.lists.countries.without_works() if path == "countries" else ()
    for view in stamper.lists.facets.facet(path):
        whole = view.path == path
        yield printed(stamper, view, FACET_SECTIONS.get(path, ""), runs if whole else (), countries if whole else ())


def printed(
    stamper: Stamper, view: FacetView, section: str, runs: Sequence[RunView] = (), countries: Sequence[CountryView] = ()
) -> OutputFile:
    """A page of a list of terms or titles; ``runs`` and ``countries`` are of series and countries that have no list of their own."""
    body = stamper.body("facet.html", view=view, line=stamper.line, runs=runs, countries=countries)
    return stamper.page(view.path, view.title, view.intro or view.title, section, body)
