"""What a work's cover shows in one language: its own picture, or a typographic one.

The typographic cover is SVG whose text is set here, in the site's fonts, so that it looks the
same however large it is shown. It says nothing that the page does not say beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from library.catalogue import titles
from library.catalogue.catalogue import Placed
from library.catalogue.covers import size_of, source_of
from library.catalogue.digests import digest
from library.catalogue.indexes import NOT_STATED
from library.pages.covers.designs import Design, design_of
from library.pages.covers.fonts import REFERENCE, Face, fonts_in, printable, printable_title
from library.pages.covers.held import held_path
from library.pages.covers.layout import fit
from library.pages.covers.motif_files import path_of
from library.pages.covers.svg import number
from library.press import code
from library.press.pieces import Pieces
from library.words.labels import Labels

WIDTH, HEIGHT = 240, 360
"""Units of the SVG."""
MARGIN = 18
MEASURE = WIDTH - 2 * MARGIN
SPARE = 0.97
"""Part of the measure that is used: until the site's fonts arrive, others stand in that are a little wider."""

KIND_BASELINE = 150
TITLE_TOP, TITLE_FOOT = 162, 286
TITLE_SIZES = (25, 22, 20, 18, 16, 14.5, 13, 11.5)
TITLE_LEADING = 1.2
MAKERS_FOOT = 323
YEAR_BASELINE = 342
SMALL_SIZES = (12.5, 11.5, 10.5)
SMALL_LEADING = 1.28


@dataclass(frozen=True)
class TextBlock:
    """Lines of one size: its CSS class ``part``, its font size, and each line's baseline and text.

    No class of the site may have "byline" in it: Zotero's translation server takes what stands there for authors.
    """

    part: str
    size: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class HeldCover:
    """A cover's own picture: ``path`` from the site's root, width and height in pixels, ``alt`` for who does not see it."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class CoverView:
    """Everything on a cover. With ``held`` only that is shown.

    ``motif`` is the picture of the upper third, from the site's root, ``texts`` the blocks from top to foot.
    """

    design: Design
    motif: str
    texts: tuple[TextBlock, ...]
    held: HeldCover | None = None


class Covers:
    """Makes covers in one language. ``fonts`` is the folder of the site's web fonts, ``pieces`` keep how texts are set."""

    def __init__(self, labels: Labels, fonts: Path, pieces: Pieces | None = None) -> None:
        self.labels = labels
        self.pieces = pieces or Pieces()
        self.fonts = fonts_in(fonts)

    def of(self, placed: Placed) -> CoverView:
        """The work's cover: its own, unless it was withdrawn, or a drawn one."""
        return self.cover(placed, None if placed.work.withdrawn else source_of(self.labels.catalogue, placed))

    def cover(self, placed: Placed, picture: Path | None = None) -> CoverView:
        """The work's cover. ``picture`` is the file of its own, if it has one; it was checked and can be read."""
        design = design_of(placed, self.labels.catalogue)
        if picture:
            width, height = size_of(picture)
            alt = self.labels.words.say("Cover of “%(title)s”", title=titles.title(placed.work, self.labels.language).text)
            return CoverView(design, "", (), HeldCover(held_path(placed), width, height, alt))
        return CoverView(design, path_of(design), self._texts(placed))

    def _title(self, placed: Placed) -> str:
        """As the page has it: in brackets where no document prints it."""
        return titles.title(placed.work, self.labels.language).marked

    def _texts(self, placed: Placed) -> tuple[TextBlock, ...]:
        """The blocks that have text: set anew only where a text, a font or the setting is another, since that takes longer than the page."""
        kind, year = self.labels.type(placed.work.type), self.labels.term("years", str(placed.issued.year) if placed.issued else NOT_STATED)
        title, makers = self._title(placed), ", ".join(self.makers(placed))
        key = digest(code.of_module(__name__), self.fonts.version, kind, year, title, makers)
        blocks = self.pieces.of(f"cover {self.labels.language} {placed.work.id}", key, lambda: self._set(kind, year, title, makers))
        return tuple(TextBlock(*block) for block in blocks)

    def _set(self, kind: str, year: str, title: str, named: str) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
        title = printable_title(title, kind, self.fonts.heading.shows)
        room = 2 * SMALL_SIZES[0] * SMALL_LEADING
        makers = self._block("makers", named, self.fonts.text, room, SMALL_SIZES, SMALL_LEADING, foot=MAKERS_FOOT)
        title_room = TITLE_FOOT - TITLE_TOP
        blocks = (
            self._block("kind", kind, self.fonts.strong, SMALL_SIZES[0] * SMALL_LEADING, SMALL_SIZES, SMALL_LEADING, foot=KIND_BASELINE),
            self._block("title", title, self.fonts.heading, title_room, TITLE_SIZES, TITLE_LEADING, top=TITLE_TOP),
            makers,
            self._block("year", year, self.fonts.text, SMALL_SIZES[0] * SMALL_LEADING, SMALL_SIZES, SMALL_LEADING, foot=YEAR_BASELINE),
        )
        return tuple((block.part, block.size, block.lines) for block in blocks if block.lines)

    def makers(self, placed: Placed) -> tuple[str, ...]:
        """Who stands on the cover: the creators, failing them the editors, failing them the body that puts the work out."""
        work = placed.work
        makers = work.creators or tuple(other for other in work.contributors if other.role == "editor")
        names = [self.labels.creator(maker, placed.issued) for maker in makers]
        if names and work.and_others:
            names.append(self.labels.words.say("and others"))
        issuer = self.labels.catalogue.issuer_of(placed)
        return tuple(names) or ((self.labels.party(issuer, placed.issued),) if issuer else ())

    def _block(
        self, part: str, text: str, face: Face, height: float, sizes: tuple[float, ...], leading: float, top: float = 0, foot: float = 0
    ) -> TextBlock:
        """A block below ``top``, or with its last baseline at ``foot``."""
        setting = fit(printable(text, face.shows), MEASURE * SPARE, height, sizes, leading, lambda run: face.width(run) / REFERENCE)
        step = setting.size * setting.leading
        first = top + setting.size if top else foot - (len(setting.lines) - 1) * step
        return TextBlock(
            part, number(setting.size), tuple((number(first + index * step), line) for index, line in enumerate(setting.lines))
        )
