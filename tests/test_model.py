"""Fields of records: what each may hold, and what a cataloguer is told otherwise."""

from __future__ import annotations

from typing import get_args

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.authorities import VOCABULARIES
from library.catalogue.loading import load
from library.catalogue.model import Issue, Journal, Model, Provenance, Work
from library.catalogue.values import field_names
from library.catalogue.vocabularies import Vocabulary
from pydantic import BaseModel, TypeAdapter

WORK = "knowledge-products/gylym-and-government.yml"
BOOK = "knowledge-products/held-book.yml"
STUDY = "knowledge-products/russian-study.yml"
SURVEY = "knowledge-products/ministry-survey.yml"
AWKWARD = "knowledge-products/awkward-characters.yml"
TEXT = "case-studies/one-window.md"
ISSUE = "journal/issues/10.yml"
JOURNAL = "journal/journal.yml"
PARTIES = "vocabularies/parties.yml"


# -- fields ----------------------------------------------------------------------------


def test_an_unknown_field_is_a_problem_with_a_suggestion(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(WORK, "summry:\n  en: Text\n")
    found = catalogue_copy.problem("unknown-field", WORK, "summry")
    assert '"summry"' in found.message
    assert found.hint == 'did you mean "summary"?'


def test_an_unknown_field_like_no_other_brings_the_fields_that_there_are(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(WORK, "zzz: [1]\n")
    found = catalogue_copy.problem("unknown-field", WORK, "zzz")
    assert '"zzz"' in found.message
    assert found.hint.startswith("fields here: id, type, title, summary")


def test_an_unknown_field_of_an_edition_brings_the_fields_of_editions(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "    place: Нур-Султан", "    plaice: Нур-Султан")
    found = catalogue_copy.problem("unknown-field", WORK, "Нур-Султан")
    assert '"plaice"' in found.message
    assert found.hint == 'did you mean "place"?'


def test_an_unknown_field_of_an_article_is_found_at_its_line(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "    related: [korean-guide]", "    relatd: [korean-guide]")
    assert catalogue_copy.problem("unknown-field", ISSUE, "relatd").hint == 'did you mean "related"?'


def test_an_unknown_field_of_a_person_is_found_at_its_line(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      suffix: III", "      sufix: III")
    problems = [problem for problem in catalogue_copy.problems() if problem.code == "unknown-field"]
    assert [(problem.path, problem.line) for problem in problems] == [(f"catalogue/{PARTIES}", catalogue_copy.place(PARTIES, "sufix")[0])]
    assert problems[0].hint == 'did you mean "suffix"?'


def test_an_unknown_field_of_a_body_brings_the_fields_of_bodies(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      until: 2017-10-20", "      untill: 2017-10-20")
    problems = [problem for problem in catalogue_copy.problems() if problem.code == "unknown-field"]
    assert [problem.hint for problem in problems] == ['did you mean "until"?']


@pytest.mark.parametrize("field", ["type: research-paper", "themes: [training, open-data]"])
def test_a_missing_field_is_a_problem(catalogue_copy: SpoiltCatalogue, field: str) -> None:
    catalogue_copy.replace(WORK, f"{field}\n", "")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [("missing-field", f"catalogue/{WORK}", 1)]
    assert f'"{field.split(":")[0]}"' in problems[0].message


def test_a_missing_field_of_an_article_is_placed_at_the_article(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "    themes: [ethics, pay]\n", "")
    found = catalogue_copy.problem("missing-field", ISSUE, "id: pay-and-ethics")
    assert '"themes"' in found.message


def test_a_missing_field_of_an_edition_is_placed_at_the_edition(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  - citation_key: seitova2019science-ru\n    language: ru", "  - language: ru")
    found = catalogue_copy.problem("missing-field", WORK, "language: ru")
    assert '"citation_key"' in found.message


@pytest.mark.parametrize(
    ("name", "old", "new", "marker"),
    [
        (WORK, "    place: Нур-Султан", "    place: ''", "''"),
        (WORK, "  ru: Наука и государство", "  ru: '  '", "'  '"),
        (WORK, "themes: [training, open-data]", "themes: []", "themes"),
    ],
)
def test_a_field_that_is_written_but_empty_is_a_problem(
    catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str, marker: str
) -> None:
    catalogue_copy.replace(name, old, new)
    catalogue_copy.problem("empty-value", name, marker)


@pytest.mark.parametrize(
    ("old", "new", "marker"),
    [
        ("themes: [training, open-data]", "themes: training", "training"),
        ("  kk: Ғылым және мемлекет\n", "  kk: [Ғылым]\n", "kk: [Ғылым]"),
        ("  - party: manas", "  - manas", "manas"),
        ("coverage:\n  countries: [KZ]\n  regions: [central-asia]", "coverage: KZ", "KZ"),
        ("issuer: sample-hub", "issuer: [sample-hub]", "issuer: ["),
        ("    place: Нур-Султан", "    place: {ru: Нур-Султан}", "place: {"),
    ],
)
def test_a_value_of_the_wrong_shape_is_a_problem(catalogue_copy: SpoiltCatalogue, old: str, new: str, marker: str) -> None:
    catalogue_copy.replace(WORK, old, new)
    found = catalogue_copy.problem("wrong-shape", WORK, marker)
    assert "stands where" in found.message


def test_a_text_where_a_mapping_should_stand_is_quoted(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WORK)
    start, end = text.index("summary:"), text.index("supplied:")
    catalogue_copy.write(WORK, text[:start] + "summary: Only English\n\n" + text[end:])
    assert '"Only English"' in catalogue_copy.problem("wrong-shape", WORK, "Only English").message


# -- ids from vocabularies ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("vocabulary", "name", "old", "new", "suggestion"),
    [
        ("languages", WORK, "    language: ru", "    language: rus", 'did you mean "ru"?'),
        ("countries", WORK, "  countries: [KZ]", "  countries: [KAZ]", 'did you mean "KZ"?'),
        ("regions", WORK, "  regions: [central-asia]", "  regions: [central-azia]", 'did you mean "central-asia"?'),
        ("themes", WORK, "themes: [training, open-data]", "themes: [trainin, open-data]", 'did you mean "training"?'),
        ("types", WORK, "type: research-paper", "type: research-papers", 'did you mean "research-paper"?'),
        (
            "audiences",
            "knowledge-products/aelem-public-service.yml",
            "audiences: [government-organisations]",
            "audiences: [government-organizations]",
            'did you mean "government-organisations"?',
        ),
        ("series", SURVEY, "  id: needs-surveys", "  id: need-survey", 'did you mean "needs-surveys"?'),
        ("licences", BOOK, "    licence: CC-BY-4.0", "    licence: cc-by", 'did you mean "CC-'),
        ("sources", WORK, "  - source: sample-report", "  - source: simple-report", 'did you mean "sample-report"?'),
        ("parties", WORK, "issuer: sample-hub", "issuer: sample-hubs", 'did you mean "sample-hub"?'),
    ],
)
def test_an_unknown_term_is_a_problem_with_a_suggestion(
    catalogue_copy: SpoiltCatalogue, vocabulary: str, name: str, old: str, new: str, suggestion: str
) -> None:
    catalogue_copy.replace(name, old, new)
    value = new.split(": ")[1].strip("[]").split(",")[0]
    text = catalogue_copy.text(name)
    line, column = catalogue_copy.place(name, new)
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("unknown-term", f"catalogue/{name}")]
    assert (problems[0].line, problems[0].column) == (line, column + new.index(value)), text.split("\n")[line - 1]
    assert f'"{value}" is not in vocabularies/{vocabulary}.yml' in problems[0].message
    assert problems[0].hint.startswith(suggestion)


@pytest.mark.parametrize(
    ("name", "old", "new", "value"),
    [
        (WORK, "  - party: manas", "  - party: manass", "manass"),
        ("knowledge-products/korean-guide.yml", "  - party: kim-min-jun", "  - party: kim-minjun", "kim-minjun"),
        (BOOK, "    publisher: harrow-press", "    publisher: harow-press", "harow-press"),
        (JOURNAL, "issuer: sample-hub", "issuer: simple-hub", "simple-hub"),
        (JOURNAL, "  - party: kim-min-jun", "  - party: kim-min-june", "kim-min-june"),
        (JOURNAL, "    country: KR", "    country: KQ", "KQ"),
        ("vocabularies/regions.yml", "[KZ, KG, TJ, TM, UZ]", "[KZ, KG, TJ, TM, UK]", "UK"),
    ],
)
def test_an_unknown_term_is_found_wherever_terms_stand(catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str, value: str) -> None:
    catalogue_copy.replace(name, old, new)
    problems = [problem for problem in catalogue_copy.problems() if problem.path == f"catalogue/{name}"]
    assert [problem.code for problem in problems] == ["unknown-term"]
    line, column = catalogue_copy.place(name, new)
    assert (problems[0].line, problems[0].column) == (line, column + new.index(value))
    assert f'"{value}"' in problems[0].message


def test_a_term_like_no_other_brings_the_way_to_add_one(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "[training, open-data]", "[zzzzzz, open-data]")
    found = catalogue_copy.problem("unknown-term", WORK, "zzzzzz")
    assert "added there first" in found.hint


def test_a_language_of_a_title_that_is_none_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  kk: Ғылым және мемлекет\n", "  kk: Ғылым және мемлекет\n  kz: Ғылым және мемлекет\n")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.line) for problem in problems] == [("unknown-term", catalogue_copy.place(WORK, "  kz: ")[0])]
    assert '"kz" is not in vocabularies/languages.yml' in problems[0].message
    assert problems[0].hint


def test_an_unknown_choice_is_a_problem_with_a_suggestion(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/korean-guide.yml", "    role: translator", "    role: translatr")
    found = catalogue_copy.problem("unknown-choice", "knowledge-products/korean-guide.yml", "translatr")
    assert '"translatr"' in found.message
    assert found.hint == 'did you mean "translator"?'


def test_an_unknown_choice_like_no_other_brings_the_choices(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/korean-guide.yml", "    role: translator", "    role: ghost")
    found = catalogue_copy.problem("unknown-choice", "knowledge-products/korean-guide.yml", "ghost")
    assert "editor" in found.message + found.hint
    assert "translator" in found.message + found.hint


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (BOOK, "formats: [print, electronic]", "formats: [papyrus]"),
        (BOOK, "and_others: yes", "and_others: true"),
        (TEXT, "language: ru\n    text: here", "language: ru\n    text: there"),
        (JOURNAL, "frequency: biannual", "frequency: monthly"),
        (JOURNAL, "    post: editor-in-chief", "    post: chief"),
        (ISSUE, "complete: no", "complete: false"),
    ],
)
def test_a_choice_that_is_none_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str) -> None:
    catalogue_copy.replace(name, old, new)
    value = new.rsplit(": ", 1)[1].strip("[]")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("unknown-choice", f"catalogue/{name}")]
    assert f'"{value}"' in problems[0].message


# -- identifiers -------------------------------------------------------------------------


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


def test_a_person_without_a_family_name_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "    - family: Ющенко-Жукова\n      given: Елена", "    - given: Елена")
    found = catalogue_copy.problem("missing-field", PARTIES, "given: Елена")
    assert '"family"' in found.message
    assert "one name only" in found.hint


