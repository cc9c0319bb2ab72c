"""When pages last changed, as sitemaps tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.indexes import LIST_LENGTH
from library.machines.changes import instant, last_changes


def test_a_work_changes_on_its_days(small: Any) -> None:
    days = last_changes(small.catalogue, small.indexes)
    assert days["publications/russian-study"] == Issued(2026, 12, 1)
    assert days["publications/held-book"] == Issued(2026, 11, 22)


def test_a_list_changes_with_its_works(small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue]) -> None:
    later = harvest_of(changed_work(small.catalogue, "pay-and-ethics", revised=Issued(2027, 1, 2)))
    days = last_changes(later.catalogue, later.indexes)
    changed = {path for path, day in days.items() if day == Issued(2027, 1, 2)}
    assert {
        "",
        "publications",
        "titles",
        "themes",
        "themes/pay",
        "themes/human-resource-management",
        "years/2021",
        "journal",
        "journal/10",
    } < changed
    assert {"themes/open-data", "journal/1", "publications/held-book"} & changed == set()


def test_every_page_of_a_long_list_has_a_day(real: Any) -> None:
    days = last_changes(real.catalogue, real.indexes)
    pages = max(1, -(-len(real.catalogue.works) // LIST_LENGTH))
    assert [f"publications/{page}" in days for page in range(2, pages + 2)] == [True] * (pages - 1) + [False]


def test_an_empty_library_has_no_days(harvest_of: Callable[..., Any], empty: Catalogue) -> None:
    harvested = harvest_of(empty)
    assert last_changes(harvested.catalogue, harvested.indexes) == {}


def test_a_day_begins_at_midnight_and_a_year_in_january() -> None:
    assert instant(Issued(2026, 11, 22)) == "2026-11-22T00:00:00Z"
    assert instant(Issued(987)) == "0987-01-01T00:00:00Z"
