"""What only several fields, records or files together can show."""

from __future__ import annotations

import io
import re
from html import unescape

import pytest
from catalogues import SpoiltCatalogue, citations
from library.catalogue.checks.case_texts import markdown_problems
from library.catalogue.checks.repeated import normalised
from library.catalogue.loading import load
from library.pages.templates import TextRenderer
from PIL import Image

WORK = "knowledge-products/gylym-and-government.yml"
WORLD = "knowledge-products/aelem-public-service.yml"
BOOK = "knowledge-products/held-book.yml"
SURVEY = "knowledge-products/ministry-survey.yml"
STUDY = "knowledge-products/russian-study.yml"
WITHDRAWN = "knowledge-products/withdrawn-report.yml"
TEXT = "case-studies/one-window.md"
TRANSLATION = "case-studies/one-window.kk.md"
ISSUE = "journal/issues/10.yml"
JOURNAL = "journal/journal.yml"
PARTIES = "vocabularies/parties.yml"
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


# -- repeated --------------------------------------------------------------------------


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


# -- languages ---------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["title", "summary"])
@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_a_text_without_a_language_of_the_site_is_a_problem(catalogue_copy: SpoiltCatalogue, field: str, language: str) -> None:
    lines = catalogue_copy.text(WORLD).split("\n")
    start = lines.index(f"{field}:")
    at = next(number for number in range(start + 1, start + 5) if lines[number].startswith(f"  {language}:"))
    del lines[at]
    text = "\n".join(lines)
    for listed in ("  title: [en, ru, ko]", "  summary: [en, ru, kk, ko]"):
        if listed.startswith(f"  {field}:"):
            kept = [tag for tag in listed.split("[")[1].rstrip("]").split(", ") if tag != language]
            text = text.replace(listed, f"  {field}: [{', '.join(kept)}]")
    catalogue_copy.write(WORLD, text)
    found = catalogue_copy.problem("missing-language", WORLD, f"{field}:\n  ")
    assert f'{field} has no text in "{language}"' in found.message


def test_an_article_without_a_language_of_the_site_is_found_at_its_title(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "      ko: 공직의 보수와 윤리\n", "")
    catalogue_copy.replace(
        ISSUE,
        "      title: [ru, kk, ko]\n      summary: [en, ru, kk, ko]\n    creators:\n      - party: harrow-jane",
        "      title: [ru, kk]\n      summary: [en, ru, kk, ko]\n    creators:\n      - party: harrow-jane",
    )
    found = catalogue_copy.problem("missing-language", ISSUE, "title:\n      en: Pay and Ethics")
    assert '"ko"' in found.message


@pytest.mark.parametrize(
    ("name", "line"), [(JOURNAL, "  ko: 시험용으로 지어낸 학술지이다.\n"), (ISSUE, "  ko: 논문 한 편, 서평 두 편, 논평 한 편을 실었다.\n")]
)
def test_a_summary_of_the_journal_or_an_issue_exists_in_every_language(catalogue_copy: SpoiltCatalogue, name: str, line: str) -> None:
    catalogue_copy.replace(name, line, "")
    found = [problem for problem in catalogue_copy.problems() if problem.code == "missing-language"]
    assert [(problem.path, problem.message) for problem in found] == [(f"catalogue/{name}", 'summary has no text in "ko"')]


def test_a_title_of_an_issue_exists_in_every_language(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "  ko: 윤리와 보수\n", "")
    found = [problem for problem in catalogue_copy.problems() if problem.code == "missing-language"]
    line, _ = catalogue_copy.place(ISSUE, "title:\n  en: Ethics")
    assert [(problem.path, problem.line) for problem in found] == [(f"catalogue/{ISSUE}", line)]


def test_a_reason_of_withdrawal_exists_in_every_language(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WITHDRAWN, "    ko: 새 판으로 대체되었다.\n", "")
    found = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in found] == [("missing-language", f"catalogue/{WITHDRAWN}")]


def test_a_supplied_title_that_is_not_there_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  title: [en, ko]", "  title: [en, ko, fr]")
    found = catalogue_copy.problem("supplied-nothing", WORK, "fr]")
    assert '"fr"' in found.message


# -- works and folders -------------------------------------------------------------------


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


# -- translations and those who helped with them -------------------------------------------


def test_a_translation_of_an_edition_that_there_is_not_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "translation_of: ru", "translation_of: en")
    found = catalogue_copy.problem("unknown-edition", STUDY, "en\n    formats: [print]")
    assert 'no other edition in "en"' in found.message
    assert "add that edition" in found.hint


