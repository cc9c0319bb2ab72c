"""The rules of the library's words, made once for the real catalogue."""

from __future__ import annotations

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.words.rules import Rules

LOCALES = ROOT / "overrides" / "locales"


@pytest.fixture(scope="session")
def rules(real_catalogue: Catalogue) -> Rules:
    return Rules(real_catalogue, LOCALES)
