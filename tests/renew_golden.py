#!/usr/bin/env python3
"""Writes the golden files anew: python tests/renew_golden.py

Golden files are texts that other programs parse, made from the small catalogue. After a
wanted change of an export, renew them, read the difference (``git diff tests/golden``)
line by line, and commit both together. A test never renews them.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS.parent / "hooks"))

from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.citations.citing import Citing
from library.citations.formats import FORMATS
from library.citations.references import formatted
from library.press.text_cache import TextCache

SITE = "https://library.example/"
"""Address of the site in citations, with the slash at its end."""


def golden_texts() -> dict[str, str]:
    """Each golden file's name, and what the exports give for the small catalogue now."""
    catalogue = load(TESTS / "small_catalogue" / "catalogue")
    citing = Citing(catalogue, SITE)
    citations = [citation for placed in catalogue.works.values() for citation in citing.of_work(placed)]
    return {f"library.{made.ending}": made.join([made.entry(citation) for citation in citations]) for made in FORMATS}


def golden_kinds(catalogue: Catalogue) -> str:
    """A reference in every style to each work of ``every_kind``, under its key."""
    ids = sorted(path.stem for path in (TESTS / "every_kind" / "knowledge-products").glob("*.yml"))
    citing = Citing(catalogue, SITE)
    citations = [citation for work in ids for citation in citing.of_work(catalogue.works[work])]
    made = formatted(citations, TextCache(None), whole=False)
    return "\n".join(
        f"{citation.key} ({citation.kind})\n" + "".join(f"  {one.style.id}: {one.html}\n" for one in made[citation.key])
        for citation in citations
    )


if __name__ == "__main__":
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1906545600")  # as tests have it: events of the small catalogue lie ahead
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TESTS / "small_catalogue" / "catalogue", f"{folder}/catalogue")
        shutil.copytree(TESTS / "every_kind", f"{folder}/catalogue", dirs_exist_ok=True)
        kinds = golden_kinds(load(Path(folder) / "catalogue"))
    for name, text in {**golden_texts(), "kinds.txt": kinds}.items():
        (TESTS / "golden" / name).write_bytes(text.encode())
        print(f"tests/golden/{name}")
