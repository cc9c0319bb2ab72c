"""Where pages lie: the site's own address and the folders of its languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Site:
    """What the configuration says of the site. ``url`` ends in a slash; the first language
    is the default and has no part in addresses. ``names`` and ``autonyms`` are the site's
    name and the language's own name, by language."""

    url: str
    languages: tuple[str, ...]
    names: Mapping[str, str]
    autonyms: Mapping[str, str]

    def prefix(self, language: str) -> str:
        """``ru/``, or nothing for the default language."""
        return "" if language == self.languages[0] else f"{language}/"

    def address(self, path: str, language: str) -> str:
        """Absolute address of a page, given its path without slashes at its ends."""
        return f"{self.url}{self.prefix(language)}{path + '/' if path else ''}"
