"""Columns of tables that are imported: those of our own export, and of the workbook that ``library template`` writes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """``id`` is its name in our own export, ``en`` and ``ru`` its headings, ``means`` what it holds in both, ``choices`` the vocabulary.

    ``wide`` is its width in letters. Several values in a cell stand apart by semicolons where ``several`` says so.
    """

    id: str
    en: str
    ru: str
    means: tuple[str, str]
    example: str = ""
    choices: str = ""
    wide: int = 18
    several: bool = False


TEMPLATE = (
    Column(
        "title",
        "Title",
        "Заглавие",
        (
            "As the document prints it, in its language. Every row has one.",
            "Как напечатано в документе, на его языке. Есть в каждой строке.",
        ),
        "Quality of Life Framework for Public Services",
        wide=50,
    ),
    Column(
        "type",
        "Type",
        "Вид издания",
        ("Chosen from the list. Every row has one.", "Выбирается из списка. Есть в каждой строке."),
        "Research paper",
        "types",
        24,
    ),
    Column(
        "language",
        "Language",
        "Язык",
        (
            "Of the document, chosen from the list; empty where no source tells it.",
            "Язык документа из списка; пусто, если он нигде не указан.",
        ),
        "English",
        "languages",
        14,
    ),
    Column(
        "authors",
        "Authors",
        "Авторы",
        (
            "Family, Given; apart by semicolons. A body by its whole name, in quotes if it is new: “Ministry of Labour”.",
            "Фамилия, Имя; несколько — через точку с запятой. Организация — полным названием, новая — в кавычках: «Министерство труда».",
        ),
        "Knox, Colin; Нокс, Колин",
        wide=34,
        several=True,
    ),
    Column("editors", "Editors", "Редакторы", ("As authors.", "Как авторы."), wide=24, several=True),
    Column("translators", "Translators", "Переводчики", ("As authors.", "Как авторы."), wide=24, several=True),
    Column("edition", "Edition", "Сведения об издании", ("As printed.", "Как напечатано."), "2nd, revised edition", wide=20),
    Column(
        "issued",
        "Issued",
        "Дата выхода",
        (
            "As precise as printed: 2019, 2019-05 or 2019-05-31, written as text. Empty where it is not known.",
            "Насколько точно напечатано: 2019, 2019-05 или 2019-05-31, как текст. Пусто, если неизвестна.",
        ),
        "2019-05",
        wide=12,
    ),
    Column(
        "issuer",
        "Issuer",
        "Выпустила организация",
        ("The body that puts it out, by its name.", "Название организации, выпустившей издание."),
        "Astana Civil Service Hub",
        wide=30,
    ),
    Column(
        "publisher",
        "Publisher",
        "Издательство",
        ("Where it is not the issuer.", "Если это не та же организация."),
        "Palgrave Macmillan",
        wide=24,
    ),
    Column("place", "Place", "Место издания", ("As printed.", "Как напечатано."), "Astana"),
    Column(
        "extent", "Pages in all", "Количество страниц", ("Of the whole document, a number.", "Всего в документе, числом."), "579", wide=10
    ),
    Column(
        "isbn",
        "ISBN",
        "ISBN",
        ("As printed; several apart by semicolons.", "Как напечатано; несколько — через точку с запятой."),
        several=True,
        wide=22,
    ),
    Column("doi", "DOI", "DOI", ("Without https://doi.org/.", "Без https://doi.org/."), "10.56289/ijcsrp.156", wide=24),
    Column(
        "address", "Address on the web", "Адрес в интернете", ("Where it can be read.", "Где издание можно прочесть."), "https://…", wide=30
    ),
    Column(
        "document",
        "File",
        "Файл",
        (
            "Name of a PDF that lies beside this workbook, if the library may publish it.",
            "Имя файла PDF, который лежит рядом с этой таблицей, если библиотека вправе его опубликовать.",
        ),
        "report.pdf",
        wide=20,
    ),
    Column(
        "licence",
        "Licence",
        "Лицензия",
        ("What the document states; never guessed.", "Что указано в документе; не предполагается."),
        "CC-BY-4.0",
        "licences",
    ),
    Column("series", "Series", "Серия", ("Chosen from the list.", "Выбирается из списка."), "", "series", 24),
    Column("series_number", "Number in the series", "Номер в серии", ("As printed.", "Как напечатано."), "5", wide=10),
    Column("journal", "Journal", "Журнал", ("For an article: the journal's title.", "Для статьи: название журнала."), wide=30),
    Column(
        "host",
        "In the book",
        "В книге",
        (
            "For a chapter or a paper: the title of the book that it stands in.",
            "Для главы или доклада: заглавие книги, в которой он напечатан.",
        ),
        wide=30,
    ),
    Column("volume", "Volume", "Том", ("Of the journal or the book.", "Журнала или книги."), wide=8),
    Column("issue", "Issue", "Выпуск", ("For an article.", "Для статьи."), wide=8),
    Column(
        "pages",
        "Pages",
        "Страницы",
        ("Of an article or a chapter: first and last, as text.", "Статьи или главы: первая и последняя, как текст."),
        "11–31",
        wide=10,
    ),
    Column(
        "themes",
        "Themes",
        "Темы",
        (
            "From the list; several apart by semicolons, the chief one first.",
            "Из списка; несколько — через точку с запятой, главная первой.",
        ),
        "Digitalisation; Open data",
        "themes",
        30,
        True,
    ),
    Column(
        "countries",
        "Countries",
        "Страны",
        ("Those it discusses, from the list; apart by semicolons.", "О которых идёт речь, из списка; через точку с запятой."),
        "Kazakhstan; Norway",
        "countries",
        24,
        True,
    ),
    Column(
        "summary",
        "Summary",
        "Краткое описание",
        (
            "One or two plain sentences in your own words, in the language of the title.",
            "Одно-два простых предложения своими словами на языке заглавия.",
        ),
        wide=60,
    ),
    Column("note", "Note", "Примечание", ("For colleagues: doubts, sources.", "Для коллег: сомнения, источники."), wide=40),
)
"""Columns of the workbook, in its order."""

_OTHERS: Mapping[str, tuple[str, ...]] = {
    "key": ("objectid", "identifier"),
    "authors": ("author", "creator", "creators", "автор"),
    "issued": ("date", "year", "год", "год издания", "дата"),
    "address": ("url", "link", "ссылка", "адрес", "object_location", "reference url"),
    "type": ("тип", "document type"),
    "themes": ("keywords", "ключевые слова", "subject", "subjects", "тема"),
    "title": ("название", "заголовок"),
    "publisher": ("издатель",),
    "place": ("город", "место"),
    "summary": ("abstract", "description", "аннотация", "описание"),
    "extent": ("pagetotal", "число страниц", "объем", "объём"),
    "document": ("file name", "filename"),
    "licence": ("license", "rights", "rightsstatement"),
    "countries": ("coverage", "spatial"),
}
"""Further headings that tables have for a column."""

OF_EXPORT = frozenset(
    [
        "key",
        "work",
        "title_language",
        "title_supplied",
        "title_english",
        "other_titles",
        "more_authors",
        "issn",
        "document_url",
        "summary_language",
        "summary_supplied",
        "translation_of",
        "other_editions",
        "host_isbn",
        "event",
        "degree",
        "further_languages",
        "number",
        "volumes",
        "original_title",
        "original_language",
        "original_issued",
    ]
)
"""Columns that our own export has besides."""

PASSED_OVER = frozenset(["added", "revised", "withdrawn", "withdrawn_because", "replaced_by", "corrected"])
"""Days of the library that wrote the table, not of the publication."""


def heading(column: Column) -> str:
    """The heading of a column in the workbook, in both languages."""
    return column.en if column.en == column.ru else f"{column.en} / {column.ru}"


def _headings() -> dict[str, str]:
    found = {name: name for name in (*OF_EXPORT, *PASSED_OVER)}
    found.update(dict.fromkeys(_OTHERS["key"], "key"))
    for column in TEMPLATE:
        for name in (column.id, column.en, column.ru, heading(column), *_OTHERS.get(column.id, ())):
            found.setdefault(name.casefold(), column.id)
    return found


_BY_HEADING = _headings()


_FURTHER = frozenset(name for names in _OTHERS.values() for name in names)


def is_further(text: str) -> bool:
    """Whether a heading is none of ours, but one that other tables have."""
    return _bare(text) in _FURTHER


def column_of(text: str) -> str:
    """The id of the column under a heading, with or without a prefix as Omeka has it; empty for one that is not known."""
    return _BY_HEADING.get(_bare(text), "")


def _bare(text: str) -> str:
    return re.sub(r"^(?:dcterms|dc|bibo|schema):", "", " ".join(text.replace("\n", " ").split()).casefold().strip("*: "))
