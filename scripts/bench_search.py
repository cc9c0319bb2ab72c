"""What search costs and finds: size of the index, bytes and seconds for a reader on a slow line, recall and precision."""

from __future__ import annotations

import gzip
import json
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The tests' own instruments, so that what is measured here is what they hold to limits.
sys.path[:0] = [str(ROOT / "tests" / "site"), str(ROOT / "tests" / "search")]

from judging import judge, queries, summary
from measuring import Cost, first_facet, first_result
from playwright.sync_api import Browser, sync_playwright
from serving import LEVEL, serving

LANGUAGES = ("en", "ru", "kk", "ko")
WORD = {"en": "reform", "ru": "реформа", "kk": "реформа", "ko": "개혁"}
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


@dataclass(frozen=True)
class Index:
    """Files of a site's index: how many, and kilobytes (10³) compressed: words of each language, facets, cards, what can be taken away."""

    files: int
    words: dict[str, float]
    facets: float
    cards: float
    taken: float


def index_of(site: Path) -> Index:
    folder = site / "search" / "index"
    files = list(folder.rglob("*.json"))
    words = {
        tag: _packed([*(folder / tag / "words").glob("*.json"), folder / tag / "words.json", folder / tag / "spelling.json"])
        for tag in LANGUAGES
    }
    return Index(
        len(files),
        words,
        _packed([folder / "facets.json"]),
        sum(_packed((folder / tag / "cards").glob("*.json")) for tag in LANGUAGES),
        _packed([*(folder / "citations").rglob("*.json"), *(folder / "references").rglob("*.json")]),
    )


def _packed(paths) -> float:
    return sum(len(gzip.compress(path.read_bytes(), LEVEL)) for path in paths) / 1000


def report(sites: dict[str, Path], seconds: dict[str, float], repeat: int) -> None:
    """Prints what the search of each site costs, by its name, and what that of the first finds."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        print(
            "\n| records | index, CPU s | files | words KB, each language | facets KB | cards KB | to take away KB "
            "| first facet KB | of it facets and script | s | first result KB | s |"
        )
        print("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |")
        for name, site in sites.items():
            _row(name, index_of(site), seconds[name], _costs(browser, site, repeat))
        browser.close()
    print(
        "\nKB are 1,000 bytes, compressed; bytes of a first facet and result are the largest of the four languages; of all that search fetches, over the wire.\n"
        "Seconds: the slowest language's median from the click to the last card, on a phone with 1.6 Mbit/s and 150 ms a round trip, nothing kept, page and fonts among it.\n"
    )
    found(next(iter(sites.values())))


def _costs(browser: Browser, site: Path, repeat: int) -> tuple[list[list[Cost]], list[list[Cost]]]:
    with serving(site) as base:
        facets = [[first_facet(browser, base, tag, slow=True) for _ in range(repeat)] for tag in LANGUAGES]
        results = [[first_result(browser, base, tag, WORD[tag], slow=True) for _ in range(repeat)] for tag in LANGUAGES]
    return facets, results


def _row(name: str, index: Index, seconds: float, costs: tuple[list[list[Cost]], list[list[Cost]]]) -> None:
    facets, results = costs
    words = ", ".join(f"{tag} {size:.0f}" for tag, size in index.words.items())
    light = index.facets + max(cost.bytes["scripts"] for runs in facets for cost in runs) / 1000
    print(
        f"| {name} | {seconds:.2f} | {index.files} | {words} | {index.facets:.1f} | {index.cards:.0f} | {index.taken:.0f} "
        f"| {_largest(facets):.1f} | {light:.1f} | {_slowest(facets):.2f} | {_largest(results):.1f} | {_slowest(results):.2f} |"
    )


def _largest(runs: list[list[Cost]]) -> float:
    return max(cost.search for each in runs for cost in each) / 1000


def _slowest(runs: list[list[Cost]]) -> float:
    return max(statistics.median(cost.seconds for cost in each) for each in runs)


def found(site: Path) -> None:
    """Prints recall and precision of the test set in ``tests/search/queries``, asked of the real catalogue's index."""
    print("| language | queries | recall | precision at 5 | wrong works |\n| --- | --- | --- | --- | --- |")
    for language in LANGUAGES:
        asked = queries(language)
        done = subprocess.run(
            ["node", str(ROOT / "tests" / "search" / "run_queries.js"), str(site)],
            capture_output=True,
            text=True,
            check=True,
            input=json.dumps([{"query": query.query, "language": language} for query in asked]),
        )
        answers = json.loads(done.stdout)
        means = summary(
            judge(query, [work.split("/")[-1] for work in answer["works"]]) for query, answer in zip(asked, answers, strict=True)
        )
        print(f"| {language} | {means['queries']} | {means['recall']:.3f} | {means['precision']:.3f} | {means['wrong']} |")
