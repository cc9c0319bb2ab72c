"""The public test set of questions, asked of the kept catalogue's index without a browser; ``pytest -s`` prints the figures."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from catalogues import KEPT, ROOT
from judging import judge, queries, summary
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.press.output import OutputFile
from library.press.text_cache import TextCache
from library.search import files, index_files
from library.search.numbering import numbering
from library.words.labels import Labels
from library.words.translations import Words

LANGUAGES = ("en", "ru", "kk", "ko")
RUNNER = Path(__file__).with_name("run_queries.js")
OVERRIDES = ROOT / "overrides"
FLOORS = {"en": 0.98, "ru": 0.98, "kk": 0.965, "ko": 0.975}
"""Precision of the first five."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The words of the kept catalogue, where the search page looks for them."""
    folder = tmp_path_factory.mktemp("site")
    catalogue = load(KEPT)
    indexes = index(catalogue)
    numbered = numbering(indexes)
    made: list[OutputFile] = [files.written(files.WORKS, numbered.stamp, addresses=[placed.address for placed in numbered.works])]
    for language in LANGUAGES:
        labels = Labels(catalogue, indexes, Words(language, OVERRIDES / "locales"))
        made += index_files.of_language(labels, numbered, OVERRIDES / index_files.RULES, TextCache(None))
    for file in made:
        (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / file.path).write_bytes(file.data)
    return folder


@pytest.mark.costly
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_find_what_they_must(language: str, site: Path) -> None:
    questions = queries(language)
    asked = json.dumps([{"query": query.query, "language": language} for query in questions])
    done = subprocess.run(["node", str(RUNNER), str(site)], input=asked, capture_output=True, text=True, check=True)
    found = [[address.rsplit("/", 1)[-1] for address in answer["works"]] for answer in json.loads(done.stdout)]
    judged = [judge(query, works) for query, works in zip(questions, found)]
    means = summary(judged)
    print(language, {name: round(share, 4) for name, share in means.items()})
    faults = [(one.query.query, one.missed, one.wrong, one.stray) for one in judged if one.missed or one.wrong or one.stray]
    assert means["recall"] >= 0.997, faults
    assert means["precision"] >= FLOORS[language], faults
    assert not means["wrong"], faults
