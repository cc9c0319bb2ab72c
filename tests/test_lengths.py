"""Modules and functions stay short enough to be read at one go; what may be longer is named here, with the reason."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

FILE_LIMIT, FUNCTION_LIMIT = 400, 60
"""Lines."""

LONGER_FILES = {
    "hooks/library/plan.py": "the table of all that the site consists of",
    "scripts/fonts": "a command that stands alone: it runs where fonttools is, without the package",
    "tests/catalogue/test_catalogue.py": "the promises of the catalogue as a whole, and of its guide",
    "tests/machines/heads/test_json_ld.py": "every node of the graph in turn, over the same pages",
    "tests/site/test_citation_box.py": "one box and its files, in one browser",
    "tests/citations/references/test_csl.py": "four styles, each property held for all of them by one run of pandoc",
    "tests/citations/test_citations.py": "every field of a citation in turn",
    "tests/search/test_analysis.py": "tables of words in four languages with their stems",
    "tests/site/test_comfort.py": "carries the script by which pages are asked how they look",
    "tests/site/test_machine_files.py": "everything for programs, read from the same built sites",
    "tests/site/test_search.py": "everything that a reader does on the search page, in one browser",
    "tests/words/test_collation.py": "three alphabets, each with words in its order",
}
LONGER_FUNCTIONS = {
    "hooks/library/citations/citing.py of_edition": "every field of a citation, once, a line each",
}


def modules() -> Iterator[tuple[str, str]]:
    """Path and text of each Python file under version control, scripts without an ending among them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "hooks", "scripts", "tests"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this copy has no history, so what belongs to it is not known")
    for name in listed.stdout.splitlines():
        path = ROOT / name
        if path.suffix not in ("", ".py") or not path.is_file():
            continue
        text = path.read_text("utf-8", errors="replace")
        if path.suffix == ".py" or text.startswith("#!/usr/bin/env python"):
            yield name, text


def test_a_file_has_at_most_400_lines_or_a_reason_for_more() -> None:
    longer = {name for name, text in modules() if text.count("\n") > FILE_LIMIT}
    assert sorted(longer - set(LONGER_FILES)) == []
    assert sorted(set(LONGER_FILES) - longer) == [], "no longer than others: strike them from the list"


def test_a_function_has_at_most_60_lines_or_a_reason_for_more() -> None:
    longer = {
        f"{name} {node.name}"
        for name, text in modules()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= FUNCTION_LIMIT
    }
    assert sorted(longer - set(LONGER_FUNCTIONS)) == []
    assert sorted(set(LONGER_FUNCTIONS) - longer) == [], "no longer than others: strike them from the list"
