"""``library import``, as it is called: every entry is taken or told why not, all is written or nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from catalogues import ROOT
from importing import Importing, files
from library.catalogue.loading import load
from library.keeping import changes as changing

BOOK = """\
@book{petrov2021,
  title = {Государственная служба на рубеже},
  author = {Петров, Иван},
  publisher = {Новое слово},
  address = {Алматы},
  year = 2021,
  language = {russian},
  isbn = {978-5-699-12014-7},
  pagetotal = {312},
  edition = {2-е изд.},
}
"""


# -- what becomes of an entry ----------------------------------------------------------------------


def test_an_entry_becomes_a_record_with_its_party_and_its_source(importing: Importing) -> None:
    after = importing.take(BOOK)
    assert importing.copy.text("knowledge-products/gosudarstvennaya-sluzhba-rubezhe.yml") == (
        "# yaml-language-server: $schema=../schemas/work.json\n"
        "id: gosudarstvennaya-sluzhba-rubezhe\n"
        "type: book\n\n"
        "title:\n  ru: Государственная служба на рубеже\n\n"
        "issued: 2021\n\n"
        "creators:\n  - party: petrov-ivan\n\n"
        "editions:\n"
        "  - citation_key: petrov2021\n"
        "    language: ru\n"
        "    edition: 2-е изд.\n"
        "    publisher: novoe-slovo\n"
        "    place: Алматы\n"
        "    extent: 312\n"
        "    isbn: [978-5-699-12014-7]\n\n"
        "added: 2030-06-01\n"
        "provenance:\n  - source: file-some-bib\n    at: petrov2021, line 1\n"
    )
    assert after.vocabularies["sources"]["file-some-bib"].label["kk"] == "some.bib"
    assert after.vocabularies["parties"]["petrov-ivan"].source == "some.bib"


def test_a_dry_run_tells_the_same_and_writes_nothing(importing: Importing) -> None:
    before = files(importing.copy.folder)
    dry = importing.call(importing.file(BOOK), "--dry-run")
    assert files(importing.copy.folder) == before
    assert dry.output.replace("Files that would change: 3; nothing was written.", "Files changed: 3.") == importing.told(BOOK)


def test_a_report_for_programs_tells_of_each_entry(importing: Importing) -> None:
    told = json.loads(importing.call(importing.file(BOOK), "--json").stdout)
    [entry] = told["entries"]
    assert (entry["line"], entry["key"], entry["result"]) == (1, "petrov2021", "taken")
    assert entry["record"] == "catalogue/knowledge-products/gosudarstvennaya-sluzhba-rubezhe.yml"
    assert told["counts"] == {"taken": 1, "taken with remarks": 0, "not taken": 0, "works": 1, "parties": 2}


def test_a_broken_entry_is_quoted_with_its_line_and_the_rest_is_taken(importing: Importing) -> None:
    done = importing.call(importing.file("@book{lost, title = {No end\n\n" + BOOK))
    assert done.exit_code == 1
    assert "some.bib:1: not taken: this is no entry of BibTeX" in done.output
    assert "it begins: @book{lost, title = {No end" in done.output
    assert "some.bib:3: petrov2021: taken: " in done.output


def test_a_field_that_stands_twice_counts_once_and_the_other_value_is_kept(importing: Importing) -> None:
    after = importing.take(BOOK.replace("  year = 2021,", "  year = 2021,\n  year = 2022,"))
    work = after.works["gosudarstvennaya-sluzhba-rubezhe"].work
    assert str(work.issued) == "2021" and "year (again): 2022" in work.note


def test_values_that_no_field_takes_stand_in_the_note(importing: Importing) -> None:
    text = BOOK.replace("978-5-699-12014-7", "978-5-699-12014-8").replace(
        "year = 2021", "date = {Spring of 2019}, doi = {10.x}, url = {see there}"
    )
    told = importing.told(text)
    note = load(importing.copy.folder).works["gosudarstvennaya-sluzhba-rubezhe"].work.note
    assert note == ("date: Spring of 2019", "isbn: 978-5-699-12014-8", "doi: 10.x", "address: see there")
    assert 'remark: isbn: "978-5-699-12014-8" is not a valid ISBN' in told
    assert 'remark: date: "Spring of 2019" is no date of a day, a month or a year; taken as 2019' in told


def test_a_kind_that_the_library_has_no_type_for_is_told(importing: Importing) -> None:
    told = importing.told(BOOK.replace("@book", "@patent"))
    assert "petrov2021: not taken: it is a patent (@patent), and the library has no type for it; with --type it is taken as one" in told
    assert "petrov2021: taken with remarks" in importing.call(importing.file(BOOK.replace("@book", "@patent")), "--type", "report").output


@pytest.mark.parametrize("option", ["--type", "--source", "--language"])
def test_a_word_that_no_vocabulary_has_is_refused_with_the_one_that_was_meant(importing: Importing, option: str) -> None:
    wrong = {"--type": "reportt", "--source": "sample-repotr", "--language": "rus"}[option]
    done = importing.call(importing.file(BOOK), option, wrong)
    assert done.exit_code == 2 and f'"{wrong}" is not in vocabularies/' in done.output


def test_what_an_entry_inherits_is_its_own(importing: Importing) -> None:
    text = "@xdata{house, publisher = {Новое слово}, location = {Алматы}}\n" + BOOK.replace(
        "  publisher = {Новое слово},\n  address = {Алматы},", "  xdata = {house},"
    )
    [edition] = importing.take(text).works["gosudarstvennaya-sluzhba-rubezhe"].work.editions
    assert (edition.publisher, edition.place) == ("novoe-slovo", "Алматы")


def test_markup_and_letters_that_nobody_sees_are_taken_out(importing: Importing) -> None:
    after = importing.take(BOOK.replace("на рубеже", "на \u200b<i>ру\u00adбеже</i> &amp; \\textit{за} \\& --- ним, a<b"))
    [title] = [placed.work.title["ru"] for placed in after.works.values() if "рубеже" in placed.work.title.get("ru", "")]
    assert title == "Государственная служба на рубеже & за & — ним, a< b"


def test_what_the_check_refuses_is_not_taken(importing: Importing) -> None:
    told = importing.told(BOOK.replace("Государственная", "Гocударственная"))
    assert "petrov2021: not taken: the check says mixed-alphabets:" in told
    assert "New works: 0;" in told


# -- the journal of the library ---------------------------------------------------------------------


def test_an_article_of_the_library_s_journal_goes_into_its_issue(importing: Importing) -> None:
    journal = load(importing.copy.folder).journal
    assert journal
    title = journal.titles[0].title["en"]
    issue = load(importing.copy.folder).issues["10"]
    text = f"@article{{new2021, title={{A New Article}}, journal={{{title}}}, volume={{{issue.volume}}}, number={{{issue.number}}}, year={{{issue.issued.year if issue.issued else ''}}}, language={{english}}, pages={{90--99}}}}"
    after = importing.take(text)
    placed = after.works["new-article"]
    assert placed.issue and placed.issue.id == "10"
    assert placed.work.editions[0].pages == "90-99"


# -- who is known, what is there ---------------------------------------------------------------------


def test_parties_are_recognised_by_name_and_across_scripts(importing: Importing) -> None:
    text = BOOK.replace("Петров, Иван", "Harrow, III, Jane Q and Сейтова, Әйгүл Өмірқызы and {Harrow Press \\& Sons}")
    after = importing.take(text)
    work = after.works["gosudarstvennaya-sluzhba-rubezhe"].work
    assert [(creator.party, creator.name) for creator in work.creators] == [
        ("harrow-jane", None),
        ("seitova-aigul", None),
        ("harrow-press", None),
    ]


def test_a_person_in_other_letters_is_recognised_by_the_sounds_of_the_name(importing: Importing) -> None:
    file = importing.file(BOOK.replace("Петров, Иван", "Seitova, Aigul"))
    assert 'remark: "Seitova, Aigul" is taken for seitova-aigul, by its sounds' in importing.call(file).output
    [creator] = load(importing.copy.folder).works["gosudarstvennaya-sluzhba-rubezhe"].work.creators
    assert (creator.party, creator.name) == ("seitova-aigul", "Aigul Seitova")


def test_initials_that_may_be_somebody_s_are_proposed_as_another_with_a_note(importing: Importing) -> None:
    told = importing.told(BOOK.replace("Петров, Иван", "Kim, M."))
    assert "remark: kim-m is proposed, and may be kim-min-jun" in told
    assert load(importing.copy.folder).vocabularies["parties"]["kim-m"].note == "May be the same as kim-min-jun."


def test_what_can_be_nobody_s_name_stands_in_the_note(importing: Importing) -> None:
    told = importing.told(BOOK.replace("Петров, Иван", "Фрейд, 3."))
    assert "remark: name: " in told and "no letter" in told
    work = load(importing.copy.folder).works["gosudarstvennaya-sluzhba-rubezhe"].work
    assert (work.creators, work.note) == ((), ("name: Фрейд, 3.",))


def test_a_body_is_named_in_the_language_of_its_documents_alone(importing: Importing) -> None:
    party = importing.take(BOOK).vocabularies["parties"]["novoe-slovo"]
    assert (party.names[0].label, party.names[0].supplied) == ({"ru": "Новое слово"}, ())


@pytest.mark.parametrize(
    ("what", "text"),
    [
        ("the same DOI, 10.5555/sample.2022", "@book{x, title={Quite Another}, year=1999, doi={https://doi.org/10.5555/SAMPLE.2022}}"),
        ("the same ISBN, 9781234567897", "@book{x, title={Quite Another}, year=1999, isbn={9781234567897}}"),
        ("the same title and year: PUBLIC service in transition!, 2022", "@book{x, title={PUBLIC service in transition!}, year=2022}"),
    ],
)
def test_a_work_that_is_there_is_shown_beside_the_entry(importing: Importing, what: str, text: str) -> None:
    told = importing.told(text)
    assert f"not taken: there already as held-book (catalogue/knowledge-products/held-book.yml): {what}" in told
    assert "in this file" in told and "Public Service in Transition / Государственн…" in told


def test_a_title_in_other_letters_is_found(importing: Importing) -> None:
    importing.take(BOOK)
    told = importing.told("@book{x, title={Gosudarstvennaia sluzhba na rubezhe}, year=2021}")
    assert "there already as gosudarstvennaya-sluzhba-rubezhe" in told and "the same title in other letters, and year" in told


def test_the_same_file_again_changes_nothing(importing: Importing) -> None:
    importing.take(BOOK)
    before = files(importing.copy.folder)
    done = importing.call(importing.file(BOOK))
    assert done.exit_code == 1 and "New works: 0;" in done.output
    assert files(importing.copy.folder) == before


# -- files that are not what they seem ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.bib", b"", "a.bib is empty"),
        ("a.bib", b"<!DOCTYPE html><html><body>404", "a.bib is a page of a website"),
        ("a.json", b'[{"type": "book"', "a.json:1: this is no JSON"),
        ("a.bib", b"nothing at all", "a.bib has no entry (bibtex)"),
        ("a.docx", b"PK", "a.docx is in no format that is known"),
        ("a.pdf", b"%PDF-1.7", "a.pdf is a document"),
    ],
)
def test_a_file_of_which_nothing_can_be_taken_is_told(importing: Importing, name: str, text: bytes, said: str) -> None:
    done = importing.call(importing.file(text, name))
    assert done.exit_code == 1
    assert said in done.output and "hint:" in done.output and "Nothing of it was taken." in done.output


def test_a_file_in_windows_1251_is_read_and_told(importing: Importing) -> None:
    told = importing.told(BOOK.encode("cp1251"))
    assert "remark: some.bib: it is not UTF-8 (first in line 2) and was read as Windows-1251" in told
    assert load(importing.copy.folder).works["gosudarstvennaya-sluzhba-rubezhe"].work.title["ru"] == "Государственная служба на рубеже"


# -- whole or not at all ------------------------------------------------------------------------------


def test_a_disk_that_fills_leaves_the_catalogue_as_it_was(importing: Importing, monkeypatch: pytest.MonkeyPatch) -> None:
    before = files(importing.copy.folder)
    replaced = os.replace
    calls: list[object] = []

    def full(source: Path, target: Path) -> None:
        calls.append(source)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(target))
        replaced(source, target)

    monkeypatch.setattr(changing.os, "replace", full)
    done = importing.call(importing.file(BOOK))
    assert done.exit_code == 1 and "No space left on device; nothing was changed" in done.output
    assert files(importing.copy.folder) == before


@pytest.mark.costly
def test_being_told_to_end_while_files_are_written_leaves_the_catalogue_as_it_was(importing: Importing) -> None:
    before = files(importing.copy.folder)
    script = (
        "import os, signal, sys\nfrom library.keeping import changes\nfrom library.commands import main\n"
        "replaced, calls = os.replace, []\n"
        "def stop(source, target):\n    replaced(source, target)\n    calls.append(1)\n"
        "    if len(calls) == 2: os.kill(os.getpid(), signal.SIGTERM)\n"
        "changes.os.replace = stop\nmain()\n"
    )
    words = [sys.executable, "-c", script, "import", str(importing.file(BOOK)), "--catalogue", str(importing.copy.folder)]
    done = subprocess.run(words, env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")}, capture_output=True, check=False)
    assert done.returncode == 128 + signal.SIGTERM
    assert files(importing.copy.folder) == before


def test_a_record_that_somebody_else_made_meanwhile_is_not_written_over(importing: Importing, monkeypatch: pytest.MonkeyPatch) -> None:
    name = "knowledge-products/gosudarstvennaya-sluzhba-rubezhe.yml"
    check = changing.Changes.check

    def meanwhile(changes: changing.Changes) -> None:
        check(changes)
        importing.copy.write(name, "# theirs\n")

    monkeypatch.setattr(changing.Changes, "check", meanwhile)
    done = importing.call(importing.file(BOOK))
    assert done.exit_code == 1 and f"catalogue/{name}: changed-meanwhile: the file was made meanwhile" in done.output
    assert importing.copy.text(name) == "# theirs\n"
    assert "petrov" not in importing.copy.text("vocabularies/parties.yml")
