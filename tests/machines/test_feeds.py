"""Atom feeds, read back by feedparser and lxml."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from awkward import texts
from catalogues import SpoiltCatalogue
from hypothesis import example, given
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.indexes import FACETS
from library.catalogue.loading import load
from library.citations.paths import of_feed
from library.machines.changes import escape
from library.machines.feeds import LIBRARY_FEED_LENGTH, Entries
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z\Z")
LANGUAGES = ("en", "ru", "kk", "ko")


def read(text: str) -> Any:
    """A feed that the reader finds nothing wrong with."""
    parsed = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not parsed.bozo, parsed.bozo_exception
    assert parsed.version == "atom10"
    return parsed


def entry_of(parsed: Any, work_id: str) -> Any:
    [found] = [entry for entry in parsed.entries if entry.link.endswith(f"/{work_id}/")]
    return found


def links(entry: Any, relation: str) -> list[Any]:
    return [link for link in entry.links if link.rel == relation]


# -- whole feeds ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_feed_is_read_without_a_complaint(small: Any, language: str) -> None:
    for path, text in small.feeds(language).items():
        parsed = read(text)
        assert parsed.feed.language == language
        assert parsed.feed.id == f"https://library.example/{path}"
        assert [link.href for link in parsed.feed.links if link.rel == "self"] == [parsed.feed.id]
        assert parsed.feed.title.endswith(small.site.names[language])
        assert all(entry.summary_detail.language == language for entry in parsed.entries)


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_feed_of_all_of_the_journal_and_of_every_list_of_several_works_but_a_year(small: Any, language: str) -> None:
    prefix = small.site.prefix(language)
    all_shelves = [shelf for facet in FACETS for shelf in small.indexes.shelves[facet.path].values()]
    shelves = [shelf.path for shelf in all_shelves if len(shelf.works) > 1 and shelf.facet.path != "years"]
    assert 0 < len(shelves) < len(all_shelves)
    assert set(small.feeds(language)) == {
        f"{prefix}{path}" for path in ["feed.xml", "journal/feed.xml", *(of_feed(path) for path in shelves)]
    }


@pytest.mark.costly
def test_the_feeds_of_the_library_itself_are_read(real: Any) -> None:
    for path, text in real.feeds("ru").items():
        assert len(read(text).entries) <= (50 if path == "ru/feed.xml" else 20), path


def test_a_library_without_works_has_an_empty_feed(harvest_of: Callable[..., Any], empty: Catalogue) -> None:
    [(path, text)] = harvest_of(empty).feeds("kk").items()
    parsed = read(text)
    assert (path, parsed.entries, parsed.feed.updated) == ("kk/feed.xml", [], "1970-01-01T00:00:00Z")


def test_the_newest_come_first_and_no_more_than_a_feed_holds(real: Any) -> None:
    found = [entry.link.rstrip("/").split("/")[-1] for entry in read(real.feeds("en")["feed.xml"]).entries]
    dates = [(real.catalogue.works[work_id].added, real.catalogue.works[work_id].issued or Issued(0)) for work_id in found]
    offered = {work_id: placed for work_id, placed in real.catalogue.works.items() if not placed.work.withdrawn}
    assert len(found) == min(LIBRARY_FEED_LENGTH, len(offered))
    assert dates == sorted(dates, reverse=True)
    others = [(placed.added, placed.issued or Issued(0)) for work_id, placed in offered.items() if work_id not in found]
    assert not others or max(others) <= min(dates)


def test_a_work_added_later_comes_first(small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue]) -> None:
    later = harvest_of(changed_work(small.catalogue, "unknown-year", added=Issued(2027, 1, 2)))
    feed = read(later.feeds("en")["feed.xml"])
    assert feed.entries[0].link.endswith("/unknown-year/")
    assert feed.feed.updated == "2027-01-02T00:00:00Z"


def test_a_feed_is_as_new_as_its_newest_entry(small: Any) -> None:
    for text in small.feeds("ko").values():
        parsed = read(text)
        if parsed.entries:
            assert parsed.feed.updated == max(entry.updated for entry in parsed.entries)


def test_the_same_records_give_the_same_feeds(small: Any) -> None:
    assert small.feeds("ru") == small.feeds("ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_instant_is_one_of_rfc_3339(small: Any, language: str) -> None:
    for text in small.feeds(language).values():
        for element in etree.fromstring(text.encode()).iter(f"{ATOM}updated", f"{ATOM}published"):
            assert INSTANT.match(element.text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unlike_each_other_and_every_feed_has_an_author(small: Any, language: str) -> None:
    for text in small.feeds(language).values():
        root = etree.fromstring(text.encode())
        ids = [element.text for element in root.iter(f"{ATOM}id")]
        assert len(set(ids)) == len(ids)
        assert root.findtext(f"{ATOM}author/{ATOM}name") == small.site.names[language]


def test_the_journal_has_a_feed_of_its_articles(small: Any) -> None:
    parsed = read(small.feeds("kk")["kk/journal/feed.xml"])
    assert parsed.feed.title == "[Journal & Co <1>] – Кітапхана"
    articles = {work_id for work_id, placed in small.catalogue.works.items() if placed.in_journal}
    assert {entry.link.rstrip("/").split("/")[-1] for entry in parsed.entries} == articles
    assert [link.href for link in parsed.feed.links if link.rel == "alternate"] == ["https://library.example/kk/journal/"]


# -- one entry -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_entry_tells_what_the_record_says(small: Any, language: str) -> None:
    for entry in read(small.feeds(language)["feed.xml" if language == "en" else f"{language}/feed.xml"]).entries:
        placed = small.catalogue.works[entry.link.rstrip("/").split("/")[-1]]
        title = placed.work.title[language]
        assert entry.title == (f"[{title}]" if language in placed.work.supplied.title else title)
        assert entry.summary == placed.work.summary[language]
        assert entry.link == small.site.address(placed.address, language)
        assert links(entry, "alternate")[0].hreflang == language
        assert entry.published == f"{placed.added}T00:00:00Z"
        assert entry.updated == f"{placed.changed}T00:00:00Z"
        assert [tag.term for tag in entry.tags] == [*placed.work.themes, *placed.work.coverage.countries]
        assert entry.tags[0].label == small.catalogue.vocabularies["themes"][placed.work.themes[0]].label[language]


def test_a_document_is_enclosed_with_its_kind_size_and_language(small: Any) -> None:
    found = 0
    for path, text in small.feeds("en").items():
        for entry in read(text).entries:
            for enclosure in links(entry, "enclosure"):
                found += 1
                assert (enclosure.type, enclosure.length, len(enclosure.hreflang)) == ("application/pdf", "601", 2), path
    [enclosure] = links(entry_of(read(small.feeds("ko")["ko/feed.xml"]), "russian-study"), "enclosure")
    assert enclosure.href == "https://library.example/ru/publications/russian-study/russian-study.ru.pdf"
    assert enclosure.hreflang == "ru"
    assert found


def test_a_doi_and_an_address_elsewhere_are_related(small: Any) -> None:
    feed = read(small.feeds("en")["feed.xml"])
    assert [link.href for link in links(entry_of(feed, "pay-and-ethics"), "related")] == [
        "https://doi.org/10.5555/sjcs.21",
        "https://example.org/journal/10/21",
    ]
    assert [link.href for link in links(entry_of(feed, "held-book"), "related")] == ["https://doi.org/10.5555/sample.2022"]


def test_creators_are_authors_and_editors_and_translators_contribute(small: Any) -> None:
    entry = entry_of(read(small.feeds("en")["feed.xml"]), "russian-study")
    labels = small.labels("en")
    assert [author.name for author in entry.authors] == [labels.party("beisenov-qairat"), labels.party("yuschenko-elena")]
    assert [helper.name for helper in entry.contributors] == [labels.party("seitova-aigul"), labels.party("de-la-cruz-maria")]


def test_no_author_is_made_up(small: Any) -> None:
    root = etree.fromstring(small.feeds("en")["feed.xml"].encode())
    [entry] = [entry for entry in root.iter(f"{ATOM}entry") if entry.find(f"{ATOM}link").get("href").endswith("/unknown-year/")]
    assert entry.findall(f"{ATOM}author") == []


def test_rights_are_those_that_documents_state(small: Any) -> None:
    feed = read(small.feeds("en")["feed.xml"])
    label = small.catalogue.vocabularies["licences"]["CC-BY-4.0"].label["en"]
    assert entry_of(feed, "held-book").rights == label
    assert entry_of(feed, "russian-study").rights == f"Russian: {label}"
    assert "rights" not in entry_of(feed, "unknown-year")


def test_a_withdrawn_work_is_not_told_of(small: Any) -> None:
    assert [path for path, text in small.feeds("en").items() if "withdrawn-report" in text] == []


def test_an_entry_keeps_its_id_when_its_page_moves(small: Any) -> None:
    """An article whose issue becomes known has another address."""
    entries = Entries(small.labels("ru"), small.site)
    placed = small.catalogue.works["pay-and-ethics"]
    moved = type(placed)(placed.work.model_copy(update={"added": placed.added}), placed.record, in_journal=True)
    assert moved.address != placed.address
    assert entries.id(moved) == entries.id(placed) == "tag:library.example,2026-11-22:ru/pay-and-ethics"


def test_ids_of_two_sites_on_one_host_differ(small: Any, harvest_of: Callable[..., Any]) -> None:
    below = harvest_of(small.catalogue, "http://example.org:8000/library/")
    assert (
        Entries(below.labels("en"), below.site).id(small.catalogue.works["held-book"]) == "tag:example.org,2026-11-22:library/en/held-book"
    )


@given(text=texts())
@example(text="]]> & <b>&amp;</b> '\"")
@example(text="a\ufffeb\x01c")
def test_any_text_survives(text: str) -> None:
    root = etree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>'.encode())
    assert root.text == root.get("b") == re.sub("[\x01\ufffe\uffff]", "", text)


def test_hostile_titles_survive_in_a_feed(catalogue_copy: SpoiltCatalogue, harvest_of: Callable[..., Any]) -> None:
    hostile = "]]> & &amp &#38 < > \"q\" 'a' שלום e\u0301 😀 " + "x" * 450
    name = "knowledge-products/unknown-year.yml"
    catalogue_copy.replace(name, "'Country Profile: Norway'", "'" + hostile.replace("'", "''") + "'")
    feed = read(harvest_of(load(catalogue_copy.folder)).feeds("en")["feed.xml"])
    assert entry_of(feed, "unknown-year").title == hostile
