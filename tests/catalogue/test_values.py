"""Values of fields: addresses, files, ids, keys, pages, dates; no HTML and no script in any text."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.loading import load
from library.catalogue.pages import ends

WORK = "knowledge-products/gylym-and-government.yml"
BOOK = "knowledge-products/held-book.yml"
STUDY = "knowledge-products/russian-study.yml"
AWKWARD = "knowledge-products/awkward-characters.yml"
ISSUE = "journal/issues/10.yml"
JOURNAL = "journal/journal.yml"
PARTIES = "vocabularies/parties.yml"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/x",
        "example.org/x",
        "ftp://example.org/x",
        "https://example.org/a b",
        "https://example.org/<b>",
        'https://example.org/"x"',
        "https://localhost/x",
        "https:///x",
        "mailto:a@example.org",
        "https://example.org/{x}",
        "JaVaScRiPt:alert(1)",
        "https://example.org/\\x",
        "http://",
    ],
)
def test_an_address_that_is_no_web_address_is_a_problem(catalogue_copy: SpoiltCatalogue, url: str) -> None:
    quoted = "'" + url.replace("'", "''") + "'"
    catalogue_copy.replace(BOOK, "https://doi.org/10.5555/sample.2022", quoted)
    found = catalogue_copy.problem("bad-url", BOOK, quoted)
    assert f'"{url}"' in found.message
    assert "https://" in found.hint


@pytest.mark.parametrize(
    ("name", "old"),
    [
        ("knowledge-products/awkward-characters.yml", "  - url: https://example.org/a_b/c%20d?x=1&y=2#z~"),
        (JOURNAL, "address: https://example.org/journal"),
        (ISSUE, "address: https://example.org/journal/10\ncomplete"),
        ("vocabularies/licences.yml", "url: https://creativecommons.org/publicdomain/zero/1.0/"),
    ],
)
def test_script_in_any_address_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str, old: str) -> None:
    address = old.split(": ", 1)[1].split("\n")[0]
    catalogue_copy.replace(name, old, old.replace(address, "javascript:alert(1)"))
    found = catalogue_copy.problem("bad-url", name, "javascript:")
    assert '"javascript:alert(1)"' in found.message


@pytest.mark.parametrize(
    "file",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "../journal/journal.yml",
        "a/b.pdf",
        ".hidden.pdf",
        "report.exe",
        "a b.pdf",
        "..\\x.pdf",
        "x.pdf/../y.pdf",
        "отчёт.pdf",
    ],
)
def test_a_file_that_is_no_plain_name_is_a_problem(catalogue_copy: SpoiltCatalogue, file: str) -> None:
    catalogue_copy.replace(BOOK, "file: held-book.en.pdf", f"file: '{file}'")
    found = catalogue_copy.problem("bad-form", BOOK, f"'{file}'")
    assert f'"{file}"' in found.message


@pytest.mark.parametrize("work_id", ["Gylym", "gylym--and", "-gylym", "gylym-", "gylym_and", "ғылым", "a" * 81, "a/b", "a.b", "../a"])
def test_an_id_of_other_characters_is_a_problem(catalogue_copy: SpoiltCatalogue, work_id: str) -> None:
    catalogue_copy.replace(WORK, "id: gylym-and-government", f"id: {work_id}")
    found = catalogue_copy.problem("bad-id", WORK, f"{work_id}\ntype")
    assert f'"{work_id}"' in found.message
    assert "small Latin letters" in found.hint


@pytest.mark.parametrize("term_id", ["../training", "a/b", "Training Courses", "<b>", "обучение", "a&b", "."])
def test_an_id_of_a_term_that_cannot_be_an_address_is_a_problem(catalogue_copy: SpoiltCatalogue, term_id: str) -> None:
    catalogue_copy.append(
        "vocabularies/themes.yml",
        f"""
- id: '{term_id}'
  label: {{en: One, ru: Один, kk: Бір, ko: 하나}}
