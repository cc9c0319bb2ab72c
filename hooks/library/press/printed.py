"""What the engine prints: shells for the library's pages, the pages that people write, and files that are sent as they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from library.press.shells import Shell

MISSING = "404"
"""Key of the shell of pages for addresses that do not exist; its links are absolute."""

DEPTHS = (1, 2, 3)
"""Depths of the library's addresses: /themes/, /themes/ethics/, /journal/17/some-article/."""


@dataclass(frozen=True)
class WrittenPage:
    """A page that people write, as a shell of its own.

    ``path`` is below its language's root, without slashes at its ends, and empty for the home
    page, whose ``content`` stands above what the library says there. ``title`` and
    ``description`` are plain text.
    """

    path: str
    shell: Shell
    title: str
    description: str
    content: str = ""


@dataclass
class Printed:
    """Shells by language and depth (or ``MISSING``), written pages by language, and the sources of other files by their path in the site."""

    shells: dict[str, dict[object, Shell]] = field(default_factory=dict)
    written: dict[str, list[WrittenPage]] = field(default_factory=dict)
    assets: Mapping[str, Path] = field(default_factory=dict)

    @cached_property
    def shells_digest(self) -> bytes:
        made = blake2b(digest_size=16)
        for language in sorted(self.shells):
            for depth in sorted(self.shells[language], key=str):
                made.update(f"{language} {depth}".encode())
                made.update(self.shells[language][depth].digest)
        return made.digest()

    def page(self, language: str, path: str) -> WrittenPage:
        """The written page at a path. Raises StopIteration where there is none."""
        return next(page for page in self.written[language] if page.path == path)

    def page_digest(self, path: str) -> bytes:
        """Of a written page in all languages."""
        made = blake2b(digest_size=16)
        for language in sorted(self.written):
            for page in self.written[language]:
                if page.path == path:
                    made.update("\0".join((language, page.title, page.description, page.content)).encode())
                    made.update(page.shell.digest)
        return made.digest()
