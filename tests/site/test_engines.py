"""Whichever engine prints the pages that people write, the site is the same, byte for byte."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from catalogues import SMALL
from sites import ROOT, Built, warm

SITE_URL = "https://library.example.org/"


def copied(folder: Path, catalogue: Path) -> Path:
    """The project in a folder of its own, with a catalogue."""
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(catalogue, folder / "catalogue")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def run(folder: Path, *command: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPOSITORY_URL")}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=280,
        env={**environment, "PYTHONPATH": "hooks", "NO_MKDOCS_2_WARNING": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, real_site: Built, real_folder: Path) -> Path:
    """The project with the library's own catalogue, of which MkDocs made ``real_site``."""
    folder = copied(tmp_path_factory.mktemp("engines"), real_folder)
    warm(real_site.folder.parent / ".cache", folder)
    return folder


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted([*(one.keys() ^ other.keys()), *(path for path in one.keys() & other.keys() if one[path] != other[path])])


@pytest.mark.slow
def test_the_second_doorway_makes_the_same_site(project: Path, real_site: Built) -> None:
    run(project, "hooks/standalone.py", "by-itself")
    assert differing(tree(real_site.folder), tree(project / "by-itself")) == []


@pytest.mark.slow
def test_properdocs_makes_the_same_site(project: Path, real_site: Built) -> None:
    run(project, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "--site-dir", "by-properdocs")
    assert differing(tree(real_site.folder), tree(project / "by-properdocs")) == []


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["mkdocs", "own"])
def test_the_command_makes_the_same_site_with_either_engine(engine: str, small_site: Built, tmp_path: Path) -> None:
    folder = copied(tmp_path, SMALL)
    warm(small_site.folder.parent / ".cache", folder)
    run(folder, "-m", "library", "build", "--engine", engine, "--into", "by-command")
    assert differing(tree(small_site.folder), tree(folder / "by-command")) == []


@pytest.mark.slow
def test_every_page_is_in_the_language_of_its_tree(small_site: Built) -> None:
    for path in small_site.pages:
        tag = path.split("/")[0] if path.split("/")[0] in ("ru", "kk", "ko") else "en"
        found = re.search(r'<html lang="([^"]*)"', small_site.text(path))
        assert found and found[1] == tag, path
