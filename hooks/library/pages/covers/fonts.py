"""The site's own fonts for setting text in pictures: several files of letters that read as one face.

The files are the web fonts in ``overrides/assets/fonts`` (WOFF2, which FreeType in Pillow's
wheels reads as it is), cut by script. What a file holds is asked of the file itself, so a
font made anew by ``scripts/fonts`` needs no change here.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont, features

from library.pages.covers.layout import letters_of

REFERENCE = 64
"""Size in pixels at which text is measured; widths at other sizes are in proportion to it."""

KOREAN_SIZE = 0.95
"""Hangul stands a little smaller beside Latin letters, as ``fonts.css`` has it (``size-adjust``)."""

_EAST_ASIAN = 0x2E80
_LATIN_SLICES = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
_NO_CHARACTER = "\U0010ffff"  # a noncharacter: every font shows its .notdef for it


def layout_engine() -> ImageFont.Layout:
    """Raqm where it is: it kerns. Pillow's wheels bring it, but look for the machine's FriBidi."""
    return ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC


class Slice:
    """One font file: the letters of a script. ``weight`` is that of a variable font, which files of one weight do not have."""

    def __init__(self, path: Path, weight: int | None, scale: float) -> None:
        self.path = path
        self.weight = weight
        self.scale = scale
        self._known: dict[str, bool] = {}
        self._sizes: dict[float, ImageFont.FreeTypeFont] = {}

    def at(self, size: float) -> ImageFont.FreeTypeFont:
        """The font at a size in pixels, opened once."""
        font = self._sizes.get(size)
        if font is None:
            font = self._sizes[size] = self._open(size * self.scale, layout_engine())
        return font

    def has(self, character: str) -> bool:
        """True where the file draws the character as itself: not as its .notdef, and blank only if it is a space."""
        known = self._known.get(character)
        if known is None:
            known = self._known[character] = self._draws(character)
        return known

    def _draws(self, character: str) -> bool:
        mask = self._probe.getmask(character)
        return (mask.getbbox() is None) == character.isspace() and (mask.size, bytes(mask)) != self._missing

    @cached_property
    def _probe(self) -> ImageFont.FreeTypeFont:
        return self._open(REFERENCE, ImageFont.Layout.BASIC)

    @cached_property
    def _missing(self) -> tuple[tuple[int, int], bytes]:
        mask = self._probe.getmask(_NO_CHARACTER)
        return mask.size, bytes(mask)

    def _open(self, size: float, engine: ImageFont.Layout) -> ImageFont.FreeTypeFont:
        font = ImageFont.truetype(self.path, size, layout_engine=engine)
        if self.weight is not None:
            font.set_variation_by_axes([self.weight])
        return font


class Face:
    """One typeface in one weight, made of the slices that together hold its letters.

    Positions are in pixels, y growing downwards; text stands on a baseline.
    """

    def __init__(self, folder: Path, latin: str, korean: str, weight: int | None = None) -> None:
        western = [Slice(folder / f"{latin}-{part}.woff2", weight, 1) for part in _LATIN_SLICES]
        eastern = [Slice(path, None, KOREAN_SIZE) for path in sorted(folder.glob(f"{korean}-*.woff2"))]
        self._known: dict[str, Slice | None] = {}
        self._western, self._eastern = (*western, *eastern), (*eastern, *western)
        # Titles share most of their words: kept, they save a third of the time. A drawn one takes some 10 KB.
        self.width = lru_cache(maxsize=20_000)(self._width)
        self._drawn = lru_cache(maxsize=1_500)(self._draw_word)
        # FreeType takes a millisecond for a word of a title; of letters there are few, some 2 KB each.
        self._letter = lru_cache(maxsize=3_000)(_draw_letter)
        self._advance = lru_cache(maxsize=20_000)(_advance)

    def shows(self, character: str) -> bool:
        """True where some slice has the character."""
        return self._slice(character) is not None

    def _width(self, text: str) -> float:
        """Width of a text set in one line at ``REFERENCE`` pixels."""
        return sum(slice_.at(REFERENCE).getlength(run) for slice_, run in self.runs(text))

    def draw(self, picture: Image.Image, x: float, baseline: float, text: str, size: float) -> None:
        """Sets a text in black in one line of a grey picture, beginning at x."""
        for word in text.split(" "):
            mask, right, down = self._drawn(word, size)
            picture.paste(0, (round(x) + right, round(baseline) + down), mask)
            x += (self.width(word) + self.width(" ")) * size / REFERENCE

    def _draw_word(self, word: str, size: float) -> tuple[Image.Image, int, int]:
        """A word in white on black, and how far right of and below its beginning on the baseline it lies."""
        margin = math.ceil(size)
        mask = Image.new("L", (math.ceil(self.width(word) * size / REFERENCE) + 2 * margin, 3 * margin), 0)
        x = float(margin)
        for slice_, run in self.runs(word):
            letters = list(letters_of(run))
            for letter, after in zip(letters, [*letters[1:], ""], strict=True):
                drawn, right, down = self._letter(slice_, letter, size)
                mask.paste(255, (round(x) + right, 2 * margin + down), drawn)
                x += self._advance(slice_, letter, after) * size / REFERENCE
        box = mask.getbbox() or (0, 0, 1, 1)
        return mask.crop(box), box[0] - margin, box[1] - 2 * margin

    def runs(self, text: str) -> Iterator[tuple[Slice, str]]:
        """The text in pieces that one slice can draw each; characters that none has are left out."""
        current: Slice | None = None
        run = ""
        for character in text:
            found = current if current and current.has(character) else self._slice(character)
            if found is None:
                continue
            if found is not current and run and current:
                yield current, run
                run = ""
            current = found
            run += character
        if run and current:
            yield current, run

    def _slice(self, character: str) -> Slice | None:
        try:
            return self._known[character]
        except KeyError:
            found = self._known[character] = self._find(character)
            return found

    def _find(self, character: str) -> Slice | None:
        slices = self._eastern if ord(character) >= _EAST_ASIAN else self._western
        return next((slice_ for slice_ in slices if slice_.has(character)), None)


def _draw_letter(slice_: Slice, letter: str, size: float) -> tuple[Image.Image, int, int]:
    """A letter in white on black, and how far right of and below its place on the baseline it lies."""
    margin = math.ceil(size)
    mask = Image.new("L", (4 * margin, 3 * margin), 0)
    ImageDraw.Draw(mask).text((margin, 2 * margin), letter, fill=255, font=slice_.at(size), anchor="ls")
    box = mask.getbbox() or (0, 0, 1, 1)
    return mask.crop(box), box[0] - margin, box[1] - 2 * margin


def _advance(slice_: Slice, letter: str, after: str) -> float:
    """How far after a letter the next one stands at ``REFERENCE`` pixels: nearer where the two are kerned."""
    font = slice_.at(REFERENCE)
    return font.getlength(letter + after) - font.getlength(after) if after else font.getlength(letter)


class Fonts:
    """The faces of the site: ``heading`` for titles, ``text`` and ``strong`` for what is small.

    ``folder`` holds the web fonts.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heading = Face(folder, "serif", "sans-ko-700")
        self.text = Face(folder, "sans", "sans-ko-400", 400)
        self.strong = Face(folder, "sans", "sans-ko-700", 600)

    @cached_property
    def version(self) -> str:
        """Changes with the files and with whatever else decides how they are drawn."""
        digest = blake2b(digest_size=12)
        for path in sorted(self.folder.glob("*.woff2")):
            digest.update(path.name.encode() + path.read_bytes())
        for name in ("pil", "freetype2", "harfbuzz", "raqm"):
            digest.update(str(features.version(name)).encode() + b"\0")
        digest.update(str(int(layout_engine())).encode())
        return digest.hexdigest()


