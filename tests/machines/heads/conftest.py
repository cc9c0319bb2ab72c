"""Pages of the catalogues, made and read once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from library.catalogue.catalogue import Catalogue
from library.machines.heads import Heads
from made_heads import Page, by_html_metadata, heads, page_of, pages


@pytest.fixture(scope="session")
def small_heads(small_catalogue: Catalogue) -> Heads:
    return heads(small_catalogue)


@pytest.fixture(scope="session")
def small_page(small_catalogue: Catalogue, small_heads: Heads) -> Callable[[str, str], Page]:
    """A work's page by its id and a language."""
    return lambda work, language="en": page_of(small_heads, small_catalogue.works[work], language)


@pytest.fixture(scope="session")
def all_pages(small_catalogue: Catalogue, real_catalogue: Catalogue) -> list[Page]:
    """Every work of the small catalogue in all languages, every work of the library in Russian."""
    return pages(small_catalogue) + pages(real_catalogue, ["ru"])


@pytest.fixture(scope="session")
def read_pages(all_pages: list[Page]) -> list[tuple[Page, dict[str, Any]]]:
    """The same pages, each with what html-metadata reads in it."""
    return list(zip(all_pages, by_html_metadata([each.html for each in all_pages]), strict=True))
