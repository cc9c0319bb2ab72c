"""RIS, read back by rispy."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
import rispy
from awkward import texts
from catalogues import Citations, golden
from hypothesis import example, given
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.formats import ris


def tags(text: str) -> list[tuple[str, str]]:
    """Tag and value of each line of one record."""
    assert text.endswith("\r\n")
    return [(line[:2], line[6:]) for line in text.removesuffix("\r\n").split("\r\n")]


def values(text: str, tag: str) -> list[str]:
    return [value for name, value in tags(text) if name == tag]


# -- whole files -----------------------------------------------------------------------------


def test_the_small_catalogue_gives_the_golden_file() -> None:
    expected, made = golden("library.ris")
    assert made == expected


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_edition_is_read_back_under_its_key(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    assert [record["id"] for record in rispy.loads(ris.join(map(ris.entry, citations.values())))] == list(citations)


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_title_and_abstract_is_read_back(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for record in rispy.loads(ris.join(map(ris.entry, citations.values()))):
        citation = citations[record["id"]]
        assert record["title"] == " ".join(citation.title.split())
        assert record.get("abstract", "") == " ".join(citation.abstract.split())


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_line_is_a_tag_a_value_and_crlf(which: str, request: pytest.FixtureRequest) -> None:
    text = ris.join(map(ris.entry, request.getfixturevalue(which).values()))
    lines = text.split("\r\n")
    assert [line for line in lines if "\n" in line or "\r" in line] == []
    assert [line for line in lines if line and not re.match(r"[A-Z][A-Z0-9]  - (\S|$)", line)] == []
    assert text.endswith("ER  - \r\n")
    assert not text.startswith("\ufeff")


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_record_goes_from_ty_to_er(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    lines = [line[:5] for line in ris.join(map(ris.entry, citations.values())).split("\r\n") if line[:2] in ("TY", "ER")]
    assert lines == ["TY  -", "ER  -"] * len(citations)


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_no_line_is_without_a_value(which: str, request: pytest.FixtureRequest) -> None:
    for citation in request.getfixturevalue(which).values():
        assert [name for name, value in tags(ris.entry(citation)) if not value and name != "ER"] == []


def test_an_empty_list_is_an_empty_file() -> None:
    assert ris.join([]) == ""


# -- one field at a time -----------------------------------------------------------------------


@given(text=texts())
@example(text="TY  - JOUR")
@example(text="ER  -")
@example(text="a\u2028b\x85c\x0bd")
def test_any_text_is_read_back(one_citation: Callable[..., Citation], text: str) -> None:
    [record] = rispy.loads(ris.entry(one_citation(title=text, abstract=text, publisher=text, place=text, keywords=(text, text))))
    folded = " ".join(text.split())
    assert record["title"] == record["abstract"] == record["publisher"] == record["place_published"] == folded
    assert record["keywords"] == [folded, folded]


@given(family=texts(max_size=40), given_name=texts(max_size=40))
def test_any_name_is_read_back(one_citation: Callable[..., Citation], family: str, given_name: str) -> None:
    [record] = rispy.loads(ris.entry(one_citation(authors=(Name(family, given_name), Name(literal=family)))))
    assert record["authors"] == [" ".join(f"{family}, {given_name}".split()), " ".join(f"{family.replace(',', '‚')},".split())]


def test_a_line_break_in_a_value_is_folded(one_citation: Callable[..., Citation]) -> None:
    assert values(ris.entry(one_citation(abstract="one\ntwo\r\n\r\nthree\tfour")), "AB") == ["one two three four"]


def by_zotero(name: str) -> tuple[str, str]:
    """Last and first name as Zotero's translator has them (processTag in RIS.js): a body has no first name."""
    last = re.split(r"\s*,\s*", name)[0]
    return last, re.sub(r"^\s*,\s*", "", name[len(last) :])


def by_endnote(name: str) -> tuple[str, str]:
    """As EndNote's guide has it: what stands before the first comma is the family name, or a body where nothing follows."""
    family, _, given = name.partition(",")
    return family, given.strip()


