"""Fields of records: what each may hold, and what a cataloguer is told otherwise."""

from __future__ import annotations

from typing import get_args

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.authorities import VOCABULARIES, GlossaryEntry, ProperName
from library.catalogue.kinds import KINDS
from library.catalogue.model import Issue, Journal, Model, Work
from library.catalogue.model_parts import Provenance
from library.catalogue.values import field_names
from pydantic import BaseModel, TypeAdapter

WORK = "knowledge-products/gylym-and-government.yml"
BOOK = "knowledge-products/held-book.yml"
STUDY = "knowledge-products/russian-study.yml"
ISSUE = "journal/issues/10.yml"
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


@pytest.mark.parametrize("field", ["type: research-paper", "id: gylym-and-government"])
def test_a_missing_field_is_a_problem(catalogue_copy: SpoiltCatalogue, field: str) -> None:
    catalogue_copy.replace(WORK, f"{field}\n", "")
    problems = catalogue_copy.problems()
    assert [(problem.code, problem.path, problem.line) for problem in problems] == [("missing-field", f"catalogue/{WORK}", 1)]
    assert f'"{field.split(":")[0]}"' in problems[0].message


def test_a_missing_field_of_an_article_is_placed_at_the_article(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(ISSUE, "  - id: pay-and-ethics\n    type: article\n", "  - id: pay-and-ethics\n")
    found = catalogue_copy.problem("missing-field", ISSUE, "id: pay-and-ethics")
    assert '"type"' in found.message


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
    assert found.message.endswith((" needed", " are needed"))


def test_a_text_where_a_mapping_should_stand_is_quoted(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WORK)
    start, end = text.index("summary:"), text.index("supplied:")
    catalogue_copy.write(WORK, text[:start] + "summary: Only English\n\n" + text[end:])
    assert '"Only English"' in catalogue_copy.problem("wrong-shape", WORK, "Only English").message


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


# -- the model itself --------------------------------------------------------------------


def models() -> list[type[BaseModel]]:
    """Every model that a record can hold, by walking from the records."""
    found: list[type[BaseModel]] = []
    queue: list[object] = [Work, Issue, Journal, *(kind.model for kind in KINDS), GlossaryEntry, ProperName, *VOCABULARIES.values()]
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
    if model is GlossaryEntry:  # four languages, which say enough
        return
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
