"""What list pages show: a term's works, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.catalogue.authorities import BodyName, PersonName, identifier_address, identifiers
from library.catalogue.catalogue import Placed
from library.catalogue.indexes import LIST_LENGTH, NOT_STATED, Shelf, languages_of
from library.catalogue.languages import text_in
from library.citations import paths as citation_paths
from library.citations.texts import ExportTexts
from library.pages import crossing as crossing_of
from library.pages import downloads
from library.pages.countries import CountryView, CountryViews
from library.pages.downloads import Download
from library.pages.events import EventViews
from library.pages.facets import FACET_SECTIONS, Count, FacetViews
from library.pages.pagers import PageLink, pager
from library.pages.rounds import RunView, RunViews
from library.pages.work import WorkViews
from library.press.output import OutputFile
from library.words.labels import Labels, Link, person_name

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


NARROWER = 100
"""Finer terms that stand beside a list; of more, those with most works. All stand in the list of terms."""


@dataclass(frozen=True)
class Fact:
    """A label and what it says, which may lead to an address on the web. ``language`` is set where it is not the page's."""

    label: str
    text: str
    url: str = ""
    language: str = ""


@dataclass(frozen=True)
class Identity:
    """Of a person: ``verified`` by an identifier that a source gives, which ``said`` names, or known by name only.

    ``correct`` is where a work that stands under the wrong person can be reported; empty where that is nowhere.
    """

    verified: bool
    said: str
    correct: str


@dataclass(frozen=True)
class ListView:
    """One page of a list of works, of ``last``.

    ``crossing`` are terms of another facet, named by ``crossed``, which lead to the search for the works of both; ``search``
    leads to that for this list's. ``composed`` is the address of a list whose files the browser composes; it is empty,
    and so is ``feed``, where the list holds one work alone, whose own files are ``exports``. ``download`` says how files are called.
    """

    path: str
    title: str
    facet: Link | None
    scope: str
    count: str
    works: tuple[Placed, ...]
    first: int
    broader: Link | None
    narrower: tuple[Count, ...]
    languages: tuple[Count, ...]
    crossing: tuple[Count, ...]
    crossed: str
    search: str
    facts: tuple[Fact, ...]
    identity: Identity | None
    run: RunView | None
    country: CountryView | None
    exports: tuple[tuple[str, str], ...]
    composed: str
    download: Download
    feed: str
    page: int
    last: int
    pages: tuple[PageLink, ...]
    events: Count | None = None


