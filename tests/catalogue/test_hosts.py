"""What works stand in, and parts that stand in nothing."""

from __future__ import annotations

import re

import pytest
from catalogues import EVERY_KIND, SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.digests import Digests
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.catalogue.related import Relations
from library.keeping.references import WORKS, references

OF_A_JOURNAL = "host:\n  title:\n    en: Some Journal\n"


def test_a_chapter_of_nothing_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    for path in (EVERY_KIND / "vocabularies" / "types").iterdir():
        catalogue_copy.write(f"vocabularies/types/{path.name}", path.read_text("utf-8"))
    name = "knowledge-products/chapter-in-place.yml"
    text = (EVERY_KIND / name).read_text("utf-8")
    catalogue_copy.write(name, re.sub(r"^host:\n(?: .*\n)+", "", text, flags=re.MULTILINE))
    catalogue_copy.problem("no-host", name, "chapter\n")


def test_an_article_of_another_journal_is_right_and_one_of_none_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/long-title.yml"
    catalogue_copy.replace(name, "type: research-paper", "type: article")
    catalogue_copy.problem("wrong-type", name, "article\n")
    catalogue_copy.append(name, OF_A_JOURNAL)
    assert catalogue_copy.problems() == []


def test_an_article_of_the_journal_has_no_other_host(catalogue_copy: SpoiltCatalogue) -> None:
    name = "journal/articles/unplaced-article.yml"
    catalogue_copy.append(name, OF_A_JOURNAL)
    catalogue_copy.problem("two-hosts", name, "host:")


@pytest.mark.parametrize(
    ("host", "code", "at"), [("  work: nothing-there\n", "unknown-work", "nothing-there"), ("  volume: 2\n", "missing-field", "host:")]
)
def test_a_host_names_a_record_or_a_title(catalogue_copy: SpoiltCatalogue, host: str, code: str, at: str) -> None:
    name = "knowledge-products/long-title.yml"
    catalogue_copy.append(name, f"host:\n{host}")
    problem = catalogue_copy.problem(code, name, at)
    assert problem.hint


def test_a_part_and_its_whole_lead_to_each_other(every_kind: Catalogue) -> None:
    relations = Relations(every_kind, index(every_kind))
    for one, other in (("chapter-in-record", "held-book"), ("held-book", "chapter-in-record")):
        assert ("related", "record") in next(found.reasons for found in relations.of(every_kind.works[one]) if found.work.work.id == other)


def test_renaming_a_whole_finds_its_parts(every_kind: Catalogue) -> None:
    data = every_kind.works["chapter-in-record"].record.data
    assert list(references("work", data, WORKS, "held-book")) == [("host", "work")]


def test_a_change_of_the_whole_makes_its_parts_anew(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/long-title.yml"
    catalogue_copy.append(name, "host:\n  work: held-book\n")
    before = load(catalogue_copy.folder)
    catalogue_copy.replace("knowledge-products/held-book.yml", "place: Singapore", "place: Berlin")
    after = load(catalogue_copy.folder)
    assert Digests(before).work(before.works["long-title"]) != Digests(after).work(after.works["long-title"])


# -- languages of one document -------------------------------------------------------------------------


@pytest.mark.parametrize("field", ["parallel_titles: [en]", "also_in: [en]"])
def test_a_title_printed_in_a_language_without_an_edition_is_no_problem(catalogue_copy: SpoiltCatalogue, field: str) -> None:
    name = "knowledge-products/russian-study.yml"
    catalogue_copy.replace(name, "  title: [en, ko]", "  title: [ko]")
    assert [problem.code for problem in catalogue_copy.problems()] == ["not-printed"]
    catalogue_copy.replace(name, "    language: ru\n", f"    language: ru\n    {field}\n")
    assert catalogue_copy.problems() == []


def test_a_document_in_many_languages_may_print_any_title(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(
        "vocabularies/languages.yml",
        "\n- id: mul\n  label:\n    en: Several\n    ru: Несколько\n    kk: Бірнеше\n    ko: 여럿\n  autonym: mul\n",
    )
    name = "knowledge-products/long-title.yml"
    text = catalogue_copy.text(name)
    catalogue_copy.write(name, re.sub(r"    language: en\n", "    language: mul\n", text).replace("  title: [ru, kk, ko]", "  title: []"))
    assert "not-printed" not in [problem.code for problem in catalogue_copy.problems()]


def test_a_document_in_two_languages_stands_on_the_shelves_of_both(every_kind: Catalogue) -> None:
    shelves = index(every_kind).shelves["languages"]
    assert all("chapter-in-place" in [placed.work.id for placed in shelves[tag].works] for tag in ("kk", "ru"))
