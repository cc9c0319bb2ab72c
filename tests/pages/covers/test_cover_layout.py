"""Lines of text in a box: every letter as wide as its number says, here one unit unless it is a space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.pages.covers.layout import ELLIPSIS, Setting, fit, pieces

LONG = "Сравнительный анализ законодательства о государственной службе в странах Центральной Азии и Кавказа " * 8


def even(text: str) -> float:
    """A face in which every character is half as wide as the size."""
    return len(text) / 2


def set_in(text: str, width: float = 300, height: float = 120, sizes: tuple[float, ...] = (30, 20, 10)) -> Setting:
    return fit(text, width, height, sizes, 1.2, even)


def test_a_short_title_is_set_large() -> None:
    assert set_in("Pay") == Setting(("Pay",), 30, 1.2)


def test_a_longer_title_is_set_smaller_before_it_is_cut() -> None:
    setting = set_in("A title that has more words than the box holds in the largest letters of all")
    assert (setting.size, setting.cut) == (20, False)


def test_a_title_that_fits_in_no_size_ends_in_an_ellipsis() -> None:
    setting = set_in(LONG)
    assert setting.cut
    assert setting.size == 10
    assert setting.lines[-1].endswith(ELLIPSIS)
    assert len(setting.lines) == 10  # 120 / (10 × 1.2)


def test_lines_are_of_nearly_equal_length() -> None:
    assert set_in("one two three four five six", width=240).lines == ("one two three", "four five six")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("공무원제도 개혁의 방향과 과제", ("공무원제도", "개혁의", "방향과 과제")),  # Hangul only at spaces
        ("Вопросы и ответы в сфере", ("Вопросы", "и\u00a0ответы", "в\u00a0сфере")),  # short words go with the next
        ("Служба – долг", ("Служба\u00a0–", "долг")),  # a dash never begins a line
        ("административно-территориальное", ("административно-", "территориальное")),
    ],
)
def test_lines_break_where_an_editor_would_break_them(text: str, lines: tuple[str, ...]) -> None:
    assert fit(text, max(map(len, lines)) * 5, 60, (10,), 1.2, even).lines == lines


def test_short_parts_stay_with_their_hyphen() -> None:
    assert [piece.text for piece in pieces("из-за e-government de-jure онлайн-услуги")] == [
        "из-за",
        "e-government",
        "de-jure",
        "онлайн-",
        "услуги",
    ]


def test_a_word_wider_than_the_box_is_broken_only_in_the_smallest_size() -> None:
    assert set_in("a" * 25).size == 20
    setting = set_in("a" * 100)
    assert setting.size == 10
    assert "".join(setting.lines) == "a" * 100
    assert len(setting.lines) == 2


def test_a_broken_word_keeps_marks_on_their_letters() -> None:
    word = "е\u0301" * 90
    assert all(line.startswith("е") for line in set_in(word).lines)


def test_nothing_has_no_lines() -> None:
    assert set_in("").lines == ()
    assert set_in(" \n ").lines == ()


words = st.lists(st.text("аbё공 -–/\u00a0", min_size=1, max_size=40), max_size=60).map(" ".join)


@given(words)
def test_every_line_stays_within_the_box(text: str) -> None:
    setting = set_in(text)
    assert all(even(line) * setting.size <= 300 + 1e-6 for line in setting.lines)
    assert setting.height <= 120 + 1e-6


@given(words)
def test_what_is_not_cut_is_whole(text: str) -> None:
    setting = set_in(text)
    shown, meant = ("".join(part.split()) for part in ("".join(setting.lines), text))
    if setting.cut:
        assert meant.startswith(shown.removesuffix(ELLIPSIS))
    else:
        assert shown == meant
