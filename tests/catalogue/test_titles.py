"""Which title and summary is shown in a language where a record does not have them in all."""

from __future__ import annotations

import pytest
from bare import BARE, BARE_ARTICLE, BARE_ISSUE, BARE_KAZAKH, BARE_RUSSIAN, BARE_TITLED, add_bare
from catalogues import SpoiltCatalogue
from library.catalogue import titles
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.catalogue.titles import NONE, Shown
from library.citations.citing import Citing
from renew_golden import SITE


@pytest.fixture
def bare(catalogue_copy: SpoiltCatalogue) -> Catalogue:
    """The small catalogue with records that leave out everything they may: that it loads says that they may."""
    return load(add_bare(catalogue_copy).folder)


def test_the_title_in_the_language_is_shown_where_there_is_one(bare: Catalogue) -> None:
    assert titles.title(bare.works[BARE_TITLED].work, "en") == Shown("Scarce Words", "en", True)
    assert titles.title(bare.works[BARE_TITLED].work, "en").marked == "[Scarce Words]"


@pytest.mark.parametrize("language", ["kk", "ko"])
def test_a_printed_title_stands_for_a_missing_one_before_a_supplied_one(bare: Catalogue, language: str) -> None:
    assert titles.title(bare.works[BARE_TITLED].work, language) == Shown("Скупые слова", "ru", False)


def test_a_text_tells_its_language_beside_another_only(bare: Catalogue) -> None:
    shown = titles.title(bare.works[BARE].work, "ko")
    assert (shown.language_beside("ko"), shown.language_beside("ru")) == ("ru", "")


def test_a_summary_is_shown_in_the_language_of_the_title_before_others(bare: Catalogue) -> None:
    work = bare.works[BARE_TITLED].work.model_copy(update={"summary": {"en": "On scarce words.", "ru": "О скупых словах."}})
    assert titles.summary(work, "en").language == "en"
    assert titles.summary(work, "kk").language == "ru"


def test_a_summary_that_there_is_in_no_language_is_none(bare: Catalogue) -> None:
    assert titles.summary(bare.works[BARE].work, "en") == NONE
    assert titles.summary(bare.issues[BARE_ISSUE], "en") == NONE


def test_an_issues_own_title_is_shown_in_the_language_there_is(bare: Catalogue) -> None:
    assert titles.own_title(bare.issues[BARE_ISSUE], "kk") == Shown("Без прикрас", "ru", False)
    assert titles.own_title(bare.issues["1"], "kk") == NONE


def test_a_citation_has_the_title_of_its_document_and_no_abstract_where_there_is_none(bare: Catalogue) -> None:
    [citation] = Citing(bare, SITE).of_work(bare.works[BARE])
    assert (citation.title, citation.title_language, citation.other_titles) == (BARE_RUSSIAN, "ru", ())
    assert (citation.abstract, citation.abstract_language, citation.abstract_supplied, citation.keywords) == ("", "", False, ())
    [citation] = Citing(bare, SITE).of_work(bare.works[BARE_ARTICLE])
    assert (citation.title, citation.title_language) == (BARE_KAZAKH, "kk")
