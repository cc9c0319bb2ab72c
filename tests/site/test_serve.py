"""``mkdocs serve``: a changed record shows within three seconds, a wrong one leaves the site as it was."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from catalogues import KEPT
from sites import configuration, mkdocs

pytestmark = [pytest.mark.slow, pytest.mark.alone]

LIMIT = 3.0
"""Seconds from saving a record to its page, of the records of November 2026."""


@dataclass
class Serving:
    address: str
    catalogue: Path
    process: subprocess.Popen[str]

    def text(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=60) as response:
            return response.read().decode()

    def wait_for(self, line: str) -> str:
        """Reads the server's log up to a line that holds the text; no clock is asked."""
        for said in self.process.stderr:
            if line in said:
                return said
        raise AssertionError("the server ended")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    catalogue = tmp_path / "catalogue"
    shutil.copytree(KEPT, catalogue)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}/"
    config = configuration(tmp_path, catalogue)
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}", "-f", str(config)],
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address, **_in_memory()},
    )
    made = Serving(address, catalogue, process)
    made.wait_for("Serving on")
    yield made
    process.terminate()
    process.wait(timeout=30)


def _in_memory() -> dict[str, str]:
    """As scripts/serve does."""
    return {"TMPDIR": "/dev/shm"} if os.access("/dev/shm", os.W_OK) else {}


def test_a_changed_record_shows_within_three_seconds(serving: Serving, tmp_path: Path) -> None:
    record = serving.catalogue / "knowledge-products" / "country-profile-belarus.yml"
    assert "Sign of change" not in serving.text("publications/country-profile-belarus/")
    text = record.read_text("utf-8")
    seconds = []
    for number in range(3):
        started = time.monotonic()
        record.write_text(text.replace("en: Country Profile Belarus", f"en: Sign of change {number}"), "utf-8")
        serving.wait_for("Reloading browsers")
        page = serving.text("publications/country-profile-belarus/")
        seconds.append(time.monotonic() - started)
        assert f"Sign of change {number}" in page
    assert "Sign of change 2" in serving.text("ko/publications/country-profile-belarus/")
    # On a machine that is slow today a whole build is the yardstick: a change may not cost more than one and a half.
    yardstick = _seconds_of_a_build(tmp_path)
    print(f"a changed record showed after {min(seconds):.2f} s; a whole build took {yardstick:.2f} s")
    assert min(seconds) < max(LIMIT, 1.5 * yardstick), seconds


def _seconds_of_a_build(folder: Path) -> float:
    started = time.monotonic()
    done = mkdocs("build", "-q", "-d", str(folder / "yardstick"), config=folder / "mkdocs.yml")
    assert done.returncode == 0, done.stderr
    return time.monotonic() - started


def test_a_wrong_record_is_told_and_the_site_stays(serving: Serving) -> None:
    record = serving.catalogue / "knowledge-products" / "country-profile-belarus.yml"
    text = record.read_text("utf-8")
    record.write_text(text.replace("type: country-profile", "type: country-profil"), "utf-8")
    said = serving.wait_for("unknown-term")
    assert 'country-profile-belarus.yml:2:7: unknown-term: type: "country-profil"' in said
    assert "Country Profile Belarus" in serving.text("publications/country-profile-belarus/")
    record.write_text(text, "utf-8")
    serving.wait_for("Reloading browsers")
    with pytest.raises(urllib.error.HTTPError):
        serving.text("publications/no-such-work/")
