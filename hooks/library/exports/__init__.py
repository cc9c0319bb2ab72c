"""Reference formats: each module turns one citation into text and joins such texts into a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ..citations import Citation
from . import bibtex, csl_json, ris


@dataclass(frozen=True)
class ExportFormat:
    """A reference format and how to write it.

    ``entry`` gives one citation's text, ``join`` a whole file from such texts, so that an
    entry is made once however many files it stands in. ``ending`` is the file's;
    ``media_type`` what a server should send; ``readers`` who reads it.
    """

    ending: str
    label: str
    media_type: str
    readers: str
    entry: Callable[[Citation], str]
    join: Callable[[Iterable[str]], str]


FORMATS = (
    ExportFormat("bib", "BibTeX", "application/x-bibtex", "LaTeX, JabRef, Zotero, Mendeley, EndNote",
                 bibtex.entry, bibtex.join),
    ExportFormat("ris", "RIS", "application/x-research-info-systems", "EndNote, Mendeley, Citavi, RefWorks, Zotero",
                 ris.entry, ris.join),
    ExportFormat("json", "CSL JSON", "application/vnd.citationstyles.csl+json", "Zotero, pandoc, Quarto",
                 csl_json.entry, csl_json.join),
)

PART_LIMIT = 5_000_000
"""Bytes. Above it reference managers' web importers refuse a file."""


def parts(texts: Iterable[str], limit: int = PART_LIMIT) -> list[list[str]]:
    """Entries in order, divided so that each part joins to fewer bytes than ``limit``.

    An empty input gives one empty part, so that every announced file exists.
    """
    divided: list[list[str]] = [[]]
    size = 0
    for text in texts:
        length = len(text.encode()) + 8
        if divided[-1] and size + length >= limit - 1024:
            divided.append([])
            size = 0
        divided[-1].append(text)
        size += length
    return divided
