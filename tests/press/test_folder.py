"""The folder of the finished site: it changes whole or not at all, whenever a build is stopped."""

from __future__ import annotations

import errno
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from amounts import amount
from library import doorway
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


def begun(made: Project) -> subprocess.Popen[str]:
    """A build of everything in a process of its own."""
    command = [sys.executable, "-m", "library", "build", "--engine", "own", "--processes", "2", "--anew"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    return subprocess.Popen(
        command, cwd=made.folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True
    )


def at_work(running: subprocess.Popen[str]) -> list[int]:
    """The two processes that make pages, as soon as there are both; other programs have other names."""
    while True:
        assert running.poll() is None, running.communicate()
        name = called(running.pid)
        found = [child for child in children(running.pid) if called(child) == name]
        if name and len(found) == 2:
            return found


def called(process: int) -> bytes:
    """The words by which a process was called; none where it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return b""


def children(process: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def ended(processes: list[int]) -> bool:
    """Whether they end within ten seconds."""
    until = time.monotonic() + 10
    while any(alive(process) for process in processes):
        if time.monotonic() > until:
            return False
    return True


def stopped(running: subprocess.Popen[str]) -> str:
    """What a build says that ends within a short time, whatever else the machine does."""
    try:
        return running.communicate(timeout=20)[0]
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        raise


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def killed(made: Project, after: float) -> None:
    """A build in a process of its own, ended without a word after some seconds, if it is not over by then."""
    running = begun(made)
    try:
        running.wait(after)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
    running.communicate()


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


# -- stopped in other ways -----------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are looked at as Linux shows them")
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda sign: sign.name)
def test_a_build_that_is_ended_alone_leaves_the_site_and_no_process(made: Project, sign: signal.Signals) -> None:
    made.build()
    old = made.tree()
    running = begun(made)
    workers = at_work(running)
    assert workers
    running.send_signal(sign)
    said = stopped(running)
    assert running.returncode != 0
    assert "Traceback" not in said, said
    assert ended(workers)
    assert made.tree() == old
    if sign != signal.SIGKILL:
        assert not (made.folder / ".site.next").exists(), "it clears away what it had begun"
    made.build()
    assert made.tree() == old
    assert sorted(path.name for path in made.folder.iterdir() if path.name.startswith(".site")) == []


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are looked at as Linux shows them")
def test_a_process_that_dies_is_named_at_once_and_the_site_stands(made: Project) -> None:
    made.build()
    old = made.tree()
    running = begun(made)
    dying = at_work(running)[0]
    os.kill(dying, signal.SIGKILL)
    said = stopped(running)
    assert running.returncode == 1
    assert re.search("a process that made pages ended before its time, perhaps at: .+; look for a lack of memory", said), said
    assert "Traceback" not in said
    assert made.tree() == old
    made.build()
    assert made.tree() == old


class Disk:
    """Has room for so many files and folders below a place: what is written after them fails as it does on a full disk."""

    def __init__(self, place: Path) -> None:
        self.place = str(place)
        self.room: int | None = None
        self.failed: list[str] = []
        sys.addaudithook(self._look)  # for good: there is no way to take it away

    def _look(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.room is None or event not in ("open", "os.mkdir"):
            return
        path = arguments[0]
        writes = event == "os.mkdir" or (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR))
        if event == "os.mkdir" and os.path.isdir(path):
            return
        if writes and isinstance(path, (str, bytes)) and os.fsdecode(path).startswith(self.place):
            self.room -= 1
            if self.room < 0:
                self.failed.append(os.fsdecode(path))
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fsdecode(path))


def test_a_disk_without_room_for_a_folder_leaves_every_file_as_it_was(folder: Folder) -> None:
    before = tree(folder.path)
    disk = Disk(folder.path)
    write(folder.begin(), a="new", n__o="new")
    folder.write_down(["a", "n/o"], ["b/c"])
    disk.room = 0
    with pytest.raises(OSError, match="No space left"):
        folder.carry_out()
    disk.room = None
    assert tree(folder.path) == before
    folder.heal()
    assert tree(folder.path) == {"a": "new", "d/e/f": "3", "n/o": "new"}


@pytest.mark.slow
def test_on_a_full_disk_the_site_stands_and_the_next_build_heals(made: Project) -> None:
    """Fails at the first file that there is no room for, at the second, and so on: of a difference, and of a site from nothing."""
    disk = Disk(made.folder)
    page = made.folder / "docs" / "about.md"
    for from_nothing in (False, True):
        made.build()
        old = made.tree()
        page.write_text(page.read_text("utf-8") + "\nOne line more.\n", "utf-8")
        for room in (1, 300) if from_nothing else range(1000):
            if from_nothing:
                shutil.rmtree(made.folder / ".cache" / "sites", ignore_errors=True)
            disk.room, disk.failed = room, []
            try:
                made.build()
                break
            except doorway.Refused as refused:
                assert "No space left on device; make room on this disk" in str(refused)
                assert str(made.folder) in str(refused)
            finally:
                disk.room = None
            assert made.tree() == old
        if not from_nothing:
            assert room > 2, "at last there was room for all of the site"
            assert all(path.startswith(str(made.folder / ".cache")) for path in disk.failed)
        made.build()
        assert made.tree() != old
        assert sorted(path.name for path in made.folder.iterdir() if path.name.startswith(".site")) == []
