"""What staff do in the form, and exactly what it writes."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path

import pytest
from catalogues import SpoiltCatalogue
from form_driver import Form, opened, texts_of
from library.catalogue.catalogue import Catalogue
from library.catalogue.formatting import formatted
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError
from playwright.sync_api import Browser

pytestmark = pytest.mark.long


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and not line.startswith(("---", "+++"))]


def put(catalogue: Path, written: Mapping[str, bytes]) -> None:
    """Lays the files of the form's repository over a copy of the catalogue."""
    for path, data in written.items():
        target = catalogue.parent / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def test_a_corrected_word_changes_its_line_alone(browser: Browser, address: str, small_catalogue: Catalogue) -> None:
    texts = texts_of(small_catalogue.folder)
    with opened(browser, address, texts) as form:
        form.record("Ethics of Civil Servants")
        name = "catalogue/knowledge-products/russian-study.yml"
        title = form.value("title.en")
        form.write("title.en", f"{title}, corrected")
        form.save()
        after = form.files()
    assert {path for path, text in texts.items() if after[path].decode() != text} == {name}
    assert set(after) == set(texts)
    assert len(changed_lines(texts[name], after[name].decode())) == 2


def edition(form: Form, number: int, key: str, language: str) -> None:
    form.add("editions")
    form.write(f"editions.{number}.citation_key", key)
    form.choose(f"editions.{number}.language", language)


def source(form: Form, place: str) -> None:
    form.add(place)
    form.write(f"{place}.0.at", "row 12")
    form.choose(f"{place}.0.source", "A report made up for the tests")


def in_every_language(form: Form, place: str, text: str) -> None:
    if place.endswith("summary"):  # a part that may be missing
        form.add(place)
    for language in ("en", "ru", "kk", "ko"):
        form.write(f"{place}.{language}", f"{text} ({language})")


CASE = """---
# yaml-language-server: $schema=../schemas/work.json
id: shorter-queues
type: case-study

title:
  en: Shorter queues (en)
  ru: Очереди стали короче
  kk: Кезек қысқарды
  ko: Shorter queues (ko)

summary:
  en: How queues became shorter (en)
  ru: How queues became shorter (ru)
  kk: How queues became shorter (kk)
  ko: How queues became shorter (ko)

supplied:
  title: [en, ko]

issued: 2024

creators:
  - party: han-seo-yeon

themes: [digitalisation]

editions:
  - citation_key: kim2024queues-ru
    language: ru
    file: queues.ru.pdf
    text: here
  - citation_key: kim2024queues-kk
    language: kk
    text: here

added: 2026-11-22
provenance:
  - source: sample-report
    at: row 12
---

# Очереди

Было 12 минут, стало **3**.
"""


def a_person(form: Form, place: int) -> None:
    form.open("Vocabularies")
    form.file("Persons and bodies")
    form.add("terms")
    form.page.get_by_role("menuitem", name="Person").click()
    form.write(f"terms.{place}.id", "han-seo-yeon")
    form.add(f"terms.{place}.names")
    form.write(f"terms.{place}.names.0.family", "Han")
    form.write(f"terms.{place}.names.0.given", "Seo-yeon")
    form.save()


def a_case_study(form: Form, document: Path) -> None:
    form.home()
    form.open("Case studies")
    form.new()
    form.write("id", "shorter-queues")
    form.choose("type", "Case study")
    in_every_language(form, "title", "Shorter queues")
    form.write("title.ru", "Очереди стали короче")
    form.write("title.kk", "Кезек қысқарды")
    in_every_language(form, "summary", "How queues became shorter")
    form.add("supplied")
    form.choose("supplied.title", "English", "Korean")
    form.write("issued", "2024")
    form.write("added", "2026-11-22")
    form.add("creators")
    form.choose("creators.0.party", "Han, Seo-yeon (han-seo-yeon)")
    form.choose("themes", "Digitalisation")
    edition(form, 0, "kim2024queues-ru", "Russian")
    form.choose("editions.0.text", "Here")
    form.attach("editions.0.file", document)
    edition(form, 1, "kim2024queues-kk", "Kazakh")
    form.choose("editions.1.text", "Here")
    source(form, "provenance")
    form.write("body", "# Очереди\n\nБыло 12 минут, стало **3**.")
    form.save()


