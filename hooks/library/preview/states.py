"""Two states of a project in git, each laid out in the same folder and built by its own code."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from library.words.problems import VARIABLE

LONGEST_BUILD = 1800
"""Seconds after which a build is given up."""

LONGEST_GIT = 300
"""Seconds after which git is given up: one that asks for a password would wait for ever."""

KEPT = (".cache",)
"""Folders of the project that spare a build what others have made already: references, pictures, words of the search."""


class Unknown(Exception):
    """A state that git does not know; the message names it and says what to write."""


@dataclass(frozen=True)
class Range:
    """``base`` and ``head`` are names of commits; an empty ``head`` means the files as they lie now."""

    base: str
    head: str

    @classmethod
    def read(cls, text: str) -> Range:
        """Of ``BASE..HEAD``, or ``BASE`` alone for the files as they lie now. Raises Unknown."""
        base, dots, head = text.partition("..")
        if not base or head.startswith("."):
            raise Unknown(f'"{text}" is no range: write BASE..HEAD, as in main..HEAD, or BASE alone for the files as they are now')
        return cls(base, (head or "HEAD") if dots else "")


def resolved(project: Path, name: str) -> str:
    """The commit that a name means, or nothing for the files as they lie now. Raises Unknown."""
    if not name:
        return ""
    # What begins with a hyphen would be read as an option.
    done = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if done.returncode:
        raise Unknown(f'git knows no commit "{name}" here; git log lists them, git fetch brings those of others')
    return done.stdout.decode().strip()


def lay_out(project: Path, commit: str, into: Path) -> None:
    """Puts the files of a commit into a folder, in the place of those that lay there; what builds keep stays."""
    into.mkdir(parents=True, exist_ok=True)
    for item in into.iterdir():
        if item.name not in (*KEPT, "site"):
            shutil.rmtree(item) if item.is_dir() and not item.is_symlink() else item.unlink()
    if commit:
        _extract(project, commit, into)
        return
    listed = _git(project, "ls-files", "-z", "--cached", "--others", "--exclude-standard", check=True).stdout
    for name in listed.decode("utf-8", "surrogateescape").split("\0"):
        source = project / name
        if name and source.is_file() and not source.is_symlink():
            (into / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, into / name)


def _extract(project: Path, commit: str, into: Path) -> None:
    # The files below the project's folder, which need not be the top of the repository.
    with tempfile.NamedTemporaryFile(suffix=".tar") as archive:
        if _git(project, "archive", "--format=tar", f"--output={archive.name}", commit).returncode:
            raise Unknown(f"git could not read the files of {commit}")
        with tarfile.open(archive.name) as tar:
            # Python knows filters from 3.11.4 on; the archive is git's own, of our own repository.
            tar.extraction_filter = getattr(tarfile, "data_filter", None)
            tar.extractall(into)


def bring_kept(project: Path, into: Path) -> None:
    """Copies what builds of the project have kept, so that those of the states make only what is new."""
    for name in KEPT:
        if (project / name).is_dir():
            with suppress(OSError, shutil.Error):  # a build at work writes there; what is missing is made
                shutil.copytree(project / name, into / name, ignore=shutil.ignore_patterns("sites", "finished*"), dirs_exist_ok=True)


def build(folder: Path, language: str) -> str:
    """Builds the project in a folder by its own code; what it said where it refused, empty where the site is made.

    It tells problems in ``language``, where they have words in it.
    """
    environment = {**os.environ, "PYTHONPATH": str(folder / "hooks"), VARIABLE: language}
    command = [sys.executable, "-m", "library", "build", "--project", str(folder)]
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=LONGEST_BUILD, check=False)
    except subprocess.TimeoutExpired:
        return f"the build did not end within {LONGEST_BUILD // 60} minutes, and was given up"
    return (done.stderr.strip() or done.stdout.strip() or f"exit code {done.returncode}") if done.returncode else ""


def _git(project: Path, *words: str, check: bool = False) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *words], cwd=project, capture_output=True, check=check, timeout=LONGEST_GIT)
    except subprocess.TimeoutExpired:
        raise Unknown(f"git {words[0]} gave no answer within {LONGEST_GIT} seconds; run it by hand to see what it waits for") from None
