"""What was added, month by month: its grouping, and its feed read back by feedparser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import feedparser
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.indexes import index
from library.machines.additions import FEED_TITLES, by_month, feed
from library.machines.feeds import Feeds
from lxml import html


def fed(harvested: Any, language: str) -> Any:
    made = feed(Feeds(harvested.labels(language), harvested.site))
    assert isinstance(made.text, str)
    parsed = feedparser.parse(made.text.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not parsed.bozo, parsed.bozo_exception
    assert [link.href for link in parsed.feed.links if link.rel == "self"] == [f"{harvested.site.url}{made.path}"]
    return parsed


def test_every_offered_work_stands_in_the_month_in_which_it_was_added(small_catalogue: Catalogue) -> None:
    months = by_month(index(small_catalogue).newest)
    assert [month.begins for month in months] == sorted({month.begins for month in months}, reverse=True)
    assert sorted(placed.work.id for month in months for placed in month.works) == sorted(
        placed.work.id for placed in small_catalogue.offered
    )
    for month in months:
        assert {(placed.added.year, placed.added.month) for placed in month.works} == {(month.begins.year, month.begins.month)}
        days = [placed.added for placed in month.works]
        assert days == sorted(days, reverse=True)


def test_the_feed_has_an_entry_a_month_with_every_title(small: Any) -> None:
    parsed = fed(small, "ru")
    months = by_month(small.indexes.newest)
    assert [entry.published for entry in parsed.entries] == [f"{month.begins}-01T00:00:00Z" for month in months]
    assert [entry.link for entry in parsed.entries] == [f"{small.site.url}ru/new/#month-{month.anchor}" for month in months]
    assert len({entry.id for entry in parsed.entries}) == len(months)
    for entry, month in zip(parsed.entries, months, strict=True):
        listed = html.fragments_fromstring(entry.content[0].value)[0].xpath(".//a/@href")
        assert listed == [small.site.address(placed.address, "ru") for placed in month.works][:FEED_TITLES]


def test_a_new_work_updates_the_entry_of_its_month_alone(
    small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue]
) -> None:
    later = harvest_of(changed_work(small.catalogue, "unknown-year", added=Issued(2027, 1, 2)))
    parsed = fed(later, "en")
    assert parsed.entries[0].title == "January 2027: 1 publication"
    assert fed(later, "ru").entries[0].title.startswith("Январь 2027")
    assert parsed.entries[0].updated == "2027-01-02T00:00:00Z"
    before = {entry.id for entry in fed(small, "en").entries}
    assert {entry.id for entry in parsed.entries} - before == {parsed.entries[0].id}


def test_titles_that_do_not_fit_are_counted(small: Any, harvest_of: Callable[..., Any], monkeypatch: Any) -> None:
    monkeypatch.setattr("library.machines.additions.FEED_TITLES", 1)
    first = by_month(small.indexes.newest)[0]
    shown = html.fragments_fromstring(fed(small, "en").entries[0].content[0].value)
    assert [len(part.xpath(".//a")) for part in shown] == [1, 0]
    assert shown[1].text == f"and {len(first.works) - 1} more publications"


def test_a_library_without_works_has_an_empty_feed_of_months(harvest_of: Callable[..., Any], empty: Catalogue) -> None:
    assert fed(harvest_of(replace(empty)), "ko").entries == []
