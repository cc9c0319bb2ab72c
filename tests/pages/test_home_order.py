"""In what order the home page names countries, without a site."""

from __future__ import annotations

from typing import Any

import pytest
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.pages.home import HomeViews
from library.pages.lists import ListViews
from library.pages.work import WorkViews
from library.words.collation import sort_key
from library.words.labels import Labels
from library.words.translations import Words


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_countries_with_as_many_publications_stand_by_name(real_catalogue: Catalogue, language: str) -> None:
    nothing: Any = None
    labels = Labels(real_catalogue, index(real_catalogue), Words(language, ROOT / "overrides" / "locales"))
    shown = HomeViews(ListViews(WorkViews(labels, nothing, nothing, lambda record: ""), nothing)).view().countries
    assert shown
    assert list(shown) == sorted(shown, key=lambda country: (-country.number, sort_key(country.text, language)))