class ListViews:
    """Makes views of lists in one language."""

    def __init__(self, works: WorkViews, texts: ExportTexts) -> None:
        self.works = works
        self.texts = texts
        self.labels: Labels = works.labels
        self.words = works.words
        self.catalogue = works.catalogue
        self.indexes = self.labels.indexes
        self.facets = FacetViews(self.labels)
        self.runs = RunViews(works)
        self.countries = CountryViews(works)
        self.events = EventViews(works)

    def all_works(self) -> Iterable[ListView]:
        """The pages of the list of everything, newest first."""
        return self._pages("publications", self.words.say("All publications"), None, self.indexes.newest, export=None)

    def shelf(self, shelf: Shelf) -> Iterable[ListView]:
        """The pages of one term's list."""
        facet = shelf.facet
        return self._pages(
            shelf.path,
            self.labels.term(facet.path, shelf.term),
            Link(self.facets.titles[facet.path], facet.path),
            shelf.works,
            export=shelf.path,
            shelf=shelf,
        )

    def _pages(
        self, path: str, title: str, facet: Link | None, works: Sequence[Placed], export: str | None, shelf: Shelf | None = None
    ) -> Iterable[ListView]:
        starts = range(0, max(len(works), 1), LIST_LENGTH)
        paths = [path if number == 0 else f"{path}/{number + 1}" for number in range(len(starts))]
        languages = (
            self._language_counts(shelf.languages if shelf else languages_of(works))
            if shelf is None or shelf.facet.path != "languages"
            else ()
        )
        # The library's files hold the works in the catalogue's order.
        exports = self.texts.of_list(export, works) if export else self.texts.links(citation_paths.LIBRARY, self.catalogue.listed)
        own = citation_paths.has_files(works)
        crossed, crossing = self._crossing(shelf)
        events = self.events.of_term(shelf.facet.path, shelf.term) if shelf else None
        download = downloads.of(self.words, path, works)
        for number, start in enumerate(starts):
            yield ListView(
                path=paths[number],
                title=title,
                facet=facet,
                scope=self._scope(shelf) if shelf else "",
                count=self.facets.count(len(works)),
                works=tuple(works[start : start + LIST_LENGTH]),
                first=start + 1,
                broader=self._broader(shelf) if shelf else None,
                narrower=self._narrower(shelf) if shelf else (),
                languages=languages,
                crossing=crossing,
                crossed=crossed,
                search=crossing_of.address(shelf) if shelf and crossing else "",
                facts=self._facts(shelf) if shelf else (),
                country=self.countries.of(shelf.term) if shelf and shelf.facet.path == "countries" and number == 0 else None,
                identity=self._identity(shelf) if shelf else None,
                run=self._run(shelf) if shelf and number == 0 else None,
                exports=exports,
                composed=path if own else "",
                download=download,
                feed=citation_paths.of_feed(path) if shelf is None or shelf.has_feed else "",
                page=number + 1,
                last=len(paths),
                pages=pager(number, paths),
                events=events,
            )

    def _language_counts(self, found: Mapping[str, int]) -> tuple[Count, ...]:
        """In how many works of the list each language occurs; the site's languages also when none."""
        counts = {**dict.fromkeys(self.catalogue.languages, 0), **found}
        return tuple(
            Count(self.labels.term("languages", language), "", number, self.facets.count(number))
            for language, number in counts.items()
            if number or language in self.catalogue.languages
        )

    def _scope(self, shelf: Shelf) -> str:
        name = shelf.facet.vocabulary
        if not name or name == "parties" or shelf.term == NOT_STATED:
            return ""
        scope = self.catalogue.vocabularies[name][shelf.term].scope
        return scope[self.labels.language] if scope else ""

    def _broader(self, shelf: Shelf) -> Link | None:
        if not shelf.facet.rolls_up:
            return None
        broader = self.catalogue.vocabularies[shelf.facet.vocabulary][shelf.term].broader
        return self.labels.link(shelf.facet.path, broader) if broader else None

    def _narrower(self, shelf: Shelf) -> tuple[Count, ...]:
        if not shelf.facet.rolls_up:
            return ()
        narrower = self.catalogue.vocabularies[shelf.facet.vocabulary].narrower.get(shelf.term, ())
        held = [term for term in narrower if self.indexes.shelf(shelf.facet.path, term)]
        if len(held) > NARROWER:
            held = sorted(held, key=lambda term: -len(self.indexes.shelves[shelf.facet.path][term].works))[:NARROWER]
        return tuple(self.facets.term(shelf.facet.path, term) for term in held)

    def _crossing(self, shelf: Shelf | None) -> tuple[str, tuple[Count, ...]]:
        if shelf is None:
            return "", ()
        other, terms = crossing_of.crossed(self.catalogue, shelf)
        counts = tuple(
            Count(self.labels.term(other, term), crossing_of.address(shelf, other, term), number, self.facets.count(number))
            for term, number in terms
        )
        return self.facets.titles[other], counts

    def _identity(self, shelf: Shelf) -> Identity | None:
        parties = self.catalogue.vocabularies["parties"]
        if not shelf.facet.of_parties or parties[shelf.term].kind != "person":
            return None
        say, party = self.words.say, parties[shelf.term]
        schemes = ", ".join(scheme.upper() for scheme in identifiers(party))
        if schemes:  # the check asks for a source of each identifier
            said = say("Verified: %(schemes)s. Source: %(source)s", schemes=schemes, source=party.source or say("not stated"))
        else:
            said = say("By name only: publications are listed here because documents print this name, and no source gives an identifier.")
        return Identity(bool(schemes), said, self.works.correct(parties.stands[shelf.term][0].name))

    def _run(self, shelf: Shelf) -> RunView | None:
        return self.runs.of(self.catalogue.vocabularies["series"][shelf.term]) if shelf.facet.path == "series" else None

    def _facts(self, shelf: Shelf) -> tuple[Fact, ...]:
        """What the authority file says of a person or body: other names, with their times, and identifiers."""
        if not shelf.facet.of_parties:
            return ()
        say, party = self.words.say, self.catalogue.vocabularies["parties"][shelf.term]
        facts: list[Fact] = []
        for name in party.names[1:]:
            if isinstance(name, PersonName):
                spelt = say(
                    "Name in documents in %(languages)s",
                    languages=", ".join(self.labels.language_in_sentence(tag) for tag in name.languages),
                )
                facts.append(Fact(spelt, person_name(name), language=name.languages[0]))
            else:
                label = text_in(name.label, self.labels.language, *self.catalogue.languages)
                facts.append(Fact(say("Former name"), label + self._seen(name)))
        if party.variants:
            facts.append(Fact(say("Also printed as"), "; ".join(party.variants)))
        if party.abbreviation:
            facts.append(Fact(say("Abbreviation"), party.abbreviation))
        if party.country:
            facts.append(Fact(say("Country"), self.labels.vocabulary("countries", party.country)))
        facts += [
            Fact(scheme.upper(), _spaced(value) if scheme == "isni" else value, identifier_address(scheme, value))
            for scheme, value in identifiers(party).items()
        ]
        return tuple(facts)

    def _seen(self, name: BodyName) -> str:
        """When sources have a name: not when a body took it or gave it up, which they do not say."""
        if not (name.since and name.until):
            return ""
        dates = {"since": self.words.date(name.since), "until": self.words.date(name.until)}
        return " " + self.words.say("(seen from %(since)s to %(until)s)", **dates)


