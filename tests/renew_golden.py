#!/usr/bin/env python3
"""Writes the golden files anew: python tests/renew_golden.py

Golden files are texts that other programs parse, made from the small catalogue. After a
wanted change of an export, renew them, read the difference (``git diff tests/golden``)
line by line, and commit both together. A test never renews them.
"""

from __future__ import annotations

import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS.parent / "hooks"))

from library.catalogue.loading import load
from library.citations.citing import Citing
from library.citations.formats import FORMATS

SITE = "https://library.example/"
"""Address of the site in citations, with the slash at its end."""


def golden_texts() -> dict[str, str]:
    """Each golden file's name, and what the exports give for the small catalogue now."""
    catalogue = load(TESTS / "small_catalogue" / "catalogue")
    citing = Citing(catalogue, SITE)
    citations = [citation for placed in catalogue.works.values() for citation in citing.of_work(placed)]
    return {f"library.{made.ending}": made.join([made.entry(citation) for citation in citations]) for made in FORMATS}


if __name__ == "__main__":
    for name, text in golden_texts().items():
        (TESTS / "golden" / name).write_bytes(text.encode())
        print(f"tests/golden/{name}")
