"""The questions that readers are asked at the repository's host: the same in three languages, and named as the pages say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
LANGUAGES = ("en", "ru", "kk")
KINDS = ("1-add-publication", "2-mistake", "3-translation")


def form(kind: str, language: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((FORMS / f"{kind}.{language}.yml").read_text("utf-8"))
    return found


def test_there_are_three_forms_in_three_languages() -> None:
    expected = {f"{kind}.{language}.yml" for kind in KINDS for language in LANGUAGES}
    assert {path.name for path in FORMS.iterdir()} == {*expected, "config.yml"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_host_takes_the_form(kind: str, language: str) -> None:
    schema = json.loads((ROOT / "tests" / "schemas" / "github-issue-forms.json").read_text("utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(form(kind, language))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_languages_ask_the_same(kind: str) -> None:
    asked = [[(each["type"], each["id"], each.get("validations")) for each in form(kind, language)["body"]] for language in LANGUAGES]
    assert asked[1:] == asked[:1] * 2
    assert len({tuple(form(kind, language)["labels"]) for language in LANGUAGES}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_to_contribute_names_each_form(language: str) -> None:
    text = (ROOT / "docs" / f"contribute{'' if language == 'en' else '.' + language}.md").read_text("utf-8")
    quoted = set(re.findall(r'["«]([^"»]+)["»]', text))
    assert {form(kind, language)["name"] for kind in KINDS} <= quoted
    assert "(library:issues)" in text
