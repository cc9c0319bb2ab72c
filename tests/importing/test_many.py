"""Ten thousand entries at once."""

from __future__ import annotations

import os
import resource
import subprocess
import sys

import pytest
from catalogues import ROOT, SpoiltCatalogue

ENTRY = """@book{{key{0}, title={{Study number {0} of the service in {1}}}, author={{Family{2}, Given and Other, Name{3}}}, year={4},
  publisher={{Publisher {5}}}, address={{Astana}}, language={{english}}, keywords={{ethics, something else}}, abstract={{{6}}}, note={{{0}}}}}
"""


@pytest.mark.long
def test_ten_thousand_entries_take_a_minute_and_half_a_gigabyte(catalogue_copy: SpoiltCatalogue) -> None:
    file = catalogue_copy.folder.parent / "many.bib"
    words = "Words of an abstract. " * 30
    letters = "abcdefghij"
    text = "".join(
        ENTRY.format(n, "".join(letters[int(digit)] for digit in f"{n:05}"), n % 3000, n % 700, 1990 + n % 35, n % 300, words)
        for n in range(10_000)
    )
    file.write_text(text, "utf-8")
    call = [sys.executable, "-m", "library", "import", str(file), "--catalogue", str(catalogue_copy.folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(call, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, text=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert "Entries: 10,000, of them" in done.stdout and ", 0 not taken." in done.stdout
    assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) < 60  # seconds of one processor
    assert after.ru_maxrss < 500_000  # kilobytes
