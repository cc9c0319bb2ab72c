"""The zips as pages offer them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from library.offline import bundle
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.translations import Words

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


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


def page(stamper: Stamper, zips: Mapping[str, int]) -> OutputFile:
    """What the browser keeps. It is shown in the place of a page that is not at hand."""
    say = stamper.words.say
    title, description = (
        say("Without a connection"),
        say("The pages that your browser saves on this device, and the whole library in one file."),
    )
    head = stamper.heads.page("offline", stamper.language, title)
    body = stamper.body("offline/page.html", zips=zip_views(stamper.site, stamper.words, zips))
    return stamper.page_anywhere("offline", "offline/index.html", title, description, body, head)