def test_an_edition_translated_from_itself_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "translation_of: ru", "translation_of: kk")
    found = catalogue_copy.problem("unknown-edition", STUDY, "kk\n    formats: [print]")
    assert found.message == "the edition is said to be translated from itself"
    assert found.hint == "write the language of the edition it was made from, or leave the field out"


def test_editions_each_translated_from_the_other_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "    language: ru\n", "    language: ru\n    translation_of: kk\n")
    found = catalogue_copy.problems()
    places = [catalogue_copy.place(STUDY, "kk\n    responsibility"), catalogue_copy.place(STUDY, "ru\n    formats: [print]")]
    assert [(problem.code, problem.path, problem.line, problem.column) for problem in found] == [
        ("unknown-edition", f"catalogue/{STUDY}", *place) for place in places
    ]
    assert [problem.message.split(": ")[-1] for problem in found] == ["ru from kk from ru", "kk from ru from kk"]
    assert all("written first" in problem.hint for problem in found)


def test_a_circle_of_any_length_is_a_problem_of_all_that_stand_in_it(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "    language: ru\n", "    language: ru\n    translation_of: ko\n")
    catalogue_copy.replace(
        STUDY,
        "    extent: 52\n",
        """    extent: 52
  - citation_key: beisenov2021gong
    language: ko
    translation_of: kk
  - citation_key: beisenov2021ethics
    language: en
    translation_of: ru
""",
    )
    found = catalogue_copy.problems()
    markers = ("ko\n    responsibility", "ru\n    formats: [print]", "kk\n  - citation_key")
    places = [catalogue_copy.place(STUDY, marker) for marker in markers]
    assert [(problem.code, problem.path, problem.line, problem.column) for problem in found] == [
        ("unknown-edition", f"catalogue/{STUDY}", *place) for place in places
    ]  # and not the English one, made from one of them
    assert [problem.message for problem in found] == [
        f"the translations go in a circle: {circle}"
        for circle in ("ru from ko from kk from ru", "kk from ru from ko from kk", "ko from kk from ru from ko")
    ]


def test_a_chain_of_translations_is_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(
        STUDY, "    extent: 52\n", "    extent: 52\n  - citation_key: beisenov2021gong\n    language: ko\n    translation_of: kk\n"
    )
    assert catalogue_copy.problems() == []


def test_a_translation_into_a_language_that_is_not_stated_is_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "    language: kk\n", "")
    catalogue_copy.replace(STUDY, "    editions: [kk]\n", "")
    catalogue_copy.replace(STUDY, "  title: [en, ko]", "  title: [en, kk, ko]")
    assert catalogue_copy.problems() == []


def test_a_contributor_to_an_edition_that_there_is_not_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "    editions: [kk]", "    editions: [kk, en]")
    found = catalogue_copy.problem("unknown-edition", STUDY, "en]\n  - party")
    assert 'no edition is in "en"' in found.message
    assert "of this work" in found.hint


def test_an_edition_named_twice_by_a_contributor_is_found_at_the_second(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(STUDY, "    editions: [kk]", "    editions: [kk, ru, kk]")
    found = catalogue_copy.problem("repeated-value", STUDY, "kk]\n  - party")
    assert found.message == 'contributors.0.editions: "kk" is written twice'
    assert found.hint == "keep one of the two"


# -- persons and bodies --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "identifier"),
    [
        ("  orcid: 0000-0002-1825-0097\n  source: ORCID's own specimen\n", "orcid: 0000-0002-1825-0097"),
        ("  isni: 0000 0001 2103 2683\n  source: sample report, title page\n", "isni: 0000 0001 2103 2683"),
        ("  ror: 05dxps055\n  viaf: 123456789\n  source: sample report, imprint\n", "ror: 05dxps055"),
        ("  ror: 05dxps055\n  viaf: 123456789\n  source: sample report, imprint\n", "viaf: 123456789"),
    ],
)
def test_an_identifier_without_a_source_is_a_problem(catalogue_copy: SpoiltCatalogue, old: str, identifier: str) -> None:
    catalogue_copy.replace(PARTIES, old, f"  {identifier}\n")
    scheme, value = identifier.split(": ")
    found = catalogue_copy.problem("no-source", PARTIES, value)
    assert found.message == f"the {scheme.upper()} has no source"
    assert "source:" in found.hint


