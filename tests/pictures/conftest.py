"""Pages of pictures of both catalogues, made once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from library.catalogue.catalogue import Catalogue
from overview_page import OverviewPage, render


@pytest.fixture(scope="session")
def overview(small_catalogue: Catalogue, real_catalogue: Catalogue) -> Callable[[str, str], OverviewPage]:
    """The page of the ``small`` or the ``real`` catalogue in a language."""
    catalogues = {"small": small_catalogue, "real": real_catalogue}

    @cache
    def made(which: str, language: str) -> OverviewPage:
        return render(catalogues[which], language)

    return made
