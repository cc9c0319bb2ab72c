"""Stamping changes nothing but the time that it takes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sites import LANGUAGES, ROOT, build

pytestmark = pytest.mark.slow


def test_stamped_pages_are_byte_for_byte_what_the_theme_prints(tmp_path: Path) -> None:
    hook = f"  - {ROOT / 'tests' / 'site' / 'printing_hook.py'}\n"
    site = build(tmp_path, ROOT / "tests" / "small_catalogue" / "catalogue", hooks=hook)
    printed = json.loads((tmp_path / "printed.json").read_text("utf-8"))
    assert len(printed) == 10 * len(LANGUAGES)
    for path, text in printed.items():
        assert site.text(path) == text, path