def _spaced(isni: str) -> str:
    """An ISNI as ISO 27729 shows it: in four groups."""
    return " ".join(isni[start : start + 4] for start in range(0, 16, 4))


def page(stamper: Stamper, shelf: Shelf | None, number: int) -> OutputFile:
    """A page of a list, counted from 1; of all works where there is no shelf."""
    view = stamper.views_of(shelf)[number - 1]
    title = _paged(view, stamper.words.before_bracket)
    if shelf is None:
        section, description = "publications", view.count
    else:
        section, description = FACET_SECTIONS.get(shelf.facet.path, ""), f"{view.title}: {view.count}. {view.scope}".strip()
    head = _head(stamper, view, shelf, title)
    return stamper.page(view.path, title, description, section, stamper.body("list.html", view=view), head)


def _head(stamper: Stamper, view: ListView, shelf: Shelf | None, title: str) -> str:
    trail = [link for link in (view.facet, view.broader) if link]
    heads, language = stamper.heads, stamper.language
    if shelf and shelf.facet.of_parties:
        head = heads.party(shelf.term, view.path, language, title, trail)
    elif not shelf or not shelf.facet.vocabulary or shelf.term == NOT_STATED:
        head = heads.page(view.path, language, title, trail=trail)
    else:
        head = heads.term(shelf.facet.path, shelf.term, view.path, language, title, trail)
    return head + (stamper.feed_link(view.feed, view.title) if view.feed else "")


def _paged(view: ListView, before_bracket: str) -> str:
    """A list's title with the number of its page, so that no two pages share a title."""
    facet = f"{before_bracket}({view.facet.text})" if view.facet else ""
    number = f", {view.page}" if view.page > 1 else ""
    return f"{view.title}{facet}{number}"
