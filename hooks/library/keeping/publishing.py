"""The register of what was published, with what is published now."""

from __future__ import annotations

from pathlib import Path

from library.catalogue import published
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.addresses import written_pages
from library.catalogue.checks.lasting import keys, lasting_pages


def register(catalogue: Catalogue, docs: Path | None) -> str:
    """The text of the register, every line of before in it; ``docs`` holds the pages that people write."""
    written = {f"/{address}/" for _, address in written_pages(catalogue, docs) if address} if docs else set()
    return published.text_of(catalogue.published, lasting_pages(catalogue), keys(catalogue), written)
