"""The staff's guide: whole in three languages, with pictures that are there, and words that the form says."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from library.form.configuration import words
from library.pages.written import linked
from library.press.shells import BASE, Shell, open_places
from library.words.translations import messages
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "staff"
LOCALES = ROOT / "overrides" / "locales"
LANGUAGES = ("en", "ru", "kk")
TASKS = {
    *("index", "add", "languages", "journal-issue", "person", "theme"),
    *("correct", "withdraw", "rename", "translate", "import", "publish"),
}
OF_THE_FORM = {
    "en": {
        *("Sign In", "New", "Add", "Browse", "Insert", "Save", "Send for Review", "Editorial Workflow", "Publish Entry"),
    },
    "ru": {
        *("Войти", "Создать", "Добавить", "Обзор", "Вставить", "Сохранить", "Отправить на рассмотрение"),
        *("Редакционный процесс", "Опубликовать запись"),
    },
}
"""Words of Sveltia CMS 0.221.1 that the guide says; where the form speaks Kazakh, its own are English."""
OF_THE_HOST = {"Revert", "preview-of-the-site"}
OF_THE_LIBRARY = {"not stated", "нет сведений", "көрсетілмеген"}


def page(name: str, language: str) -> str:
    return (GUIDE / f"{name}{'' if language == 'en' else '.' + language}.md").read_text("utf-8")


def pictures(text: str) -> list[tuple[str, str]]:
    """Alternative texts and paths."""
    return re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", text)


def test_each_task_has_a_page_in_every_language() -> None:
    expected = {f"{task}{language}.md" for task in TASKS for language in ("", ".ru", ".kk", ".ko")}
    assert {path.name for path in GUIDE.glob("*.md")} == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_leads_to_every_task(language: str) -> None:
    assert set(re.findall(r"\]\(([a-z-]+)\.md\)", page("index", language))) == TASKS - {"index"}


@pytest.mark.parametrize("task", sorted(TASKS))
def test_translations_have_the_same_links_and_pictures(task: str) -> None:
    targets = [re.sub(r"\.(en|ru|kk)\.webp", "", " ".join(re.findall(r"\]\(([^)]+)\)", page(task, language)))) for language in LANGUAGES]
    assert targets[1:] == targets[:1] * 2


@pytest.mark.parametrize("task", sorted(TASKS))
def test_the_korean_page_says_where_the_guide_can_be_read(task: str) -> None:
    text = page(task, "ko")
    assert re.findall(r"\]\(([^)]+)\)", text) == ["library:in-en", "library:in-ru", "library:in-kk"]
    assert "영어" in text and "러시아어" in text and "카자흐어" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_is_there_and_has_an_alternative_text(language: str) -> None:
    for task in TASKS:
        for alternative, path in pictures(page(task, language)):
            assert len(alternative) > 20, f"{task}: {path}"
            assert path.endswith(f".{language}.webp")
            with Image.open(GUIDE / path) as picture:
                assert picture.width <= 1280


def test_every_picture_is_named_by_a_page() -> None:
    named = {path for task in TASKS for language in LANGUAGES for _, path in pictures(page(task, language))}
    files = list((GUIDE / "pictures").iterdir())
    assert {f"pictures/{path.name}" for path in files} == named
    assert sum(path.stat().st_size for path in files) < 1_500_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_guide_quotes_is_said_by_the_form_or_the_site(language: str) -> None:
    say = messages(LOCALES, language, "form").gettext
    of_fields = {say(word) for word in words()}
    own = OF_THE_FORM["ru" if language == "ru" else "en"]
    added = {f"{word} {of_field}" for word in ("Add", "Добавить:") for of_field in of_fields}
    site = {messages(LOCALES, language, "messages").gettext(word) for word in ("Suggest a correction", "Reading list")}
    known = of_fields | own | added | site | OF_THE_HOST | OF_THE_LIBRARY
    unknown = {(task, said) for task in TASKS for said in re.findall(r'["«]([^"»]+)["»]', page(task, language)) if said not in known}
    assert unknown == set()


def test_named_links_lead_to_their_places() -> None:
    places = open_places()
    text = f'<title>{places["title"]}</title>{places["head"]}{places["languages"]}<a href="library:form">the form</a> <a href="library:issues">here</a>'
    made = linked(Shell(text, ".."), {"form": f"{BASE}/admin/?language=ru", "issues": ""})
    assert '<a href="../admin/?language=ru">the form</a> here' in "".join(made.texts)


@pytest.mark.long
def test_the_pictures_can_be_taken_anew(tmp_path: Path) -> None:
    subprocess.run([ROOT / "scripts" / "guide-pictures", tmp_path], check=True, capture_output=True, timeout=1_200)
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in (GUIDE / "pictures").iterdir()}
