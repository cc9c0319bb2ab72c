"""Long alphabetical lists, parted by letter: which items stand together on a page, and where each page lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from library.pages.pagers import PageLink, pager
from library.press.addresses import of_letter

WHOLE = 500
"""Lines of a list that one page shows: 60 KB of HTML in Latin letters, twice that in others. A longer
list gets a page for each letter, and a letter with more lines has several, about equally long."""


@dataclass(frozen=True)
class Group:
    """Terms or works under one heading; the heading may be empty."""

    heading: str
    anchor: str
    items: tuple[object, ...]


@dataclass(frozen=True)
class Letter:
    """A letter of a list; ``path`` is that of its page, empty where it stands on this one."""

    heading: str
    anchor: str
    path: str = ""
    current: bool = False


@dataclass(frozen=True)
class Part:
    """A page of a list: one letter, or a part of it. ``pages`` are all parts of the letter, by their first and last words."""

    path: str
    heading: str
    groups: tuple[Group, ...]
    letters: tuple[Letter, ...]
    page: int
    pages: tuple[PageLink, ...]


def is_whole(groups: Iterable[Group], lines: Callable[[object], int]) -> bool:
    """Whether a list is so short that one page shows it; ``lines`` counts those of an item."""
    return sum(lines(item) for group in groups for item in group.items) <= WHOLE


def on_this_page(groups: Iterable[Group]) -> tuple[Letter, ...]:
    """The letters of a list that stands on one page."""
    return tuple(Letter(group.heading, group.anchor) for group in groups)


def on_pages(path: str, groups: Iterable[Group], current: str = "") -> tuple[Letter, ...]:
    """The letters of a list at a path whose letters have pages of their own."""
    return tuple(Letter(group.heading, group.anchor, of_letter(path, group.anchor), group.anchor == current) for group in groups)


def parts(path: str, groups: Sequence[Group], lines: Callable[[object], int], text: Callable[[object], str]) -> Iterator[Part]:
    """The pages of a list that is too long for one; ``text`` gives what an item is sorted by."""
    for group in groups:
        letters = on_pages(path, groups, group.anchor)
        divided = list(_divided(group.items, lines))
        first = of_letter(path, group.anchor)
        paths = [first if number == 0 else f"{first}/{number + 1}" for number in range(len(divided))]
        texts = [f"{_begins(text(items[0]))} – {_begins(text(items[-1]))}" for items in divided]
        for number, items in enumerate(divided):
            shown = Group(group.heading, group.anchor, items)
            yield Part(paths[number], group.heading, (shown,), letters, number + 1, pager(number, paths, texts))


def _divided(items: tuple[object, ...], lines: Callable[[object], int]) -> Iterator[tuple[object, ...]]:
    """Items in as few pages as there can be, about equally long."""
    total = sum(map(lines, items))
    room = total / max(1, -(-total // WHOLE))
    page: list[object] = []
    used = 0
    for item in items:
        if page and used + lines(item) > room + 0.5:
            yield tuple(page)
            page, used = [], 0
        page.append(item)
        used += lines(item)
    yield tuple(page)


BEGINNING = 4
"""Letters of a name or title by which readers tell a part of an alphabet from the next."""


def _begins(text: str) -> str:
    letters = text.lstrip("«“\"'([—– ")
    return letters[:BEGINNING].rstrip(" ,.")