@pytest.mark.parametrize(
    ("scheme", "holder", "at", "written", "value"),
    [
        ("orcid", "harrow-jane", "kim-min-jun", "0000000218250097", "0000-0002-1825-0097"),
        ("isni", "beisenov-qairat", "sample-institute", "0000-0001-2103-2683", "0000000121032683"),
    ],
)
def test_an_identifier_of_two_parties_is_a_problem_of_the_second(
    catalogue_copy: SpoiltCatalogue, scheme: str, holder: str, at: str, written: str, value: str
) -> None:
    kind = {"kim-min-jun": "person", "sample-institute": "body"}[at]
    source = "" if kind == "body" else "  source: sample report\n"  # the body has one
    catalogue_copy.replace(PARTIES, f"- id: {at}\n  kind: {kind}\n", f"- id: {at}\n  kind: {kind}\n  {scheme}: '{written}'\n{source}")
    found = catalogue_copy.problem("repeated-value", PARTIES, f"'{written}'")
    assert found.message == f'the {scheme.upper()} "{value}" is already that of "{holder}"'
    assert "merge the two entries" in found.hint


@pytest.mark.parametrize(
    ("scheme", "value", "behind"), [("ror", "05dxps055", "\n  viaf"), ("viaf", "123456789", "\n  source: sample report, imprint")]
)
def test_an_identifier_of_two_bodies_is_a_problem_of_the_later(
    catalogue_copy: SpoiltCatalogue, scheme: str, value: str, behind: str
) -> None:
    catalogue_copy.replace(
        PARTIES, "- id: harrow-press\n  kind: body\n", f"- id: harrow-press\n  kind: body\n  {scheme}: '{value}'\n  source: sample report\n"
    )
    found = catalogue_copy.problem("repeated-value", PARTIES, f"{value}{behind}")
    assert found.message == f'the {scheme.upper()} "{value}" is already that of "harrow-press"'


def test_the_same_digits_in_two_schemes_are_no_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "- id: manas\n  kind: person\n", "- id: manas\n  kind: person\n  viaf: 123\n  source: sample report\n")
    catalogue_copy.replace(PARTIES, "  viaf: 123456789\n", "")
    assert catalogue_copy.problems() == []


def test_a_second_spelling_without_languages_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      languages: [ru]\n", "")
    found = catalogue_copy.problem("no-language", PARTIES, "family: Бейсенов\n      given: Кайрат")
    assert "languages: [ru]" in found.hint


def test_two_spellings_for_one_language_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      languages: [kk]\n", "      languages: [kk, ru]\n")
    found = catalogue_copy.problem("repeated-value", PARTIES, "languages: [kk, ru]")
    assert '"ru"' in found.message
    assert "variants" in found.hint


# -- texts of case studies ---------------------------------------------------------------


def test_a_missing_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(TRANSLATION).unlink()
    found = catalogue_copy.problem("missing-translation", TEXT, "editions:")
    assert '"kk"' in found.message
    assert "one-window.kk.md" in found.hint


def test_an_empty_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TRANSLATION, "\n \n")
    catalogue_copy.problem("missing-translation", TEXT, "editions:")


@pytest.mark.parametrize("language", ["ko", "en", "xx"])
def test_a_translation_that_no_edition_announces_is_a_problem(catalogue_copy: SpoiltCatalogue, language: str) -> None:
    catalogue_copy.write(f"case-studies/one-window.{language}.md", "# Text\n")
    found = catalogue_copy.problem("stray-translation", f"case-studies/one-window.{language}.md")
    assert '"one-window"' in found.message


def test_a_translation_of_no_work_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("case-studies/two-windows.ru.md", "# Два окна\n")
    found = catalogue_copy.problems()
    assert [problem.path for problem in found] == ["catalogue/case-studies/two-windows.ru.md"]
    assert found[0].code in ("stray-file", "stray-translation")


def test_a_second_text_in_the_language_of_the_body_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    # One of the two would be read by nobody.
    catalogue_copy.write("case-studies/one-window.ru.md", "# Другое окно\n")
    catalogue_copy.problem("stray-translation", "case-studies/one-window.ru.md")


def test_a_body_that_no_edition_announces_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path(TRANSLATION).unlink()
    catalogue_copy.write(TEXT, catalogue_copy.text(TEXT).replace("    text: here\n", ""))
    catalogue_copy.problem("text-without-edition", TEXT, "editions:")


def test_a_text_in_an_edition_without_a_language_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(TEXT, "    language: ru\n    text: here", "    text: here")
    problems = catalogue_copy.problems()
    assert "text-without-edition" in [problem.code for problem in problems]


def test_a_text_in_a_record_that_holds_no_markdown_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "    language: ru\n", "    language: ru\n    text: here\n")
    found = catalogue_copy.problem("text-without-markdown", WORK, "here")
    assert "text: here" in found.message


