"""The service worker's text, as the build makes it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from library.offline.worker import service_worker
from library.press.addresses import Site
from library.press.reader import of_folder


@pytest.fixture(params=["/", "/library/"])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Site, Path]:
    """A site at the root of its host or below a path, whose offline pages take in a style and a script."""
    site = Site(f"https://host.example.org{request.param}", ("en", "ru"), {}, {})
    for path, text in {"assets/a.css": "a{}", "assets/b.js": "b()", "assets/i.svg": "<svg/>"}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    for prefix in ("", "ru/"):
        page = tmp_path / prefix / "offline" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<link rel="canonical" href="https://host.example.org/"><link rel="icon" href="{request.param}assets/i.svg" type="image/svg+xml">'
            f'<link rel="stylesheet" href="{request.param}assets/a.css?v=1"><script src="{request.param}assets/b.js" defer></script>'
        )
    return site, tmp_path


def settings(site: Site, into: Path) -> dict[str, object]:
    return json.loads(re.search(r"const BUILD=(\{.+?\});", service_worker(site, of_folder(into)).data.decode())[1])


def test_what_every_page_takes_in_is_kept_from_the_beginning(written: tuple[Site, Path]) -> None:
    made = settings(*written)
    assert made["core"] == ["assets/a.css?v=1", "assets/b.js", "assets/i.svg"]
    assert made["prefixes"] == ["", "ru/"]


def test_a_file_that_is_missing_does_not_keep_the_worker_from_being_installed(written: tuple[Site, Path]) -> None:
    (written[1] / "assets" / "b.js").unlink()
    assert settings(*written)["core"] == ["assets/a.css?v=1", "assets/i.svg"]


@pytest.mark.parametrize("changed", ["assets/a.css", "assets/b.js", "ru/offline/index.html"])
def test_a_change_of_any_of_it_is_a_new_version(written: tuple[Site, Path], changed: str) -> None:
    before = settings(*written)["version"]
    assert settings(*written)["version"] == before
    with (written[1] / changed).open("a") as file:
        file.write(" ")
    assert settings(*written)["version"] != before
