"""What several tests share: the catalogues, copies of the small one to spoil, how much is tried, and how it is told."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from amounts import LONG, amount
from catalogues import KEPT, REAL, SMALL, Citations, SpoiltCatalogue, citations, every_kind_in
from hypothesis import HealthCheck, settings
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from library.citations.citation import Citation
from live_report import LiveReport
from outside import BROWSER
from playwright.sync_api import Browser, expect, sync_playwright
from serving import INSECURE_HOST

# The day of all tests, and of the programs that they start: records are dated ahead in some, and a computer's clock may be wrong.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1906545600")  # 2030-06-01

# The same examples in every run, so that a red test stays red until it is mended, and the first of
# them in scripts/test quick; other and more in scripts/test long, which prints how to repeat a red one.
_HABITS = {"deadline": None, "database": None, "suppress_health_check": [HealthCheck.too_slow, HealthCheck.function_scoped_fixture]}
settings.register_profile("quick", derandomize=True, max_examples=25, **_HABITS)
settings.register_profile("same", derandomize=True, max_examples=150, **_HABITS)
settings.register_profile("long", max_examples=2_000, print_blob=True, **_HABITS)

# Milliseconds that a browser may take to show what is expected: a machine with other work is slow, not wrong.
expect.set_options(timeout=15_000)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the long tests alone, with their full numbers (scripts/test long)")
    parser.addoption("--quick", action="store_true", help="of each test with many cases a few, spread over all (scripts/test quick)")
    parser.addoption("--live", action="store_true", help="failures when they happen, and signs of life (scripts/test)")


def pytest_configure(config: pytest.Config) -> None:
    long = config.getoption("long")
    settings.load_profile("long" if long else config.getoption("--hypothesis-profile") or "same")
    if long:
        os.environ[LONG] = "1"
    # Workers of pytest-xdist tell nothing themselves.
    if config.getoption("live") and not hasattr(config, "workerinput"):
        config.pluginmanager.register(LiveReport(config), "live-report")


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Generator[None, None, None]:
    """The long tests alone, or all but these; whole sites and browsers first.

    A file of browsers that comes last keeps one processor waiting for the other. Tests that look at
    the library's own records are marked, so that they can be tried on others.
    """
    for item in items:
        if _looks_at_the_library(item):
            item.add_marker("library")
    # Marks are there before the words after -m are read; those of hypothesis come with the others.
    yield
    long = config.getoption("long")
    chosen = {item: _has_more_to_try(item) if long else item.get_closest_marker("long") is None for item in items}
    if config.getoption("quick"):
        spread = _spread(item for item in items if chosen[item])
        chosen = {item: item in spread for item in items}
    config.hook.pytest_deselected(items=[item for item in items if not chosen[item]])
    items[:] = sorted((item for item in items if chosen[item]), key=lambda item: item.get_closest_marker("slow") is None)


FEW = 3
"""Cases of a test in scripts/test quick."""


def _spread(items: Iterable[pytest.Item]) -> set[pytest.Item]:
    """Of each test's cases the first, the last and some between, always the same; all of a test that has few."""
    cases: dict[str, list[pytest.Item]] = {}
    for item in items:
        cases.setdefault(item.nodeid.partition("[")[0], []).append(item)
    return {
        of_one[place * (len(of_one) - 1) // (min(FEW, len(of_one)) - 1 or 1)]
        for of_one in cases.values()
        for place in range(min(FEW, len(of_one)))
    }


def _has_more_to_try(item: pytest.Item) -> bool:
    """Whether a test is a long one, asks for an amount, or is tried with examples that hypothesis makes."""
    marked = item.get_closest_marker("long") or item.get_closest_marker("hypothesis")
    return marked is not None or "amount" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", name="amount")
def amount_of() -> Callable[[int, int], int]:
    """Gives the number of repetitions: ``amount(sample, full)``."""
    return amount


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
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """The small catalogue with a work of every kind of reference."""
    return every_kind_in(tmp_path_factory.mktemp("every-kind"))


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
    """Makes a citation that differs from one of the small catalogue in the given fields, and of which no project is told."""

    def make(key: str = "harrow2022public", **fields: object) -> Citation:
        return replace(small_citations[key], **{"funding": (), "credits": (), **fields})

    return make


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One for all tests."""
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
        opened = playwright.chromium.launch(executable_path=BROWSER, args=flags)
        yield opened
        opened.close()
