"""``library translate``: what translators wrote into a list of ``library missing`` comes back into the records, whole or not at all."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from bare import BARE, BARE_ISSUE, add_bare
from catalogues import SpoiltCatalogue
from click.testing import CliRunner, Result
from importing import files
from library.catalogue.loading import load
from library.commands import main

RECORD = f"knowledge-products/{BARE}.yml"


@pytest.fixture
def bare(catalogue_copy: SpoiltCatalogue) -> SpoiltCatalogue:
    return add_bare(catalogue_copy)


def called(copy: SpoiltCatalogue, *words: str | Path) -> Result:
    return CliRunner().invoke(main, [*map(str, words), "--catalogue", str(copy.folder)])


def listed(copy: SpoiltCatalogue, kind: str = "csv", language: str = "kk") -> Path:
    """The list of library missing for a language, in a file."""
    file = copy.folder.parent / f"missing.{kind}"
    done = called(copy, "missing", "--language", language, f"--{kind}", file)
    assert done.exit_code == 0, done.output
    return file


def filled(file: Path, texts: dict[tuple[str, str], str], divider: str = ",", encoding: str = "utf-8-sig") -> Path:
    """The table with texts by work and field, as a spreadsheet would save it."""
    rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines()))
    written = io.StringIO()
    writer = csv.DictWriter(written, rows[0], delimiter=divider)
    writer.writeheader()
    writer.writerows({**row, "text": texts.get((row["id"], row["field"]), "")} for row in rows)
    file.write_bytes(written.getvalue().encode(encoding, "replace"))
    return file


def test_filled_cells_come_back_as_supplied_texts(bare: SpoiltCatalogue) -> None:
    texts = {(BARE, "title"): "Мемлекеттік қызмет", (BARE, "summary"): "Қызмет туралы.", (f"issue-{BARE_ISSUE}", "title"): "Сөз"}
    done = called(bare, "translate", filled(listed(bare), texts))
    assert done.exit_code == 0, done.output
    after = load(bare.folder)
    work = after.works[BARE].work
    assert (work.title["kk"], work.summary["kk"]) == ("Мемлекеттік қызмет", "Қызмет туралы.")
    assert (work.supplied.title, work.supplied.summary) == (("kk",), ("kk",))
    assert (after.issues[BARE_ISSUE].title or {})["kk"] == "Сөз"
    assert list(work.title) == ["ru", "kk"]


def test_a_table_that_a_spreadsheet_saved_otherwise_is_read(bare: SpoiltCatalogue) -> None:
    file = filled(listed(bare, language="en"), {(BARE, "title"): "Civil Service"}, ";", "cp1251")  # of which Kazakh letters are lost
    assert called(bare, "translate", file).exit_code == 0
    assert load(bare.folder).works[BARE].work.title["en"] == "Civil Service"


def test_po_and_back(bare: SpoiltCatalogue) -> None:
    file = listed(bare, "po")
    catalog = read_po(io.BytesIO(file.read_bytes()))
    message = catalog.get("Государственная служба без прикрас", context=f"{BARE}.title")
    assert message is not None
    message.string = "Мемлекеттік қызмет"
    with file.open("wb") as written:
        write_po(written, catalog)
    done = called(bare, "translate", file)
    assert done.exit_code == 0, done.output
    assert load(bare.folder).works[BARE].work.title["kk"] == "Мемлекеттік қызмет"


def test_xliff_and_back(bare: SpoiltCatalogue) -> None:
    file = listed(bare, "xliff", "ko")
    text = file.read_text("utf-8")
    before = "<source>Государственная служба без прикрас</source><target></target>"
    assert text.count(before) == 1 and 'source-language="ru" target-language="ko"' in text
    file.write_text(text.replace(before, before.replace("<target>", "<target>공직 &amp; 봉사")), "utf-8")
    done = called(bare, "translate", file)
    assert done.exit_code == 0, done.output
    assert load(bare.folder).works[BARE].work.title["ko"] == "공직 & 봉사"


def test_what_was_changed_meanwhile_is_told_and_nothing_is_written(bare: SpoiltCatalogue) -> None:
    file = filled(listed(bare), {(BARE, "title"): "Мемлекеттік қызмет", ("scarce-words", "title"): "Сөз"})
    bare.replace(RECORD, "Государственная служба без прикрас", "Государственная служба как она есть")
    before = files(bare.folder)
    done = called(bare, "translate", file)
    assert done.exit_code == 1
    assert (
        'changed-meanwhile: bare-study: what it was translated from was changed meanwhile: it was "Государственная служба без'
        in done.output
    )
    assert "Nothing was changed; with --rest" in done.output
    assert files(bare.folder) == before


def test_the_rest_is_brought_back_where_it_is_asked_for(bare: SpoiltCatalogue) -> None:
    file = filled(listed(bare), {(BARE, "title"): "Мемлекеттік қызмет", (BARE, "summary"): "Қызмет туралы."})
    bare.replace(RECORD, "title:\n", "title:\n  kk: Басқа сөз\n")
    bare.replace(RECORD, "editions:\n", "supplied:\n  title: [kk]\neditions:\n")
    done = called(bare, "translate", file, "--rest")
    assert done.exit_code == 1 and 'title in "kk" was written meanwhile: "Басқа сөз"' in done.output
    work = load(bare.folder).works[BARE].work
    assert (work.title["kk"], work.summary["kk"]) == ("Басқа сөз", "Қызмет туралы.")


def test_the_same_file_again_changes_nothing(bare: SpoiltCatalogue) -> None:
    file = filled(listed(bare), {(BARE, "title"): "Мемлекеттік қызмет"})
    called(bare, "translate", file)
    before = files(bare.folder)
    done = called(bare, "translate", file)
    assert done.exit_code == 0 and "There already: 1." in done.output
    assert files(bare.folder) == before


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("bare-studi,title,kk,Сөз", 'unknown-work: bare-studi: there is no such work or issue\n  hint: did you mean "bare-study"?'),
        ("bare-study,titel,kk,Сөз", 'unknown-field: bare-study: there is no text "titel" to translate'),
        ("bare-study,title,kz,Сөз", 'bad-language: bare-study: "kz" is no language of the library'),
        ("bare-study,title,kk,Сөз\nbare-study,title,kk,Зат", "repeated-value: bare-study: two texts are given"),
        ("bare-study,title,kk,Cөз", "mixed-alphabets"),
    ],
)
def test_a_row_that_fits_nowhere_is_told_with_its_line(bare: SpoiltCatalogue, row: str, said: str) -> None:
    file = bare.folder.parent / "filled.csv"
    file.write_text(f"id,field,language,text\n{row}\n", "utf-8")
    before = files(bare.folder)
    done = called(bare, "translate", file)
    assert done.exit_code == 1 and said in done.output
    assert files(bare.folder) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a,b\n1,2\n", "has no columns field, id, language, text"),
        ("<xliff><file>", "this is no XML"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "declares entities"),
        ('msgid "a\n', "is no PO file"),
    ],
)
def test_a_file_that_is_none_is_refused(bare: SpoiltCatalogue, text: str, said: str) -> None:
    file = bare.folder.parent / "filled.csv"
    file.write_text(text, "utf-8")
    done = called(bare, "translate", file)
    assert done.exit_code == 1 and said in done.output


def test_titles_of_events_come_back_too(catalogue_copy: SpoiltCatalogue, tmp_path: Path) -> None:
    folder = str(catalogue_copy.folder)
    for language, way, name in (("kk", "--csv", "a.csv"), ("ru", "--po", "a.po"), ("ko", "--xliff", "a.xlf")):
        file = tmp_path / name
        assert CliRunner().invoke(main, ["missing", "--catalogue", folder, "-l", language, way, str(file)]).exit_code == 0
        assert "projects/sample-project" in file.read_text("utf-8")
    file = tmp_path / "back.csv"
    file.write_text("id,field,language,text\nevents/bare-event,title,kk,Жиын\n", "utf-8")
    done = CliRunner().invoke(main, ["translate", str(file), "--catalogue", folder])
    assert done.exit_code == 0, done.output
    event = load(catalogue_copy.folder).of_kind("event")["bare-event"].value
    assert (event.title["kk"], "kk" in event.supplied.title) == ("Жиын", True)
