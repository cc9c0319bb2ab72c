"""COinS, read back by html-metadata and by the standard library."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, unquote

import pytest
from awkward import texts
from catalogues import Citations
from hypothesis import given
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.machines.heads import Heads, coins
from library.machines.heads.highwire import author
from lxml import html
from made_heads import LANGUAGES, by_html_metadata, document, heads


def parse_context_object(text: str) -> dict[str, list[str]]:
    """Keys and values as Zotero takes them apart: at ``&``, then at ``=``, of which it sees one; then it decodes."""
    found: dict[str, list[str]] = {}
    for pair in text.split("&"):
        key, value = pair.split("=")[:2]
        found.setdefault(key, []).append(unquote(re.sub(r"\+|%2[bB]", " ", value), errors="strict"))
    return found


def creators(span: str) -> list[tuple[str, str]]:
    """Roles and names as Zotero collects them: bodies apart, and then each put before all others."""
    found: list[tuple[str, str]] = []
    bodies: list[tuple[str, str]] = []
    for pair in html.fragment_fromstring(span).get("title").split("&"):
        key, value = pair.split("=")[:2]
        name = unquote(re.sub(r"\+|%2[bB]", " ", value)).rstrip(",")
        if key in ("rft.au", "rft.contributor"):
            found.append(("author" if key == "rft.au" else "contributor", name))
        elif key == "rft.aucorp":
            bodies.append(("author", name))
    for body in bodies:
        found.insert(0, body)
    return found


def context(span: str) -> dict[str, list[str]]:
    """Keys and values of one span."""
    element = html.fragment_fromstring(span)
    assert (element.tag, element.get("class"), element.text) == ("span", "Z3988", None)
    return parse_qs(element.get("title"), strict_parsing=True)


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_each_edition_is_read_back(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    [found] = by_html_metadata([document("", body="".join(map(coins.span, citations.values())))])
    assert len(found["coins"]) == len(citations)
    for citation, read in zip(citations.values(), found["coins"]):
        rft = read["rft"]
        assert (rft["atitle"] if citation.kind == "article" else rft["btitle"]) == citation.bare_title
        assert rft["genre"] == citation.kind
        assert rft.get("au", []) == [author(name) for name in citation.authors if not name.literal]
        assert rft.get("aucorp", []) == [name.literal for name in reversed(citation.authors) if name.literal]
        assert creators(coins.span(citation)) == [
            *(("author", name.literal) for name in citation.authors if name.literal),
            *(("author", author(name)) for name in citation.authors if not name.literal),
            *(("contributor", name.literal or author(name)) for name in (*citation.editors, *citation.translators)),
        ]
        assert rft.get("description", "") == citation.abstract
        assert rft.get("stitle", "") == citation.container_short
        assert rft.get("date", "") == str(citation.issued or "")
        assert rft.get("language", "") == citation.language
        assert rft.get("jtitle", "") == citation.container


def test_a_span_leads_to_the_landing_page_and_the_doi(small_heads: Heads) -> None:
    found = context(small_heads.coins(small_heads.catalogue.works["held-book"], "ko"))
    assert found["rft_id"] == ["https://library.example.org/publications/held-book/", "info:doi/10.5555/sample.2022"]
    assert found["rft.isbn"] == ["978-1-23456-789-7"]


def test_an_article_has_its_place_in_the_journal(small_citations: Citations) -> None:
    found = context(coins.span(small_citations["harrow2021pay"]))
    assert [found[f"rft.{key}"] for key in ("volume", "issue", "spage", "epage", "issn")] == [["5"], ["2"], ["11"], ["31"], ["1234-5679"]]


@given(text=texts(), given_name=texts(40))
def test_any_text_is_read_back(one_citation: Callable[..., Citation], text: str, given_name: str) -> None:
    found = context(coins.span(one_citation(title=text, publisher=text, authors=(Name(text, given_name), Name(literal=text)))))
    assert found["rft.btitle"] == found["rft.pub"] == found["rft.aucorp"] == [text]
    assert found["rft.au"] == [f"{text}, {given_name}"]


@given(text=texts())
def test_zotero_takes_any_text_but_a_plus(one_citation: Callable[..., Citation], text: str) -> None:
    title = html.fragment_fromstring(coins.span(one_citation(title=text))).get("title")
    assert parse_context_object(title)["rft.btitle"] == [text.replace("+", " ")]


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_nothing_that_zotero_takes_is_said_twice(which: str, request: pytest.FixtureRequest) -> None:
    several = {"rft.au", "rft.aucorp", "rft.contributor", "rft_id"}
    for citation in request.getfixturevalue(which).values():
        found = parse_context_object(html.fragment_fromstring(coins.span(citation)).get("title"))
        assert {key for key, values in found.items() if len(values) > 1} <= several
        assert "rft.title" not in found  # Zotero has it from btitle, or for a journal from jtitle


def test_editors_and_translators_of_a_book_are_not_lost(small_citations: Citations) -> None:
    assert creators(coins.span(small_citations["harrow2022public"])) == [
        ("author", "Harrow, Jane Q III"),
        ("author", "Kim, Min-jun"),
        ("contributor", "de la Cruz, María José"),
    ]


def test_several_bodies_keep_their_order_and_a_body_that_edits_stays_whole(one_citation: Callable[..., Citation]) -> None:
    bodies = tuple(Name(literal=text) for text in ("Astana Civil Service Hub", "UNDP", "Ministry of Labour, Family and Pay"))
    made = coins.span(one_citation(authors=bodies, editors=bodies[:1]))
    assert creators(made) == [*(("author", name.literal) for name in bodies), ("contributor", "Astana Civil Service Hub")]
    assert context(made)["rft.contributor"] == ["Astana Civil Service Hub,"]


def test_a_list_of_titles_has_spans_without_abstracts(small_heads: Heads) -> None:
    placed = small_heads.catalogue.works["held-book"]
    with_it, without = (context(small_heads.coins(placed, "en", abstract=told)) for told in (True, False))
    assert with_it.pop("rft.description") == [placed.work.summary["en"]]
    assert without == with_it


def test_letters_stand_as_they_are(one_citation: Callable[..., Citation]) -> None:
    span = coins.span(one_citation(title='Әділет & "право" = 100 %'))
    assert "rft.btitle=Әділет+%26+%22право%22+%3D+100+%25&" in span
    assert coins.span(one_citation(kind="article", issn=("1234-5679", "2345-6787"))).count("rft.issn") == 1


def test_a_list_has_one_span_for_each_work_that_is_offered(small_heads: Heads) -> None:
    for language in LANGUAGES:
        for placed in small_heads.catalogue.works.values():
            assert small_heads.coins(placed, language).count("<span") == (0 if placed.work.withdrawn else 1)


def test_a_span_is_of_the_edition_in_the_lists_language(small_heads: Heads) -> None:
    placed = small_heads.catalogue.works["russian-study"]
    assert [context(small_heads.coins(placed, language))["rft.language"] for language in LANGUAGES] == [["ru"], ["ru"], ["kk"], ["ru"]]


def test_no_span_stands_in_a_head(small_heads: Heads) -> None:
    made = heads(small_heads.catalogue)
    for placed in small_heads.catalogue.works.values():
        assert "Z3988" not in made.work(placed, "en", "t")
