"""Reference formats: each module turns one citation into text and joins such texts into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from library.citations.citation import Citation
from library.citations.formats import biblatex, bibtex, csl_json, ris, table


@dataclass(frozen=True)
class ExportFormat:
    """A reference format and how to write it.

    ``entry`` gives one citation's text, ``join`` a whole file from such texts, so that an
    entry is made once however many files it stands in. ``ending`` is the file's, and may
    have a dot within; ``media_type`` what a server should send; ``readers`` who reads it.
    ``tail`` is what every entry ends with. An entry never needs another one in its file: it may be taken alone.
    """

    ending: str
    label: str
    media_type: str
    readers: str
    entry: Callable[[Citation], str]
    join: Callable[[Iterable[str]], str]
    tail: str = ""


FORMATS = (
    ExportFormat("bib", "BibTeX", "application/x-bibtex", "LaTeX, JabRef, Zotero, Mendeley, EndNote", bibtex.entry, bibtex.join),
    ExportFormat(
        "biblatex.bib",
        "BibLaTeX",
        "application/x-bibtex",
        "LaTeX (biblatex, biber), JabRef, Zotero",
        biblatex.entry,
        biblatex.join,
    ),
    ExportFormat(
        "ris",
        "RIS",
        "application/x-research-info-systems",
        "EndNote, Mendeley, Citavi, RefWorks, Zotero",
        ris.entry,
        ris.join,
        tail="\r\n",
    ),
    ExportFormat("json", "CSL JSON", "application/vnd.citationstyles.csl+json", "Zotero, pandoc, Quarto", csl_json.entry, csl_json.join),
    ExportFormat("csv", "CSV", "text/csv", "Excel, LibreOffice, R, pandas", table.entry, table.join),
)

BIBTEX = FORMATS[0]
"""The format that a work's page shows."""

LIST_FORMATS = (BIBTEX,)
"""Formats in which a list has files of its own, which need no script; the reader's browser composes the others."""

PART_LIMIT = 5_000_000
"""Bytes. Above it reference managers' web importers refuse a file."""


def parts(works: Iterable[Iterable[str]], limit: int = PART_LIMIT) -> list[list[tuple[str, ...]]]:
    """Works in order, each as its entries, divided so that each part joins to fewer bytes than ``limit``.

    A work is never divided: its entries name each other. An empty input gives one empty
    part, so that every announced file exists.
    """
    divided: list[list[tuple[str, ...]]] = [[]]
    size = 0
    for work in map(tuple, works):
        length = sum(len(text.encode()) + 8 for text in work)
        if divided[-1] and size + length >= limit - 1024:
            divided.append([])
            size = 0
        divided[-1].append(work)
        size += length
    return divided
