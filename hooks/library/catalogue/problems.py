"""What is wrong with a record, where it stands, and how to mend it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from library.catalogue.visible import shown

Phrase = Callable[[str], str]
"""Turns a sentence of ours into the language of whoever reads it (``library.words.problems``)."""


def part(text: str) -> str:
    """Words that will stand inside a sentence of a problem: marked here, so that they are translated as it is."""
    return text


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that a cataloguer can mend. Sorts in file order.

    ``path`` is the file as named from the folder above the catalogue, ``line`` and
    ``column`` count from 1 (0: the file as a whole). ``code`` is the heading of the
    paragraph in ``catalogue/README.md`` that explains the check. ``message`` and ``hint`` are
    English; ``printed`` says them in another language.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        return self.printed()

    def printed(self, phrase: Phrase = str) -> str:
        """As it is printed, with its hint in a second line."""
        place = ":".join(str(number) for number in (self.path, self.line, self.column) if number)
        # Values and names of files come from anybody: none of them begins a line, which a workflow may take for a command.
        hint = f"\n  {phrase('hint')}: {shown(phrase(self.hint))}" if self.hint else ""
        return f"{shown(place)}: {self.code}: {shown(phrase(self.message))}{hint}"


MOST_LINES = 100
"""Lines of problems that are printed: nobody mends more in one go, and a log that is full of them hides its end."""


def report(problems: Iterable[Problem], phrase: Phrase = str) -> list[str]:
    """The problems as they are printed, each with its hint: together at most ``MOST_LINES`` lines, the last of which counts the rest."""
    told: list[str] = []
    lines = left = 0
    for problem in problems:
        said = problem.printed(phrase)
        lines += said.count("\n") + 1
        if lines < MOST_LINES:
            told.append(said)
        else:
            left += 1
    return [*told, phrase(f"… and {left:,} more; mend these first")] if left else told


class CatalogueError(Exception):
    """The catalogue has problems, so nothing may be built from it.

    ``problems`` is sorted in file order and never empty; ``records`` is the number of
    records that were read.
    """

    def __init__(self, problems: Iterable[Problem], records: int) -> None:
        self.problems = sorted(set(problems))
        self.records = records
        super().__init__(self.summary())

    def summary(self, phrase: Phrase = str) -> str:
        """One line for the end of a report."""
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        return phrase(f"{count} {noun} in {self.records} records; nothing was built.")


def nearest(value: str, choices: Iterable[str]) -> str:
    """``did you mean "ethics"?`` for the closest of the choices, or an empty text."""
    value = value[:100]  # longer than any id: comparing takes time by the square of the length
    lowered = {choice.lower(): choice for choice in choices}
    close = difflib.get_close_matches(value.lower(), list(lowered), n=1, cutoff=0.6)
    return f'did you mean "{lowered[close[0]]}"?' if close else ""
