"""The form's page: who it may talk to, and when there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from library.catalogue.catalogue import Catalogue
from library.form.files import WrongForm, checked, files, page, policy

LOCALES = Path(__file__).resolve().parents[2] / "overrides" / "locales"


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    bundle = tmp_path / "form" / "assets"
    bundle.mkdir(parents=True)
    (bundle.parent / "form.js").write_text("// bundled")
    (bundle / "letters.woff2").write_bytes(b"font")
    return tmp_path


def test_the_form_is_the_bundle_with_a_page_and_a_configuration_in_each_language(small_catalogue: Catalogue, cache: Path) -> None:
    form = checked({"name": "github", "repo": "hub/library"}, "catalogue")
    made = {file.path: file.data for file in files(small_catalogue, form, LOCALES, cache)}
    assert set(made) == {
        "admin/index.html",
        *(f"admin/config.{language}.json" for language in ("en", "ru", "kk")),
        "admin/form.js",
        "admin/assets/letters.woff2",
    }
    told = json.loads(made["admin/config.kk.json"])
    assert told["backend"] == {"name": "github", "repo": "hub/library"}
    assert told["collections"][0]["folder"] == "catalogue/knowledge-products"


@pytest.mark.parametrize("written", [None, False, ""])
def test_one_line_leaves_the_form_out(small_catalogue: Catalogue, cache: Path, written: Any) -> None:
    assert list(files(small_catalogue, checked(written, "catalogue"), LOCALES, cache)) == []


def test_without_its_bundle_there_is_no_form(small_catalogue: Catalogue, tmp_path: Path) -> None:
    assert list(files(small_catalogue, checked({"name": "test-repo"}, "catalogue"), LOCALES, tmp_path)) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (True, "wants the forge's name"),
        ({"name": "sourceforge", "repo": "a/b"}, "github, gitlab"),
        ({"name": "github"}, 'repo: names the repository as "owner/library"'),
        ({"name": "gitea", "repo": "a/b", "base_url": "http://forge.example"}, "base_url: is an address that begins with https://"),
    ],
)
def test_a_wrong_forge_is_told(written: Any, said: str) -> None:
    with pytest.raises(WrongForm, match=said):
        checked(written, "catalogue")


def test_the_policy_lets_the_form_talk_to_its_forge_alone() -> None:
    told = dict(part.split(" ", 1) for part in policy({"name": "gitea", "repo": "a/b", "base_url": "https://forge.example/x"}).split("; "))
    assert told["default-src"] == "'none'"
    assert told["script-src"] == "'self'"
    assert told["connect-src"] == "'self' blob: data: https://gitea.com https://forge.example"
    assert "unsafe-eval" not in str(told)
    assert "github" not in policy({"name": "test-repo"})


def test_the_page_takes_no_markup_from_its_settings() -> None:
    made = page({"name": "github", "repo": "a/b", "api_root": 'https://x"><script>alert(1)</script>'})
    assert "<script>" not in made
