"""The first words of a page stand in one face: what they need is asked for at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from library.press.stylesheets import FIRST_FONTS, preloads, title_fonts

FOLDER = Path(__file__).resolve().parents[2] / "overrides" / "assets"
FACES = re.findall(r"@font-face \{(.*?)\}", (FOLDER / "stylesheets" / "fonts.css").read_text("utf-8"), re.DOTALL)
TOKENS = (FOLDER / "stylesheets" / "tokens.css").read_text("utf-8")

ENGLISH = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя"
SIGNS = " 0123456789.,:;!?()[]/%&+-–—«»“”‘’…·№"
LETTERS = {
    "en": ENGLISH + SIGNS.replace("№", ""),
    "ru": ENGLISH + RUSSIAN + SIGNS,
    "kk": ENGLISH + RUSSIAN + "ӘҒҚҢӨҰҮҺІәғқңөұүһі" + SIGNS,
    "ko": ENGLISH + SIGNS.replace("№", "") + "공공부문의성과관리",
}


def field(face: str, name: str) -> str:
    found = re.search(rf"\b{name}: ([^;]*);", face)
    return found[1] if found else ""


def held_by(family: str, files: tuple[str, ...]) -> set[int]:
    """The code points for which an upright face of the family, at the weight of its text, takes one of the files."""
    points: set[int] = set()
    for face in FACES:
        if field(face, "font-family") == f'"{family}"' and field(face, "font-style") == "normal":
            name = re.search(r"/([\w-]+)\.woff2", face)
            if name and name[1] in files:
                for part in field(face, "unicode-range").split(","):
                    first, _, last = part.strip()[2:].partition("-")
                    points |= set(range(int(first, 16), int(last or first, 16) + 1))
    return points


@pytest.mark.parametrize("language", LETTERS)
@pytest.mark.parametrize("family", ["Library Text", "Library Heading"])
def test_letters_digits_and_signs_of_a_language_are_asked_for_at_once(family: str, language: str) -> None:
    if language == "ko" and family == "Library Heading":
        assert ":lang(ko) { --heading: var(--text); }" in TOKENS
        return
    held = held_by(family, FIRST_FONTS[language])
    assert not [letter for letter in LETTERS[language] if ord(letter) not in held]


def test_each_file_asked_for_is_there() -> None:
    assert all((FOLDER / "fonts" / f"{name}.woff2").is_file() for files in FIRST_FONTS.values() for name in files)


@pytest.mark.parametrize(("token", "name"), [("text", "Library Text"), ("heading", "Library Heading")])
def test_every_font_scaled_to_ours_is_looked_for(token: str, name: str) -> None:
    scaled = {field(face, "font-family") for face in FACES if "local(" in face and f'"{name} ' in face}
    asked = re.search(rf"--{token}: ([^;]*);", TOKENS)[1].split(", ")  # type: ignore[index]
    assert len(scaled) >= 4
    assert scaled <= set(asked)
    assert asked[0] == f'"{name}"'


@pytest.mark.parametrize(
    ("language", "body", "fonts"),
    [
        ("en", "<h1>Trust</h1><p>Доверие</p>", []),
        ("en", '<h1 lang="ru">Доверие</h1>', ["serif-cyrillic"]),
        ("ko", '<h1 lang="ru">Доверие</h1>', ["sans-cyrillic"]),
        ("ru", '<h1 lang="kk">Әдеп және сенім</h1>', ["serif-cyrillic-ext"]),
        ("kk", '<h1 lang="ru">Доверие</h1>', []),
        ("en", '<h1 lang="ko">신뢰</h1>', ["sans-ko-700-1"]),
        ("en", '<h1>Trust</h1><p class="lib-edition__title" lang="kk">Сенім әдебі</p>', ["sans-cyrillic", "sans-cyrillic-ext"]),
    ],
)
def test_a_title_in_other_letters_is_asked_for_at_once(language: str, body: str, fonts: list[str]) -> None:
    assert title_fonts(body, language) == fonts
    assert preloads(fonts).count('rel="preload"') == len(fonts)
    assert all((FOLDER / "fonts" / f"{name}.woff2").is_file() for name in fonts)
