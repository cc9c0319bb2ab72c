"""Dublin Core, read back by extruct and html-metadata."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from awkward import texts
from hypothesis import given
from library.catalogue.catalogue import Catalogue
from library.citations.citation import Citation
from library.machines.heads import dublin_core
from lxml import html
from made_heads import LANGUAGES, Page, by_extruct, document, metas, values


@pytest.mark.costly
def test_two_readers_find_what_the_record_says(read_pages: list[tuple[Page, dict[str, Any]]]) -> None:
    for page, found in read_pages:
        tags, citation = found["dublinCore"], page.citation
        assert tags["title"] == citation.bare_title
        assert values(tags.get("creator")) == [name.inverted for name in citation.authors]
        assert tags.get("issued", "") == str(citation.issued or "")
        assert tags["language"] == (citation.language or "und")
        assert tags.get("license", "") == citation.licence_url
        assert tags.get("description", "") == citation.abstract


def test_extruct_knows_every_element(small_page: Callable[..., Page]) -> None:
    [found] = by_extruct(small_page("russian-study", "kk").html, "dublincore")["dublincore"]
    # It takes some links for Dublin Core as well, and the page's description.
    entries = [entry for entry in found["elements"] + found["terms"] if entry.get("name", "description") != "description"]
    read = {entry["URI"]: entry["content"] for entry in entries}
    assert read["http://purl.org/dc/elements/1.1/title"] == "Мемлекеттік қызметшілердің әдебі"
    assert read["http://purl.org/dc/terms/issued"] == "2022"
    assert read["http://purl.org/dc/terms/isVersionOf"] == "https://library.example.org/publications/russian-study/#edition-ru"
    assert read["http://purl.org/dc/elements/1.1/language"] == "kk"
    assert len(entries) == small_page("russian-study", "kk").head.count('name="DC')


def test_both_sides_of_a_translation_name_the_other(small_page: Callable[..., Page]) -> None:
    landing = "https://library.example.org/publications/russian-study/"
    assert metas(small_page("russian-study", "ru").head, "DCTERMS.hasVersion") == [f"{landing}#edition-kk"]
    assert metas(small_page("russian-study", "kk").head, "DCTERMS.isVersionOf") == [f"{landing}#edition-ru"]


def test_a_title_tells_its_language(small_page: Callable[..., Page]) -> None:
    tree = html.document_fromstring(small_page("russian-study", "kk").html)
    assert [element.get("lang") for element in tree.xpath('//meta[@name="DC.title"]')] == ["kk"]


def test_no_title_is_taken_for_the_journals_abbreviation(all_pages: list[Page]) -> None:
    assert [page.placed.work.id for page in all_pages if metas(page.head, "DCTERMS.alternative")] == []


def test_no_identifier_is_taken_for_another(all_pages: list[Page]) -> None:
    """Zotero seeks a short DOI in an address and an ISBN in a DOI, unless the kind stands before a blank."""
    told = [(page, identifier) for page in all_pages for identifier in metas(page.head, "DC.identifier")]
    assert told
    for page, identifier in told:
        assert identifier in [f"DOI {page.citation.doi}", *(f"ISBN {isbn}" for isbn in page.citation.isbn)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_without_a_document_lends_the_work_no_language(small_page: Callable[..., Page], language: str) -> None:
    head = small_page("unknown-year", language).head
    assert "citation_" not in head
    assert metas(head, "DC.language") == ["und"]


def test_no_title_has_the_brackets_of_a_supplied_one(all_pages: list[Page]) -> None:
    for page in all_pages:
        for title in metas(page.head, "DC.title") + metas(page.head, "citation_title"):
            assert title in page.placed.work.title.values() or title in {edition.title for edition in page.placed.work.editions}


def test_the_type_is_readable_and_the_genre_beside_it(small_page: Callable[..., Page]) -> None:
    assert metas(small_page("held-book").head, "DC.type") == ["Book"]
    assert metas(small_page("russian-study").head, "DCTERMS.type") == ["Research paper"]
    assert metas(small_page("unknown-year").head, "DC.type") == ["InteractiveResource"], "a profile that can be read nowhere"


def test_the_kind_of_a_report_is_not_hidden_by_its_type(all_pages: list[Page]) -> None:
    """Zotero reads DC.type before DCTERMS.type, and "Report" says less than "Survey report"; that it is one the institution tells."""
    for page in all_pages:
        institution = metas(page.head, "citation_technical_report_institution")
        assert (metas(page.head, "DC.type") == []) == bool(institution), page.placed.work.id
        if institution:
            assert metas(page.head, "DCTERMS.type") == [page.citation.genre]


def test_an_isbn_and_a_doi_are_identifiers(small_page: Callable[..., Page]) -> None:
    assert metas(small_page("held-book").head, "DC.identifier") == [
        "DOI 10.5555/sample.2022",
        "ISBN 978-1-23456-789-7",
        "ISBN 978-1-23456-790-3",
    ]


@given(text=texts())
def test_any_text_is_read_back(small_catalogue: Catalogue, one_citation: Callable[..., Citation], text: str) -> None:
    citation = one_citation(title=text, abstract=text)
    head = dublin_core.tags(small_catalogue, small_catalogue.works["russian-study"], citation)
    assert metas(head, "DC.title") == metas(head, "DC.description") == [text]
    [found] = by_extruct(document(head), "dublincore")["dublincore"]
    assert text.strip() in {entry["content"].strip() for entry in found["elements"] if "name" in entry}
