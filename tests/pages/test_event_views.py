"""What the pages of events show, without a site: what is not stated is said, and lists have every event."""

from __future__ import annotations

from typing import Any

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.indexes import index
from library.pages.events import EventViews
from library.pages.work import WorkViews
from library.words.labels import Labels
from library.words.translations import Words

LOCALES = ROOT / "overrides" / "locales"
LANGUAGES = ("en", "ru", "kk", "ko")


def views(catalogue: Catalogue, language: str = "en") -> EventViews:
    nothing: Any = None
    labels = Labels(catalogue, index(catalogue), Words(language, LOCALES))
    return EventViews(WorkViews(labels, nothing, nothing, lambda record: ""))


def event(catalogue: Catalogue, event_id: str, language: str = "en") -> Any:
    return views(catalogue, language).event(catalogue.of_kind("event")[event_id])


def test_a_bare_event_says_what_is_not_stated(small_catalogue: Catalogue) -> None:
    view = event(small_catalogue, "bare-event")
    assert (view.kind, view.date, view.title_language) == ("Kind of event not stated", "Date not stated", "ru")
    assert {value for _, value, _ in view.rows} == {"not stated"}
    assert {value for _, value in view.figures} == {"not stated"}
    assert (view.country, view.speakers, view.partners, view.themes, view.works) == (None, (), (), (), ())
    assert view.title_said == "There is no title in this language yet. Language of the title shown: Russian."


def test_figures_are_those_of_the_record_and_a_share_needs_two(small_catalogue: Catalogue) -> None:
    figures = dict(event(small_catalogue, "sample-forum-2023").figures)
    assert (figures["Participants"], figures["Women among them"], figures["Share of women"]) == ("120", "60", "50%")
    assert (figures["Civil society organisations"], figures["Countries represented"]) == ("0", "4")
    none_came = dict(event(small_catalogue, "sample-panel-2023").figures)
    assert (none_came["Participants"], none_came["Women among them"]) == ("0", "0")
    assert "Share of women" not in none_came


def test_an_event_leads_to_its_works_its_parts_and_its_lists(small_catalogue: Catalogue) -> None:
    view = event(small_catalogue, "sample-forum-2023")
    assert [(work.path, tie) for work, tie in view.works] == [
        ("publications/held-book", "was launched at this event"),
        ("publications/one-window", "came out of this event"),
    ]
    assert [line.path for line in view.parts] == ["events/sample-panel-2023"]
    assert (view.year.path, view.country.path) == ("events/years/2023", "events/countries/kz")
    [speaker] = view.speakers
    assert (speaker.name, speaker.path) == ("J. Harrow", "people/harrow-jane")
    assert event(small_catalogue, "sample-panel-2023").part_of.path == "events/sample-forum-2023"


def test_a_work_leads_to_the_events_that_name_it(small_catalogue: Catalogue) -> None:
    [line] = views(small_catalogue).naming("held-book")
    assert (line.path, line.tie) == ("events/sample-forum-2023", "this publication was launched there")
    assert views(small_catalogue).naming("korean-guide") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_the_events_that_it_counts(either_catalogue: Catalogue, language: str) -> None:
    made = views(either_catalogue, language)
    whole = made.all()
    assert sum(count.number for count in whole.years) == len(either_catalogue.of_kind("event"))
    for found in made.lists.values():
        shown = [line.path for group in made.list(found).groups for line in group.events]
        assert sorted(shown) == sorted(filed.address for filed in found.events)


def test_the_events_of_a_year_stand_by_month_from_the_first_on(small_catalogue: Catalogue) -> None:
    made = views(small_catalogue)
    [group] = made.list(made.lists["events/years/2023"]).groups
    assert group.heading == "December 2023"
    assert [line.path for line in group.events] == ["events/sample-panel-2023", "events/sample-forum-2023"]
    [undated] = made.list(made.lists["events/years/not-stated"]).groups
    assert undated.heading == "Date not stated"


@pytest.mark.parametrize(
    ("language", "within", "across", "years"),
    [
        ("en", "14–15 April 2022", "30 November – 2 December 2022", "30 December 2022 – 2 January 2023"),
        ("ru", "14–15 апреля 2022\u00a0г.", "30 ноября – 2 декабря 2022\u00a0г.", "30 декабря 2022\u00a0г. – 2 января 2023\u00a0г."),
        ("kk", "2022\u00a0ж. 14–15 сәуір", "2022\u00a0ж. 30 қараша – 2 желтоқсан", "2022\u00a0ж. 30 желтоқсан – 2023\u00a0ж. 2 қаңтар"),
        ("ko", "2022년 4월 14일~15일", "2022년 11월 30일 ~ 12월 2일", "2022년 12월 30일 ~ 2023년 1월 2일"),
    ],
)
def test_spans_of_days_are_written_as_the_language_has_them(language: str, within: str, across: str, years: str) -> None:
    words = Words(language, LOCALES)
    assert words.dates(Issued(2022, 4, 14), Issued(2022, 4, 15)) == within
    assert words.dates(Issued(2022, 11, 30), Issued(2022, 12, 2)) == across
    assert words.dates(Issued(2022, 12, 30), Issued(2023, 1, 2)) == years
    assert words.dates(Issued(2022, 4, 14), None) == words.date(Issued(2022, 4, 14))
