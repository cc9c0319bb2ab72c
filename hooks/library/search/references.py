"""What a reader can take away of any selection: every work's citations and references, in bundles by number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from library.catalogue.catalogue import Placed
from library.citations.citation import Citation
from library.citations.citing import Citing, original
from library.citations.formats import FORMATS, ExportFormat
from library.citations.references import Formatted
from library.citations.texts import ExportTexts
from library.press.output import OutputFile
from library.search import files
from library.search.numbering import Numbering

TAKEN_STYLES = ("gost", "gost-full", "apa", "chicago", "harvard", "vancouver")
"""Styles that fit every citation: a bibliography must not have holes."""

_DAY = re.compile(r"(<span data-accessed=[^>]*>)[^<]*(</span>)")
"""The day of access, which a script writes in any case: without it a file is the same from day to day."""


def bundle(
    numbering: Numbering, number: int, texts: ExportTexts, citing: Citing, references: Mapping[str, tuple[Formatted, ...]]
) -> Iterator[OutputFile]:
    """The bundle of a number: per format each work's entries, one an edition; per style pairs of an edition's language and its reference."""
    works = files.bundled(numbering.works, number, files.REFERENCES)
    for format_ in FORMATS:
        items = [texts.of(format_, placed) for placed in works]
        yield files.bundle(f"citations/{format_.ending}", number, numbering.stamp, items)
    for style in TAKEN_STYLES:
        yield files.bundle(
            f"references/{style}",
            number,
            numbering.stamp,
            [
                [
                    (citation.language, _DAY.sub(r"\1\2", _in_style(references[citation.key], style)))
                    for citation in _original_first(placed, citing)
                ]
                for placed in works
            ],
        )


def editions_file(numbering: Numbering) -> OutputFile:
    """By the works' numbers: the languages of their editions in the order of their entries, the place of the original, the day of the last change, and which have their text on their page."""
    return files.written(
        files.EDITIONS,
        numbering.stamp,
        languages=[[edition.language or "" for edition in placed.work.editions] for placed in numbering.works],
        originals=[original(placed.work.editions) for placed in numbering.works],
        changed=[str(placed.changed) for placed in numbering.works],
        texts=[
            number for number, placed in enumerate(numbering.works) if any(edition.text is not None for edition in placed.work.editions)
        ],
    )


def _in_style(references: Sequence[Formatted], style: str) -> str:
    return next(formatted.html for formatted in references if formatted.style.id == style)


def formats_file(numbering: Numbering) -> OutputFile:
    """How a script makes a file of a format from entries, and entries from a file: see ``ExportFormat``."""
    formats = {format_.ending: {"type": format_.media_type, "frame": frame(format_), "tail": format_.tail} for format_ in FORMATS}
    return files.written(files.FORMATS, numbering.stamp, formats=formats)


def _original_first(placed: Placed, citing: Citing) -> list[Citation]:
    """A bibliography names a work once: the reader's language is chosen in the browser, else the first."""
    citations = list(citing.of_work(placed))
    first = original(placed.work.editions)
    return citations if first is None else [citations[first], *citations[:first], *citations[first + 1 :]]


def frame(format_: ExportFormat) -> tuple[str, str, str]:
    """What stands before, between and after entries in a file of this format, so that a script joins them as the format does."""
    before, rest = format_.join(["\ue004", "\ue005"]).split("\ue004")
    between, after = rest.split("\ue005")
    return before, between, after
