"""What all files of the site are made from, gathered once per build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import Indexes
from library.catalogue.related import Relations
from library.citations.citing import Citing
from library.citations.references import Formatted
from library.citations.texts import ExportTexts
from library.machines.heads import Heads
from library.press.addresses import Site


@dataclass(frozen=True)
class Build:
    """What all languages share: made once per build.

    ``texts`` are those of each citation in every format, ``references`` the formatted ones by
    citation key. ``today`` stands for the day of access in them. ``cache`` is a folder for what later builds need not make again.
    """

    catalogue: Catalogue
    indexes: Indexes
    relations: Relations
    citing: Citing
    texts: ExportTexts
    heads: Heads
    site: Site
    overrides: Path
    edit_url: str = ""
    cache: Path | None = None
    references: Mapping[str, tuple[Formatted, ...]] = field(default_factory=dict)
    today: date = field(default_factory=date.today)
    deposit_email: str = ""
    offline_zip: bool = True
    offline_worker: bool = True