@cache
def fonts_in(folder: Path) -> Fonts:
    """The site's faces, opened once in a process: covers and share pictures measure the same words."""
    return Fonts(folder)


def printable(text: str, shows: Callable[[str], bool]) -> str:
    """The text as the fonts can print it, in one line: nothing in it would come out as an empty box.

    A letter that no font has becomes its plain form (a ligature, a full-width digit), a
    syllable of rare Hangul its letters, an accented letter its base; what has none of these
    (an emoji, a script that the site does not ship) is left out, with brackets that only
    held it. May be empty.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = composed
    if not all(map(shows, set(composed))):
        kept = "".join(character if shows(character) else _instead(character, shows) for character in composed)
    return _tidied(kept, left_out=len(kept) < len(composed))


def printable_title(title: str, instead: str, shows: Callable[[str], bool]) -> str:
    """The title as the fonts can print it; where that is less than half of its letters, the other text."""
    kept = printable(title, shows)
    if not kept or 2 * sum(map(str.isalnum, kept)) < sum(map(str.isalnum, title)):
        return printable(instead, shows)
    return kept


def _instead(character: str, shows: Callable[[str], bool]) -> str:
    if character.isspace() or unicodedata.category(character) in ("Zl", "Zp"):
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Mn", "Me"):
        return ""
    parts = [_letter_of_hangul(part) for part in unicodedata.normalize("NFKD", character)]
    return "".join(part for part in parts if part != character and shows(part) and not unicodedata.combining(part))


def _letter_of_hangul(jamo: str) -> str:
    """The letter that stands by itself for one that only stands within a syllable."""
    name = unicodedata.name(jamo, "")
    for within in ("CHOSEONG", "JUNGSEONG", "JONGSEONG"):
        if name.startswith(f"HANGUL {within} "):
            try:
                return unicodedata.lookup(name.replace(within, "LETTER"))
            except KeyError:
                return jamo
    return jamo


def _tidied(text: str, left_out: bool) -> str:
    """In one line, and without the traces of what was left out. No-break spaces stay."""
    if left_out:
        text = re.sub(r"\(\s*\)|\[\s*\]|«\s*»|“\s*”", "", text)
    text = " ".join(part for part in re.split(r"[^\S\u00a0]+", text) if part)
    return text.strip(" \u00a0-–—,:;/|·" if left_out else " \u00a0")
