"""What several tests share: the catalogues, and copies of the small one to spoil."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from catalogues import KEPT, REAL, SMALL, Citations, SpoiltCatalogue, citations
from hypothesis import HealthCheck, settings
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.citations.citation import Citation
from playwright.sync_api import Browser, expect, sync_playwright
from serving import INSECURE_HOST

# The same examples in every run, so that a red test stays red until it is mended. To look
# further: pytest --hypothesis-profile=wide.
_HABITS = {"deadline": None, "database": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("same", derandomize=True, max_examples=150, **_HABITS)
settings.register_profile("wide", max_examples=5_000, **_HABITS)
settings.load_profile("same")

# Milliseconds that a browser may take to show what is expected: a machine with other work is slow, not wrong.
expect.set_options(timeout=15_000)


@pytest.hookimpl(tryfirst=True)  # before the words after -m are read
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole sites and browsers first: a file of them that comes last keeps one processor waiting for the other.

    Tests that look at the library's own records are marked, so that they can be tried on others.
    """
    for item in items:
        if _looks_at_the_library(item):
            item.add_marker("library")
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def _looks_at_the_library(item: pytest.Item) -> bool:
    """By what it asks for; of a test over several catalogues only the part over the library's own."""
    parameters = [value for value in item.callspec.params.values() if isinstance(value, str)] if hasattr(item, "callspec") else []
    named = [value for value in parameters if re.fullmatch(r"(small|kept|real)(_\w+)?", value)]
    if named:
        return any(value.startswith("real") for value in named)
    return "real_folder" in item.fixturenames


@pytest.fixture(scope="session")
def small_catalogue() -> Catalogue:
    """The small and awkward catalogue."""
    return load(SMALL)


@pytest.fixture(scope="session")
def kept_catalogue() -> Catalogue:
    """The library's records of November 2026, for what needs real texts and says what comes out."""
    return load(KEPT)


@pytest.fixture(scope="session")
def real_folder() -> Path:
    """Where the records of the library itself lie."""
    return REAL


@pytest.fixture(scope="session")
def real_catalogue(real_folder: Path) -> Catalogue:
    """The catalogue of the library itself. Cataloguers change it daily: only what holds for any lawful one may be asked of it."""
    return load(real_folder)


@pytest.fixture(params=["small", "real"])
def either_catalogue(request: pytest.FixtureRequest, small_catalogue: Catalogue, real_catalogue: Catalogue) -> Catalogue:
    """Each of the two catalogues in turn, for what must hold in any."""
    return {"small": small_catalogue, "real": real_catalogue}[request.param]


@pytest.fixture
def catalogue_copy(tmp_path: Path) -> SpoiltCatalogue:
    """A copy of the small catalogue to spoil."""
    folder = tmp_path / "catalogue"
    shutil.copytree(SMALL, folder)
    return SpoiltCatalogue(folder)


@pytest.fixture(scope="session")
def small_citations(small_catalogue: Catalogue) -> Citations:
    """Citations of the small catalogue by key, in the order of its files."""
    return citations(small_catalogue)


@pytest.fixture(scope="session")
def kept_citations(kept_catalogue: Catalogue) -> Citations:
    """Citations of the records of November 2026 by key, in the order of their files."""
    return citations(kept_catalogue)


@pytest.fixture(scope="session")
def real_citations(real_catalogue: Catalogue) -> Citations:
    """Citations of the library itself by key, in the order of its files."""
    return citations(real_catalogue)


@pytest.fixture(scope="session")
def one_citation(small_citations: Citations) -> Callable[..., Citation]:
    """Makes a citation that differs from one of the small catalogue in the given fields."""

    def make(key: str = "harrow2022public", **fields: object) -> Citation:
        return replace(small_citations[key], **fields)

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium, one for all tests."""
    flags = [
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--host-resolver-rules=MAP {INSECURE_HOST} 127.0.0.1",
    ]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield opened
        opened.close()