def test_a_spelling_in_a_language_that_is_none_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      languages: [kk]", "      languages: [kz]")
    found = catalogue_copy.problem("unknown-term", PARTIES, "kz]")
    assert found.hint == 'did you mean "kk"?'


@pytest.mark.parametrize(("old", "new"), [("translation_of: ru", "translation_of: kz"), ("    editions: [kk]", "    editions: [kz]")])
def test_an_edition_is_named_by_a_language(catalogue_copy: SpoiltCatalogue, old: str, new: str) -> None:
    catalogue_copy.replace(STUDY, old, new)
    found = catalogue_copy.problem("unknown-term", STUDY, "kz")
    assert found.hint == 'did you mean "kk"?'


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


@pytest.mark.parametrize("key", ["1seitova", "se", "Сейтова2019", "seitova 2019", "a" * 61, "a,b", "a{b", "a}b", "a%b", "a\\b"])
def test_a_citation_key_of_other_characters_is_a_problem(catalogue_copy: SpoiltCatalogue, key: str) -> None:
    catalogue_copy.replace(BOOK, "citation_key: harrow2022public", f"citation_key: '{key}'")
    found = catalogue_copy.problem("bad-form", BOOK, f"'{key}'")
    assert f'"{key}"' in found.message


@pytest.mark.parametrize("pages", ["11-", "-31", "11--31", "11, 31", "p. 11", "11-31-40"])
def test_pages_of_another_form_are_a_problem(catalogue_copy: SpoiltCatalogue, pages: str) -> None:
    catalogue_copy.replace(ISSUE, "pages: 11–31", f"pages: {pages}")
    found = catalogue_copy.problem("bad-form", ISSUE, f"{pages}\n        doi")
    assert f'"{pages}"' in found.message


