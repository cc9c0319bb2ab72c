"""The folder of the finished site: it changes whole or not at all, whenever a build is stopped."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from amounts import amount
from library.press.folder import Folder
from projects import ROOT, Project, project

KILLS = amount(5, 50)


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """A site with three files, beside which nothing lies."""
    made = Folder(tmp_path / "site")
    write(made.path, a="1", b__c="2", d__e__f="3")
    return made


def test_a_new_site_takes_the_place_of_the_old_one(folder: Folder) -> None:
    write(folder.begin(), x="new")
    folder.swap()
    assert tree(folder.path) == {"x": "new"}
    assert [path.name for path in folder.path.parent.iterdir()] == ["site"]


def test_hidden_files_of_the_host_stay(folder: Folder) -> None:
    write(folder.path, **{".nojekyll": "", ".git__HEAD": "ref"})
    write(folder.begin(), x="new")
    folder.swap()
    assert tree(folder.path) == {"x": "new", ".nojekyll": "", ".git/HEAD": "ref"}


def test_a_difference_is_carried_out_and_leaves_no_empty_folders(folder: Folder) -> None:
    write(folder.begin(), a="new", g__h="4")
    folder.write_down(["a", "g/h"], ["d/e/f"])
    folder.carry_out()
    assert tree(folder.path) == {"a": "new", "b/c": "2", "g/h": "4"}
    assert sorted(path.name for path in folder.path.iterdir()) == ["a", "b", "g"]


def test_a_file_can_become_a_folder_and_a_folder_a_file(folder: Folder) -> None:
    write(folder.begin(), a__index="new", b="new")
    folder.write_down(["a/index", "b"], ["b/c"])
    folder.carry_out()
    assert tree(folder.path) == {"a/index": "new", "b": "new", "d/e/f": "3"}


def test_what_was_not_written_down_is_thrown_away(folder: Folder) -> None:
    before = tree(folder.path)
    write(folder.begin(), a="half")
    folder.heal()
    assert tree(folder.path) == before
    assert not folder.next.exists()


@pytest.mark.parametrize("done", range(4))
def test_what_was_written_down_is_finished_wherever_it_was_stopped(folder: Folder, done: int) -> None:
    write(folder.begin(), a="new", b__c="new", g="new")
    folder.write_down(["a", "b/c", "g"], ["d/e/f"])
    for path in sorted(json.loads(folder.journal.read_text())["moved"])[:done]:
        os.replace(folder.next / path, folder.path / path)
    folder.heal()
    assert tree(folder.path) == {"a": "new", "b/c": "new", "g": "new"}
    assert not folder.journal.exists()


def test_a_half_written_journal_counts_for_nothing(folder: Folder) -> None:
    before = tree(folder.path)
    write(folder.begin(), a="new")
    folder.journal.with_suffix(".part").write_text('{"moved": ["a"')
    folder.heal()
    assert tree(folder.path) == before
    assert [path.name for path in folder.path.parent.iterdir()] == ["site"]


def test_a_swap_that_was_stopped_between_its_two_steps_gives_the_old_site_back(folder: Folder) -> None:
    before = tree(folder.path)
    write(folder.begin(), x="new")
    os.replace(folder.path, folder.last)
    folder.heal()
    assert tree(folder.path) == before


# -- a whole build, killed ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Project:
    found = project(tmp_path_factory.mktemp("killed") / "project")
    found.build()
    return found


def killed(made: Project, after: float) -> None:
    """A build in a process of its own, ended without a word after some seconds, if it is not over by then."""
    command = [sys.executable, "-m", "library", "build", "--engine", "own", "--processes", "2", "--anew"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    running = subprocess.Popen(
        command, cwd=made.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_build_leaves_the_old_site_or_the_new_one(made: Project, seed: int, amount: Callable[[int, int], int]) -> None:
    chance = random.Random(seed)
    made.build()
    old = made.tree()
    path = made.folder / "docs" / "about.md"
    path.write_text(path.read_text("utf-8") + f"\nLine {seed}.\n", "utf-8")
    if seed % 2 == 0:  # with nothing known of the site a new one takes its place, else a difference is carried out
        shutil.rmtree(made.folder / ".cache" / "sites")
    killed(made, chance.uniform(0.5, 6))
    left = made.tree()
    Folder(made.folder / "site").heal()
    healed = made.tree()
    assert left.keys() == healed.keys(), "no page is new, and none goes"
    made.build()
    new = made.tree()
    assert healed in (old, new)
    assert sorted(path.name for path in made.folder.iterdir() if path.name.startswith(".site")) == []
