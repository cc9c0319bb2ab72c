"""Letters that are not what they seem, and problems that are safe to print; ``tests/hostile`` has the many cases."""

from __future__ import annotations

import pytest
from catalogues import KEPT, SMALL, SpoiltCatalogue
from library.catalogue.problems import Problem
from library.catalogue.visible import hidden, looks_foreign, mixed_alphabets, odd_letters, shown

WORK = "knowledge-products/held-book.yml"


def test_a_letter_that_nobody_sees_is_shown_with_its_code_name_and_place(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "en: Public Service in", "en: Public\u200bService in")
    found = catalogue_copy.problem("bad-encoding", WORK, "\u200bService")
    assert "(U+200B, zero width space)" in found.message


def test_every_line_with_such_a_letter_is_named(catalogue_copy: SpoiltCatalogue) -> None:
    text = catalogue_copy.text(WORK)
    catalogue_copy.write(WORK, text.replace("Public Service in", "Public\u202eService in").replace("A book by", "A\u00adbook by"))
    assert [(problem.code, problem.line) for problem in catalogue_copy.problems()] == [("bad-encoding", 7), ("bad-encoding", 13)]


def test_a_word_that_mixes_alphabets_is_named_with_the_letter(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "ru: Государственная", "ru: Oтчет. Государственная")
    found = catalogue_copy.problem("mixed-alphabets", WORK, "Oтчет. ")
    assert '"O" (U+004F, Latin)' in found.message


def test_a_heap_of_marks_is_named(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(WORK, "en: Public Service in", "en: Publi" + "c" + "\u0301" * 7 + " Service in")
    assert [problem.code for problem in catalogue_copy.problems()] == ["too-many-marks"]


@pytest.mark.parametrize("word", ["Oтчет", "Oн", "ITде", "Αstana", "TOYОТА", "сom", "Aбc"])
def test_a_letter_that_looks_like_one_of_another_alphabet_is_found(word: str) -> None:
    assert mixed_alphabets(word)


@pytest.mark.parametrize("word", ["eGovтың", "ΔT", "β2", "Отчет", "report", "OECD와", "αT"])
def test_a_word_put_together_of_two_alphabets_passes(word: str) -> None:
    assert list(odd_letters(word)) == []


def test_a_word_in_one_alphabet_that_could_be_another_is_known() -> None:
    assert (looks_foreign("асе"), looks_foreign("ace"), looks_foreign("пример")) == (True, False, False)


@pytest.mark.parametrize("folder", [SMALL, KEPT], ids=["small", "kept"])
def test_no_letter_of_sound_records_is_taken_for_another(folder) -> None:
    for path in (path for path in folder.rglob("*") if path.suffix in (".yml", ".md")):
        text = path.read_text("utf-8")
        assert (hidden(text), list(odd_letters(text))) == (None, []), path


def test_nothing_of_a_problem_begins_a_line_or_moves_a_terminal() -> None:
    problem = Problem("a\n::warning::b.yml", 1, 2, "bad-form", 'x: "\x1b[2J\u202e\ud800\r"', "y\nz")
    said = str(problem)
    assert said.count("\n") == 1  # that before the hint
    assert "U+000A" in said and "U+001B" in said and "U+202E" in said and "U+D800" in said
    assert said.encode("utf-8")


def test_what_can_be_seen_is_shown_as_it_is() -> None:
    text = "Отчет «á» 👩\u200d💻 می\u200cخواهم ❤\ufe0f"
    assert shown(text) == text


@pytest.mark.parametrize("written", [f"note: [{'x' * 10_001}]", f"note: [{', '.join(['x'] * 1_001)}]"])
def test_what_is_longer_than_anything_in_a_record_is_named(catalogue_copy: SpoiltCatalogue, written: str) -> None:
    catalogue_copy.append(WORK, f"{written}\n")
    assert [(problem.code, problem.path) for problem in catalogue_copy.problems()] == [("too-long", f"catalogue/{WORK}")]
