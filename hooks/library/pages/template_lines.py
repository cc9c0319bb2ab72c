"""Templates laid out for people, printed without their line breaks.

A template stands one element or statement a line, indented. Were the breaks and blanks
printed, a page would weigh a fifth more, and each break beside a word would be a space on
the page. So, much as in JSX, a line break prints nothing, with the blanks around it, but

- between two words of plain text: one space, as prose goes on;
- within a tag, before an attribute: one space (an attribute in ``{% if %}`` brings its own);
- within an attribute's value: one space.

A space wanted between two elements is written ``{{ " " }}``.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from jinja2.ext import Extension

_STATEMENT = re.compile(r"(\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\})", re.DOTALL)
_BREAK = re.compile(r"[ \t]*\n\s*")
_TAG_OPENS = re.compile(r"<[A-Za-z/!]")


VERSION = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
"""Of what this module does to templates: caches of compiled ones are kept by it."""


class TemplateLines(Extension):
    """Takes the line breaks out of HTML templates before they are compiled."""

    priority = 50
    """Before the words are put in place (``WordsInPlace``), so that what decides on a space is what stands in the template."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return joined(source) if name and name.endswith(".html") else source


def joined(source: str) -> str:
    """The template's source with its line breaks folded as this module tells.

    Each break goes on as an empty comment: it prints nothing, and errors still name the line.
    """
    parts = _STATEMENT.split(source)
    printed, inside = [], ""
    for position, part in enumerate(parts):
        if position % 2:
            printed.append(part)
            continue
        text, inside = _folded(part, inside, after_statement=position > 0)
        printed.append(text)
    return "".join(printed)


def _folded(text: str, inside: str, *, after_statement: bool) -> tuple[str, str]:
    """The text between two statements without breaks, and what it ends inside.

    ``inside`` is empty in the page's text, ``<`` in a tag, and a quotation mark in an attribute's value.
    """
    pieces, end = [], 0
    for found in _BREAK.finditer(text):
        kept = text[end : found.start()]
        inside = _state_after(kept, inside)
        following = text[found.end() : found.end() + 1]
        if not inside:
            before = text[found.start() - 1] if found.start() else ""
            between_words = before and before != ">" and following and following != "<"
        elif inside == "<":
            between_words = following and following not in "/>"
        else:
            between_words = found.start() > 0 or after_statement
        breaks = "\n" * found[0].count("\n")
        # "{" and a comment would read as "{{" and "#": a script keeps its breaks there.
        pieces += [kept, breaks] if kept.endswith("{") else [kept, "{#" + breaks + "#}", " " if between_words else ""]
        end = found.end()
    inside = _state_after(text[end:], inside)
    return "".join([*pieces, text[end:]]), inside


def _state_after(text: str, inside: str) -> str:
    """What follows the text stands inside: nothing, a tag or an attribute's value."""
    position = 0
    while position < len(text):
        letter = text[position]
        if not inside:
            opens = _TAG_OPENS.search(text, position)
            if not opens:
                return ""
            inside, position = "<", opens.start()
        elif inside == "<":
            inside = "" if letter == ">" else letter if letter in "\"'" else "<"
        elif letter == inside:
            inside = "<"
        position += 1
    return inside
