"""The workbook to fill in: headings, lists to choose from, and a sheet of explanations in English and Russian."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from library.catalogue.catalogue import Catalogue
from library.catalogue.languages import INTERNATIONAL, text_in
from library.importing.columns import TEMPLATE, Column, heading

PUBLICATIONS, LISTS, EXPLANATIONS = "Publications", "Lists", "Explanations"
ROWS = 2_000
"""Rows that have lists to choose from."""

_NOT_OUTSIDE = ("article", "commentary", "book-review", "journal-issue")
_HEAD = PatternFill("solid", fgColor="DCE6EC")
_INTRODUCTION = (
    (
        "Fill in the sheet Publications, a row for each edition; then: library import FILE.xlsx --dry-run",
        "Заполните лист Publications, по строке на каждое издание; затем: library import FILE.xlsx --dry-run",
    ),
    (
        "What is not known stays empty: no question marks, no “n/a”. Do not merge cells. Columns may stand in any order.",
        "Что неизвестно, остаётся пустым: без вопросительных знаков и «н/д». Не объединяйте ячейки. Порядок столбцов может быть любым.",
    ),
)


def choices(catalogue: Catalogue, vocabulary: str) -> Iterator[str]:
    """What a cell may hold: the labels of the terms in English, of a licence its id."""
    for term in catalogue.vocabularies[vocabulary].terms.values():
        if vocabulary == "types" and term.id in _NOT_OUTSIDE[1:]:
            continue
        yield term.id if vocabulary == "licences" else text_in(term.label, INTERNATIONAL)


def workbook(catalogue: Catalogue) -> bytes:
    """The bytes of the workbook."""
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = PUBLICATIONS
    lists = book.create_sheet(LISTS)
    _explanations(book.create_sheet(EXPLANATIONS))
    for number, column in enumerate(TEMPLATE, 1):
        _head(sheet, number, column)
        if column.choices:
            _list(book, lists, catalogue, column.choices)
            _drop_down(sheet, number, column)
    sheet.freeze_panes = "B2"
    sheet.row_dimensions[1].height = 34
    lists.freeze_panes = "A2"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _head(sheet: Worksheet, number: int, column: Column) -> None:
    cell = sheet.cell(1, number, heading(column))
    cell.font, cell.fill = Font(bold=True), _HEAD
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    letter = get_column_letter(number)
    sheet.column_dimensions[letter].width = column.wide
    # As text: a spreadsheet makes days of dates and of pages, and numbers of ISBNs.
    sheet.column_dimensions[letter].number_format = "@"
    for row in range(2, 202):
        sheet.cell(row, number).number_format = "@"


def _list(book: Workbook, lists: Worksheet, catalogue: Catalogue, vocabulary: str) -> None:
    """A column of the sheet of lists, with the Russian label beside it, and a name by which cells refer to it."""
    number = (lists.max_column + 1) if lists.cell(1, 1).value else 1
    terms = [
        term for term in catalogue.vocabularies[vocabulary].terms.values() if not (vocabulary == "types" and term.id in _NOT_OUTSIDE[1:])
    ]
    lists.cell(1, number, vocabulary).font = Font(bold=True)
    lists.cell(1, number + 1, f"{vocabulary} (ru)").font = Font(bold=True)
    for row, (choice, term) in enumerate(zip(choices(catalogue, vocabulary), terms, strict=True), 2):
        lists.cell(row, number, choice)
        lists.cell(row, number + 1, text_in(term.label, "ru", INTERNATIONAL))
    letter = get_column_letter(number)
    for beside in (number, number + 1):
        lists.column_dimensions[get_column_letter(beside)].width = 30
    book.defined_names[f"list_{vocabulary}"] = DefinedName(
        f"list_{vocabulary}", attr_text=f"{LISTS}!${letter}$2:${letter}${max(len(terms), 1) + 1}"
    )


def _drop_down(sheet: Worksheet, number: int, column: Column) -> None:
    """A list to choose from; where a cell may hold several, others are let through."""
    rule = DataValidation("list", formula1=f"=list_{column.choices}", allow_blank=True, showErrorMessage=not column.several)
    rule.errorTitle, rule.error = heading(column)[:30], "Choose from the list. / Выберите из списка."
    letter = get_column_letter(number)
    rule.add(f"{letter}2:{letter}{ROWS}")
    sheet.add_data_validation(rule)


def _explanations(sheet: Worksheet) -> None:
    for row, texts in enumerate(_INTRODUCTION, 1):
        for number, text in enumerate(texts, 1):
            sheet.cell(row, number * 2, text).alignment = Alignment(wrap_text=True, vertical="top")
    names: tuple[Any, ...] = ("Column", "What it holds", "Столбец", "Что в нём", "Example / Пример")
    for number, (text, width) in enumerate(zip(names, (24, 60, 24, 60, 40), strict=True), 1):
        cell = sheet.cell(4, number, text)
        cell.font, cell.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(number)].width = width
    for row, column in enumerate(TEMPLATE, 5):
        for number, text in enumerate((column.en, column.means[0], column.ru, column.means[1], column.example), 1):
            sheet.cell(row, number, text).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A5"


def table() -> str:
    """The same headings as CSV, with a byte order mark, without which Excel takes Cyrillic letters for Latin ones."""
    return "\ufeff" + ",".join(heading(column) for column in TEMPLATE) + "\r\n"
