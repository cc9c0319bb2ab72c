"""The same records make the same bytes, wherever, whenever and in whatever language of the machine they are built."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from catalogues import ROOT
from projects import Project, project

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "LANGUAGE": "kk", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}


def built(made: Project, processes: int, machine: dict[str, str]) -> dict[str, bytes]:
    command = [sys.executable, "-m", "library", "build", "--engine", "own", "--anew", "--processes", str(processes)]
    environment = {**os.environ, **machine, "PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": "1906545600"}
    done = subprocess.run(command, cwd=made.folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return made.tree()


@pytest.mark.slow
def test_two_machines_make_the_same_bytes(tmp_path: Path) -> None:
    one = built(project(tmp_path / "one"), 1, HERE)
    other = built(project(tmp_path / "другая папка"), 2, ELSEWHERE)
    assert len(one) > 1000
    assert [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)] == []
