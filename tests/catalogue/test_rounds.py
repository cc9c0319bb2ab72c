"""Series: their parts on one line, what is listed of them and what is not, and what their entries may not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.authorities import Round, Series
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.indexes import Indexes, index
from library.catalogue.model_parts import InSeries, Provenance
from library.catalogue.rounds import NUMBERING, has_line, line

SERIES, SURVEY, STUDY = "vocabularies/series.yml", "knowledge-products/ministry-survey.yml", "knowledge-products/russian-study.yml"
SOURCE = (Provenance(source="sample-report"),)


def series(*rounds: Round, **fields: object) -> Series:
    return Series(id="needs-surveys", label={"en": "Needs surveys"}, rounds=rounds, **fields)


def planned(**fields: object) -> Round:
    return Round(**{"evidence": "planned", "provenance": SOURCE, **fields})


@pytest.fixture(scope="module")
def numbered(small_catalogue: Catalogue) -> Callable[..., Indexes]:
    """The indexes of the small catalogue with works put into a series: number and year by id."""

    def make(**works: tuple[str | None, ...]) -> Indexes:
        changed = dict(small_catalogue.works)
        for work_id, (number, year, *rounds) in works.items():
            placed = changed[work_id.replace("_", "-")]
            fields = {
                "series": InSeries(id="needs-surveys", number=number, round=rounds[0] if rounds else None),
                "issued": Issued(int(year)) if year else None,
            }
            changed[placed.work.id] = replace(placed, work=placed.work.model_copy(update=fields))
        return index(replace(small_catalogue, works=changed))

    return make


def told(indexes: Indexes, entry: Series) -> list[tuple[str, list[str], str]]:
    return [(part.number or part.year, [placed.work.id for placed in part.works], part.evidence) for part in line(indexes, entry)]


def test_numbers_stand_in_their_order_and_those_left_out_are_gaps(numbered: Callable[..., Indexes]) -> None:
    indexes = numbered(ministry_survey=("10", "2018"), russian_study=("8", "2021"))
    assert told(indexes, series()) == [("8", ["russian-study"], ""), ("9", [], NUMBERING), ("10", ["ministry-survey"], "")]


def test_a_plan_without_works_is_a_gap_and_one_with_works_of_its_year_is_not(numbered: Callable[..., Indexes]) -> None:
    indexes = numbered(ministry_survey=(None, "2018"), russian_study=(None, ""))
    found = told(indexes, series(planned(year=Issued(2017)), planned(year=Issued(2018))))
    assert found == [("2017", [], "planned"), ("2018", ["ministry-survey"], "planned"), ("", ["russian-study"], "")]


def test_works_that_name_a_round_belong_to_it_whatever_their_year(numbered: Callable[..., Indexes]) -> None:
    indexes = numbered(ministry_survey=(None, "2018", "2015"), russian_study=(None, "2018"))
    found = told(indexes, series(planned(year=Issued(2015)), planned(year=Issued(2018))))
    assert found == [("2015", ["ministry-survey"], "planned"), ("2018", ["russian-study"], "planned")]


def test_a_plan_of_a_type_is_filled_by_all_works_of_the_type(small_catalogue: Catalogue) -> None:
    indexes = index(small_catalogue)
    entry = series(collects="case-study")
    listed = [placed.work.id for part in line(indexes, entry) for placed in part.works]
    assert {placed.work.id for placed in small_catalogue.offered if placed.work.type == "case-study"} <= set(listed)


def test_a_series_of_which_nothing_but_works_is_known_has_no_line(numbered: Callable[..., Indexes]) -> None:
    indexes = numbered(ministry_survey=(None, "2018"))
    assert not has_line(indexes, series())
    assert has_line(indexes, series(frequency="annual")) and has_line(indexes, series(planned(year=Issued(2017))))
    assert has_line(numbered(ministry_survey=("3", "2018")), series())


def test_years_as_numbers_of_two_series_far_apart_are_not_counted_through(numbered: Callable[..., Indexes]) -> None:
    assert len(told(numbered(ministry_survey=("3", "2018"), russian_study=("20183", "2021")), series())) == 2


# -- what stops a build ------------------------------------------------------------------


def test_a_number_of_two_works_is_told_at_the_second(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "themes: [training]\n", "themes: [training]\nseries:\n  id: needs-surveys\n  number: 3\n")
    found = catalogue_copy.problem("series-number-twice", STUDY, "3\ncoverage")
    assert '"ministry-survey"' in found.message


def test_a_withdrawn_work_gives_its_number_free(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "themes: [training]\n", "themes: [training]\nseries:\n  id: needs-surveys\n  number: 3\n")
    catalogue_copy.append(SURVEY, "withdrawn:\n  on: 2026-11-23\n  because: mistake\n")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize(("written", "code"), [("evidence: rumoured", "unknown-choice"), ("works: [russian-study]", "unknown-field")])
def test_a_round_says_nothing_that_cannot_be(catalogue_copy: SpoiltCatalogue, written: str, code: str) -> None:
    catalogue_copy.replace(SERIES, "evidence: planned", written)
    assert code in [problem.code for problem in catalogue_copy.problems()]
    assert all(problem.path == f"catalogue/{SERIES}" and problem.line and problem.hint for problem in catalogue_copy.problems())


@pytest.mark.parametrize(("series_id", "round_"), [("sample-review", "2015"), ("needs-surveys", "1")])
def test_a_round_that_the_series_does_not_have_is_told(catalogue_copy: SpoiltCatalogue, series_id: str, round_: str) -> None:
    catalogue_copy.replace(STUDY, "themes: [training]\n", f"themes: [training]\nseries:\n  id: {series_id}\n  round: {round_}\n")
    assert f'"{round_}"' in catalogue_copy.problem("unknown-round", STUDY, f"{round_}\ncoverage").message


def test_a_round_that_the_series_has_is_lawful(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "themes: [training]\n", "themes: [training]\nseries:\n  id: sample-review\n  round: 2016\n")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("      evidence: planned\n", ""), ("    - year: 2016\n      evidence", "    - evidence")],
    ids=["no evidence", "no year"],
)
def test_a_round_without_evidence_or_without_a_year_is_told(catalogue_copy: SpoiltCatalogue, old: str, new: str) -> None:
    catalogue_copy.replace(SERIES, old, new)
    assert [problem.code for problem in catalogue_copy.problems()] == ["missing-field"]


def test_a_round_written_twice_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(SERIES, "    - year: 2016\n      evidence: reported\n      provenance: [{source: sample-report}]\n")
    assert [(problem.code, problem.line) for problem in catalogue_copy.problems()] == [
        ("repeated-value", catalogue_copy.text(SERIES)[: catalogue_copy.text(SERIES).rindex("year: 2016")].count("\n") + 1)
    ]