@pytest.mark.parametrize("extent", ["0", "-3", "100000", "many", "12.5", "579 p.", "579.0", "1_000", "+579"])
def test_an_extent_that_is_no_number_of_pages_is_a_problem(catalogue_copy: SpoiltCatalogue, extent: str) -> None:
    catalogue_copy.replace(BOOK, "extent: 579", f"extent: {extent}")
    found = catalogue_copy.problem("bad-number", BOOK, f"{extent}\n    isbn")
    assert f'"{extent}"' in found.message


@pytest.mark.parametrize("day", ["2023-02-30", "2023-13", "May 2019", "2019-05?", "0000"])
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


# -- vocabularies ------------------------------------------------------------------------


def test_a_term_written_twice_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("vocabularies/themes.yml", "\n- id: pay\n  label: {en: One, ru: Один, kk: Бір, ko: 하나}\n")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.line) for problem in problems] == [
        ("duplicate-id", catalogue_copy.text("vocabularies/themes.yml").count("\n") - 1)
    ]
    assert '"pay"' in problems[0].message


def test_ids_of_terms_that_differ_only_in_case_are_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    # Addresses are in small letters, so one of the two lists would take the place of the other.
    catalogue_copy.append("vocabularies/themes.yml", "\n- id: Pay\n  label: {en: One, ru: Один, kk: Бір, ko: 하나}\n")
    assert [problem.code for problem in catalogue_copy.problems()] == ["duplicate-id"]


