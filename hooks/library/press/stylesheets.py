"""The stylesheet of every page, made of several: a slow line pays for every file that stands before the first letter."""

from __future__ import annotations

from pathlib import Path

from library.press.output import OutputFile

FOLDER = "assets/stylesheets"
PARTS = ("fonts", "tokens", "library", "search", "covers")
"""Below ``overrides``, in the order of the cascade; they are not published themselves."""

FIRST_FONTS = {
    "en": ("sans-latin", "serif-latin", "names"),
    "ru": ("sans-cyrillic", "serif-cyrillic", "names"),
    "kk": ("sans-cyrillic", "sans-cyrillic-ext", "serif-cyrillic", "serif-cyrillic-ext", "names"),
    "ko": ("sans-ko-400-1", "sans-ko-700-1", "names"),
}
"""Files of ``overrides/assets/fonts`` that a page of a language asks for at once, for its first letters."""


def site_css(overrides: Path) -> OutputFile:
    """The parts in one file, which lies where they lie: addresses in them are relative to it."""
    return OutputFile(f"{FOLDER}/site.css", "".join((overrides / FOLDER / f"{part}.css").read_text("utf-8") for part in PARTS))
