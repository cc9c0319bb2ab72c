"""What the site's fonts can print, and what stands in for what they cannot."""

from __future__ import annotations

import re

import pytest
from catalogues import ROOT
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.catalogue import Catalogue
from library.pages.covers.fonts import REFERENCE, Fonts, fonts_in, printable, printable_title
from PIL import Image

FONTS = ROOT / "overrides" / "assets" / "fonts"
KAZAKH = "ӘҒҚҢӨҰҮҺІәғқңөұүһі"


def drawn(fonts: Fonts, text: str) -> Image.Image:
    picture = Image.new("L", (400, 100), 255)
    fonts.heading.draw(picture, 10, 75, text, 60)
    return picture


@pytest.mark.parametrize("letter", [*KAZAKH, *"ЁёЙйЪъ", *"공무원제도혁", *"Aé–«»№’…"])
def test_letters_of_four_languages_are_drawn_as_themselves(fonts: Fonts, letter: str) -> None:
    for face in (fonts.heading, fonts.text, fonts.strong):
        runs = list(face.runs(letter))
        assert [run for _, run in runs] == [letter]
        font = runs[0][0].at(60)
        assert bytes(font.getmask(letter)) != bytes(font.getmask("\U0010ffff")), "drawn as the box for a missing letter"
        assert font.getmask(letter).getbbox()


def test_letters_are_told_apart(fonts: Fonts) -> None:
    pictures = {drawn(fonts, letter).tobytes() for letter in KAZAKH}
    assert len(pictures) == len(KAZAKH)


@pytest.mark.parametrize("character", ["م", "א", "ก", "🚀", "名", "\U0010ffff", "\u0007"])
def test_what_the_fonts_lack_is_known_to_be_lacking(fonts: Fonts, character: str) -> None:
    assert not fonts.heading.shows(character)
    assert list(fonts.heading.runs(character)) == []


def test_a_space_comes_from_a_slice_that_has_one(fonts: Fonts) -> None:
    """The Korean slices have none: there a space would be a box."""
    for slice_, run in fonts.heading.runs("공무원 제도 개혁"):
        assert all(slice_.has(character) for character in run)
    assert not next(iter(fonts.heading.runs("공")))[0].has(" ")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Reform 🚀👩🏽\u200d💻 of the state", "Reform of the state"),
        ("ﬁnal １２", "final 12"),
        ("e\u0301tude, й", "étude, й"),  # composed
        ("ṩḋ", "sd"),
        ("똠방각하", "ㄸㅗㅁ방각하"),  # not in KS X 1001
        ("Введение (مقدمة) в управление", "Введение в управление"),
        ("f() and [ ]", "f() and [ ]"),  # nothing was left out, so nothing is tidied
        ("one\ntwo\u2028three\ttab", "one two three tab"),
        ("№\u00a05", "№\u00a05"),
        ("مقدمة", ""),
        ("a\u202eb\u200bc\u0000", "abc"),
    ],
)
def test_what_is_printed_instead(fonts: Fonts, text: str, printed: str) -> None:
    assert printable(text, fonts.heading.shows) == printed


def test_a_title_that_the_fonts_mostly_lack_gives_way(fonts: Fonts) -> None:
    assert printable_title("日本語タイトル", "Book", fonts.heading.shows) == "Book"
    assert printable_title("", "Book", fonts.heading.shows) == "Book"
    assert printable_title("Payment: مقدمة", "Book", fonts.heading.shows) == "Payment"


@given(st.text(max_size=60))
def test_nothing_printed_is_a_box(text: str) -> None:
    face = fonts_in(FONTS).heading
    printed = printable(text, face.shows)
    assert all(map(face.shows, printed))
    assert "".join(run for _, run in face.runs(printed)) == printed


def test_every_title_of_the_catalogue_is_printed_whole(fonts: Fonts, kept_catalogue: Catalogue) -> None:
    for placed in kept_catalogue.works.values():
        for title in placed.work.title.values():
            assert printable(title, fonts.heading.shows) == re.sub(r"\s+", " ", title).strip()


@pytest.mark.parametrize(
    "text", ["Қазақстандағы мемлекеттік қызмет", "공무원제도 개혁 2022", "Государственная служба", "To AV: Public Service"]
)
@pytest.mark.parametrize("size", [24, 39, 76])
def test_a_line_is_as_wide_as_it_was_measured(fonts: Fonts, text: str, size: int) -> None:
    picture = Image.new("L", (2400, 200), 255)
    fonts.heading.draw(picture, 100, 120, text, size)
    left, _, right, _ = picture.point(lambda grey: 255 - grey).getbbox()
    assert abs((right - left) - fonts.heading.width(text) * size / REFERENCE) < 0.12 * size  # side bearings


def test_the_version_changes_with_a_font(fonts: Fonts, tmp_path) -> None:
    (tmp_path / "serif-latin.woff2").write_bytes(b"one")
    first = Fonts(tmp_path).version
    (tmp_path / "serif-latin.woff2").write_bytes(b"two")
    assert len({first, Fonts(tmp_path).version, fonts.version}) == 3
