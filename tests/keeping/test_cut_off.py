"""A change that is cut off at any moment is carried out by the next command, or was never begun."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from amounts import marked
from catalogues import SpoiltCatalogue
from click.testing import CliRunner
from library.catalogue.loading import load
from library.catalogue.problems import CatalogueError
from library.catalogue.unfinished import journal_of
from library.commands import main
from library.keeping import journal
from library.keeping.changes import Changes
from library.keeping.renaming import rename

STEPS = ("replace", "rename", "unlink", "fsync", "rmdir", "mkdir")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(folder: Path) -> Changes:
    """One that writes, moves a text, and moves a document."""
    return rename(load(folder), "work", "russian-study", "study")


def killed_at(number: int, act: Callable[[], object]) -> bool:
    """Does something in another process, which ends without a word before a call that changes the disk; whether it came so far."""
    child = os.fork()
    if child == 0:
        left = [number]

        def counted(call: Callable[..., object]) -> Callable[..., object]:
            def calling(*words: object, **more: object) -> object:
                left[0] -= 1
                if left[0] < 0:
                    os._exit(9)
                return call(*words, **more)

            return calling

        for name in STEPS:
            setattr(os, name, counted(getattr(os, name)))
        act()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.mark.parametrize("number", marked(range(40), 12))
def test_a_rename_that_is_killed_is_made_whole_or_not_at_all(catalogue_copy: SpoiltCatalogue, number: int) -> None:
    folder = catalogue_copy.folder
    made = change(folder)
    before = files(folder)
    after = {name: data for name, data in before.items() if folder / name not in made.after and folder / name not in made.moves}
    after |= {path.relative_to(folder).as_posix(): text.encode() for path, text in made.after.items() if text is not None}
    after |= {to.relative_to(folder).as_posix(): before[path.relative_to(folder).as_posix()] for path, to in made.moves.items()}
    cut = killed_at(number, made.carry_out)
    if journal_of(folder).is_dir():
        with pytest.raises(CatalogueError, match="problem") as refused:
            load(folder)
        assert "unfinished-change" in {problem.code for problem in refused.value.problems}
    done = CliRunner().invoke(main, ["check", str(folder)])
    assert done.exit_code == 0, done.output
    assert files(folder) in ((before, after) if cut else (after,))
    assert [path.name for path in folder.parent.iterdir()] == ["catalogue"]


def test_what_carries_a_change_to_its_end_may_be_killed_too(catalogue_copy: SpoiltCatalogue) -> None:
    folder = catalogue_copy.folder
    made = change(folder)
    journal.write(folder, made.before, made.after, made.moves)
    number = 0
    while killed_at(number, lambda: journal.finish(folder)):
        number += 1
        assert number < 60
    assert number > 5
    assert "study" in load(folder).works


@pytest.mark.parametrize("number", range(0, 16, 3))
def test_new_records_and_documents_come_whole_or_not_at_all(tmp_path: Path, number: int) -> None:
    folder, source = tmp_path / "catalogue", tmp_path / "document.pdf"
    folder.mkdir()
    source.write_bytes(b"%PDF-1.7")
    made = Changes(folder)
    made.add(folder / "knowledge-products" / "one.yml", "id: one\n")
    made.add_file(source, folder / "files" / "one.pdf")
    whole = {"knowledge-products/one.yml": b"id: one\n", "files/one.pdf": b"%PDF-1.7"}
    cut = killed_at(number, made.carry_out)
    waiting = journal_of(folder).is_dir()
    assert waiting or files(folder) in ({}, whole)
    assert journal.finish(folder) == waiting
    assert files(folder) in (({}, whole) if cut else (whole,))


def test_a_file_that_was_changed_after_the_cut_is_not_written_over(catalogue_copy: SpoiltCatalogue) -> None:
    folder = catalogue_copy.folder
    made = change(folder)
    journal.write(folder, made.before, made.after, made.moves)
    catalogue_copy.append("knowledge-products/russian-study.yml", "# Written by hand meanwhile.\n")
    before = files(folder)
    done = CliRunner().invoke(main, ["check", str(folder)])
    assert done.exit_code == 1
    assert "catalogue/knowledge-products/russian-study.yml: changed-meanwhile" in done.output and ".catalogue-change/" in done.output
    assert files(folder) == before


@pytest.mark.parametrize(
    "steps",
    [
        "{",
        "[]",
        '{"moves": []}',
        json.dumps({"moves": [["../outside", "files/x.pdf"]], "files": []}),
        json.dumps({"moves": [], "files": [{"path": "/etc/hostname", "before": None, "after": "0"}]}),
        json.dumps({"moves": [], "files": [{"path": "x.yml", "before": None, "after": "../../x"}]}),
        json.dumps({"moves": [], "files": [{"path": "x.yml", "before": None, "after": "7"}]}),
    ],
)
def test_a_journal_that_is_none_touches_nothing(catalogue_copy: SpoiltCatalogue, steps: str) -> None:
    made = journal_of(catalogue_copy.folder)
    made.mkdir()
    (made / journal.STEPS).write_text(steps, "utf-8")
    (made / "0").write_text("x", "utf-8")
    before = files(catalogue_copy.folder.parent)
    done = CliRunner().invoke(main, ["check", str(catalogue_copy.folder)])
    assert done.exit_code == 1 and "unfinished-change" in done.output and "history of the repository" in done.output
    assert files(catalogue_copy.folder.parent) == before
