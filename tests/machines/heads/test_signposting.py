"""Signposting links and linksets, read back by the reader of its makers."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import signposting
from library.catalogue.catalogue import Catalogue
from library.citations.citation import doi_address
from library.citations.formats import FORMATS
from library.machines.heads import Heads
from library.machines.heads.signposting import descriptions
from made_heads import LANGUAGES, SITE, Page, page_of
from signposting import find_signposting_html, find_signposting_linkset

HELD = "https://library.example.org/publications/held-book/held-book.en.pdf"


def documents(made: Page) -> set[str]:
    """Addresses of the documents of a work that is offered, each beside the page in its language."""
    editions = [] if made.placed.work.withdrawn else [edition for edition in made.placed.work.editions if edition.file]
    beside = {edition.file: edition.language if edition.language in LANGUAGES else "en" for edition in editions}
    return {f"{SITE.address(made.placed.address, language)}{file}" for file, language in beside.items()}


class Answer:
    """What a server would answer."""

    status_code = 200

    def __init__(self, url: str, text: str, media_type: str) -> None:
        self.url, self.text, self.content = url, text, text.encode()
        self.headers = {"Content-Type": media_type}

    def raise_for_status(self) -> None:
        pass


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> dict[str, Answer]:
    """Addresses that the reader may ask for; any other is a KeyError."""
    answers: dict[str, Answer] = {}
    for module in (signposting.htmllinks, signposting.linkset):
        monkeypatch.setattr(module.requests, "get", lambda url, **_: answers[str(url)])
    return answers


def read(served: dict[str, Answer], made: Page) -> signposting.Signposting:
    served[made.url] = Answer(made.url, made.html, "text/html; charset=utf-8")
    return find_signposting_html(made.url)


def targets(links: Any) -> set[str]:
    return {str(link.target) for link in links}


def contexts(heads: Heads, work: str) -> dict[str, dict[str, Any]]:
    found = json.loads(heads.signposts.linkset(heads.catalogue.works[work]))
    assert list(found) == ["linkset"]
    by_anchor = {context["anchor"]: context for context in found["linkset"]}
    assert len(by_anchor) == len(found["linkset"])
    return by_anchor


def test_the_reader_finds_every_kind_of_link(served: dict[str, Answer], small_page: Callable[..., Page]) -> None:
    found = read(served, small_page("held-book"))
    assert str(found.citeAs.target) == "https://doi.org/10.5555/sample.2022"
    assert targets(found.authors) == {"https://orcid.org/0000-0002-1825-0097", "https://library.example.org/people/kim-min-jun/"}
    assert [(str(item.target), str(item.type)) for item in found.items] == [(HELD, "application/pdf")]
    assert str(found.license.target) == "https://creativecommons.org/licenses/by/4.0/"
    assert targets(found.types) == {"https://schema.org/AboutPage", "https://schema.org/Book"}
    assert {str(link.type) for link in found.describedBy} == {
        *(format_.media_type for format_ in FORMATS),
        "application/vnd.datacite.datacite+xml",
        "application/json",
    }
    assert targets(found.linksets) == {"https://library.example.org/publications/held-book/linkset.json"}


@pytest.mark.costly
def test_every_page_has_what_level_1_asks_for(served: dict[str, Answer], all_pages: list[Page]) -> None:
    assert any(documents(made) for made in all_pages)
    for made in all_pages:
        found = read(served, made)
        assert str(found.citeAs.target) in (doi_address(made.citation.doi), made.citation.url)
        assert len(found.types) == 2
        assert all(link.type for link in found.describedBy)
        told = descriptions(made.placed)
        assert targets(found.describedBy) == {
            f"{SITE.url}{each.path}" for each in (told if made.language == "en" else told[len(FORMATS) :])
        }
        # The author of a withdrawn work may have no other here, and so no page: a register's address alone is sure.
        known = [name for name in made.citation.authors if name.identifiers or not made.placed.work.withdrawn]
        assert len(found.authors) == len(known)
        assert (found.license is None) == (made.citation.licence_url == "")
        assert targets(found.items) == documents(made)


def test_an_article_belongs_to_its_issue(served: dict[str, Answer], small_catalogue: Catalogue, small_heads: Heads) -> None:
    for placed in small_catalogue.works.values():
        if placed.in_journal:
            found = read(served, page_of(small_heads, placed, "en"))
            assert str(found.collection.target) == (f"{SITE.url}journal/{placed.issue.id}/" if placed.issue else f"{SITE.url}journal/")


def test_the_linkset_says_of_a_page_what_its_head_says(served: dict[str, Answer], small_catalogue: Catalogue, small_heads: Heads) -> None:
    for placed in small_catalogue.works.values():
        url = f"{SITE.url}{placed.address}/linkset.json"
        served[url] = Answer(url, small_heads.signposts.linkset(placed), "application/linkset+json")
        for language in LANGUAGES:
            made = page_of(small_heads, placed, language)
            ours, linked = read(served, made), find_signposting_linkset(url).for_context(made.url)
            for kind in ("authors", "describedBy", "items", "types"):
                assert targets(getattr(ours, kind)) == targets(getattr(linked, kind)), kind
            for kind in ("citeAs", "collection", "license"):
                assert getattr(ours, kind) == getattr(linked, kind) or str(getattr(ours, kind).target) == str(
                    getattr(linked, kind).target
                ), kind


def test_a_file_names_its_page_and_a_description_what_it_describes(small_heads: Heads) -> None:
    for work in small_heads.catalogue.works:
        found = contexts(small_heads, work)
        landing = f"{SITE.url}{small_heads.catalogue.works[work].address}/"
        for item in found[landing].get("item", []):
            assert found[item["href"]]["collection"] == [{"href": landing, "type": "text/html"}]
        for description in found[landing]["describedby"]:
            assert found[description["href"]]["describes"] == [{"href": landing, "type": "text/html"}]
        pages = {SITE.address(small_heads.catalogue.works[work].address, language) for language in LANGUAGES}
        linked = {link["href"] for rel in ("item", "describedby") for link in found[landing].get(rel, [])}
        assert set(found) == pages | linked


def test_descriptions_lie_where_exports_are_written(small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["held-book"]
    assert [each.path for each in descriptions(placed)][: len(FORMATS)] == [
        f"publications/held-book/held-book.{format_.ending}" for format_ in FORMATS
    ]


@pytest.mark.parametrize(
    ("doi", "address"),
    [("", ""), ("10.1/ab(c)1;2", "https://doi.org/10.1/ab(c)1;2"), ("10.1/a<b>#?%c", "https://doi.org/10.1/a%3Cb%3E%23%3F%25c")],
)
def test_a_doi_is_fit_to_stand_in_an_address(doi: str, address: str) -> None:
    assert doi_address(doi) == address
