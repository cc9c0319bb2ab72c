"""Dates of issue: as precise as known, and never a day that no calendar has."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.dates import Issued, parse_dated, parse_issued


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


# -- EDTF, level 1 -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "first", "last", "iso"),
    [
        ("2018/2020", Issued(2018), Issued(2020), "2018/2020"),
        ("2018-05/2019-02-03", Issued(2018, 5), Issued(2019, 2, 3), "2018-05/2019-02-03"),
        ("2018/..", Issued(2018), None, "2018"),
        ("2018/", Issued(2018), None, "2018"),
        ("../2018", Issued(2018), Issued(2018), "2018"),
        ("2019~", Issued(2019), None, "2019"),
        ("2019-05%", Issued(2019, 5), None, "2019-05"),
        ("199X", Issued(1990), None, "1990"),
        ("2019-22", Issued(2019), None, "2019"),
        ("c2019", Issued(2019), None, "2019"),
    ],
)
def test_a_date_of_issue_may_say_less_or_more_than_a_day(text: str, first: Issued, last: Issued | None, iso: str) -> None:
    found = parse_dated(text)
    assert (found.year, found.month, found.day) == (first.year, first.month, first.day)
    assert (found.end, found.iso, str(found)) == (last, iso, text)


@pytest.mark.parametrize(
    "text", ["2020/2018", "/", "../..", "2019-25", "XXXX", "00XX", "2019!", "c19", "2018/2019/2020", "2019-05-31-01", "~"]
)
def test_what_is_no_date_of_edtf_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a date|before it begins|neither|no month"):
        parse_dated(text)


def test_seasons_stand_among_the_months_of_their_year() -> None:
    dates = ["2019-24", "2019-07", "2019-21", "2018/2020", "2019-01"]
    assert sorted(dates, key=lambda text: parse_dated(text).when) == ["2018/2020", "2019-01", "2019-21", "2019-07", "2019-24"]


@given(st.text("0123456789-/.~?%Xc", max_size=12))
def test_no_text_gives_anything_but_a_date_or_a_refusal(text: str) -> None:
    try:
        found = parse_dated(text)
    except ValueError:
        return
    assert str(found) == text
    assert 1 <= found.year <= 9999
    assert found.iso
