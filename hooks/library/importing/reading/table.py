"""Tables: our own export, the workbook of ``library template``, and others whose headings tell what a column holds."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from library.catalogue.problems import part
from library.importing.columns import PASSED_OVER, column_of, is_further
from library.importing.entries import Broken, Entry, Named, Reading, Unreadable
from library.importing.kinds import KINDS
from library.importing.reading import ris
from library.importing.texts import plain

Cell = str | int | float | bool | date | datetime | timedelta | None

_JOURNALS = ("article", "commentary", "book-review", "статья")
_AS_PUBLISHER = ("book", "книга", *_JOURNALS)
_FIRST_DAY = date(1899, 12, 30)
"""Spreadsheets count days from here."""

csv.field_size_limit(10_000_000)


@dataclass(frozen=True)
class Row:
    """A row of a table: its number as programs show it, and its cells."""

    line: int
    cells: Sequence[Cell]


def read(text: str, file: str) -> Reading:
    """Every row of a CSV file, divided by commas, semicolons or tabs."""
    if found := re.match(r"\ufeff?sep=(.)\r?\n", text):
        text, divider, above = text[found.end() :], found[1], 1
    else:
        divider, above = _divider(text), 0
    rows = []
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=divider)
    line = 1 + above
    try:
        for cells in reader:
            rows.append(Row(line, cells))
            line = reader.line_num + 1 + above
    except csv.Error as error:
        raise Unreadable(f"{file}:{line}: this is no row of a table: {error}", "look for a quotation mark that is not closed") from None
    return entries(rows, file)


def _divider(text: str) -> str:
    """What divides the cells: that by which most headings of the first lines are known."""
    lines = text.removeprefix("\ufeff").splitlines()[:10]
    return max(
        ",;\t", key=lambda each: max((sum(bool(column_of(cell.strip('"'))) for cell in line.split(each)) for line in lines), default=0)
    )


def entries(rows: Iterable[Row], file: str, merged: Sequence[str] = (), touched: Iterable[int] = ()) -> Reading:
    """An entry for each row below the headings. ``merged`` are ranges of merged cells, ``touched`` the rows that they touch."""
    every = [row for row in rows if any(cell not in (None, "") for cell in row.cells)]
    head = next((number for number, row in enumerate(every[:20]) if _known(row) >= 2 and "title" in _columns(row)), None)
    if head is None:
        raise Unreadable(
            f"{file} has no row of headings that is known, with a title among them",
            "write the headings of the workbook that library template makes; the order of the columns does not matter",
        )
    reading = Reading()
    reading.remarks += [part(f"line {row.line} stands above the headings and was passed over") for row in every[:head]]
    names = _columns(every[head])
    _repeated(names, file, every[head].line)
    touched = set(touched)
    said = f"its cells are merged ({', '.join(merged[:5])}): only the first of them has a value; part them and fill each"
    for row in every[head + 1 :]:
        if row.line in touched:
            reading.broken.append(Broken(file, row.line, _quoted(row), said))
        elif entry := _entry(names, row, file):
            reading.entries.append(entry)
    return reading


def _known(row: Row) -> int:
    return sum(bool(column_of(cell)) for cell in row.cells if isinstance(cell, str))


def _columns(row: Row) -> list[str]:
    """Ids of the columns under the headings of a row; headings that are not known as they stand."""
    texts = ["" if cell is None else str(cell).strip() for cell in row.cells]
    named = [column_of(text) or text for text in texts]
    for name in {name for name in named if name and named.count(name) > 1}:
        places = [place for place, each in enumerate(named) if each == name]
        further = [place for place in places if is_further(texts[place])]
        # Where a table has a column twice, that with our own heading counts, or else the first.
        for place in further[0 if len(further) < len(places) else 1 :]:
            named[place] = texts[place].casefold()
    return named


def _repeated(names: Sequence[str], file: str, line: int) -> None:
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        raise Unreadable(
            f"{file}:{line}: two columns have the heading {twice[0]}",
            "give one of them its right heading, or delete it; nothing tells which counts",
        )


def _quoted(row: Row) -> str:
    return " | ".join(plain(str(cell)) for cell in row.cells if cell not in (None, ""))[:160]


# -- one row -----------------------------------------------------------------------------------------------


def _entry(names: Sequence[str], row: Row, file: str) -> Entry | None:
    entry = Entry(file, row.line, "", called="a row")
    cells = {name: text for name, cell in zip(names, row.cells, strict=False) if (text := _text(entry, name, cell))}
    if not cells:
        return None
    told = _Cells(cells)
    entry.key, entry.work = told.one("key"), told.one("work")
    entry.genre = told.one("type")
    kind = entry.genre.casefold().replace(" ", "-")
    entry.container = told.one("journal")
    entry.kind = (
        "article"
        if kind in _JOURNALS or entry.container
        else "book"
        if kind in _AS_PUBLISHER
        else kind
        if kind in KINDS
        else "report"
        if kind
        else "other"
    )
    entry.title, entry.language = told.one("title"), told.one("language")
    entry.title_supplied = told.one("title_supplied") == "yes"
    _people(entry, told)
    entry.issued = told.one("issued") or cells.get("year", "")
    told.one("year")
    _publishing(entry, told)
    for name in ("place", "extent", "series", "series_number", "volume", "doi", "licence"):
        setattr(entry, name, told.one(name))
    entry.number, entry.own_number = told.one("issue"), told.one("number")
    entry.container = entry.container or told.one("host")
    for name in ("edition", "volumes", "event", "degree", "original_title", "original_language", "original_issued"):
        setattr(entry, name, told.one(name))
    entry.further_languages = told.several("further_languages")
    entry.pages = told.one("pages").replace("–", "-").replace(" ", "")
    entry.isbn, entry.issn = told.several("isbn") or told.several("host_isbn"), told.several("issn")
    entry.address = told.one("address") or told.one("url")
    entry.document = told.one("document")
    entry.keywords = [*(told.several("themes") or told.several("keywords")), *told.several("countries")]
    _texts(entry, told)
    for name, text in told.left.items():
        if name not in PASSED_OVER:
            entry.keep(name or "without a heading", text)
    return entry


class _Cells:
    """The cells of a row that are not used yet."""

    def __init__(self, cells: dict[str, str]) -> None:
        self.left = dict(cells)

    def one(self, name: str) -> str:
        return self.left.pop(name, "")

    def several(self, name: str) -> list[str]:
        return [text for each in re.split(r"[;|]", self.one(name)) if (text := each.strip())]


def _people(entry: Entry, told: _Cells) -> None:
    for column, role in (("authors", "author"), ("editors", "editor"), ("translators", "translator")):
        for text in told.several(column):
            if text.casefold() in ("et al.", "et al", "и др.", "и др"):
                entry.and_others = True
            elif found := re.fullmatch(r"[\"“„«](.+)[\"”“»]", text):
                entry.people.append((role, Named(whole=found[1], is_body=True)))
            else:
                entry.people.append((role, ris.name(text)))
    entry.and_others |= told.one("more_authors") == "yes"


def _publishing(entry: Entry, told: _Cells) -> None:
    """Our own export has one column for both; the workbook has two."""
    issuer, publisher = told.one("issuer"), told.one("publisher")
    if issuer or entry.kind in ("article", "book"):
        entry.issuer, entry.publisher = issuer, publisher
    else:
        entry.issuer = publisher


def _texts(entry: Entry, told: _Cells) -> None:
    entry.abstract, entry.abstract_language = told.one("summary"), told.one("summary_language")
    # A summary of the workbook is in the cataloguer's own words; our own export says whose it is.
    ours = bool(entry.key or entry.work)
    entry.abstract_supplied = told.one("summary_supplied") == "yes" or (bool(entry.abstract) and not ours)
    if entry.abstract and not entry.abstract_language and not ours:
        entry.abstract_language = entry.language
    if english := told.one("title_english"):
        entry.other_titles["en"] = english
    for each in re.split(r"; (?=[a-z]{2,3}(?:-\w+)?: )", told.one("other_titles")):
        tag, colon, text = each.partition(": ")
        if colon:
            entry.other_titles[tag] = text
    language = told.one("title_language")
    if not entry.language and language:
        entry.other_titles.setdefault(language, entry.title)
    original = told.one("translation_of")
    for key in told.several("other_editions"):
        entry.siblings.append((key, "translation-of" if key == original else "other-language"))
    told.one("document_url")
    if note := told.one("note"):
        entry.keep("", note)


# -- one cell ----------------------------------------------------------------------------------------------


def _text(entry: Entry, name: str, cell: Cell) -> str:
    """A cell as it was meant; what a spreadsheet may have made of it is told."""
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else "yes" if cell else ""
    if isinstance(cell, datetime | date):
        return _day(entry, name, cell.date() if isinstance(cell, datetime) else cell)
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = plain(str(cell).removeprefix("'"))
    if name == "issued" and re.fullmatch(r"[0-9]{5}", text):
        meant = _FIRST_DAY + timedelta(days=int(text))
        entry.remarks.append(
            part(f"issued: {text} is a number; spreadsheets count days so, and {meant} may be meant: write the date as text")
        )
        entry.keep("issued", text)
        return ""
    return text


def _day(entry: Entry, name: str, day: date) -> str:
    """A cell that a spreadsheet took for a day: right where a day belongs, and a slip of the program elsewhere."""
    if name == "issued":
        if day.day == 1:
            entry.remarks.append(part(f"issued: the cell holds the day {day}; if only the year or the month is printed, write it as text"))
        return day.isoformat()
    entry.remarks.append(part(f"{name}: a spreadsheet made the day {day} of it; write it as text"))
    entry.keep(name, day.isoformat())
    return ""


def rows_of(table: Iterable[Iterable[Cell]], first: int = 1) -> Iterator[Row]:
    """Rows with their numbers."""
    for number, cells in enumerate(table, first):
        yield Row(number, tuple(cells))
