"""What a work stands in and where it was given, as its page says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from library.catalogue import hosts
from library.catalogue.catalogue import Placed
from library.catalogue.model import Edition
from library.catalogue.pages import with_dash
from library.words.labels import Labels, Link


@dataclass(frozen=True)
class HostView:
    """What the work stands in: its title, leading to its page where the library has one; ``place`` is volume, number and pages.

    ``role`` is what its editors are called.
    """

    title: Link
    place: str
    editors: tuple[Link, ...]
    role: str


def host_view(placed: Placed, labels: Labels, list_of: Callable[[str, str], str], role: Callable[[str, int], str]) -> HostView | None:
    """None for works that stand in nothing, or in the library's own journal. ``list_of`` gives the address of a party's list."""
    whole, say = hosts.standing(labels.catalogue, placed), labels.words.say
    if whole is None:
        return None
    language, text = whole.titled(labels.language, *(edition.language or "" for edition in placed.work.editions))
    pages = with_dash(placed.work.editions[0].pages or "")
    place = [
        say("volume %(volume)s", volume=whole.volume) if whole.volume else "",
        say("issue %(number)s", number=whole.number) if whole.number else "",
        say("pages %(pages)s", pages=pages) if pages else "",
    ]
    return HostView(
        Link(text, whole.placed.address if whole.placed else "", "" if language == labels.language else language),
        ", ".join(filter(None, place)),
        tuple(Link(labels.creator(editor, placed.issued), list_of("people", editor.party)) for editor in whole.editors),
        role("editor", len(whole.editors)),
    )


def event(placed: Placed, labels: Labels) -> str:
    """The conference with its place and date; empty for works of none."""
    told = placed.work.event
    if told is None:
        return ""
    return ", ".join(filter(None, (told.title, told.place or "", labels.words.date(told.date) if told.date else "")))


def original(edition: Edition, labels: Labels) -> str:
    """Title, language and date of what an edition was translated from, where its record tells of it."""
    told = edition.original
    if told is None:
        return ""
    language = labels.language_in_sentence(told.language) if told.language else ""
    return ", ".join(filter(None, (told.title or "", language, labels.words.date(told.issued) if told.issued else "")))
