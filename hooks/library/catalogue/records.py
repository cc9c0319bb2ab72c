"""Files of the catalogue, read as text that remembers where it stands.

YAML guesses types (``NO`` is false, ``010`` is eight, ``12:30`` is 750, a repeated key
silently wins, an alias can expand to gigabytes). So the parser's events are read
directly: every scalar stays the text that was written, and whatever a record has no use
for (anchors, aliases, tags, several documents) is a problem. See
https://yaml.org/spec/1.1/ for the guesses.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

import yaml

from library.catalogue.problems import Problem

SIZE_LIMIT = 1_000_000
"""Bytes. A record is written by hand; the longest case study we know is a tenth of this."""

VOCABULARY_LIMIT = 50_000_000
"""Bytes. An entry of a person takes some 100, so half a million persons fit in one file; reading as many takes
minutes, and what is larger was put there by mistake."""

DEPTH_LIMIT = 12
"""Levels of nesting; the deepest field of the model is at 6."""

_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ue000-\uf8ff\ufffe\uffff]")
"""Control characters, line separators that break other formats, and private-use characters,
which no reader has a glyph for and which the generator marks open places with."""

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[int, int]
Keys = tuple[str | int, ...]


@dataclass
class Record:
    """One file as written: texts in mappings and lists, unchecked.

    ``name`` is the path shown to people, ``data`` the values, ``body`` the Markdown under
    the front matter (empty for ``.yml``).
    """

    path: Path
    name: str
    data: dict[str, Any]
    body: str = ""
    body_line: int = 0
    digest: str = ""
    _places: dict[Keys, Place] | None = field(default=None, repr=False)

    def place(self, keys: Keys) -> Place:
        """Line and column of a value, counted from 1; of its nearest parent if it is absent.

        Places are found by reading the file a second time, so that a sound catalogue
        does not pay for them.
        """
        if self._places is None:
            builder = _Builder(self.name, keep_places=True)
            text, offset, _, _ = _split(self.path, self.path.read_text("utf-8"))
            builder.build(text, offset)
            self._places = builder.places
        while keys and keys not in self._places:
            keys = keys[:-1]
        return self._places.get(keys, (1, 1))

    def problem(self, keys: Keys, code: str, message: str, hint: str = "") -> Problem:
        line, column = self.place(keys)
        return Problem(self.name, line, column, code, message, hint)


def read(path: Path, name: str, vocabulary: bool = False) -> tuple[Record | None, list[Problem]]:
    """The record, or the terms of a vocabulary, in a ``.yml`` or ``.md`` file, or the problems that keep it from being read."""
    found = read_text(path, name, vocabulary)
    if isinstance(found, Problem):
        return None, [found]
    text, digest = found
    yaml_text, offset, body, body_line = _split(path, text)
    if yaml_text is None:
        return None, [
            Problem(
                name,
                1,
                1,
                "no-front-matter",
                "the file does not begin with a line ---",
                "put the fields between two lines of --- above the text",
            )
        ]
    builder = _Builder(name)
    data = builder.build(yaml_text, offset)
    if builder.problems:
        return None, builder.problems
    if not isinstance(data, dict | list) or not data:
        return None, [
            Problem(name, 1, 1, "empty-file", "the file holds no fields", "copy a neighbouring record and change it, or delete the file")
        ]
    return Record(path, name, data, body, body_line, digest), []


def read_text(path: Path, name: str, vocabulary: bool = False) -> tuple[str, str] | Problem:
    """The text of a file and its digest, or what keeps it from being text of ours."""
    size = path.stat().st_size
    if size > (VOCABULARY_LIMIT if vocabulary else SIZE_LIMIT):
        return _too_large(path, name, size, vocabulary)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line, column = before.count(b"\n") + 1, len(before) - before.rfind(b"\n")
        return Problem(
            name,
            line,
            column,
            "bad-encoding",
            f"byte {raw[error.start]:#04x} is not UTF-8 text",
            "save the file as UTF-8 (without a byte order mark)",
        )
    if text.startswith("\ufeff"):
        return Problem(
            name, 1, 1, "bad-encoding", "the file begins with a byte order mark", "save the file as UTF-8 without a byte order mark"
        )
    control = _INVISIBLE.search(text)
    if control:
        before = text[: control.start()]
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return Problem(
            name,
            line,
            column,
            "bad-encoding",
            f"an invisible control character (U+{ord(control[0]):04X}) stands in this line",
            "delete it; it often comes along when text is pasted from a PDF",
        )
    return text, hashlib.sha256(raw).hexdigest()


def _too_large(path: Path, name: str, size: int, vocabulary: bool) -> Problem:
    said = f"the file has {size:,} bytes; "
    if not vocabulary:
        said, hint = f"{said}a record has at most {SIZE_LIMIT:,}", "a document belongs in catalogue/files/, only its record here"
    else:
        said = f"{said}a file of a vocabulary has at most {VOCABULARY_LIMIT:,}"
        folder = path.stem if path.parent.name == "vocabularies" else path.parent.name
        hint = f"divide its terms among several files in vocabularies/{folder}/, as a.yml, b.yml …"
    return Problem(name, 0, 0, "file-too-large", said, hint)


def _split(path: Path, text: str) -> tuple[str | None, int, str, int]:
    """The YAML, its line offset, the Markdown body and the body's first line."""
    if path.suffix != ".md":
        return text, 0, "", 0
    lines = text.split("\n")
    if lines[0].strip() != "---":
        return None, 0, "", 0
    for number, line in enumerate(lines[1:], 1):
        if line.strip() == "---":
            first = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), len(lines))
            return "\n".join(lines[1:number]), 1, "\n".join(lines[first:]).rstrip("\n"), first + 1
    return None, 0, "", 0


