"""OpenGraph, read back by extruct and html-metadata."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from awkward import texts
from hypothesis import given
from library.catalogue import titles
from library.machines.heads import Heads, open_graph
from made_heads import SITE, Page, by_extruct, metas


def test_every_page_says_title_address_and_language(read_pages: list[tuple[Page, dict[str, Any]]]) -> None:
    for page, found in read_pages:
        tags = found["openGraph"]
        title, summary = titles.title(page.placed.work, page.language).text, titles.summary(page.placed.work, page.language).text
        assert tags["title"] == title
        assert tags["description"] == (summary or title)
        assert tags["url"] == page.url
        assert tags["site_name"] == SITE.names[page.language]
        assert tags["locale"][:2] == page.language


def test_a_records_page_is_never_a_website(all_pages: list[Page]) -> None:
    for page in all_pages:
        assert metas(page.head, "og:type") == ["book" if page.placed.work.type == "book" else "article"]


def test_other_pages_are_websites_and_people_are_profiles(small_heads: Heads) -> None:
    made = {
        "website": [
            small_heads.home("en", "t"),
            small_heads.page("titles", "en", "t"),
            small_heads.journal("en", "t"),
            small_heads.party("sample-hub", "people/sample-hub", "en", "t"),
        ],
        "profile": [small_heads.party("harrow-jane", "people/harrow-jane", "en", "t")],
    }
    for kind, heads in made.items():
        assert [metas(head, "og:type") for head in heads] == [[kind]] * len(heads)


def test_a_page_names_its_own_language_alone(small_page: Callable[..., Page]) -> None:
    head = small_page("held-book", "kk").head
    assert metas(head, "og:locale") == ["kk_KZ"]
    assert metas(head, "og:locale:alternate") == []  # the page's alternates say it


def test_a_time_has_a_day(small_page: Callable[..., Page]) -> None:
    assert metas(small_page("russian-study", "ru").head, "article:published_time") == ["2021-06-03"]
    assert metas(small_page("russian-study", "kk").head, "article:published_time") == []
    assert metas(small_page("russian-study", "kk").head, "article:modified_time") == ["2026-12-01"]


def test_a_book_has_its_isbn(small_page: Callable[..., Page]) -> None:
    assert metas(small_page("held-book").head, "book:isbn") == ["978-1-23456-789-7"]


def test_a_picture_stands_only_where_there_is_one() -> None:
    without = open_graph.tags(SITE, "https://e.org/", "en", "t")
    assert (metas(without, "og:image"), metas(without, "twitter:card")) == ([], ["summary"])
    with_one = open_graph.tags(SITE, "https://e.org/", "en", "t", image="https://e.org/a.png")
    assert (metas(with_one, "og:image"), metas(with_one, "twitter:card")) == (["https://e.org/a.png"], ["summary_large_image"])


def test_extruct_reads_it(small_page: Callable[..., Page]) -> None:
    [found] = by_extruct(small_page("awkward-characters").html, "opengraph")["opengraph"]
    assert dict(found["properties"])["og:title"] == small_page("awkward-characters").placed.work.title["en"]


@given(text=texts())
def test_any_text_is_read_back(text: str) -> None:
    head = open_graph.tags(SITE, "https://e.org/", "en", text)
    assert metas(head, "og:title") == [text]
