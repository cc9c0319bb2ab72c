"""What was added to the library, month by month, and the feed that tells of each month once.

The feed of all publications has an entry for each work; this one is for those who want to hear
of new titles once a month. The entry of the month that is still running is updated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.catalogue.dates import Issued
from library.machines.changes import escape, instant, last_change
from library.machines.feeds import MEDIA_TYPE, Feeds, feed_head, latest
from library.press.output import OutputFile
from library.words.translations import Words

PATH = "new"
"""Address of the page below its language's root."""

FEED = f"{PATH}/feed.xml"

FEED_MONTHS = 12
"""Months in the feed: who looks in once a year misses none."""

FEED_TITLES = 50
"""Titles in the entry of a month; of more it says how many, and leads to the page."""


@dataclass(frozen=True)
class Month:
    """The works that were added in a month, the last ones first."""

    begins: Issued
    works: tuple[Placed, ...]

    @property
    def anchor(self) -> str:
        """``2026-11``: where the month stands on the page."""
        return str(self.begins)


def by_month(works: Iterable[Placed]) -> tuple[Month, ...]:
    """The works by the month in which they were added, the last month first."""
    months: dict[Issued, list[Placed]] = {}
    for placed in latest(works):
        months.setdefault(Issued(placed.added.year, placed.added.month), []).append(placed)
    return tuple(Month(begins, tuple(held)) for begins, held in months.items())


def feed(feeds: Feeds) -> OutputFile:
    """The feed of new titles in the language of ``feeds``."""
    months = by_month(feeds.indexes.newest)[:FEED_MONTHS]
    own = f"{feeds.site.prefix(feeds.language)}{FEED}"
    name = feeds.site.names[feeds.language]
    title = feeds.words.say("New in the library")
    head = feed_head(
        own=feeds.site.url + own,
        identity=feeds.site.identity(feeds.site.url + own),
        media_type=MEDIA_TYPE,
        language=feeds.language,
        title=f"{title} – {name}",
        subtitle=feeds.words.say("Titles by the month in which they were added to the library"),
        updated=last_change(placed for month in months for placed in month.works),
        author=name,
        author_address=feeds.site.address("", feeds.language),
        page=feeds.site.address(PATH, feeds.language),
    )
    return OutputFile(own, "\n".join([head, *(_entry(feeds, month) for month in months), "</feed>\n"]))


def _entry(feeds: Feeds, month: Month) -> str:
    number = feeds.words.plural("%(num)s publication", "%(num)s publications", len(month.works))
    page = feeds.site.address(PATH, feeds.language)
    title = escape(f"{heading(month, feeds.words)}: {number}")
    return (
        f"<entry><id>{escape(feeds.entries.tag(month.anchor, f'{PATH}/{month.anchor}'))}</id><title>{title}</title>"
        f'<link rel="alternate" type="text/html" hreflang="{feeds.language}" href="{page}#month-{month.anchor}"/>'
        f"<published>{instant(month.begins)}</published><updated>{instant(last_change(month.works))}</updated>"
        f'<content type="html">{escape("".join(_told(feeds, month)))}</content></entry>'
    )


def _told(feeds: Feeds, month: Month) -> Iterator[str]:
    """The titles as a list in HTML, each leading to its page."""
    yield "<ul>"
    for placed in month.works[:FEED_TITLES]:
        shown = titles.title(placed.work, feeds.language)
        marked = f' lang="{shown.language}"' if shown.language != feeds.language else ""
        yield f'<li><a href="{feeds.site.address(placed.address, feeds.language)}"{marked}>{escape(shown.marked)}</a></li>'
    yield "</ul>"
    if (more := len(month.works) - FEED_TITLES) > 0:
        yield f"<p>{escape(said_of_more(feeds.words, more))}</p>"


def heading(month: Month, words: Words) -> str:
    """A month at the beginning of a line: Russian and Kazakh write months small elsewhere."""
    text = words.date(month.begins)
    return text[:1].upper() + text[1:]


def said_of_more(words: Words, number: int) -> str:
    """How many titles are not shown."""
    return words.plural("and %(num)s more publication", "and %(num)s more publications", number)
