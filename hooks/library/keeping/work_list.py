"""The work list of those who translate: every title and summary that is not there yet, a row each."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from library.catalogue.missing import Gap
from library.catalogue.problems import Phrase

COLUMNS = ("id", "field", "language", "text", "shown_language", "shown", "file", "line")
"""``text`` is empty, to be filled; ``shown`` is what readers see meanwhile."""

_FORMULA = re.compile(r"[=+\-@\t]")
"""Beginnings that spreadsheets take for a formula, wherever the text comes from."""


def table(gaps: Iterable[Gap]) -> str:
    """The list as CSV (RFC 4180), with a byte order mark, without which Excel takes Cyrillic letters for Latin ones."""
    written = io.StringIO()
    rows = csv.writer(written)
    rows.writerow(COLUMNS)
    for gap in gaps:
        remark = gap.remark
        shown = f" {gap.shown.text}" if _FORMULA.match(gap.shown.text) else gap.shown.text
        rows.writerow((gap.id, gap.field, gap.language, "", gap.shown.language, shown, remark.path, remark.line))
    return "\ufeff" + written.getvalue()


def for_programs(gaps: Iterable[Gap]) -> dict[str, Any]:
    """The list as JSON: ``language`` is empty for themes, and ``shown`` where readers see no text; ``line`` counts from 1."""
    told = []
    for gap in gaps:
        remark = gap.remark
        row = (gap.id, gap.field, gap.language, gap.shown.language, gap.shown.text, remark.path, remark.line)
        told.append(dict(zip((name for name in COLUMNS if name != "text"), row, strict=True)))
    return {"count": len(told), "missing": told}


def po(gaps: Iterable[Gap], language: str) -> str:
    """The list of one language as a PO file: what readers see is the message, the work and the field are its context."""
    catalog = Catalog(locale=None, fuzzy=False, header_comment=f"# {language}: titles and summaries that are not there yet.")
    catalog.locale = language
    for gap in gaps:
        if gap.shown.text:
            catalog.add(gap.shown.text, context=name_of(gap), auto_comments=[f"{gap.remark.path}, in {gap.shown.language}"])
    written = io.BytesIO()
    write_po(written, catalog, width=0, omit_header=False)
    return re.sub(r'"(?:POT-Creation-Date|PO-Revision-Date): .*\n', "", written.getvalue().decode())


def xliff(gaps: Iterable[Gap], language: str) -> str:
    """The list of one language as XLIFF 1.2 (https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html), a file for each language shown."""
    shown: dict[str, list[Gap]] = {}
    for gap in gaps:
        if gap.shown.text:
            shown.setdefault(gap.shown.language, []).append(gap)
    written = ['<?xml version="1.0" encoding="utf-8"?>', '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">']
    for source, of_source in shown.items():
        written += [
            f'<file original="catalogue" datatype="plaintext" source-language={quoteattr(source)} target-language={quoteattr(language)}><body>'
        ]
        for gap in of_source:
            told = f"<source>{escape(gap.shown.text)}</source><target></target><note>{escape(gap.remark.path)}</note>"
            written.append(f"<trans-unit id={quoteattr(name_of(gap))}>{told}</trans-unit>")
        written.append("</body></file>")
    return "\n".join([*written, "</xliff>"]) + "\n"


def name_of(gap: Gap) -> str:
    """``one-window.title``: the name of a text in a translator's program. No id has a dot."""
    return f"{gap.id}.{gap.field}"


def lines(gaps: Iterable[Gap], phrase: Phrase = str) -> Iterable[str]:
    """The list for a terminal: the place, what is missing, and what readers see meanwhile."""
    for gap in gaps:
        remark = gap.remark
        shown = f" ({gap.shown.language}: {gap.shown.text})" if gap.shown.text else ""
        yield f"{remark.path}:{remark.line}: {phrase(remark.message)}{shown}"
