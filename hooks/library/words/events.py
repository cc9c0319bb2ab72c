"""What events are called in one language: their kinds, how people met, how they are tied to works."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[..., str]


def event_kinds(say: Say) -> dict[str, str]:
    """Kinds of events, by the word of the record."""
    return {
        "conference": say("Conference"),
        "forum": say("Forum"),
        "workshop": say("Workshop"),
        "training": say("Training course"),
        "seminar": say("Seminar"),
        "webinar": say("Webinar"),
        "lecture": say("Lecture"),
        "roundtable": say("Round table"),
        "panel-session": say("Panel session"),
        "meeting": say("Meeting"),
        "study-visit": say("Study visit"),
        "book-launch": say("Book launch"),
    }


def event_formats(say: Say) -> dict[str, str]:
    """How people met, by the word of the record."""
    return {"in-person": say("In person"), "online": say("Online"), "hybrid": say("In person and online")}


def event_ties(say: Say) -> dict[str, str]:
    """How a work is tied to the event on whose page it stands, by the word of the record."""
    return {
        "came-out": say("came out of this event"),
        "launched": say("was launched at this event"),
        "presented": say("was presented at this event"),
    }


def work_ties(say: Say) -> dict[str, str]:
    """How an event is tied to the publication on whose page it stands, by the word of the record."""
    return {
        "came-out": say("this publication came out of it"),
        "launched": say("this publication was launched there"),
        "presented": say("this publication was presented there"),
    }
