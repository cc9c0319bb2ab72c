"""Writes a record as people would lay it out: one form, the same here and in the staff's form (``form/writer.js``).

The rules are few and the same for every file: fields in the model's order, a text that fits on its line in plain letters
or in the quotes that it needs, a longer one folded, short lists in brackets. Comments and empty lines of the file as it was
stay above what they stood above. What is written is read back before it is given out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from library.catalogue.yaml_texts import Builder, Keys

WIDTH = 104
"""Letters of a line of a folded text, its indentation among them."""

INLINE = 110
"""Letters of a line that is not folded, a little more than of a folded one: folding for the sake of a word or two reads worse."""

BLOCK = frozenset({"note", "variants", "former_addresses"})
"""Lists of sentences and addresses, which stand one below the other however short they are."""

APART = frozenset({"title", "summary", "supplied", "issued", "creators", "themes", "editions", "added", "articles"})
"""Fields of a new record that an empty line parts from what stands above them."""

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_IN_BRACKETS = re.compile(r"[,\[\]{}]")
_GUESSED = re.compile(
    r"(?:y|n|on|off|true|false|null|none|~|[0-9]+:[0-5]?[0-9](?::[0-5]?[0-9])*|=|<<|0x[0-9a-f]+|0o?[0-9]+)\Z", re.IGNORECASE
)
"""What readers of YAML guess a type for that nobody means: times, octal numbers, null. Records read every value as text, so
that years, numbers, yes and no stay as people write them."""

Shape = Mapping[str, Any]
"""The settled order of a mapping's fields: name and the shape of what stands below it; empty where any order is right."""


@dataclass
class Layout:
    """What a file has that its values do not say: comments and empty lines, by the value above which they stand."""

    above: dict[Keys, tuple[str, ...]] = field(default_factory=dict)
    end: tuple[str, ...] = ()
    """Lines below the last value."""


def layout(text: str) -> Layout:
    """The layout of a file of YAML. The items of a list are known by what they are called, so that they may move."""
    builder = Builder("", keep_places=True, letters=False)
    data = builder.build(text)
    lines = text.split("\n")
    found = Layout()
    begun: set[int] = set()
    for keys, (line, column) in sorted(builder.places.items(), key=lambda each: (each[1][0], len(each[0]))):
        if line not in begun and (isinstance(keys[-1], str) or _starts_its_line(lines[line - 1], column)):
            begun.add(line)
            above = tuple(_above(lines, line - 1, _column(lines[line - 1])))
            found.above.setdefault(_named(data, keys), above)
        elif isinstance(keys[-1], str):
            found.above.setdefault(_named(data, keys), ())
    last = max((line for line, _ in builder.places.values()), default=0)
    found.end = tuple(_below(lines, last))
    return found


def write(data: Any, shape: Shape, before: Layout | None = None) -> str:
    """The text of a file that holds ``data``: texts in mappings and lists. ``before`` is the layout of the file as it was.

    Raises ValueError where what would be written is read as something else.
    """
    writer = _Writer(data, before)
    body = writer.value(data, shape, 0, ())
    text = "\n".join([*body, *(before.end if before else ())]).strip("\n") + "\n"
    builder = Builder("", letters=False)
    read = builder.build(text)
    if builder.problems or read != data:
        raise ValueError(f"the record cannot be written: {builder.problems[0] if builder.problems else 'it is read otherwise'}")
    return text


class _Writer:
    def __init__(self, data: Any, before: Layout | None) -> None:
        self.data = data
        self.before = before

    def value(self, value: Any, shape: Shape, indent: int, keys: Keys) -> list[str]:
        """Lines of a mapping or a list that stands on lines of its own."""
        if isinstance(value, Mapping):
            return [
                line
                for name in _ordered(value, shape)
                for line in self.entry(name, value[name], shape.get(name, {}), indent, (*keys, name))
            ]
        return [line for number, item in enumerate(value) for line in self.item(item, shape, indent, (*keys, number))]

    def entry(self, name: str, value: Any, shape: Shape, indent: int, keys: Keys) -> Iterator[str]:
        yield from self.above(keys, indent == 0 and name in APART)
        start = " " * indent + name + ":"
        if isinstance(value, str):
            yield from _text(f"{start} ", value, indent + 2)
        elif not value:
            yield f"{start} {_nothing(value)}"
        elif not isinstance(value, Mapping) and name not in BLOCK and all(isinstance(item, str) for item in value):
            yield from _in_brackets(f"{start} ", value)
        else:
            yield start
            yield from self.value(value, shape, indent + 2, keys)

    def item(self, value: Any, shape: Shape, indent: int, keys: Keys) -> Iterator[str]:
        yield from self.above(keys, (len(keys) == 1 and keys != (0,)) or (len(keys) == 2 and keys[0] == "articles"))
        if isinstance(value, str):
            yield from _text(" " * indent + "- ", value, indent + 2)
            return
        if not value:
            yield " " * indent + "- " + _nothing(value)
            return
        lines = self.value(value, shape, indent + 2, keys)
        first = next(number for number, line in enumerate(lines) if line.strip() and not line.lstrip().startswith("#"))
        yield from lines[:first]
        yield " " * indent + "- " + lines[first].lstrip()
        yield from lines[first + 1 :]

    def above(self, keys: Keys, apart: bool) -> Iterator[str]:
        """Comments and empty lines above a value: those of before, or an empty line where a new one is set apart."""
        known = self.before.above.get(_named(self.data, keys)) if self.before else None
        yield from known if known is not None else ("",) if apart else ()