@pytest.mark.parametrize("reader", [by_zotero, by_endnote])
@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_a_body_is_one_name_whatever_signs_are_in_it(
    reader: Callable[[str], tuple[str, str]], which: str, request: pytest.FixtureRequest
) -> None:
    for citation in request.getfixturevalue(which).values():
        read = [reader(name) for name in values(ris.entry(citation), "AU")]
        bodies = [(family, given) for (family, given), name in zip(read, citation.authors) if name.literal]
        assert bodies == [(name.literal.replace(",", "‚"), "") for name in citation.authors if name.literal]


def test_a_body_ends_in_a_comma_and_has_low_ones_within(small_citations: Citations) -> None:
    assert values(ris.entry(small_citations["ministry2018third-en"]), "AU") == ["Ministry of Labour‚ Family and Social Protection,"]


def test_a_suffix_stands_last(small_citations: Citations) -> None:
    assert values(ris.entry(small_citations["harrow2022public"]), "AU") == ["Harrow, Jane Q, III", "Kim, Min-jun"]


@pytest.mark.parametrize(
    ("key", "kind"), [("harrow2021pay", "JOUR"), ("anon2021open", "JOUR"), ("harrow2022public", "BOOK"), ("manas2023window-ru", "RPRT")]
)
def test_a_record_has_the_type_of_its_kind(small_citations: Citations, key: str, kind: str) -> None:
    assert tags(ris.entry(small_citations[key]))[0] == ("TY", kind)


def test_an_isbn_of_a_book_is_its_number(small_citations: Citations) -> None:
    assert values(ris.entry(small_citations["harrow2022public"]), "SN") == ["978-1-23456-789-7 978-1-23456-790-3"]


def test_an_isbn_of_a_report_is_no_report_number(small_citations: Citations) -> None:
    text = ris.entry(small_citations["ministry2018third-en"])
    assert values(text, "SN") == []
    assert "ISBN 0-00-000000-0" in values(text, "N1")


def test_pages_are_two_fields(small_citations: Citations) -> None:
    text = ris.entry(small_citations["harrow2021pay"])
    assert (values(text, "SP"), values(text, "EP")) == (["11"], ["31"])
    single = ris.entry(small_citations["oneill2021review"])
    assert (values(single, "SP"), values(single, "EP")) == (["90"], [])


@pytest.mark.parametrize(("kind", "first"), [("article", []), ("book", ["12"]), ("report", ["12"])])
def test_an_extent_is_never_the_first_page_of_an_article(one_citation: Callable[..., Citation], kind: str, first: list[str]) -> None:
    assert values(ris.entry(one_citation(kind=kind, pages="", extent=12)), "SP") == first


@pytest.mark.parametrize(
    ("issued", "year", "date"),
    [
        (Issued(2019), "2019", "2019"),
        (Issued(2019, 5), "2019", "2019/05"),
        (Issued(2019, 5, 3), "2019", "2019/05/03"),
        (Issued(45), "0045", "0045"),
    ],
)
def test_a_date_is_as_precise_as_known(one_citation: Callable[..., Citation], issued: Issued, year: str, date: str) -> None:
    text = ris.entry(one_citation(issued=issued))
    assert (values(text, "PY"), values(text, "DA")) == ([year], [date])


def test_what_is_not_known_is_left_out(small_citations: Citations) -> None:
    assert {"PY", "DA", "AU", "LA", "DO", "SN", "CY"} & {name for name, _ in tags(ris.entry(small_citations["scshndnorway"]))} == set()


def test_a_supplied_title_is_told_in_a_note(small_citations: Citations) -> None:
    text = ris.entry(small_citations["oneill2020rd-ru"])
    assert values(text, "TI")[0].startswith("[") and values(text, "TI")[0].endswith("]")
    assert "Title supplied by the library" in values(text, "N1")


def test_a_withdrawn_work_is_told_in_the_first_note(small_citations: Citations) -> None:
    assert values(ris.entry(small_citations["scsh2013report"]), "N1")[0] == "Withdrawn on 2024-05-01"


def test_that_the_library_wrote_the_abstract_is_told_in_a_note(one_citation: Callable[..., Citation]) -> None:
    assert "Abstract written by the library" in values(ris.entry(one_citation(abstract_supplied=True)), "N1")
    assert "Abstract written by the library" not in values(ris.entry(one_citation(abstract_supplied=False)), "N1")


def test_others_whom_the_source_does_not_name_are_told_in_a_note(small_citations: Citations) -> None:
    assert "The source names only the first authors" in values(ris.entry(small_citations["harrow2022public"]), "N1")


