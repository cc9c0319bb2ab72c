"""The public test set of questions, asked through the real search page of the records by which they were judged."""

from __future__ import annotations

import pytest
from judging import Judged, judge, queries, summary
from library.catalogue.catalogue import Catalogue
from playwright.sync_api import Browser
from readers import new_reader
from searching import found, go_on, listen, open_search
from sites import LANGUAGES

KINDS = {"inflected", "compound", "transliterated", "layout", "misspelt", "person", "country", "partial", "identifier", "question"}
NAMING = {"number", "initials", "acronym", "script"}
"""Kinds by which something is named: a number of a volume, a name with initials, an acronym, a name in another script."""
EVERYTHING = "2000"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_test_set_is_whole(language: str, kept_catalogue: Catalogue) -> None:
    asked = queries(language)
    assert len(asked) >= 30
    assert len({query.query for query in asked}) == len(asked)
    assert {query.kind for query in asked} >= KINDS - {"transliterated", "layout"}
    for query in asked:
        named = [*query.must, *query.also, *query.must_not]
        assert query.must, query.query
        assert query.must_not, query.query
        assert query.kind in KINDS | NAMING
        assert len(named) == len(set(named)), query.query
        assert set(named) <= set(kept_catalogue.works), query.query


def test_the_test_set_asks_in_every_way_and_often_for_several_works() -> None:
    asked = [query for language in LANGUAGES for query in queries(language)]
    assert len(asked) >= 248
    assert sum(query.kind in NAMING for query in asked) >= 70
    for kind in KINDS | NAMING:
        assert sum(query.kind == kind for query in asked) >= 5, kind
    assert sum(len(query.must) >= 3 for query in asked) >= 60


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_find_what_they_must(language: str, browser: Browser, served_kept: str) -> None:
    context = new_reader(browser, viewport={"width": 390, "height": 844})
    page = context.new_page()
    said = listen(page)
    judged: list[Judged] = []
    open_search(page, served_kept, language)
    for query in queries(language):
        go_on(page, q=query.query, show=EVERYTHING)
        judged.append(judge(query, found(page)))
    context.close()
    means = summary(judged)
    faults = "\n".join(
        f"{one.query.query}: missed {one.missed}, wrong {one.wrong}, stray {one.stray}"
        for one in judged
        if one.missed or one.wrong or one.stray
    )
    assert means["recall"] >= 0.95, faults
    assert means["precision"] >= 0.9, faults
    assert means["wrong"] <= 1, faults
    assert not said


def test_judging_counts_what_is_missed_and_what_is_stray() -> None:
    query = next(query for query in queries("en") if len(query.must) >= 2)
    must, wrong = sorted(query.must), sorted(query.must_not)
    judged = judge(query, [must[0], wrong[0], "no-such-work"])
    assert judged.recall == 1 / len(must)
    assert judged.precision == pytest.approx(1 / 3)
    assert judged.wrong == (wrong[0],)
    assert set(judged.missed) == set(must[1:])
    assert judge(query, []).precision == 0
