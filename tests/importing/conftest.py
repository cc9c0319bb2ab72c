"""The fixture that imports into a copy of the small catalogue."""

from __future__ import annotations

from pathlib import Path

import pytest
from catalogues import SpoiltCatalogue
from importing import Importing


@pytest.fixture
def importing(catalogue_copy: SpoiltCatalogue, tmp_path: Path) -> Importing:
    (tmp_path / "given").mkdir()
    return Importing(catalogue_copy, tmp_path / "given")