""",
    )
    found = [problem for problem in catalogue_copy.problems() if problem.code != "missing-language"]
    assert [problem.code for problem in found] == ["bad-form"]
    assert f'"{term_id}"' in found[0].message


@pytest.mark.parametrize("key", ["1seitova", "s", "Сейтова2019", "seitova 2019", "a" * 121, "a,b", "a{b", "a}b", "a%b", "a\\b"])
def test_a_citation_key_of_other_characters_is_a_problem(catalogue_copy: SpoiltCatalogue, key: str) -> None:
    catalogue_copy.replace(BOOK, "citation_key: harrow2022public", f"citation_key: '{key}'")
    found = catalogue_copy.problem("bad-form", BOOK, f"'{key}'")
    assert f'"{key}"' in found.message


@pytest.mark.parametrize(
    ("pages", "first", "last"),
    [
        ("11-31, 40", "11", ""),
        ("7/1–7/2", "7/1", "7/2"),
        ("1:1-1:25", "1:1", "1:25"),
        ("C3-32–C3-35", "C3-32", "C3-35"),
        ("xvii-xx", "xvii", "xx"),
        ("622 - 645", "622", "645"),
        ("3—52", "3", "52"),
        ("S12", "S12", ""),
    ],
)
def test_pages_are_ranges_of_numbers_letters_and_sections(catalogue_copy: SpoiltCatalogue, pages: str, first: str, last: str) -> None:
    catalogue_copy.replace(ISSUE, "pages: 11–31", f"pages: '{pages}'")
    found = load(catalogue_copy.folder).works["pay-and-ethics"].work.editions[0].pages
    assert ends(found) == (first, last)


@pytest.mark.parametrize(("pages", "said"), [("31-11", "11"), ("5-9, 8-7", "7"), ("xx-xvii", "xvii")])
def test_pages_the_other_way_round_are_named(catalogue_copy: SpoiltCatalogue, pages: str, said: str) -> None:
    catalogue_copy.replace(ISSUE, "pages: 11–31", f"pages: {pages}")
    assert f"the last page, {said}, is before" in catalogue_copy.problem("bad-number", ISSUE, f"{pages}\n        doi").message


@pytest.mark.parametrize("pages", ["11-", "-31", "11--31", "11,", "p. 11", "11-31-40"])
def test_pages_of_another_form_are_a_problem(catalogue_copy: SpoiltCatalogue, pages: str) -> None:
    catalogue_copy.replace(ISSUE, "pages: 11–31", f"pages: {pages}")
    found = catalogue_copy.problem("bad-form", ISSUE, f"{pages}\n        doi")
    assert f'"{pages}"' in found.message


@pytest.mark.parametrize("extent", ["0", "-3", "100000", "many", "12.5", "579 p.", "579.0", "1_000", "+579"])
def test_an_extent_that_is_no_number_of_pages_is_a_problem(catalogue_copy: SpoiltCatalogue, extent: str) -> None:
    catalogue_copy.replace(BOOK, "extent: 579", f"extent: {extent}")
    found = catalogue_copy.problem("bad-number", BOOK, f"{extent}\n    isbn")
    assert f'"{extent}"' in found.message


@pytest.mark.parametrize("day", ["2023-02-30", "2023-13", "May 2019", "0000"])
def test_a_date_that_is_none_is_a_problem(catalogue_copy: SpoiltCatalogue, day: str) -> None:
    catalogue_copy.replace(WORK, "issued: 2019-05", f"issued: {day}")
    found = catalogue_copy.problem("bad-date", WORK, f"{day}\n\ncreators")
    assert f'"{day}"' in found.message
    assert "2019-05-31" in found.hint


def test_every_date_of_a_record_is_checked(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/withdrawn-report.yml", "  on: 2024-05-01", "  on: soon")
    catalogue_copy.replace(JOURNAL, "team_seen: 2019-09", "team_seen: then")
    catalogue_copy.replace(ISSUE, "issued: 2021-12-15", "issued: 2021-12-32")
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-date"] * 3


@pytest.mark.parametrize("field", ["added", "revised"])
@pytest.mark.parametrize("day", ["2026-11", "2026"])
def test_a_day_of_the_library_is_a_whole_day(catalogue_copy: SpoiltCatalogue, field: str, day: str) -> None:
    written = {"added": "2026-11-22", "revised": "2026-12-01"}[field]
    catalogue_copy.replace(STUDY, f"{field}: {written}", f"{field}: '{day}'")
    found = catalogue_copy.problem("bad-date", STUDY, f"'{day}'")
    assert f'"{day}" is no whole day' in found.message
    assert "2026-11-22" in found.hint


@pytest.mark.parametrize("day", ["2026-11-31", "today", "22.11.2026", "2026-11-22T10:00", "0000-00-00"])
def test_a_day_of_the_library_that_is_none_is_a_problem(catalogue_copy: SpoiltCatalogue, day: str) -> None:
    catalogue_copy.replace(STUDY, "added: 2026-11-22", f"added: '{day}'")
    found = catalogue_copy.problem("bad-date", STUDY, f"'{day}'")
    assert f'"{day}"' in found.message
    assert found.hint


def test_an_issue_says_when_it_was_added(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "added: 2026-11-22\n", "")
    found = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in found] == [("missing-field", f"catalogue/{ISSUE}")]
    assert '"added"' in found[0].message


def test_a_provenance_that_names_no_source_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  - source: sample-report\n    at: row 2", "  - at: row 2")
    catalogue_copy.problem("no-source", WORK, "at: row 2")


def test_a_former_address_of_another_form_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/withdrawn-report.yml", "/publications/first-year/", "/../first-year/")
    catalogue_copy.problem("bad-form", "knowledge-products/withdrawn-report.yml", "/../first-year/")


def test_two_editions_in_one_language_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "    language: ru", "    language: kk")
    found = catalogue_copy.problem("two-editions", WORK, "editions:")
    assert '"kk"' in found.message


def test_two_editions_whose_language_is_not_stated_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(
        "journal/articles/unplaced-article.yml", "    address: https://example.org/journal/loose", "  - citation_key: another2019"
    )
    found = catalogue_copy.problem("two-editions", "journal/articles/unplaced-article.yml", "editions:")
    assert "not stated" in found.message


# -- HTML and script ---------------------------------------------------------------------

MARKUP = [
    "<b>bold</b>",
    "<script>alert(1)</script>",
    "</p>",
    "<!-- x -->",
    "<?php",
    "a &amp; b",
    "&#60;",
    "&#x3C;",
    "&nbsp;",
    "javascript:alert(1)",
    "JavaScript:x",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_html_in_a_title_is_a_problem(catalogue_copy: SpoiltCatalogue, markup: str) -> None:
    catalogue_copy.replace(WORK, "  ru: Наука и государство", f"  ru: 'Наука {markup}'")
    found = catalogue_copy.problem("markup", WORK, "'Наука")
    assert "plain text" in found.message
    assert found.message.split('"')[1].lower() in markup.lower()


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (WORK, "  en: How science serves government.", "  en: 'How <i>science</i> serves.'"),
        ("knowledge-products/unknown-year.yml", "  - The year is not printed.", "  - 'The <b>year</b> is not printed.'"),
        (BOOK, "    place: Singapore", "    place: '<b>Singapore</b>'"),
        (AWKWARD, '    affiliation: Centre for R&D, 100% "Sample" {Institute}', "    affiliation: '<a>x</a>'"),
        ("knowledge-products/long-title.yml", "    name: J. Harrow", "    name: '<a>J.</a>'"),
        ("knowledge-products/ministry-survey.yml", "  as_printed: Uzbekistan", "  as_printed: '<a>x</a>'"),
        ("knowledge-products/ministry-survey.yml", "  number: 3", "  number: '<a>x</a>'"),
        ("knowledge-products/ministry-survey.yml", "    title: Исследование потребностей № 3", "    title: '<a>x</a>'"),
        ("knowledge-products/withdrawn-report.yml", "    en: Replaced by a new edition.", "    en: '<a>x</a>'"),
        (ISSUE, "label: 'Vol. 5 No. 2 (2021): tenth issue'", "label: '<a>x</a>'"),
        (ISSUE, "volume: 5", "volume: '<a>x</a>'"),
        (ISSUE, "  en: Ethics & Pay", "  en: 'Ethics &amp; Pay'"),
        (ISSUE, "      en: Whether good pay makes good conduct.", "      en: '<a>x</a>'"),
        (JOURNAL, "abbreviation: SJCS", "abbreviation: '<a>x</a>'"),
        (PARTIES, "      given: Jane Q", "      given: '<a>x</a>'"),
        (STUDY, "    responsibility: под редакцией М. Х. де ла Крус", "    responsibility: '<a>x</a>'"),
        (PARTIES, "        en: Harrow Press & Sons", "        en: '<a>x</a>'"),
        ("vocabularies/themes.yml", "    en: Pay & rewards", "    en: 'Pay &amp; rewards'"),
    ],
)
def test_html_in_any_text_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str) -> None:
    catalogue_copy.replace(name, old, new)
    problems = [problem for problem in catalogue_copy.problems() if problem.path == f"catalogue/{name}"]
    assert [problem.code for problem in problems] == ["markup"]
    assert problems[0].line == catalogue_copy.place(name, new)[0]


@pytest.mark.parametrize("text", ["5 < 6", "6 > 5", "R&D", "AT&T; more", "a <- b", "x<5", "«5» & 6", "Q&A", "<3"])
def test_signs_that_are_no_html_are_allowed(catalogue_copy: SpoiltCatalogue, text: str) -> None:
    catalogue_copy.replace(WORK, "  ru: Наука и государство", f"  ru: 'Наука {text}'")
    assert catalogue_copy.problems() == []
