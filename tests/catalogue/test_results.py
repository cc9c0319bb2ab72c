"""Indicators: what the records count of them, and what their entries may not say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.results import Result, results

INDICATORS, FRAMEWORKS = "vocabularies/indicators.yml", "vocabularies/frameworks.yml"


def by_id(catalogue: Catalogue) -> dict[str, Result]:
    return {result.indicator.id: result for _, held in results(catalogue) for result in held}


def test_works_of_the_types_that_an_indicator_names_are_counted(small_catalogue: Catalogue) -> None:
    found = by_id(small_catalogue)["studies-published"]
    papers = [placed for placed in small_catalogue.offered if placed.work.type == "research-paper" and not placed.in_journal]
    assert found.counted == len(papers) > 0
    assert found.difference == len(papers) - 38
    assert found.aim is not None and (found.aim.at, found.aim.value) == ("final", Decimal(10))


def test_what_no_record_counts_has_no_number(small_catalogue: Catalogue) -> None:
    found = by_id(small_catalogue)["exchanges"]
    assert (found.counted, found.difference, found.aim, found.below_baseline) == (None, None, None, False)


def test_targets_below_the_baseline_are_known_as_such(small_catalogue: Catalogue) -> None:
    assert [each for each, result in by_id(small_catalogue).items() if result.below_baseline] == ["people-content"]


def test_a_library_without_indicators_has_no_results(kept_catalogue: Catalogue, small_catalogue: Catalogue) -> None:
    assert results(kept_catalogue) == ()
    bare = replace(small_catalogue.vocabularies["indicators"], terms={})
    assert results(replace(small_catalogue, vocabularies={**small_catalogue.vocabularies, "indicators": bare})) == ()


@pytest.mark.parametrize(
    ("old", "new", "code", "marker"),
    [
        ("types: [research-paper]", "types: [novel]", "unknown-term", "novel"),
        ("records: works", "records: readers", "unknown-choice", "readers"),
        ("value: 38", "value: many", "bad-number", "many"),
        ("value: 38", "value: 3,8", "bad-number", "3,8"),
        ("value: 38", "value: -1", "bad-number", ": -1"),
        ("framework: sample-phase\n  number", "framework: other-phase\n  number", "unknown-term", "other-phase"),
        ("    - at: year-1\n      value: 3\n", "    - at: final\n      value: 3\n", "repeated-value", None),
        ("    value: 38\n", "    value: 38\n    together_with: nothing\n", "unknown-term", "nothing"),
        ("    value: 38\n", "    value: 38\n    together_with: people-content\n", "one-figure", "people-content\n  counts"),
        ("  baseline:\n    value: 2\n    year: 2020\n", "  baseline:\n    year: 2020\n", "missing-field", None),
        ("    types: [research-paper]\n", "", "", None),
    ],
)
def test_what_an_indicator_says_wrongly_is_told_with_its_place(
    catalogue_copy: SpoiltCatalogue, old: str, new: str, code: str, marker: str | None
) -> None:
    catalogue_copy.replace(INDICATORS, old, new)
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        assert problem.path == f"catalogue/{INDICATORS}" and problem.line and problem.hint
        if marker:
            assert problem.line == catalogue_copy.place(INDICATORS, marker)[0]


def test_types_of_issues_are_refused(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(INDICATORS, "records: works", "records: issues")
    assert [problem.code for problem in catalogue_copy.problems()] == ["unknown-field"]


def test_a_library_may_do_without_both_files(catalogue_copy: SpoiltCatalogue) -> None:
    for name in (INDICATORS, FRAMEWORKS):
        catalogue_copy.path(name).unlink()
    assert catalogue_copy.problems() == []


def test_indicators_without_their_frameworks_are_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(FRAMEWORKS).unlink()
    assert {problem.code for problem in catalogue_copy.problems()} == {"unknown-term"}
