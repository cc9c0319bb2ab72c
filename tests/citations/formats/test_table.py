"""The CSV table, read back as spreadsheets, R and pandas read it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable

import pytest
from awkward import texts
from catalogues import Citations, golden
from hypothesis import example, given
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.names import Name
from library.citations.citation import Citation
from library.citations.formats import table


def rows(text: str) -> list[dict[str, str]]:
    """Rows of a file as a reader that strips cells gives them, by the names of the columns."""
    decoded = text.encode().decode("utf-8-sig")
    found = list(csv.DictReader(io.StringIO(decoded, newline=""), strict=True))
    assert [row for row in found if None in row or None in row.values()] == []
    return [{name: value.strip() for name, value in row.items()} for row in found]


def row(citation: Citation) -> dict[str, str]:
    [found] = rows(table.join([table.entry(citation)]))
    return found


# -- whole files -----------------------------------------------------------------------------


def test_the_small_catalogue_gives_the_golden_file() -> None:
    expected, made = golden("library.csv")
    assert made == expected


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_edition_is_a_row_with_its_texts(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    found = rows(table.join(map(table.entry, citations.values())))
    assert [made["key"] for made in found] == list(citations)
    for made, citation in zip(found, citations.values(), strict=True):
        assert (made["title"], made["summary"], made["publisher"]) == (citation.title, citation.abstract, citation.publisher)
        assert made["authors"] == "; ".join(name.inverted for name in citation.authors)
        assert made["keywords"] == "; ".join(citation.keywords)


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_other_edition_is_a_row_of_the_same_work(which: str, request: pytest.FixtureRequest) -> None:
    found = {made["key"]: made for made in rows(table.join(map(table.entry, request.getfixturevalue(which).values())))}
    for made in found.values():
        for key in filter(None, [*made["other_editions"].split("; "), made["translation_of"]]):
            assert key != made["key"] and found[key]["work"] == made["work"]


def test_a_file_is_utf_8_with_a_mark_and_lines_end_in_crlf(small_citations: Citations) -> None:
    data = table.join(map(table.entry, small_citations.values())).encode()
    assert data.startswith(b"\xef\xbb\xbfkey,work,type,")
    assert data.endswith(b"\r\n")
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r") == len(small_citations) + 1


def test_an_empty_list_has_the_names_of_the_columns() -> None:
    assert table.join([]) == "\ufeff" + ",".join(table.COLUMNS) + "\r\n"


def test_names_of_columns_need_no_quotes_in_r() -> None:
    assert len(set(table.COLUMNS)) == len(table.COLUMNS)
    assert [name for name in table.COLUMNS if not re.fullmatch(r"[a-z][a-z_]*", name)] == []


def test_columns_are_the_same_whatever_languages_a_catalogue_has(either_catalogue: Catalogue) -> None:
    assert [name for name in table.COLUMNS if name.rpartition("_")[2] in either_catalogue.vocabularies["languages"]] == []


@pytest.mark.parametrize("which", ["small_citations", "real_citations"])
def test_every_title_is_in_the_row(which: str, request: pytest.FixtureRequest) -> None:
    citations: Citations = request.getfixturevalue(which)
    for made, citation in zip(rows(table.join(map(table.entry, citations.values()))), citations.values(), strict=True):
        others = dict(citation.other_titles)
        assert made["title_english"] == others.pop("en", "")
        assert made["other_titles"] == "; ".join(f"{language}: {title}" for language, title in others.items())
        assert (made["title"], made["title_language"]) == (citation.title, citation.title_language)


def test_other_tables_are_written_as_safely() -> None:
    text = table.join([table.row(["=1+1", "", 'a "b", c']), table.row(["x\ny", "-2", "가"])], ["one", "two", "three"])
    assert text == '\ufeffone,two,three\r\n" =1+1",,"a ""b"", c"\r\nx y," -2",가\r\n'


# -- one cell at a time -------------------------------------------------------------------------


@given(text=texts())
@example(text='"')
@example(text='a",b')
@example(text="=1+1")
@example(text="-2")
@example(text='@SUM("x")')
@example(text="+,")
def test_any_text_is_read_back(one_citation: Callable[..., Citation], text: str) -> None:
    made = one_citation(title=text, abstract=text, publisher=text, place=text, keywords=(text,), authors=(Name(literal=text),))
    assert not re.search(r"[\r\n]", table.entry(made))
    found = row(made)
    for name in ("title", "summary", "publisher", "place", "keywords", "authors"):
        assert found[name] == text.strip()


@given(text=texts())
def test_no_cell_is_run_as_a_formula(one_citation: Callable[..., Citation], text: str) -> None:
    for start in "=+-@＝＋－＠":
        made = table.entry(one_citation(title=start + text, place=f"\t{start}{text}"))
        [cells] = csv.reader([made])
        assert [cell for cell in cells if cell[:1] in set("=+-@＝＋－＠\t\r\n")] == []


def test_a_line_break_in_a_text_is_a_space(one_citation: Callable[..., Citation]) -> None:
    assert row(one_citation(abstract="one\ntwo\r\n\r\nthree\tfour"))["summary"] == "one two three four"


def test_the_english_title_has_a_column_and_the_others_share_one(small_citations: Citations) -> None:
    made = row(small_citations["beisenov2021etika"])
    assert (made["title_english"], made["other_titles"]) == (
        "[Ethics of Civil Servants]",
        "kk: Мемлекеттік қызметшілердің әдебі; ko: [공무원 윤리]",
    )
    assert (made["title"], made["title_language"], made["title_supplied"]) == ("Этика государственных служащих", "ru", "")
    assert row(small_citations["oneill2020rd-ru"])["title_supplied"] == "yes"
    english = row(small_citations["ministry2018third-en"])
    assert (english["title_english"], english["other_titles"].partition(":")[0]) == ("", "ru")


def test_a_summary_that_the_library_wrote_is_marked(one_citation: Callable[..., Citation]) -> None:
    assert row(one_citation(abstract_supplied=True))["summary_supplied"] == "yes"
    assert row(one_citation(abstract_supplied=False))["summary_supplied"] == ""


def test_only_a_withdrawn_work_has_a_day_of_withdrawal(small_citations: Citations) -> None:
    days = {key: row(citation)["withdrawn"] for key, citation in small_citations.items()}
    assert {key: day for key, day in days.items() if day} == {"scsh2013report": "2024-05-01"}


def test_people_stand_with_the_family_name_first(small_citations: Citations) -> None:
    made = row(small_citations["harrow2022public"])
    assert (made["authors"], made["more_authors"], made["editors"]) == (
        "Harrow, Jane Q, III; Kim, Min-jun",
        "yes",
        "de la Cruz, María José",
    )
    assert row(small_citations["beisenov2021adep"])["translators"] == "Сейтова, Әйгүл Өмірқызы"


def test_a_translation_names_its_original(small_citations: Citations) -> None:
    translation, original = row(small_citations["beisenov2021adep"]), row(small_citations["beisenov2021etika"])
    assert (translation["translation_of"], translation["other_editions"]) == ("beisenov2021etika", "beisenov2021etika")
    assert (original["translation_of"], original["other_editions"]) == ("", "beisenov2021adep")


def test_a_held_document_has_its_address(small_citations: Citations) -> None:
    made = row(small_citations["beisenov2021etika"])
    assert made["document_url"] == "https://library.example/ru/publications/russian-study/russian-study.ru.pdf"
    assert made["licence"] == "CC-BY-4.0"


def test_pages_are_no_day_of_the_year(small_citations: Citations) -> None:
    assert row(small_citations["seitova2015steps"])["pages"] == "5–19"


@pytest.mark.parametrize(
    ("issued", "year", "date"),
    [(Issued(2019), "2019", "2019"), (Issued(2019, 5), "2019", "2019-05"), (Issued(2019, 5, 3), "2019", "2019-05-03"), (None, "", "")],
)
def test_a_date_is_as_precise_as_known(one_citation: Callable[..., Citation], issued: Issued | None, year: str, date: str) -> None:
    made = row(one_citation(issued=issued))
    assert (made["year"], made["issued"]) == (year, date)


def test_only_a_revised_work_has_a_day_of_revision(small_citations: Citations) -> None:
    assert (row(small_citations["beisenov2021etika"])["added"], row(small_citations["beisenov2021etika"])["revised"]) == (
        "2026-11-22",
        "2026-12-01",
    )
    assert row(small_citations["seitova2015world"])["revised"] == ""


def test_what_is_not_known_is_an_empty_cell(small_citations: Citations) -> None:
    made = row(small_citations["scshndnorway"])
    assert {made[name] for name in ("year", "issued", "authors", "language", "doi", "isbn", "place", "document_url", "licence")} == {""}
