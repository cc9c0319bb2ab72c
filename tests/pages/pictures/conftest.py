"""Pages of pictures of the catalogues, made once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from library.catalogue.catalogue import Catalogue
from overview_page import OverviewPage, render


@pytest.fixture(scope="session")
def overview(small_catalogue: Catalogue, kept_catalogue: Catalogue, real_catalogue: Catalogue) -> Callable[[str, str], OverviewPage]:
    """The page of the ``small``, the ``kept`` or the ``real`` catalogue in a language."""
    catalogues = {"small": small_catalogue, "kept": kept_catalogue, "real": real_catalogue}

    @cache
    def made(which: str, language: str) -> OverviewPage:
        return render(catalogues[which], language)

    return made
