"""A whole site below a path of its host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from keepers import LIBRARY, Host, hosting
from playwright.sync_api import Browser, BrowserContext, Page
from sites import ROOT, Built, configuration, mkdocs


@pytest.fixture(scope="session")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the small, awkward catalogue, as it lies below a path of its host."""
    into = tmp_path_factory.mktemp("offline")
    done = mkdocs("build", "--strict", config=configuration(into, ROOT / "tests" / "small_catalogue" / "catalogue"), SITE_URL=LIBRARY)
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(into / "site", done.stdout + done.stderr)


@pytest.fixture
def host(offline_site: Built, tmp_path: Path) -> Iterator[Host]:
    """The site on a host of its own, whose files a test may change."""
    folder = tmp_path / "library"
    shutil.copytree(offline_site.folder, folder, ignore=shutil.ignore_patterns("api", "downloads", "exports", "opds"))
    with hosting(tmp_path) as made:
        yield made


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of their own, whose browser keeps nothing yet."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    made.set_default_timeout(20_000)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()
