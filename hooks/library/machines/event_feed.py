"""The Atom feed of events that were added to the library, in one language (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue import titles
from library.catalogue.catalogue import Filed
from library.catalogue.event_lists import newest_first
from library.machines.changes import escape, instant
from library.machines.feeds import FEED_LENGTH, MEDIA_TYPE, Entries, feed_head
from library.press.output import OutputFile

PATH = "events/feed.xml"


def feed(entries: Entries) -> OutputFile:
    """The newest additions first; of those of one day the latest events."""
    labels, site = entries.labels, entries.site
    language = labels.language
    events = sorted(newest_first(labels.catalogue), key=lambda filed: filed.value.added, reverse=True)[:FEED_LENGTH]
    own = f"{site.prefix(language)}{PATH}"
    head = feed_head(
        own=site.url + own,
        identity=site.identity(site.url + own),
        media_type=MEDIA_TYPE,
        language=language,
        title=f"{labels.words.say('Events')} – {site.names[language]}",
        subtitle=labels.words.say("Events by the day on which they were added to the library"),
        updated=max(filed.changed for filed in events),
        author=site.names[language],
        author_address=site.address("", language),
        page=site.address("events", language),
    )
    return OutputFile(own, "\n".join([head, *("".join(_entry(filed, entries)) for filed in events), "</feed>\n"]))


def _entry(filed: Filed, entries: Entries) -> Iterator[str]:
    event, labels, site = filed.value, entries.labels, entries.site
    language = labels.language
    title = titles.of_texts(event.title, event.supplied.title, language)
    summary = titles.of_texts(event.summary, event.supplied.summary, language)
    place = titles.of_texts(event.place, (), language).text
    when = labels.words.dates(event.start, event.end) if event.start else labels.words.say("Date not stated")
    country = labels.vocabulary("countries", event.country) if event.country else ""
    facts = ", ".join(filter(None, (when, place, country)))
    yield f"<entry><id>{escape(entries.tag(str(event.added), filed.address))}</id>{_element('title', title.marked, title.language, language)}"
    yield f'<link rel="alternate" type="text/html" hreflang="{language}" href="{site.address(filed.address, language)}"/>'
    yield f"<published>{instant(event.added)}</published><updated>{instant(filed.changed)}</updated>"
    yield _element("summary", summary.text or facts, summary.language or language, language)
    yield from (f'<category term="{theme}" label="{escape(labels.term("themes", theme))}"/>' for theme in event.themes)
    yield "</entry>"


def _element(name: str, text: str, language: str, of_feed: str) -> str:
    marked = f' xml:lang="{language}"' if language != of_feed else ""
    return f"<{name}{marked}>{escape(text)}</{name}>"
