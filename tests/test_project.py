"""The repository keeps its own promises."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from catalogues import KEPT
from library.catalogue.loading import load

ROOT = Path(__file__).resolve().parent.parent


def test_every_command_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = [path.name for path in (ROOT / "scripts").iterdir() if os.access(path, os.X_OK) and path.is_file() and path.name != "setup"]
    assert commands
    assert [name for name in commands if f"scripts/{name}" not in readme] == []


def test_ci_runs_the_same_command_as_everyone() -> None:
    assert (ROOT / ".ci" / "run").read_text("utf-8").rstrip().endswith("exec scripts/test")


def test_field_tables_are_those_of_the_model() -> None:
    done = subprocess.run([sys.executable, "scripts/schemas", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """What scripts/check does with a catalogue."""
    words = [sys.executable, "-m", "library", "check", str(folder)]
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": "hooks"})


def test_the_library_has_no_problems(real_folder: Path) -> None:
    done = checked(real_folder)
    assert (done.returncode, done.stdout[:11]) == (0, "No problems"), done.stdout


@pytest.mark.alone
def test_checking_the_records_of_november_2026_takes_less_than_two_seconds() -> None:
    started = time.monotonic()
    done = checked(KEPT)
    seconds = time.monotonic() - started
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("No problems: 133 works and 13 issues of the journal")
    assert seconds < 2, f"{seconds:.1f} s"


def test_checking_a_wrong_catalogue_names_every_problem_and_fails(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    done = checked(tmp_path / "catalogue")
    assert done.returncode == 1
    assert "missing-file" in done.stdout and "nothing was built" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def test_the_catalogue_that_is_measured_is_sound_and_of_the_size_asked_for(tmp_path: Path) -> None:
    script = "import sys; from pathlib import Path; from synthetic_catalogue import make; make(60, Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "catalogue")], cwd=ROOT / "scripts", check=True)
    catalogue = load(tmp_path / "catalogue")
    assert len(catalogue.works) == 60
    assert max(len(placed.work.editions) for placed in catalogue.works.values()) == 3


def test_the_readme_is_finished() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert not re.search(r"^[A-Z]{6,}$", readme, re.MULTILINE)
    assert "| 2000 |" in readme


def test_locked_packages_have_hashes_and_name_no_registry() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text("utf-8")
        packages = re.findall(r"^[\w.-]+==", text, re.MULTILINE)
        assert len(packages) > 10
        for block in re.split(r"\n(?=[\w.-]+==)", text.strip()):
            assert "--hash=sha256:" in block, block.split()[0]
        assert "://" not in text


def test_npm_of_debian_reads_the_locked_packages() -> None:
    # npm 9.2 takes a dependency on a tag ("latest") for met only where the lock says whence the package came,
    # and stops at a tag beside any override.
    lock = json.loads((ROOT / "tests" / "package-lock.json").read_text("utf-8"))["packages"]
    assert "overrides" not in json.loads((ROOT / "tests" / "package.json").read_text("utf-8"))
    tagged = {name for package in lock.values() for name, version in package.get("dependencies", {}).items() if version.isalpha()}
    assert tagged
    assert [name for name in tagged if "resolved" not in lock[f"node_modules/{name}"]] == []
