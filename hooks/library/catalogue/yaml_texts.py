"""A record's YAML as mappings, lists and texts.

YAML guesses types (``NO`` is false, ``010`` is eight, ``12:30`` is 750, a repeated key
silently wins, an alias can expand to gigabytes). So the parser's events are read
directly: every scalar stays the text that was written, and whatever a record has no use
for (anchors, aliases, tags, several documents) is a problem. See
https://yaml.org/spec/1.1/ for the guesses.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from library.catalogue.problems import Problem
from library.catalogue.visible import code_of, hidden, name_of, odd_letters

DEPTH_LIMIT = 12
"""Levels of nesting; the deepest field of the model is at 6."""

LIST_LIMIT = 1_000
"""Entries of a list or fields of a mapping within a record: the longest we know has 40. A vocabulary as a whole has no limit."""

TEXT_LIMIT = 10_000
"""Letters of a value: the longest that we know has 412. Texts of case studies stand below the fields and have none."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[int, int]
Keys = tuple[str | int, ...]


class _Unusable(Exception):
    """What was found makes the rest of the file unreadable; it is already reported."""


@dataclass
class _Open:
    """A mapping or list whose end has not come yet. ``key``: the field that waits for its value."""

    value: dict[str, Any] | list[Any]
    keys: Keys
    key: str | None = None


class Builder:
    """Builds mappings, lists and texts from the parser's events, without recursion.

    Without ``letters``, words that mix alphabets and heaps of marks are let through: what lays records out leaves
    them to the check.
    """

    def __init__(self, name: str, keep_places: bool = False, letters: bool = True) -> None:
        self.letters = letters
        self.name = name
        self.problems: list[Problem] = []
        self.places: dict[Keys, Place] = {}
        self.keep_places = keep_places
        self.offset = 0

    def build(self, text: str, offset: int = 0) -> Any:
        """The value of the only document in ``text``; None where it holds nothing."""
        self.offset = offset
        text = one_line_end(text)
        self.lines = text.split("\n") if " #" in text else []
        if "\t" in text and (tab := _leading_tab(text)):
            self._report(
                (tab[0] + offset, tab[1]),
                "tab",
                "a tab stands where YAML wants spaces",
                "indent with two spaces; most editors can be told to do it",
            )
            return None
        try:
            return self._events(text)
        except _Unusable:
            return None
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            place = (mark.line + 1 + offset, mark.column + 1) if mark else (1, 1)
            said, hint = _complaint(getattr(error, "problem", None) or str(error))
            self._report(place, "not-yaml", f"this cannot be read as YAML: {said}", hint)
            return None

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.name, place[0], place[1], code, message, hint))

    def _refuse(self, place: Place, code: str, message: str, hint: str) -> NoReturn:
        self._report(place, code, message, hint)
        raise _Unusable

    def _events(self, text: str) -> Any:
        found: list[Any] = []
        stack = [_Open(found, ())]
        documents = 0
        for event in yaml.parse(text, Loader=Loader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event, stack[-1])
            elif kind in _STARTS:
                self._begin(event, stack)
            elif kind in _ENDS:
                stack.pop()
            elif isinstance(event, yaml.AliasEvent):
                self._refuse(
                    self._place(event),
                    "alias",
                    f"aliases (*{event.anchor}) are not used in records",
                    "write the value out where it is needed",
                )
            elif kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._refuse(
                        self._place(event),
                        "two-documents",
                        "a second YAML document begins here",
                        "one file is one record: delete the line ---, or split the file",
                    )
        return found[0] if found else None

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return mark.line + 1 + self.offset, mark.column + 1

    def _scalar(self, event: Any, parent: _Open) -> None:
        if event.anchor is not None or event.tag is not None:
            self._bare(event, tagged=not event.implicit[1])
        value = event.value
        self._letters(event)
        if len(value) > TEXT_LIMIT:
            said = f"this text has {len(value):,} letters; a value has at most {TEXT_LIMIT:,}"
            self._refuse(
                self._place(event), "too-long", said, "a long text is a document: put it into catalogue/files/, or under the fields"
            )
        if parent.key is None and type(parent.value) is dict:
            if value in parent.value:
                self._report(
                    self._place(event),
                    "repeated-key",
                    f'the field "{value}" is written twice',
                    "keep one of the two; YAML would silently take the last",
                )
            parent.key = value
            if self.keep_places:
                self.places.setdefault((*parent.keys, value), self._place(event))
            return
        if self.lines and not event.style:
            self._nothing_lost(event)
        self._has_room(event, parent)
        at = _put(parent, value)
        if self.keep_places:
            self.places[(*parent.keys, at)] = self._place(event)

    def _has_room(self, event: Any, parent: _Open) -> None:
        """Refuses lists and mappings of more entries than any record has; the terms of a vocabulary are a list at the top."""
        if len(parent.value) >= LIST_LIMIT and (parent.keys or type(parent.value) is dict):
            self._refuse(
                self._place(event),
                "too-long",
                f"more than {LIST_LIMIT:,} entries stand in one list",
                "no record has as many: look for lines that were pasted again and again",
            )

    def _letters(self, event: Any) -> None:
        """Refuses letters that are not what they seem, in values and in names of fields."""
        value = event.value
        if event.style == '"' and (unseen := hidden(value)):
            self._report(
                self._place(event),
                "bad-encoding",
                f"an invisible letter ({code_of(unseen[0])}, {name_of(unseen[0])}) is written as an escape",
                "delete it; records hold text that can be seen",
            )
        for odd in odd_letters(value) if self.letters else ():
            self._report(self._place(event), odd.code, odd.message, odd.hint)

    def _nothing_lost(self, event: Any) -> None:
        """Refuses a comment behind a value: "Survey #3" would silently become "Survey"."""
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        if rest.lstrip().startswith("#") and event.start_mark.line <= end.line and rest != rest.lstrip():
            self._report(
                (end.line + 1 + self.offset, end.column + 1),
                "lost-text",
                f'YAML takes "{rest.strip()}" for a comment and drops it',
                "put the whole text in quotes; a remark for others goes on a line of its own, or into note",
            )

    def _begin(self, event: Any, stack: list[_Open]) -> None:
        """A mapping or list opens: it is put where it belongs and fills until its end."""
        place = self._place(event)
        if event.anchor is not None or event.tag is not None:
            self._bare(event, tagged=True)
        parent = stack[-1]
        if type(parent.value) is dict and parent.key is None:
            self._refuse(
                place,
                "not-yaml",
                "the name of a field belongs here, and a list or several fields are written",
                "write a plain word before the colon",
            )
        if len(stack) > DEPTH_LIMIT:
            self._refuse(place, "too-deep", f"more than {DEPTH_LIMIT} levels of nesting", "no field of a record goes that deep")
        self._has_room(event, parent)
        value: dict[str, Any] | list[Any] = {} if type(event) is yaml.MappingStartEvent else []
        at = _put(parent, value)
        keys = (*parent.keys, at) if len(stack) > 1 else ()
        stack.append(_Open(value, keys))
        if self.keep_places and keys:
            self.places.setdefault(keys, place)

    def _bare(self, event: Any, tagged: bool) -> None:
        """Refuses anchors and tags; a quoted text carries a tag of the parser's own."""
        place = self._place(event)
        if event.anchor is not None:
            self._refuse(place, "alias", f"anchors (&{event.anchor}) are not used in records", "write the value out where it is needed")
        if event.tag is not None and tagged:
            self._refuse(place, "tag", f"tags ({event.tag}) are not used in records", "delete the tag; every value is read as text")


