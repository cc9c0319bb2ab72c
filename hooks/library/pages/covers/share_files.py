"""Pictures of works as files of the site: those to share, one a language, and covers that the library holds."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue import titles
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.covers import FIGURE_WIDTH, size_of, source_of
from library.catalogue.indexes import NOT_STATED
from library.pages.covers.designs import design_of
from library.pages.covers.held import figure_file, figure_path, held_file
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
    return ShareText(
        title=titles.title(work, language).marked,
        kind=labels.type(work.type),
        year=labels.term("years", str(placed.issued.year) if placed.issued else NOT_STATED),
        site_name=site.names[language],
    )


def share_file(pictures: SharePictures, labels: Labels, site: Site, placed: Placed) -> OutputFile:
    """A work's picture in the language of the labels."""
    png = pictures.png(text_of(placed, labels, site), design_of(placed, labels.catalogue))
    return OutputFile(path_of(site, placed, labels.language), png)


def held_cover(catalogue: Catalogue, placed: Placed, kept: PictureCache) -> OutputFile | None:
    """The light copy of the cover that a record names, one for all languages."""
    source = None if placed.work.withdrawn else source_of(catalogue, placed)
    return held_file(placed, source, kept) if source else None


def held_figures(catalogue: Catalogue, placed: Placed, kept: PictureCache) -> Iterator[OutputFile]:
    """The light copies of the figures in a work's texts, each once."""
    for figure in {figure.name: figure for figure in catalogue.figures_of(placed.work)}.values():
        yield figure_file(placed, figure, catalogue.folder / "files" / figure.name, kept)


def pictures_of(catalogue: Catalogue, placed: Placed) -> dict[str, tuple[str, int, int]]:
    """Of the figures in a work's texts, by name: path from the site's root, width and height in pixels."""
    return {
        figure.name: (figure_path(placed, figure), *size_of(catalogue.folder / "files" / figure.name, FIGURE_WIDTH))
        for figure in catalogue.figures_of(placed.work)
    }
