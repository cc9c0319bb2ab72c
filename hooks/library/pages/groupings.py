"""What the pages of alliances and projects show: what stands behind publications and events, as far as sources say so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from library.catalogue import titles
from library.catalogue.catalogue import Filed
from library.catalogue.titles import Shown
from library.pages.events import EventLine, EventViews
from library.pages.reasons import RelatedView, named_work
from library.pages.work import Person, SourceView, said_of_summary
from library.press.output import OutputFile
from library.words.labels import Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

KINDS = ("alliance", "project")
"""Kinds whose records group works and events."""


@dataclass(frozen=True)
class Row:
    """A label with texts that may lead somewhere; ``language`` is set where they are not in the page's."""

    label: str
    links: tuple[Link, ...]
    language: str = ""


@dataclass(frozen=True)
class GroupingView:
    """Everything on the page of an alliance or a project. ``standing`` says whether it is named, counted or planned.

    ``funding`` has the funder, the sum and the number of each award; ``credit`` the sentence that works of a project print.
    """

    path: str
    title: str
    title_language: str
    title_said: str
    supplied: bool
    standing: str
    summary: str
    summary_language: str
    summary_said: str
    rows: tuple[Row, ...]
    funding: tuple[tuple[Person, str, str], ...]
    credit: str
    credit_language: str
    works: tuple[RelatedView, ...]
    works_title: str
    events: tuple[EventLine, ...]
    sources: tuple[SourceView, ...]
    correct: str


@dataclass(frozen=True)
class GroupingsView:
    """All alliances or projects, in groups by their standing; a group without a heading holds all."""

    title: str
    lead: str
    count: str
    groups: tuple[tuple[str, tuple[EventLine, ...]], ...]
    table: str


