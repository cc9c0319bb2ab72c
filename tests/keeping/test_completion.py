"""Shells complete the commands of ``library``, their options, and the kinds of what can be renamed."""

from __future__ import annotations

import pytest
from click.testing import CliRunner
from library.commands import main
from library.keeping.renaming import KINDS


def completed(shell: str, line: str) -> list[str]:
    """What a shell is offered for the last word of a line."""
    words = line.split(" ")
    at = {"COMP_WORDS": line, "COMP_CWORD": words[-1] if shell == "fish" else str(len(words) - 1)}
    done = CliRunner().invoke(main, [], prog_name="library", env={"_LIBRARY_COMPLETE": f"{shell}_complete", **at})
    return done.output.splitlines()


def test_commands_of_every_module_are_completed() -> None:
    assert completed("bash", "library re") == ["plain,rename", "plain,restore"]
    assert completed("bash", "library im") == ["plain,import"] and completed("bash", "library from") == ["plain,from-issue"]


def test_kinds_and_options_are_completed() -> None:
    assert completed("bash", "library rename ") == [f"plain,{kind}" for kind in KINDS]
    assert completed("bash", "library missing --js") == ["plain,--json"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_the_same(shell: str) -> None:
    assert "rename" in "\n".join(completed(shell, "library ren"))


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_a_shell_is_told_how(shell: str) -> None:
    done = CliRunner().invoke(main, [], prog_name="library", env={"_LIBRARY_COMPLETE": f"{shell}_source"})
    assert done.exit_code == 0 and f"_LIBRARY_COMPLETE={shell}_complete" in done.output
