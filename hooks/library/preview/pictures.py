"""Pictures of pages before and after a change, side by side."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

WIDTH, HEIGHT = 1280, 2400
"""Pixels of the window; what lies below is not in the picture."""

GAP = 24
"""Pixels between the two."""

LONGEST = 60
"""Seconds after which a browser is given up."""


def browser() -> str | None:
    """Path of a browser of the Chromium family, or None."""
    return next(
        filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome"))), None
    )


def side_by_side(program: str, before: Path | None, after: Path | None, into: Path) -> bool:
    """Draws the two pages, files on this disk, beside each other; whether there is a picture. Both are cut below the longer one's end."""
    with tempfile.TemporaryDirectory() as folder:
        drawn = [_drawn(program, page, Path(folder) / f"{number}.png") for number, page in enumerate((before, after)) if page]
    pictures = [picture for picture in drawn if picture]
    if not pictures:
        return False
    height = max(_end(picture) for picture in pictures)
    joined = Image.new("RGB", (len(pictures) * (WIDTH + GAP) - GAP, height), "#808080")
    for number, picture in enumerate(pictures):
        joined.paste(picture.crop((0, 0, WIDTH, height)), (number * (WIDTH + GAP), 0))
    into.parent.mkdir(parents=True, exist_ok=True)
    joined.save(into, optimize=True)
    return True


def _drawn(program: str, page: Path, into: Path) -> Image.Image | None:
    if not page.is_file():
        return None
    flags = ["--headless", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb", f"--window-size={WIDTH},{HEIGHT}"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")  # Chromium refuses to be started by root otherwise
    command = [
        program,
        *flags,
        f"--user-data-dir={into.parent / 'profile'}",
        "--virtual-time-budget=5000",
        f"--screenshot={into}",
        page.as_uri(),
    ]
    try:
        subprocess.run(command, capture_output=True, timeout=LONGEST, check=True)
        with Image.open(into) as picture:
            return picture.convert("RGB")
    except (OSError, subprocess.SubprocessError):
        return None


def _end(picture: Image.Image) -> int:
    """The row below which there is nothing but the colour of the last pixel."""
    ground = Image.new("RGB", picture.size, picture.getpixel((picture.width - 1, picture.height - 1)))
    box = ImageChops.difference(picture, ground).getbbox()
    return min(box[3] + GAP, picture.height) if box else picture.height
