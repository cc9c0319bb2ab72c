"""What pages of series and countries are made from: a change of it is seen, so that no page stays as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.loading import load
from library.facts import Facts
from stamped import shop_of

STUDY = "knowledge-products/russian-study.yml"


def facet(path: str) -> Callable[[Facts], bytes]:
    return lambda facts: facts.of("terms of the facet", path)


def outline(path: str, term: str) -> Callable[[Facts], bytes]:
    return lambda facts: facts.of("outline of the list", (facts.library.indexes.shelves[path][term], 1))


@pytest.mark.parametrize(
    ("read", "file", "old", "new"),
    [
        (facet("series"), "vocabularies/series.yml", "year: 2016", "year: 2017"),
        (facet("series"), "vocabularies/series.yml", "evidence: planned", "evidence: reported"),
        (facet("countries"), "vocabularies/participation.yml", "kind: planned-event", "kind: joined"),
        (outline("countries", "KZ"), "vocabularies/participation.yml", "date: 2013-03-15", "date: 2013-03-16"),
        (outline("countries", "KZ"), STUDY, "party: yuschenko-elena\n", "party: yuschenko-elena\n    affiliation: Kazakhstan\n"),
        (outline("series", "needs-surveys"), "knowledge-products/ministry-survey.yml", "number: 3", "number: 4"),
        (lambda facts: facts.of("counts", None), "knowledge-products/korean-guide.yml", "stands_in: document", "stands_in: title"),
    ],
    ids=["a round", "its evidence", "a country without works", "a date", "an affiliation", "a number", "a concern"],
)
def test_a_change_is_seen(catalogue_copy: SpoiltCatalogue, read: Callable[[Facts], bytes], file: str, old: str, new: str) -> None:
    before = read(Facts(shop_of(load(catalogue_copy.folder))))
    catalogue_copy.replace(file, old, new)
    assert read(Facts(shop_of(load(catalogue_copy.folder)))) != before
