"""Inputs that are too large: refused at once, in few lines, and printed on any terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from catalogues import ROOT, SpoiltCatalogue
from library.catalogue.problems import MOST_LINES, CatalogueError, Problem, report

BOOK = "knowledge-products/held-book.yml"
THEMES = "themes: [human-resource-management, training]"

LARGE: dict[str, tuple[Callable[[str], str], str]] = {
    "60,000 themes": (lambda text: text.replace(THEMES, f"themes: [{', '.join(['training'] * 60_000)}]"), "too-long"),
    "1,000 themes": (lambda text: text.replace(THEMES, f"themes: [{', '.join(['training'] * 1_000)}]"), "repeated-value"),
    "60,000 themes that there are not": (lambda text: text.replace(THEMES, f"themes: [{', '.join(['nothing'] * 60_000)}]"), "too-long"),
    "9,000 editions": (
        lambda text: text.replace(
            "  - citation_key", "".join(f"  - citation_key: key{number}\n" for number in range(9_000)) + "  - citation_key"
        ),
        "too-long",
    ),
    "900 editions without a language": (
        lambda text: text.replace(
            "  - citation_key", "".join(f"  - citation_key: key{number}\n" for number in range(900)) + "  - citation_key"
        ),
        "two-editions",
    ),
    "50,000 fields": (lambda text: text + "".join(f"field{number}: x\n" for number in range(50_000)), "too-long"),
    "900 fields": (lambda text: text + "".join(f"field{number}: x\n" for number in range(900)), "unknown-field"),
    "a field with a long name": (lambda text: text + f"{'a' * 900}: x\n", "unknown-field"),
    "a title of 300,000 letters": (lambda text: text.replace("Public Service", "x" * 300_000), "too-long"),
    "a theme of 9,000 letters": (lambda text: text.replace("training]", f"{'training' * 1_100}]"), "unknown-term"),
    "a value of 9,000 lines": (lambda text: text.replace("yes", '"' + "x\n\n  " * 9_000 + '"', 1), "too-long"),
    "100,000 brackets": (lambda text: text.replace(THEMES, f"themes: {'[' * 100_000}"), "too-deep"),
    "a thousand heaps of marks": (lambda text: text.replace("Public Service", ("a" + "\u0301" * 8) * 1_000), "too-many-marks"),
    "a thousand mixed words": (lambda text: text.replace("Public Service", "Oтчет " * 1_000), "mixed-alphabets"),
    "letters that nobody sees in 9,000 lines": (lambda text: text + "# \u200b\n" * 9_000, "bad-encoding"),
    "a mixed word of 9,000 letters": (lambda text: text.replace("Public Service", "Oо" * 4_500), "mixed-alphabets"),
    "a file of 1.1 MB": (lambda text: text + "# x\n" * 280_000, "file-too-large"),
}


@pytest.mark.costly
@pytest.mark.parametrize("what", LARGE)
def test_what_is_too_large_is_refused_in_few_lines(catalogue_copy: SpoiltCatalogue, what: str) -> None:
    spoil, code = LARGE[what]
    text = catalogue_copy.text(BOOK)
    catalogue_copy.write(BOOK, spoil(text))
    problems = catalogue_copy.problems()
    assert {problem.code for problem in problems} == {code}
    assert sum(said.count("\n") + 1 for said in report(problems)) <= MOST_LINES


@pytest.mark.alone
@pytest.mark.parametrize("what", LARGE)
def test_what_is_too_large_is_refused_within_a_second(catalogue_copy: SpoiltCatalogue, what: str) -> None:
    catalogue_copy.write(BOOK, LARGE[what][0](catalogue_copy.text(BOOK)))
    started = time.process_time()
    assert catalogue_copy.problems()
    assert time.process_time() - started < 1


def test_a_list_as_long_as_lists_may_be_passes(catalogue_copy: SpoiltCatalogue) -> None:
    lines = "".join(f"  - remark {number}\n" for number in range(1_000))
    catalogue_copy.append(BOOK, f"note:\n{lines}")
    assert catalogue_copy.problems() == []
    catalogue_copy.append(BOOK, "  - one more\n")
    catalogue_copy.problem("too-long", BOOK, "one more")


def test_a_text_as_long_as_texts_may_be_passes(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append(BOOK, f"note: [{'x' * 10_000}]\n")
    assert catalogue_copy.problems() == []


def test_the_last_line_counts_what_is_not_printed() -> None:
    problems = [Problem("a.yml", number, 1, "bad-form", "x", "y") for number in range(1, 81)]
    told = report(problems)
    assert told[:-1] == [str(problem) for problem in problems[: len(told) - 1]]
    assert told[-1] == f"… and {80 - len(told) + 1} more; mend these first"
    assert "80 problems" in CatalogueError(problems, 1).summary()


def test_few_problems_are_printed_whole() -> None:
    problems = [Problem("a.yml", number, 1, "bad-form", "x", "y") for number in range(1, 40)]
    assert report(problems) == [str(problem) for problem in problems]


@pytest.mark.costly
@pytest.mark.parametrize("encoding", ["ascii", "ascii:strict", "latin-1", "cp1251:strict", "utf-8:strict"])
def test_problems_are_printed_on_any_terminal(catalogue_copy: SpoiltCatalogue, encoding: str) -> None:
    catalogue_copy.replace(BOOK, "type: book", "type: книга 책\U0001f4d6")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "PYTHONIOENCODING": encoding, "LC_ALL": "C", "PYTHONUTF8": "0"}
    words = [sys.executable, "-m", "library", "check", str(catalogue_copy.folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, env=environment)
    assert done.returncode == 1
    assert b"unknown-term" in done.stdout and b"held-book.yml" in done.stdout
    assert b"Traceback" not in done.stdout + done.stderr
