"""The pictures of events: every number is the records' and stands in drawing and table alike; what is not stated is said."""

from __future__ import annotations

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.pages import events
from library.pages.event_charts import WIDTH, EventCharts
from library.words.labels import Labels
from library.words.translations import Words
from stamped import read, shop_of


def charts(catalogue: Catalogue, language: str = "en") -> EventCharts:
    return EventCharts(Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales")))


def test_every_event_is_counted_once_by_format(either_catalogue: Catalogue) -> None:
    held = [filed.value for filed in either_catalogue.of_kind("event").values()]
    if not held:
        return
    chart = charts(either_catalogue).by_format()
    numbers = [[int(part.shown) for part in row.parts] for row in chart.rows]
    assert sum(map(sum, numbers)) == len(held)
    assert [sum(row) for row in numbers] == [int(row.total) for row in chart.rows]
    assert sum(row[-1] for row in numbers) == sum(1 for event in held if not event.format)


def test_an_event_is_counted_in_each_of_its_themes_and_those_without_are_told(small_catalogue: Catalogue) -> None:
    chart = charts(small_catalogue).by_theme()
    columns = [column.text for column in chart.columns]
    told = {row.name: dict(zip(columns, (part.shown for part in row.parts), strict=True)) for row in chart.rows}
    assert (told["2023"]["Human resource management"], told["2023"]["Digitalisation"]) == ("1", "2")
    without = sum(1 for filed in small_catalogue.of_kind("event").values() if not filed.value.themes)
    assert sum(int(row["No theme stated"]) for row in told.values()) == without
    assert chart.said.endswith(f": {without}.")


def test_the_share_of_women_is_of_the_events_that_state_both_figures(small_catalogue: Catalogue) -> None:
    chart = charts(small_catalogue).women()
    rows = {row.name: ([part.shown for part in row.parts], row.total) for row in chart.rows}
    assert rows["2023"] == (["60", "120", "1"], "50%")
    assert [total for name, (_, total) in rows.items() if name != "2023"] == ["not stated"]
    assert chart.said.endswith(": 2.")


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_what_is_drawn_is_what_the_table_says(small_catalogue: Catalogue, language: str) -> None:
    shop = shop_of(small_catalogue)
    stamper = next(each for each in shop.stampers if each.language == language)
    page = read(next(iter(events.pages([stamper]))))
    figures = [figure for figure in page.iter("figure") if "pic-chart" in figure.get("class")]
    assert len(figures) == 3
    for figure, chart in zip(figures, EventCharts(stamper.labels).all(), strict=True):
        rows = figure.findall(".//tbody/tr")
        assert [[cell.text for cell in row.findall("td")] for row in rows] == [
            [*(part.shown for part in row.parts), row.total] for row in chart.rows
        ]
        for line, row in zip(figure.find_class("pic-rows")[0], chart.rows, strict=True):
            assert line.find_class("pic-rows__total")[0].text == row.total
            drawn = [part for part in row.parts if part.length]
            assert [float(rect.get("width")) for rect in line.iter("rect")] == [part.length for part in drawn]
            assert sum(part.length for part in drawn) <= WIDTH + 0.1
