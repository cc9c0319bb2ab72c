"""What things to learn from are called in one language."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[..., str]


def learning_forms(say: Say) -> dict[str, str]:
    """What each is, by the word of the record."""
    return {
        "course": say("Course"),
        "module": say("Module of a course"),
        "lecture": say("Lecture"),
        "video": say("Video recording"),
        "audio": say("Audio recording"),
    }


def learning_lists(say: Say) -> dict[str, str]:
    """What several of them are called, in the order in which they stand."""
    return {
        "course": say("Courses"),
        "module": say("Modules of courses"),
        "lecture": say("Lectures"),
        "video": say("Video recordings"),
        "audio": say("Audio recordings"),
    }
