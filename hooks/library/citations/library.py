"""The library that a site is made of: the catalogue with its indexes, relations, citations and references, gathered once per build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.digests import Digests
from library.catalogue.indexes import Indexes, index
from library.catalogue.related import Relations
from library.citations.citing import Citing, Instead
from library.citations.references import Formatted
from library.citations.texts import ExportTexts
from library.press.addresses import Site


@dataclass(frozen=True)
class Settings:
    """What the configuration of a site says, and the folders that it is made from.

    ``catalogue`` and ``overrides`` are folders; ``cache`` is one for what later builds need
    not make again, or None. ``edit_url`` is where a record's file can be edited, followed by
    its name; empty where the site has no repository. ``repository`` is its address. ``datacite_editions``: whether editions
    that are not the original have DataCite records of their own. ``editions_instead``: which
    edition pages offer where there is none in their language, as ``instead.checked`` gave it. ``ask_for_copies``: an address
    of mail or of a page for those who cannot read a publication here; may be empty. ``form``: the forge that the
    staff's form works with, as ``form.files`` checked it; empty where there is no form.
    """

    site: Site
    catalogue: Path
    overrides: Path
    cache: Path | None = None
    edit_url: str = ""
    deposit_email: str = ""
    crossmark_policy: str = ""
    ask_for_copies: str = ""
    datacite_editions: bool = False
    editions_instead: Instead = field(default_factory=dict)
    offline_zip: bool = True
    offline_worker: bool = True
    form: Mapping[str, Any] = field(default_factory=dict)
    repository: str = ""

    @property
    def locales(self) -> Path:
        return self.overrides / "locales"


@dataclass(frozen=True)
class Library:
    """What all makers share. ``references`` are the formatted ones, by citation key."""

    settings: Settings
    catalogue: Catalogue
    indexes: Indexes
    relations: Relations
    citing: Citing
    texts: ExportTexts
    digests: Digests
    references: dict[str, tuple[Formatted, ...]] = field(default_factory=dict)

    @property
    def site(self) -> Site:
        return self.settings.site


def gather(settings: Settings, catalogue: Catalogue) -> Library:
    """The library of a catalogue, without formatted references."""
    indexes = index(catalogue)
    citing = Citing(catalogue, settings.site.url, settings.editions_instead)
    return Library(settings, catalogue, indexes, Relations(catalogue, indexes), citing, ExportTexts(catalogue, citing), Digests(catalogue))
