"""What an import, a command and the settings of a site say, in Russian and Kazakh."""

from __future__ import annotations

import re

import pytest
from catalogues import ROOT, SpoiltCatalogue
from click.testing import CliRunner
from importing import Importing
from library.commands import main
from library.site_settings import faults
from library.words.problems import ProblemWords, in_words

LOCALES = ROOT / "overrides" / "locales"
ENGLISH = re.compile(r"\b(?:the|is|of|and|not|it|no|which|with|taken|remark|hint)\b")

SOME = """\
@preamble{"x"}
@patent{one, title = {A Patent}, year = 2020}
@misc{two, title = {Something else}, year = {spring 2020}, language = {klingon}}
@book{three, title = {Held Book}, year = 2022, isbn = {978-1-23456-789-7}}
@article{broken, title = {Never closed
"""


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", ("не принято", "замечание", "уже есть", "Записей: ")), ("kk", ("қабылданбады", "ескертпе", "бұрыннан бар", "Жазба саны: "))],
)
def test_an_import_reports_in_the_language(
    importing: Importing, monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LIBRARY_LANGUAGE", language)
    told = importing.told(SOME)
    assert [word for word in words if word not in told] == []
    ours = re.sub(r'"[^"]*"|«[^»]*»|^.*it begins.*$|^ [ *] .*$|[\w.-]+\.(?:yml|bib)\S*', "", told, flags=re.MULTILINE)
    quoted = {"A Patent", "Something else", "Held Book", "Never closed"}
    assert [line for line in ours.splitlines() if ENGLISH.search(line) and not any(each in line for each in quoted)] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["import", "nowhere.bib"], "не прочитать"),
        (["import", "doi:11.x"], "номер регистранта"),
        (["import", "nowhere.bib", "--type", "bok"], "возможно, имелось в виду «book»"),
        (["template", "some.txt"], "не кончается ни на .xlsx"),
        (["missing", "--language", "de"], "не язык сайта"),
        (["withdraw", "held-book", "--because", "mistake", "--reason", "Printed twice"], "не указан язык"),
        (["preserve", "--into", "kept", "--release", "a b"], "не годится как имя папки"),
    ],
)
def test_a_wrong_call_is_told_in_russian(catalogue_copy: SpoiltCatalogue, words: list[str], told: str) -> None:
    done = CliRunner().invoke(main, [*words, "--catalogue", str(catalogue_copy.folder)], env={"LIBRARY_LANGUAGE": "ru"})
    assert done.exit_code != 0
    assert told in done.output


WRONG = {"authority": "x", "catalogue": "", "deposit_email": 1, "ask_for_copies": "?", "offline_zip": "maybe", "edit_records": "main"}


@pytest.mark.parametrize("language", ["ru", "kk"])
@pytest.mark.parametrize(
    "address",
    ["", "ftp://x", "https://a.example/?q", "https://u:p@a.example/", "https://A.example", "https://a.example/ü ß", "http://[::1"],
)
def test_every_fault_of_the_settings_has_its_words(language: str, address: str) -> None:
    phrase = ProblemWords(language, LOCALES)
    for said in faults(address, address, WRONG, ROOT):
        assert not re.search(r"\b(?:the|is|write it|as in|neither)\b", in_words(said, phrase)), said


def test_questions_are_asked_in_the_language(catalogue_copy: SpoiltCatalogue) -> None:
    done = CliRunner().invoke(
        main, ["new", "--catalogue", str(catalogue_copy.folder)], input="\nAtau\nxx\n", env={"LIBRARY_LANGUAGE": "kk"}
    )
    assert "Атауы, басылған қалпында" in done.output
    assert "әр жазбаның атауы болады" in done.output
    assert "мұндай тіл жоқ" in done.output
