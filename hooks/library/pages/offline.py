"""The zips as pages offer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from library.offline import bundle
from library.press.addresses import Site
from library.words.translations import Words


@dataclass(frozen=True)
class ZipView:
    """``path`` is below the site's root, ``size`` as the page's language writes it."""

    language: str
    autonym: str
    path: str
    size: str


def zip_views(site: Site, words: Words, sizes: Mapping[str, int]) -> tuple[ZipView, ...]:
    """The zips that were made, that of the page's language first. ``sizes`` are bytes by path, as far as zips were made."""
    tags = sorted(site.languages, key=lambda tag: tag != words.language)
    made = ((tag, bundle.path(tag)) for tag in tags if bundle.path(tag) in sizes)
    return tuple(ZipView(tag, site.autonyms[tag], path, words.size(sizes[path])) for tag, path in made)
