"""How much is tried: a sample in every run, all of it in scripts/test long."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any

import pytest

# An environment variable, since the decorators of a module want it before any fixture is made.
LONG = "LIBRARY_TESTS_LONG"


def marked(cases: Iterable[Any], every: int) -> list[Any]:
    """Cases for ``parametrize``: one in ``every`` in scripts/test quick, the others slow ones."""
    return [
        pytest.param(*case if isinstance(case, (list, tuple)) else (case,), marks=[] if place % every == 0 else pytest.mark.slow)
        for place, case in enumerate(cases)
    ]


def amount(sample: int, full: int) -> int:
    """The number of repetitions: ``sample``, or ``full`` in scripts/test long.

    In a test it comes as the fixture of the same name, by which scripts/test long knows the test;
    decorators call it here. ``full`` is at least ``sample``.
    """
    return full if os.environ.get(LONG) else sample
