"""What the pages of events show: each event, the lists of a year, a country, a theme or a party, and the way in to all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from library.catalogue import event_lists, titles
from library.catalogue.catalogue import Catalogue, Filed
from library.catalogue.dates import Issued
from library.catalogue.event_lists import UNDATED, EventList
from library.catalogue.titles import Shown
from library.pages.event_charts import EventCharts
from library.pages.facets import Count
from library.pages.reasons import RelatedView, named_work
from library.pages.work import Person, SourceView, WorkViews, said_of_summary
from library.press.output import OutputFile
from library.press.shells import BASE
from library.words.events import event_formats, event_kinds, event_ties, work_ties
from library.words.labels import Labels, Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

NEWEST = 10
"""Events on the page of all; the years lead to the others."""


@dataclass(frozen=True)
class EventLine:
    """An event in a list. ``facts`` are its date, place and kind, as far as they are known; ``tie`` how it is tied to a work."""

    path: str
    title: str
    title_language: str
    supplied: bool
    facts: str
    tie: str = ""


@dataclass(frozen=True)
class EventGroup:
    """Events under a heading: a month or a year."""

    heading: str
    events: tuple[EventLine, ...]


@dataclass(frozen=True)
class EventView:
    """Everything on an event's page. ``rows`` and ``figures`` are label and value; what is not stated is said."""

    path: str
    title: str
    title_language: str
    title_said: str
    supplied: bool
    kind: str
    date: str
    year: Link
    summary: str
    summary_language: str
    summary_said: str
    summary_supplied: bool
    rows: tuple[tuple[str, str, str], ...]
    country: Link | None
    figures: tuple[tuple[str, str], ...]
    speakers: tuple[Person, ...]
    partners: tuple[Person, ...]
    themes: tuple[Link, ...]
    works: tuple[tuple[RelatedView, str], ...]
    part_of: EventLine | None
    parts: tuple[EventLine, ...]
    address: str
    sources: tuple[SourceView, ...]
    correct: str


@dataclass(frozen=True)
class EventListView:
    """A list of events. ``works`` leads to the publications of the same term, where there are any."""

    path: str
    title: str
    count: str
    groups: tuple[EventGroup, ...]
    works: Link | None


@dataclass(frozen=True)
class EventsView:
    """The way in to all events: how many there are, the newest, and their lists."""

    count: str
    newest: tuple[EventLine, ...]
    years: tuple[Count, ...]
    countries: tuple[Count, ...]
    themes: tuple[Count, ...]
    undated: str


