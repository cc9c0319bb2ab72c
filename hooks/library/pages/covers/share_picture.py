"""Pictures that messengers and social networks show of a link: PNG, 1200 by 630 pixels.

The size is the one that https://developers.facebook.com/docs/sharing/webmasters/images/ asks
for. A picture has four colours, one deep, one of paper and two between: edges of letters are
smooth enough where it is shown at half its size, and a file takes some ten kilobytes. With 16
colours it would take 15, and twice as long to compress.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from PIL import Image, ImageDraw

from library.pages.covers.designs import PAPER, Design, channels
from library.pages.covers.fonts import REFERENCE, Face, fonts_in, printable, printable_title
from library.pages.covers.layout import Measure, Setting, fit
from library.pages.covers.motifs import MOTIFS, Box, Disc, Ring, Shape
from library.pages.covers.picture_cache import PictureCache, fingerprint

WIDTH, HEIGHT = 1200, 630
BAND = 280
"""Width of the coloured band with the motif."""
CELLS = (4, 9)
"""Columns and rows of the motif."""
LEFT, RIGHT = BAND + 68, WIDTH - 68
TITLE_TOP, TITLE_FOOT = 140, 510
TITLE_SIZES = (76, 68, 60, 54, 48, 43, 39)
"""Pixels. Messengers show the picture at half its size or less, so the least is about 16 there."""
TITLE_LEADING = 1.22
SMALL_SIZES = (30, 27, 24)
SMALL_LEADING = 1.25
KIND_BASELINE = 98
NAME_BASELINE = 572
MARK = 46
"""Width of the site's mark before its name."""

_OVER = 4
"""Shapes are drawn this many times too large, then made smaller, for smooth edges."""

STEPS = (0, 66, 158, 255)
"""Greys of the four colours: how much paper each has in it, of 255."""
_BITS = 2
_COMPRESSION = 7
"""zlib's level: 5 saves 1 ms of 3 and adds a fifth to the size; 9 takes 11 ms more and saves a twentieth."""


@dataclass(frozen=True)
class ShareText:
    """What a picture says, in one language. ``kind`` and ``year`` as the work's page says them."""

    title: str
    kind: str
    year: str
    site_name: str


@dataclass(frozen=True)
class Line:
    """One line of text: where its baseline begins, and how it is set."""

    face: Face
    text: str
    x: float
    baseline: float
    size: float

    @property
    def width(self) -> float:
        return self.face.width(self.text) * self.size / REFERENCE