def _ordered(value: Mapping[str, Any], shape: Shape) -> list[str]:
    return [*(name for name in shape if name in value), *(name for name in value if name not in shape)]


def _text(start: str, text: str, indent: int) -> Iterator[str]:
    """A text behind ``start``, or folded below it where it is too long for one line."""
    written = scalar(text)
    if len(start) + len(written) <= INLINE or not _foldable(text):
        yield start + written
        return
    yield start + ">-"
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) + indent > WIDTH:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield " " * indent + line


def _foldable(text: str) -> bool:
    """Whether folding gives the text back: it does not where spaces stand together, or where a line could begin with a space."""
    return " " in text and "  " not in text and text == text.strip() and "\n" not in text


def scalar(text: str, brackets: bool = False) -> str:
    """A text on one line, in the quotes that it needs."""
    if _plain(text) and not _GUESSED.match(text) and not (brackets and (text[0] in _INDICATORS or _IN_BRACKETS.search(text))):
        return text
    if "'" not in text and "\n" not in text:
        return f"'{text}'"
    if '"' not in text and "\\" not in text and "\n" not in text:
        return f'"{text}"'
    if "\n" not in text:
        return "'" + text.replace("'", "''") + "'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _plain(text: str) -> bool:
    """Whether YAML takes a text as it stands."""
    if not text or text != text.strip() or "\n" in text or ": " in text or " #" in text or text.endswith(":"):
        return False
    return text[0] not in _INDICATORS or (text[0] in "-?:" and len(text) > 1 and text[1] not in " -")


def _nothing(value: Any) -> str:
    """A mapping or a list that holds nothing."""
    return "{}" if isinstance(value, Mapping) else "[]"


def _in_brackets(start: str, items: Sequence[str]) -> Iterator[str]:
    """A list of short texts; one too long for a line goes on below its first item."""
    line = start + "["
    for number, item in enumerate(items):
        written = scalar(item, brackets=True) + ("]" if number == len(items) - 1 else ",")
        if number and len(line) + 1 + len(written) > WIDTH:
            yield line
            line = " " * (len(start) + 1) + written
        else:
            line = f"{line} {written}" if number else line + written
    yield line


# -- comments and empty lines ---------------------------------------------------------------------------


def _starts_its_line(line: str, column: int) -> bool:
    return re.fullmatch(r"[\s-]*", line[: column - 1]) is not None


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())


def _above(lines: Sequence[str], number: int, column: int) -> list[str]:
    """Comments and empty lines that stand directly above a line, in order. What is indented more is a text's."""
    first = number
    while first and (not lines[first - 1].strip() or (lines[first - 1].lstrip().startswith("#") and _column(lines[first - 1]) <= column)):
        first -= 1
    return list(lines[first:number])


def _below(lines: Sequence[str], last: int) -> list[str]:
    """Comments below the last value: those at the margin, since nothing of a record stands there."""
    for number in range(last, len(lines)):
        if lines[number].startswith("#"):
            return [line for line in lines[number:] if line.startswith("#") or not line.strip()]
    return []


def _named(data: Any, keys: Keys) -> Keys:
    """The place of a value with the names of list items in the place of their numbers."""
    named: list[str | int] = []
    for key in keys:
        data = data[key]
        called = None
        if isinstance(key, int) and isinstance(data, Mapping):
            called = next((data[name] for name in ("id", "citation_key", "party", "language") if isinstance(data.get(name), str)), None)
        named.append(f"={called}" if called is not None else key)
    return tuple(named)
