"""What exists in which language, and what is not known to.

A work is held against each of the site's languages: it exists in it; or it does not as far as
is known; or the language of a document is not stated, so that it may be this one. The three add
up to all works. Nothing is guessed about the last.
"""

from __future__ import annotations

from dataclasses import dataclass

from library.catalogue.indexes import NOT_STATED
from library.pages.pictures.counts import searched
from library.pages.pictures.lettering import lines
from library.pages.pictures.parts import LETTERS, WIDTH, Cell, Head, Wording, upright

_LABEL, _TOTAL, _ROW = 122, 28, 34
_MEANING, _MEANING_WIDTH = 94, 102
"""Where the columns of numbers begin beside the languages' names, and how wide they are."""

_BAND = 58
"""Height of a language's number line and bar."""


@dataclass(frozen=True)
class Part:
    """A part of a bar: ``style`` is ``in``, ``unstated`` or ``missing``."""

    style: str
    x: float
    width: float


@dataclass(frozen=True)
class Share:
    """How many works exist in a language, how many may, and how many are not known to; with the bar of the three."""

    held: Cell
    unstated: Cell
    missing: Cell
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class LanguageRow:
    head: Head
    share: Share


@dataclass(frozen=True)
class TypeRow:
    """A type of publication: its number of works, its share of each language, and documents whose language is not stated."""

    head: Head
    total: Cell
    shares: tuple[Share, ...]
    unstated: Share | None


@dataclass(frozen=True)
class GapsView:
    """All works by language, then by type and language. ``columns`` are the languages', ``last`` that of "not stated"."""

    width: int
    languages: tuple[LanguageRow, ...]
    languages_height: int
    meanings: tuple[Head, ...]
    columns: tuple[Head, ...]
    last: Head | None
    cell: int
    bar: int
    rows: tuple[TypeRow, ...]
    height: int


class GapsViews:
    """Makes the view in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self.counts = wording.counts
        say = wording.say
        self.meanings = (say("in this language"), say("language not stated"), say("no edition known"))
        self.tags = wording.labels.catalogue.languages
        self.unknown = self.counts.of("languages", NOT_STATED)
        self.columns = [*self.tags, *([NOT_STATED] if self.unknown else [])]
        self.cell = (WIDTH - _LABEL - _TOTAL) // max(len(self.columns), 4)

    def view(self) -> GapsView:
        top = 12 + 13 * max(len(lines(text, LETTERS, _MEANING_WIDTH - 14, 3)) for text in self.meanings)
        columns, base = upright(
            [self.wording.label("languages", tag) for tag in self.columns],
            [self.wording.list_path("languages", tag) for tag in self.columns],
            lambda at: _LABEL + _TOTAL + at * self.cell + self.cell // 2,
            3,
        )
        types = self.counts.most_first("types", self.counts.indexes.shelves["types"])
        rows = tuple(self._type(term, base + 8 + at * _ROW) for at, term in enumerate(["", *types]))
        return GapsView(
            width=WIDTH,
            languages=tuple(self._language(tag, top + at * _BAND) for at, tag in enumerate(self.tags)),
            languages_height=top + len(self.tags) * _BAND,
            meanings=tuple(
                Head(text, lines(text, LETTERS, _MEANING_WIDTH - 14, 3), "", self._meaning_x(at), 12)
                for at, text in enumerate(self.meanings)
            ),
            columns=columns[: len(self.tags)],
            last=columns[-1] if self.unknown else None,
            cell=self.cell,
            bar=self.cell - 8,
            rows=rows,
            height=base + 8 + len(rows) * _ROW,
        )

    def _meaning_x(self, at: int) -> int:
        return _MEANING + at * _MEANING_WIDTH

    # -- all works by language ---------------------------------------------------------------

    def _language(self, tag: str, y: int) -> LanguageRow:
        label = self.wording.label("languages", tag)
        head = Head(label, (label,), self.wording.list_path("languages", tag), 0, y)
        return LanguageRow(head, self._share(tag, "", label, WIDTH, 0, y))

    # -- by type and language ----------------------------------------------------------------

    def _type(self, term: str, y: int) -> TypeRow:
        """A type's row; that of all works where the term is empty."""
        name = self.wording.label("types", term) if term else self.wording.say("All publications")
        path = self.wording.list_path("types", term) if term else "publications/"
        number = len(self._works(term))
        x = _LABEL + _TOTAL
        shares = tuple(self._share(tag, term, name, self.cell - 8, x + at * self.cell, y) for at, tag in enumerate(self.columns))
        return TypeRow(
            Head(name, lines(name, LETTERS, _LABEL - 6), path, 0, y),
            Cell(number, self.wording.number(number), self.wording.told(name, number) if term else name, path, 0, x, y),
            shares[: len(self.tags)],
            shares[-1] if self.unknown else None,
        )

    def _works(self, term: str) -> frozenset[str]:
        return self.counts.of("types", term) if term else self.counts.all

    def _share(self, tag: str, term: str, name: str, room: int, x: int, y: int) -> Share:
        """The three numbers of a type, or of all works, and the bar of the three in that much room."""
        works = self._works(term)
        held = works & self.counts.of("languages", tag)
        unstated = frozenset() if tag == NOT_STATED else works & self.unknown - held
        missing = works - held - unstated
        label = self.wording.label("languages", tag)
        told = self.wording.told
        path = searched(language=tag, type=term) if term and held else self.wording.list_path("languages", tag)
        first, second, third = (
            Cell(len(found), self.wording.number(len(found)), title, where, 0, x, y)
            for found, title, where in (
                (held, told(f"{name}, {label}" if term else label, len(held)), path),
                (unstated, told(f"{name if term else label}, {self.meanings[1]}", len(unstated)), self._list_of_unstated(unstated)),
                (missing, told(f"{name if term else label}, {self.meanings[2]}", len(missing)), ""),
            )
        )
        numbers = [len(held), len(unstated), len(missing)]
        return Share(first, second, third, _parts(room, numbers if tag != NOT_STATED else [0, len(held), len(missing)]))

    def _list_of_unstated(self, works: frozenset[str]) -> str:
        """The list of documents whose language is not stated, where it holds these works and no others."""
        return self.wording.list_path("languages", NOT_STATED) if works == self.unknown else ""


def _parts(room: int, numbers: list[int]) -> tuple[Part, ...]:
    """The numbers side by side in a bar as wide as the room; a part that is not empty can be seen."""
    total = sum(numbers) or 1
    made, x = [], 0.0
    for style, number in zip(("in", "unstated", "missing"), numbers, strict=True):
        width = room * number / total
        if number:
            made.append(Part(style, round(x, 2), round(width, 2)))
        x += width
    return tuple(made)