@pytest.mark.parametrize(
    ("markdown", "begins"),
    [
        ("Текст <script>alert(1)</script>", "<s"),
        ("Текст <b>жирный</b>", "<b"),
        ("<!-- скрыто -->", "<!"),
        ("</div>", "</"),
        ("<?php ?>", "<?"),
        ("[нажми](javascript:alert(1))", "](javascript:"),
        ("[нажми]( JavaScript:alert(1))", "]( JavaScript:"),
        ("![](data:text/html;base64,AAAA)", "](data:"),
        ("[нажми](vbscript:x)", "](vbscript:"),
        ("<https://example.org/>", "<h"),
    ],
)
def test_html_and_script_in_a_text_are_problems(catalogue_copy: SpoiltCatalogue, markdown: str, begins: str) -> None:
    catalogue_copy.replace(TEXT, "До реформы", f"{markdown} До реформы")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("markup", f"catalogue/{TEXT}")]
    line, column = catalogue_copy.place(TEXT, markdown)
    assert (problems[0].line, problems[0].column) == (line, column + markdown.index(begins))
    assert f'"{begins}"' in problems[0].message


def test_html_in_a_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(TRANSLATION, "Реформаға дейін", "Реформаға <i>дейін</i>")
    catalogue_copy.problem("markup", TRANSLATION, "<i>")


@pytest.mark.parametrize(
    "markdown",
    [
        "[нажми][a]\n\n[a]: javascript:alert(1)",
        "[нажми](&#106;avascript:alert(1))",
        "[нажми](&#x6A;avascript:alert(1))",
        "[нажми](java&Tab;script:alert(1))",
        "[нажми](&#9;javascript:alert(1))",
        "\\`[нажми](javascript:alert(1))\\`",
        "``a ` b`` [нажми](javascript:alert(1)) `c`",
        "Слово[^1]\n\n[^1]: [нажми](JavaScript:alert(1))",
        "![нажми](javascript:alert(1))",
        "[нажми](data:text/html,alert)",
        "[нажми][a]\n\n[a]: data:text/html,alert",
    ],
)
def test_script_in_a_link_of_a_text_never_runs(catalogue_copy: SpoiltCatalogue, markdown: str) -> None:
    catalogue_copy.replace(TEXT, "До реформы", f"{markdown}\n\nДо реформы")
    refused = {problem.code for problem in catalogue_copy.problems()} == {"markup"}
    # Browsers leave tabs, line breaks and leading spaces out of an address before they look at its scheme.
    links = re.findall(r'(?:href|src)="([^"]*)"', str(TextRenderer()(markdown)))
    schemes = [re.sub(r"[\t\n\r]", "", unescape(link)).lstrip().lower().partition(":")[0] for link in links]
    assert refused or not {"javascript", "data", "vbscript"} & set(schemes)


@pytest.mark.parametrize(
    "markdown",
    [
        "`<script>` и `](javascript:`",
        "2 < 3 и 5 > 4",
        "a <- b",
        "**жирный** & [сайт](https://example.org/?a=1&b=2)",
        "[почта](mailto:a@example.org)",
        "[выше](#одно-окно)",
    ],
)
def test_plain_markdown_is_allowed(catalogue_copy: SpoiltCatalogue, markdown: str) -> None:
    catalogue_copy.replace(TEXT, "До реформы", f"{markdown}\n\nДо реформы")
    assert catalogue_copy.problems() == []


@pytest.mark.parametrize("control", ["\x00", "\x1b", "\u2028", "\ue000", "\ue001body\ue002", "\ufffe", "\uffff"])
def test_a_control_character_in_a_translation_is_a_problem(catalogue_copy: SpoiltCatalogue, control: str) -> None:
    catalogue_copy.replace(TRANSLATION, "Реформаға дейін", f"Реформаға {control} дейін")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{TRANSLATION}")]


def test_a_translation_that_is_not_utf_8_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TRANSLATION, "# Бір терезе\n\nОкно\n".encode("utf-16"))
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/{TRANSLATION}")]


def test_a_byte_order_mark_in_a_translation_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write(TRANSLATION, b"\xef\xbb\xbf" + catalogue_copy.text(TRANSLATION).encode())
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-encoding"]


@pytest.mark.parametrize("rule", ["-" * 40, "*" * 40, "- " * 20, "* * *", "| --- | --- |"])
def test_a_rule_across_the_page_is_not_taken_for_nesting(rule: str) -> None:
    assert markdown_problems("text.md", f"One\n\n{rule}\n\nTwo", 1) == []


@pytest.mark.parametrize("text", ["- " * 5000 + "x", "> " * 5000 + "x", ">" * 5000 + "x", "[" * 5000])
def test_nesting_that_would_exhaust_the_parser_is_a_problem(text: str) -> None:
    assert [problem.code for problem in markdown_problems("text.md", text, 7)] == ["too-deep"]
