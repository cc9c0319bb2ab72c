"""The stylesheet of every page, made of several: a slow line pays for every file that stands before the first letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from library.press.output import OutputFile
from library.press.shells import BASE

FOLDER = "assets/stylesheets"
FONTS = "assets/fonts"
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


_TITLES = re.compile(r'<(h1|p class="lib-edition__title")[^>]*>(.*?)</', re.DOTALL)
_KAZAKH = re.compile("[ӘәҒғҚқҢңӨөҮүҺһ]")
_SCRIPTS = {"cyrillic": re.compile("[А-Яа-яЁёҰұІі]"), "cyrillic-ext": _KAZAKH, "ko": re.compile("[가-힣]")}


def title_fonts(body: str, language: str) -> list[str]:
    """Files that the titles of a page in other letters than its language's need, beside ``FIRST_FONTS``.

    A page would load them all the same; asked for at once they come with the others, and the title is not drawn in a face of the machine.
    """
    found: dict[str, None] = {}
    for element, title in _TITLES.findall(body):
        family = "serif" if element == "h1" and language != "ko" else "sans"
        hangul = "sans-ko-700-1" if element == "h1" else "sans-ko-400-1"
        for script, letters in _SCRIPTS.items():
            if letters.search(title):
                found[hangul if script == "ko" else f"{family}-{script}"] = None
    return [name for name in found if name not in FIRST_FONTS.get(language, ())]


def preloads(names: Iterable[str]) -> str:
    """The elements by which a page asks for fonts before it is read."""
    return "".join(f'<link rel="preload" href="{BASE}/{FONTS}/{name}.woff2" as="font" type="font/woff2" crossorigin>' for name in names)


def site_css(overrides: Path) -> OutputFile:
    """The parts in one file, which lies where they lie: addresses in them are relative to it."""
    return OutputFile(f"{FOLDER}/site.css", "".join((overrides / FOLDER / f"{part}.css").read_text("utf-8") for part in PARTS))
