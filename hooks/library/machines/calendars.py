"""The events as a calendar file (iCalendar, RFC 5545), one in each language: calendars take it in, and can be told to look at it again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import urlsplit

from library.catalogue import titles
from library.catalogue.catalogue import Filed
from library.catalogue.dates import Issued
from library.catalogue.event_lists import newest_first
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.events import event_kinds
from library.words.labels import Labels

PATH = "events/events.ics"

_LINE = 75
"""Bytes of a line, its break aside (RFC 5545, 3.1)."""


def calendar(labels: Labels, site: Site) -> OutputFile:
    """The calendar in one language. An event whose day is not known can stand in no calendar, and is left out."""
    language = labels.language
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//{urlsplit(site.url).hostname}//library//{language.upper()}",
        "CALSCALE:GREGORIAN",
        _text("X-WR-CALNAME", f"{labels.words.say('Events')} – {site.names[language]}"),
    ]
    for filed in reversed(newest_first(labels.catalogue)):
        if filed.value.start and filed.value.start.day:
            lines += _event(filed, labels, site)
    lines.append("END:VCALENDAR")
    return OutputFile(f"{site.prefix(language)}{PATH}", "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)))


def _event(filed: Filed, labels: Labels, site: Site) -> Iterator[str]:
    event, language = filed.value, labels.language
    title = titles.of_texts(event.title, event.supplied.title, language)
    place = titles.of_texts(event.place, (), language).text
    country = labels.vocabulary("countries", event.country) if event.country else ""
    summary = titles.of_texts(event.summary, event.supplied.summary, language)
    yield "BEGIN:VEVENT"
    # The name of the event holds in every language: who takes in two of its calendars has it once.
    yield _text("UID", f"{filed.first_id}@{_authority(site)}")
    # When the record was last changed, not when the file was made: the same records give the same file.
    yield f"DTSTAMP:{_compact(filed.changed.first_day)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_compact(event.start.first_day)}"
    yield f"DTEND;VALUE=DATE:{_compact(_last_day(event.start, event.end) + timedelta(days=1))}"
    yield _text("SUMMARY", title.marked, title.language)
    if place or country:
        yield _text("LOCATION", ", ".join(filter(None, (place, country))))
    if summary.text:
        yield _text("DESCRIPTION", summary.text, summary.language)
    named = [labels.term("themes", theme) for theme in event.themes]
    if event.kind:
        named.insert(0, event_kinds(labels.words.say)[event.kind])
    if named:
        yield f"CATEGORIES:{','.join(map(_escaped, named))}"
    yield f"URL:{site.address(filed.address, language)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _authority(site: Site) -> str:
    """Who gave the names of events: the host that they were first published at, wherever the site moves."""
    return urlsplit(site.authority or site.url).hostname or site.authority.removeprefix("tag:").partition(",")[0]


def _last_day(start: Issued, end: Issued | None) -> date:
    """The last day; of an end that is known by its month alone, no more than the first day is certain."""
    return end.first_day if end and end.day else start.first_day


def _compact(day: date) -> str:
    return f"{day.year:04d}{day.month:02d}{day.day:02d}"


def _text(name: str, text: str, language: str = "") -> str:
    return f"{name}{f';LANGUAGE={language}' if language else ''}:{_escaped(text)}"


def _escaped(text: str) -> str:
    """Text as a value (RFC 5545, 3.3.11)."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, all but the first behind a space; no letter is cut."""
    piece, room = "", _LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _LINE - 1
        piece += letter
        room -= size
    yield piece
