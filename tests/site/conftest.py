"""Whole sites, built once for all tests that look at them, and one browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from readers import new_reader
from serving import serving
from sites import ROOT, Built, build


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the small, awkward catalogue, built strictly."""
    return build(tmp_path_factory.mktemp("small"), ROOT / "tests" / "small_catalogue" / "catalogue")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the real catalogue, built strictly."""
    return build(tmp_path_factory.mktemp("real"), ROOT / "catalogue")


@pytest.fixture(scope="session")
def served(small_site: Built, real_site: Built) -> Iterator[dict[str, str]]:
    """Addresses under which the built sites can be opened: ``small`` and ``real``."""
    with serving(small_site.folder) as small, serving(real_site.folder) as real:
        yield {"small": small, "real": real}


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
