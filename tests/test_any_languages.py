"""Any language may be the site's first or only one, whether English is among them or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from catalogues import ROOT, SMALL, SpoiltCatalogue
from library.catalogue import documents
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.catalogue.languages import likely, text_in
from library.catalogue.loading import load
from library.citations.citing import Citing
from library.words.collation import sort_key
from library.words.translations import without_words

LOCALES = ROOT / "overrides" / "locales"


def test_a_held_document_lies_in_the_folder_of_the_sites_own_first_language(small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["russian-study"]
    edition = next(edition for edition in placed.work.editions if edition.file)
    assert documents.offered(small_catalogue, placed, edition).path.startswith("ru/publications/")
    russian_first = replace(small_catalogue, order=("ru", "en", "kk", "ko"))
    assert documents.offered(russian_first, placed, edition).path.startswith("publications/")


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_works_of_a_site_in_one_language_are_listed_and_cited(catalogue_copy: SpoiltCatalogue, language: str) -> None:
    text = catalogue_copy.text("vocabularies/languages.yml").replace("  site: yes\n", "")
    catalogue_copy.write("vocabularies/languages.yml", text.replace(f"- id: {language}\n", f"- id: {language}\n  site: yes\n"))
    catalogue = load(catalogue_copy.folder)
    assert catalogue.languages == (language,)
    assert len(index(catalogue).newest) == len(catalogue.offered)
    citing = Citing(catalogue, "https://library.example.org/")
    assert all(citing.of_work(placed) for placed in catalogue.works.values())


def test_a_language_without_words_is_refused_with_what_is_missing() -> None:
    (missing,) = without_words(("en", "ru", "de"), LOCALES)
    assert "no words in de" in missing
    assert "locales/de/LC_MESSAGES/messages.po" in missing


def test_a_language_whose_words_are_not_translated_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "overrides" / "locales"
    path = folder / "de" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Publications"\nmsgstr ""\n', "utf-8")
    assert len(without_words(("de",), folder)) == 1


def test_all_languages_of_this_library_have_words() -> None:
    assert without_words(load(SMALL).languages, LOCALES) == []


def test_a_text_falls_back_to_the_wanted_languages_and_then_to_its_first() -> None:
    assert text_in({"ru": "Да", "de": "Ja"}, "en", "de") == "Ja"
    assert text_in({"ru": "Да", "de": "Ja"}, "en") == "Да"


@pytest.mark.parametrize(("language", "script"), [("en", "Latn"), ("de", "Latn"), ("ru", "Cyrl"), ("kk", "Cyrl"), ("ko", "Kore")])
def test_each_language_knows_its_script(language: str, script: str) -> None:
    assert likely(language)[0] == script


@pytest.mark.parametrize(("language", "first"), [("de", "Zoo"), ("fr", "Zoo"), ("uk", "Яблуко"), ("ko", "하나")])
def test_a_languages_own_script_comes_first(language: str, first: str) -> None:
    assert min(["Zoo", "Яблуко", "하나"], key=lambda text: sort_key(text, language)) == first
