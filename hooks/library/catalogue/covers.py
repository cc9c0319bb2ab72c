"""Covers that the library holds as files: how large they are, and a light copy for pages."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from PIL import Image, ImageOps

from library.catalogue.catalogue import Catalogue, Placed

SHOWN_WIDTH = 480
"""Pixels: twice the width of a cover on a page, for screens with two dots to the pixel."""

FIGURE_WIDTH = 1280
"""Pixels of a figure in a text: twice the measure in which texts are set, nearly."""

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST = 40_000_000
"""Pixels of a picture that is read at all: a scan of A4 at 600 dots to the inch has 35 million."""

SIZE_LIMIT = 50_000_000
"""Bytes of a picture that is read at all."""

RATIO = 10
"""How many times as long as the other a side may be: what is longer is no cover, and WebP has 16,383 pixels at most."""


class UnreadableCover(ValueError):
    """The file is no picture that can be shown; the message says why."""


def source_of(catalogue: Catalogue, placed: Placed) -> Path | None:
    """The picture that a record names as the work's cover; None where it names none."""
    return catalogue.folder / "files" / placed.work.cover if placed.work.cover else None


def size_of(source: Path, widest: int = SHOWN_WIDTH) -> tuple[int, int]:
    """Width and height in pixels of the copy that ``light_copy`` makes. Raises UnreadableCover."""
    return _size_of(source, widest, source.stat().st_mtime_ns)


@cache
def _size_of(source: Path, widest: int, modified: int) -> tuple[int, int]:
    with _opened(source) as picture:
        return _shown(*_upright(picture), widest)


def check(source: Path) -> None:
    """Raises UnreadableCover where no light copy can be made: the picture is decoded whole."""
    _check(source, source.stat().st_mtime_ns)


@cache
def _check(source: Path, modified: int) -> None:
    with _opened(source) as picture:
        _decoded(picture, SHOWN_WIDTH)


def light_copy(source: Path, widest: int = SHOWN_WIDTH) -> bytes:
    """The picture as WebP, at most ``widest`` pixels wide, without what the camera or scanner noted in it.

    The same bytes for the same file. Raises UnreadableCover.
    """
    with _opened(source) as picture:
        size = _shown(*_upright(picture), widest)
        out = io.BytesIO()
        _decoded(picture, widest).resize(size, Image.Resampling.LANCZOS).save(out, "WEBP", quality=78, method=4)
        return out.getvalue()


def _decoded(picture: Image.Image, widest: int) -> Image.Image:
    size = _shown(*_upright(picture), widest)
    with _foreseen("the picture is not whole"):
        picture.draft("RGB", (2 * size[0], 2 * size[1]))  # JPEG: decoded at a fraction of its size
        return ImageOps.exif_transpose(picture).convert("RGBA" if "transparency" in picture.info or "A" in picture.mode else "RGB")


@contextmanager
def _foreseen(what: str) -> Iterator[None]:
    """Whatever Pillow says of bytes that it cannot read; its readers of formats raise anything, struct.error among it."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except Exception as error:
        raise UnreadableCover(f"{what}: {error}") from error


def _opened(source: Path) -> Image.Image:
    if source.stat().st_size > SIZE_LIMIT:
        raise UnreadableCover(f"it has more than {SIZE_LIMIT:,} bytes")
    with _foreseen("it is not a picture in JPEG, PNG or WebP"):
        picture = Image.open(source, formats=FORMATS)
    if picture.width * picture.height > LARGEST:
        raise UnreadableCover(f"it has {picture.width} by {picture.height} pixels, more than {LARGEST:,}")
    if max(picture.size) > RATIO * min(picture.size):
        raise UnreadableCover(f"it has {picture.width} by {picture.height} pixels, and one side is more than {RATIO} times the other")
    return picture


def _upright(picture: Image.Image) -> tuple[int, int]:
    """Width and height after turning the picture as its EXIF orientation asks: 5 to 8 lie on their side."""
    with _foreseen("the picture is not whole"):
        lies = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (picture.height, picture.width) if lies else picture.size


def _shown(width: int, height: int, widest: int) -> tuple[int, int]:
    if width <= widest:
        return width, height
    return widest, max(1, round(height * widest / width))
