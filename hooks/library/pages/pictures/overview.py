"""The page of pictures in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from library.catalogue.checks.addresses import further
from library.catalogue.indexes import Indexes
from library.catalogue.missing import counted, missing
from library.pages.pictures.concerns import ConcernsView, concerns
from library.pages.pictures.counts import Counts
from library.pages.pictures.language_gaps import GapsView, GapsViews
from library.pages.pictures.matrix import MatrixView, MatrixViews
from library.pages.pictures.parts import Wording
from library.pages.pictures.tile_map import MapView, MapViews
from library.pages.pictures.timeline import TimelineView, TimelineViews
from library.words.labels import Labels, Link


@dataclass(frozen=True)
class OverviewView:
    """The four pictures, and what is not there yet.

    ``timelines`` is empty and ``matrix`` None where the catalogue has nothing to draw; ``missing`` has a language's name
    with its numbers of titles and summaries to come, and is empty where nothing is missing. ``further`` leads to pages that
    only some libraries have.
    """

    title: str
    lead: str
    map: MapView
    timelines: tuple[TimelineView, ...]
    matrix: MatrixView | None
    gaps: GapsView
    missing: tuple[tuple[str, str, str], ...]
    concerns: ConcernsView | None
    further: tuple[Link, ...]


class OverviewViews:
    """Makes the page of pictures; counts when asked for the view, so that making this costs nothing."""

    def __init__(self, labels: Labels, indexes: Indexes) -> None:
        self.labels = labels
        self.indexes = indexes

    def view(self) -> OverviewView:
        wording = Wording(self.labels, Counts(self.indexes))
        say = wording.say
        titles = {"results": say("Results"), "elsewhere": say("Elsewhere")}
        return OverviewView(
            title=say("The collection in charts"),
            lead=say("Which countries, years, themes and languages the publications cover, and where there are gaps."),
            map=MapViews(wording).view(),
            timelines=TimelineViews(wording).views(),
            matrix=MatrixViews(wording).view(),
            gaps=GapsViews(wording).view(),
            missing=tuple(self._missing()),
            concerns=concerns(wording),
            further=tuple(Link(titles[path], path) for path in further(self.labels.catalogue)),
        )

    def _missing(self) -> Iterator[tuple[str, str, str]]:
        labels = self.labels
        counts = counted(missing(labels.catalogue), labels.catalogue.languages)
        for language in labels.catalogue.languages:
            titles, summaries = counts.get(("title", language), 0), counts.get(("summary", language), 0)
            if titles or summaries:
                yield labels.vocabulary("languages", language), labels.words.number(titles), labels.words.number(summaries)
