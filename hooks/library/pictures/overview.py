"""The page of pictures in one language."""

from __future__ import annotations

from dataclasses import dataclass

from ..indexes import Indexes
from ..labels import Labels
from .counts import Counts
from .language_gaps import GapsView, GapsViews
from .matrix import MatrixView, MatrixViews
from .parts import Wording
from .tile_map import MapView, MapViews
from .timeline import TimelineView, TimelineViews


@dataclass(frozen=True)
class OverviewView:
    """The four pictures. ``timelines`` is empty and ``matrix`` None where the catalogue has nothing to draw."""

    title: str
    lead: str
    map: MapView
    timelines: tuple[TimelineView, ...]
    matrix: MatrixView | None
    gaps: GapsView


class OverviewViews:
    """Makes the page of pictures; counts when asked for the view, so that making this costs nothing."""

    def __init__(self, labels: Labels, indexes: Indexes) -> None:
        self.labels = labels
        self.indexes = indexes

    def view(self) -> OverviewView:
        wording = Wording(self.labels, Counts(self.indexes))
        say = wording.say
        return OverviewView(
            title=say("The collection in pictures"),
            lead=say("Which countries, years, themes and languages the publications cover, and where there are gaps."),
            map=MapViews(wording).view(),
            timelines=TimelineViews(wording).views(),
            matrix=MatrixViews(wording).view(),
            gaps=GapsViews(wording).view(),
        )
