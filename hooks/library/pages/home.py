"""What the home page shows: what is here, what is new, ways in, and themes by language as a picture."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from library.catalogue.catalogue import Placed
from library.catalogue.indexes import FACETS, NOT_STATED
from library.citations import paths as citation_paths
from library.pages.facets import Count
from library.pages.journal import JournalViews
from library.pages.lists import ListViews
from library.pages.pictures.counts import shade
from library.press.output import OutputFile
from library.press.printed import WrittenPage
from library.words.labels import Labels, Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

NEW_LENGTH = 6
"""New works on the home page: two rows of three."""

THEMES = 30
"""Broad themes on the home page: a curated list has some twenty and stands there whole, in its own order; of keywords
by the thousand, those with most works, from which a link leads to all."""

COUNTRIES = 12
"""Countries on the home page, those that most works discuss: as many lines as the themes beside them."""


@dataclass(frozen=True)
class Cell:
    """A number in the picture, and its shade from 0 (none) to 5."""

    number: int
    level: int


@dataclass(frozen=True)
class HomeView:
    """What is here, what is new, ways in, and themes by language as a picture."""

    figures: tuple[Count, ...]
    newest: tuple[Placed, ...]
    ways: tuple[Link, ...]
    themes: tuple[Count, ...]
    all_themes: str
    countries: tuple[Count, ...]
    all_countries: str
    languages: tuple[Count, ...]
    columns: tuple[Link, ...]
    rows: tuple[tuple[Link, tuple[Cell, ...], int], ...]
    years: tuple[tuple[str, int, int], ...]
    undated: int
    journal: Link | None
    journal_summary: str


class HomeViews:
    """Makes the view of the home page in one language."""

    def __init__(self, lists: ListViews) -> None:
        self.lists = lists
        self.labels: Labels = lists.labels
        self.words = lists.words
        self.catalogue = lists.catalogue
        self.indexes = lists.indexes

    def view(self) -> HomeView:
        shelves, languages = self.indexes.shelves, self.catalogue.languages
        columns = [term for term in (*languages, NOT_STATED) if term in shelves["languages"]]
        held = {term: {placed.work.id for placed in shelves["languages"][term].works} for term in columns}
        vocabulary = self.catalogue.vocabularies["themes"]
        all_tops = [term for term in vocabulary if not vocabulary[term].broader and term in shelves["themes"]]
        tops = self._largest("themes", all_tops, THEMES) if len(all_tops) > THEMES else all_tops
        countries = self._largest("countries", list(shelves["countries"]), COUNTRIES)
        counted = [
            (term, [len(held[column] & {placed.work.id for placed in shelves["themes"][term].works}) for column in columns])
            for term in tops
        ]
        largest = max((number for _, numbers in counted for number in numbers), default=1)
        rows = tuple(
            (
                self.labels.link("themes", term),
                tuple(Cell(number, shade(number, largest)) for number in numbers),
                len(shelves["themes"][term].works),
            )
            for term, numbers in counted
        )
        journal = self.catalogue.journal
        return HomeView(
            figures=self._figures(),
            newest=self.indexes.newest[:NEW_LENGTH],
            ways=tuple(Link(self.lists.facets.titles[facet.path], facet.path) for facet in FACETS),
            themes=tuple(self.lists.facets.term("themes", term) for term in tops),
            all_themes=self._all(self.words.say("All themes"), tops, all_tops),
            countries=tuple(self.lists.facets.term("countries", term) for term in countries),
            all_countries=self._all(self.words.say("All countries"), countries, shelves["countries"]),
            languages=tuple(self.lists.facets.term("languages", term) for term in columns),
            columns=tuple(self.labels.link("languages", term) for term in columns),
            rows=rows,
            years=self._years(),
            undated=len(shelves["years"][NOT_STATED].works) if NOT_STATED in shelves["years"] else 0,
            journal=Link(JournalViews(self.lists.works, self.lists.texts).title()[0], "journal") if journal else None,
            journal_summary=journal.summary[self.labels.language] if journal else "",
        )

    def _largest(self, path: str, terms: Iterable[str], number: int) -> list[str]:
        """The terms with most works, those with as many in the order in which they came."""
        return sorted(terms, key=lambda term: -len(self.indexes.shelves[path][term].works))[:number]

    def _all(self, words: str, shown: Collection[str], terms: Collection[str]) -> str:
        """What leads to all terms of a kind: the words and how many they are; nothing where all are shown."""
        return f"{words}{self.words.before_bracket}({self.words.number(len(terms))})" if len(shown) < len(terms) else ""

    def _figures(self) -> tuple[Count, ...]:
        shelves = self.indexes.shelves
        words = self.words
        editions = sum(len(placed.work.editions) for placed in self.indexes.newest)
        figures = [
            (
                words.plural("%(num)s publication", "%(num)s publications", len(self.indexes.newest)),
                "publications",
                len(self.indexes.newest),
            ),
            (words.plural("%(num)s edition", "%(num)s editions", editions), "languages", editions),
            (
                words.plural("%(num)s country discussed", "%(num)s countries discussed", len(shelves["countries"])),
                "countries",
                len(shelves["countries"]),
            ),
            (
                words.plural("%(num)s event", "%(num)s events", len(self.catalogue.of_kind("event"))),
                "events",
                len(self.catalogue.of_kind("event")),
            ),
            (
                words.plural("%(num)s journal issue", "%(num)s journal issues", len(self.catalogue.issues)),
                "journal",
                len(self.catalogue.issues),
            ),
        ]
        return tuple(Count(text, path, number, "") for text, path, number in figures if number)

    def _years(self) -> tuple[tuple[str, int, int], ...]:
        """Year, number of works and bar height in per cent, for every year from the first to the last."""
        years = {int(term): len(shelf.works) for term, shelf in self.indexes.shelves["years"].items() if term != NOT_STATED}
        if not years:
            return ()
        largest = max(years.values())
        return tuple(
            (str(year), years.get(year, 0), round(100 * years.get(year, 0) / largest)) for year in range(min(years), max(years) + 1)
        )


def page(stamper: Stamper, written: WrittenPage) -> OutputFile:
    """The home page under the words that people write for it; its head names the feed of everything and the lists for harvesters."""
    name = stamper.site.names[stamper.language]
    head = (
        stamper.heads.home(stamper.language, name, written.description)
        + stamper.feed_link(citation_paths.of_feed(""), name)
        + f'<link rel="resourcesync" href="{stamper.site.url}resourcesync/capabilitylist.xml">'
    )
    body = stamper.body("front.html", view=HomeViews(stamper.lists).view(), intro=Markup(written.content), site_name=name)
    return stamper.stamped(written.shell, "", name, written.description, "", body, head)
