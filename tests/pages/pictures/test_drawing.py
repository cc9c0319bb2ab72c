"""Lettering, axes and shades, for any words and numbers."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from catalogues import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library.pages.pictures.counts import scale, shade
from library.pages.pictures.lettering import lines, ticks, width

NUMBERS = st.integers(1, 3_000)


@given(st.lists(st.text("abcШщю가나 -", min_size=1, max_size=20), min_size=1, max_size=7), st.integers(40, 300), st.integers(1, 3))
def test_no_line_is_wider_than_its_room_and_no_more_are_made(words: list[str], room: int, most: int) -> None:
    text = " ".join(" ".join(words).split())
    made = lines(text, 12, room, most)
    assert len(made) <= most
    assert all(width(line, 12) <= room for line in made)
    if not any("…" in line for line in made):
        assert " ".join(made) == text


def test_words_break_where_lines_come_out_alike() -> None:
    assert lines("Управление человеческими ресурсами", 12, 170) == ("Управление", "человеческими ресурсами")
    assert lines("Bolivia", 12, 100) == ("Bolivia",)
    assert lines("Корейская Народно-Демократическая Республика", 12, 116)[-1].endswith("…")


@given(NUMBERS)
def test_an_axis_reaches_its_largest_number_in_few_even_steps(largest: int) -> None:
    made = ticks(largest)
    assert made[0] == 0 and made[-1] >= largest and len(made) <= 6
    assert len({after - before for before, after in pairwise(made)}) == 1


@given(NUMBERS, st.data())
def test_more_works_are_never_paler(largest: int, data: st.DataObject) -> None:
    fewer = data.draw(st.integers(0, largest))
    more = data.draw(st.integers(fewer, largest))
    assert shade(fewer, largest) <= shade(more, largest) <= 5
    assert (shade(fewer, largest) == 0) == (fewer == 0)
    assert shade(largest, largest) == 5


@given(NUMBERS)
def test_the_scale_names_each_number_once(largest: int) -> None:
    named = [number for level, least, most in scale(largest) for number in range(least, most + 1) if shade(number, largest) == level]
    assert named == list(range(1, largest + 1))


# -- contrast ------------------------------------------------------------------------------

STYLES = ROOT / "overrides" / "assets" / "stylesheets"


def tokens(theme: str) -> dict[str, tuple[float, ...]]:
    """The colours of tokens.css in a theme, 0 to 255."""
    text = (STYLES / "tokens.css").read_text("utf-8")
    found = dict(re.findall(r"--([\w-]+): ([^;]+);", text[text.index(":root {") : text.index(':root[data-theme="dark"]')]))
    if theme == "dark":
        dark = text[text.index(':root[data-theme="dark"]') : text.index("@media (prefers-color-scheme")]
        found |= dict(re.findall(r"--([\w-]+): ([^;]+);", dark))
    colours = {
        name: tuple(int(value[at : at + 2], 16) for at in (1, 3, 5))
        for name, value in found.items()
        if re.fullmatch(r"#[0-9a-f]{6}", value)
    }
    return {**colours, "heat": tuple(map(int, found["heat"].split()))}


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """Contrast ratio (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""

    def luminance(colour: tuple[float, ...]) -> float:
        parts = [part / 255 for part in colour]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_numbers_can_be_read_on_every_shade(theme: str) -> None:
    styles, colours = (STYLES / "pictures.css").read_text("utf-8"), tokens(theme)
    shades = re.findall(r"\.pic-(\d) rect \{ fill: rgb\(var\(--heat\)(?: / ([.\d]+))?\); \}", styles)
    assert [level for level, _ in shades] == ["1", "2", "3", "4", "5"]
    for level, alpha in shades:
        letters = re.search(rf"\.pic-{level}\b[^{{]*\{{ --pic-letters: var\(--(\w+)\); \}}", styles)
        assert letters
        part = float(alpha or 1)
        fill = tuple(part * heat + (1 - part) * paper for heat, paper in zip(colours["heat"], colours["paper"], strict=True))
        assert contrast(colours[letters[1]], fill) >= 4.5, f"shade {level}"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_and_their_outlines_stand_out_from_the_ground(theme: str) -> None:
    colours = tokens(theme)
    for name in ("link", "mark", "muted"):
        for ground in ("paper", "surface"):
            assert contrast(colours[name], colours[ground]) >= 3, (name, ground)
    assert contrast(colours["muted"], colours["paper"]) >= 4.5, "codes of countries without works"


def test_every_colour_is_one_of_the_library_s() -> None:
    styles = (STYLES / "pictures.css").read_text("utf-8")
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b(?!\))", styles)
    assert not re.findall(r"rgb\((?!var\(--heat\))", styles)
    assert not re.findall(r"transition|animation", styles)
