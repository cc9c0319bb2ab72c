"""What the pages of courses, modules, lectures and recordings show, and what they tell programs."""

from __future__ import annotations

from typing import Any

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.machines.heads.learning import iso_duration
from library.pages import learning
from library.pages.events import EventViews
from library.pages.learning import LearningViews
from library.pages.work import WorkViews
from library.words.labels import Labels
from library.words.translations import Words
from stamped import read, shop_of

LANGUAGES = ("en", "ru", "kk", "ko")


def views(catalogue: Catalogue, language: str = "en") -> LearningViews:
    nothing: Any = None
    labels = Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales"))
    return LearningViews(EventViews(WorkViews(labels, nothing, nothing, lambda record: "")))


def test_all_of_them_stand_by_what_they_are(small_catalogue: Catalogue) -> None:
    groups = views(small_catalogue).all().groups
    assert [(heading, [line.path for line in lines]) for heading, lines in groups] == [
        ("Courses", ["learning/sample-course"]),
        ("Modules of courses", ["learning/sample-module"]),
        ("Lectures", ["learning/sample-lecture"]),
        ("Video recordings", ["learning/sample-video"]),
        ("Audio recordings", ["learning/bare-audio"]),
    ]


def test_a_course_a_module_and_a_recording_lead_to_one_another(small_catalogue: Catalogue) -> None:
    def ways(record: str) -> list[tuple[str, list[str]]]:
        view = views(small_catalogue).view(small_catalogue.of_kind("learning")[record])
        return [(heading, [line.path for line in lines]) for heading, lines in view.ways]

    assert ways("sample-course") == [("Its parts", ["learning/sample-module"]), ("Used in it", ["learning/sample-lecture"])]
    assert ways("sample-module") == [("Part of", ["learning/sample-course"]), ("Its parts", ["learning/sample-video"])]
    assert ways("sample-video") == [
        ("Part of", ["learning/sample-module"]),
        ("Used in", ["learning/sample-lecture"]),
        ("Held or recorded at", ["events/sample-forum-2023"]),
    ]


def test_what_is_not_stated_is_said(small_catalogue: Catalogue) -> None:
    view = views(small_catalogue).view(small_catalogue.of_kind("learning")["bare-audio"])
    assert [row.label for row in view.rows] == ["Languages", "Date", "Duration", "Captions", "Offered by", "Themes"]
    assert {link.text for row in view.rows for link in row.links} == {"not stated"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_recording_is_a_link_with_a_still_picture_and_never_a_player(small_catalogue: Catalogue, language: str) -> None:
    shop = shop_of(small_catalogue)
    stamper = next(each for each in shop.stampers if each.language == language)
    page = read(learning.page(stamper, small_catalogue.of_kind("learning")["sample-video"]))
    [still] = page.find_class("lib-still")
    assert [link.get("href") for link in still.iter("a")] == ["https://media.example.org/talks/who-pays"]
    assert not [tag for tag in ("iframe", "video", "audio", "embed", "object") if page.findall(f".//{tag}")]
    assert all("media.example.org" not in (image.get("href") or "") for image in page.iter("image", "img"))


def test_programs_read_a_recording_with_its_length_and_what_it_is_a_part_of(small_catalogue: Catalogue) -> None:
    shop = shop_of(small_catalogue)
    record = small_catalogue.of_kind("learning")["sample-video"]
    still = "https://library.example/assets/covers/x.svg"
    head = shop.stampers[0].heads.learning(record, {}, still, "en", "t")
    for told in (
        '"VideoObject"',
        '"duration":"PT42M10S"',
        '"uploadDate":"2023-12-31"',
        f'"thumbnailUrl":"{still}"',
        "sample-module/#learning",
    ):
        assert told in head
    course = shop.stampers[0].heads.learning(small_catalogue.of_kind("learning")["sample-course"], {}, still, "en", "t")
    assert '"Course"' in course and '"timeRequired":"PT12H"' in course and "thumbnailUrl" not in course
    assert '"provider":{"@type":"Organization","name":' in course and "/#party" not in course, "whoever has no page is told in their place"
    audio = shop.stampers[0].heads.learning(small_catalogue.of_kind("learning")["bare-audio"], {}, still, "en", "t")
    assert '"AudioObject"' in audio and '"duration"' not in audio
    assert [iso_duration(text) for text in ("0:07", "1:00:05", None)] == ["PT7S", "PT1H5S", ""]
