"""Dates of issue: as precise as known, and never a day that no calendar has."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.dates import Issued, parse_issued


@pytest.mark.parametrize(
    ("text", "issued"),
    [
        ("2019", Issued(2019)),
        ("2019-05", Issued(2019, 5)),
        ("2019-05-31", Issued(2019, 5, 31)),
        ("2020-02-29", Issued(2020, 2, 29)),
        ("2000-02-29", Issued(2000, 2, 29)),
        ("0001", Issued(1)),
        ("9999-12-31", Issued(9999, 12, 31)),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, issued: Issued) -> None:
    assert parse_issued(text) == issued


@pytest.mark.parametrize("text", ["2023-02-30", "2023-02-29", "1900-02-29", "2023-04-31", "2023-01-32", "2023-01-00"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f'"{text}": there is no day {text[-2:]}; this month has'):
        parse_issued(text)


@pytest.mark.parametrize("text", ["2023-13", "2023-00", "2023-99-01"])
def test_a_month_that_no_year_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f'"{text}": there is no month {text[5:7]}'):
        parse_issued(text)


def test_the_year_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="0000"):
        parse_issued("0000")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "19",
        "2019-5",
        "2019-05-1",
        "May 2019",
        "2019-05?",
        "2019~",
        "201X",
        "2019/2020",
        "2019-21-01T00:00",
        "-2019",
        "+2019",
        "12019",
        "2019-05-31\n",
        " 2019",
        "2019 ",
        "31.05.2019",
        "2019–05",
        "20190531",
    ],
)
def test_any_other_text_is_refused_and_quoted(text: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f'"{text}"')):
        parse_issued(text)


@pytest.mark.parametrize("text", ["٢٠١٩", "２０１９", "२०१९-०५"])
def test_digits_of_other_scripts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text):
        parse_issued(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    issued = parse_issued(day.isoformat())
    assert (issued.year, issued.month, issued.day) == (day.year, day.month, day.day)
    assert str(issued) == day.isoformat()


@given(st.builds(lambda year, month: f"{year:04d}-{month:02d}", st.integers(1, 9999), st.integers(1, 12)))
def test_every_month_is_written_as_it_was_read(text: str) -> None:
    assert str(parse_issued(text)) == text


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_accepted_exactly_when_the_calendar_has_it(year: int, month: int, day: int) -> None:
    known = 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
    try:
        parse_issued(f"{year:04d}-{month:02d}-{day:02d}")
        accepted = True
    except ValueError:
        accepted = False
    assert accepted == known


def test_dates_sort_by_time() -> None:
    texts = ["2018", "2019-01", "2019-01-31", "2019-02-01", "2019-10", "2020"]
    assert [str(issued) for issued in sorted(map(parse_issued, reversed(texts)))] == texts


@given(st.text(max_size=12))
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    try:
        issued = parse_issued(text)
    except ValueError as error:
        assert text in str(error)
    else:
        assert str(issued) == text
