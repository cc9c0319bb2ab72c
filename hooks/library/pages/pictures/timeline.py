"""Works by year of issue, stacked by type and by language of the document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from library.catalogue.indexes import NOT_STATED
from library.pages.pictures.lettering import ticks, width
from library.pages.pictures.parts import LETTERS, WIDTH, Wording

YEARS = 20
"""Latest years, which are drawn; earlier ones are stated together, for their sum would dwarf them."""

SERIES = 6
"""Series of a stack, the rest taken together as the last: more patterns are not told apart."""

_TOP, _HEIGHT, _FOOT = 18, 180, 24
_ALL_LABELS = 13
"""Bars under which four figures still stand side by side."""


@dataclass(frozen=True)
class Series:
    """A part of every bar, drawn in the pattern ``style`` (1 to 6). The rest taken together has no path."""

    text: str
    path: str
    style: int
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Segment:
    """A part of a bar; ``number`` may be 0, and is then not drawn."""

    number: int
    shown: str
    title: str
    style: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    """A year, or several taken together. ``label`` is empty where the axis leaves it out for want of room."""

    name: str
    label: str
    path: str
    title: str
    number: int
    shown: str
    x: float
    width: float
    middle: float
    top: float
    segments: tuple[Segment, ...]


@dataclass(frozen=True)
class Tick:
    text: str
    y: float


@dataclass(frozen=True)
class TimelineView:
    """One chart. ``beside`` holds what is stated and not drawn: works of early years, and those without a year."""

    id: str
    title: str
    caption: str
    width: int
    height: int
    left: int
    base: int
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    beside: tuple[Bar, ...]
    dense: bool


class TimelineViews:
    """Makes the two charts in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.counts = wording.counts
        self.say = wording.say
        terms = self.counts.indexes.shelves["years"]
        years = sorted(int(term) for term in terms if term != NOT_STATED)
        first = max(years[0], years[-1] - YEARS + 1) if years else 0
        self.drawn = [str(year) for year in range(first, years[-1] + 1)] if years else []
        self.early = [str(year) for year in years if year < first]
        self.undated = NOT_STATED in terms

    def views(self) -> tuple[TimelineView, ...]:
        """By type, and by language; none where no work has a year."""
        if not self.drawn:
            return ()
        say = self.say
        types = self.counts.most_first("types", self.counts.indexes.shelves["types"])
        return (
            self._chart("types", say("By type"), say("Publications by year and type"), self._series("types", types, say("Other types"))),
            self._chart(
                "languages", say("By language of the document"), say("Publications by year and language of the document"), self._languages()
            ),
        )

    def _series(self, facet: str, terms: Sequence[str], rest: str, style: int = 1, room: int = SERIES) -> tuple[Series, ...]:
        """A series for each term, or for the first of them and one for the rest."""
        single = terms if len(terms) <= room else terms[: room - 1]
        label, path = self.wording.label, self.wording.list_path
        made = [Series(label(facet, term), path(facet, term), at, (term,)) for at, term in enumerate(single, style)]
        if len(terms) > len(single):
            made.append(Series(rest, "", style + len(single), tuple(terms[len(single) :])))
        return tuple(made)

    def _languages(self) -> tuple[Series, ...]:
        """The site's languages, always in its order; others together; then documents whose language is not stated."""
        shelves = self.counts.indexes.shelves["languages"]
        site = [tag for tag in self.wording.labels.catalogue.languages if tag in shelves]
        others = [tag for tag in shelves if tag not in site and tag != NOT_STATED]
        unstated = NOT_STATED in shelves
        first = self._series("languages", [*site, *others], self.say("Other languages"), room=SERIES - unstated)
        return (*first, *(self._series("languages", [NOT_STATED], "", style=SERIES) if unstated else ()))

    # -- a chart ---------------------------------------------------------------------------

    def _chart(self, facet: str, title: str, caption: str, series: tuple[Series, ...]) -> TimelineView:
        numbers = [[self._number(facet, part, [year]) for part in series] for year in self.drawn]
        axis = ticks(max(sum(of_year) for of_year in numbers))
        shown = [self.wording.number(tick) for tick in axis]
        left = 8 + round(max(width(text, LETTERS) for text in shown))
        unit = _HEIGHT / axis[-1]
        pitch = (WIDTH - left) / len(self.drawn)
        every = -(-len(self.drawn) // _ALL_LABELS)
        bars = tuple(
            self._bar(
                self.wording.label("years", year),
                self.wording.list_path("years", year),
                series,
                of_year,
                unit,
                left + at * pitch,
                pitch,
                labelled=(len(self.drawn) - 1 - at) % every == 0,
            )
            for at, (year, of_year) in enumerate(zip(self.drawn, numbers, strict=True))
        )
        return TimelineView(
            id=facet,
            title=title,
            caption=caption,
            width=WIDTH,
            height=_TOP + _HEIGHT + _FOOT,
            left=left,
            base=_TOP + _HEIGHT,
            series=series,
            bars=bars,
            ticks=tuple(Tick(text, round(_TOP + _HEIGHT - tick * unit, 2)) for text, tick in zip(shown, axis, strict=True)),
            beside=tuple(self._beside(facet, series)),
            dense=len(self.drawn) > _ALL_LABELS,
        )

    def _beside(self, facet: str, series: tuple[Series, ...]) -> Iterable[Bar]:
        if self.early:
            name = self.say("%(year)s and earlier", year=self.early[-1])
            yield self._bar(name, "years/", series, [self._number(facet, part, self.early) for part in series])
        if self.undated:
            name, path = self.wording.labels.term("years", NOT_STATED), self.wording.list_path("years", NOT_STATED)
            yield self._bar(name, path, series, [self._number(facet, part, [NOT_STATED]) for part in series])

    def _number(self, facet: str, series: Series, years: Sequence[str]) -> int:
        return sum(self.counts.both(facet, term, "years", year) for term in series.terms for year in years)

    def _bar(
        self,
        name: str,
        path: str,
        series: tuple[Series, ...],
        numbers: list[int],
        unit: float = 0,
        x: float = 0,
        pitch: float = 0,
        *,
        labelled: bool = False,
    ) -> Bar:
        total = self.wording.number(sum(numbers))
        segments: list[Segment] = []
        y = float(_TOP + _HEIGHT)
        for part, number in zip(series, numbers, strict=True):
            y -= number * unit
            shown = self.wording.number(number)
            segments.append(
                Segment(
                    number,
                    shown,
                    self.say("%(name)s: %(count)s", name=part.text, count=shown),
                    part.style,
                    round(y, 2),
                    round(number * unit, 2),
                )
            )
        return Bar(
            name=name,
            label=name if labelled else "",
            path=path,
            title=self.say("%(name)s: %(count)s", name=name, count=total),
            number=sum(numbers),
            shown=total,
            x=round(x + pitch * 0.08, 2),
            width=round(pitch * 0.84, 2),
            middle=round(x + pitch / 2, 2),
            top=round(y - 5, 2),
            segments=tuple(segments),
        )