def its_second_text(form: Form) -> None:
    form.home()
    form.open("Қазақша: Texts of case studies")
    form.new()
    form.name_file("shorter-queues")
    form.write("body", "# Кезек\n\n12 минут еді, **3** минут болды.")
    form.save()


def test_a_case_study_with_two_texts_a_new_person_and_a_document(
    browser: Browser, address: str, small_catalogue: Catalogue, catalogue_copy: SpoiltCatalogue, tmp_path: Path
) -> None:
    texts = texts_of(small_catalogue.folder)
    document = tmp_path / "queues.ru.pdf"
    document.write_bytes((small_catalogue.folder / "files" / "russian-study.ru.pdf").read_bytes())
    with opened(browser, address, texts) as form:
        a_person(form, len(small_catalogue.vocabularies["parties"]))
        a_case_study(form, document)
        its_second_text(form)
        after = form.files()

    assert after["catalogue/case-studies/shorter-queues.md"].decode() == CASE
    assert sorted(set(after) - set(texts)) == [
        "catalogue/case-studies/shorter-queues.kk.md",
        "catalogue/case-studies/shorter-queues.md",
        "catalogue/files/queues.ru.pdf",
    ]
    assert after["catalogue/case-studies/shorter-queues.kk.md"].decode() == "# Кезек\n\n12 минут еді, **3** минут болды.\n"
    assert after["catalogue/files/queues.ru.pdf"] == document.read_bytes()
    parties = "catalogue/vocabularies/parties.yml"
    in_form = formatted(texts[parties], "parties", parties)
    assert isinstance(in_form, str)
    assert changed_lines(in_form, after[parties].decode()) == [
        "+",
        "+- id: han-seo-yeon",
        "+  kind: person",
        "+  names:",
        "+    - family: Han",
        "+      given: Seo-yeon",
    ]
    assert {path for path, text in texts.items() if after[path].decode() != text} == {parties}
    put(catalogue_copy.folder, after)
    assert told_of(catalogue_copy.folder) == []
    assert "shorter-queues" in load(catalogue_copy.folder).works


def told_of(folder: Path) -> list[str]:
    """The problems of a catalogue."""
    try:
        load(folder)
    except CatalogueError as error:
        return [str(problem) for problem in error.problems]
    return []


def test_an_issue_with_three_articles(browser: Browser, address: str, small_catalogue: Catalogue, catalogue_copy: SpoiltCatalogue) -> None:
    texts = texts_of(small_catalogue.folder)
    with opened(browser, address, texts) as form:
        form.open("Journal issues")
        form.new()
        form.write("id", "77")
        form.write("number", "2")
        form.write("issued", "2024-06")
        in_every_language(form, "summary", "Three articles")
        form.choose("complete", "Yes")
        for number, name in enumerate(("seventh", "eighth", "ninth")):
            at = f"articles.{number}"
            form.add("articles")
            form.write(f"{at}.id", f"{name}-article")
            form.choose(f"{at}.type", "Article")
            in_every_language(form, f"{at}.title", f"The {name} article")
            in_every_language(form, f"{at}.summary", f"About the {name} thing")
            form.choose(f"{at}.themes", "Digitalisation")
            form.add(f"{at}.editions")
            form.write(f"{at}.editions.0.citation_key", f"{name}2024article")
            source(form, f"{at}.provenance")
        form.write("added", "2026-11-22")
        source(form, "provenance")
        form.save()
        after = form.files()
    assert {path for path in after if path not in texts} == {"catalogue/journal/issues/77.yml"}
    assert all(after[path].decode() == text for path, text in texts.items())
    put(catalogue_copy.folder, after)
    issue = load(catalogue_copy.folder).issues["77"]
    assert [article.id for article in issue.articles] == ["seventh-article", "eighth-article", "ninth-article"]
