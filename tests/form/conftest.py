"""What tests of the form share: its packages and its bundle, made once by the script that staff's sites use."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from library.catalogue.catalogue import Catalogue
from library.form.files import checked, files
from serving import serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def form_packages() -> None:
    subprocess.run([ROOT / "scripts" / "form"], check=True, capture_output=True)


@pytest.fixture(scope="module")
def address(form_packages: None, small_catalogue: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of the form, which works with a repository in the browser's memory."""
    folder = tmp_path_factory.mktemp("form")
    for file in files(small_catalogue, checked({"name": "test-repo"}, "catalogue"), ROOT / "overrides" / "locales", ROOT / ".cache"):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    with serving(folder) as found:
        yield found