def test_a_translator_has_a_field(small_citations: Citations) -> None:
    assert values(ris.entry(small_citations["delacruz2021guide"]), "A4") == ["Kim, Min-jun"]


def test_the_journal_of_an_article_is_named(small_citations: Citations) -> None:
    text = ris.entry(small_citations["harrow2021pay"])
    assert [values(text, tag) for tag in ("T2", "VL", "IS", "SN")] == [["Sample Journal of Civil Service"], ["5"], ["2"], ["1234-5679"]]


def test_an_old_work_has_the_old_name_of_its_issuer(small_citations: Citations) -> None:
    assert values(ris.entry(small_citations["scsh2013report"]), "PB") == ["Sample Regional Hub of Civil Service"]


def test_the_english_title_is_told_in_a_note_where_no_edition_has_it(small_citations: Citations) -> None:
    assert "In English: [Ethics of Civil Servants]" in values(ris.entry(small_citations["beisenov2021etika"]), "N1")
    for key in ("oneill2020rd-ru", "oneill2020rd-ko", "harrow2022public"):
        assert [note for note in values(ris.entry(small_citations[key]), "N1") if note.startswith("In English")] == []


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_no_record_has_a_title_but_its_own(which: str, request: pytest.FixtureRequest) -> None:
    """Of TT citation-js makes the title, in the place of TI."""
    for citation in request.getfixturevalue(which).values():
        assert not {"TT", "T1", "ST"} & {name for name, _ in tags(ris.entry(citation))}


def test_the_number_of_a_report_in_its_series_is_told_with_it(small_citations: Citations, one_citation: Callable[..., Citation]) -> None:
    text = ris.entry(small_citations["ministry2018third-en"])
    assert (values(text, "M1"), values(text, "T2")) == ([], ["Needs surveys"])
    assert "Needs surveys, 3" in values(text, "N1")
    assert values(ris.entry(one_citation(series="Needs surveys", series_number="3")), "M1") == ["3"], "a book's is read as such"


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_a_number_of_a_book_or_a_journal_stands_in_one_line(which: str, request: pytest.FixtureRequest) -> None:
    for citation in request.getfixturevalue(which).values():
        assert len(values(ris.entry(citation), "SN")) <= 1


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("beisenov2021adep", "Translated from the Russian edition (beisenov2021etika)"),
        ("beisenov2021etika", "Translated into Kazakh (beisenov2021adep)"),
        ("seitova2019science-kk", "Also published in Russian (seitova2019science-ru)"),
    ],
)
def test_other_editions_are_told_in_a_note(small_citations: Citations, key: str, told: str) -> None:
    assert told in values(ris.entry(small_citations[key]), "N1")


@pytest.mark.parametrize(
    ("kind", "original"),
    [
        ("article", ["Этика государственных служащих (beisenov2021etika)"]),
        ("book", ["Этика государственных служащих (beisenov2021etika)"]),
        ("report", []),
    ],
)
def test_the_original_publication_is_named_where_it_is_no_table_of_contents(
    one_citation: Callable[..., Citation], kind: str, original: list[str]
) -> None:
    assert values(ris.entry(one_citation(key="beisenov2021adep", kind=kind)), "OP") == original


def test_a_held_pdf_is_attached(small_citations: Citations) -> None:
    [record] = rispy.loads(ris.entry(small_citations["beisenov2021etika"]))
    assert record["file_attachments1"] == "https://library.example/ru/publications/russian-study/russian-study.ru.pdf"
    assert values(ris.entry(small_citations["beisenov2021adep"]), "L1") == []


def test_a_document_that_is_no_pdf_is_never_fetched_as_one(one_citation: Callable[..., Citation], small_citations: Citations) -> None:
    held = small_citations["beisenov2021etika"].document
    assert held
    text = ris.entry(one_citation(document=replace(held, media_type="text/csv"), document_url="https://library.example/a.csv"))
    assert values(text, "L1") == []
    assert "Document: https://library.example/a.csv" in values(text, "N1")


def test_the_language_and_the_licence_are_told(small_citations: Citations) -> None:
    text = ris.entry(small_citations["beisenov2021etika"])
    assert values(text, "LA") == ["ru"]
    assert "Licence: CC-BY-4.0" in values(text, "N1")
