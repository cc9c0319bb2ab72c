"""The stylesheet of every page, made of several: a slow line pays for every file that stands before the first letter."""

from __future__ import annotations

from pathlib import Path

from library.press.output import OutputFile

FOLDER = "assets/stylesheets"
PARTS = ("fonts", "tokens", "library", "search", "covers")
"""Below ``overrides``, in the order of the cascade; they are not published themselves."""

FIRST_FONTS = {
    "en": ("sans-latin", "serif-latin", "names"),
    "ru": ("sans-cyrillic", "sans-latin", "serif-cyrillic", "serif-latin", "names"),
    "kk": ("sans-cyrillic", "sans-cyrillic-ext", "sans-latin", "serif-cyrillic", "serif-cyrillic-ext", "serif-latin", "names"),
    "ko": ("sans-ko-400-1", "sans-ko-700-1", "sans-latin", "names"),
}
"""Files of ``overrides/assets/fonts`` that a page of a language asks for at once: all that its first words need.

Digits, spaces and names are in the Latin files: come later than the letters, they would stand in another face.
"""


def site_css(overrides: Path) -> OutputFile:
    """The parts in one file, which lies where they lie: addresses in them are relative to it."""
    return OutputFile(f"{FOLDER}/site.css", "".join((overrides / FOLDER / f"{part}.css").read_text("utf-8") for part in PARTS))
