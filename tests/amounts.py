"""How much is tried: a sample in every run, all of it in scripts/test long."""

from __future__ import annotations

import os

# An environment variable, since the decorators of a module want it before any fixture is made.
LONG = "LIBRARY_TESTS_LONG"


def amount(sample: int, full: int) -> int:
    """The number of repetitions: ``sample``, or ``full`` in scripts/test long.

    In a test it comes as the fixture of the same name, by which scripts/test long knows the test;
    decorators call it here. ``full`` is at least ``sample``.
    """
    return full if os.environ.get(LONG) else sample
