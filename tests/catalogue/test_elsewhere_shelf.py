"""The shelf of what others have: what its entries may not say, and that no work of the library stands there."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue

SHELF = "vocabularies/elsewhere.yml"


@pytest.mark.parametrize(
    ("old", "new", "code", "marker"),
    [
        ("en: Open Platform & Friends", "en: Ethics of civil servants", "own-work", "Ethics of civil"),
        ("ru: Отчет соседей", "en: A lab of a neighbour\n  issued: 2014-07", "repeated-key", None),
        ("  issued: 2014-07\n", "  opened: 2026-11-25\n", "bad-url", None),
        ("  printed_address: www.neighbour.example.org\n", "  opened: 2026-11-25\n", "missing-field", None),
        ("  opened: 2026-11-25\n", "  opened: 2026-11-25\n  unusable: Printed cut off.\n", "bad-url", None),
        ("kind: work", "kind: book", "unknown-choice", "book"),
        ("themes: [open-data]", "themes: [nothing]", "unknown-term", "nothing"),
        ("countries: [NO]", "countries: [XX]", "unknown-term", "XX"),
        ("  opened: 2026-11-25\n", "", "", None),
    ],
)
def test_what_an_entry_says_wrongly_is_told(catalogue_copy: SpoiltCatalogue, old: str, new: str, code: str, marker: str | None) -> None:
    catalogue_copy.replace(SHELF, old, new)
    problems = catalogue_copy.problems()
    assert [problem.code for problem in problems] == ([code] if code else [])
    for problem in problems:
        assert problem.path == f"catalogue/{SHELF}" and problem.line and problem.hint
        if marker:
            assert problem.line == catalogue_copy.place(SHELF, marker)[0]


def test_the_address_of_a_work_of_ours_is_told_however_it_is_written(catalogue_copy: SpoiltCatalogue, small_catalogue: Catalogue) -> None:
    address = next(edition.address for placed in small_catalogue.works.values() for edition in placed.work.editions if edition.address)
    catalogue_copy.replace(SHELF, "www.neighbour.example.org", address.split("://")[1].upper() + "/")
    assert [problem.code for problem in catalogue_copy.problems()] == ["own-work"]


def test_a_title_twice_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(SHELF, "en: A lab of a neighbour", "en: Open platform & friends")
    assert [problem.code for problem in catalogue_copy.problems()] == ["repeated-value"]
