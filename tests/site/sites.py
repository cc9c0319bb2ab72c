"""Builds whole sites for the tests."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "ru", "kk", "ko")
SITE_URL = "https://library.example.org/"


@dataclass(frozen=True)
class Built:
    """A built site: its folder, what the build printed, and the pages' paths."""

    folder: Path
    log: str

    @property
    def pages(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")


def configuration(into: Path, catalogue: Path, *, hooks: str = "", **replacements: str) -> Path:
    """The project's own mkdocs.yml, for another catalogue; written into a folder."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    changes = {
        "docs_dir: docs": f"docs_dir: {ROOT / 'docs'}",
        "custom_dir: overrides": f"custom_dir: {ROOT / 'overrides'}",
        "  - hooks/mkdocs_events.py\n": f"  - {ROOT / 'hooks' / 'mkdocs_events.py'}\n{hooks}",
        "catalogue: catalogue": f"catalogue: {catalogue}",
        "  - catalogue\n  - hooks\n": f"  - {catalogue}\n",
        **replacements,
    }
    for old, new in changes.items():
        assert old in text, f"mkdocs.yml no longer has {old!r}"
        text = text.replace(old, new)
    path = into / "mkdocs.yml"
    path.write_text(text, "utf-8")
    return path


def mkdocs(*arguments: str, config: Path, seconds: int = 300, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs MkDocs on a configuration, with nothing of the machine's own settings."""
    environment = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "REPOSITORY_URL")}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments, "-f", str(config)],
        capture_output=True,
        text=True,
        cwd=config.parent,
        env={**environment, "NO_MKDOCS_2_WARNING": "1", **variables},
        timeout=seconds,
    )


def warm(cache: Path, into: Path) -> None:
    """Gives a project what costs most to make, formatted references and pictures to share, as another project keeps them."""
    for name in ("references", "share"):
        shutil.copytree(cache / name, into / ".cache" / name)


@contextmanager
def _one_at_a_time(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def built_once(temporary: pytest.TempPathFactory, name: str, catalogue: Path) -> Built:
    """A site that all workers of a run look at and none changes: the first that wants it builds it, the others wait for it."""
    base = temporary.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / f"{name}-site"
    folder.mkdir(exist_ok=True)
    with _one_at_a_time(folder / "lock"):
        log = folder / "log"
        if not log.exists():
            shutil.rmtree(folder / "site", ignore_errors=True)  # of a build that failed
            log.write_text(build(folder, catalogue).log, "utf-8")
        return Built(folder / "site", log.read_text("utf-8"))


def build(into: Path, catalogue: Path, **options: str) -> Built:
    done = mkdocs("build", "--strict", config=configuration(into, catalogue, **options))
    assert done.returncode == 0, done.stdout + done.stderr
    return Built(into / "site", done.stdout + done.stderr)


NAMES = {"en": "English", "ru": "Русский", "kk": "Қазақша", "ko": "한국어", "de": "Deutsch"}


def site_in(languages: tuple[str, ...], into: Path, records: Path, *, hooks: str = "") -> Path:
    """The configuration of a site of those records in those languages, the first of them its default; written into a folder."""
    catalogue, docs = into / "catalogue", into / "docs"
    if records != catalogue:
        shutil.copytree(records, catalogue)
    shutil.copytree(ROOT / "docs", docs)
    for path in [path for path in docs.rglob("*") if path.is_file()]:
        page, _, language = path.stem.partition(".")
        if (language or "en") not in languages:
            path.unlink()
        elif not language and languages[0] != "en":
            path.rename(path.with_name(f"{page}.en.md"))
    vocabulary = catalogue / "vocabularies" / "languages.yml"
    text = vocabulary.read_text("utf-8").replace("  site: yes\n", "")
    for language in languages:
        assert f"- id: {language}\n" in text
        text = text.replace(f"- id: {language}\n", f"- id: {language}\n  site: yes\n")
    vocabulary.write_text(text, "utf-8")
    config = configuration(into, catalogue, hooks=hooks)
    # The order of editions is that of the library's own languages.
    config.write_text(re.sub(r"  editions_instead:\n(?: {4}.*\n)+", "", config.read_text("utf-8")), "utf-8")
    listed = "".join(
        f"        - locale: {tag}\n          name: {NAMES[tag]}\n{'          default: true' + chr(10) if tag == languages[0] else ''}"
        for tag in languages
    )
    written = re.sub(r"(      languages:\n)(?: {8}.*\n)+", rf"\g<1>{listed}", config.read_text("utf-8"))
    written = written.replace(f"docs_dir: {ROOT / 'docs'}", f"docs_dir: {docs}").replace("offline_zip: true", "offline_zip: false")
    config.write_text(written.replace("  language: en\n", f"  language: {languages[0]}\n"), "utf-8")
    return config
