"""How wide words are in a drawing, and where they break: a drawing does not break lines itself.

Widths are those of Source Sans 3 and Noto Sans KR, the library's faces, by class of letter and
on the wide side; the unit is the size of the letters.
"""

from __future__ import annotations

from functools import lru_cache

_NARROW = set("iljtfrI.,:;'()[]|!-· ")
_BROAD = set("mwMWшщжмюфыШЩЖМЮФЫ@%—")


def _width(letter: str) -> float:
    if "\u1100" <= letter <= "\u11ff" or "\u2e80" <= letter <= "\ud7a3" or "\uff00" <= letter <= "\uff60":
        return 0.93
    if letter in _NARROW:
        return 0.3
    if letter in _BROAD:
        return 0.82
    return 0.62 if letter.isupper() else 0.53


@lru_cache(maxsize=4096)
def width(text: str, size: float) -> float:
    """Width of a line of text in letters of that size."""
    return sum(map(_width, text)) * size


def shortened(text: str, size: float, room: float) -> str:
    """The text, or as much of it as fits, with dots for the rest."""
    if width(text, size) <= room:
        return text
    while text and width(text + "…", size) > room:
        text = text[:-1].rstrip()
    return text + "…"


@lru_cache(maxsize=4096)
def lines(text: str, size: float, room: float, most: int = 2) -> tuple[str, ...]:
    """The text in at most so many lines of about one length, each no wider than the room.

    Words are kept whole; what still does not fit ends in dots.
    """
    if width(text, size) <= room:
        return (text,)
    words = text.split()
    for number in range(2, most + 1):
        broken = min(_breaks(words, number), key=lambda made: max(width(line, size) for line in made), default=None)
        if broken and max(width(line, size) for line in broken) <= room:
            return tuple(broken)
    return _cut(words, size, room, most)


def _breaks(words: list[str], number: int) -> list[list[str]]:
    """Every way to break the words into so many lines."""
    if number == 1:
        return [[" ".join(words)]] if words else []
    return [[" ".join(words[:at]), *rest] for at in range(1, len(words)) for rest in _breaks(words[at:], number - 1)]


def _cut(words: list[str], size: float, room: float, most: int) -> tuple[str, ...]:
    """Lines filled one after the other, the last one cut."""
    made: list[str] = []
    while words and len(made) < most - 1:
        end = max((at for at in range(1, len(words) + 1) if width(" ".join(words[:at]), size) <= room), default=1)
        made.append(shortened(" ".join(words[:end]), size, room))
        words = words[end:]
    return (*made, shortened(" ".join(words), size, room)) if words else tuple(made)


def ticks(largest: int, most: int = 5) -> tuple[int, ...]:
    """Round numbers from 0 to at least ``largest`` for an axis, in even steps, ``most`` steps at most."""
    step = next(step for power in range(12) for step in (10**power, 2 * 10**power, 5 * 10**power) if step * most >= largest)
    top = -(-max(largest, 1) // step) * step
    return tuple(range(0, top + 1, step))
