"""Records of the kinds beside the works: what they may say, what is refused with file, line and remedy, and who names whom."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.event_lists import event_lists, newest_first
from library.catalogue.kinds import KINDS
from library.catalogue.kinds.naming import named
from library.catalogue.loading import load
from library.keeping.renaming import rename

FORUM = "events/sample-forum-2023.yml"
PANEL = "events/sample-panel-2023.yml"
BARE = "events/bare-event.yml"


def test_an_event_that_says_no_more_than_it_must_is_lawful(small_catalogue: Catalogue) -> None:
    event = small_catalogue.of_kind("event")["bare-event"].value
    assert (event.kind, event.start, event.place, event.participants, event.themes) == (None, None, {}, None, ())


def test_records_in_are_records_out(either_catalogue: Catalogue) -> None:
    for kind in KINDS:
        files = {path.stem for path in (either_catalogue.folder / kind.collection).glob("*.yml")}
        assert set(either_catalogue.of_kind(kind.name)) == files


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "marker", "said"),
    [
        (FORUM, "end: 2024-01-01", "end: 2023-12-29", "bad-date", "2023-12-29", "before it begins on 2023-12-30"),
        (FORUM, "end: 2024-01-01", "end: 2022", "bad-date", "2022", "before it begins"),
        (FORUM, "start: 2023-12-30\n", "", "bad-date", "2024-01-01", "no first"),
        (FORUM, "start: 2023-12-30", "start: 0223-12-30", "unlikely-date", "0223-12-30", "before 500"),
        (FORUM, "women: 60", "women: 121", "more-than-all", "121", "women: 121 is more than all participants, 120"),
        (FORUM, "civil_society: 0", "civil_society: 11", "more-than-all", "11", "civil_society: 11 is more than all organisations, 10"),
        (FORUM, "work: held-book", "work: held-boot", "unknown-work", "held-boot", '"held-boot" is not the id of a work'),
        (FORUM, "country: KZ", "country: QQ", "unknown-term", "QQ", "vocabularies/countries.yml"),
        (FORUM, "party: ministry-of-labour", "party: ministry", "unknown-term", "ministry\n", "vocabularies/parties.yml"),
        (FORUM, "participants: 120", "participants: many", "bad-number", "many", "many"),
        (FORUM, "participants: 120", "participants: -1", "bad-number", "-1", "-1"),
        (FORUM, "kind: forum", "kind: party", "unknown-choice", "party\n", "none of conference, forum"),
        (FORUM, "tie: launched", "tie: sold", "unknown-choice", "sold", "is none of"),
        (FORUM, "  title: [ru, kk]", "  title: [ru, kk, ko]", "supplied-nothing", "ko]", 'no title in "ko"'),
        (FORUM, "revised: 2026-12-09", "revised: 2026-11-09", "bad-date", "2026-11-09", "before it was added"),
        (
            PANEL,
            "part_of: sample-forum-2023",
            "part_of: sample-forum",
            "unknown-record",
            "sample-forum",
            'there is no event "sample-forum"',
        ),
        (PANEL, "part_of: sample-forum-2023", "part_of: sample-panel-2023", "unknown-record", None, "the record's own id"),
        (
            "alliances/pay-alliance.yml",
            "members: [KZ, UZ]",
            "members: [KZ, QQ]",
            "unknown-term",
            "QQ",
            '"QQ" is not in vocabularies/countries.yml',
        ),
        (BARE, "added: 2026-12-05\n", "", "missing-field", None, '"added"'),
        (BARE, "id: bare-event", "id: other-event", "id-and-name", "other-event", "bare-event.yml"),
    ],
)
def test_what_an_event_cannot_say_is_refused_with_its_place(
    catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str, code: str, marker: str | None, said: str
) -> None:
    catalogue_copy.replace(name, old, new)
    [found] = catalogue_copy.problems()
    assert (found.code, found.path) == (code, f"catalogue/{name}")
    assert said in found.message
    assert found.hint
    if marker is not None and catalogue_copy.text(name).count(marker) == 1:
        assert (found.line, found.column) == catalogue_copy.place(name, marker)


@pytest.mark.parametrize(("file", "code"), [("2023", "address-taken"), ("nul", "reserved-name")])
def test_an_event_cannot_have_the_address_of_something_else(catalogue_copy: SpoiltCatalogue, file: str, code: str) -> None:
    catalogue_copy.write(f"events/{file}.yml", catalogue_copy.text(BARE).replace("bare-event", file))
    assert [problem.code for problem in catalogue_copy.problems()] == [code]


def test_a_part_is_not_blamed_for_a_whole_that_cannot_be_read(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(FORUM, "kind: forum", "kind: party")
    assert [problem.code for problem in catalogue_copy.problems()] == ["unknown-choice"]


def test_a_stray_file_among_events_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("events/notes.txt", "notes")
    assert "events/*.yml" in catalogue_copy.problem("stray-file", "events/notes.txt").hint


def test_a_library_without_events_is_as_it_was(kept_catalogue: Catalogue) -> None:
    assert (kept_catalogue.filed, event_lists(kept_catalogue)) == ({}, {})


# -- who names whom ------------------------------------------------------------------------------


def test_works_and_events_know_who_names_them(small_catalogue: Catalogue) -> None:
    forum = small_catalogue.of_kind("event")["sample-forum-2023"]
    assert [(kind, name) for _, kind, name in named(forum.value)] == [("work", "held-book"), ("work", "one-window")]
    assert [filed.id for filed in small_catalogue.naming["work", "held-book"]] == [
        "sample-forum-2023",
        "sample-project",
        "sample-course",
        "sample-video",
    ]
    assert [filed.id for filed in small_catalogue.naming["event", "sample-forum-2023"]] == [
        "sample-panel-2023",
        "sample-project",
        "sample-video",
    ]


def test_a_renamed_work_is_followed_by_events(catalogue_copy: SpoiltCatalogue) -> None:
    rename(load(catalogue_copy.folder), "work", "held-book", "kept-book").carry_out()
    assert "work: kept-book" in catalogue_copy.text(FORUM)
    assert catalogue_copy.problems() == []


# -- lists ---------------------------------------------------------------------------------------


def test_every_event_stands_in_one_year_and_under_each_of_its_terms(either_catalogue: Catalogue) -> None:
    lists, events = event_lists(either_catalogue), either_catalogue.of_kind("event")
    in_years = [filed.id for found in lists.values() if found.way == "years" for filed in found.events]
    assert sorted(in_years) == sorted(events)
    for filed in events.values():
        held = {(found.way, found.term) for found in lists.values() if filed in found.events}
        assert {("themes", theme) for theme in filed.value.themes} <= held
        assert filed.value.country is None or ("countries", filed.value.country) in held


def test_events_stand_newest_first_and_those_without_a_date_last(small_catalogue: Catalogue) -> None:
    assert [filed.id for filed in newest_first(small_catalogue)] == ["sample-forum-2023", "sample-panel-2023", "bare-event"]


def test_an_event_on_a_finer_theme_stands_under_the_broader_one_too(small_catalogue: Catalogue) -> None:
    lists = event_lists(small_catalogue)
    assert [filed.id for filed in lists["events/themes/human-resource-management"].events] == ["sample-forum-2023"]
