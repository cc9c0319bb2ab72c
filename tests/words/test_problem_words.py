"""Problems in the language of whoever reads them: every sentence of the checks has its words, and is found again by them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from catalogues import ROOT, SMALL, SpoiltCatalogue, said_whole
from click.testing import CliRunner, Result
from library.catalogue.problems import MOST_LINES, Problem, report
from library.commands import main
from library.preview import states
from library.telling import annotation, as_json
from library.words.problems import HOLE, ProblemWords, chosen, languages, path, wanted
from library.words.problems.messages import update
from library.words.problems.sentences import key, read
from library.words.problems.source import templates

LOCALES = ROOT / "overrides" / "locales"
RUSSIAN = ProblemWords("ru", LOCALES)
LANGUAGES = ("ru", "kk")


def entries(language: str) -> dict[str, str]:
    """Translations by the English sentence."""
    with path(LOCALES, language).open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale=language) if message.id}


@pytest.fixture(scope="module")
def sentences() -> list[str]:
    """What the checks can say, read from their source."""
    return templates()


# -- the words ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_its_words_and_no_words_are_left_over(sentences: list[str], language: str) -> None:
    wanted_, there = ({key(read(sentence)): sentence for sentence in found} for found in (sentences, entries(language)))
    empty = [sentence for sentence, words in entries(language).items() if not words]
    assert [wanted_[one] for one in wanted_.keys() - there.keys()] == [], "scripts/words brings these in, to be translated"
    assert [there[one] for one in there.keys() - wanted_.keys()] == [], "scripts/words takes these out"
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_have_the_places_of_their_sentence(language: str) -> None:
    assert [words for sentence, words in entries(language).items() if sorted(HOLE.findall(sentence)) != sorted(HOLE.findall(words))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_sentence_is_found_again_and_not_taken_for_another(language: str) -> None:
    words = ProblemWords(language, LOCALES)
    mistaken = []
    for sentence, translation in entries(language).items():
        values = {name: f"‹{number}›" for number, name in enumerate(HOLE.findall(sentence))}
        made, expected = (HOLE.sub(lambda hole: values[hole[1]], text) for text in (sentence, translation))  # noqa: B023
        if words(made) != expected:
            mistaken.append((made, words(made)))
    assert mistaken == []


def test_values_stay_as_they_are_written() -> None:
    said = RUSSIAN('title.en: "a: "list" (x)\n%(name)s {0} is written" is none of b, c')
    assert said == 'title.en: «a: "list" (x)\n%(name)s {0} is written» — не одно из значений b, c'


def test_words_within_a_sentence_are_said_too() -> None:
    assert RUSSIAN('themes: the text "pay" is written, but a list is needed') == "themes: записан текст «pay», а нужен список"
    assert RUSSIAN('the address "/about/" is already that of page 2 of a list') == "адрес «/about/» уже занят: страница 2 списка"


def test_what_has_no_words_stays_english() -> None:
    assert RUSSIAN("a sentence that nobody has translated") == "a sentence that nobody has translated"
    assert RUSSIAN.known("a sentence that nobody has translated") is None


@pytest.mark.parametrize(("tag", "language"), [("ru", "ru"), ("ru_RU.UTF-8", "ru"), ("KK", "kk"), ("en-GB", "en"), ("ko", ""), ("", "")])
def test_a_language_is_asked_for_by_tag_or_locale(tag: str, language: str) -> None:
    assert wanted(tag, LOCALES) == language
    assert chosen(LOCALES, {"LIBRARY_LANGUAGE": tag}).language == (language or "en")


def test_languages_are_those_with_words(tmp_path: Path) -> None:
    assert languages(LOCALES) == ("en", "kk", "ru")
    assert languages(tmp_path) == ("en",)


def test_a_long_report_ends_in_its_language() -> None:
    problems = [Problem("a.yml", number, 1, "x", "the record") for number in range(MOST_LINES + 5)]
    assert report(problems, RUSSIAN)[-1] == "… и еще 6; сначала исправьте эти"


def test_every_example_of_the_guide_is_a_sentence_of_the_checks() -> None:
    guide = (ROOT / "catalogue" / "README.md").read_text("utf-8")
    told = re.findall(r"^ *[.\w/-]+(?:\.(?:yml|md|txt)|/)?(?::\d+)*: [a-z]+(?:-[a-z]+)*: (.*)$|^ +hint: (.*)$", guide, re.MULTILINE)
    examples = [message or hint for message, hint in told if not message.endswith("Input should be a valid value")]
    assert len(examples) >= 150
    assert [example for example in examples if not said_whole(RUSSIAN, example) and "«" not in example] == []
    assert f"bad-date: {RUSSIAN(examples[2])}\n  подсказка: {RUSSIAN(examples[3])}\n" in guide


# -- the source -----------------------------------------------------------------------------------

SOURCE = """
HINTS = {"a": "write a", "b": "write b"}
KINDS = ((1, "a folder"), (2, "a pipe"))

