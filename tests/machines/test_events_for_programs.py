"""Events for programs: calendars read back by icalendar, feeds by feedparser, tables and JSON against the records."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from typing import Any

import feedparser
import pytest
from awkward import texts
from hypothesis import given
from icalendar import Calendar
from library.catalogue.catalogue import Catalogue
from library.machines.calendars import _escaped, _folded, calendar
from library.machines.feeds import Entries
from library.machines.record_feeds import feed

LANGUAGES = ("en", "ru", "kk", "ko")


def read(harvested: Any, language: str) -> Calendar:
    return Calendar.from_ical(calendar(harvested.labels(language), harvested.site).text)


def dated(catalogue: Catalogue) -> dict[str, Any]:
    return {filed.id: filed.value for filed in catalogue.of_kind("event").values() if filed.value.start and filed.value.start.day}


@pytest.mark.parametrize("which", ["small", "real"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_calendar_has_every_event_whose_day_is_known(which: str, language: str, request: pytest.FixtureRequest) -> None:
    harvested = request.getfixturevalue(which)
    events = dated(harvested.catalogue)
    if not harvested.catalogue.of_kind("event"):
        return
    found = {str(event["UID"]).split("@")[0]: event for event in read(harvested, language).walk("VEVENT")}
    assert set(found) == set(events)
    for event_id, event in events.items():
        last = event.end.first_day if event.end and event.end.day else event.start.first_day
        assert (found[event_id].start, found[event_id].end) == (event.start.first_day, last + timedelta(days=1))
        shown = event.title.get(language) or next(iter(event.title.values()))
        assert str(found[event_id]["SUMMARY"]).strip("[]") == " ".join(shown.split()).strip("[]")
        assert str(found[event_id]["URL"]) == harvested.site.address(f"events/{event_id}", language)


def test_an_event_over_the_end_of_a_year_is_read_whole(small: Any) -> None:
    [event] = read(small, "en").walk("VEVENT")
    assert (event.start, event.end) == (date(2023, 12, 30), date(2024, 1, 2))
    assert str(event["SUMMARY"]) == 'Forum "A & B; {C}, D\\E": 100 % of the Service, and why it matters to those who come to it'
    assert str(event["LOCATION"]) == "Almaty, Kazakhstan"
    assert [str(category) for category in event["CATEGORIES"].cats] == ["Forum", "Pay & rewards", "Digitalisation"]
    assert str(event["DTSTAMP"].dt) == "2026-12-09 00:00:00+00:00"


def test_a_title_that_was_supplied_stands_in_brackets(small: Any) -> None:
    [event] = read(small, "ru").walk("VEVENT")
    assert str(event["SUMMARY"]) == "[Форум «А и Б»: вся служба]"
    assert event["SUMMARY"].params["LANGUAGE"] == "ru"


@given(texts())
def test_any_text_comes_back_as_it_was(text: str) -> None:
    lines = [folded for line in (f"SUMMARY:{_escaped(text)}",) for folded in _folded(line)]
    assert max(len(line.encode()) for line in lines) <= 75
    event = "".join(f"{line}\r\n" for line in ("BEGIN:VEVENT", *lines, "END:VEVENT"))
    assert str(Calendar.from_ical(event)["SUMMARY"]) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_feed_tells_of_events_in_the_language_there_is(small: Any, language: str) -> None:
    file = feed(Entries(small.labels(language), small.site), "event")
    parsed = feedparser.parse(file.text.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not parsed.bozo
    assert parsed.feed.id == f"https://library.example/{file.path}"
    assert [entry.link.split("/")[-2] for entry in parsed.entries] == ["bare-event", "sample-forum-2023", "sample-panel-2023"]
    assert [entry.title_detail.language for entry in parsed.entries] == ["ru", language if language != "ko" else "en", "en"]
    assert parsed.entries[1].updated == "2026-12-09T00:00:00Z"


@pytest.mark.parametrize("kind", ["alliance", "project"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_alliances_and_projects_have_feeds(small: Any, kind: str, language: str) -> None:
    file = feed(Entries(small.labels(language), small.site), kind)
    parsed = feedparser.parse(file.text.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not parsed.bozo
    records = small.catalogue.of_kind(kind)
    assert {entry.link for entry in parsed.entries} == {small.site.address(filed.address, language) for filed in records.values()}
    assert len({entry.id for entry in parsed.entries}) == len(records)


def test_the_list_and_the_table_say_what_the_records_say(small: Any) -> None:
    listed = {entry["id"]: entry for entry in json.loads(small.api_files["api/v1/events.json"])["events"]}
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(small.api_files["api/v1/events.csv"].removeprefix("\ufeff")))}
    assert set(listed) == set(rows) == set(small.catalogue.of_kind("event"))
    forum, row = listed["sample-forum-2023"], rows["sample-forum-2023"]
    assert (forum["start"], forum["end"], forum["women"], forum["place"]["ru"]) == ("2023-12-30", "2024-01-01", 60, "Алматы")
    assert forum["works"] == [{"work": "held-book", "tie": "launched"}, {"work": "one-window", "tie": "came-out"}]
    assert forum["pages"]["kk"] == "https://library.example/kk/events/sample-forum-2023/"
    assert (row["start"], row["women"], row["place_ru"], row["supplied_titles"]) == ("2023-12-30", "60", "Алматы", "ru; kk")
    assert (row["works"], row["themes"]) == ("held-book, launched; one-window, came-out", "pay; digitalisation")
    assert "participants" not in listed["bare-event"]
    assert (rows["bare-event"]["participants"], rows["sample-panel-2023"]["participants"]) == ("", "0")


def test_the_index_of_the_api_leads_to_the_events(small: Any) -> None:
    index = json.loads(small.api_files["api/v1/index.json"])
    assert (index["counts"]["events"], index["collections"]["events"]) == (3, "https://library.example/api/v1/events.json")
    assert index["tables"]["events"] == "https://library.example/api/v1/events.csv"


def test_a_library_without_events_offers_none(harvest_of: Any, empty: Catalogue) -> None:
    assert not [path for path in harvest_of(empty).api_files if "events" in path and "/schema/" not in path]
