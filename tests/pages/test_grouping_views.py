"""What the pages of alliances and projects show, without a site."""

from __future__ import annotations

from typing import Any

import pytest
from catalogues import ROOT, SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.pages.events import EventViews
from library.pages.groupings import GroupingViews
from library.pages.work import WorkViews
from library.words.labels import Labels
from library.words.translations import Words

LANGUAGES = ("en", "ru", "kk", "ko")


def views(catalogue: Catalogue, language: str = "en") -> GroupingViews:
    nothing: Any = None
    labels = Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales"))
    return GroupingViews(EventViews(WorkViews(labels, nothing, nothing, lambda record: "")))


def test_alliances_stand_apart_by_what_is_known_of_them(small_catalogue: Catalogue) -> None:
    groups = [(heading, [line.path for line in lines]) for heading, lines in views(small_catalogue).all("alliance").groups]
    assert groups == [
        ("Named by the sources", ["alliances/pay-alliance"]),
        ("Counted but not named by the sources", ["alliances/bare-alliance"]),
        ("Planned: whether they began is not stated", ["alliances/future-alliance"]),
    ]


def test_a_plan_is_never_shown_as_done(small_catalogue: Catalogue) -> None:
    view = views(small_catalogue).view(small_catalogue.of_kind("alliance")["future-alliance"])
    rows = {row.label: [link.text for link in row.links] for row in view.rows}
    assert rows == {"Member countries": ["not stated"], "Planned for": ["2030-2032"]}
    assert view.standing == "Planned: whether they began is not stated"


def test_a_project_says_who_funds_it_and_what_is_not_stated(small_catalogue: Catalogue) -> None:
    made = views(small_catalogue)
    view = made.view(small_catalogue.of_kind("project")["sample-project"])
    assert [(person.name, amount, award) for person, amount, award in view.funding] == [
        ("Ministry of Labour, Family and Social Protection", "USD 900,000", "ML-7"),
        ("Sample Civil Service Hub", "not stated", ""),
    ]
    bare = made.view(small_catalogue.of_kind("project")["bare-project"])
    assert {link.text for row in bare.rows for link in row.links} == {"not stated"}
    assert (bare.title_language, bare.funding, bare.works, bare.events) == ("kk", (), (), ())


def test_works_and_events_lead_to_what_names_them(small_catalogue: Catalogue) -> None:
    made = views(small_catalogue)
    assert [(heading, [line.path for line in lines]) for heading, lines in made.naming("work", "held-book")] == [
        ("Project", ["projects/sample-project"])
    ]
    assert [(heading, [line.path for line in lines]) for heading, lines in made.naming("event", "sample-panel-2023")] == [
        ("Alliance", ["alliances/pay-alliance"])
    ]
    assert made.naming("work", "korean-guide") == ()
    [(credit, language)] = views(small_catalogue, "ru").credits("held-book")
    assert (credit.startswith("Funded by the Ministry of Labour"), language) == (True, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_has_a_view_and_stands_in_its_list(either_catalogue: Catalogue, language: str) -> None:
    made = views(either_catalogue, language)
    for kind in ("alliance", "project"):
        records = either_catalogue.of_kind(kind)
        listed = [line.path for _, lines in made.all(kind).groups for line in lines]
        assert sorted(listed) == sorted(filed.address for filed in records.values())
        assert all(made.view(filed).title for filed in records.values())


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "said"),
    [
        ("alliances/pay-alliance.yml", "members: [KZ, UZ]", "members: [KZ, QQ]", "unknown-term", "vocabularies/countries.yml"),
        ("alliances/pay-alliance.yml", "works: [long-title]", "works: [long-titel]", "unknown-work", "long-titel"),
        ("alliances/pay-alliance.yml", "standing: named", "standing: planned", "bad-date", "cannot have been founded in 2018"),
        ("alliances/pay-alliance.yml", "standing: named", "standing: existing", "unknown-choice", "named, counted, planned"),
        ("projects/sample-project.yml", "end: 2024", "end: 2020", "bad-date", "before it begins on 2021-11"),
        (
            "projects/sample-project.yml",
            "events: [sample-forum-2023]",
            "events: [sample-forum]",
            "unknown-record",
            'no event "sample-forum"',
        ),
        ("projects/sample-project.yml", "party: ministry-of-labour", "party: ministry", "unknown-term", "vocabularies/parties.yml"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(
    catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str, code: str, said: str
) -> None:
    catalogue_copy.replace(name, old, new)
    [found] = catalogue_copy.problems()
    assert (found.code, found.path) == (code, f"catalogue/{name}")
    assert found.line > 1
    assert said in found.message
    assert found.hint
