"""Whole sites, built once, whichever worker wants them first, for all tests that look at them, and one browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogues import KEPT, SMALL
from playwright.sync_api import Browser, BrowserContext, Page
from readers import new_reader
from serving import serving
from sites import Built, built_once


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the small, awkward catalogue, built strictly."""
    return built_once(tmp_path_factory, "small", SMALL)


@pytest.fixture(scope="session")
def kept_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the library's records of November 2026, built strictly."""
    return built_once(tmp_path_factory, "kept", KEPT)


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory, real_folder: Path) -> Built:
    """The site of the real catalogue, built strictly."""
    return built_once(tmp_path_factory, "real", real_folder)


@pytest.fixture(scope="session")
def served_small(small_site: Built) -> Iterator[str]:
    """The address under which the small site can be opened."""
    with serving(small_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def served_kept(kept_site: Built) -> Iterator[str]:
    """The address under which the site of November 2026 can be opened."""
    with serving(kept_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def served_real(real_site: Built) -> Iterator[str]:
    """The address under which the site of the library itself can be opened."""
    with serving(real_site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def served(served_small: str, served_kept: str) -> dict[str, str]:
    """Both sites whose texts are known: ``small`` and ``kept``."""
    return {"small": served_small, "kept": served_kept}


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of their own, at a desk, whose clipboard may be read."""
    made = new_reader(browser, viewport={"width": 1280, "height": 900}, permissions=["clipboard-read", "clipboard-write"])
    made.set_default_timeout(15_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
