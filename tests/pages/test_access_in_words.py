"""What a page and a card say of how a document can be had: never more than the record does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from catalogues import ROOT
from library.catalogue import access
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import index
from library.pages.cards import CardViews
from library.pages.copies import asked
from library.words.labels import Labels
from library.words.translations import Words

MAIL, PAGE = "library@example.org", "https://www.example.org/contact"


def cards_in(catalogue: Catalogue, language: str) -> CardViews:
    return CardViews(Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales")))


def with_editions(catalogue: Catalogue, *fields: dict[str, object]) -> Placed:
    """A work of the small catalogue with editions in Russian and Kazakh that have these fields alone."""
    placed = catalogue.works["russian-study"]
    [first, *_] = placed.work.editions
    bare = replace_fields(first, address=None, doi=None, file=None, text=None, formats=("electronic",))
    editions = tuple(replace_fields(bare, language=tag, **each) for tag, each in zip(("ru", "kk"), fields, strict=False))
    return replace(placed, work=replace_fields(placed.work, editions=editions))


def replace_fields(model: object, **fields: object) -> object:
    return model.model_copy(update=fields)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("fields", "kinds"),
    [
        ([{}, {}], ()),
        ([{"address": "https://example.org/"}, {}], ("online", "elsewhere")),
        ([{}, {"doi": "10.1234/5"}], ("online", "elsewhere")),
        ([{"file": "a.pdf"}, {"address": "https://example.org/"}], ("online", "file", "elsewhere")),
        ([{"text": "russian-study.ru.md"}], ("online", "page")),
    ],
)
def test_electronic_is_not_taken_for_something_to_read(small_catalogue: Catalogue, fields: list, kinds: tuple) -> None:
    assert access.of_work(with_editions(small_catalogue, *fields)) == kinds


@pytest.mark.parametrize(
    ("language", "some", "every"),
    [
        ("en", "Can be read online: Kazakh", "Can be read online"),
        ("ru", "Можно читать в интернете: казахский", "Можно читать в интернете"),
        ("kk", "Интернетте оқуға болады: қазақ тілі", "Интернетте оқуға болады"),
        ("ko", "웹에서 읽을 수 있음: 카자흐어", "웹에서 읽을 수 있음"),
    ],
)
def test_a_card_names_the_languages_where_not_every_edition_can_be_read(
    small_catalogue: Catalogue, language: str, some: str, every: str
) -> None:
    cards, here = cards_in(small_catalogue, language), {"address": "https://example.org/"}
    assert cards.card(with_editions(small_catalogue, {}, here)).readable == some
    assert cards.card(with_editions(small_catalogue, here, here)).readable == every
    assert cards.card(with_editions(small_catalogue, {}, {})).readable == ""


def test_a_withdrawn_work_cannot_be_read(small_catalogue: Catalogue) -> None:
    there = with_editions(small_catalogue, {"file": "a.pdf"})
    placed = replace(there, work=replace_fields(there.work, withdrawn=small_catalogue.works["withdrawn-report"].work.withdrawn))
    assert access.of_work(placed) == ()
    assert asked(MAIL, placed, "Report") is None


def test_readers_are_told_where_to_ask_for_what_they_cannot_read(small_catalogue: Catalogue) -> None:
    placed = with_editions(small_catalogue, {})
    by_mail, by_page = asked(MAIL, placed, "[A & B?]"), asked(PAGE, placed, "A")
    assert by_mail and (by_mail.text, by_mail.path) == (MAIL, f"mailto:{MAIL}?subject=%5BA%20%26%20B%3F%5D")
    assert by_page and (by_page.text, by_page.path) == ("example.org", PAGE)
    assert asked("", placed, "A") is None
    assert asked(MAIL, with_editions(small_catalogue, {"file": "a.pdf"}), "A") is None
