"""What tests of the form share: its packages and its bundle, made once by the script that staff's sites use."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def form_packages() -> None:
    subprocess.run([ROOT / "scripts" / "form"], check=True, capture_output=True)
