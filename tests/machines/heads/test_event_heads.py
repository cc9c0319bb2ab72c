"""The head of an event's page: schema.org, and nothing that the record leaves open."""

from __future__ import annotations

from typing import Any

import pytest
from library.catalogue.catalogue import Catalogue
from library.machines.heads import Heads
from made_heads import document, graph

PROPERTIES = {
    "@type",
    "@id",
    "about",
    "alternateName",
    "contributor",
    "endDate",
    "eventAttendanceMode",
    "location",
    "name",
    "performer",
    "sameAs",
    "startDate",
    "superEvent",
    "url",
    "workFeatured",
}
"""Properties of an event by https://schema.org/Event that we use."""


PAGES = {"harrow-jane": "people/harrow-jane", "ministry-of-labour": "events/people/ministry-of-labour"}
"""Pages of those whom the small catalogue's events name, as if one had no works."""


def nodes(made: Heads, catalogue: Catalogue, event: str, language: str = "en") -> dict[str, dict[str, Any]]:
    return graph(document(made.event(catalogue.of_kind("event")[event], PAGES, language, "t"), language))


def node(made: Heads, catalogue: Catalogue, event: str, language: str = "en") -> dict[str, Any]:
    return nodes(made, catalogue, event, language)[f"https://library.example.org/events/{event}/#event"]


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_an_event_has_properties_of_its_type_alone(small_heads: Heads, small_catalogue: Catalogue, language: str) -> None:
    for event in small_catalogue.of_kind("event"):
        assert set(node(small_heads, small_catalogue, event, language)) <= PROPERTIES


def test_an_event_tells_when_where_and_what_was_shown(small_heads: Heads, small_catalogue: Catalogue) -> None:
    forum = node(small_heads, small_catalogue, "sample-forum-2023")
    assert (forum["startDate"], forum["endDate"]) == ("2023-12-30", "2024-01-01")
    assert forum["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert forum["location"]["address"] == {"@type": "PostalAddress", "addressLocality": "Almaty", "addressCountry": "KZ"}
    assert forum["workFeatured"] == [{"@id": "https://library.example.org/publications/held-book/#work"}]
    assert [name["@language"] for name in forum["name"]] == ["en"]
    assert forum["superEvent"] == {"@type": "Event", "name": "Sample Congress"}


def test_what_an_event_leaves_open_is_left_out(small_heads: Heads, small_catalogue: Catalogue) -> None:
    assert set(node(small_heads, small_catalogue, "bare-event")) == {"@type", "@id", "url", "name"}
    panel = node(small_heads, small_catalogue, "sample-panel-2023")
    assert (panel["startDate"], "location" in panel) == ("2023-12", False)
    assert panel["superEvent"] == {"@id": "https://library.example.org/events/sample-forum-2023/#event"}


def test_those_who_take_part_are_known_by_the_pages_that_they_have(small_heads: Heads, small_catalogue: Catalogue) -> None:
    found = nodes(small_heads, small_catalogue, "sample-forum-2023")
    forum = found["https://library.example.org/events/sample-forum-2023/#event"]
    assert forum["performer"] == [{"@id": "https://library.example.org/people/harrow-jane/#party"}]
    assert forum["contributor"] == [{"@id": "https://library.example.org/events/people/ministry-of-labour/#party"}]
    assert {"https://library.example.org/people/harrow-jane/#party", forum["contributor"][0]["@id"]} <= set(found)