class _Unusable(Exception):
    """What was found makes the rest of the file unreadable; it is already reported."""


@dataclass
class _Open:
    """A mapping or list whose end has not come yet. ``key``: the field that waits for its value."""

    value: dict[str, Any] | list[Any]
    keys: Keys
    key: str | None = None


class _Builder:
    """Builds mappings, lists and texts from the parser's events, without recursion."""

    def __init__(self, name: str, keep_places: bool = False) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.places: dict[Keys, Place] = {}
        self.keep_places = keep_places
        self.offset = 0

    def build(self, text: str, offset: int = 0) -> Any:
        """The value of the only document in ``text``; None where it holds nothing."""
        self.offset = offset
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
            said = getattr(error, "problem", None) or str(error)
            self._report(place, "not-yaml", f"this is not YAML: {said}", _yaml_hint(said))
            return None

    def _report(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.name, place[0], place[1], code, message, hint))

    def _refuse(self, place: Place, code: str, message: str, hint: str) -> NoReturn:
        self._report(place, code, message, hint)
        raise _Unusable

    def _events(self, text: str) -> Any:
        root = _Open([], ())
        stack = [root]
        documents = 0
        for event in yaml.parse(text, Loader=Loader):
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event, stack[-1])
            elif kind in _STARTS:
                self._begin(event, stack)
            elif kind in _ENDS:
                stack.pop()
            elif kind is yaml.AliasEvent:
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
        return root.value[0] if root.value else None

    def _place(self, event: Any) -> Place:
        mark = event.start_mark
        return mark.line + 1 + self.offset, mark.column + 1

    def _scalar(self, event: Any, parent: _Open) -> None:
        if event.anchor is not None or event.tag is not None:
            self._bare(event, tagged=not event.implicit[1])
        value = event.value
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
        if event.style == '"' and (hidden := _INVISIBLE.search(value)):
            self._report(
                self._place(event),
                "bad-encoding",
                f"an invisible character (U+{ord(hidden[0]):04X}) is written as an escape",
                "delete it; records hold text that can be seen",
            )
        if self.lines and not event.style:
            self._nothing_lost(event)
        at = _put(parent, value)
        if self.keep_places:
            self.places[(*parent.keys, at)] = self._place(event)

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
            self._refuse(place, "not-yaml", "a list or mapping stands where a field name should", "write a plain word before the colon")
        if len(stack) > DEPTH_LIMIT:
            self._refuse(place, "too-deep", f"more than {DEPTH_LIMIT} levels of nesting", "no field of a record goes that deep")
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


_YAML_HINTS = {
    "mapping values are not allowed": "a text with a colon in it wants quotes around the whole of it",
    "found unexpected end of stream": "a quotation mark was opened and never closed",
    "while scanning a quoted scalar": "a quotation mark was opened and never closed",
    "did not find expected key": "compare the indentation with the lines above: fields of one block begin in one column; "
    "an apostrophe inside single quotes is written twice",
    "did not find expected '-' indicator": "a list and a field stand in one block: compare the indentation with the lines above",
    "could not find expected ':'": "a field name wants a colon and a space behind it",
    "found character that cannot start any token": "a text that begins with @ ` % wants quotes",
}


def _yaml_hint(said: str) -> str:
    """What to do about a complaint of the parser."""
    return next(
        (hint for complaint, hint in _YAML_HINTS.items() if complaint in said),
        "often a missing space after a colon, or a text with a colon that wants quotes",
    )


def _put(parent: _Open, value: Any) -> str | int:
    """Puts a value into an open mapping or list, and says under which key or number."""
    if type(parent.value) is dict:
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
