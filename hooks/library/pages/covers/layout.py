"""Lines of text in a box: where lines may break, which size fits, what is cut.

Nothing here knows fonts: a width is asked of a function, in units at size 1.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"

Measure = Callable[[str], float]
"""Width of a text at size 1."""


@dataclass(frozen=True)
class Setting:
    """Text set in lines at a size; ``cut`` where not all of it found room."""

    lines: tuple[str, ...]
    size: float
    leading: float
    cut: bool = False

    @property
    def height(self) -> float:
        """From the top of the first line to the foot of the last."""
        return len(self.lines) * self.size * self.leading


@dataclass(frozen=True)
class Piece:
    """Text that stays on one line; ``spaced`` where a space stands before it within a line."""

    text: str
    spaced: bool


def fit(text: str, width: float, height: float, sizes: Sequence[float], leading: float, measure: Measure) -> Setting:
    """The text in the largest of the sizes (falling) at which it fits the box, whole words on each line.

    At the last size a word wider than the box is broken where the line is full, and what does
    not fit is cut with an ellipsis. Lines are of nearly equal length. An empty text has no lines.
    """
    whole = list(pieces(text))
    if not whole:
        return Setting((), sizes[0], leading)
    # Each piece is asked for at every size and some ten times to balance the lines.
    widths = {piece.text: measure(piece.text) for piece in whole}
    widths[" "] = measure(" ")
    widest, ask = max(widths[piece.text] for piece in whole), measure
    measure = widths.__getitem__
    for size in sizes:
        room = int(height / (size * leading) + 1e-6)
        if widest * size > width:
            continue
        lines = _filled(whole, width / size, measure)
        if len(lines) <= room:
            return Setting(_balanced(whole, len(lines), width / size, measure), size, leading)
    size, measure = sizes[-1], ask
    room = max(1, int(height / (size * leading) + 1e-6))
    broken = [part for piece in whole for part in _broken(piece, width / size, measure)]
    lines = _filled(broken, width / size, measure)
    if len(lines) <= room:
        return Setting(_balanced(broken, len(lines), width / size, measure), size, leading)
    return Setting((*lines[: room - 1], _cut(lines[room - 1], width / size, measure)), size, leading, cut=True)


def pieces(text: str) -> Iterator[Piece]:
    """The text where lines may break: at spaces, and after a hyphen or slash within a long word.

    Hangul breaks at spaces only, as the site's pages have it (``word-break: keep-all``). A
    dash stays with what goes before it, a word of one Latin or Cyrillic letter (a, в, и) with
    what follows; a no-break space holds.
    """
    text = re.sub(r"[ \t\n]+([–—])(?=[ \t\n])", "\u00a0\\1", text)
    text = re.sub(r"(?:(?<=[ \t\n])|^)([A-Za-zА-Яа-яЁёІі])[ \t\n]+(?=\w)", "\\1\u00a0", text)
    for word in re.split(r"[ \t\n]+", text):
        for number, part in enumerate(re.split(r"(?<=\w{3}[-‐/])(?=\w{3})", word)):
            if part:
                yield Piece(part, spaced=number == 0)


def _filled(whole: Sequence[Piece], width: float, measure: Measure) -> list[str]:
    """Lines filled one after another; a piece wider than the width stands alone."""
    lines: list[str] = []
    line, used, space = "", 0.0, measure(" ")
    for piece in whole:
        gap = space if piece.spaced else 0.0
        wide = measure(piece.text)
        if line and used + gap + wide > width:
            lines.append(line)
            line, used = piece.text, wide
        elif line:
            line, used = line + (" " if piece.spaced else "") + piece.text, used + gap + wide
        else:
            line, used = piece.text, wide
    return [*lines, line] if line else lines


def _balanced(whole: Sequence[Piece], number: int, width: float, measure: Measure) -> tuple[str, ...]:
    """As many lines, filled to the least width at which they stay that many."""
    if number < 2:
        return tuple(_filled(whole, width, measure))
    least, most = max(measure(piece.text) for piece in whole), width
    for _ in range(6):
        middle = (least + most) / 2
        if len(_filled(whole, middle, measure)) <= number:
            most = middle
        else:
            least = middle
    return tuple(_filled(whole, most, measure))


def _broken(piece: Piece, width: float, measure: Measure) -> Iterator[Piece]:
    """The piece in parts that are no wider than the width, or of one letter."""
    part, spaced = "", piece.spaced
    for letter in letters_of(piece.text):
        if part and measure(part + letter) > width:
            yield Piece(part, spaced)
            part, spaced = "", False
        part += letter
    yield Piece(part, spaced)


def letters_of(text: str) -> Iterator[str]:
    """Letters with the marks that stand on them."""
    letter = ""
    for character in text:
        if letter and not unicodedata.combining(character):
            yield letter
            letter = ""
        letter += character
    if letter:
        yield letter


def _cut(line: str, width: float, measure: Measure) -> str:
    """The line shortened until an ellipsis fits after it: by words, and a single word by letters."""
    while measure(_ended(line)) > width and " " in line:
        line = line.rsplit(" ", 1)[0]
    while measure(_ended(line)) > width and line:
        line = "".join(list(letters_of(line))[:-1])
    return _ended(line)


def _ended(line: str) -> str:
    return line.rstrip(" \u00a0,.:;–—-([{«“") + ELLIPSIS
