"""Terms of vocabularies: their ids, labels and broader terms, and records that name them."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.authorities import OPTIONAL, VOCABULARIES
from library.catalogue.loading import load
from library.catalogue.names import cited_name
from library.catalogue.vocabularies import Vocabulary

WORK = "knowledge-products/gylym-and-government.yml"
BOOK = "knowledge-products/held-book.yml"
SURVEY = "knowledge-products/ministry-survey.yml"
TEXT = "case-studies/one-window.md"
ISSUE = "journal/issues/10.yml"
JOURNAL = "journal/journal.yml"
PARTIES = "vocabularies/parties.yml"


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


def test_a_body_needs_its_name_in_one_language_alone(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(PARTIES)
    start = text.index("- id: harrow-press")
    label = text.index("    - label:", start)
    end = text.index("      supplied: [ru, kk, ko]\n", label) + len("      supplied: [ru, kk, ko]\n")
    catalogue_copy.write(PARTIES, text[:label] + "    - label:\n        ru: Издательство Харроу\n" + text[end:])
    catalogue = load(catalogue_copy.folder)
    party = catalogue.vocabularies["parties"]["harrow-press"]
    assert cited_name(party, "en", None).literal == cited_name(party, "ko", None).literal == "Издательство Харроу"


def test_a_name_that_ends_before_it_begins_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(PARTIES, "      until: 2017-10-20", "      until: 2012")
    found = catalogue_copy.problem("bad-date", PARTIES, "2012")
    assert "2012" in found.message and "2013-03-15" in found.message


def test_a_word_of_the_glossary_has_four_languages(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/glossary.yml", "- {en: theme, ru: тема, kk: тақырып}\n")
    found = catalogue_copy.problem("missing-field", "vocabularies/glossary.yml", "{en")
    assert '"ko"' in found.message


def test_a_name_without_a_capital_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/names.yml", "- name: Meiji\n- name: astana\n")
    found = catalogue_copy.problem("no-capital", "vocabularies/names.yml", "astana")
    assert found.message == 'name: "astana" has no capital letter'


def test_a_name_that_is_written_twice_is_a_problem(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.write("vocabularies/names.yml", "- name: Meiji\n- name: Astana\n- {name: Meiji}\n")
    catalogue_copy.problem("repeated-value", "vocabularies/names.yml", "Meiji}")


@pytest.mark.parametrize(
    ("text", "code"), [("name: Astana\n", "wrong-shape"), ("- Astana\n", "wrong-shape"), ("- label: Astana\n", "unknown-field")]
)
def test_another_shape_is_a_problem(catalogue_copy: SpoiltCatalogue, text: str, code: str) -> None:
    catalogue_copy.write("vocabularies/names.yml", text)
    assert code in {problem.code for problem in catalogue_copy.problems()}


@pytest.mark.parametrize("name", ["parties", "themes", "languages", "countries"])
def test_a_vocabulary_that_cannot_be_read_is_one_problem(catalogue_copy: SpoiltCatalogue, name: str) -> None:
    catalogue_copy.write(f"vocabularies/{name}.yml", b"\xef\xbb\xbf" + catalogue_copy.text(f"vocabularies/{name}.yml").encode())
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path) for problem in problems] == [("bad-encoding", f"catalogue/vocabularies/{name}.yml")]


@pytest.mark.parametrize("name", sorted(set(VOCABULARIES) - set(OPTIONAL)))
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
