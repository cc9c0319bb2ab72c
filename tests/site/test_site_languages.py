"""Sites in other languages than this library's: one, two, another first, none of them English."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from catalogues import SMALL
from sites import LANGUAGES, ROOT, mkdocs, site_in

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("languages", [("ru", "en"), ("en",), ("ru", "kk")], ids="-".join)
def test_a_site_in_any_languages_builds_strictly(tmp_path: Path, languages: tuple[str, ...]) -> None:
    done = mkdocs("build", "--strict", config=site_in(languages, tmp_path, SMALL))
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "site"
    assert {tag for tag in LANGUAGES if (site / tag / "publications").is_dir()} == set(languages[1:])
    for tag in languages:
        folder = site if tag == languages[0] else site / tag
        assert f'<html lang="{tag}">' in (folder / "publications" / "russian-study" / "index.html").read_text("utf-8")
    held = list(site.rglob("russian-study.ru.pdf"))
    russian = site if languages[0] == "ru" or "ru" not in languages else site / "ru"
    assert held == [russian / "publications" / "russian-study" / "russian-study.ru.pdf"]


def test_a_language_without_words_is_refused(tmp_path: Path) -> None:
    config = site_in(("en", "ru"), tmp_path, SMALL)
    overrides = tmp_path / "overrides"
    shutil.copytree(ROOT / "overrides", overrides)
    shutil.rmtree(overrides / "locales" / "ru")
    config.write_text(config.read_text("utf-8").replace(f"custom_dir: {ROOT / 'overrides'}", f"custom_dir: {overrides}"), "utf-8")
    done = mkdocs("build", "--strict", config=config)
    assert done.returncode != 0
    assert "no words in ru: overrides/locales/ru/LC_MESSAGES/messages.po is missing" in done.stderr
    assert not list((tmp_path / "site").rglob("*.html"))
