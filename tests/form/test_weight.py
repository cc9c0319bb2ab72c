"""What the form weighs on its way to the browser."""

from __future__ import annotations

import gzip
from pathlib import Path

BUNDLE = Path(__file__).resolve().parents[2] / ".cache" / "form"


def test_the_whole_form_weighs_at_most_1300_kilobytes(form_packages: None) -> None:
    weights = {path.name: len(gzip.compress(path.read_bytes())) for path in BUNDLE.rglob("*") if path.is_file()}
    assert sum(weights.values()) <= 1_300_000, sorted(weights.items(), key=lambda item: -item[1])[:6]


def test_the_icons_are_those_of_the_form_alone(form_packages: None) -> None:
    (icons,) = (BUNDLE / "assets").glob("material-symbols*.woff2")
    assert 10_000 < icons.stat().st_size < 60_000
