"""Pictures of the events: how many a year by format and by theme, and the share of women. Each says what is not stated.

The drawing and its table are made of the same rows; numbers are those of the records, and nothing is estimated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from library.catalogue import event_lists
from library.catalogue.catalogue import Filed
from library.catalogue.event_lists import UNDATED
from library.words.events import event_formats
from library.words.labels import Labels

WIDTH = 300
"""Width of a bar in units of the drawing, which is stretched to the room there is."""

THEMES = 5
"""Themes that have a pattern of their own; the others are taken together."""


@dataclass(frozen=True)
class Column:
    """A part of every bar, drawn in the pattern ``style`` (1 to 6); 0: in the table alone. ``path`` is that of its list, if it has one."""

    text: str
    style: int
    path: str = ""


@dataclass(frozen=True)
class Part:
    """A number of a row: as shown, in words, and where it is drawn. ``length`` is 0 for what is not drawn."""

    shown: str
    title: str
    style: int
    at: float
    length: float


@dataclass(frozen=True)
class YearRow:
    """A year with its parts, one for each column, and what stands at the end of its bar."""

    name: str
    path: str
    parts: tuple[Part, ...]
    total: str


@dataclass(frozen=True)
class EventChart:
    """One chart. ``said`` tells what its numbers are and what is not stated; ``total`` heads the last column of the table."""

    id: str
    title: str
    caption: str
    said: str
    columns: tuple[Column, ...]
    total: str
    rows: tuple[YearRow, ...]


class EventCharts:
    """Makes the charts of events in one language."""

    def __init__(self, labels: Labels) -> None:
        self.labels = labels
        self.words = labels.words
        self.say = labels.words.say
        lists = [found for found in labels.indexes.events.values() if found.way == "years"]
        self.years = sorted(lists, key=lambda found: (found.term == UNDATED, found.term))

    def all(self) -> tuple[EventChart, ...]:
        """The three charts; none where there are no events."""
        return (self.by_format(), self.by_theme(), self.women()) if self.years else ()

    def _row(self, year: event_lists.EventList, columns: Sequence[Column], numbers: Sequence[int], unit: float, total: str) -> YearRow:
        parts, at = [], 0.0
        for column, number in zip(columns, numbers, strict=True):
            shown, length = self.words.number(number), number * unit if column.style else 0
            title = self.say("%(name)s: %(count)s", name=column.text, count=shown)
            parts.append(Part(shown, title, column.style, round(at, 2), round(length, 2)))
            at += length
        return YearRow(self.labels.term("years", year.term), year.path, tuple(parts), total)

    def _counted(self, columns: Sequence[Column], counts: Callable[[Any], Iterable[int]]) -> tuple[YearRow, ...]:
        """A row for each year; ``counts`` gives the places of the columns in which an event is counted."""
        numbers = []
        for year in self.years:
            of_year = [0] * len(columns)
            for filed in year.events:
                for place in counts(filed.value):
                    of_year[place] += 1
            numbers.append(of_year)
        unit = WIDTH / max(1, *(sum(of_year) for of_year in numbers))
        return tuple(
            self._row(year, columns, of_year, unit, self.words.number(len(year.events)))
            for year, of_year in zip(self.years, numbers, strict=True)
        )

    def by_format(self) -> EventChart:
        say, formats = self.say, event_formats(self.say)
        columns = [Column(label, style) for style, label in enumerate(formats.values(), 1)] + [Column(say("not stated"), 6)]
        places = {name: place for place, name in enumerate(formats)}
        unstated = sum(1 for filed in self._events() if not filed.value.format)
        return EventChart(
            "formats",
            say("Events a year, by how people met"),
            say("Events by year and how people met"),
            say("Events of which no source says how people met: %(num)s.", num=self.words.number(unstated)),
            tuple(columns),
            say("Total"),
            self._counted(columns, lambda event: [places[event.format] if event.format else len(formats)]),
        )

    def by_theme(self) -> EventChart:
        """By the broadest themes, most events first; an event is counted once in each, however many narrower ones it has."""
        say, vocabulary = self.say, self.labels.catalogue.vocabularies["themes"]

        def tops(event: Any) -> list[str]:
            return list(dict.fromkeys((theme, *vocabulary.ancestors(theme))[-1] for theme in event.themes))

        counted: dict[str, int] = {}
        for filed in self._events():
            for theme in tops(filed.value):
                counted[theme] = counted.get(theme, 0) + 1
        ordered = sorted(self.labels.sort("themes", list(counted)), key=lambda theme: -counted[theme])
        single, rest = (ordered[:THEMES], ordered[THEMES:]) if len(ordered) > THEMES + 1 else (ordered, [])
        places = {theme: place for place, theme in enumerate(single)} | dict.fromkeys(rest, len(single))
        columns = [
            Column(self.labels.term("themes", theme), style, event_lists.address("themes", theme)) for style, theme in enumerate(single, 1)
        ]
        columns += [Column(say("Other themes"), 6)] if rest else []
        columns += [Column(say("No theme stated"), 0)]
        without = sum(1 for filed in self._events() if not filed.value.themes)
        return EventChart(
            "themes",
            say("Events a year, by theme"),
            say("Events by year and theme"),
            say(
                "An event with several themes is counted in each of them, so that the parts may be more than the total. Events without a theme: %(num)s.",
                num=self.words.number(without),
            ),
            tuple(columns),
            say("Total"),
            self._counted(columns, lambda event: [places[theme] for theme in tops(event)] or [len(columns) - 1]),
        )

    def women(self) -> EventChart:
        """Of the participants of those events alone for which both figures are stated."""
        say, rows, unstated = self.say, [], 0
        columns = (Column(say("Women"), 1), Column(say("Participants"), 0), Column(say("Events that state both"), 0))
        for year in self.years:
            both = [filed.value for filed in year.events if filed.value.participants and filed.value.women is not None]
            unstated += len(year.events) - len(both)
            women, participants = sum(event.women for event in both), sum(event.participants for event in both)
            share = self.words.percent(women / participants) if participants else say("not stated")
            unit = WIDTH / participants if participants else 0
            rows.append(self._row(year, columns, (women, participants, len(both)), unit, share))
        said = [say("Of the events alone for which both figures are stated; who came to several is counted in each.")]
        if unstated:
            said.append(say("Events left out because a figure is not stated: %(num)s.", num=self.words.number(unstated)))
        return EventChart(
            "women",
            say("Share of women among participants"),
            say("Women among participants, by year"),
            " ".join(said),
            columns,
            say("Share of women"),
            tuple(rows),
        )

    def _events(self) -> Iterable[Filed]:
        return (filed for year in self.years for filed in year.events)
