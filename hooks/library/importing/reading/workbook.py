"""Workbooks (XLSX), as openpyxl reads them, after a look at how large they would unpack."""

from __future__ import annotations

import warnings
import zipfile
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from library.catalogue.problems import part
from library.importing.columns import column_of
from library.importing.entries import Reading, Unreadable
from library.importing.reading import table

UNPACKED_LIMIT = 300_000_000
"""Bytes that a workbook unpacks to. Ten thousand rows take some 30 million."""

CELL_LIMIT = 3_000_000
"""Cells of a sheet that are read."""


def read(path: Path) -> Reading:
    """Every row of the sheet that has headings we know. Raises Unreadable."""
    _harmless(path)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what it does not keep: we write nothing back
            book = openpyxl.load_workbook(path, data_only=True)
    except Exception as error:  # a broken workbook ends it in many ways
        raise Unreadable(f"{path.name} cannot be opened as a workbook: {error}", "open it in a spreadsheet and save it anew") from None
    sheets = [sheet for sheet in book.worksheets if isinstance(sheet, Worksheet)]
    chosen = max(sheets, key=_headings, default=None)
    if chosen is None:
        raise Unreadable(f"{path.name} has no sheet of cells", "open it in a spreadsheet and save it anew")
    if chosen.max_row * chosen.max_column > CELL_LIMIT:
        raise Unreadable(
            f"{path.name}: the sheet {chosen.title} has {chosen.max_row:,} rows of {chosen.max_column:,} cells",
            "delete what is empty below and beside the table, or divide it",
        )
    merged = [cells for cells in chosen.merged_cells.ranges if cells.max_row > 0]
    touched = {row for cells in merged for row in range(cells.min_row, cells.max_row + 1)}
    reading = table.entries(table.rows_of(chosen.iter_rows(values_only=True)), path.name, [str(cells) for cells in merged], touched)
    if len(sheets) > 1:
        reading.remarks.append(part(f"{path.name}: the sheet {chosen.title} was read, of {len(sheets)}"))
    return reading


def _headings(sheet: Worksheet) -> int:
    rows = sheet.iter_rows(max_row=min(sheet.max_row, 20), values_only=True)
    return max((sum(bool(column_of(cell)) for cell in row if isinstance(cell, str)) for row in rows), default=0)


def _harmless(path: Path) -> None:
    """Refuses what unpacks to more than any workbook has, and XML with entities: both are made to stop a program."""
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(info.file_size for info in packed.infolist())
            if size > UNPACKED_LIMIT:
                raise Unreadable(
                    f"{path.name} would unpack to {size:,} bytes; a workbook may have {UNPACKED_LIMIT:,}",
                    "divide it into several workbooks",
                )
            for info in packed.infolist():
                if info.filename.endswith((".xml", ".rels")):
                    with packed.open(info) as part:
                        head = part.read(4_096)
                    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                        raise Unreadable(
                            f"{path.name}: {info.filename} declares entities, which no workbook needs",
                            "open it in a spreadsheet and save it anew",
                        )
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError) as error:
        raise Unreadable(
            f"{path.name} is no workbook: {error}", "save it as Excel workbook (.xlsx); an older .xls has to be saved anew"
        ) from None
