"""Markdown that takes time out of proportion to its length: measured before a build has to make all of it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from library.catalogue.problems import Problem

MARKS = 150
"""Marks of links, emphasis and code in a paragraph from which on it is measured: no text that is read has so many."""

FIRST = 400
"""Letters of the first part that is measured; each further one is twice as long."""

SECONDS, SPEED = 0.1, 50_000
"""Processor time that a part of a paragraph may take, and letters for each further second; usual ones take a tenth of it."""

_MARK = re.compile(r"[\[\]()*_`!<&\\|]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n")


def slow_texts(name: str, text: str, first_line: int) -> Iterator[Problem]:
    """Paragraphs that would keep a build busy, each with its first line."""
    at = 0
    for paragraph in _PARAGRAPHS.split(text):
        start = text.index(paragraph, at)
        at = start + len(paragraph)
        if len(_MARK.findall(paragraph)) > MARKS and _is_slow(paragraph):
            line = first_line + text.count("\n", 0, start)
            said = f"this paragraph of {len(paragraph):,} letters takes time out of proportion to its length"
            yield Problem(
                name, line, 1, "slow-text", said, "look for links that are not closed, as in [words](https://…), or divide the paragraph"
            )


def _is_slow(paragraph: str) -> bool:
    """Whether a part of it takes too long: longer and longer ones are tried, so that none takes long itself."""
    import markdown  # takes longer than the whole check, and hardly any text has so many marks

    length = FIRST
    while True:
        made = markdown.Markdown(extensions=["tables", "footnotes", "sane_lists"])
        started = time.process_time()
        try:
            made.convert(paragraph[:length])
        except RecursionError:
            return True
        if time.process_time() - started > SECONDS + length / SPEED:
            return True
        if length >= len(paragraph):
            return False
        length *= 2
