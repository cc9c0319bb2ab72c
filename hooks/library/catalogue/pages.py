"""Ranges of pages, as ``values.Pages`` holds them: ``11-31, 40``; ``C3-32–C3-35`` where pages have a hyphen of their own."""

from __future__ import annotations


def ranges(pages: str) -> list[tuple[str, str]]:
    """First and last page of each range; a page by itself has no last one."""
    return [_parted(part) for part in pages.split(", ")] if pages else []


def ends(pages: str) -> tuple[str, str]:
    """The first page, and the last where it is one range: between several stand pages of others."""
    found = ranges(pages)
    if not found:
        return "", ""
    return found[0] if len(found) == 1 else (found[0][0], "")


def with_dash(pages: str, dash: str = "–") -> str:
    """The pages with another sign in ranges."""
    return ", ".join(dash.join(filter(None, pair)) for pair in ranges(pages))


def _parted(part: str) -> tuple[str, str]:
    first, _, last = part.partition("–" if "–" in part else "-")
    return first, last
