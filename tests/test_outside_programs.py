"""No program that the library calls is waited for without an end."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest
from catalogues import ROOT
from library import building, doorway
from library.preview import pictures, states
from library.words.rules import spelling

STARTS = ("subprocess.", "os.popen", "os.system", "os.spawn", "os.posix_spawn", "asyncio.create_subprocess")


def calls(path: Path) -> list[tuple[str, ast.Call]]:
    """Calls of other programs in a module, with the place of each."""
    tree = ast.parse(path.read_text("utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module in ("subprocess", "os", "asyncio")]
    assert not any(f"{node.module}.{alias.name}".startswith(STARTS) for node in imports for alias in node.names), f"{path}: name the module"
    named = [(node, ast.unparse(node.func)) for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [(f"{path.relative_to(ROOT)}:{node.lineno}: {name}", node) for node, name in named if name.startswith(STARTS)]


def test_every_call_of_another_program_has_a_time_limit() -> None:
    found = [call for path in (ROOT / "hooks").rglob("*.py") if "subprocess" in path.read_text("utf-8") for call in calls(path)]
    assert len(found) > 5
    assert [place for place, call in found if not any(word.arg == "timeout" for word in call.keywords)] == []


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that never answers, in the place of all others."""
    program = tmp_path / "hangs"
    program.write_text("#!/bin/sh\nexec sleep 60\n")  # it is ended long before
    program.chmod(0o755)
    for name in ("git", "hunspell"):
        (tmp_path / name).symlink_to(program)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    limits = (
        (spelling, "LONGEST"),
        (pictures, "LONGEST"),
        (states, "LONGEST_GIT"),
        (states, "LONGEST_BUILD"),
        (building, "LONGEST_PRINTING"),
    )
    for module, name in limits:
        monkeypatch.setattr(module, name, 0.05)
    return program


def test_git_that_never_answers_is_given_up(hanging: Path, tmp_path: Path) -> None:
    with pytest.raises(states.Unknown, match=r"git rev-parse gave no answer within .* run it by hand"):
        states.resolved(tmp_path, "main")
    with pytest.raises(states.Unknown, match="git archive gave no answer"):
        states.lay_out(tmp_path, "main", tmp_path / "laid")


def test_hunspell_that_never_answers_is_given_up(hanging: Path) -> None:
    with pytest.raises(spelling.HunspellError, match="leave out --spelling"):
        spelling.unknown_words(["слово"], "ru")


def test_a_browser_that_never_answers_leaves_out_the_picture(hanging: Path, tmp_path: Path) -> None:
    page = tmp_path / "index.html"
    page.write_text("<p>")
    assert not pictures.side_by_side(str(hanging), page, page, tmp_path / "drawn.png")


def test_builds_that_never_end_are_given_up(hanging: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(hanging))
    assert "did not end within" in states.build(tmp_path, "en")
    with pytest.raises(doorway.Refused, match=r"MkDocs did not print the pages of docs/ within .* look at the page"):
        building._print_with_mkdocs(tmp_path)
