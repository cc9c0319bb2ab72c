"""What is not there yet is a remark: counted, named where asked for, and no problem."""

from __future__ import annotations

import pytest
from bare import BARE, BARE_TITLED, add_bare
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.catalogue.missing import counted, missing, summed_up


@pytest.fixture
def bare(catalogue_copy: SpoiltCatalogue) -> Catalogue:
    return load(add_bare(catalogue_copy).folder)


def test_nothing_is_missing_where_all_is_there(small_catalogue: Catalogue) -> None:
    assert list(missing(small_catalogue)) == []
    assert summed_up([], ["en"]) == ""


def test_each_gap_is_named_with_what_is_shown_in_its_place(bare: Catalogue) -> None:
    found = {(gap.field, gap.language): gap for gap in missing(bare) if gap.id == BARE_TITLED}
    assert list(found) == [("summary", "en"), ("title", "kk"), ("summary", "kk"), ("title", "ko"), ("summary", "ko"), ("themes", "")]
    assert (found["title", "kk"].shown.text, found["title", "kk"].shown.language) == ("Скупые слова", "ru")


def test_a_remark_stands_at_its_field_or_at_its_record(bare: Catalogue) -> None:
    remarks = [gap.remark for gap in missing(bare) if gap.id in (BARE, "bare-article")]
    assert {remark.code for remark in remarks} == {"not-yet"}
    assert remarks[0].line == 3 and remarks[0].message == 'bare-study: no title in "en"'
    assert {remark.line for remark in remarks if "themes" in remark.message} == {1, 9}


def test_gaps_are_counted_by_field_and_language(bare: Catalogue) -> None:
    assert summed_up(missing(bare), bare.languages) == "Not yet: title en 3, ru 1, kk 3, ko 4; summary en 4, ru 3, kk 4, ko 4; themes 3"
    assert counted(missing(bare, ["kk"]), bare.languages) == {("title", "kk"): 3, ("summary", "kk"): 4}


def test_nothing_is_missing_of_a_withdrawn_work(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/withdrawn-report.yml", "  kk: Бірінші жылы не істелгені туралы.\n", "")
    catalogue_copy.replace("knowledge-products/withdrawn-report.yml", "  summary: [en, ru, kk, ko]", "  summary: [en, ru, ko]")
    assert list(missing(load(catalogue_copy.folder))) == []
