"""PDFs: what they tell of themselves, beside a file that is imported and in the library."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from catalogues import SpoiltCatalogue
from click.testing import CliRunner, Result
from importing import Importing, files
from library.catalogue.loading import load
from library.commands import main
from library.importing.pdf import Facts, Unusable, facts

FONT = b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def made(path: Path, pages: int = 2, text: bool = True, accessible: bool = False, password: str = "") -> Path:
    """A PDF of empty pages, with a font where it is to have text."""
    document = pikepdf.new()
    for _ in range(pages):
        page = document.add_blank_page()
        if text:
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Object.parse(FONT))
    if accessible:
        document.Root.Lang = "ru-RU"
        document.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        document.Root.StructTreeRoot = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
        document.docinfo["/Title"] = "Кадры"
    document.save(path, encryption=pikepdf.Encryption(owner="o", user=password) if password else False)
    return path


def test_what_a_document_tells(tmp_path: Path) -> None:
    told = facts(made(tmp_path / "a.pdf", pages=3, accessible=True))
    assert (told.pages, told.language, told.title, told.tagged, told.has_text, told.locked) == (3, "ru-RU", "Кадры", True, True, False)
    assert list(told.remarks()) == []


def test_what_a_document_lacks_is_told(tmp_path: Path) -> None:
    told = [remark.partition(":")[0] for remark in facts(made(tmp_path / "a.pdf", text=False)).remarks()]
    assert told == [
        "it has no text, only pictures of pages",
        "it has no tags",
        "it does not tell its language, by which it is read aloud and searched",
        "it has no title in its metadata",
    ]
    large = Facts(1, 5_000_001, "", "ru", "Кадры", tagged=True, has_text=True, locked=False)
    assert [remark.partition(":")[0] for remark in large.remarks()] == ["it has 5,000,001 bytes"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<!DOCTYPE html><html><body>Not found", "is a page of a website and no document"),
        (b"", "is empty"),
        (b"%PDF-1.7\nnothing", "cannot be opened"),
        (b"PK\x03\x04", "is no PDF"),
    ],
)
def test_what_is_no_document_is_told(tmp_path: Path, content: bytes, said: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(Unusable, match=said):
        facts(tmp_path / "a.pdf")


def test_a_document_with_a_password_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="is locked with a password"):
        facts(made(tmp_path / "a.pdf", password="secret"))


# -- beside a file that is imported ------------------------------------------------------------------

TABLE = "Title,Type,Language,File\nКадры,Report,Russian,{name}\n"


def test_a_document_beside_the_file_gives_its_extent_and_stays_where_it_is(importing: Importing) -> None:
    made(importing.folder / "a.pdf", pages=7)
    told = importing.told(TABLE.format(name="a.pdf"), "some.csv")
    assert "remark: a.pdf: it has no tags" in told
    work = load(importing.copy.folder).works["kadry"].work
    assert (work.editions[0].extent, work.editions[0].file, work.note) == (7, None, ("file: a.pdf",))


def test_it_is_taken_over_where_that_is_asked_for(importing: Importing) -> None:
    path = made(importing.folder / "a.pdf", accessible=True)
    work = importing.work(TABLE.format(name="a.pdf"), "some.csv", "--documents")
    assert work.editions[0].file == "kadry.ru.pdf"
    assert importing.copy.path("files/kadry.ru.pdf").read_bytes() == path.read_bytes()


def test_a_document_that_the_library_holds_already_is_the_same_work(importing: Importing) -> None:
    (importing.folder / "a.pdf").write_bytes(importing.copy.path("files/held-book.en.pdf").read_bytes())
    before = files(importing.copy.folder)
    told = importing.told(TABLE.format(name="a.pdf"), "some.csv", "--documents")
    assert "the same document, byte for byte" in told
    assert files(importing.copy.folder) == before


@pytest.mark.parametrize("name", ["../catalogue/files/held-book.en.pdf", "/etc/passwd", "none.pdf"])
def test_a_document_elsewhere_is_not_opened(importing: Importing, name: str) -> None:
    assert f"remark: there is no {name} beside the file" in importing.told(TABLE.format(name=name), "some.csv", "--documents")


def test_a_page_of_a_website_is_not_taken_for_a_document(importing: Importing) -> None:
    (importing.folder / "a.pdf").write_bytes(b"<html>Not found")
    told = importing.told(TABLE.format(name="a.pdf"), "some.csv", "--documents")
    assert "remark: a.pdf is a page of a website and no document" in told and "it is not taken" in told
    assert load(importing.copy.folder).works["kadry"].work.editions[0].file is None


# -- in the library ------------------------------------------------------------------------------------


def called(copy: SpoiltCatalogue, *words: str) -> Result:
    return CliRunner().invoke(main, ["documents", *words, "--catalogue", str(copy.folder)])


def test_every_document_is_told_of_and_nothing_is_changed(catalogue_copy: SpoiltCatalogue) -> None:
    before = files(catalogue_copy.folder)
    done = called(catalogue_copy)
    assert done.exit_code == 0
    assert "held-book.en.pdf (held-book, en): 1 pages, 601 bytes, SHA-256 62eabdff" in done.output
    assert "remark: the record says 579 pages" in done.output
    assert files(catalogue_copy.folder) == before


def test_numbers_of_pages_are_filled_in_where_there_are_none(catalogue_copy: SpoiltCatalogue) -> None:
    name = "knowledge-products/held-book.yml"
    before = catalogue_copy.text(name)
    catalogue_copy.replace(name, "    extent: 579\n", "")
    assert called(catalogue_copy, "--fill").exit_code == 0
    assert catalogue_copy.text(name) == before.replace("extent: 579", "extent: 1")


def test_documents_are_told_to_programs_with_nothing_else_on_the_standard_output(catalogue_copy: SpoiltCatalogue) -> None:
    done = called(catalogue_copy, "--json", "--fill", "--dry-run")
    [book] = [each for each in json.loads(done.stdout)["documents"] if each["work"] == "held-book"]
    assert done.exit_code == 0 and book.pop("sha256").startswith("62eabdff")
    assert "the record says 579 pages" in book.pop("remarks")
    assert book == {"file": "held-book.en.pdf", "work": "held-book", "language": "en", "pages": 1, "size": 601, "fault": ""}
