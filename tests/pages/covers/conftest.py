"""Fonts, labels and covers of the small catalogue for several tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.pages.covers.cover import Covers
from library.pages.covers.fonts import Fonts, fonts_in
from library.pages.covers.share_picture import SharePictures
from library.press.addresses import Site
from library.words.labels import Labels
from library.words.translations import Words

FONTS = ROOT / "overrides" / "assets" / "fonts"
LANGUAGES = ("en", "ru", "kk", "ko")


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The site's faces."""
    return fonts_in(FONTS)


@pytest.fixture(scope="session")
def pictures() -> SharePictures:
    """Makes share pictures and keeps none."""
    return SharePictures(FONTS)


@pytest.fixture(scope="session")
def site() -> Site:
    """A site in four languages with the names that ours has."""
    names = {
        "en": "Library of the Astana Civil Service Hub",
        "ru": "Библиотека Астанинского хаба в сфере госслужбы",
        "kk": "Астана мемлекеттік қызмет хабының кітапханасы",
        "ko": "아스타나 인사행정허브 도서관",
    }
    return Site("https://library.example.org/", LANGUAGES, names, {})


@pytest.fixture(scope="session")
def labels_of() -> Callable[[Catalogue, str], Labels]:
    """Makes the labels of a catalogue in a language."""

    def make(catalogue: Catalogue, language: str) -> Labels:
        return Labels(catalogue, index(catalogue), Words(language, ROOT / "overrides" / "locales"))

    return make


@pytest.fixture(scope="session")
def covers_of(labels_of: Callable[[Catalogue, str], Labels]) -> Callable[[Catalogue, str], Covers]:
    """Makes the covers of a catalogue in a language."""
    return lambda catalogue, language: Covers(labels_of(catalogue, language), Path(FONTS))
