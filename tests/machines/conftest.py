"""What the tests of feeds, lists and the API share: sites of either catalogue, and records changed in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import Indexes, index
from library.machines.api.records import Api
from library.machines.feeds import Feeds
from library.machines.opds import OpdsCatalogues
from library.press.addresses import Site
from library.press.output import OutputFile
from library.words.labels import Labels
from library.words.translations import Words
from renew_golden import SITE

NAMES = {"en": "Library & Co <1>", "ru": "Библиотека", "kk": "Кітапхана", "ko": "도서관"}
JOURNAL = ("Journal & Co <1>", True)


@dataclass(frozen=True)
class Harvested:
    """A catalogue with all that can be fetched of it."""

    catalogue: Catalogue
    site: Site

    @cached_property
    def indexes(self) -> Indexes:
        return index(self.catalogue)

    @cached_property
    def api(self) -> Api:
        return Api(self.catalogue, self.indexes, self.site)

    @cached_property
    def api_files(self) -> dict[str, str]:
        return texts(self.api.all())

    def labels(self, language: str) -> Labels:
        return Labels(self.catalogue, self.indexes, Words(language, ROOT / "overrides" / "locales"))

    def feeds(self, language: str) -> dict[str, str]:
        return texts(Feeds(self.labels(language), self.site, JOURNAL).all())

    def opds(self, language: str, **options: Any) -> dict[str, str]:
        return texts(OpdsCatalogues(self.labels(language), self.site, **options).all())


def texts(files: Iterable[OutputFile]) -> dict[str, str]:
    """Files by path; no path twice."""
    listed = [(file.path, file.text) for file in files]
    found = {path: text if isinstance(text, str) else text.decode() for path, text in listed}
    assert len(found) == len(listed)
    return found


def site_of(catalogue: Catalogue, url: str = SITE) -> Site:
    return Site(url, catalogue.languages, NAMES, NAMES)


@pytest.fixture(scope="session")
def small(small_catalogue: Catalogue) -> Harvested:
    return Harvested(small_catalogue, site_of(small_catalogue))


@pytest.fixture(scope="session")
def real(real_catalogue: Catalogue) -> Harvested:
    return Harvested(real_catalogue, site_of(real_catalogue))


@pytest.fixture(scope="session")
def harvest_of() -> Callable[..., Harvested]:
    """All that can be fetched of another catalogue, or of another site."""
    return lambda catalogue, url=SITE: Harvested(catalogue, site_of(catalogue, url))


def without_works(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, works={}, journal=None, issues={}, filed={})


def with_work(catalogue: Catalogue, work_id: str, **fields: Any) -> Catalogue:
    """The catalogue with some fields of one work's record set."""
    placed: Placed = catalogue.works[work_id]
    changed = replace(placed, work=placed.work.model_copy(update=fields))
    return replace(catalogue, works={**catalogue.works, work_id: changed})


@pytest.fixture(scope="session")
def empty(small_catalogue: Catalogue) -> Catalogue:
    """A catalogue of vocabularies only."""
    return without_works(small_catalogue)


@pytest.fixture(scope="session")
def changed_work() -> Callable[..., Catalogue]:
    return with_work
