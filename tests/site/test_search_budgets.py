"""What search may cost a reader and a build, at 2,000 works: hard limits."""

from __future__ import annotations

import gzip
import re
import sys
import time
from pathlib import Path

import pytest
import snowballstemmer
from measuring import first_facet, first_result
from playwright.sync_api import Browser
from serving import LEVEL, serving
from sites import LANGUAGES, ROOT, Built, configuration, mkdocs

sys.path.insert(0, str(ROOT / "scripts"))
from synthetic_catalogue import make

pytestmark = pytest.mark.slow

WORKS = 2000
TRIES = 3
TIMED = 500
"""Works of the index whose making is measured; index and yardstick both grow with them."""
FIRST_FACET = 20_000
"""Bytes, compressed: the facets and the script that they need."""
FIRST_RESULT = 200_000
"""Bytes over the wire: everything that search fetches for a word, its scripts among it."""
BUILD = 3.8
"""Processor time for the index of all four languages, in yardsticks.

Seconds differ by half from machine to machine, and on one from hour to hour. The limit was 12 s where the index took
7.6; there it was 2.4 yardsticks, so that 12 s were 3.8.
"""
STEMMED = 100
"""Words of a work that are stemmed for the yardstick."""

QUESTIONS = {
    "en": ["reform", "meritocracy public servants", "gover", "ethcis", "memleket", "zzzqqq"],
    "ru": ["реформа", "государственная служба", "госуд", "gosudarstvennaya", "этекa", "ujcelfhcndj"],
    "kk": ["реформасы", "мемлекеттік қызмет", "мемлекеттер", "memleket", "қызмеь"],
    "ko": ["개혁", "공무원교육", "기후변화", "memleket", "rhdandnjs"],
}


def yardstick(folder: Path) -> float:
    """Seconds of processor time for work of the kind that an index wants: stemming words of every record, by a library's code alone."""
    texts = [path.read_text("utf-8").casefold() for path in sorted(folder.rglob("*.yml"))]
    started = time.process_time()
    stem = snowballstemmer.stemmer("russian").stemWord
    assert sum(len(stem(word)) for text in texts for word in re.findall(r"[^\W\d_]+", text)[:STEMMED]) > STEMMED * len(texts) / 2
    return time.process_time() - started


def project(folder: Path, works: int) -> Path:
    """The settings of a site of so many works. The pages, 30 files a work, are left out; links to them lead nowhere."""
    make(works, folder / "catalogue")
    return configuration(folder, folder / "catalogue", hooks=f"  - {Path(__file__).with_name('search_only_hook.py')}\n")


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """What a search fetches of a site of 2,000 works."""
    folder = tmp_path_factory.mktemp("large")
    done = mkdocs("build", config=project(folder, WORKS))
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(folder / "site", done.stdout + done.stderr)


def test_the_first_facet_is_light(large: Built) -> None:
    parts = ["search/index/facets.json", "assets/javascripts/search.js"]
    sizes = {part: len(gzip.compress((large.folder / part).read_bytes(), LEVEL)) for part in parts}
    assert sum(sizes.values()) <= FIRST_FACET, sizes


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_result_is_light(language: str, large: Built, browser: Browser) -> None:
    with serving(large.folder) as base:
        facets = first_facet(browser, base, language)
        assert 0 < facets.search <= 2 * FIRST_FACET, "with the newest publications, which show at first"
        costs = {query: first_result(browser, base, language, query).search for query in QUESTIONS[language]}
    assert all(0 < cost <= FIRST_RESULT for cost in costs.values()), costs


def ratio(folder: Path) -> float:
    """Processor time for an index, in yardsticks as they were before and after it."""
    config = project(folder, TIMED)
    before = yardstick(folder / "catalogue")
    done = mkdocs("build", config=config)
    assert done.returncode == 0, done.stdout + done.stderr
    seconds = float(re.search(r"search ([\d.]+) s", done.stdout + done.stderr)[1])
    assert seconds > 0
    return 2 * seconds / (before + yardstick(folder / "catalogue"))


@pytest.mark.alone
def test_the_index_is_built_in_time(tmp_path: Path) -> None:
    """The best of three tries: on machines that others use too, the same work was seen to take from 2.7 to 4.2 yardsticks."""
    found: list[float] = []
    while len(found) < TRIES and min(found, default=BUILD + 1) > BUILD:
        found.append(ratio(tmp_path / str(len(found))))
    assert min(found) <= BUILD, found


def test_no_other_search_is_shipped(large: Built) -> None:
    assert not list(large.folder.rglob("search_index.json"))
    assert not list(large.folder.rglob("*pagefind*"))
    assert not list((large.folder / "assets" / "javascripts").rglob("*lunr*"))
    assert not (large.folder / "assets" / "javascripts" / "search").exists(), "the parts of the joined scripts"
