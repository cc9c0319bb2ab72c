"""Markdown that would keep a build busy is refused with its place, and soon."""

from __future__ import annotations

import time

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.checks.slow_texts import slow_texts

SLOW = {"links": "[a](b " * 4_000, "pictures of nothing": "[![a](b " * 4_000, "links in links": "[[a](b](c " * 4_000}


@pytest.mark.parametrize("kind", SLOW)
def test_a_slow_paragraph_is_refused_with_its_place_and_soon(kind: str) -> None:
    started = time.process_time()
    [found] = slow_texts("catalogue/case-studies/x.md", f"Short.\n\nTwo\nlines.\n\n{SLOW[kind]}\n\nEnd.", 20)
    assert (found.code, found.line) == ("slow-text", 25)
    assert time.process_time() - started < 4


@pytest.mark.parametrize(
    "text",
    [
        "Plain words. " * 5_000,
        "A [link](https://example.org/a) and **bold** words. " * 400,
        "| a | b |\n| --- | --- |\n" + "| 1 | 2 |\n" * 300,
        "A note[^1] here. " * 300 + "\n\n[^1]: Note.",
    ],
)
def test_long_texts_with_many_marks_pass(text: str) -> None:
    assert list(slow_texts("x.md", text, 1)) == []


def test_the_check_names_the_file(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("case-studies/one-window.md", f"\n\n{SLOW['links']}\n")
    [problem] = catalogue_copy.problems()
    assert (problem.path, problem.code) == ("catalogue/case-studies/one-window.md", "slow-text")


def test_texts_of_the_library_are_not_slow(kept_catalogue: Catalogue) -> None:
    assert [found for text in kept_catalogue.texts.values() for found in slow_texts("x.md", text, 1)] == []
