"""Persons who may be one are told with their works, and never joined."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.doubles import likely_doubles
from library.catalogue.loading import load

PARTIES = "vocabularies/parties.yml"


def told(copy: SpoiltCatalogue, family: str, given: str) -> list[str]:
    copy.append(PARTIES, f"\n- id: new-person\n  kind: person\n  names:\n    - family: {family}\n      given: {given}\n  source: made up\n")
    return [problem.message for problem in likely_doubles(load(copy.folder))]


@pytest.mark.parametrize(
    ("family", "given", "other"),
    [
        ("Kim", "M.", "kim-min-jun"),
        ("KIM", "Min Jun", "kim-min-jun"),
        ("Harrow", "J. Q.", "harrow-jane"),
        ("De La Cruz", "Maria J.", "de-la-cruz-maria"),
        ("Seitova", "Aigul", "seitova-aigul"),
        ("Ющенко Жукова", "Е. Ю.", "yuschenko-elena"),
        ("Yushchenko-Zhukova", "Elena", "yuschenko-elena"),
        ("Бейсенов", "Қ. Ө.", "beisenov-qairat"),
    ],
)
def test_names_that_differ_in_accents_case_stops_initials_or_script_are_told(
    catalogue_copy: SpoiltCatalogue, family: str, given: str, other: str
) -> None:
    [message] = told(catalogue_copy, family, given)
    assert message.startswith(f'"new-person" ({family}, {given}; works: –) may be "{other}" (')
    assert "works: –)" not in message.split("may be")[1]


@pytest.mark.parametrize(("family", "given"), [("Kim", "Sora"), ("Harrow", "Paul Q."), ("Manas", "T."), ("Kimm-Smith", "M.")])
def test_other_names_are_not_told(catalogue_copy: SpoiltCatalogue, family: str, given: str) -> None:
    assert told(catalogue_copy, family, given) == []


def test_the_small_catalogue_has_no_doubles(small_catalogue: Catalogue) -> None:
    assert [problem.code for problem in likely_doubles(small_catalogue)] == []


def test_a_remark_has_its_code_and_place(catalogue_copy: SpoiltCatalogue) -> None:
    told(catalogue_copy, "Kim", "M.")
    [remark] = likely_doubles(load(catalogue_copy.folder))
    assert (remark.code, remark.path) == ("likely-double", f"catalogue/{PARTIES}")
    assert (remark.line, remark.column) == catalogue_copy.place(PARTIES, "new-person")
