"""What the search page shows before any script runs, and the words that its scripts say."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from babel.plural import PluralRule
from markupsafe import Markup

from library.pages.citation_box import FIRST_STYLE, FIRST_STYLES, style_labels
from library.pages.facets import Count
from library.pages.lists import ListViews
from library.press import scripts
from library.press.output import OutputFile
from library.press.shells import BASE
from library.search import opensearch
from library.search.beside import holds_any
from library.search.facets import SEARCH_FACETS, first_terms, is_long, values
from library.search.references import TAKEN_STYLES
from library.words.labels import FACET_BY_PATH
from library.words.translations import Words

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

SHOWN = 8
"""Values of a facet that show at first; the others at a click."""

SHOWN_BROAD = 25
"""Broad values of a facet in two levels that show at first: a curated list shows all of them."""


@dataclass(frozen=True)
class ValueView:
    """A value of a facet: how the address writes it, its label, its works and its own page.

    ``narrower``: it belongs to the broad one before it; ``later``: it shows at a click only.
    """

    value: str
    count: Count
    narrower: bool = False
    later: bool = False


@dataclass(frozen=True)
class SearchFacetView:
    """``name`` is the facet's in the address, ``path`` its page.

    ``more`` is set where the facet is long: the number of all its values, most of which are
    fetched when they are asked for; ``all`` says it in the page's language.
    """

    name: str
    title: str
    path: str
    values: tuple[ValueView, ...]
    more: int = 0
    all: str = ""

    @property
    def later(self) -> bool:
        return bool(self.more) or any(value.later for value in self.values)


class SearchViews:
    """Makes the views of the search page and the reading list in one language."""

    def __init__(self, lists: ListViews) -> None:
        self.lists = lists
        self.words: Words = lists.words

    def facets(self) -> tuple[SearchFacetView, ...]:
        titles = facet_names(self.words.say)
        made = (self._facet(name, titles[name], path) for name, path in SEARCH_FACETS.items())
        return tuple(facet for facet in made if facet.values)

    def _facet(self, name: str, title: str, path: str) -> SearchFacetView:
        """A facet with all of its values, or with its first ones where it is long."""
        indexes = self.lists.indexes
        if is_long(indexes, path):
            made = [ValueView(term.lower(), self.lists.facets.term(path, term)) for term in first_terms(indexes, path)]
            shown = [replace(value, later=place >= SHOWN) for place, value in enumerate(made)]
            number = len(indexes.shelves[path])
            return SearchFacetView(name, title, path, tuple(shown), number, self.words.number(number))
        most = SHOWN_BROAD if FACET_BY_PATH[path].rolls_up else SHOWN
        places = itertools.count()
        listed = [
            ValueView(value.term.lower(), self.lists.facets.term(path, value.term), value.narrower, value.narrower or next(places) >= most)
            for value in values(self.lists.labels, path)
        ]
        return SearchFacetView(name, title, path, tuple(listed))

    def styles(self) -> tuple[tuple[str, str, bool], ...]:
        """Id, label, and whether it is chosen at first, of each style in which a bibliography can be had."""
        labels, first = style_labels(self.words.say), FIRST_STYLES.get(self.words.language, FIRST_STYLE)
        return tuple((style, labels[style], style == first) for style in TAKEN_STYLES)

    def script_words(self) -> Mapping[str, object]:
        """What scripts say, by key; plural forms by CLDR's categories, since not every browser knows Kazakh's."""
        say = self.words.say
        return {
            "language": self.words.language,
            "group": self.words.number(1111)[1:2],
            "publications": self.forms("%(num)s publication", "%(num)s publications"),
            "inEditions": self.forms("%(num)s edition", "%(num)s editions"),
            "beside-events": self.forms("%(num)s event", "%(num)s events"),
            "beside-alliances": self.forms("%(num)s alliance", "%(num)s alliances"),
            "beside-projects": self.forms("%(num)s project", "%(num)s projects"),
            "beside-learning": self.forms("%(num)s learning resource", "%(num)s learning resources"),
            "beside-elsewhere": self.forms("%(num)s entry of others, not of the library", "%(num)s entries of others, not of the library"),
            "besideNone": say("None of these fits."),
            "listed": self.forms("%(num)s publication in your reading list", "%(num)s publications in your reading list"),
            "filters": self.forms("Filters: %(num)s chosen", "Filters: %(num)s chosen"),
            "noFilters": say("Filters"),
            "show": self.forms("Show %(num)s publication", "Show %(num)s publications"),
            "newest": say("newest first"),
            "relevance": say("best match first"),
            "title": say("by title"),
            "loading": say("Searching…"),
            "none": say("Nothing was found."),
            "noneWays": say("Try fewer or other words, or remove a filter."),
            "script": say("Shown for: “{words}”"),
            "layout": say("The keyboard seems to have been set to another language. Shown for: “{words}”"),
            "languages": say("No title or description in English has these words. These publications have them in another language."),
            "spelling": say("Nothing was found for “{typed}”. Did you mean “{words}”? Shown for it:"),
            "some": say("No publication has all of these words. These have some of them:"),
            "phrase": say("The phrase was looked for in the publications that match its words best; there may be more."),
            "cut": say("The search is very long; only its first 200 characters are used."),
            "unknown": say("The address asks for something that the library does not have; it was left out: {what}"),
            "missing": say("Part of the search data could not be loaded. The connection may be broken."),
            "broken": say("Part of the search data did not load completely."),
            "stale": say("The library was updated while you were reading. Load the page again."),
            "again": say("Try again"),
            "reload": say("Load the page again"),
            "browse": say("Every theme, country, year and language also has a page of its own:"),
            "remove": say("Remove the filter: {value}"),
            "showAll": say("Show all ({number})"),
            "showFewer": say("Show fewer"),
            "shown": say("Shown: {shown} of {number}"),
            "emptyList": say(
                "Your reading list is empty. Add publications with the button on any card or page; the list stays in this browser."
            ),
            "sentList": say("This list came with the address. It is not saved in this browser yet."),
            "gone": say("The library no longer has, or never had: {what}"),
            "copied": say("Copied"),
            "failed": say("This browser did not allow the text to be copied."),
            "quoted": say("“{words}”"),
            "cite": say("How to cite"),
            "contents": say("Contents"),
            "cover": say("Cover"),
            "accessibility": say("Text with headings and a table of contents; pictures are described."),
            "listName": say("reading-list"),
            "selectionName": say("publications"),
            "full": say("The reading list holds 500 publications at most."),
            "noStore": say("This browser does not save the list; it lasts until the page is closed."),
        }

    def forms(self, one: str, many: str) -> Mapping[str, str]:
        rule: PluralRule = self.words.locale.plural_form
        samples: dict[str, int] = {}
        for number in range(1, 30):
            samples.setdefault(rule(number), number)
        return {
            category: self.words.translations.ngettext(one, many, number).replace("%(num)s", "{number}")
            for category, number in samples.items()
        }


def facet_names(say: Callable[..., str]) -> dict[str, str]:
    """How the search names each facet."""
    return {
        "access": say("Access"),
        "theme": say("Theme"),
        "country": say("Country discussed"),
        "type": say("Type of publication"),
        "year": say("Year"),
        "language": say("Language of the document"),
        "series": say("Series"),
        "format": say("Format"),
    }


def page(stamper: Stamper) -> OutputFile:
    say = stamper.words.say
    views = SearchViews(stamper.lists)
    beside = holds_any(stamper.catalogue)
    body = stamper.body("search.html", facets=views.facets(), beside=beside, **shared_parts(stamper, views, "search"))
    title, description = (
        say("Search"),
        say("Search all publications by words, access, theme, country, type, year, language, series and format."),
    )
    sheet = f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/search-page.css">'
    head = stamper.heads.page("search", stamper.language, title) + sheet
    return stamper.page("search", title, description, "", body, head)


def shared_parts(stamper: Stamper, views: SearchViews, script: str) -> dict[str, Markup]:
    """What the search page and the reading list share: ways to export, the page for printing, a script and its words."""
    assets = f"{BASE}/{scripts.FOLDER}"
    words = {
        **views.script_words(),
        "root": f"{stamper.root}/",
        "tags": stamper.site.languages,
        "editions": stamper.wanted,
        "styles": TAKEN_STYLES,
        "scripts": {"words": f"{assets}/search-words.js", "take": f"{assets}/search-take.js", "beside": f"{assets}/search-beside.js"},
    }
    return {
        "take_away": Markup(stamper.body("take_away.html", styles=views.styles())),
        "printing": Markup(stamper.body("printing.html")),
        "scripts": Markup(stamper.body("search_scripts.html", words=words, script=f"{assets}/{script}.js")),
    }


def description(stamper: Stamper) -> OutputFile:
    """The search as browsers can take it into their own bar."""
    return opensearch.description(stamper.site, stamper.language, stamper.words.say)
