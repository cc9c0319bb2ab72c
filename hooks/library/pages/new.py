"""The page of what was added to the library, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.catalogue.catalogue import Placed
from library.machines import additions
from library.press.output import OutputFile
from library.words.labels import Link

if TYPE_CHECKING:
    from library.pages.stamper import Stamper

SHOWN = 300
"""Titles on the page, some 60 KB; of what was added before each month is named with its number."""


@dataclass(frozen=True)
class MonthView:
    """A month with its titles as far as they are shown; ``more`` says how many are not."""

    title: str
    anchor: str
    count: str
    works: tuple[Placed, ...]
    more: str


def months(stamper: Stamper, shown: int = SHOWN) -> Iterator[MonthView]:
    """The months in which something was added, the last first."""
    words = stamper.words
    for month in additions.by_month(stamper.library.indexes.newest):
        works = month.works[:shown]
        shown -= len(works)
        more = len(month.works) - len(works)
        yield MonthView(
            title=additions.heading(month, words),
            anchor=month.anchor,
            count=words.plural("%(num)s publication", "%(num)s publications", len(month.works)),
            works=works,
            more=additions.said_of_more(words, more) if works and more else "",
        )


def page(stamper: Stamper) -> OutputFile:
    say = stamper.words.say
    title = say("New in the library")
    lead = say("Titles by the month in which they were added to the library")
    body = stamper.body(
        "new.html",
        title=title,
        lead=lead,
        months=tuple(months(stamper)),
        feed=additions.FEED,
        section=Link(say("Publications"), "publications"),
        line=lambda placed: stamper.line(placed, told=False),
    )
    head = stamper.heads.page(additions.PATH, stamper.language, title) + stamper.feed_link(additions.FEED, title)
    return stamper.page(additions.PATH, title, lead, "publications", body, head)
