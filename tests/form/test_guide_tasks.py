"""The tasks of the staff's guide, done in the form with nothing but its steps: the checks have nothing to say afterwards."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from catalogues import SpoiltCatalogue
from form_driver import Form, opened, texts_of
from library.catalogue.catalogue import Catalogue
from library.catalogue.loading import load
from playwright.sync_api import Browser
from test_in_browser import put, told_of

RECORD = "catalogue/knowledge-products/russian-study.yml"
pytestmark = pytest.mark.long


def test_add_a_publication_with_its_document(
    browser: Browser, address: str, small_catalogue: Catalogue, catalogue_copy: SpoiltCatalogue, tmp_path: Path
) -> None:
    document = tmp_path / "shorter-queues-almaty.en.pdf"
    shutil.copy(small_catalogue.folder / "files" / "russian-study.ru.pdf", document)
    with opened(browser, address, texts_of(small_catalogue.folder)) as form:
        form.open("Publications")
        form.new()
        form.write("id", "shorter-queues-almaty")
        form.choose("type", "Report")
        form.write("title.en", "Shorter Queues in Almaty")
        form.write("issued", "2024")
        form.choose("themes", "Digitalisation")
        form.add("editions")
        form.write("editions.0.citation_key", "shorter2024queues")
        form.choose("editions.0.language", "English")
        form.attach("editions.0.file", document)
        form.write("added", "2026-11-30")
        form.add("provenance")
        form.write("provenance.0.url", "https://www.example.org/queues")
        form.save()
        after = form.files()
    put(catalogue_copy.folder, after)
    assert told_of(catalogue_copy.folder) == []
    work = load(catalogue_copy.folder).works["shorter-queues-almaty"].work
    assert work.editions[0].file == "shorter-queues-almaty.en.pdf"


def at_its_record(form: Form) -> None:
    """Where "Suggest a correction" leads."""
    form.page.evaluate("location.hash = '#/collections/knowledge-products/entries/russian-study'")
    form.all_in_sight()


def test_withdraw_a_publication(browser: Browser, address: str, small_catalogue: Catalogue, catalogue_copy: SpoiltCatalogue) -> None:
    with opened(browser, address, texts_of(small_catalogue.folder)) as form:
        at_its_record(form)
        form.add("withdrawn")
        form.write("withdrawn.on", "2026-11-30")
        form.choose("withdrawn.because", "Mistake")
        form.save()
        after = form.files()
    assert after[RECORD].decode().endswith("withdrawn:\n  on: 2026-11-30\n  because: mistake\n")
    put(catalogue_copy.folder, after)
    assert told_of(catalogue_copy.folder) == []


def test_translate_a_title(browser: Browser, address: str, small_catalogue: Catalogue, catalogue_copy: SpoiltCatalogue) -> None:
    with opened(browser, address, texts_of(small_catalogue.folder)) as form:
        at_its_record(form)
        form.write("title.ko", "공무원의 윤리와 행동")
        form.save()
        after = form.files()
    put(catalogue_copy.folder, after)
    assert told_of(catalogue_copy.folder) == []
