"""DOAJ files, held against the rules of its article schema."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from awkward import texts
from deposit_files import GOLDEN, MEDIA, UNTOLD, Saying, deposits, golden_deposits, with_issns, with_summary
from hypothesis import example, given
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.deposits import doaj
from lxml import etree
from rules import DOAJ, violations

ARTICLE = "harrow2021pay"


def valid(text: str | None) -> etree._Element:
    assert text is not None
    root = etree.fromstring(text.encode())
    assert list(violations(root, DOAJ)) == []
    return root


def files(catalogue: Catalogue) -> Iterator[tuple[str, etree._Element]]:
    made = deposits(catalogue)
    for issue in catalogue.issues.values():
        if text := made.doaj(issue):
            yield issue.id, valid(text)


def record(catalogue: Catalogue, **fields: object) -> etree._Element:
    """The record of one article of the tenth issue, where its citation says the given."""
    root = valid(doaj.issue(catalogue, Saying(catalogue, ARTICLE, **fields), catalogue.issues["10"]))
    [found] = [one for one in root.iter("record") if one.findtext("publisherRecordId") == ARTICLE]
    return found


def said(element: etree._Element, path: str) -> list[str]:
    return [found.text for found in element.findall(path)]


def test_the_small_catalogue_gives_the_golden_file() -> None:
    assert golden_deposits()["doaj-10.xml"] == (GOLDEN / "doaj-10.xml").read_bytes().decode()


def test_every_issue_is_valid_and_holds_each_article_with_a_full_text(either_catalogue: Catalogue) -> None:
    found = {key for _, root in files(either_catalogue) for key in said(root, "record/publisherRecordId")}
    expected = {
        edition.citation_key
        for issue in either_catalogue.issues.values()
        for article in issue.articles
        for edition in article.editions
        if edition.address or edition.file or edition.text
    }
    assert found == expected
    assert found


def test_what_doaj_cannot_take_is_named(small_catalogue: Catalogue) -> None:
    [(_, root)] = files(small_catalogue)
    [comment] = root.xpath("//comment()")
    assert comment.text.strip().startswith("left out, being withdrawn or having no date or no address of the full text: ")
    assert {"book-review-first", "book-review-second"} <= set(comment.text.replace(",", "").split())
    assert "pay-and-ethics" not in comment.text


def test_an_issue_of_which_nothing_is_left_has_no_file(small_catalogue: Catalogue) -> None:
    assert deposits(small_catalogue).doaj(small_catalogue.issues["1"]) is None


def test_a_journal_without_issn_has_no_file(small_catalogue: Catalogue) -> None:
    catalogue = with_issns(small_catalogue, ())
    assert deposits(catalogue).doaj(catalogue.issues["10"]) is None


@pytest.mark.parametrize(("issns", "printed", "electronic", "as_print", "as_electronic", "left_out"), MEDIA)
def test_an_issn_is_given_only_with_a_known_medium(
    small_catalogue: Catalogue,
    issns: tuple[str, ...],
    printed: str | None,
    electronic: str | None,
    as_print: list[str],
    as_electronic: list[str],
    left_out: list[str],
) -> None:
    catalogue = with_issns(small_catalogue, issns, printed, electronic)
    root = valid(deposits(catalogue).doaj(catalogue.issues["10"]))
    assert (said(root, "record/issn"), said(root, "record/eissn")) == (as_print, as_electronic)
    told = [comment.text.strip() for comment in root.xpath("//comment()") if "ISSN" in comment.text]
    assert told == ([UNTOLD + ", ".join(left_out)] if left_out else [])


def test_every_file_without_an_issn_says_which_is_left_out(either_catalogue: Catalogue) -> None:
    journal = either_catalogue.journal
    told = {*filter(None, (journal.issn_print, journal.issn_electronic))}
    for _, root in files(either_catalogue):
        comments = "".join(comment.text for comment in root.xpath("//comment()"))
        for issn in journal.issn:
            assert (f"{UNTOLD}{issn}" in comments) == (issn not in told)
        for record in root.iter("record"):
            assert {*said(record, "issn"), *said(record, "eissn")} == told


@pytest.mark.costly
@given(text=texts())
@example(text="</title><title>")
@example(text="]]>&amp;--&#38;")
def test_any_text_is_read_back(small_catalogue: Catalogue, text: str) -> None:
    found = record(
        with_summary(small_catalogue, "pay-and-ethics", supplied=()),
        title=text,
        abstract=text,
        publisher=text,
        keywords=(text, text),
        authors=(Name(text), Name(literal=text), Name(text, text)),
    )
    assert found.findtext("title") == found.findtext("abstract") == found.findtext("publisher") == text
    assert said(found, "keywords[@language='eng']/keyword") == [text, text]
    assert said(found, "authors/author/name") == [text, text, f"{text} {text}"]


def test_names_are_in_the_order_in_which_they_are_signed(small_catalogue: Catalogue) -> None:
    assert said(record(small_catalogue), "authors/author/name") == ["Jane Q Harrow III", "María José de la Cruz", "Kim Min-jun"]


def test_an_affiliation_is_listed_once_and_referred_to(small_catalogue: Catalogue) -> None:
    found = record(small_catalogue)
    [author] = [author for author in found.iter("author") if author.findtext("name") == "Jane Q Harrow III"]
    [affiliation] = found.findall("affiliationsList/affiliationName")
    assert (affiliation.text, affiliation.get("affiliationId")) == ("University of Sample", author.findtext("affiliationId"))
    assert said(found, "authors/author/affiliationId") == [author.findtext("affiliationId")]


def test_only_printed_titles_are_given(small_catalogue: Catalogue) -> None:
    assert [(title.get("language"), title.text) for title in record(small_catalogue).iter("title")] == [
        ("eng", "Pay and Ethics in Public Office")
    ]


@pytest.mark.parametrize(
    ("supplied", "language", "expected"),
    [
        (("en", "ru", "kk", "ko"), "en", []),
        ((), "en", ["eng"]),
        (("en",), "en", []),
        (("ru", "kk", "ko"), "en", ["eng"]),
        ((), "ru", ["rus", "eng"]),
        (("ru",), "ru", ["eng"]),
        (("en",), "ru", ["rus"]),
    ],
)
def test_only_abstracts_of_the_document_itself_are_given(
    small_catalogue: Catalogue, supplied: tuple[str, ...], language: str, expected: list[str]
) -> None:
    catalogue = with_summary(small_catalogue, "pay-and-ethics", supplied=supplied)
    summary = catalogue.works["pay-and-ethics"].work.summary
    found = record(catalogue, language=language, abstract=summary[language], abstract_language=language)
    texts_of = {"rus": summary["ru"], "eng": summary["en"]}
    assert [(one.get("language"), one.text) for one in found.iter("abstract")] == [(code, texts_of[code]) for code in expected]


def test_no_summary_of_the_library_is_given_as_an_abstract(either_catalogue: Catalogue) -> None:
    own = {
        edition.citation_key: {text for language, text in placed.work.summary.items() if language not in placed.work.supplied.summary}
        for placed in either_catalogue.works.values()
        for edition in placed.work.editions
    }
    for _, root in files(either_catalogue):
        for one in root.iter("record"):
            assert set(said(one, "abstract")) <= own[one.findtext("publisherRecordId")]


def test_a_held_document_is_the_full_text(small_catalogue: Catalogue, small_citations: dict) -> None:
    document = small_citations["beisenov2021etika"].document
    address = "https://library.example/journal/10/pay-and-ethics/pay.en.pdf"
    link = record(small_catalogue, document=document, document_url=address).find("fullTextUrl")
    assert (link.text, link.get("format")) == (address, "pdf")


@pytest.mark.parametrize(
    ("address", "form"),
    [
        ("https://example.org/journal/10/21", "html"),
        ("https://example.org/21.pdf", "pdf"),
        ("https://example.org/21.PDF?x=1#p2", "pdf"),
        ("https://example.org/get?file=21.pdf", "html"),
        ("https://example.org/21.pdf/view", "html"),
    ],
)
def test_an_address_of_a_pdf_is_told_to_be_one(small_catalogue: Catalogue, address: str, form: str) -> None:
    link = record(small_catalogue, address=address).find("fullTextUrl")
    assert (link.text, link.get("format")) == (address, form)


@pytest.mark.parametrize(("issued", "expected"), [(Issued(2019), "2019"), (Issued(2019, 5), "2019-05"), (Issued(2019, 5, 3), "2019-05-03")])
def test_a_date_is_as_precise_as_known(small_catalogue: Catalogue, issued: Issued, expected: str) -> None:
    assert record(small_catalogue, issued=issued).findtext("publicationDate") == expected


def test_every_language_of_the_catalogue_has_a_code(either_catalogue: Catalogue) -> None:
    assert set(either_catalogue.vocabularies["languages"]) <= set(doaj.LANGUAGES)


@pytest.mark.parametrize(("tag", "code"), [("en", "eng"), ("ru", "rus"), ("kk", "kaz"), ("ko", "kor"), ("zh-Hant", "chi"), ("de", "ger")])
def test_codes_are_bibliographic(tag: str, code: str, small_catalogue: Catalogue) -> None:
    assert record(small_catalogue, language=tag).findtext("language") == code


def test_a_language_without_a_known_code_is_left_out(small_catalogue: Catalogue) -> None:
    assert record(small_catalogue, language="sah").findtext("language") is None
