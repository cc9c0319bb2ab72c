"""What pages of series show of their run: the parts that are listed, and those that a source speaks of and that are not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from library.catalogue import rounds, titles
from library.catalogue.authorities import Series
from library.catalogue.rounds import Part
from library.pages.work import SourceView, WorkViews
from library.words.labels import Link, frequency_labels


@dataclass(frozen=True)
class PartView:
    """A part of a series. ``works`` leads to its only work, or says how many it has; of a gap ``said`` tells on what evidence it stands here."""

    label: str
    works: Link | None
    said: str


@dataclass(frozen=True)
class RunView:
    """The run of a series. ``gaps``: whether there are parts of which nothing is listed."""

    id: str
    title: str
    frequency: str
    since: str
    scope: str
    parts: tuple[PartView, ...]
    gaps: bool
    sources: tuple[SourceView, ...]
    correct: str


class RunViews:
    """Makes views of runs in one language."""

    def __init__(self, works: WorkViews) -> None:
        self.works = works
        self.labels = works.labels
        self.words = works.words
        self.indexes = works.labels.indexes

    def of(self, series: Series) -> RunView | None:
        """The run of a series; None where nothing is known of it but its works."""
        if not rounds.has_line(self.indexes, series):
            return None
        say, parts = self.words.say, rounds.line(self.indexes, series)
        told = dict.fromkeys([*series.provenance, *(source for part in parts for source in part.provenance)])
        record, _ = self.works.catalogue.vocabularies["series"].stands[series.id]
        return RunView(
            id=series.id,
            title=self.labels.vocabulary("series", series.id),
            frequency=frequency_labels(say)[series.frequency] if series.frequency else say("not stated"),
            since=self.words.date(series.since) if series.since else "",
            scope=series.scope[self.labels.language] if series.scope else "",
            parts=tuple(map(self._part, parts)),
            gaps=any(not part.works for part in parts),
            sources=tuple(self.works.source(source) for source in told),
            correct=self.works.correct(record.name),
        )

    def without_works(self) -> tuple[RunView, ...]:
        """Runs of the series that have no list of works, since none is in the series itself."""
        vocabulary = self.works.catalogue.vocabularies["series"]
        bare = (vocabulary[term_id] for term_id in vocabulary if not self.indexes.shelf("series", term_id))
        return tuple(view for series in bare if (view := self.of(series)))

    def _part(self, part: Part) -> PartView:
        say = self.words.say
        label = say("No. %(number)s", number=part.number) if part.number else part.year or say("Year not stated")
        if part.number and part.year:
            label = say("%(part)s, %(year)s", part=label, year=part.year)
        if not part.works:
            return PartView(label, None, _evidence(say)[part.evidence])
        if len(part.works) == 1:
            [placed] = part.works
            shown = titles.title(placed.work, self.labels.language)
            return PartView(label, Link(shown.marked, placed.address, shown.language_beside(self.labels.language)), "")
        return PartView(label, Link(self.words.plural("%(num)s publication", "%(num)s publications", len(part.works))), "")


def _evidence(say: Callable[..., str]) -> dict[str, str]:
    """On what evidence a part is named of which the library has nothing; the word for one whose works were withdrawn is the last."""
    return {
        "planned": say("planned; not listed in the library"),
        "reported": say("reported as published; not listed in the library"),
        "follows": say("to be expected by its frequency; not listed in the library"),
        rounds.NUMBERING: say("follows from the numbering; not listed in the library"),
        "": say("not listed in the library"),
    }
