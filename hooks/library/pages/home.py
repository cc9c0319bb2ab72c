"""What the home page shows: how much is here, what is new, and ways in, the largest themes and countries first."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from library.catalogue import access
from library.catalogue.catalogue import Placed
from library.catalogue.indexes import FACETS, NOT_STATED
from library.citations import paths as citation_paths
from library.pages.facets import Count
from library.pages.journal import JournalViews
from library.pages.lists import ListViews
from library.press.output import OutputFile
from library.press.printed import WrittenPage
from library.press.shells import BASE
from library.words.labels import Labels, Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

NEW_LENGTH = 6
"""New works on the home page: a shelf of them."""

LARGEST = 12
"""Broad themes and countries on the home page, those with most works; links lead to all."""


@dataclass(frozen=True)
class HomeView:
    """How much is here, what is new, and ways in. ``all_themes`` and ``all_countries`` are empty where all are shown."""

    figures: tuple[Count, ...]
    newest: tuple[Placed, ...]
    ways: tuple[Link, ...]
    themes: tuple[Count, ...]
    all_themes: str
    countries: tuple[Count, ...]
    all_countries: str
    languages: tuple[Count, ...]
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
        vocabulary = self.catalogue.vocabularies["themes"]
        all_tops = [term for term in vocabulary if not vocabulary[term].broader and term in shelves["themes"]]
        tops = self._largest("themes", all_tops)
        countries = self._largest("countries", self.labels.sort("countries", list(shelves["countries"])))
        columns = [term for term in (*languages, NOT_STATED) if term in shelves["languages"]]
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
            journal=Link(JournalViews(self.lists.works, self.lists.texts).title()[0], "journal") if journal else None,
            journal_summary=journal.summary[self.labels.language] if journal else "",
        )

    def _largest(self, path: str, terms: Iterable[str]) -> list[str]:
        """The terms with most works, those with as many in the order in which they came."""
        return sorted(terms, key=lambda term: -len(self.indexes.shelves[path][term].works))[:LARGEST]

    def _all(self, words: str, shown: Collection[str], terms: Collection[str]) -> str:
        """What leads to all terms of a kind: the words and how many they are; nothing where all are shown."""
        return f"{words}{self.words.before_bracket}({self.words.number(len(terms))})" if len(shown) < len(terms) else ""

    def _figures(self) -> tuple[Count, ...]:
        shelves, plural = self.indexes.shelves, self.words.plural
        readable = self.indexes.shelf("access", access.ONLINE)
        online = len(readable.works) if readable else 0
        events = len(self.catalogue.of_kind("event"))
        works, countries, issues = len(self.indexes.newest), len(shelves["countries"]), len(self.catalogue.issues)
        figures = [
            (plural("%(num)s publication", "%(num)s publications", works), "publications", works),
            (plural("%(num)s can be read online", "%(num)s can be read online", online), f"access/{access.ONLINE}", online),
            (plural("%(num)s country discussed", "%(num)s countries discussed", countries), "countries", countries),
            (plural("%(num)s event", "%(num)s events", events), "events", events),
            (plural("%(num)s journal issue", "%(num)s journal issues", issues), "journal", issues),
        ]
        return tuple(Count(text, path, number, "") for text, path, number in figures if number)


def page(stamper: Stamper, written: WrittenPage) -> OutputFile:
    """The home page under the words that people write for it; its head names the feed of everything and the lists for harvesters."""
    name = stamper.site.names[stamper.language]
    head = (
        stamper.heads.home(stamper.language, name)
        + stamper.feed_link(citation_paths.of_feed(""), name)
        + f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/home.css">'
        + f'<link rel="resourcesync" href="{stamper.site.url}resourcesync/capabilitylist.xml">'
    )
    body = stamper.body("front.html", view=HomeViews(stamper.lists).view(), intro=Markup(written.content), site_name=name)
    return stamper.stamped(written.shell, "", name, written.description, "", body, head)
