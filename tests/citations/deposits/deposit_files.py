#!/usr/bin/env python3
"""Golden deposits of the small catalogue; writes them anew: python tests/citations/deposits/deposit_files.py

As with the other golden files: renew them after a wanted change, read the difference line
by line, and commit both together. A test never renews them.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(TESTS), str(TESTS.parent / "hooks")]

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.loading import load
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.deposits import Deposits
from renew_golden import SITE

GOLDEN = TESTS / "golden" / "deposits"
SCHEMAS = TESTS / "schemas"
UNTOLD = "left out, because the record does not say whether it is that of the print or of the web: ISSN "

MEDIA = [
    # the ISSNs, those of the print and of the web, what is deposited as each, what is left out
    (("1234-5679",), None, None, [], [], ["1234-5679"]),
    (("1234-5679",), None, "1234-5679", [], ["1234-5679"], []),
    (("1234-5679",), "1234-5679", None, ["1234-5679"], [], []),
    (("1234-5679", "2409-5532"), None, None, [], [], ["1234-5679", "2409-5532"]),
    (("1234-5679", "2409-5532"), "2409-5532", None, ["2409-5532"], [], ["1234-5679"]),
    (("1234-5679", "2409-5532"), None, "2409-5532", [], ["2409-5532"], ["1234-5679"]),
    (("1234-5679", "2409-5532"), "2409-5532", "1234-5679", ["2409-5532"], ["1234-5679"], []),
    (("1234-5679", "2409-5532"), "2409-5532", "1234-5679", ["2409-5532"], ["1234-5679"], []),
]
"""ISSNs with and without a known medium; no order of them says which is which."""


class Saying(Citing):
    """Makes citations that say what a test wants of one edition."""

    def __init__(self, catalogue: Catalogue, key: str, **fields: Any) -> None:
        super().__init__(catalogue, SITE)
        self.key = key
        self.fields = fields

    def of_work(self, placed: Placed) -> tuple[Citation, ...]:
        return tuple(replace(citation, **self.fields) if citation.key == self.key else citation for citation in super().of_work(placed))


def with_issns(catalogue: Catalogue, issn: tuple[str, ...], printed: str | None = None, electronic: str | None = None) -> Catalogue:
    """The catalogue, its journal having these ISSNs, of which a source says that they are of the print or of the web."""
    fields = {"issn": issn, "issn_print": printed, "issn_electronic": electronic}
    return replace(catalogue, journal=catalogue.journal.model_copy(update=fields))


def with_summary(catalogue: Catalogue, work_id: str, *, supplied: tuple[str, ...], **summary: str) -> Catalogue:
    """The catalogue, the library having written one work's summary in these languages alone; ``summary`` are new texts."""
    placed = catalogue.works[work_id]
    told = placed.work.supplied.model_copy(update={"summary": supplied})
    work = placed.work.model_copy(update={"summary": {**placed.work.summary, **summary}, "supplied": told})
    return replace(catalogue, works={**catalogue.works, work_id: replace(placed, work=work)})


def deposits(catalogue: Catalogue, **options: str) -> Deposits:
    return Deposits(catalogue, Citing(catalogue, SITE), **options)


def golden_deposits() -> dict[str, str]:
    """Each golden file's name, and what is written now."""
    catalogue = load(TESTS / "small_catalogue" / "catalogue")
    made = deposits(catalogue, email="deposits@library.example")
    study = catalogue.works["russian-study"]
    translation = made.citing.of_work(study)[1]
    return {
        "crossref-1.xml": made.crossref(catalogue.issues["1"]) or "",
        "crossref-10.xml": made.crossref(catalogue.issues["10"]) or "",
        "doaj-10.xml": made.doaj(catalogue.issues["10"]) or "",
        "datacite-russian-study.xml": made.datacite(study),
        "datacite-russian-study.kk.xml": made.datacite_edition(study, translation),
        "datacite-pay-and-ethics.xml": made.datacite(catalogue.works["pay-and-ethics"]),
    }


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, text in golden_deposits().items():
        (GOLDEN / name).write_bytes(text.encode())
        print(f"tests/golden/deposits/{name}")
