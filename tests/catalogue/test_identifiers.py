"""ISBN, ISSN, ORCID, ISNI, ROR, VIAF and DOI: right check digits, one form, no prefix."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.loading import load

BOOK = "knowledge-products/held-book.yml"
JOURNAL = "journal/journal.yml"
PARTIES = "vocabularies/parties.yml"


@pytest.mark.parametrize(
    "isbn", ["978-1-23456-789-8", "0-00-000000-1", "978-1-23456-789", "9781234567890123", "ISBN 978-1-23456-789-7", "x"]
)
def test_an_isbn_with_a_wrong_check_digit_or_length_is_a_problem(catalogue_copy: SpoiltCatalogue, isbn: str) -> None:
    catalogue_copy.replace(BOOK, "978-1-23456-789-7", isbn)
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-isbn", f"catalogue/{BOOK}")]
    assert (problems[0].line, problems[0].column) == catalogue_copy.place(BOOK, f"{isbn}, 978-1-23456-790-3")
    assert f'"{isbn}" is not a valid ISBN' in problems[0].message
    assert "digit by digit" in problems[0].hint


@pytest.mark.parametrize("issn", ["1234-5678", "1234567", "1234-567X"])
def test_an_issn_with_a_wrong_check_digit_is_a_problem(catalogue_copy: SpoiltCatalogue, issn: str) -> None:
    catalogue_copy.replace(JOURNAL, "[1234-5679]", f"[{issn}]")
    found = catalogue_copy.problem("bad-issn", JOURNAL, issn)
    assert f'"{issn}" is not a valid ISSN' in found.message


@pytest.mark.parametrize(("field", "old"), [("issn_print", "issn: [1234-5679]\n"), ("issn_electronic", "issn_electronic: 1234-5679\n")])
def test_an_issn_of_a_medium_is_checked_like_any(catalogue_copy: SpoiltCatalogue, field: str, old: str) -> None:
    kept = old if field == "issn_print" else ""
    catalogue_copy.replace(JOURNAL, old, f"{kept}{field}: 1234-5678\n")
    found = catalogue_copy.problem("bad-issn", JOURNAL, "1234-5678")
    assert found.message == f'{field}: "1234-5678" is not a valid ISSN: 8 characters with a right check digit'


def test_a_journal_need_not_say_of_which_medium_an_issn_is(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(JOURNAL, "issn_electronic: 1234-5679\n", "")
    journal = load(catalogue_copy.folder).journal
    assert (journal.issn, journal.issn_print, journal.issn_electronic) == (("1234-5679",), None, None)


PREFIXED = [
    (
        "isbn",
        "ISBN",
        "10 or 13 digits with a right check digit",
        BOOK,
        "978-1-23456-789-7",
        ["ISBN:978-1-23456-789-7", "isbn: 978-1-23456-789-7", "https://www.worldcat.org/isbn/9781234567897"],
    ),
    (
        "issn",
        "ISSN",
        "8 characters with a right check digit",
        JOURNAL,
        "issn: [1234-5679]",
        ["ISSN:1234-5679", "issn: 1234-5679", "https://portal.issn.org/resource/ISSN/1234-5679"],
    ),
    (
        "orcid",
        "ORCID",
        "16 characters with a right check digit",
        PARTIES,
        "0000-0002-1825-0097",
        [
            "https://orcid.org/0000-0002-1825-0097",
            "http://orcid.org/0000-0002-1825-0097",
            "orcid:0000-0002-1825-0097",
            "ORCID: 0000-0002-1825-0097",
        ],
    ),
    (
        "isni",
        "ISNI",
        "16 characters with a right check digit",
        PARTIES,
        "0000 0001 2103 2683",
        ["https://isni.org/isni/0000000121032683", "ISNI:0000 0001 2103 2683", "isni: 0000000121032683"],
    ),
]


@pytest.mark.parametrize(
    ("field", "name", "shape", "file", "old", "value"), [(*known, value) for *known, values in PREFIXED for value in values]
)
def test_an_identifier_with_a_prefix_is_a_problem(
    catalogue_copy: SpoiltCatalogue, field: str, name: str, shape: str, file: str, old: str, value: str
) -> None:
    catalogue_copy.replace(file, old, f"issn: ['{value}']" if field == "issn" else f"'{value}'")
    [found] = [problem for problem in catalogue_copy.problems() if problem.path == f"catalogue/{file}"]
    assert (found.code, found.line, found.column) == (f"bad-{field}", *catalogue_copy.place(file, f"'{value}'"))
    assert found.message.endswith(f'{field}: "{value}" has a prefix')
    assert found.hint == f"write the bare {name}: {shape}"


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0098", "0000-0002-1825", "orcid.org/0000-0002-1825-0097"])
def test_an_orcid_with_a_wrong_check_digit_or_form_is_a_problem(catalogue_copy: SpoiltCatalogue, orcid: str) -> None:
    catalogue_copy.replace(PARTIES, "0000-0002-1825-0097", orcid)
    found = next(problem for problem in catalogue_copy.problems() if problem.path == f"catalogue/{PARTIES}")
    assert (found.code, found.line, found.column) == ("bad-orcid", *catalogue_copy.place(PARTIES, orcid))
    assert f'"{orcid}" is not a valid ORCID' in found.message


@pytest.mark.parametrize(
    "orcid", ["0000-0001-5000-0007", "0000-0003-5000-0001", "0009-0000-0000-0009", "0009-0010-0000-0003", "0000-0002-1694-233X"]
)
def test_an_orcid_of_either_range_is_kept_with_hyphens(catalogue_copy: SpoiltCatalogue, orcid: str) -> None:
    catalogue_copy.replace(PARTIES, "0000-0002-1825-0097", f"'{orcid.replace('-', '')}'")
    assert load(catalogue_copy.folder).vocabularies["parties"]["harrow-jane"].orcid == orcid


@pytest.mark.parametrize(
    "isni", ["0000 0001 2103 2683", "0000-0001-4999-9992", "0000-0003-5000-001X", "0008-9999-9999-9996", "0009-0010-0000-0011"]
)
def test_an_isni_outside_the_ranges_of_orcid_is_no_orcid(catalogue_copy: SpoiltCatalogue, isni: str) -> None:
    catalogue_copy.replace(PARTIES, "  orcid: 0000-0002-1825-0097", f"  orcid: '{isni}'")
    [found] = [problem for problem in catalogue_copy.problems() if problem.path == f"catalogue/{PARTIES}"]
    assert (found.code, found.line, found.column) == ("bad-orcid", *catalogue_copy.place(PARTIES, f"'{isni}'"))
    assert found.message == f'orcid: "{isni}" is an ISNI outside the ranges of ORCID'
    assert found.hint == "write it under isni"


@pytest.mark.parametrize(
    "isni", ["0000 0001 2103 2684", "0000 0001 2103", "0000 0001 2103 268X", "isni.org/isni/0000000121032683", "ISNI 0000 0001 2103 2683"]
)
def test_an_isni_with_a_wrong_check_digit_or_form_is_a_problem(catalogue_copy: SpoiltCatalogue, isni: str) -> None:
    catalogue_copy.replace(PARTIES, "0000 0001 2103 2683", isni)
    found = catalogue_copy.problem("bad-isni", PARTIES, f"{isni}\n")
    assert f'"{isni}" is not a valid ISNI' in found.message
    assert "digit by digit" in found.hint


@pytest.mark.parametrize("isni", ["0000 0001 2103 2683", "0000000121032683", "0000-0001-2103-2683"])
def test_an_isni_is_kept_without_spaces(catalogue_copy: SpoiltCatalogue, isni: str) -> None:
    catalogue_copy.replace(PARTIES, "0000 0001 2103 2683", isni)
    assert load(catalogue_copy.folder).vocabularies["parties"]["beisenov-qairat"].isni == "0000000121032683"


@pytest.mark.parametrize(
    "ror",
    ["05dxps056", "05dxps550", "05dxsp055", "05dxps05", "05dxps0555", "15dxps055", "05ixps055", "05lxps055", "05oxps055", "05uxps055"],
)
def test_a_ror_with_a_wrong_check_digit_or_form_is_a_problem(catalogue_copy: SpoiltCatalogue, ror: str) -> None:
    catalogue_copy.replace(PARTIES, "ror: 05dxps055", f"ror: {ror}")
    found = catalogue_copy.problem("bad-ror", PARTIES, f"{ror}\n")
    assert f'"{ror}" is not a valid ROR' in found.message
    assert "https://ror.org/" in found.hint


@pytest.mark.parametrize("ror", ["https://ror.org/05dxps055", "HTTPS://ROR.ORG/05dxps055", "ror.org/05dxps055"])
def test_a_ror_with_a_prefix_is_a_problem(catalogue_copy: SpoiltCatalogue, ror: str) -> None:
    catalogue_copy.replace(PARTIES, "ror: 05dxps055", f"ror: {ror}")
    found = catalogue_copy.problem("bad-ror", PARTIES, f"{ror}\n")
    assert f'"{ror}" has a prefix' in found.message
    assert "stands behind https://ror.org/" in found.hint


@pytest.mark.parametrize("ror", ["05DXPS055", "05dxpS055"])
def test_a_ror_in_capitals_is_a_problem(catalogue_copy: SpoiltCatalogue, ror: str) -> None:
    catalogue_copy.replace(PARTIES, "ror: 05dxps055", f"ror: {ror}")
    found = catalogue_copy.problem("bad-ror", PARTIES, f"{ror}\n")
    assert found.message == f'ror: "{ror}" has capitals'
    assert found.hint == "write it small: 05dxps055"


@pytest.mark.parametrize("ror", ["05dxps055", "03vek6s52", "052bx8q98", "00f54p054", "013meh722", "02mhbdp94"])
def test_a_ror_of_the_registry_is_right(catalogue_copy: SpoiltCatalogue, ror: str) -> None:
    catalogue_copy.replace(PARTIES, "ror: 05dxps055", f"ror: {ror}")
    assert load(catalogue_copy.folder).vocabularies["parties"]["sample-institute"].ror == ror


@pytest.mark.parametrize("viaf", ["12345678A", "VIAF123456789", "https://viaf.org/viaf/123456789", "123 456 789", "0123", "-5", "1" * 23])
def test_a_viaf_number_of_other_characters_is_a_problem(catalogue_copy: SpoiltCatalogue, viaf: str) -> None:
    catalogue_copy.replace(PARTIES, "viaf: 123456789", f"viaf: '{viaf}'")
    found = catalogue_copy.problem("bad-viaf", PARTIES, f"'{viaf}'")
    assert f'"{viaf}" is not a VIAF number' in found.message
    assert "digits only" in found.hint


@pytest.mark.parametrize(
    ("old", "field", "value"), [("isni: 0000 0001 2103 2683", "ror", "03vek6s52"), ("viaf: 123456789", "orcid", "0000-0001-5109-3700")]
)
def test_a_person_has_no_ror_and_a_body_no_orcid(catalogue_copy: SpoiltCatalogue, old: str, field: str, value: str) -> None:
    catalogue_copy.replace(PARTIES, old, f"{field}: {value}")
    found = catalogue_copy.problem("unknown-field", PARTIES, value)
    assert f'"{field}"' in found.message


@pytest.mark.parametrize("doi", ["10.5555", "5555/sample", "10.5555/", "10.12/too-short", "10.5555/with space", "doi", "10.5555.abc/x"])
def test_a_malformed_doi_is_a_problem(catalogue_copy: SpoiltCatalogue, doi: str) -> None:
    catalogue_copy.replace(BOOK, "doi: 10.5555/Sample.2022", f"doi: {doi}")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-doi", f"catalogue/{BOOK}")]
    assert problems[0].line == catalogue_copy.place(BOOK, f"doi: {doi}\n")[0]
    assert f'"{doi}" is not a DOI' in problems[0].message


@pytest.mark.parametrize("prefix", ["https://doi.org/", "http://dx.doi.org/", "doi:", "DOI:", "dx."])
def test_a_doi_with_a_prefix_is_a_problem(catalogue_copy: SpoiltCatalogue, prefix: str) -> None:
    catalogue_copy.replace(BOOK, "doi: 10.5555/Sample.2022", f"doi: {prefix}10.5555/Sample.2022")
    found = catalogue_copy.problem("bad-doi", BOOK, f"{prefix}10.5555/Sample.2022")
    assert f'"{prefix}10.5555/Sample.2022" has a prefix' in found.message
    assert "bare DOI" in found.hint


@pytest.mark.parametrize("doi", ["10.5555/a{b", "10.5555/a}b", '10.5555/a"b', "10.5555/a\\b"])
def test_a_doi_with_characters_that_no_doi_has_is_a_problem(catalogue_copy: SpoiltCatalogue, doi: str) -> None:
    # Exports print a DOI as it stands; a brace would end the BibTeX field, and with it the file.
    catalogue_copy.replace(BOOK, "doi: 10.5555/Sample.2022", f"doi: '{doi}'")
    assert [problem.code for problem in catalogue_copy.problems()] == ["bad-doi"]


def test_a_doi_is_kept_in_small_letters(small_catalogue) -> None:
    assert small_catalogue.works["held-book"].work.editions[0].doi == "10.5555/sample.2022"


def test_an_issn_of_a_medium_that_stands_nowhere_else_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(JOURNAL, "issn_electronic: 1234-5679", "issn_electronic: 2409-5532")
    found = catalogue_copy.problem("bad-issn", JOURNAL, "2409-5532")
    assert '"2409-5532" does not stand in issn' in found.message
    assert "there as well" in found.hint


def test_one_issn_for_both_media_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(JOURNAL, "issn_electronic: 1234-5679", "issn_print: 1234-5679\nissn_electronic: 12345679")
    found = catalogue_copy.problem("bad-issn", JOURNAL, "12345679")
    assert "that of the print and that of the web" in found.message


def test_the_same_issn_twice_is_a_problem_however_it_is_written(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(JOURNAL, "issn: [1234-5679]", "issn: [1234-5679, 12345679]")
    found = catalogue_copy.problem("repeated-value", JOURNAL, "issn: [1234-5679, 12345679]")
    assert 'the ISSN "1234-5679" is written twice' in found.message
