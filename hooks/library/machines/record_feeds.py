"""The Atom feeds of events, alliances, projects and learning resources that were added to the library, one of each kind in each language (RFC 4287)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from library.catalogue import titles
from library.catalogue.catalogue import Filed
from library.catalogue.event_lists import newest_first
from library.machines.changes import escape, instant
from library.machines.feeds import FEED_LENGTH, MEDIA_TYPE, Entries, feed_head
from library.press.output import OutputFile
from library.words.labels import Labels


def path_of(collection: str) -> str:
    """Where the feed of a kind stands, below the language's root."""
    return f"{collection}/feed.xml"


def _titles(say: Callable[..., str]) -> Mapping[str, tuple[str, str]]:
    """Title and subtitle of the feed of each kind."""
    return {
        "event": (say("Events"), say("Events by the day on which they were added to the library")),
        "alliance": (say("Alliances"), say("Alliances by the day on which they were added to the library")),
        "project": (say("Projects"), say("Projects by the day on which they were added to the library")),
        "learning": (say("Learning"), say("Learning resources by the day on which they were added to the library")),
    }


KINDS = ("event", "alliance", "project", "learning")
"""Kinds that have a feed."""


def feed(entries: Entries, kind: str) -> OutputFile:
    """The newest additions of a kind first; of events of one day the latest."""
    labels, site = entries.labels, entries.site
    language = labels.language
    held = newest_first(labels.catalogue) if kind == "event" else [*labels.catalogue.of_kind(kind).values()]
    records = sorted(held, key=lambda filed: filed.value.added, reverse=True)[:FEED_LENGTH]
    title, subtitle = _titles(labels.words.say)[kind]
    collection = records[0].kind.collection
    own = f"{site.prefix(language)}{path_of(collection)}"
    head = feed_head(
        own=site.url + own,
        identity=site.identity(site.url + own),
        media_type=MEDIA_TYPE,
        language=language,
        title=f"{title} – {site.names[language]}",
        subtitle=subtitle,
        updated=max(filed.changed for filed in records),
        author=site.names[language],
        author_address=site.address("", language),
        page=site.address(collection, language),
    )
    return OutputFile(own, "\n".join([head, *("".join(_entry(filed, entries)) for filed in records), "</feed>\n"]))


def _entry(filed: Filed, entries: Entries) -> Iterator[str]:
    value, labels, site = filed.value, entries.labels, entries.site
    language = labels.language
    title = titles.of_texts(value.title, value.supplied.title, language)
    summary = titles.of_texts(value.summary, value.supplied.summary, language)
    told = summary.text or (_facts(value, labels) if filed.kind.name == "event" else "")
    themes = getattr(value, "themes", ())
    yield f"<entry><id>{escape(entries.tag(str(value.added), filed.address))}</id>{_element('title', title.marked, title.language, language)}"
    yield f'<link rel="alternate" type="text/html" hreflang="{language}" href="{site.address(filed.address, language)}"/>'
    yield f"<published>{instant(value.added)}</published><updated>{instant(filed.changed)}</updated>"
    if told:
        yield _element("summary", told, summary.language or language, language)
    yield from (f'<category term="{theme}" label="{escape(labels.term("themes", theme))}"/>' for theme in themes)
    yield "</entry>"


def _facts(event: Any, labels: Labels) -> str:
    """When and where it was."""
    place = titles.of_texts(event.place, (), labels.language).text
    when = labels.words.dates(event.start, event.end) if event.start else labels.words.say("Date not stated")
    country = labels.vocabulary("countries", event.country) if event.country else ""
    return ", ".join(filter(None, (when, place, country)))


def _element(name: str, text: str, language: str, of_feed: str) -> str:
    marked = f' xml:lang="{language}"' if language != of_feed else ""
    return f"<{name}{marked}>{escape(text)}</{name}>"