class SharePictures:
    """Makes share pictures, and keeps them from build to build in the folder ``cache``, if there is one.

    ``fonts`` is the folder of the site's web fonts.
    """

    def __init__(self, fonts: Path, cache: Path | None = None) -> None:
        self.fonts = fonts_in(fonts)
        self.kept = PictureCache(cache)
        self.paper = lru_cache(maxsize=8)(self._paper)

    @cached_property
    def version(self) -> str:
        """Changes with the fonts and with this package: kept pictures are those of the same version."""
        sources = sorted(Path(__file__).parent.glob("*.py"))
        return fingerprint(self.fonts.version, *(path.read_text("utf-8") for path in sources))

    def png(self, text: ShareText, design: Design) -> bytes:
        """The picture; the same bytes for the same text and design."""
        key = fingerprint(self.version, *map(str, (*vars(text).values(), *vars(design).values())))
        made = self.kept.find(key)
        if made is None:
            made = encoded(self.picture(text, design), design.colour)
            self.kept.keep(key, made)
        return made

    def picture(self, text: ShareText, design: Design) -> Image.Image:
        """The picture in greys: 0 stands for the deep colour, 255 for paper."""
        picture = self.paper(text.site_name).copy()
        picture.paste(band(design.motif, design.variant), (0, 0))
        _draw(self.lines(text), picture)
        return picture

    def _paper(self, site_name: str) -> Image.Image:
        """Paper with the site's mark and name: shared by all works."""
        picture = Image.new("L", (WIDTH, HEIGHT), 255)
        picture.paste(_mark(), (LEFT, NAME_BASELINE - 10 - MARK // 2))
        _draw(self.name(site_name), picture)
        return picture

    def name(self, site_name: str) -> Iterable[Line]:
        """The site's name, after its mark."""
        left = LEFT + MARK + 18
        setting = self._fit(printable(site_name, self.fonts.text.shows), self.fonts.text, RIGHT - left, 1)
        return _lines(setting, self.fonts.text, left, NAME_BASELINE)

    def lines(self, text: ShareText) -> Iterable[Line]:
        """Kind, year and title. Where the fonts lack most of a title, the kind stands in its place."""
        kind = " · ".join(part for part in (text.kind, text.year) if part)
        kind = printable(kind, self.fonts.strong.shows)
        title = printable_title(text.title, text.kind, self.fonts.heading.shows)
        set_kind = self._fit(kind, self.fonts.strong, RIGHT - LEFT, 1)
        set_title = fit(title, RIGHT - LEFT, TITLE_FOOT - TITLE_TOP, TITLE_SIZES, TITLE_LEADING, _unit(self.fonts.heading))
        yield from _lines(set_kind, self.fonts.strong, LEFT, KIND_BASELINE)
        yield from _lines(set_title, self.fonts.heading, LEFT, TITLE_TOP + set_title.size)

    def _fit(self, text: str, face: Face, width: float, lines: int) -> Setting:
        return fit(text, width, lines * SMALL_SIZES[0] * SMALL_LEADING, SMALL_SIZES, SMALL_LEADING, _unit(face))


def _unit(face: Face) -> Measure:
    return lambda text: face.width(text) / REFERENCE


def _draw(lines: Iterable[Line], picture: Image.Image) -> None:
    for line in lines:
        line.face.draw(picture, line.x, line.baseline, line.text, line.size)


def _lines(setting: Setting, face: Face, x: float, baseline: float) -> Iterable[Line]:
    for number, text in enumerate(setting.lines):
        yield Line(face, text, x, baseline + number * setting.size * setting.leading, setting.size)


@lru_cache(maxsize=64)
def band(motif: str, variant: int) -> Image.Image:
    """The coloured band with its motif: shared by all works of one look."""
    return drawn(MOTIFS[motif](*CELLS, variant), BAND, HEIGHT, BAND / CELLS[0])


def drawn(shapes: Iterable[Shape], width: int, height: int, cell: float) -> Image.Image:
    """Shapes on the deep colour, in greys."""
    large = Image.new("L", (width * _OVER, height * _OVER), 0)
    on, unit = ImageDraw.Draw(large), cell * _OVER
    for shape in shapes:
        tone = _nearest(round(shape.tone * 255))
        if isinstance(shape, Disc):
            on.circle((shape.x * unit, shape.y * unit), shape.radius * unit, fill=tone)
        elif isinstance(shape, Ring):
            on.circle((shape.x * unit, shape.y * unit), shape.radius * unit, outline=tone, width=max(1, round(shape.width * unit)))
        elif isinstance(shape, Box):
            on.rectangle(
                (shape.x * unit, shape.y * unit, (shape.x + shape.width) * unit - 1, (shape.y + shape.height) * unit - 1), fill=tone
            )
        else:
            on.polygon([(x * unit, y * unit) for x, y in shape.corners], fill=tone)
    return large.reduce(_OVER)


@lru_cache(maxsize=1)
def _mark() -> Image.Image:
    """The site's mark as in ``assets/images/favicon.svg``: 32 units wide and high there."""
    unit = MARK * _OVER / 32
    large = Image.new("L", (MARK * _OVER, MARK * _OVER), 255)
    on = ImageDraw.Draw(large)
    on.polygon([(x * unit, y * unit) for x, y in ((16, 1), (30, 9), (30, 23), (16, 31), (2, 23), (2, 9))], fill=0)
    for y in (12, 16, 20):
        on.rectangle((9 * unit, (y - 1) * unit, 23 * unit, (y + 1) * unit), fill=255)
    return large.reduce(_OVER)


def _step(grey: int) -> int:
    """Which of the four colours is nearest to a grey."""
    return min(range(len(STEPS)), key=lambda step: abs(STEPS[step] - grey))


def _nearest(grey: int) -> int:
    return STEPS[_step(grey)]


_TO_STEPS = [_step(grey) for grey in range(256)]


def palette(colour: str) -> bytes:
    """The four colours, from the deep one to paper: red, green and blue of each in turn."""
    deep, paper = channels(colour), channels(PAPER)
    return bytes(round(one + (other - one) * grey / 255) for grey in STEPS for one, other in zip(deep, paper, strict=True))


def encoded(picture: Image.Image, colour: str) -> bytes:
    """The picture as PNG with a palette of four, four pixels to the byte.

    Written here and not by Pillow, which takes neither two bits nor rows without a filter:
    both halve the file (https://www.w3.org/TR/png-3/, 4.1 and 9).
    """
    steps = picture.point(_TO_STEPS)
    steps.putpalette(palette(colour))
    width = WIDTH * _BITS // 8
    rows = Image.new("L", (width + 1, HEIGHT), 0)  # each row begins with the number of its filter, 0 for none
    rows.paste(Image.frombytes("L", (width, HEIGHT), steps.tobytes("raw", f"P;{_BITS}")), (1, 0))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, _BITS, 3, 0, 0, 0)
    data = zlib.compress(rows.tobytes(), _COMPRESSION)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*chunk) for chunk in ((b"IHDR", header), (b"PLTE", palette(colour)), (b"IDAT", data), (b"IEND", b""))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
