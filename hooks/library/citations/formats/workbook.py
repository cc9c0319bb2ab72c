"""A workbook of one sheet (XLSX), with the columns of the table: what spreadsheets open by a double click without asking.

Office Open XML (ECMA-376, Part 1, 18). Every text is a cell of text, and its style says so: ISBNs keep their zeros,
``2019-05`` stays what it is, and what begins like a formula is none, also after somebody has edited the cell. Only ``NUMBERS``
are numbers. Readers' browsers make the same of lists (overrides/assets/javascripts/search/workbook.js).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import escape

from library.citations.formats import table

ENDING, LABEL = "xlsx", "XLSX"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

NUMBERS = {"year", "extent", "volumes"}
"""Columns of whole numbers."""

LONGEST = 32_767
"""Characters of a cell (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3): above, Excel calls the file broken."""

_NUMBER = re.compile(r"\d{1,9}")
_CODED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What looks like a coded character would be read as one (22.9.2.19)."""
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="Publications" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
"""Every part but the sheet. Format 49 is text."""


def workbook(rows: Iterable[Sequence[str]], columns: Sequence[str] = table.COLUMNS) -> bytes:
    """The file: the same bytes for the same rows, by one version of zlib."""
    out = io.BytesIO()
    parts = {path: _HEAD + text for path, text in _PARTS.items()} | {"xl/worksheets/sheet1.xml": _sheet([columns, *rows])}
    with zipfile.ZipFile(out, "w") as zipped:
        for path, text in parts.items():
            entry = zipfile.ZipInfo(path)  # of the first day of zips: the same bytes in every build
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            zipped.writestr(entry, text)
    return out.getvalue()


def _column(number: int) -> str:
    """The name of a column, counted from 0: ``A``, ``Z``, ``AA``."""
    return (chr(64 + number // 26) if number >= 26 else "") + chr(65 + number % 26)


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    names = rows[0]
    whole = f"A1:{_column(len(names) - 1)}{len(rows)}"
    lines = []
    for number, row in enumerate(rows, 1):
        cells = [_cell(f"{_column(place)}{number}", names[place] if number > 1 else "", text) for place, text in enumerate(row) if text]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="{whole}"/>'
        '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f'<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="{len(names)}" width="24" customWidth="1"/></cols>'
        f'<sheetData>{"".join(lines)}</sheetData><autoFilter ref="{whole}"/></worksheet>'
    )


def _cell(place: str, name: str, text: str) -> str:
    """A cell; ``name`` is that of its column, empty for the first row."""
    if name in NUMBERS and _NUMBER.fullmatch(text):
        return f'<c r="{place}"><v>{text}</v></c>'
    said = escape(_NOT_XML.sub("", _CODED.sub("_x005F_", table.in_one_line(text)[:LONGEST])), quote=False)
    return f'<c r="{place}" s="{1 if name else 2}" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'
