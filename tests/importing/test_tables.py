"""Tables that staff fill in: the workbook of ``library template``, what spreadsheets do to it, and tables of others."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from importing import Importing
from library.catalogue.loading import load
from library.commands import main
from library.importing.columns import TEMPLATE, heading
from library.importing.reading import workbook

ROW = {
    "Title / Заглавие": "Кадры решают",
    "Type / Вид издания": "Research paper",
    "Language / Язык": "Russian",
    "Authors / Авторы": "Сейтова, Әйгүл Өмірқызы; «Новое бюро»",
    "Issued / Дата выхода": "2019-05",
    "Issuer / Выпустила организация": "Примерный хаб в сфере госслужбы",
    "Pages in all / Количество страниц": "48",
    "Themes / Темы": "Ethics; Training; Погода",
    "Countries / Страны": "Казахстан",
    "Summary / Краткое описание": "О кадрах.",
    "Note / Примечание": "Проверить год.",
}


def sheet(rows: list[dict[str, Any]], prepare: Any = None) -> bytes:
    """A workbook with a row of headings and these rows; ``prepare`` may change the sheet."""
    book = openpyxl.Workbook()
    page = book.active
    page.append(list(rows[0]))
    for row in rows:
        page.append([row.get(name) for name in rows[0]])
    if prepare:
        prepare(page)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


@pytest.fixture
def template(importing: Importing) -> Path:
    file = importing.folder / "to-fill-in.xlsx"
    done = CliRunner().invoke(main, ["template", str(file), "--catalogue", str(importing.copy.folder)])
    assert done.exit_code == 0, done.output
    return file


# -- the template --------------------------------------------------------------------------------------


def test_the_workbook_offers_the_terms_of_the_vocabularies_and_explains_every_column(importing: Importing, template: Path) -> None:
    book = openpyxl.load_workbook(template)
    assert [cell.value for cell in book["Publications"][1]] == [heading(column) for column in TEMPLATE]
    lists = {book["Lists"].cell(1, number).value: number for number in range(1, book["Lists"].max_column + 1)}
    offered = {cell.value for row in book["Lists"].iter_rows(min_col=lists["themes"], max_col=lists["themes"], min_row=2) for cell in row}
    assert offered - {None} == {term.label["en"] for term in load(importing.copy.folder).vocabularies["themes"].terms.values()}
    rules = {str(rule.sqref): rule.formula1 for rule in book["Publications"].data_validations.dataValidation}
    assert rules["B2:B2000"] == "=list_types" and book.defined_names["list_types"].attr_text.startswith("Lists!$A$2:$A$")
    told = [[cell.value for cell in row] for row in book["Explanations"].iter_rows(min_row=5)]
    assert [(row[0], row[2]) for row in told] == [(column.en, column.ru) for column in TEMPLATE]
    assert all(row[1] and row[3] for row in told)


@pytest.mark.costly
def test_a_row_that_was_filled_in_becomes_a_record(importing: Importing, template: Path) -> None:
    book = openpyxl.load_workbook(template)
    places = {cell.value: cell.column for cell in book["Publications"][1]}
    for name, value in ROW.items():
        book["Publications"].cell(2, places[name], value)
    book.save(template)
    work = importing.work(template.read_bytes(), "filled-in.xlsx")
    [edition] = work.editions
    assert (work.type, work.title, str(work.issued), edition.language, edition.extent) == (
        "research-paper",
        {"ru": "Кадры решают"},
        "2019-05",
        "ru",
        48,
    )
    assert [creator.party for creator in work.creators] == ["seitova-aigul", "novoe-byuro"]
    assert (work.issuer, work.themes, work.coverage.countries) == ("sample-hub", ("ethics", "training"), ("KZ",))
    assert (work.summary, work.supplied.summary) == ({"ru": "О кадрах."}, ("ru",))
    assert (edition.keywords, work.note) == (("Погода",), ("Проверить год.",))
    assert edition.citation_key == "seitova2019kadry"


@pytest.mark.costly
def test_an_empty_workbook_is_told(importing: Importing, template: Path) -> None:
    assert "has no entry" in importing.call(template).output


def test_a_workbook_that_is_there_is_not_written_over(importing: Importing, template: Path) -> None:
    done = CliRunner().invoke(main, ["template", str(template), "--catalogue", str(importing.copy.folder)])
    assert done.exit_code == 2 and "is there already" in done.output


# -- what spreadsheets and people do ----------------------------------------------------------------------


def test_columns_may_stand_in_any_order(importing: Importing) -> None:
    turned = dict(reversed(ROW.items()))
    assert importing.work(sheet([turned]), "turned.xlsx").title == {"ru": "Кадры решают"}


def test_rows_with_merged_cells_are_not_taken_and_the_others_are(importing: Importing) -> None:
    rows = [{**ROW, "Title / Заглавие": f"Кадры {number}"} for number in ("один", "два", "три")]
    told = importing.told(sheet(rows, lambda page: page.merge_cells("D2:D3")), "merged.xlsx")
    assert "merged.xlsx:2: not taken: its cells are merged (D2:D3)" in told
    assert "merged.xlsx:3: not taken: its cells are merged (D2:D3)" in told
    assert "merged.xlsx:4: taken" in told


def test_a_day_that_is_a_number_is_told_and_not_guessed(importing: Importing) -> None:
    file = importing.file(sheet([{**ROW, "Issued / Дата выхода": 43586}]), "number.xlsx")
    assert "remark: issued: 43586 is a number; spreadsheets count days so, and 2019-05-01 may be meant" in importing.call(file).output
    [work] = [placed.work for placed in load(importing.copy.folder).works.values() if placed.work.title.get("ru") == "Кадры решают"]
    assert work.issued is None and "issued: 43586" in work.note


def test_pages_that_became_a_day_are_told(importing: Importing) -> None:
    told = importing.told(sheet([{**ROW, "Pages": datetime(2026, 5, 19)}]), "pages.xlsx")
    assert "remark: pages: a spreadsheet made the day 2026-05-19 of it; write it as text" in told


def test_numbers_are_read_as_they_are_seen(importing: Importing) -> None:
    row = {**ROW, "ISBN": 9785699120147, "Issued / Дата выхода": 2019.0, "Pages in all / Количество страниц": 48.0}
    work = importing.work(sheet([row]), "numbers.xlsx")
    assert (str(work.issued), work.editions[0].isbn, work.editions[0].extent) == ("2019", ("9785699120147",), 48)


def test_values_in_the_wrong_columns_are_told(importing: Importing) -> None:
    swapped = {**ROW, "Issued / Дата выхода": "Алматы", "Pages in all / Количество страниц": "много", "Language / Язык": "2019"}
    told = importing.told(sheet([swapped]), "swapped.xlsx")
    assert 'remark: date: "Алматы" is no date' in told
    assert 'remark: language: "2019" is not in vocabularies/languages.yml' in told


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"Anything": 1, "Else": 2}], "has no row of headings that is known"),
        ([{"Title": "A", "Заглавие": "B", "Type": "Book"}], "two columns have the heading title"),
    ],
)
def test_a_table_without_its_headings_is_refused(importing: Importing, rows: list[dict[str, Any]], said: str) -> None:
    assert said in importing.told(sheet(rows), "wrong.xlsx")


# -- workbooks that are none -------------------------------------------------------------------------------


def zipped(parts: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return written.getvalue()


def test_a_workbook_that_unpacks_to_gigabytes_is_refused(importing: Importing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "UNPACKED_LIMIT", 100_000)
    told = importing.told(zipped({"xl/worksheets/sheet1.xml": b" " * 1_000_000}), "bomb.xlsx")
    assert "bomb.xlsx would unpack to 1,000,000 bytes; a workbook may have 100,000" in told


def test_a_workbook_with_entities_is_refused(importing: Importing) -> None:
    told = importing.told(zipped({"xl/workbook.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "entities.xlsx")
    assert "entities.xlsx: xl/workbook.xml declares entities" in told


@pytest.mark.parametrize("content", [b"PK\x03\x04 no zip", zipped({"a.txt": b"x"}), b"\xd0\xcf\x11\xe0 an old workbook"])
def test_what_is_no_workbook_is_told(importing: Importing, content: bytes) -> None:
    done = importing.call(importing.file(content, "none.xlsx"))
    assert done.exit_code == 1 and ("is no workbook" in done.output or "cannot be opened as a workbook" in done.output)


# -- text ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("divider", [",", ";", "\t"])
def test_tables_in_text_are_read_whatever_divides_them(importing: Importing, divider: str) -> None:
    text = (
        divider.join(["Название", "Тип", "Автор", "Год", "Язык", "Отдел"])
        + "\r\n"
        + divider.join(['"Кадры ""решают"", и не только"', "book", '"Петров, Иван"', "2020", "русский", "отдел 5"])
    )
    work = importing.work(text.encode("cp1251"), "old.csv")
    assert work.title == {"ru": 'Кадры "решают", и не только'}
    assert (work.type, work.creators[0].party, str(work.issued), work.editions[0].language) == ("book", "petrov-ivan", "2020", "ru")
    assert work.note == ("Отдел: отдел 5",)


def test_a_table_of_headings_in_text_is_written_too(importing: Importing) -> None:
    file = importing.folder / "to-fill-in.csv"
    assert CliRunner().invoke(main, ["template", str(file), "--catalogue", str(importing.copy.folder)]).exit_code == 0
    assert file.read_text("utf-8-sig").startswith("Title / Заглавие,Type / Вид издания,")
