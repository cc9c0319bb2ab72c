"""Numbers of a list's pages, folded where there are many: 1 2 3 … 331 332."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

UNFOLDED = 11
"""Pages that a pager names one by one: they fit in one line of a phone held upright in two."""

ENDS, AROUND = 2, 2
"""Pages named at either end, and on either side of the reader's own."""


@dataclass(frozen=True)
class PageLink:
    """A page of a list. ``path`` is empty for the one that is shown, and for a gap in which others are left out."""

    text: str
    path: str = ""
    current: bool = False


GAP = PageLink("…")


def pager(number: int, paths: Sequence[str], texts: Sequence[str] = ()) -> tuple[PageLink, ...]:
    """The pages at the paths as seen from one of them, ``number`` counted from 0; empty where there is one alone.

    ``texts`` are shown in the place of their numbers.
    """
    if len(paths) < 2:
        return ()
    links = []
    before = -1
    for shown in _shown(number, len(paths)):
        if shown > before + 1:
            links.append(GAP)
        text = texts[shown] if texts else str(shown + 1)
        links.append(PageLink(text, "" if shown == number else paths[shown], shown == number))
        before = shown
    return tuple(links)


def _shown(number: int, total: int) -> list[int]:
    """Pages that are named, in order; a gap leaves two out at least, as one takes no more room than the gap."""
    if total <= UNFOLDED:
        return list(range(total))
    named = {*range(ENDS), *range(total - ENDS, total), *range(max(0, number - AROUND), min(total, number + AROUND + 1))}
    return [page for page in range(total) if page in named or (page - 1 in named and page + 1 in named)]