class EventViews:
    """Makes views of events in one language."""

    def __init__(self, works: WorkViews) -> None:
        self.works = works
        self.labels: Labels = works.labels
        self.words = works.words
        self.language = works.language
        self.catalogue: Catalogue = works.catalogue
        self.lists = self.labels.indexes.events
        say = self.words.say
        self.kinds, self.formats = event_kinds(say), event_formats(say)
        self.ties, self.work_ties = event_ties(say), work_ties(say)

    # -- parts -----------------------------------------------------------------------------

    def count(self, number: int) -> str:
        return self.words.plural("%(num)s event", "%(num)s events", number)

    def line(self, filed: Filed, tie: str = "") -> EventLine:
        event = filed.value
        shown = self.title(event)
        facts = (self._date(event.start, event.end), self._place(event), self.kinds.get(event.kind or "", ""))
        return EventLine(
            filed.address, shown.text, shown.language_beside(self.language), shown.supplied, " · ".join(filter(None, facts)), tie
        )

    def title(self, event: Any) -> Shown:
        """The title in this language, or else the first that is printed."""
        return titles.of_texts(event.title, event.supplied.title, self.language)

    def naming(self, work_id: str) -> tuple[EventLine, ...]:
        """The events that a work is tied to, and how."""
        return tuple(
            self.line(filed, self.work_ties[tied.tie])
            for filed in self.catalogue.naming.get(("work", work_id), ())
            if filed.kind.name == "event"
            for tied in filed.value.works
            if tied.work == work_id
        )

    def of_term(self, way: str, term: str) -> Count | None:
        """The list of a term's events with their number; None where there is none."""
        found = self.lists.get(event_lists.address(way, term))
        return self._count(found) if found else None

    def _count(self, found: EventList) -> Count:
        number = len(found.events)
        return Count(self.labels.term(found.way, found.term), found.path, number, self.count(number))

    def _date(self, start: Issued | None, end: Issued | None) -> str:
        return self.words.dates(start, end) if start else self.words.say("Date not stated")

    def _place(self, event: Any) -> str:
        place = titles.of_texts(event.place, (), self.language).text
        country = self.labels.vocabulary("countries", event.country) if event.country else ""
        return ", ".join(part for part in (place, country) if part)

    def _list_link(self, way: str, term: str) -> Link:
        return Link(self.labels.term(way, term), event_lists.address(way, term))

    # -- an event --------------------------------------------------------------------------

    def event(self, filed: Filed) -> EventView:
        event, say = filed.value, self.words.say
        title = self.title(event)
        summary = titles.of_texts(event.summary, event.supplied.summary, self.language)
        within = self.catalogue.of_kind("event").get(event.part_of or "")
        parts = [
            other
            for other in self.catalogue.naming.get(("event", filed.id), ())
            if other.kind == filed.kind and other.value.part_of == filed.id
        ]
        return EventView(
            path=filed.address,
            title=title.text,
            title_language=title.language_beside(self.language),
            title_said=self.works.said_of_title(title),
            supplied=title.supplied,
            kind=self.kinds[event.kind] if event.kind else say("Kind of event not stated"),
            date=self._date(event.start, event.end),
            year=self._list_link("years", str(event.start.year) if event.start else UNDATED),
            summary=summary.text,
            summary_language=summary.language_beside(self.language),
            summary_said=said_of_summary(summary, self.labels) if summary.text else "",
            summary_supplied=summary.supplied,
            rows=self._rows(event),
            country=self._list_link("countries", event.country) if event.country else None,
            figures=self._figures(event),
            speakers=tuple(self._person(speaker.party, event.start, speaker.name, speaker.affiliation) for speaker in event.speakers),
            partners=tuple(self._person(partner.party, event.start) for partner in event.partners),
            themes=tuple(self._list_link("themes", theme) for theme in event.themes),
            works=tuple(self._work(tied.work, tied.tie) for tied in event.works),
            part_of=self.line(within) if within else None,
            parts=tuple(map(self.line, parts)),
            address=event.address or "",
            sources=tuple(self.works.source(source) for source in event.provenance),
            correct=self.works.correct(filed.record.name),
        )

    def _rows(self, event: Any) -> tuple[tuple[str, str, str], ...]:
        """Label, value, and the value's language where it is not the page's."""
        say, unknown = self.words.say, self.words.say("not stated")
        place = titles.of_texts(event.place, (), self.language)
        rows = [
            (say("Date"), self._date(event.start, event.end) if event.start else unknown, ""),
            (say("Days, as printed"), self.words.number(event.days) if event.days else unknown, ""),
            (say("Held in"), place.text or unknown, place.language_beside(self.language) if place.text else ""),
            (say("How people met"), self.formats[event.format] if event.format else unknown, ""),
            (say("Held within"), event.held_within or "", "en"),
            (say("Run of events"), event.series or "", "en"),
        ]
        return tuple(row for row in rows if row[1])

    def _figures(self, event: Any) -> tuple[tuple[str, str], ...]:
        """What is stated of those who took part, and the share of women where both of its figures are stated."""
        say = self.words.say
        figures = (
            (say("Participants"), event.participants),
            (say("Women among them"), event.women),
            (say("Organisations"), event.organisations),
            (say("Civil society organisations"), event.civil_society),
            (say("Countries represented"), event.countries_represented),
        )
        rows = [(label, say("not stated") if number is None else self.words.number(number)) for label, number in figures]
        if event.participants and event.women is not None:
            rows.insert(2, (say("Share of women"), self.words.percent(event.women / event.participants)))
        return tuple(rows)

    def _person(self, party: str, when: Issued | None, name: str | None = None, affiliation: str | None = None) -> Person:
        person = self.catalogue.vocabularies["parties"][party].kind == "person"
        return Person(name if person and name else self.labels.party(party, when), self._page_of(party), "", affiliation or "")

    def parties(self, filed: Filed) -> dict[str, str]:
        """The paths of the pages of those whom an event names, by id."""
        return {each.party: self._page_of(each.party) for each in (*filed.value.speakers, *filed.value.partners)}

    def _page_of(self, party: str) -> str:
        """The list of a party's works, or of its events where it has none."""
        shelf = self.labels.indexes.shelf("people", party)
        return shelf.path if shelf else event_lists.address("people", party)

    def _work(self, work_id: str, tie: str) -> tuple[RelatedView, str]:
        return named_work(self.catalogue.works[work_id], self.labels), self.ties[tie]

    # -- lists -----------------------------------------------------------------------------

    def list(self, found: EventList) -> EventListView:
        """The events of a year by month, of any other term by year."""
        shelf = self.labels.indexes.shelf(found.way, found.term)
        path = shelf.path if shelf else ""
        events = reversed(found.events) if found.way == "years" else found.events
        return EventListView(
            path=found.path,
            title=self.labels.term(found.way, found.term),
            count=self.count(len(found.events)),
            groups=tuple(self._groups(events, by_month=found.way == "years")),
            works=Link(self.works.publications(len(shelf.works)), path) if shelf else None,
        )

    def _groups(self, events: Iterable[Filed], *, by_month: bool) -> Iterator[EventGroup]:
        groups: dict[str, list[EventLine]] = {}
        for filed in events:
            groups.setdefault(self._heading(filed.value.start, by_month=by_month), []).append(self.line(filed))
        for heading, lines in groups.items():
            yield EventGroup(heading, tuple(lines))

    def _heading(self, start: Issued | None, *, by_month: bool) -> str:
        if start is None:
            return self.words.say("Date not stated")
        if not by_month:
            return str(start.year)
        return self.words.date(Issued(start.year, start.month)) if start.month else self.words.say("Month not stated")

    def all(self) -> EventsView:
        newest = event_lists.newest_first(self.catalogue)
        undated = [filed for filed in newest if not (filed.value.start and filed.value.start.day)]
        return EventsView(
            count=self.count(len(newest)),
            newest=tuple(map(self.line, newest[:NEWEST])),
            years=self._counts("years"),
            countries=self._counts("countries"),
            themes=self._counts("themes"),
            undated=self.count(len(undated)) if undated else "",
        )

    def _counts(self, way: str) -> tuple[Count, ...]:
        found = {each.term: each for each in self.lists.values() if each.way == way}
        return tuple(self._count(found[term]) for term in self.labels.sort(way, list(found)))


