"""A build of what changed ends with exactly the bytes of a build from nothing."""

from __future__ import annotations

import os
import random
import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from amounts import amount
from click.testing import CliRunner
from library.commands import main
from library.doorway import Refused
from projects import ROOT, Project, lawful_edit, project

SEQUENCES = amount(10, 200)
LARGE_SEQUENCES = 20
LARGE = 1_000
"""Works of the catalogue on which the last sequences are tried."""
LENGTH = 3


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The small catalogue's project, built once; each sequence goes on where the one before ended."""
    found = project(tmp_path_factory.mktemp("project"))
    found.build()
    return found


def check(made: Project, told: list[str]) -> None:
    result = made.build()
    made.build("from-nothing", kept=False, anew=True)
    here, there = made.tree(), made.tree("from-nothing")
    assert sorted(here.keys() ^ there.keys()) == [], told
    assert [path for path in sorted(here) if here[path] != there[path]] == [], told
    assert set(result.written) <= here.keys()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_random_edits_end_with_the_bytes_of_a_build_from_nothing(made: Project, seed: int, amount: Callable[[int, int], int]) -> None:
    chance = random.Random(seed)
    told = []
    for _ in range(LENGTH):
        told.append(lawful_edit(made, chance))
        made.build()
    check(made, told)


@pytest.mark.slow
def test_all_made_anew_writes_what_differs_and_trusts_no_file(made: Project) -> None:
    made.build()
    before = made.tree()
    harmed = made.folder / "site" / "ru" / "index.html"
    stat = harmed.stat()
    harmed.write_bytes(harmed.read_bytes().replace(b"<h1", b"<h2", 1))
    os.utime(harmed, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    result = made.build(anew=True)
    assert (result.written, result.kept) == (["ru/index.html"], 0)
    assert made.tree() == before


@pytest.mark.slow
def test_nothing_changed_is_nothing_made(made: Project) -> None:
    made.build()
    before = {path: (made.folder / "site" / path).stat().st_mtime_ns for path in made.tree()}
    assert made.finished().unchanged()
    result = made.build()
    assert (result.made, result.written, result.deleted) == (0, [], [])
    assert {path: (made.folder / "site" / path).stat().st_mtime_ns for path in made.tree()} == before


@pytest.mark.slow
def test_a_changed_title_writes_its_pages_and_leaves_most_alone(made: Project) -> None:
    made.build()
    before = made.tree()
    path = next(path for path in made.records() if path.stem == "russian-study")
    text = path.read_text("utf-8")
    path.write_text(text.replace("title:\n", "title:\n", 1).replace("  en: ", "  en: Changed ", 1), "utf-8")
    result = made.build()
    after = made.tree()
    assert set(result.written) == {name for name in after if before.get(name) != after[name]}
    assert {f"{prefix}publications/russian-study/index.html" for prefix in ("", "ru/")} & set(result.written)
    assert len(result.written) < len(after) / 3


@pytest.mark.slow
def test_what_is_spoilt_or_strange_in_the_folder_is_healed(made: Project) -> None:
    made.build()
    whole = made.tree()
    site = made.folder / "site"
    (site / "index.html").write_text("spoilt")
    (site / "robots.txt").unlink()
    (site / "themes" / "stranger.html").write_text("nobody made this")
    (site / ".nojekyll").write_text("")
    assert not made.finished().unchanged()
    result = made.build()
    assert set(result.written) == {"index.html", "robots.txt"}
    assert result.deleted == ["themes/stranger.html"]
    assert made.tree() == {**whole, ".nojekyll": b""}
    (site / ".nojekyll").unlink()


@pytest.mark.slow
def test_a_store_that_cannot_be_read_costs_a_whole_build_and_no_more(made: Project) -> None:
    made.build()
    whole = made.tree()
    for store in (made.folder / ".cache" / "sites").glob("*.sqlite"):
        store.write_bytes(b"no database")
    made.finished().path.unlink()  # else nobody would ask the store
    made.build()
    assert made.tree() == whole
    assert made.build().made == 0


@pytest.mark.slow
def test_a_site_that_was_copied_is_read_once_and_known_from_then_on(made: Project) -> None:
    made.build()
    site = made.folder / "site"
    for path in made.tree():
        os.utime(site / path, ns=(1_000_000_000, 1_000_000_000))
    assert not made.finished().unchanged()
    result = made.build()
    assert (result.made, result.written, result.deleted) == (0, [], [])
    assert made.finished().unchanged()


@pytest.mark.slow
def test_the_command_ends_before_it_has_begun_where_nothing_changed(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("library.press.stamps.MARGIN", 0)
    words = ["build", "--project", str(made.folder), "--engine", "own", "--processes", "1"]
    for _ in range(2):  # the first one writes the schemas for editors
        assert CliRunner().invoke(main, words).exit_code == 0
    monkeypatch.setattr("library.building.build", None)
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 0, done.output
    assert ": 0 units made, " in done.output
    assert CliRunner().invoke(main, [*words, "--anew"]).exit_code != 0


@pytest.mark.slow
def test_two_processes_make_the_same_bytes_as_one(made: Project) -> None:
    made.build()
    made.build("by-two", kept=False, anew=True, processes=2)
    assert made.tree("by-two") == made.tree()


@pytest.mark.slow
def test_another_day_changes_nothing(made: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made.build()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")
    assert made.build().written == []


@pytest.mark.slow
def test_a_refused_catalogue_leaves_the_site_as_it_was(made: Project, tmp_path: Path) -> None:
    made.build()
    whole = made.tree()
    path = made.records()[0]
    text = path.read_text("utf-8")
    path.write_text(text.replace("type: ", "type: no-such-", 1), "utf-8")
    try:
        with pytest.raises(Refused) as refused:
            made.build()
        assert any(path.name in str(problem) for problem in refused.value.problems)
        assert made.tree() == whole
    finally:
        path.write_text(text, "utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("known", [True, False])
def test_a_link_of_a_page_that_is_kept_is_seen_to_lead_nowhere(made: Project, known: bool) -> None:
    about, record = made.folder / "docs" / "about.md", made.folder / "catalogue" / "knowledge-products" / "will-go.yml"
    source = next(path for path in made.records() if path.stem == "russian-study").read_text("utf-8")
    source = re.sub(r"^ +file: .*\n", "", source, flags=re.MULTILINE)  # a document is of one record
    record.write_text(
        re.sub(r"(citation_key: *|^id: *|^  (?:en|ru|kk|ko): )", r"\1will-go-", source, flags=re.MULTILINE).replace(
            "will-go-russian-study", "will-go"
        )
    )
    before = about.read_text("utf-8")
    about.write_text(f"{before}\n[One](../publications/will-go/)\n", "utf-8")
    try:
        made.build()
        if not known:
            for store in (made.folder / ".cache" / "sites").glob("*.sqlite"):
                with closing(sqlite3.connect(store)) as base:
                    base.execute("DROP TABLE leads")
        record.unlink()
        with pytest.raises(Refused, match=r"about/index\.html: the link to publications/will-go/ leads nowhere"):
            made.build()
        about.write_text(before, "utf-8")
        check(made, ["a link that led nowhere is gone"])
    finally:
        record.unlink(missing_ok=True)
        about.write_text(before, "utf-8")


# -- a large catalogue -----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Project:
    sys.path.insert(0, str(ROOT / "scripts"))
    from synthetic_catalogue import make

    folder = tmp_path_factory.mktemp("large")
    make(LARGE, folder / "catalogue")
    found = project(folder / "project", folder / "catalogue")
    found.build(processes=2)
    return found


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(LARGE_SEQUENCES))
def test_random_edits_of_a_large_catalogue_end_with_the_bytes_of_a_build_from_nothing(large: Project, seed: int) -> None:
    chance = random.Random(1_000 + seed)
    told = []
    for _ in range(LENGTH):
        told.append(lawful_edit(large, chance))
        large.build()
    check(large, told)
