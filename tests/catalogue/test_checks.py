"""What only several fields, records or files together can show."""

from __future__ import annotations

import io
import os
import zipfile

import pytest
from catalogues import SpoiltCatalogue
from PIL import Image

WORK = "knowledge-products/gylym-and-government.yml"
WORLD = "knowledge-products/aelem-public-service.yml"
BOOK = "knowledge-products/held-book.yml"
STUDY = "knowledge-products/russian-study.yml"
WITHDRAWN = "knowledge-products/withdrawn-report.yml"
TEXT = "case-studies/one-window.md"
ISSUE = "journal/issues/10.yml"
JOURNAL = "journal/journal.yml"
LOOSE = "journal/articles/unplaced-article.yml"
UNDATED = "knowledge-products/unknown-year.yml"


# -- covers ----------------------------------------------------------------------------


def test_a_cover_that_is_not_there_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(BOOK, "\neditions:", "\ncover: held-book.cover.jpg\n\neditions:")
    found = catalogue_copy.problem("missing-file", BOOK, "held-book.cover.jpg")
    assert "held-book.cover.jpg does not exist" in found.message


@pytest.mark.parametrize("content", [b"", b"not a picture", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n"])
def test_a_cover_that_is_no_picture_is_a_problem(content: bytes, catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(BOOK, "\neditions:", "\ncover: held-book.cover.jpg\n\neditions:")
    catalogue_copy.write("files/held-book.cover.jpg", content)
    found = catalogue_copy.problem("unreadable-cover", BOOK, "held-book.cover.jpg")
    assert "JPEG, PNG or WebP" in found.hint


def test_a_picture_that_a_record_names_as_cover_is_no_stray_file(catalogue_copy: SpoiltCatalogue) -> None:
    picture = io.BytesIO()
    Image.new("RGB", (600, 900), "navy").save(picture, "JPEG")
    catalogue_copy.write("files/held-book.cover.jpg", picture.getvalue())
    assert [problem.code for problem in catalogue_copy.problems()] == ["stray-file"]
    catalogue_copy.replace(BOOK, "\neditions:", "\ncover: held-book.cover.jpg\n\neditions:")
    assert catalogue_copy.problems() == []


def test_other_words_of_a_term_in_a_language_that_is_none_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/countries.yml", "label: {en: Norway,", "searched_as: {xx: [Norge]}, label: {en: Norway,")
    found = catalogue_copy.problem("bad-language", "vocabularies/countries.yml", "xx")
    assert '"xx"' in found.message


# -- languages ---------------------------------------------------------------------------


def test_a_title_in_no_language_of_the_document_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORLD, "  kk: Әлемнің мемлекеттік қызметі\n", "")
    found = catalogue_copy.problem("missing-language", WORLD, "title:\n  en")
    assert found.message == "title has no text in the language of the document (kk)"
    assert "in a line kk: …" in found.hint


def test_a_document_in_no_language_of_the_site_may_have_a_supplied_title_alone(catalogue_copy: SpoiltCatalogue) -> None:
    text = (
        catalogue_copy.text(WORLD)
        .replace("    language: kk", "    language: fr")
        .replace("  title: [en, ru, ko]", "  title: [en, ru, kk, ko]")
    )
    catalogue_copy.write(WORLD, text)
    assert catalogue_copy.problems() == []


def test_an_article_without_a_title_of_the_document_is_found_at_its_title(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "      en: Pay and Ethics in Public Office\n", "")
    found = catalogue_copy.problem("missing-language", ISSUE, "title:\n      ru: Оплата труда и этика на")
    assert "(en)" in found.message


@pytest.mark.parametrize(
    ("name", "line"),
    [
        (WORLD, "  ko: 세계 여러 나라의 공직을 살펴본다.\n"),
        (ISSUE, "  ko: 윤리와 보수\n"),
        (WITHDRAWN, "    ko: 새 판으로 대체되었다.\n"),
    ],
)
def test_other_titles_summaries_and_reasons_may_come_later(catalogue_copy: SpoiltCatalogue, name: str, line: str) -> None:
    catalogue_copy.replace(name, line, "")
    codes = {problem.code for problem in catalogue_copy.problems()}
    assert codes <= {"supplied-nothing"}


@pytest.mark.parametrize(("name", "line"), [(ISSUE, "  ko: 윤리와 보수\n"), (WITHDRAWN, "    ko: 새 판으로 대체되었다.\n")])
def test_a_language_that_is_none_is_a_problem_also_where_none_need_be(catalogue_copy: SpoiltCatalogue, name: str, line: str) -> None:
    catalogue_copy.replace(name, line, line.replace("ko:", "xx:"))
    assert {problem.code for problem in catalogue_copy.problems()} == {"unknown-term"}


def test_a_summary_of_the_journal_exists_in_every_language(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(JOURNAL, "  ko: 시험용으로 지어낸 학술지이다.\n", "")
    found = [problem for problem in catalogue_copy.problems() if problem.code == "missing-language"]
    assert [(problem.path, problem.message) for problem in found] == [(f"catalogue/{JOURNAL}", 'summary has no text in "ko"')]


def test_a_supplied_title_that_is_not_there_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  title: [en, ko]", "  title: [en, ko, fr]")
    found = catalogue_copy.problem("supplied-nothing", WORK, "fr]")
    assert '"fr"' in found.message


def test_an_issue_that_is_there_and_said_to_be_missing_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(JOURNAL, "missing_issues: [2]", "missing_issues: [10]")
    assert [(problem.code, problem.path) for problem in catalogue_copy.problems()] == [("not-missing", f"catalogue/{JOURNAL}")]


@pytest.mark.parametrize(
    ("other", "hint"),
    [
        ("aelem-public-servise", 'did you mean "aelem-public-service"?'),
        ("zzzz", "write the id of a record"),
        ("gylym-and-government", ""),
    ],
)
def test_a_related_work_that_is_no_other_work_is_a_problem(catalogue_copy: SpoiltCatalogue, other: str, hint: str) -> None:
    catalogue_copy.replace(WORK, "related: [aelem-public-service]", f"related: [{other}]")
    found = catalogue_copy.problem("unknown-work", WORK, f"{other}]")
    assert f'"{other}"' in found.message
    assert hint in found.hint


def test_what_stands_in_the_place_of_a_withdrawn_work_is_another_work(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WITHDRAWN, "  on: 2024-05-01\n", "  on: 2024-05-01\n  replaced_by: russian-studi\n")
    found = catalogue_copy.problem("unknown-work", WITHDRAWN, "russian-studi")
    assert found.hint == 'did you mean "russian-study"?'


def test_a_withdrawal_says_why(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WITHDRAWN)
    catalogue_copy.write(WITHDRAWN, text[: text.index("  reason:")])
    assert [(problem.code, problem.hint) for problem in catalogue_copy.problems()] == [
        ("missing-field", "say why, as in because: superseded")
    ]
    catalogue_copy.append(WITHDRAWN, "  because: mistake\n")
    assert catalogue_copy.problems() == []


def test_works_in_each_other_s_place_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    for name, other in ((WITHDRAWN, "russian-study"), (STUDY, "withdrawn-report")):
        if name == STUDY:
            catalogue_copy.append(name, f"withdrawn:\n  on: 2026-12-02\n  because: superseded\n  replaced_by: {other}\n")
        else:
            catalogue_copy.replace(name, "  on: 2024-05-01\n", f"  on: 2024-05-01\n  replaced_by: {other}\n")
    found = catalogue_copy.problems()
    assert {problem.code for problem in found} == {"replaced-in-a-circle"} and len(found) == 2
    assert found[0].message == "the works stand in each other's place: russian-study → withdrawn-report → russian-study"


@pytest.mark.parametrize("former", ["pay", "training"])
def test_a_former_id_that_is_anothers_is_a_problem(catalogue_copy: SpoiltCatalogue, former: str) -> None:
    name = "vocabularies/themes.yml"
    catalogue_copy.replace(name, "- id: ethics\n", f"- id: ethics\n  former_ids: [ethic, {former}]\n")
    found = catalogue_copy.problem("duplicate-id", name, f"{former}]")
    assert f'the former id "{former}" is that of "{former}"' in found.message


@pytest.mark.parametrize("kind", ["article", "commentary", "book-review"])
def test_a_type_of_the_journal_outside_it_is_a_problem(catalogue_copy: SpoiltCatalogue, kind: str) -> None:
    catalogue_copy.replace(WORK, "type: research-paper", f"type: {kind}")
    found = catalogue_copy.problem("wrong-type", WORK, f"{kind}\n")
    assert f'"{kind}" stands outside the journal' in found.message


@pytest.mark.parametrize(("name", "old"), [(ISSUE, "    type: commentary"), (LOOSE, "type: article")])
def test_another_type_in_the_journal_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str, old: str) -> None:
    catalogue_copy.replace(name, old, old.split(":")[0] + ": policy-paper")
    found = catalogue_copy.problem("wrong-type", name, "policy-paper")
    assert '"policy-paper" stands in the journal' in found.message


def test_a_document_that_is_not_there_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("files/held-book.en.pdf").unlink()
    found = catalogue_copy.problem("missing-file", BOOK, "held-book.en.pdf")
    assert "catalogue/files/held-book.en.pdf" in found.message


def test_a_document_that_is_a_folder_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("files/held-book.en.pdf").unlink()
    catalogue_copy.path("files/held-book.en.pdf").mkdir()
    catalogue_copy.problem("missing-file", BOOK, "held-book.en.pdf")


def name_document(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    """Gives the document of the book another name."""
    catalogue_copy.path("files/held-book.en.pdf").rename(catalogue_copy.path(f"files/{name}"))
    catalogue_copy.replace(BOOK, "file: held-book.en.pdf", f"file: {name}")


@pytest.mark.parametrize("name", ["held-book.csv", "held-book.en.csv"])
def test_a_document_named_like_a_file_of_citations_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    # One of the two would take the place of the other.
    name_document(catalogue_copy, name)
    found = catalogue_copy.problem("file-name", BOOK, f"{name}\n    licence")
    assert found.message == f'"{name}" is the name of a file that the library makes beside the page'
    assert found.hint == "name the document otherwise, as in held-book-table.csv"


def test_a_document_named_like_the_citation_of_another_edition_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("files/russian-study.ru.pdf").rename(catalogue_copy.path("files/russian-study.kk.csv"))
    catalogue_copy.replace(STUDY, "file: russian-study.ru.pdf", "file: russian-study.kk.csv")
    catalogue_copy.problem("file-name", STUDY, "russian-study.kk.csv")


def test_a_document_named_like_the_citation_of_an_edition_of_no_stated_language_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("files/unknown-year.und.csv", "a,b\r\n")
    catalogue_copy.replace(UNDATED, "  - citation_key: scshndnorway\n", "  - citation_key: scshndnorway\n    file: unknown-year.und.csv\n")
    catalogue_copy.problem("file-name", UNDATED, "unknown-year.und.csv")


@pytest.mark.parametrize("name", ["held-book-table.csv", "held-book.ru.csv", "held-book.pdf", "held-book.en.zip", "works.csv"])
def test_a_document_may_have_any_other_name(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    name_document(catalogue_copy, name)
    if name.endswith(".zip"):
        with zipfile.ZipFile(catalogue_copy.path(f"files/{name}"), "w") as packed:
            packed.writestr("table.csv", "a,b")
    assert catalogue_copy.problems() == []


# -- days ---------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "work_id"), [(WORK, "gylym-and-government"), (TEXT, "one-window"), (LOOSE, "unplaced-article")])
def test_a_record_that_does_not_say_when_it_was_added_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str, work_id: str) -> None:
    catalogue_copy.replace(name, "added: 2026-11-22\n", "")
    catalogue_copy.replace(name, f"id: {work_id}\n", f"id: {work_id} \n")
    found = catalogue_copy.problem("not-dated", name, f"{work_id} \n")
    assert "added:" in found.hint


def test_an_article_of_an_issue_need_not_say_when_it_was_added(catalogue_copy: SpoiltCatalogue) -> None:
    assert catalogue_copy.text(ISSUE).count("added:") == 1
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("revised", ["2026-11-21", "2025-12-31"])
def test_a_record_revised_before_it_was_added_is_a_problem(catalogue_copy: SpoiltCatalogue, revised: str) -> None:
    catalogue_copy.replace(STUDY, "revised: 2026-12-01", f"revised: {revised}")
    found = catalogue_copy.problem("bad-date", STUDY, revised)
    assert revised in found.message and "2026-11-22" in found.message
    assert "compare" in found.hint


def test_a_record_may_be_revised_on_the_day_it_was_added(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "revised: 2026-12-01", "revised: 2026-11-22")
    assert catalogue_copy.problems() == []


def test_an_article_revised_before_its_issue_was_added_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "    related: [korean-guide]\n", "    related: [korean-guide]\n    revised: 2026-11-21\n")
    catalogue_copy.problem("bad-date", ISSUE, "2026-11-21")


def test_a_document_that_is_a_page_of_a_website_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("files/held-book.en.pdf", "<!doctype html><title>Not found</title>")
    found = catalogue_copy.problem("not-a-document", BOOK, "held-book.en.pdf")
    assert "page of a website" in found.message


def test_a_record_that_is_a_pipe_is_a_problem_and_not_waited_for(catalogue_copy: SpoiltCatalogue) -> None:
    os.mkfifo(catalogue_copy.path("knowledge-products/x.yml"))
    found = catalogue_copy.problem("unreadable-file", "knowledge-products/x.yml")
    assert "a pipe" in found.message
