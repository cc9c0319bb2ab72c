"""OPDS catalogues, walked as a reading program does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import feedparser
import pytest
from library.catalogue.catalogue import Catalogue
from library.machines import opds
from library.machines.opds import ACQUISITION, NAVIGATION, address_type
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
TERMS = "{http://purl.org/dc/terms/}"
OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access"
LANGUAGES = ("en", "ru", "kk", "ko")


def read(text: str) -> Any:
    parsed = feedparser.parse(text.encode(), response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    assert not parsed.bozo, parsed.bozo_exception
    return parsed


def hrefs(feed: Any, relation: str) -> list[str]:
    return [link.href for link in feed.links if link.rel == relation]


def work_ids(text: str) -> list[str]:
    return [entry.link.rstrip("/").split("/")[-1] for entry in read(text).entries]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_is_reached_from_the_root(small: Any, language: str) -> None:
    files = small.opds(language)
    root = f"{small.site.prefix(language)}opds/index.xml"
    reached, queue = set(), [root]
    while queue:
        path = queue.pop()
        reached.add(path)
        links = [link for holder in (read(files[path]).feed, *read(files[path]).entries) for link in holder.links]
        queue += {link.href.removeprefix(small.site.url) for link in links if "opds-catalog" in link.get("type", "")} - reached
    assert reached == set(files)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_document_says_where_it_stands(small: Any, language: str) -> None:
    for path, text in small.opds(language).items():
        feed = read(text).feed
        assert hrefs(feed, "self") == [small.site.url + path]
        assert hrefs(feed, "start") == [f"{small.site.url}{small.site.prefix(language)}opds/index.xml"]
        assert len(hrefs(feed, "up")) == (0 if path.endswith("opds/index.xml") else 1)
        assert feed.language == language


def test_kinds_are_what_links_say(small: Any) -> None:
    """A feed is a navigation feed where entries lead to feeds, an acquisition feed where they lead to documents."""
    files = small.opds("en")
    for text in files.values():
        root = etree.fromstring(text.encode())
        own = root.find(f"{ATOM}link[@rel='self']").get("type")
        acquired = [entry.findall(f"{ATOM}link[@rel='{OPEN_ACCESS}']") for entry in root.iter(f"{ATOM}entry")]
        assert own == (ACQUISITION if all(acquired) and acquired else NAVIGATION)
        for link in root.iter(f"{ATOM}link"):
            if link.get("type") in (ACQUISITION, NAVIGATION):
                target = etree.fromstring(files[link.get("href").removeprefix(small.site.url)].encode())
                assert target.find(f"{ATOM}link[@rel='self']").get("type") == link.get("type")


def test_only_works_with_something_to_fetch_are_listed(small: Any) -> None:
    files = small.opds("ko")
    assert sorted(work_ids(files["ko/opds/newest.xml"])) == ["held-book", "russian-study"]
    assert sorted(work_ids(files["ko/opds/themes/training.xml"])) == ["held-book", "russian-study"]
    assert work_ids(files["ko/opds/countries/kr.xml"]) == ["held-book"]
    assert "ko/opds/themes/ethics.xml" not in files


def test_an_entry_has_its_document_and_description(small: Any) -> None:
    root = etree.fromstring(small.opds("ru")["ru/opds/newest.xml"].encode())
    [entry] = [entry for entry in root.iter(f"{ATOM}entry") if "held-book" in entry.findtext(f"{ATOM}id")]
    [document] = entry.findall(f"{ATOM}link[@rel='{OPEN_ACCESS}']")
    assert dict(document.attrib) == {
        "rel": OPEN_ACCESS,
        "type": "application/pdf",
        "length": "601",
        "hreflang": "en",
        "title": "Public Service in Transition",
        "href": "https://library.example/publications/held-book/held-book.en.pdf",
    }
    assert [element.text for element in entry.iter(f"{TERMS}identifier")] == [
        "urn:isbn:9781234567897",
        "urn:isbn:9781234567903",
        "https://doi.org/10.5555/sample.2022",
    ]
    assert [element.text for element in entry.iter(f"{TERMS}language")] == ["en"]
    assert entry.findtext(f"{TERMS}issued") == "2022"
    assert entry.findtext(f"{ATOM}title") == "[Государственная служба в переходный период]"


def test_a_document_elsewhere_can_be_fetched_as_well(
    small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue]
) -> None:
    edition = small.catalogue.works["unknown-year"].work.editions[0].model_copy(update={"address": "https://example.org/a.PDF?x=1&y=2"})
    files = harvest_of(changed_work(small.catalogue, "unknown-year", editions=(edition,))).opds("en")
    [entry] = [entry for entry in read(files["opds/newest.xml"]).entries if entry.link.endswith("/unknown-year/")]
    [document] = [link for link in entry.links if link.rel == OPEN_ACCESS]
    assert (document.href, document.type) == ("https://example.org/a.PDF?x=1&y=2", "application/pdf")
    assert work_ids(files["opds/countries/no.xml"]) == ["unknown-year"]


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("https://example.org/a.pdf", "application/pdf"),
        ("https://example.org/a.epub#p1", "application/epub+zip"),
        ("https://example.org/a", ""),
        ("https://example.org/?file=a.pdf", ""),
        ("https://example.pdf/", ""),
        ("", ""),
    ],
)
def test_an_address_tells_its_kind_by_its_ending(address: str, media_type: str) -> None:
    assert address_type(address) == media_type


def test_a_withdrawn_work_cannot_be_fetched(small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue]) -> None:
    withdrawn = small.catalogue.works["withdrawn-report"].work.withdrawn
    files = harvest_of(changed_work(small.catalogue, "held-book", withdrawn=withdrawn)).opds("en")
    assert work_ids(files["opds/newest.xml"]) == ["russian-study"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_catalogue_says_that_there_is_nothing(harvest_of: Callable[..., Any], empty: Catalogue, language: str) -> None:
    harvested = harvest_of(empty)
    [(path, text)] = harvested.opds(language).items()
    feed = read(text)
    assert path == f"{harvested.site.prefix(language)}opds/index.xml"
    assert feed.entries == []
    assert feed.feed.subtitle == harvested.labels(language).words.say("There is no document to download yet")
    assert feed.feed.updated == "1970-01-01T00:00:00Z"


def test_long_feeds_lead_from_page_to_page(small: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opds, "PAGE_LENGTH", 1)
    files = small.opds("en")
    first, second = read(files["opds/newest.xml"]), read(files["opds/newest-2.xml"])
    assert hrefs(first.feed, "next") == hrefs(first.feed, "last") == ["https://library.example/opds/newest-2.xml"]
    assert hrefs(second.feed, "previous") == hrefs(second.feed, "first") == ["https://library.example/opds/newest.xml"]
    assert hrefs(second.feed, "next") == []
    assert sorted(work_ids(files["opds/newest.xml"]) + work_ids(files["opds/newest-2.xml"])) == ["held-book", "russian-study"]


def test_a_picture_is_shown_where_there_is_one(small: Any) -> None:
    files = small.opds(
        "en", picture=lambda placed: ("https://library.example/a&b.png", "image/png") if placed.work.id == "held-book" else None
    )
    entries = {entry.link.rstrip("/").split("/")[-1]: entry for entry in read(files["opds/newest.xml"]).entries}
    assert hrefs(entries["held-book"], "http://opds-spec.org/image") == ["https://library.example/a&b.png"]
    assert hrefs(entries["russian-study"], "http://opds-spec.org/image") == []
