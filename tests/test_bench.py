"""The bench tells ratios of builds that stood side by side."""

from __future__ import annotations

import sys
from pathlib import Path

from catalogues import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from bench_against import Side, table


def test_ratios_are_those_of_neighbours_in_time() -> None:
    this = Side("this", Path(), {"anew": [(10.0, 8.0), (20.0, 16.0), (10.0, 8.0)], "same": [(1.0, 1.0)] * 3}, files=50, size=100_000)
    that = Side("that", Path(), {"anew": [(20.0, 10.0), (40.0, 20.0), (20.0, 10.0)], "same": [(2.0, 2.0)] * 3}, files=100, size=400_000)
    told = table([this, that], works=10)
    assert (
        "| all made anew, with pictures, references and words kept | 10.00 | 20.00 | 0.500 | 8.00 | 10.00 | 0.800 | 100.0 % | 100.0 % |"
        in told
    )
    assert "| nothing changed | 1.00 | 2.00 | 0.500 | 1.00 | 2.00 | 0.500 | 10.0 % | 10.0 % |" in told
    assert told[-2:] == ["KB a work: this 10, that 40, ratio 0.250", "files a work: this 5.0, that 10.0, ratio 0.500"]


def test_a_row_that_was_not_measured_is_not_told() -> None:
    sides = [Side(name, Path(), {"same": [(1.0, 1.0)]}, files=1, size=1_000) for name in ("this", "that")]
    told = table(sides, works=1)
    assert [line.split(" | ")[0] for line in told if line.startswith("| ")][2:] == ["| nothing changed"]
    assert told[2].endswith("| – | – |")