# -- pages -----------------------------------------------------------------------------------


def page(stamper: Stamper, filed: Filed) -> OutputFile:
    """The page of an event."""
    view = stamper.events.event(filed)
    section = _section(stamper)
    named = f"[{view.title}]" if view.supplied else view.title
    # Events recur under one title; the date tells them apart where titles stand alone.
    title = f"{named}{stamper.words.before_bracket}({view.date})"
    description = view.summary or f"{view.kind}, {view.date}"
    groups = (*stamper.groupings.naming("event", filed.id), *stamper.learning.naming("event", filed.id))
    head = stamper.heads.event(filed, stamper.events.parties(filed), stamper.language, title, [section])
    return stamper.page(view.path, title, description, "", stamper.body("event.html", view=view, section=section, groups=groups), head)


def list_page(stamper: Stamper, found: EventList) -> OutputFile:
    """The page of a list of events."""
    view = stamper.events.list(found)
    section = _section(stamper)
    title = f"{section.text}: {view.title}"
    description = f"{title}. {view.count}"
    head = stamper.heads.page(view.path, stamper.language, title, trail=[section])
    return stamper.page(view.path, title, description, "", stamper.body("event_list.html", view=view, section=section), head)


def pages(stampers: Sequence[Stamper]) -> Iterator[OutputFile]:
    """The way in to all events in each language; none where there are no events."""
    for stamper in stampers if stampers[0].catalogue.of_kind("event") else ():
        title, view = _section(stamper).text, stamper.events.all()
        lead = stamper.words.say(
            "What was held, when and where, who took part, and which publications came out of it, as far as the sources say."
        )
        head = stamper.heads.page("events", stamper.language, title) + stamper.feed_link("events/feed.xml", title)
        head += f'<link rel="stylesheet" href="{BASE}/assets/stylesheets/pictures.css">'
        charts = EventCharts(stamper.labels).all()
        body = stamper.body("events.html", view=view, title=title, lead=lead, charts=charts)
        yield stamper.page("events", title, lead, "", body, head)


def _section(stamper: Stamper) -> Link:
    return Link(stamper.words.say("Events"), "events")
