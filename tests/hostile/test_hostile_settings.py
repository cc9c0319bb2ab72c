"""Settings of a site that cannot be, as data in ``settings.yml``: a line names each, and what to do."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalogues import ROOT, SMALL
from library.catalogue.visible import shown
from library.site_settings import faults

CASES = yaml.safe_load((Path(__file__).parent / "settings.yml").read_text("utf-8"))


@pytest.mark.parametrize(("what", "setting", "value", "tells"), CASES, ids=[shown(case[0]) for case in CASES])
def test_a_setting_is_named_with_its_remedy_or_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str, setting: str, value: Any, tells: str
) -> None:
    (tmp_path / "catalogue").mkdir()
    written: dict[str, Any] = {"site_url": "https://library.example.org/", "repo_url": "https://example.org/r"}
    extra: dict[str, Any] = {"catalogue": "catalogue"}
    if setting.isupper():
        monkeypatch.setenv(setting, value)
    else:
        (written if setting in written else extra)[setting] = value
    found = faults(written["site_url"], written["repo_url"], extra, tmp_path)
    assert len(found) == bool(tells), found
    assert all(setting in line and tells in line and ";" in line and line == shown(line) for line in found), found


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "library", *words[1:]],
        cwd=words[0],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), **environment},
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    shutil.copytree(SMALL, folder / "catalogue")
    for name in ("docs", "overrides"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("words", [["check"], ["build", "--engine", "own"]], ids=["check", "build"])
@pytest.mark.parametrize(
    ("name", "value"), [("SITE_URL", "https://example.org/?q"), ("REPOSITORY_URL", "x y"), ("SOURCE_DATE_EPOCH", "abc")]
)
def test_check_and_build_refuse_the_same_in_a_line(project: Path, words: list[str], name: str, value: str) -> None:
    done = run(str(project), *words, **{name: value})
    said = done.stdout + done.stderr
    assert (done.returncode, "Traceback" in said) == (1, False), said
    assert name in said and value in said
    assert not (project / "site").exists()


@pytest.mark.slow
def test_check_passes_sound_settings(project: Path) -> None:
    done = run(str(project), "check")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_check_names_a_written_page_at_an_address_of_the_library(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy, symlinks=False)
    (copy / "docs" / "search.md").write_text("# Search\n")
    done = run(str(copy), "check")
    assert done.returncode == 1
    assert "docs/search.md: address-taken" in done.stdout
