"""Kinds of references: what each is in every format. A new kind is a row here and an id in ``authorities.CitedAs``.

In BibTeX and BibLaTeX a kind has several entry types, the fittest first: the first whose required
facts are known is taken, since a style prints a hole where one is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class EntryType:
    """A type of entry in BibTeX or BibLaTeX.

    ``required`` are fields of the citation, one of several behind ``|``. ``whole`` is the field for the title of what it stands in, ``publisher`` that for
    whom it was put out by; empty where the type has none. ``genre`` is the field for its kind in words, and ``isbn``,
    ``issn`` and ``edition`` say whether the type has these facts.
    """

    name: str
    required: tuple[str, ...] = ()
    whole: str = ""
    publisher: str = "publisher"
    genre: str = ""
    isbn: bool = True
    issn: bool = False
    edition: bool = False


@dataclass(frozen=True)
class Kind:
    """A row: the names of one kind, format by format.

    ``csl_alone`` is the type of CSL for what stands in no known whole, where that is another. ``part`` says that it stands in a whole, ``words`` is what it is called in English where a format has no type for it,
    ``coins`` the matrix of OpenURL and the genre in it (the word that Zotero has, where that is Dublin Core), ``highwire`` the tags that tell of it: those of a journal, a book, a conference, a thesis or a report, or none at all.
    ``text`` says that it is read, so that references by GOST name its type of content.
    """

    id: str
    bibtex: tuple[EntryType, ...]
    biblatex: tuple[EntryType, ...]
    ris: str
    csl: str
    schema: str
    dublin_core: str
    datacite: str
    crossref: str
    coins: tuple[str, str]
    highwire: str = ""
    open_graph: str = "article"
    part: bool = False
    words: str = ""
    text: bool = True
    csl_alone: str = ""


_MISC = EntryType("misc", genre="howpublished")
_MISC_BIBLATEX = EntryType("misc", publisher="organization", genre="type", isbn=False)

_ROWS = (
    Kind(
        "article",
        bibtex=(EntryType("article", whole="journal", publisher="", isbn=False, issn=True),),
        biblatex=(EntryType("article", whole="journaltitle", publisher="", isbn=False, issn=True),),
        ris="JOUR",
        csl="article-journal",
        schema="ScholarlyArticle",
        dublin_core="Article",
        datacite="JournalArticle",
        crossref="journal_article",
        coins=("journal", "article"),
        highwire="journal",
        part=True,
    ),
    Kind(
        "book",
        bibtex=(EntryType("book", ("publisher|editors",), edition=True), EntryType("booklet", publisher="")),
        biblatex=(EntryType("book", edition=True),),
        ris="BOOK",
        csl="book",
        schema="Book",
        dublin_core="Book",
        datacite="Book",
        crossref="book",
        coins=("book", "book"),
        highwire="book",
        open_graph="book",
    ),
    Kind(
        "chapter",
        bibtex=(EntryType("incollection", ("container",), whole="booktitle", edition=True), _MISC),
        biblatex=(EntryType("incollection", ("container",), whole="booktitle", edition=True), _MISC_BIBLATEX),
        ris="CHAP",
        csl="chapter",
        schema="Chapter",
        dublin_core="Book chapter",
        datacite="BookChapter",
        crossref="content_item",
        coins=("book", "bookitem"),
        highwire="chapter",
        part=True,
        words="Chapter",
    ),
    Kind(
        "conference-paper",
        bibtex=(EntryType("inproceedings", ("container",), whole="booktitle"), _MISC),
        biblatex=(EntryType("inproceedings", ("container",), whole="booktitle"), EntryType("unpublished", publisher="", isbn=False)),
        ris="CPAPER",
        csl="paper-conference",
        csl_alone="speech",
        schema="ScholarlyArticle",
        dublin_core="Conference paper",
        datacite="ConferencePaper",
        crossref="conference_paper",
        coins=("book", "proceeding"),
        highwire="conference",
        part=True,
        words="Conference paper",
    ),
    Kind(
        "dataset",
        bibtex=(_MISC,),
        biblatex=(EntryType("dataset", genre="type", isbn=False, edition=True),),
        ris="DATA",
        csl="dataset",
        schema="Dataset",
        dublin_core="Dataset",
        datacite="Dataset",
        crossref="dataset",
        coins=("dc", "dataset"),
        words="Dataset",
        text=False,
    ),
    Kind(
        "entry",
        bibtex=(EntryType("incollection", ("container",), whole="booktitle", edition=True), _MISC),
        biblatex=(
            EntryType("inreference", ("container",), whole="booktitle", edition=True),
            _MISC_BIBLATEX,
        ),
        ris="ENCYC",
        csl="entry-encyclopedia",
        schema="Article",
        dublin_core="Entry",
        datacite="BookChapter",
        crossref="content_item",
        coins=("book", "bookitem"),
        highwire="chapter",
        part=True,
        words="Entry in a work of reference",
    ),
    Kind(
        "legislation",
        bibtex=(_MISC,),
        biblatex=(_MISC_BIBLATEX,),
        ris="STAT",
        csl="legislation",
        schema="Legislation",
        dublin_core="Legislation",
        datacite="Text",
        crossref="other",
        coins=("dc", "statute"),
        words="Legislation",
    ),
    Kind(
        "report",
        bibtex=(EntryType("techreport", publisher="institution", genre="type"),),
        biblatex=(EntryType("report", publisher="institution", genre="type"),),
        ris="RPRT",
        csl="report",
        schema="Report",
        dublin_core="Report",
        datacite="Report",
        crossref="report-paper",
        coins=("book", "report"),
        highwire="report",
    ),
    Kind(
        "standard",
        bibtex=(_MISC,),
        biblatex=(_MISC_BIBLATEX,),
        ris="STAND",
        csl="standard",
        schema="CreativeWork",
        dublin_core="Standard",
        datacite="Standard",
        crossref="standard",
        coins=("dc", "standard"),
        words="Standard",
    ),
    Kind(
        "thesis",
        bibtex=(EntryType("phdthesis", ("publisher",), publisher="school", genre="type"), _MISC),
        biblatex=(EntryType("thesis", ("publisher",), publisher="institution", genre="type"), _MISC_BIBLATEX),
        ris="THES",
        csl="thesis",
        schema="Thesis",
        dublin_core="Thesis",
        datacite="Dissertation",
        crossref="dissertation",
        coins=("dissertation", "dissertation"),
        highwire="thesis",
        words="Thesis",
    ),
    Kind(
        "video",
        bibtex=(_MISC,),
        biblatex=(_MISC_BIBLATEX,),
        ris="VIDEO",
        csl="motion_picture",
        schema="VideoObject",
        dublin_core="MovingImage",
        datacite="Audiovisual",
        crossref="other",
        coins=("dc", "videoRecording"),
        open_graph="video.other",
        words="Video",
        text=False,
    ),
    Kind(
        "web-page",
        bibtex=(_MISC,),
        biblatex=(EntryType("online", publisher="organization", isbn=False),),
        ris="ELEC",
        csl="webpage",
        schema="WebPage",
        dublin_core="InteractiveResource",
        datacite="Text",
        crossref="posted_content",
        coins=("dc", "webpage"),
        words="Web page",
    ),
)

KINDS: Mapping[str, Kind] = {row.id: row for row in _ROWS}
"""By id, as ``Citation.kind`` has it."""


def fitting(types: tuple[EntryType, ...], citation: Any) -> EntryType:
    """The first type whose required facts the citation has; the last one where none fits."""
    return next((found for found in types if all(_known(citation, names) for names in found.required)), types[-1])


def _known(citation: Any, names: str) -> bool:
    return any(getattr(citation, name) for name in names.split("|"))


def csl_type(citation: Any) -> str:
    """The type of a citation in CSL."""
    kind = KINDS[citation.kind]
    return kind.csl if citation.container else kind.csl_alone or kind.csl


def guide_table() -> str:
    """A Markdown table of all kinds, for the cataloguers' guide."""
    names = ("type", "BibTeX", "BibLaTeX", "RIS", "CSL", "schema.org", "Highwire", "DataCite", "Crossref", "COinS", "GOST")
    rows = [f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}"]
    for kind in _ROWS:
        csl = f"`{kind.csl}`" + (f", else `{kind.csl_alone}`" if kind.csl_alone else "")
        cells = (
            _types(kind.bibtex),
            _types(kind.biblatex),
            f"`{kind.ris}`",
            csl,
            f"`{kind.schema}`",
            kind.highwire or "none",
            f"`{kind.datacite}`",
            f"`{kind.crossref}`",
            " ".join(kind.coins),
            "part" if kind.part else "whole",
        )
        rows.append(f"| `{kind.id}` | {' | '.join(cells)} |")
    return "\n".join(rows)


_CALLED = {"container": "host", "publisher": "publisher", "publisher|editors": "publisher or editors"}


def _types(types: tuple[EntryType, ...]) -> str:
    """``@book (publisher), else @booklet``: what is required stands in brackets."""
    told = [f"`@{one.name}`" + (f" ({' and '.join(_CALLED[name] for name in one.required)})" if one.required else "") for one in types]
    return ", else ".join(told)
