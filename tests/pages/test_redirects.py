"""Former addresses lead on: those of works, and those of terms with another id."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.pages.redirects import redirects
from library.press.addresses import Site
from renew_golden import SITE

LANGUAGES = ("en", "ru", "kk", "ko")
NAMES = dict.fromkeys(LANGUAGES, "Library")


def led_on(catalogue: Catalogue) -> dict[str, str]:
    """Where each former address leads, as a browser resolves it."""
    found = {}
    for file in redirects(catalogue, index(catalogue), Site(SITE, LANGUAGES, NAMES, NAMES)):
        folder = file.path.removesuffix("index.html").rstrip("/").split("/")
        href = str(file.data, "utf-8").split("url=")[1].split('"')[0]
        up = href.count("../")
        found[file.path.removesuffix("/index.html")] = "/".join([*folder[: len(folder) - up], href.replace("../", "").rstrip("/")])
    return found


def test_a_work_is_found_at_its_former_address_in_every_language(small_catalogue: Catalogue) -> None:
    found = led_on(small_catalogue)
    assert found["publications/first-year"] == "publications/withdrawn-report"
    assert found["kk/publications/first-year"] == "kk/publications/withdrawn-report"


@pytest.mark.parametrize(
    ("vocabulary", "facet", "term", "former"),
    [("parties", "people", "seitova-aigul", "seitova-a"), ("themes", "themes", "open-data", "data"), ("series", "series", "", "old-run")],
)
def test_a_term_is_found_under_its_former_id(catalogue_copy: SpoiltCatalogue, vocabulary: str, facet: str, term: str, former: str) -> None:
    term = term or next(iter(index(load(catalogue_copy.folder)).shelves["series"]))
    catalogue_copy.replace(f"vocabularies/{vocabulary}.yml", f"- id: {term}\n", f"- id: {term}\n  former_ids: [{former}]\n")
    found = led_on(load(catalogue_copy.folder))
    assert found[f"{facet}/{former}"] == f"{facet}/{term}"
    assert found[f"ru/{facet}/{former}"] == f"ru/{facet}/{term}"


def test_a_former_id_of_a_term_without_a_list_has_no_page(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(
        "vocabularies/themes.yml", "\n- id: unused\n  label: {en: Unused, ru: Лишняя, kk: Артық, ko: 미사용}\n  former_ids: [gone]\n"
    )
    assert "themes/gone" not in led_on(load(catalogue_copy.folder))
