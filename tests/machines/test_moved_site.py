"""A site that moves to another address: for programs its publications are those that they were."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import feedparser
import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.citations.citing import Citing
from library.machines.feeds import Feeds
from library.machines.heads import Heads
from library.machines.opds import OpdsCatalogues
from library.press.addresses import Site
from library.words.labels import Labels
from library.words.translations import Words

NAMES = {"en": "Library", "ru": "Библиотека", "kk": "Кітапхана", "ko": "도서관"}
BEFORE, NOW = "https://library.example.org/", "https://hub.example.kz/library/"
AUTHORITIES = ("https://library.example.org/", "tag:library.example.org,2026:")


def moved(catalogue: Catalogue, authority: str) -> Iterator[Site]:
    for url in (BEFORE, NOW):
        yield Site(url, catalogue.languages, NAMES, NAMES, authority)


def labels(catalogue: Catalogue, language: str) -> Labels:
    return Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales"))


def ids(text: str) -> list[str]:
    read = feedparser.parse(text)
    assert not read.bozo
    return [read.feed.id, *(entry.id for entry in read.entries)]


@pytest.mark.costly
@pytest.mark.parametrize("authority", AUTHORITIES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_feed_shows_a_work_anew(small_catalogue: Catalogue, authority: str, language: str) -> None:
    told = labels(small_catalogue, language)
    before, now = ([*Feeds(told, site).all(), *OpdsCatalogues(told, site).all()] for site in moved(small_catalogue, authority))
    assert [file.path for file in before] == [file.path for file in now]
    for one, other in zip(before, now, strict=True):
        assert ids(str(one.text)) == ids(str(other.text))
        assert all(name.startswith(("tag:library.example.org,", "https://library.example.org/")) for name in ids(str(other.text)))
        assert NOW in str(other.text)


def graph(catalogue: Catalogue, site: Site) -> list[dict[str, Any]]:
    heads = Heads(catalogue, Citing(catalogue, site.url), site)
    found = []
    for placed in catalogue.works.values():
        head = heads.work(placed, "ru", "Title")
        found += json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)[1])["@graph"]
    return found


def names_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "@id" in node:
            yield node["@id"]
        for value in node.values():
            yield from names_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from names_in(value)


@pytest.mark.parametrize("authority", AUTHORITIES)
def test_things_have_the_names_that_they_had(small_catalogue: Catalogue, authority: str) -> None:
    before, now = ([*names_in(graph(small_catalogue, site))] for site in moved(small_catalogue, authority))
    assert before == now
    assert {name for name in now if not name.startswith(authority)} == set()


def test_addresses_are_those_of_now(small_catalogue: Catalogue) -> None:
    *_, now = moved(small_catalogue, AUTHORITIES[0])
    urls = [node["url"] for node in graph(small_catalogue, now) if "url" in node]
    assert urls and not [url for url in urls if url.startswith(BEFORE)]
