"""A preview of a change, made as the workflow makes it: by the command, from a repository, with a browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from catalogues import ROOT, SMALL
from PIL import Image
from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

WORK = "one-window"
PARTS = ("docs", "hooks", "overrides", "mkdocs.yml")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository of the project with the small catalogue."""
    folder = tmp_path_factory.mktemp("previewed") / "project"
    folder.mkdir()
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    shutil.copytree(SMALL, folder / "catalogue")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "-qm", "As it was")
    return folder


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def library(project: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(project / "hooks")}
    return subprocess.run(
        [sys.executable, "-m", "library", *words], cwd=project, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def record(project: Path) -> Iterator[Path]:
    """The record of the work, which is put right again."""
    path = next(project.glob(f"catalogue/**/{WORK}.md"))
    right = path.read_text("utf-8")
    yield path
    path.write_text(right, "utf-8")


def test_a_corrected_word(project: Path, record: Path, tmp_path: Path, browser: Browser) -> None:
    right = record.read_text("utf-8")
    assert "One Window" in right
    record.write_text(right.replace("One Window", "One Door", 1), "utf-8")
    git(project, "commit", "-qam", "A corrected word")

    into = tmp_path / "preview"
    done = library(project, "preview", "HEAD~1..HEAD", "--into", str(into))
    assert done.returncode == 0, done.stderr
    told = (into / "comment.md").read_text("utf-8")
    assert f"`{WORK}`: changed (screenshot: `pictures/{WORK}.png`)" in told
    assert f"/{WORK}/`" in told
    assert "One Door" in told
    assert "works changed: 1;" in done.stdout
    with Image.open(into / "pictures" / f"{WORK}.png") as picture:
        assert picture.width == 2 * 1280 + 24
    page = browser.new_page()
    page.goto((into / "index.html").as_uri())
    assert page.locator("img").evaluate("picture => picture.naturalWidth") == 2 * 1280 + 24
    page.locator("p a").first.click()
    page.goto(next((into / "site" / "library-en").glob(f"*/{WORK}/index.html")).as_uri())
    assert "One Door" in page.locator("h1").inner_text()
    page.close()


@pytest.mark.long
def test_a_slip(project: Path, record: Path, tmp_path: Path) -> None:
    into = tmp_path / "preview"
    right = record.read_text("utf-8")
    record.write_text(right.replace("type: case-study", "type: no-such-type", 1), "utf-8")
    refused = library(project, "preview", "HEAD", "--into", str(into), "--language", "ru")
    assert refused.returncode == 1
    told = (into / "comment.md").read_text("utf-8")
    assert "«no-such-type» нет в справочнике vocabularies/types.yml\n" in told
    assert "сайт не собран." in told
    assert f"catalogue/{record.relative_to(project / 'catalogue').as_posix()}:" in told
    assert str(tmp_path) not in told
    assert not (into / "site").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["no-such-branch..HEAD"], 'git knows no commit "no-such-branch"'),
        (["main...HEAD"], "write BASE..HEAD"),
        (["main", "--language", "xx"], '"xx" is no language of the site'),
    ],
)
def test_a_wrong_word_leaves_the_folder_as_it_was(project: Path, tmp_path: Path, words: list[str], said: str) -> None:
    (tmp_path / "kept").write_text("")
    done = library(project, "preview", *words, "--into", str(tmp_path))
    assert done.returncode != 0
    assert said in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["kept"]
