"""Ranges of pages as records have them: ``11-31, 40``; ``C3-32–C3-35`` where pages have a hyphen of their own."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator

from library.catalogue.values import Text, wrong

_PAGE = r"[0-9A-Za-z\u0400-\u04ff]+(?:[./:-]?[0-9A-Za-z\u0400-\u04ff]+)*"
_RANGES = re.compile(rf"{_PAGE}(?: ?[-–—] ?{_PAGE})?(?:[,;] ?{_PAGE}(?: ?[-–—] ?{_PAGE})?)*\Z")
_LONG_DASH = re.compile(r" ?[–—] ?| - ")
_PAGES_HINT = "first and last page with a hyphen, as in 11-31; several ranges with commas, as in 11-31, 40"


def _pages(text: str) -> str:
    """Ranges of pages: numbers, roman or with letters and sections; a dash for a range where a page has a hyphen of its own."""
    if not _RANGES.match(text) or any(part.count("-") > 1 for part in re.split("[,;] ?", text) if not _LONG_DASH.search(part)):
        raise wrong("bad-form", f'"{text}" has not the form of pages', _PAGES_HINT)
    return ", ".join(_LONG_DASH.sub("-" if text.count("-") == 0 or " - " in text else "–", part) for part in re.split("[,;] ?", text))


Pages = Annotated[Text, AfterValidator(_pages)]


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
