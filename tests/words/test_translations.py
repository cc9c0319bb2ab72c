"""The interface's words, and how each language writes dates and numbers."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from catalogues import ROOT
from library.catalogue.dates import Issued
from library.pages.templates import environment
from library.words.translations import Words

LOCALES = ROOT / "overrides" / "locales"


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A folder with a few Russian words."""
    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text(
        """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Language: ru\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"

msgid "Cite this work"
msgstr "Процитировать"

msgid "Withdrawn on %(date)s: %(reason)s"
msgstr "Отозвано %(date)s: %(reason)s"

msgid "%(num)s publication"
msgid_plural "%(num)s publications"
msgstr[0] "%(num)s публикация"
msgstr[1] "%(num)s публикации"
msgstr[2] "%(num)s публикаций"
""",
        "utf-8",
    )
    return tmp_path


def test_a_word_is_said_in_the_language(locales: Path) -> None:
    assert Words("ru", locales).say("Cite this work") == "Процитировать"


def test_a_word_without_a_translation_is_said_in_english(locales: Path) -> None:
    assert Words("ru", locales).say("About") == "About"


def test_english_needs_no_file(locales: Path) -> None:
    assert Words("en", locales).say("Cite this work") == "Cite this work"


def test_values_are_filled_in_as_they_are(locales: Path) -> None:
    said = Words("ru", locales).say("Withdrawn on %(date)s: %(reason)s", date="1 мая", reason="100% & <b>")
    assert said == "Отозвано 1 мая: 100% & <b>"


def test_a_message_without_values_may_hold_a_per_cent_sign(locales: Path) -> None:
    assert Words("en", locales).say("100% open") == "100% open"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 публикаций"),
        (1, "1 публикация"),
        (2, "2 публикации"),
        (5, "5 публикаций"),
        (11, "11 публикаций"),
        (21, "21 публикация"),
        (111, "111 публикаций"),
        (1_000, "1\u00a0000 публикаций"),
    ],
)
def test_russian_has_three_plural_forms(locales: Path, number: int, said: str) -> None:
    assert Words("ru", locales).plural("%(num)s publication", "%(num)s publications", number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 publications"), (1, "1 publication"), (2, "2 publications"), (1_234, "1,234 publications")]
)
def test_english_has_two_plural_forms(locales: Path, number: int, said: str) -> None:
    assert Words("en", locales).plural("%(num)s publication", "%(num)s publications", number) == said


@pytest.mark.parametrize(
    ("language", "day", "month", "year"),
    [
        ("en", "29 September 2022", "October 2015", "2013"),
        ("ru", "29 сентября 2022\u202fг.", "октябрь 2015\u202fг.", "2013"),
        ("kk", "2022 ж. 29 қыркүйек", "2015 ж. қазан", "2013"),
        ("ko", "2022년 9월 29일", "2015년 10월", "2013"),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language: str, day: str, month: str, year: str) -> None:
    words = Words(language, LOCALES)

    def plain(text: str) -> str:
        return text.replace("\u00a0", " ").replace("\u202f", " ")  # CLDR's releases differ in which space they take

    assert plain(words.date(Issued(2022, 9, 29))) == plain(day)
    assert plain(words.date(Issued(2015, 10))) == plain(month)
    assert plain(words.date(Issued(2013))) == plain(year)


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
def test_the_first_and_the_last_year_can_be_written(language: str) -> None:
    words = Words(language, LOCALES)
    assert "9999" in words.date(Issued(9999, 12, 31))
    assert words.date(Issued(1, 1, 1))


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 2_400_000, "2.4\u00a0MB"),
        ("en", 24_000_000, "24\u00a0MB"),
        ("en", 601, "601 bytes"),
        ("en", 1, "1 byte"),
        ("en", 1_500, "1.5\u00a0KB"),
    ],
)
def test_a_size_is_written_in_decimal_units(language: str, count: int, said: str) -> None:
    assert Words(language, LOCALES).size(count) == said


def test_words_are_never_sent_between_processes() -> None:
    with pytest.raises(TypeError, match="per process"):
        pickle.dumps(Words("en", LOCALES))


def test_changed_words_are_said_though_templates_are_kept(locales: Path, tmp_path: Path) -> None:
    templates, cache = tmp_path / "templates", tmp_path / "cache"
    templates.mkdir()
    (templates / "page.html").write_text('{{ _("Cite this work") }}', "utf-8")
    assert environment(templates, Words("ru", locales), cache).get_template("page.html").render() == "Процитировать"
    path = locales / "ru" / "LC_MESSAGES" / "messages.po"
    path.write_text(path.read_text("utf-8").replace("Процитировать", "Сослаться"), "utf-8")
    assert environment(templates, Words("ru", locales), cache).get_template("page.html").render() == "Сослаться"
    assert len(list(cache.iterdir())) == 1
