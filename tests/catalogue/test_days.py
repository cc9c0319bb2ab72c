"""Dates that can be, by field; ``tests/hostile`` has more of them."""

from __future__ import annotations

from datetime import date

import pytest
from catalogues import KEPT, SpoiltCatalogue
from library.catalogue.dates import today
from library.catalogue.loading import load

BOOK = "knowledge-products/held-book.yml"
WITHDRAWN = "knowledge-products/withdrawn-report.yml"


@pytest.mark.parametrize("year", ["0202", "1449", "2032", "9999"])
def test_a_year_in_which_nothing_can_be_issued_is_a_problem(catalogue_copy: SpoiltCatalogue, year: str) -> None:
    catalogue_copy.replace(BOOK, "issued: 2022", f'issued: "{year}"')
    assert year in catalogue_copy.problem("unlikely-date", BOOK, f'"{year}"').message


def test_the_day_is_that_of_source_date_epoch(catalogue_copy: SpoiltCatalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "2000000000")
    assert today() == date(2033, 5, 18)
    catalogue_copy.replace(BOOK, "issued: 2022", "issued: 2034-12")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("epoch", ["", "abc", "-1", "²", "1e9"])
def test_without_a_sound_epoch_the_day_is_the_clock_s(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = date.today()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert before <= today() <= date.today()


def test_a_work_is_not_withdrawn_before_it_is_issued(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WITHDRAWN, "on: 2024-05-01", "on: 2012-12")
    assert "2013" in catalogue_copy.problem("bad-date", WITHDRAWN, "2012-12").message


def test_dates_of_real_records_are_likely_on_the_day_after_the_last_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # 2026-12-01
    assert load(KEPT).works