def test_an_unknown_broader_term_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/themes.yml", "  broader: digitalisation", "  broader: digital")
    found = catalogue_copy.problem("unknown-term", "vocabularies/themes.yml", "digital\n")
    assert '"digital"' in found.message


@pytest.mark.parametrize("broader", ["pay", "open-data"])
def test_a_third_level_of_terms_is_a_problem(catalogue_copy: SpoiltCatalogue, broader: str) -> None:
    catalogue_copy.replace("vocabularies/themes.yml", "  broader: digitalisation", f"  broader: {broader}")
    found = catalogue_copy.problem("too-deep", "vocabularies/themes.yml", f"{broader}\n  label:\n    en: Open data")
    assert f'"{broader}"' in found.message


def test_a_label_without_a_language_of_the_site_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/themes.yml", "    kk: Ашық деректер\n", "")
    text = catalogue_copy.text("vocabularies/themes.yml")
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ["missing-language"]
    assert problems[0].line == text[: text.index("    en: Open data")].count("\n")
    assert '"kk"' in problems[0].message


def test_a_label_is_found_at_its_line_below_a_term_that_is_wrong(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/themes.yml", "- id: human-resource-management\n", "- id: human-resource-management\n  labels: x\n")
    catalogue_copy.replace("vocabularies/themes.yml", "    kk: Ашық деректер\n", "")
    text = catalogue_copy.text("vocabularies/themes.yml")
    found = [problem for problem in catalogue_copy.problems() if problem.code == "missing-language"]
    assert [problem.line for problem in found] == [text[: text.index("    en: Open data")].count("\n")]


def test_a_label_in_a_language_that_is_none_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("vocabularies/themes.yml", "    kk: Ашық деректер\n", "    kk: Ашық деректер\n    kz: Ашық деректер\n")
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ["bad-language"]
    assert problems[0].line == catalogue_copy.place("vocabularies/themes.yml", "    kz: Ашық")[0]
    assert '"kz"' in problems[0].message


def test_a_name_of_a_body_without_a_language_of_the_site_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "        ko: 해로 출판사\n", "")
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ["missing-language"]
    text = catalogue_copy.text(PARTIES)
    assert problems[0].line == text[: text.index("        en: Harrow Press")].count("\n")


def test_a_name_that_ends_before_it_begins_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      until: 2017-10-20", "      until: 2012")
    found = catalogue_copy.problem("bad-date", PARTIES, "2012")
    assert "2012" in found.message and "2013-03-15" in found.message


