"""What works stand in, and parts that stand in nothing."""

from __future__ import annotations

import re

import pytest
from catalogues import EVERY_KIND, SpoiltCatalogue

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