class GroupingViews:
    """Makes views of alliances and projects in one language."""

    def __init__(self, events: EventViews) -> None:
        self.events = events
        self.works = events.works
        self.labels = events.labels
        self.words = events.words
        self.language = events.language
        self.catalogue = events.catalogue
        say = self.words.say
        self.standings = {
            "named": say("Named by the sources"),
            "counted": say("Counted but not named by the sources"),
            "planned": say("Planned: whether they began is not stated"),
        }

    def naming(self, kind: str, record_id: str) -> tuple[tuple[str, tuple[EventLine, ...]], ...]:
        """The alliances and the projects that name a work or an event, each kind under its heading."""
        say = self.words.say
        found = self.catalogue.naming.get((kind, record_id), ())
        groups = ((say("Alliance"), "alliance"), (say("Project"), "project"))
        made = [(heading, tuple(self.line(filed) for filed in found if filed.kind.name == name)) for heading, name in groups]
        return tuple(group for group in made if group[1])

    def credits(self, work_id: str) -> tuple[tuple[str, str], ...]:
        """The sentences by which a work names its funding, each with its language where that is not the page's."""
        found = []
        for filed in self.catalogue.naming.get(("work", work_id), ()):
            if filed.kind.name == "project" and filed.value.credit:
                shown = titles.of_texts(filed.value.credit, (), self.language)
                found.append((shown.text, shown.language_beside(self.language)))
        return tuple(found)

    def line(self, filed: Filed) -> EventLine:
        shown = self._title(filed)
        return EventLine(filed.address, shown.text, shown.language_beside(self.language), shown.supplied, self._facts(filed.value))

    def _title(self, filed: Filed) -> Shown:
        return titles.of_texts(filed.value.title, filed.value.supplied.title, self.language)

    def _facts(self, value: Any) -> str:
        """Of an alliance when it was founded and its members, of a project its years."""
        if hasattr(value, "members"):
            founded = [str(value.founded)] if value.founded else []
            planned = [value.planned_for] if value.planned_for else []
            return " · ".join([*founded, *planned, ", ".join(self._countries(value.members))]).strip(" ·")
        years = "–".join(dict.fromkeys(str(day.year) for day in (value.start, value.end) if day))
        return " · ".join(filter(None, (years, ", ".join(self.labels.party(funding.party) for funding in value.funders))))

    def _countries(self, codes: Sequence[str]) -> list[str]:
        return [self.labels.vocabulary("countries", code) for code in self.labels.sort("countries", list(codes))]

    def view(self, filed: Filed) -> GroupingView:
        value, say = filed.value, self.words.say
        alliance = filed.kind.name == "alliance"
        title, summary = self._title(filed), titles.of_texts(value.summary, value.supplied.summary, self.language)
        credit = titles.of_texts({} if alliance else value.credit, (), self.language)
        events = self.catalogue.of_kind("event")
        return GroupingView(
            path=filed.address,
            title=title.text,
            title_language=title.language_beside(self.language),
            title_said=self.works.said_of_title(title),
            supplied=title.supplied,
            standing=self.standings[value.standing] if alliance else "",
            summary=summary.text,
            summary_language=summary.language_beside(self.language),
            summary_said=said_of_summary(summary, self.labels) if summary.text else "",
            rows=tuple(self._alliance(value) if alliance else self._project(value)),
            funding=() if alliance else tuple(self._funding(funding) for funding in value.funders),
            credit=credit.text,
            credit_language=credit.language_beside(self.language),
            works=tuple(map(self._work, value.works)),
            works_title=say("Publications that came out of it") if alliance else say("Publications of the project"),
            events=tuple(self.events.line(events[event]) for event in value.events),
            sources=tuple(self.works.source(source) for source in value.provenance),
            correct=self.works.correct(filed.record.name),
        )

    def _alliance(self, value: Any) -> Iterator[Row]:
        say, unknown = self.words.say, (Link(self.words.say("not stated")),)
        yield Row(say("Member countries"), tuple(map(Link, self._countries(value.members))) or unknown)
        if value.member_bodies:
            yield Row(say("Member bodies"), tuple(self._party(party) for party in value.member_bodies))
        if value.standing != "planned":
            yield Row(say("Founded"), (Link(self.words.date(value.founded)),) if value.founded else unknown)
        if value.planned_for:
            yield Row(say("Planned for"), (Link(value.planned_for),), "en")
        if value.order:
            yield Row(say("By order"), (Link(self.words.number(value.order)),))
        if value.also_printed:
            yield Row(say("Also printed as"), tuple(map(Link, value.also_printed)), "en")

    def _project(self, value: Any) -> Iterator[Row]:
        say, unknown = self.words.say, (Link(self.words.say("not stated")),)
        yield Row(say("Start, as printed"), (Link(self.words.date(value.start)),) if value.start else unknown)
        yield Row(say("End, as printed"), (Link(self.words.date(value.end)),) if value.end else unknown)
        yield Row(say("Number"), tuple(map(Link, value.numbers)) or unknown)
        yield Row(say("Budget, as printed"), (Link(value.budget),) if value.budget else unknown)
        yield Row(say("Implemented by"), (self._party(value.implemented_by),) if value.implemented_by else unknown)
        if value.partners:
            yield Row(say("Partners and responsible parties"), tuple(self._party(partner.party) for partner in value.partners))
        if value.countries:
            yield Row(say("Countries"), tuple(map(Link, self._countries(value.countries))))
        if value.also_printed:
            yield Row(say("Also printed as"), tuple(map(Link, value.also_printed)), "en")

    def parties(self, filed: Filed) -> dict[str, str]:
        """The paths of the pages of those whom a record names, by id; only of those who have one."""
        value = filed.value
        named = [
            *getattr(value, "member_bodies", ()),
            *(each.party for each in (*getattr(value, "funders", ()), *getattr(value, "partners", ()))),
        ]
        named += [value.implemented_by] if getattr(value, "implemented_by", None) else []
        return {party: path for party in named if (path := self._party(party).path)}

    def _party(self, party: str) -> Link:
        shelf = self.labels.indexes.shelf("people", party)
        found = self.events.of_term("people", party)
        return Link(self.labels.party(party), shelf.path if shelf else found.path if found else "")

    def _funding(self, funding: Any) -> tuple[Person, str, str]:
        link = self._party(funding.party)
        return Person(link.text, link.path, "", ""), funding.amount or self.words.say("not stated"), funding.award or ""

    def _work(self, work_id: str) -> RelatedView:
        return named_work(self.catalogue.works[work_id], self.labels)

    def all(self, kind: str) -> GroupingsView:
        say, plural = self.words.say, self.words.plural
        records = list(self.catalogue.of_kind(kind).values())
        number = len(records)
        if kind == "project":
            lead = say("Projects behind the events and publications, and who funds them, as far as the sources say.")
            ordered = sorted(records, key=lambda filed: (filed.value.start is None, str(filed.value.start or ""), filed.id))
            groups: tuple[tuple[str, tuple[EventLine, ...]], ...] = (("", tuple(map(self.line, ordered))),)
            return GroupingsView(say("Projects"), lead, plural("%(num)s project", "%(num)s projects", number), groups, "projects")
        lead = say("Groups of countries and bodies that learn from one another, as far as the sources say.")
        by_standing = [(heading, [filed for filed in records if filed.value.standing == name]) for name, heading in self.standings.items()]
        groups = tuple((heading, tuple(map(self.line, sorted(found, key=_order)))) for heading, found in by_standing if found)
        return GroupingsView(say("Alliances"), lead, plural("%(num)s alliance", "%(num)s alliances", number), groups, "alliances")


def _order(filed: Filed) -> tuple[int, str]:
    return filed.value.order or 100, filed.id


# -- pages -----------------------------------------------------------------------------------


def page(stamper: Stamper, filed: Filed) -> OutputFile:
    """The page of an alliance or a project."""
    view = stamper.groupings.view(filed)
    section = Link(stamper.groupings.all(filed.kind.name).title, filed.kind.collection)
    title = f"[{view.title}]" if view.supplied else view.title
    description = view.summary or title
    parties = stamper.groupings.parties(filed)
    head = stamper.heads.grouping(filed, parties, stamper.language, title, [section])
    return stamper.page(view.path, title, description, "", stamper.body("grouping.html", view=view, section=section), head)


def pages(stampers: Sequence[Stamper]) -> Iterator[OutputFile]:
    """The page of all alliances and that of all projects in each language; none of a kind of which there are no records."""
    for stamper in stampers:
        for kind in filter(_held(stamper), KINDS):
            view = stamper.groupings.all(kind)
            head = stamper.heads.page(view.table, stamper.language, view.title)
            head += stamper.feed_link(f"{view.table}/feed.xml", view.title)
            yield stamper.page(view.table, view.title, view.lead, "", stamper.body("groupings.html", view=view), head)


def _held(stamper: Stamper) -> Callable[[str], bool]:
    return lambda kind: bool(stamper.catalogue.of_kind(kind))
