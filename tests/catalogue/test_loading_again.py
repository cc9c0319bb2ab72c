"""A catalogue can be read as often as one likes in one process, as a server does."""

from __future__ import annotations

from catalogues import SMALL
from library.catalogue.loading import load


def test_a_catalogue_that_was_read_is_read_again() -> None:
    first, second = load(SMALL), load(SMALL)
    assert first.works.keys() == second.works.keys()
    assert {name: list(terms) for name, terms in first.vocabularies.items()} == {
        name: list(terms) for name, terms in second.vocabularies.items()
    }
