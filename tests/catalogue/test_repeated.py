"""What is the same in two records, or stands twice in one, is told."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue, citations
from library.catalogue.checks.repeated import normalised
from library.catalogue.loading import load

WORK = "knowledge-products/gylym-and-government.yml"
BOOK = "knowledge-products/held-book.yml"
SURVEY = "knowledge-products/ministry-survey.yml"
WITHDRAWN = "knowledge-products/withdrawn-report.yml"
ISSUE = "journal/issues/10.yml"
LOOSE = "journal/articles/unplaced-article.yml"


# -- in two records --------------------------------------------------------------------


def test_an_id_taken_by_another_file_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "  - id: short-commentary", "  - id: first-article")
    found = catalogue_copy.problem("duplicate-id", ISSUE, "first-article")
    assert '"first-article"' in found.message
    assert "catalogue/journal/issues/1.yml" in found.message


def test_a_citation_key_of_another_work_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "seitova2019science-ru", "harrow2022public")
    found = catalogue_copy.problem("duplicate-key", BOOK, "harrow2022public")
    assert '"harrow2022public"' in found.message
    assert '"gylym-and-government"' in found.message


def test_citation_keys_that_differ_only_in_case_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    # Readers on some systems make file names of them.
    catalogue_copy.replace(WORK, "seitova2019science-ru", "Harrow2022Public")
    assert [problem.code for problem in catalogue_copy.problems()] == ["duplicate-key"]


def test_a_citation_key_twice_in_one_work_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "seitova2019science-ru", "seitova2019science-kk")
    problems = catalogue_copy.problems()
    assert {problem.code for problem in problems} == {"duplicate-key"}
    assert {problem.path for problem in problems} == {f"catalogue/{WORK}"}


def test_the_doi_of_another_work_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "doi: 10.5555/sjcs.21", "doi: 10.5555/SAMPLE.2022")
    found = catalogue_copy.problem("same-work", ISSUE, "10.5555/SAMPLE.2022")
    assert '"10.5555/sample.2022"' in found.message
    assert '"held-book"' in found.message


@pytest.mark.parametrize(
    "isbn", ["978-0-00-000000-2", "9780000000002", "978 0 00 000000 2", "0000000000", "0 00 000000 0", "978–0–00–000000–2"]
)
def test_the_isbn_of_another_work_is_a_problem_in_any_spelling(catalogue_copy: SpoiltCatalogue, isbn: str) -> None:
    catalogue_copy.replace(BOOK, "978-1-23456-789-7", f"'{isbn}'")
    found = catalogue_copy.problem("same-work", SURVEY, "0-00-000000-0")
    assert "ISBN" in found.message
    assert '"held-book"' in found.message


def test_the_isbn_of_another_edition_of_the_same_work_is_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(SURVEY, "    title: Исследование потребностей № 3", "    isbn: [978-0-00-000000-2]")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize(
    "title",
    ["Public Service of the World", "PUBLIC SERVICE OF THE WORLD!", "«Public—service» of: the world", "Ｐublic Service of the World"],
)
def test_the_same_title_in_the_same_year_is_a_problem(catalogue_copy: SpoiltCatalogue, title: str) -> None:
    catalogue_copy.replace(WORK, "  en: Science and Government", f"  en: '{title}'")
    catalogue_copy.replace(WORK, "issued: 2019-05", "issued: 2015-12")
    found = catalogue_copy.problem("same-work", WORK, f"'{title}'")
    assert "title and year" in found.message
    assert '"aelem-public-service"' in found.message


def test_the_same_title_is_found_whatever_language_stands_first(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(
        WORK, "  en: Science and Government\n  ru: Наука и государство\n", "  ru: Наука и государство\n  en: Public Service of the World\n"
    )
    catalogue_copy.replace(WORK, "issued: 2019-05", "issued: 2015")
    assert [problem.code for problem in catalogue_copy.problems()] == ["same-work"]


def test_the_same_title_in_another_year_is_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  en: Science and Government", "  en: Public Service of the World")
    assert catalogue_copy.problems() == []


def test_two_book_reviews_of_an_issue_may_have_the_same_title(small_catalogue) -> None:
    first, second = (small_catalogue.works[work_id].work for work_id in ("book-review-first", "book-review-second"))
    assert first.title == second.title


EDITORIAL = """id: {id}
type: report

title:
  en: Annual Review

issued: 2020

creators:
  - party: {party}

themes: [training]

editions:
  - citation_key: {id}
    language: en
{more}
added: 2026-11-22
provenance:
  - source: sample-report
