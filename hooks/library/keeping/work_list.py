"""The work list of those who translate: every title and summary that is not there yet, a row each."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

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


def lines(gaps: Iterable[Gap], phrase: Phrase = str) -> Iterable[str]:
    """The list for a terminal: the place, what is missing, and what readers see meanwhile."""
    for gap in gaps:
        remark = gap.remark
        shown = f" ({gap.shown.language}: {gap.shown.text})" if gap.shown.text else ""
        yield f"{remark.path}:{remark.line}: {phrase(remark.message)}{shown}"