_INDENTED = "compare the indentation with the lines above: fields of one block begin in one column"
_CLOSED = "put the missing bracket behind the last value; a text with a bracket or a comma in it wants quotes"
_QUOTED = "a text with a colon in it wants quotes around the whole of it"

_COMPLAINTS = {
    "mapping values are not allowed": ("there is a colon too many in this line", _QUOTED),
    "found unexpected end of stream": ("a quotation mark is not closed", "close it where the text ends"),
    "while scanning a quoted scalar": ("a quotation mark is not closed", "close it where the text ends"),
    "did not find expected key": (
        "this line does not fit those above it",
        f"{_INDENTED}; an apostrophe inside single quotes is written twice",
    ),
    "did not find expected '-' indicator": (
        "a list and a field stand in one block",
        "compare the indentation with the lines above; every value of a list begins with a hyphen",
    ),
    "could not find expected ':'": ("a field has no colon", "put a colon and a space behind the name of the field"),
    "found character that cannot start any token": (
        "a text begins with a sign that has a meaning of its own",
        "a text that begins with @ ` % wants quotes",
    ),
    "block sequence entries are not allowed": ("a list begins in the line of its field", "begin it in a line of its own"),
    "did not find expected ',' or ']'": ("a square bracket is not closed", _CLOSED),
    "did not find expected ',' or '}'": ("a curly bracket is not closed", _CLOSED),
    "found unknown escape character": ("a backslash stands in double quotes", "put the text in single quotes"),
}
"""Complaints of the parser, in words of people, and what to do."""


def _complaint(said: str) -> tuple[str, str]:
    """A complaint of the parser in plain words, where we know it, and what to do about it."""
    found = next((plain for complaint, plain in _COMPLAINTS.items() if complaint in said), None)
    return found or (said, "often a missing space after a colon, or a text with a colon that wants quotes")


def one_line_end(text: str) -> str:
    """The text with its lines as YAML counts them: a carriage return, alone or before a line feed, ends one too."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _put(parent: _Open, value: Any) -> str | int:
    """Puts a value into an open mapping or list, and says under which key or number."""
    if isinstance(parent.value, dict):
        at: str | int = parent.key or ""
        parent.value[parent.key or ""] = value
        parent.key = None
        return at
    parent.value.append(value)
    return len(parent.value) - 1


_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


def _leading_tab(text: str) -> Place | None:
    for number, line in enumerate(text.split("\n"), 1):
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            return number, indent.index("\t") + 1
    return None
