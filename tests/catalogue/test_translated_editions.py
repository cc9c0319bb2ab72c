"""Editions that were translated from others, and those who helped with them."""

from __future__ import annotations

from catalogues import SpoiltCatalogue

STUDY = "knowledge-products/russian-study.yml"


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
