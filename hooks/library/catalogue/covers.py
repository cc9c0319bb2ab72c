"""Covers that the library holds as files: how large they are, and a light copy for pages."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from library.catalogue.catalogue import Catalogue, Placed

SHOWN_WIDTH = 480
"""Pixels: twice the width of a cover on a page, for screens with two dots to the pixel."""

FORMATS = ("JPEG", "PNG", "WEBP")
LARGEST = 40_000_000
"""Pixels of a picture that is read at all: a scan of A4 at 600 dots to the inch has 35 million."""


class UnreadableCover(ValueError):
    """The file is no picture that can be shown; the message says why."""


def source_of(catalogue: Catalogue, placed: Placed) -> Path | None:
    """The picture that a record names as the work's cover; None where it names none."""
    return catalogue.folder / "files" / placed.work.cover if placed.work.cover else None


def size_of(source: Path) -> tuple[int, int]:
    """Width and height in pixels of the copy that ``light_copy`` makes. Raises UnreadableCover."""
    return _size_of(source, source.stat().st_mtime_ns)


@cache
def _size_of(source: Path, modified: int) -> tuple[int, int]:
    with _opened(source) as picture:
        return _shown(*_upright(picture))


def light_copy(source: Path) -> bytes:
    """The cover as WebP, at most ``SHOWN_WIDTH`` wide, without what the camera or scanner noted in it.

    The same bytes for the same file. Raises UnreadableCover.
    """
    with _opened(source) as picture:
        size = _shown(*_upright(picture))
        picture.draft("RGB", (2 * size[0], 2 * size[1]))  # JPEG: decoded at a fraction of its size
        try:
            upright = ImageOps.exif_transpose(picture).convert("RGBA" if "transparency" in picture.info or "A" in picture.mode else "RGB")
        except (OSError, SyntaxError) as error:
            raise UnreadableCover(f"the picture is not whole: {error}") from error
        out = io.BytesIO()
        upright.resize(size, Image.Resampling.LANCZOS).save(out, "WEBP", quality=78, method=4)
        return out.getvalue()


def _opened(source: Path) -> Image.Image:
    try:
        picture = Image.open(source, formats=FORMATS)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise UnreadableCover(f"it is not a picture in JPEG, PNG or WebP: {source.name}") from error
    if picture.width * picture.height > LARGEST:
        raise UnreadableCover(f"it has {picture.width} by {picture.height} pixels, more than {LARGEST:,}")
    return picture


def _upright(picture: Image.Image) -> tuple[int, int]:
    """Width and height after turning the picture as its EXIF orientation asks: 5 to 8 lie on their side."""
    lies = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
    return (picture.height, picture.width) if lies else picture.size


def _shown(width: int, height: int) -> tuple[int, int]:
    if width <= SHOWN_WIDTH:
        return width, height
    return SHOWN_WIDTH, max(1, round(height * SHOWN_WIDTH / width))
