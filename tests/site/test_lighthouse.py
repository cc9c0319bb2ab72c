"""Lighthouse finds the pages quick on a slow telephone, accessible, sound, and fit for search engines."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from outside import BROWSER

pytestmark = [pytest.mark.slow, pytest.mark.alone, pytest.mark.timeout(900)]

RUNNER = Path(__file__).with_name("run_lighthouse.mjs")
ENOUGH = 0.95
WHOLE = {"best-practices": 1}
"""Categories in which nothing may be missing: what they look at does not hang on the machine."""
RUNS = 3
"""How often a page is visited at most: a busy machine makes any page slow now and then."""

CATEGORIES = {"performance", "accessibility", "best-practices", "seo"}
PAGES = {
    "home": "",
    "list": "themes/motivation/",
    "work": "publications/motivation-public-servants-pakistan/",
    "search": "search/",
}
PREFIXES = {"en": "", "ru": "ru/", "ko": "ko/"}
"""Latin, Cyrillic and Hangul: what differs for a telephone is the fonts. Kazakh loads those of Russian."""

Judged = dict[str, Any]


def lighthouse(addresses: list[str]) -> list[Judged]:
    """What Lighthouse says of each page: ``scores`` from 0 to 1 by category, and ``failed`` audits.

    A telephone on a slow mobile line is computed from what a visit shows (simulated throttling,
    https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md), so nothing is waited for.
    """
    task = json.dumps({"addresses": addresses, "enough": ENOUGH, "runs": RUNS})
    environment = {**os.environ, "CHROME_PATH": BROWSER or ""}
    done = subprocess.run(["node", str(RUNNER)], input=task, capture_output=True, text=True, check=False, env=environment, timeout=900)
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def told(judged: Judged) -> str:
    """A page's scores and what cost it points, for the person who has to mend it."""
    lines = [f"{judged['address']}: {judged['scores']}, best of {judged['runs']}"]
    for audit in judged["failed"]:
        lines.append(f"  {audit['id']} ({audit['score']}): {audit['title']} {audit['value']}".rstrip())
        lines += [f"    {item}" for item in audit["items"]]
    return "\n".join(lines)


def test_lighthouse_gives_every_kind_of_page_at_least_95_of_100_and_best_practices_all(
    served_kept: str, amount: Callable[[int, int], int]
) -> None:
    """Each kind in one language, all in all in scripts/test long; under the policy of contents that stands in each page."""
    number = amount(1, len(PREFIXES))
    prefixes = list(PREFIXES.values())
    addresses = [
        f"{served_kept}{prefixes[(place + further) % len(prefixes)]}{path}"
        for place, path in enumerate(PAGES.values())
        for further in range(number)
    ]
    judged = lighthouse(addresses)
    assert [page["address"] for page in judged] == addresses
    assert all(set(page["scores"]) == CATEGORIES for page in judged)
    poor = [told(page) for page in judged if any((score or 0) < WHOLE.get(name, ENOUGH) for name, score in page["scores"].items())]
    assert not poor, "\n".join(poor)
