"""Persons and bodies: identifiers have a source and one holder, spellings a language."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue

PARTIES = "vocabularies/parties.yml"


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