def made(record, name, kind, number):
    said = f"no {name}" if name else "no name"
    yield record.problem((), "code", said, HINTS.get(kind, "write anything"))
    if number:
        said = f"{number + 1} is too many"
        yield Problem("", 0, 0, "code", said, near(name))
    elif said := of(kind):
        yield Problem("", 0, 0, "code", f'"{name}" {said}', "leave it out")
        yield wrong("code", f"there are {number} of {kind}{', and more' if number > 3 else ''}")
    yield wrong("code", "this is " + next((word for test, word in KINDS if test), "nothing"))

def near(name):
    return f'did you mean "{name}"?' if name else ""

def of(kind):
    if kind:
        return "is taken"
    return "is reserved" if kind is None else ""

def placed(record, what, hint):
    return record.problem((), "code", f"the {what} is missing", hint)

def both(record):
    placed(record, "cover", "add it")
    placed(record, what="title", hint="write it")
    text, hint = both_of(record)
    raise wrong("code", f"{text.upper()}: {record.said}", hint)

def both_of(record):
    return record.text, "look again"
"""

SAID = [
    '"%(name)s" is reserved',
    '"%(name)s" is taken',
    "%(number)s is too many",
    "%(text)s: %(SAID)s",
    "add it",
    'did you mean "%(name)s"?',
    "leave it out",
    "look again",
    "no %(name)s",
    "no name",
    "the cover is missing",
    "the title is missing",
    "there are %(number)s of %(kind)s",
    "there are %(number)s of %(kind)s, and more",
    "this is a folder",
    "this is a pipe",
    "this is nothing",
    "write a",
    "write anything",
    "write b",
    "write it",
]


def test_sentences_are_read_from_the_source(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "checks.py").write_text(SOURCE, "utf-8")
    assert templates(tmp_path) == SAID


def test_new_sentences_are_brought_to_the_translators(tmp_path: Path) -> None:
    file = path(tmp_path, "ru")
    file.parent.mkdir(parents=True)
    old = path(LOCALES, "ru").read_text("utf-8")
    file.write_text(old.replace("%(broader)s", "%(other)s").replace('"keep one of the two"', '"said no more"'), "utf-8")
    assert update(tmp_path) == {"ru": 1}
    brought = file.read_text("utf-8")
    assert 'msgid "keep one of the two"\nmsgstr ""' in brought
    assert "said no more" not in brought
    assert brought.count("%(broader)s") == old.count("%(broader)s")


# -- where they are told --------------------------------------------------------------------------


def check(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["check", *words], env=environment)


@pytest.fixture
def spoilt(catalogue_copy: SpoiltCatalogue) -> str:
    catalogue_copy.replace("knowledge-products/gylym-and-government.yml", "themes: [training, open-data]", "themes: training")
    return str(catalogue_copy.folder)


def test_the_check_tells_in_the_language_that_is_asked_for(spoilt: str) -> None:
    said = check(spoilt, "--language", "ru")
    assert "wrong-shape: themes: записан текст «training», а нужен список\n  подсказка: возьмите значения" in said.output
    assert "Ошибок: 1," in said.output
    assert said.exit_code == 1


def test_the_environment_asks_for_a_language_and_the_option_is_stronger(spoilt: str) -> None:
    assert "Қате саны: 1," in check(spoilt, LIBRARY_LANGUAGE="kk_KZ.UTF-8").output
    assert "1 problem in" in check(spoilt, "-l", "en", LIBRARY_LANGUAGE="kk").output


def test_a_language_without_words_is_refused_with_those_there_are(spoilt: str) -> None:
    refused = check(spoilt, "--language", "de")
    assert refused.exit_code == 2
    assert '"de" is no language in which problems can be told: en, kk, ru' in refused.output


def test_a_sound_catalogue_is_summed_up_in_the_language_too() -> None:
    said = check(str(SMALL), "--remarks", "--language", "kk").output
    assert said.startswith("Қате жоқ; ")


def test_json_has_an_object_a_line_and_nothing_else_in_the_output(spoilt: str) -> None:
    (line,) = check(spoilt, "--json", "-l", "ru").stdout.splitlines()
    told = json.loads(line)
    assert line.isascii()
    assert told == {
        "kind": "problem",
        "file": "catalogue/knowledge-products/gylym-and-government.yml",
        "line": told["line"],
        "column": 9,
        "code": "wrong-shape",
        "message": "themes: записан текст «training», а нужен список",
        "hint": RUSSIAN("put it in square brackets, as in [print, electronic], or each value on a line of its own behind a hyphen"),
        "language": "ru",
    }


def test_json_of_a_problem_without_words_says_that_it_is_english() -> None:
    told = json.loads(as_json(Problem("a.yml", 0, 0, "x", "nobody's words", "keep one of the two"), RUSSIAN, "problem"))
    assert (told["language"], told["hint"]) == ("en", "keep one of the two")


def test_an_annotation_names_file_and_line_and_escapes_what_means_something(tmp_path: Path) -> None:
    problem = Problem("catalogue/50%,a:b.yml", 3, 5, "x", "100% of\r\n::error::this", "keep one of the two")
    said = annotation(problem, RUSSIAN, "problem", tmp_path / "sub", {"GITHUB_WORKSPACE": str(tmp_path)})
    assert said == (
        "::error file=sub/catalogue/50%25%2Ca%3Ab.yml,line=3,col=5,title=x"
        "::100%25 of[U+000D][U+000A]::error::this%0Aподсказка: оставьте одно из двух"
    )


def test_an_annotation_of_a_file_as_a_whole_has_no_line(tmp_path: Path) -> None:
    said = annotation(Problem("catalogue/a.yml", 0, 0, "x", "the record"), ProblemWords("en", LOCALES), "remark", tmp_path, {})
    assert said == "::notice file=catalogue/a.yml,title=x::the record"


def test_the_check_annotates(spoilt: str) -> None:
    line, summary = check(spoilt, "--format", "github").output.splitlines()
    assert line.startswith("::error file=")
    assert ",col=9,title=wrong-shape::themes: the text" in line
    assert summary.startswith("1 problem in")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rename", "work", "nobody", "other"], "«nobody» — не идентификатор публикации"),
        (["restore", "held-book"], "публикация «held-book» не отозвана"),
    ],
)
def test_commands_of_keepers_tell_in_the_language(catalogue_copy: SpoiltCatalogue, words: list[str], told: str) -> None:
    said = CliRunner().invoke(main, [*words, "--catalogue", str(catalogue_copy.folder)], env={"LIBRARY_LANGUAGE": "ru"})
    assert told in said.output
    assert "Ничего не изменено." in said.output


def test_a_preview_asks_the_build_for_its_language(tmp_path: Path) -> None:
    package = tmp_path / "hooks" / "library"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text("import os, sys\nsys.exit(os.environ['LIBRARY_LANGUAGE'])", "utf-8")
    assert states.build(tmp_path, "kk") == "kk"
