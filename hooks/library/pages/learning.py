"""What the pages of courses, modules, lectures and recordings show. A recording is a link with a still picture, never a player."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from library.catalogue import titles
from library.catalogue.catalogue import Filed
from library.catalogue.kinds.learning import seconds
from library.catalogue.titles import Shown
from library.pages.covers.designs import design_of_theme
from library.pages.covers.motif_files import path_of
from library.pages.events import EventLine, EventViews
from library.pages.groupings import GroupingsView, Row
from library.pages.reasons import RelatedView, named_work
from library.pages.work import Person, SourceView, said_of_summary
from library.press.output import OutputFile
from library.words.labels import Link
from library.words.learning import learning_forms, learning_lists

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


@dataclass(frozen=True)
class LearningView:
    """Everything on the page of something to learn from.

    ``still`` is the path of the picture that stands for it, ``family`` the colour behind that; ``ways`` are groups of
    lines under headings: what it is a part of, what it holds, where it is used, the event it was recorded at.
    """

    path: str
    title: str
    title_language: str
    title_said: str
    supplied: bool
    form: str
    summary: str
    summary_language: str
    summary_said: str
    rows: tuple[Row, ...]
    transcripts: tuple[tuple[str, str, str], ...]
    speakers: tuple[Person, ...]
    works: tuple[RelatedView, ...]
    ways: tuple[tuple[str, tuple[EventLine, ...]], ...]
    address: str
    to_it: str
    recording: bool
    still: str
    family: int
    sources: tuple[SourceView, ...]
    correct: str


class LearningViews:
    """Makes views of things to learn from in one language."""

    def __init__(self, events: EventViews) -> None:
        self.events = events
        self.works = events.works
        self.labels = events.labels
        self.words = events.words
        self.language = events.language
        self.catalogue = events.catalogue
        self.forms = learning_forms(self.words.say)

    def line(self, filed: Filed) -> EventLine:
        value, shown = filed.value, self._title(filed)
        date = self.words.date(value.issued) if value.issued else ""
        facts = (self.forms[value.form], date, self._duration(value.duration))
        return EventLine(filed.address, shown.text, shown.language_beside(self.language), shown.supplied, " · ".join(filter(None, facts)))

    def naming(self, kind: str, record_id: str) -> tuple[tuple[str, tuple[EventLine, ...]], ...]:
        """What draws on a work, or was recorded at an event, under its heading; empty where there is none."""
        found = tuple(map(self.line, self._naming(kind, record_id)))
        return ((self.words.say("Learning"), found),) if found else ()

    def _naming(self, kind: str, record_id: str) -> tuple[Filed, ...]:
        return tuple(filed for filed in self.catalogue.naming.get((kind, record_id), ()) if filed.kind.name == "learning")

    def _title(self, filed: Filed) -> Shown:
        return titles.of_texts(filed.value.title, filed.value.supplied.title, self.language)

    def _duration(self, duration: str | None) -> str:
        """Whole minutes, as many as begin; what takes less than one minute is one."""
        if not duration:
            return ""
        return self.words.plural("%(num)s minute", "%(num)s minutes", -(-seconds(duration) // 60))

    def view(self, filed: Filed) -> LearningView:
        value, say = filed.value, self.words.say
        title, summary = self._title(filed), titles.of_texts(value.summary, value.supplied.summary, self.language)
        design = design_of_theme(value.themes[0] if value.themes else None, list(self.forms).index(value.form), self.catalogue)
        to_it = {"video": say("Watch at %(host)s"), "audio": say("Listen at %(host)s")}
        return LearningView(
            path=filed.address,
            title=title.text,
            title_language=title.language_beside(self.language),
            title_said=self.works.said_of_title(title),
            supplied=title.supplied,
            form=self.forms[value.form],
            summary=summary.text,
            summary_language=summary.language_beside(self.language),
            summary_said=said_of_summary(summary, self.labels) if summary.text else "",
            rows=tuple(self._rows(value)),
            transcripts=tuple(
                (self.labels.vocabulary("languages", each.language), each.language, each.address) for each in value.transcripts
            ),
            speakers=tuple(self._speaker(speaker, value) for speaker in value.speakers),
            works=tuple(map(self._work, value.works)),
            ways=tuple(self._ways(filed)),
            address=value.address or "",
            to_it=to_it.get(value.form, say("Open at %(host)s")),
            recording=value.form in to_it,
            still=path_of(design),
            family=design.family,
            sources=tuple(self.works.source(source) for source in value.provenance),
            correct=self.works.correct(filed.record.name),
        )

    def _rows(self, value: Any) -> Iterator[Row]:
        say, unknown = self.words.say, (Link(self.words.say("not stated")),)
        spoken, captions = (
            tuple(Link(self.labels.vocabulary("languages", tag)) for tag in tags) or unknown for tags in (value.languages, value.captions)
        )
        yield Row(say("Languages"), spoken)
        yield Row(say("Date"), (Link(self.words.date(value.issued)),) if value.issued else unknown)
        yield Row(say("Duration"), (Link(self._duration(value.duration)),) if value.duration else unknown)
        if value.form in ("video", "audio"):
            yield Row(say("Captions"), captions)
        yield Row(say("Offered by"), (self._party(value.provider),) if value.provider else unknown)
        yield Row(say("Themes"), tuple(self._term("themes", theme) for theme in value.themes) or unknown)
        if value.countries:
            yield Row(say("Countries"), tuple(self._term("countries", code) for code in value.countries))

    def _term(self, facet: str, term: str) -> Link:
        shelf = self.labels.indexes.shelf(facet, term)
        return Link(self.labels.term(facet, term), shelf.path if shelf else "")

    def _party(self, party: str) -> Link:
        shelf = self.labels.indexes.shelf("people", party)
        found = self.events.of_term("people", party)
        return Link(self.labels.party(party), shelf.path if shelf else found.path if found else "")

    def parties(self, filed: Filed) -> dict[str, str]:
        """The paths of the pages of those whom it names, by id; only of those who have one."""
        value = filed.value
        named = [*(speaker.party for speaker in value.speakers), *([value.provider] if value.provider else [])]
        return {party: path for party in named if (path := self._party(party).path)}

    def _speaker(self, speaker: Any, value: Any) -> Person:
        person = self.catalogue.vocabularies["parties"][speaker.party].kind == "person"
        name = speaker.name if person and speaker.name else self.labels.party(speaker.party, value.issued)
        return Person(name, self._party(speaker.party).path, "", speaker.affiliation or "")

    def _work(self, work_id: str) -> RelatedView:
        return named_work(self.catalogue.works[work_id], self.labels)

    def _ways(self, filed: Filed) -> Iterator[tuple[str, tuple[EventLine, ...]]]:
        """Where it leads, under headings; one that would be empty is left out."""
        value, say, held = filed.value, self.words.say, self.catalogue.of_kind("learning")
        naming = self._naming("learning", filed.id)
        events = [self.catalogue.of_kind("event")[value.event]] if value.event else []
        ways = (
            (say("Part of"), tuple(self.line(held[whole]) for whole in ([value.part_of] if value.part_of else []))),
            (say("Its parts"), tuple(self.line(other) for other in naming if other.value.part_of == filed.id)),
            (say("Used in"), tuple(self.line(held[other]) for other in value.used_in)),
            (say("Used in it"), tuple(self.line(other) for other in naming if filed.id in other.value.used_in)),
            (say("Held or recorded at"), tuple(map(self.events.line, events))),
        )
        return (way for way in ways if way[1])

    def all(self) -> GroupingsView:
        """All of them, by what they are."""
        say, records = self.words.say, list(self.catalogue.of_kind("learning").values())
        by_form = ((heading, [filed for filed in records if filed.value.form == form]) for form, heading in learning_lists(say).items())
        groups = tuple((heading, tuple(map(self.line, found))) for heading, found in by_form if found)
        count = self.words.plural("%(num)s learning resource", "%(num)s learning resources", len(records))
        lead = say(
            "Courses, their modules, lectures and recordings, with their languages, lengths and captions as far as sources state them."
        )
        return GroupingsView(say("Learning"), lead, count, groups, "learning")


# -- pages -----------------------------------------------------------------------------------


def page(stamper: Stamper, filed: Filed) -> OutputFile:
    """The page of a course, a module, a lecture or a recording."""
    view = stamper.learning.view(filed)
    section = Link(stamper.words.say("Learning"), filed.kind.collection)
    title = f"[{view.title}]" if view.supplied else view.title
    description = view.summary or f"{view.form}: {title}"
    still = f"{stamper.site.url}{view.still}"
    head = stamper.heads.learning(filed, stamper.learning.parties(filed), still, stamper.language, title, [section])
    body = stamper.body("learning.html", view=view, section=section)
    return stamper.page(view.path, title, description, "", body, head)


def pages(stampers: Sequence[Stamper]) -> Iterator[OutputFile]:
    """The page of all of them in each language; none where there are none."""
    for stamper in stampers if stampers[0].catalogue.of_kind("learning") else ():
        view = stamper.learning.all()
        head = stamper.heads.page(view.table, stamper.language, view.title) + stamper.feed_link("learning/feed.xml", view.title)
        yield stamper.page(view.table, view.title, view.lead, "", stamper.body("groupings.html", view=view), head)
