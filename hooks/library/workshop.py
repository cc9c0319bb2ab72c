"""What makers work with: the library, and what is made of it once in a process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from library.citations.deposits import Deposits
from library.citations.deposits.crossref import NO_EMAIL
from library.citations.library import Library
from library.machines.api.records import Api
from library.machines.feeds import Entries, Feeds
from library.machines.heads import Heads
from library.machines.markdown_copies import MarkdownCopies
from library.machines.opds import OpdsCatalogues
from library.pages.covers.picture_cache import PictureCache
from library.pages.covers.share_picture import SharePictures
from library.pages.stamper import Stamper
from library.press.pieces import Pieces
from library.press.printed import Printed
from library.press.reader import SiteReader
from library.search.numbering import Numbering, numbering


@dataclass(frozen=True)
class Before:
    """What earlier makers have made: all files so far with their size and SHA-256, and the notes of units by name."""

    files: Mapping[str, tuple[int, bytes]] = field(default_factory=dict)
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)


@dataclass
class Workshop:
    """The library, what the engine printed, and tools that are made when a maker first asks for them."""

    library: Library
    printed: Printed
    before: Before = field(default_factory=Before)
    reader: SiteReader | None = None

    def __post_init__(self) -> None:
        self.subjects: dict[str, Mapping[str, Any]] = {}
        self.pieces = Pieces()
        self._stampers: dict[str, Stamper] = {}
        self._feeds: dict[str, Feeds] = {}
        self._entries: dict[str, Entries] = {}
        self._pictures: dict[str, SharePictures] = {}

    def __getstate__(self) -> dict[str, Any]:
        """Tools are made per process, never sent between them."""
        return {"library": self.library, "printed": self.printed, "before": self.before, "reader": self.reader}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    @property
    def languages(self) -> tuple[str, ...]:
        return self.library.site.languages

    def stamper(self, language: str) -> Stamper:
        made = self._stampers.get(language)
        if made is None:
            made = self._stampers[language] = Stamper(self.library, language, self.printed.shells[language], self.heads, self.pieces)
        return made

    @property
    def stampers(self) -> tuple[Stamper, ...]:
        return tuple(map(self.stamper, self.languages))

    @cached_property
    def heads(self) -> Heads:
        return Heads(self.library.catalogue, self.library.citing, self.library.site)

    @cached_property
    def deposits(self) -> Deposits:
        settings = self.library.settings
        return Deposits(self.library.catalogue, self.library.citing, settings.deposit_email or NO_EMAIL, settings.crossmark_policy)

    @cached_property
    def api(self) -> Api:
        return Api(self.library.catalogue, self.library.indexes, self.library.site)

    @cached_property
    def numbering(self) -> Numbering:
        return numbering(self.library.indexes)

    def entries(self, language: str) -> Entries:
        made = self._entries.get(language)
        if made is None:
            made = self._entries[language] = Entries(self.stamper(language).labels, self.library.site)
        return made

    def feeds(self, language: str) -> Feeds:
        made = self._feeds.get(language)
        if made is None:
            stamper = self.stamper(language)
            title = stamper.journal.title() if self.library.catalogue.journal else ("", False)
            made = self._feeds[language] = Feeds(stamper.labels, self.library.site, title, self.entries(language))
        return made

    @cached_property
    def markdown(self) -> MarkdownCopies:
        return MarkdownCopies(self.stamper(self.languages[0]).labels, self.library.site)

    def opds(self, language: str) -> OpdsCatalogues:
        return OpdsCatalogues(self.stamper(language).labels, self.library.site, self.entries(language))

    def pictures(self, language: str) -> SharePictures:
        made = self._pictures.get(language)
        if made is None:
            cache = self.library.settings.cache
            fonts = self.library.settings.overrides / "assets" / "fonts"
            made = self._pictures[language] = SharePictures(fonts, cache and cache / "share" / language)
        return made

    @cached_property
    def held_pictures(self) -> PictureCache:
        cache = self.library.settings.cache
        return PictureCache(cache and cache / "covers")
