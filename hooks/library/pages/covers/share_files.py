"""Pictures of works as files of the site: those to share, one a language, and covers that the library holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.covers import source_of
from library.catalogue.indexes import NOT_STATED
from library.pages.covers.designs import design_of
from library.pages.covers.held import held_file
from library.pages.covers.picture_cache import PictureCache
from library.pages.covers.share_picture import SharePictures, ShareText
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.labels import Labels

NAME = "share.png"


def path_of(site: Site, placed: Placed, language: str) -> str:
    """Where a work's picture lies: beside its page, from the site's root."""
    return f"{site.prefix(language)}{placed.address}/{NAME}"


def text_of(placed: Placed, labels: Labels, site: Site) -> ShareText:
    """What the picture says; a title that no document prints stands in brackets, as on the page."""
    language, work = labels.language, placed.work
    title = work.title[language]
    return ShareText(
        title=f"[{title}]" if language in work.supplied.title else title,
        kind=labels.type(work.type),
        year=labels.term("years", str(placed.issued.year) if placed.issued else NOT_STATED),
        site_name=site.names[language],
    )


def share_files(labels: Labels, site: Site, fonts: Path, cache: Path | None) -> Iterator[OutputFile]:
    """A picture for each work in the language of the labels.

    ``fonts`` is the folder of web fonts, ``cache`` one for all kept pictures. When all are
    made, kept ones that no work has any more are removed.
    """
    pictures = SharePictures(fonts, cache / labels.language if cache else None)
    for placed in labels.catalogue.works.values():
        png = pictures.png(text_of(placed, labels, site), design_of(placed, labels.catalogue))
        yield OutputFile(path_of(site, placed, labels.language), png)
    pictures.kept.forget_unused()


def held_files(catalogue: Catalogue, cache: Path | None) -> Iterator[OutputFile]:
    """Light copies of the covers that records name, one for all languages."""
    kept = PictureCache(cache)
    for placed in catalogue.works.values():
        source = None if placed.work.withdrawn else source_of(catalogue, placed)
        if source:
            yield held_file(placed, source, kept)
    kept.forget_unused()
