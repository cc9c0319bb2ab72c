"""Highwire tags, read back by html-metadata, and the rules of Google Scholar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest
from awkward import texts
from catalogues import Citations
from hypothesis import given
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.citing import Citing, offered
from library.citations.deposits import datacite
from library.machines.heads import Heads, highwire
from made_heads import LANGUAGES, SITE, Page, heads, metas, page_of, values

Read = list[tuple[Page, dict[str, Any]]]


def scholarly(read: Read) -> list[tuple[Citation, dict[str, Any]]]:
    return [(page.citation, found["highwirePress"]) for page, found in read if "highwirePress" in found]


@pytest.mark.costly
def test_title_authors_date_and_language_are_the_records(read_pages: Read) -> None:
    found = scholarly(read_pages)
    assert found
    for citation, tags in found:
        assert (f"[{tags['title']}]" if citation.supplied else tags["title"]) == citation.title
        assert values(tags.get("author")) == [highwire.author(name) for name in citation.authors]
        assert tags.get("publication_date", "")[:4] == (f"{citation.issued.year:04d}" if citation.issued else "")
        assert tags["language"] == (citation.language or "und")
        assert tags.get("abstract", "") == ("" if citation.abstract_supplied else citation.abstract)


def test_a_page_describes_the_edition_in_its_language_in_that_language(read_pages: Read) -> None:
    for page, found in read_pages:
        held = [edition.language for edition in page.placed.work.editions]
        if page.language in held and "highwirePress" in found:
            assert found["highwirePress"]["language"] == page.language


def test_without_an_edition_in_its_language_a_page_describes_the_original(small_page: Callable[..., Page]) -> None:
    assert metas(small_page("russian-study", "kk").head, "citation_language") == ["kk"]
    for language in ("en", "ru", "ko"):
        assert metas(small_page("russian-study", language).head, "citation_title") == ["Этика государственных служащих"]


@pytest.mark.parametrize("order", [("ru", "kk"), ("kk", "ru")])
def test_the_original_need_not_stand_first_in_the_record(small_catalogue: Catalogue, order: tuple[str, ...]) -> None:
    placed = small_catalogue.works["russian-study"]
    by_language = {edition.language: edition for edition in placed.work.editions}
    turned = replace(placed, work=placed.work.model_copy(update={"editions": tuple(by_language[tag] for tag in order)}))
    assert [order[offered(turned.work.editions, language)] for language in LANGUAGES] == ["ru", "ru", "kk", "ru"]


@pytest.mark.parametrize(
    ("instead", "taken"),
    [
        ({}, ["ru", "ru", "kk", "ru"]),
        ({"en": ("kk", "ru"), "ko": ("en", "kk")}, ["kk", "ru", "kk", "kk"]),
        ({"en": ("ko", "de"), "kk": ("ru",)}, ["ru", "ru", "kk", "ru"]),
    ],
)
def test_a_language_without_an_edition_offers_the_next_best(
    small_catalogue: Catalogue, instead: dict[str, tuple[str, ...]], taken: list[str]
) -> None:
    placed = small_catalogue.works["russian-study"]
    citing = Citing(small_catalogue, SITE.url, instead)
    made = Heads(small_catalogue, citing, SITE)
    assert [metas(page_of(made, placed, language).head, "citation_language") for language in LANGUAGES] == [[tag] for tag in taken]
    spans = [made.coins(placed, language) for language in LANGUAGES]
    assert [re.findall(r"rft\.language=(\w+)", span) for span in spans] == [[tag] for tag in taken]


CHAINS = [
    {"en": None},
    {"en": None, "ru": None, "kk": None},
    {"en": None, "ru": "en", "kk": "en"},
    {"ru": None, "kk": "ru", "ko": "kk"},
    {"en": "ru", "ru": "ko", "ko": None},
    {"kk": "ru", "ru": "ko", "ko": "de", "de": None},
    {"en": None, "ru": None, "kk": "ru"},
    {"ru": "fr", "kk": "ru"},
    {"en": "ru", "ru": "en"},
    {"en": "en"},
]
"""Editions by language and what they were made from, at several removes; the last ones no record may have."""


@pytest.mark.parametrize(
    ("chain", "original"), list(zip(CHAINS, ["en", "en", "en", "ru", "ko", "de", "en", "ru", None, "en"], strict=True))
)
def test_pages_and_datacite_choose_the_same_original(
    small_catalogue: Catalogue, chain: dict[str, str | None], original: str | None
) -> None:
    placed = small_catalogue.works["long-title"]
    first = placed.work.editions[0]
    for order in permutations(chain):
        editions = tuple(
            first.model_copy(update={"language": tag, "translation_of": chain[tag], "citation_key": f"key-{tag}"}) for tag in order
        )
        turned = replace(placed, work=placed.work.model_copy(update={"editions": editions}))
        catalogue = replace(small_catalogue, works={**small_catalogue.works, placed.work.id: turned})
        citing = Citing(catalogue, SITE.url)
        chosen = offered(turned.work.editions, "not a language")
        citations = citing.of_work(turned)
        assert datacite.work(catalogue, citing, turned) == datacite.edition(catalogue, turned, citations[chosen])
        if order[0] == next(iter(chain)):
            assert original is None or order[chosen] == original
        for language in LANGUAGES:
            assert order[offered(turned.work.editions, language)] == (language if language in order else order[chosen])


def test_pages_and_datacite_choose_the_same_original_of_every_work(either_catalogue: Catalogue) -> None:
    citing = Citing(either_catalogue, SITE.url)
    for placed in either_catalogue.works.values():
        if placed.issued:
            chosen = citing.of_work(placed)[offered(placed.work.editions, "")]
            assert datacite.work(either_catalogue, citing, placed) == datacite.edition(either_catalogue, placed, chosen)
            assert chosen.translated_from is None


def test_where_no_translation_is_known_the_first_edition_is_described(small_catalogue: Catalogue) -> None:
    for placed in small_catalogue.works.values():
        editions = placed.work.editions
        if not any(edition.translation_of for edition in editions):
            held = [edition.language for edition in editions]
            assert [offered(placed.work.editions, language) for language in LANGUAGES if language not in held] == [0] * (
                4 - len(set(held) & set(LANGUAGES))
            )


def test_works_that_are_no_document_have_no_tags(small_page: Callable[..., Page], all_pages: list[Page]) -> None:
    assert [work for work in ("withdrawn-report", "unknown-year", "held-book") if "citation_" not in small_page(work).head] == [
        "withdrawn-report",
        "unknown-year",  # a country profile that can be read nowhere
    ]
    for page in all_pages:
        work = page.placed.work
        to_be_read = any(edition.file or edition.address or edition.doi or edition.text for edition in work.editions)
        is_document = not work.withdrawn and (to_be_read or work.type != "country-profile")
        assert ("citation_" in page.head) == is_document, work.id


def test_only_pages_of_works_have_tags(small_heads: Heads) -> None:
    issue = small_heads.catalogue.issues["10"]
    made = [
        small_heads.home("ru", "t"),
        small_heads.page("about", "ru", "t", "AboutPage"),
        small_heads.journal("ru", "t"),
        small_heads.issue(issue, "ru", "t"),
        small_heads.party("harrow-jane", "people/harrow-jane", "ru", "t"),
        small_heads.term("themes", "ethics", "themes/ethics", "ru", "t"),
    ]
    assert [head for head in made if "citation_" in head] == []


def test_dates_are_whole_or_a_year_alone(read_pages: Read) -> None:
    undated = 0
    for citation, tags in scholarly(read_pages):
        if citation.issued:
            assert re.fullmatch(r"\d{4}(/\d\d/\d\d)?", tags["publication_date"])
            assert tags["online_date"] == str(citation.added).replace("-", "/")
        else:
            undated += 1
            assert not {"publication_date", "online_date", "date"} & set(tags)
    assert undated


@pytest.mark.parametrize(("issued", "online"), [(Issued(2019), ["2026/11/22"]), (Issued(2019, 5, 3), ["2026/11/22"]), (None, [])])
def test_the_day_of_the_library_never_stands_for_the_date_of_issue(
    one_citation: Callable[..., Citation], issued: Issued | None, online: list[str]
) -> None:
    assert metas(highwire.tags(one_citation(issued=issued)), "citation_online_date") == online


@pytest.mark.parametrize(
    ("issued", "date"), [(Issued(2019), "2019"), (Issued(2019, 5), "2019"), (Issued(2019, 5, 3), "2019/05/03"), (None, None)]
)
def test_a_month_without_a_day_is_left_out(one_citation: Callable[..., Citation], issued: Issued | None, date: str | None) -> None:
    assert metas(highwire.tags(one_citation(issued=issued)), "citation_publication_date") == ([date] if date else [])


@pytest.mark.parametrize(("issued", "month"), [(Issued(2019), []), (Issued(2019, 5), ["2019/05"]), (Issued(2019, 5, 3), []), (None, [])])
def test_a_month_without_a_day_stands_beside_the_year(
    one_citation: Callable[..., Citation], issued: Issued | None, month: list[str]
) -> None:
    assert metas(highwire.tags(one_citation(issued=issued)), "citation_cover_date") == month


def test_the_month_of_an_article_is_that_of_its_issue(kept_citations: Citations) -> None:
    head = highwire.tags(kept_citations["hossain2019savings"])
    assert (metas(head, "citation_publication_date"), metas(head, "citation_cover_date")) == (["2019"], ["2019/09"])


def test_a_pdf_is_named_only_on_the_page_beside_which_it_lies(all_pages: list[Page]) -> None:
    named = [(page, pdf) for page in all_pages for pdf in metas(page.head, "citation_pdf_url")]
    assert {("held-book", "en"), ("russian-study", "ru")} <= {(page.placed.work.id, page.language) for page, _ in named}
    for page in all_pages:
        for edition in page.placed.work.editions:
            if not page.placed.work.withdrawn and edition.language == page.language and (edition.file or "").endswith(".pdf"):
                assert page in [naming for naming, _ in named], page.placed.work.id
    for page, pdf in named:
        assert pdf.startswith(page.url)
        assert pdf.rsplit("/", 1)[0] + "/" == page.url
        assert pdf.endswith(".pdf")
        assert (page.citation.document_url, page.citation.document.media_type) == (pdf, "application/pdf")


def test_a_file_that_is_no_pdf_is_not_named(one_citation: Callable[..., Citation]) -> None:
    citation = one_citation(document_url="https://library.example.org/publications/held-book/held-book.epub")
    assert metas(highwire.page_tags(citation, citation.url), "citation_pdf_url") == []


def test_the_abstracts_address_is_the_pages_own(all_pages: list[Page]) -> None:
    for page in all_pages:
        if "citation_title" in page.head:
            assert metas(page.head, "citation_abstract_html_url") == [page.url]


def test_each_kind_has_the_tags_by_which_readers_know_it(read_pages: Read) -> None:
    for citation, tags in scholarly(read_pages):
        assert ("journal_title" in tags) == (citation.kind == "article")
        assert ("technical_report_institution" in tags) == (citation.kind == "report" and citation.publisher != "")
        assert values(tags.get("isbn")) == list(citation.isbn)
        assert "-" not in tags.get("firstpage", "")
        assert tags.get("doi", "") == citation.doi
        assert not tags.get("doi", "").startswith("http")


def test_the_place_of_an_article_in_its_journal_is_told(small_citations: Citations) -> None:
    head = highwire.tags(small_citations["harrow2021pay"])
    names = ("journal_title", "issn", "volume", "issue", "firstpage", "lastpage")
    assert [metas(head, f"citation_{name}") for name in names] == [
        ["Sample Journal of Civil Service"],
        ["1234-5679"],
        ["5"],
        ["2"],
        ["11"],
        ["31"],
    ]


def test_an_abbreviation_is_told_of_the_title_that_it_belongs_to(kept_catalogue: Catalogue) -> None:
    made = heads(kept_catalogue)
    found = {
        work: [metas(page_of(made, kept_catalogue.works[work], language).head, "citation_journal_abbrev") for language in LANGUAGES]
        for work in ("lasting-leadership-japanese-governments", "ontario-citizen-survey-quality-service")
    }
    assert found == {"lasting-leadership-japanese-governments": [["IJCSRP"]] * 4, "ontario-citizen-survey-quality-service": [[]] * 4}


def test_nothing_but_the_journals_own_abbreviation_is_told(real_catalogue: Catalogue, all_pages: list[Page]) -> None:
    journal = real_catalogue.journal
    for page in all_pages:
        told = metas(page.head, "citation_journal_abbrev")
        if told and page.placed.work.id in real_catalogue.works:
            assert page.placed.in_journal
            assert journal and told == [journal.abbreviation]


def test_place_and_extent_are_told_where_a_reference_has_them(read_pages: Read) -> None:
    for citation, _ in scholarly(read_pages):
        head = highwire.tags(citation)
        assert metas(head, "eprints.place_of_pub") == ([citation.place] if citation.place and citation.kind != "article" else [])
        assert metas(head, "eprints.pages") == ([str(citation.extent)] if citation.extent and citation.kind == "book" else [])


def test_a_report_has_its_place_and_a_book_its_extent(kept_catalogue: Catalogue) -> None:
    made = heads(kept_catalogue)
    report, book = (
        page_of(made, kept_catalogue.works[work], "ko").head
        for work in ("global-regional-trends-civil-service-development", "public-service-evolution-15-post-soviet-countries")
    )
    assert (metas(report, "eprints.place_of_pub"), metas(report, "eprints.pages")) == (["Astana"], [])
    assert metas(book, "eprints.pages") == ["579"]


def test_a_suffix_survives_readers_that_divide_at_commas() -> None:
    assert highwire.author(Name("Facer", "Rex L", "II")) == "Facer, Rex L II"
    assert highwire.author(Name("Manas")) == "Manas"
    assert highwire.author(Name("King", "", "Jr")) == "King, Jr"


def test_the_number_in_a_series_is_no_number_of_the_report(read_pages: Read, small_citations: Citations) -> None:
    numbered = [tags for citation, tags in scholarly(read_pages) if citation.kind == "report" and citation.series_number]
    assert numbered
    assert [tags for tags in numbered if "technical_report_number" in tags] == []
    head = highwire.tags(small_citations["ministry2018third-en"])
    assert (metas(head, "citation_series_title"), metas(head, "citation_technical_report_number")) == (["Needs surveys"], [])


@pytest.mark.parametrize(("supplied", "expected"), [(False, ["What it says."]), (True, [])])
def test_a_summary_of_the_library_is_no_abstract(one_citation: Callable[..., Citation], supplied: bool, expected: list[str]) -> None:
    head = highwire.tags(one_citation(abstract="What it says.", abstract_supplied=supplied))
    assert metas(head, "citation_abstract") == expected


def test_a_printed_abstract_is_told_in_the_language_of_the_edition(small_page: Callable[..., Page]) -> None:
    for language in ("en", "ru", "ko"):
        page = small_page("awkward-characters", language)
        assert metas(page.head, "citation_abstract") == [page.placed.work.summary[language]]


def test_a_body_is_printed_whole_and_nobody_has_an_affiliation(small_page: Callable[..., Page]) -> None:
    assert metas(small_page("ministry-survey").head, "citation_author") == ["Ministry of Labour, Family and Social Protection"]


@given(text=texts())
def test_any_text_is_read_back(one_citation: Callable[..., Citation], text: str) -> None:
    head = highwire.tags(one_citation(title=text, abstract=text, abstract_supplied=False, publisher=text, keywords=(text, text)))
    for name in ("title", "abstract", "publisher"):
        assert metas(head, f"citation_{name}") == [text]
    assert metas(head, "citation_keywords") == [text, text]


def test_a_language_that_no_source_states_is_undetermined(small_page: Callable[..., Page]) -> None:
    for language in LANGUAGES:
        assert metas(small_page("unplaced-article", language).head, "citation_language") == ["und"]