def test_a_word_of_the_glossary_has_all_languages_of_the_site(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/glossary.yml", "- {en: theme, ru: тема, kk: тақырып}\n")
    found = catalogue_copy.problem("missing-language", "vocabularies/glossary.yml", "{en")
    assert '"ko"' in found.message


def test_a_word_of_the_glossary_in_no_language_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/glossary.yml", "- {en: theme, ru: тема, kk: тақырып, ko: 주제, kz: тақырып}\n")
    catalogue_copy.problem("unknown-term", "vocabularies/glossary.yml", "тақырып}")


@pytest.mark.parametrize("name", ["parties", "themes", "languages", "countries"])
def test_a_vocabulary_that_cannot_be_read_is_one_problem(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.write(f"vocabularies/{name}.yml", b"\xef\xbb\xbf" + catalogue_copy.text(f"vocabularies/{name}.yml").encode())
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/vocabularies/{name}.yml")]


@pytest.mark.parametrize("name", sorted(VOCABULARIES))
def test_a_missing_vocabulary_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.path(f"vocabularies/{name}.yml").unlink()
    found = [problem for problem in catalogue_copy.problems() if problem.path == f"catalogue/vocabularies/{name}.yml"]
    assert [(problem.code, problem.line) for problem in found] == [("missing-file", 0)]


def test_a_vocabulary_that_is_no_list_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/audiences.yml", "government-organisations: {}\n")
    found = [problem for problem in catalogue_copy.problems() if problem.path == "catalogue/vocabularies/audiences.yml"]
    assert [(problem.code, problem.line) for problem in found] == [("wrong-shape", 1)]


def test_ancestors_are_the_broader_terms(small_catalogue) -> None:
    themes: Vocabulary = small_catalogue.vocabularies["themes"]
    assert themes.ancestors("pay") == ("human-resource-management",)
    assert themes.ancestors("ethics") == ()
    assert themes.narrower["human-resource-management"] == ("pay", "training")


# -- the model itself --------------------------------------------------------------------


def models() -> list[type[BaseModel]]:
    """Every model that a record can hold, by walking from the records."""
    found: list[type[BaseModel]] = []
    queue: list[object] = [Work, Issue, Journal, *VOCABULARIES.values()]
    while queue:
        part = queue.pop()
        if isinstance(part, type) and issubclass(part, BaseModel):
            if part not in found:
                found.append(part)
                queue += [info.annotation for info in part.model_fields.values()]
        else:
            queue += get_args(part)
    return found


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_model_is_frozen_and_strict_about_names(model: type[BaseModel]) -> None:
    assert issubclass(model, Model)
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_field_has_a_description(model: type[BaseModel]) -> None:
    assert [name for name, info in model.model_fields.items() if not info.description] == []


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_every_example_in_the_guide_is_accepted(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        for example in info.examples or ():
            TypeAdapter(info.rebuild_annotation()).validate_python(example, context={}), name


def test_fields_are_named_as_they_are_written() -> None:
    assert field_names(Provenance) == ("source", "at", "url", "for")


# -- one list, one problem ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "code"),
    [
        (BOOK, "    licence: CC-BY-4.0", "    licence: CC-BY-4", "unknown-term"),
        (BOOK, "    for: [pages]", "    four: [pages]", "unknown-field"),
        ("knowledge-products/korean-guide.yml", "themes: [pay]", "themes: [payment]", "unknown-term"),
        (PARTIES, "    - family: Manas", "    - familie: Manas", "unknown-field"),
    ],
)
def test_a_wrong_value_in_a_list_of_one_does_not_make_the_list_empty(
    catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str, code: str
) -> None:
    catalogue_copy.replace(name, old, new)
    codes = [problem.code for problem in catalogue_copy.problems() if problem.path == f"catalogue/{name}"]
    assert code in codes
    assert "empty-value" not in codes


# -- codes and comments --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("vocabularies/languages.yml", "- id: kk\n", "- id: kz\n"),
        ("vocabularies/countries.yml", "id: KZ", "id: UK"),
        ("vocabularies/countries.yml", "id: KZ", "id: kz"),
    ],
)
def test_a_code_of_no_standard_is_a_problem(catalogue_copy: SpoiltCatalogue, name: str, old: str, new: str) -> None:
    catalogue_copy.replace(name, old, new)
    # Texts in a language that is gone are told as well.
    found = [problem for problem in catalogue_copy.problems() if problem.code == "bad-code"]
    assert [problem.path for problem in found] == [f"catalogue/{name}"]
    assert f'"{new.split()[-1]}"' in found[0].message


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("language: kk", "language: kz", "kk"),
        ("language: kk", "language: Kazakh", "kk"),
    ],
)
def test_a_usual_slip_in_a_language_brings_the_right_tag(catalogue_copy: SpoiltCatalogue, old: str, new: str, meant: str) -> None:
    catalogue_copy.replace(WORK, old, new)
    found = [problem for problem in catalogue_copy.problems() if problem.code == "unknown-term"]
    assert [problem.hint for problem in found] == [f'did you mean "{meant}"?']


def test_text_behind_a_hash_is_not_lost(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  ru: Наука и государство", "  ru: Наука #3 и государство")
    found = catalogue_copy.problem("lost-text", WORK, " #3")
    assert '"#3 и государство"' in found.message


def test_a_comment_on_a_line_of_its_own_is_kept_out_of_the_record(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  ru: Наука и государство", "  # see row #3 of the annex\n  ru: Наука и государство")
    assert catalogue_copy.problems() == []


def test_a_title_in_a_language_without_an_edition_cannot_be_printed(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "  title: [en, ko]", "  title: [en]")
    found = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in found] == [("not-printed", f"catalogue/{WORK}")]
    assert '"ko"' in found[0].message


JOURNAL = "journal/journal.yml"


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