"""


def reviews(copy: SpoiltCatalogue, **second: str) -> list[str]:
    """Codes of the problems of two records of one title; ``second`` is what the second has otherwise."""
    first = {"id": "review-one", "party": "manas", "more": "    pages: 1-9"}
    copy.write("knowledge-products/review-one.yml", EDITORIAL.format(**first))
    copy.write("knowledge-products/review-two.yml", EDITORIAL.format(**{**first, "id": "review-two", **second}))
    return [problem.code for problem in copy.problems()]


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        ({}, ["same-work"]),
        ({"party": "harrow-jane"}, []),
        ({"more": "    pages: 11-19"}, []),
        ({"more": "    doi: 10.5555/two"}, ["same-work"]),  # the other has none
        ({"more": "    number: 2"}, ["same-work"]),
    ],
)
def test_works_of_one_title_are_told_apart_by_what_both_say(
    catalogue_copy: SpoiltCatalogue, second: dict[str, str], codes: list[str]
) -> None:
    assert reviews(catalogue_copy, **second) == codes


def test_a_printed_title_is_compared_in_every_language(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  ru: Наука и государство", "  ru: Третье исследование потребностей — результаты")
    catalogue_copy.replace(WORK, "issued: 2019-05", "issued: 2018")
    catalogue_copy.replace(WORK, "creators:\n  - party: seitova-aigul\n  - party: manas\n", "")
    found = catalogue_copy.problem("same-work", SURVEY, "'Третье")
    assert '"gylym-and-government"' in found.message


@pytest.mark.parametrize(
    ("title", "normal"),
    [
        ("Public–Service:  of the WORLD!", "public service of the world"),
        ("«Әлемнің» қызметі", "әлемнің қызметі"),
        ("e-HRM 2.0 & more", "e hrm 2 0 more"),
        ("Ｆull ﬁgures", "full figures"),
        ("공직, 그 변천", "공직 그 변천"),
    ],
)
def test_a_normalised_title_has_letters_and_digits_only(title: str, normal: str) -> None:
    assert normalised(title) == normal


def test_a_normalised_title_has_no_accents() -> None:
    assert normalised("Café au lait") == normalised("Cafe\u0301 au lait") == normalised("Cafe au lait")


def test_a_former_address_that_is_that_of_another_work_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WITHDRAWN, "/publications/first-year/", "/publications/held-book/")
    found = catalogue_copy.problem("address-taken", WITHDRAWN, "/publications/held-book/")
    assert '"/publications/held-book/"' in found.message
    assert '"held-book"' in found.message


def test_a_former_address_of_two_works_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(LOOSE, "/journal/9/unplaced-article/", "/publications/first-year/")
    catalogue_copy.problem("address-taken", LOOSE, "/publications/first-year/")


def test_a_former_address_that_is_still_the_works_own_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    # A page that leads on to itself would take the place of the work's page.
    catalogue_copy.replace(WITHDRAWN, "/publications/first-year/", "/publications/withdrawn-report/")
    catalogue_copy.problem("address-taken", WITHDRAWN, "/publications/withdrawn-report/")


@pytest.mark.parametrize(
    "address",
    [
        "/journal/10/",
        "/journal/",
        "/publications/",
        "/themes/",
        "/themes/pay/",
        "/exports/",
        "/titles/",
        "/ru/",
        "/ru/publications/held-book/",
    ],
)
def test_a_former_address_that_is_a_page_of_the_library_is_a_problem(catalogue_copy: SpoiltCatalogue, address: str) -> None:
    catalogue_copy.replace(WITHDRAWN, "/publications/first-year/", address)
    catalogue_copy.problem("address-taken", WITHDRAWN, f"{address}\nwithdrawn")


# -- twice in one ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (WORK, "themes: [training, open-data]", "themes: [training, training]"),
        (WORK, "  countries: [KZ]", "  countries: [KZ, KZ]"),
        (WORK, "  - party: manas", "  - party: seitova-aigul"),
    ],
)
def test_a_term_written_twice_is_a_problem_or_counts_once(catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str) -> None:
    catalogue_copy.replace(name, old, new)
    if catalogue_copy.problems():
        return
    citation = citations(load(catalogue_copy.folder))["seitova2019science-ru"]
    assert len(citation.keywords) == len(set(citation.keywords))
    assert len(citation.authors) == len(set(citation.authors))


def test_a_country_written_twice_is_found_at_the_second(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/forty-countries.yml"
    catalogue_copy.replace(name, "CO, NO, KZ]", "CO, NO, NO]")
    found = catalogue_copy.problem("repeated-value", name, "NO]")
    assert '"NO" is written twice' in found.message
