"""The whole library in other forms, read back by other people's programs."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import subprocess
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import frictionless
import pymarc
import pytest
import rdflib
from catalogues import ROOT
from library.catalogue.catalogue import Catalogue
from library.citations import files as citation_files
from library.citations.formats import table
from library.citations.library import Library, Settings, gather
from library.exports import files, marc, oai, packages, sqlite
from library.press.addresses import Site
from library.press.output import Note, OutputFile
from lxml import etree

NAMES = {"en": "Library & Co <1>", "ru": "Библиотека", "kk": "Кітапхана", "ko": "도서관"}
OAI = {"s": "http://www.openarchives.org/OAI/2.0/static-repository", "oai": "http://www.openarchives.org/OAI/2.0/"}
DC = "{http://purl.org/dc/elements/1.1/}"


def library_of(catalogue: Catalogue, authority: str = "") -> Library:
    site = Site("https://library.example.org/", catalogue.languages, NAMES, NAMES, authority)
    return gather(Settings(site, catalogue.folder, ROOT / "overrides"), catalogue)


def written(library: Library, folder: Path) -> list[dict[str, Any]]:
    """Writes the files of the whole library; gives their rows."""
    rows = []
    for made in (*citation_files.of_list(library, citation_files.whole(library)), *files.whole(library)):
        if isinstance(made, Note):
            rows += json.loads(made.text)
        else:
            (folder / made.path).parent.mkdir(parents=True, exist_ok=True)
            (folder / made.path).write_bytes(made.data)
    return rows


@pytest.fixture(scope="module")
def library(small_catalogue: Catalogue) -> Library:
    return library_of(small_catalogue)


@pytest.fixture(scope="module")
def kept(kept_catalogue: Catalogue) -> Library:
    return library_of(kept_catalogue)


@pytest.fixture(scope="module")
def site(library: Library, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[dict[str, Any]]]:
    folder = tmp_path_factory.mktemp("site")
    return folder, written(library, folder)


def test_works_of_every_kind_are_in_every_form(every_kind: Catalogue, tmp_path: Path) -> None:
    written(library_of(every_kind), tmp_path)
    told = etree.parse(tmp_path / "exports" / "oai.xml").iter(f"{DC}type")
    assert {"Conference paper", "Thesis", "Dataset", "Book chapter"} <= {each.text for each in told}
    with closing(sqlite3.connect(tmp_path / "exports" / "library.sqlite")) as made:
        assert {row[0] for row in made.execute("SELECT DISTINCT work FROM editions")} == {placed.work.id for placed in every_kind.offered}


# -- SQLite ------------------------------------------------------------------------------------


@pytest.fixture
def opened(site: tuple[Path, Any]) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(f"file:{site[0] / 'exports' / 'library.sqlite'}?mode=ro", uri=True)) as made:
        yield made


def found(opened: sqlite3.Connection, question: str) -> set[str]:
    return {key for (key,) in opened.execute("SELECT key FROM full_text WHERE full_text MATCH ?", [question])}


def test_the_plain_table_has_a_row_for_each_edition_as_the_csv_has(opened: sqlite3.Connection, library: Library) -> None:
    citations = [citation for placed in library.catalogue.offered for citation in library.citing.of_work(placed)]
    rows = {row[0]: row[:-1] for row in opened.execute("SELECT * FROM editions")}
    assert rows.keys() == {citation.key for citation in citations}
    for citation in citations:
        assert [str(cell or "") for cell in rows[citation.key]] == [unicodedata.normalize("NFC", text) for text in table.values(citation)]


def test_every_text_is_composed(opened: sqlite3.Connection) -> None:
    texts = [cell for row in opened.execute("SELECT * FROM editions") for cell in row if isinstance(cell, str)]
    assert texts and all(unicodedata.is_normalized("NFC", text) for text in texts)


def test_letters_that_are_others_are_not_taken_for_each_other(opened: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        opened.backup(made)
        texts = ("ёлка йод", "елка", "кой кои", "әлем", "алем", "인사행정")
        made.executemany("INSERT INTO full_text VALUES (?, ?)", [(text, text.replace("ё", "е")) for text in texts])
        assert found(made, "елка") == {"ёлка йод", "елка"}
        assert found(made, "әлем") == {"әлем"}
        assert "ёлка йод" in found(made, "йод") and found(made, "иод") == set()


def test_korean_is_found_in_the_plain_table(kept: Library) -> None:
    citations = [citation for placed in kept.catalogue.offered for citation in kept.citing.of_work(placed)]
    with closing(sqlite3.connect(":memory:")) as made:
        made.deserialize(sqlite.database(citations, "Library", "https://library.example.org/"))
        wanted = {citation.key for citation in citations if any("행정" in text for text in table.values(citation)[3:])}
        assert {key for (key,) in made.execute("SELECT key FROM editions WHERE folded LIKE '%행정%'")} == wanted
        assert wanted


def test_numbers_are_numbers_and_what_is_not_known_is_null(opened: sqlite3.Connection) -> None:
    kinds = {kind for (kind,) in opened.execute("SELECT DISTINCT typeof(year) FROM editions")}
    assert kinds <= {"integer", "null"}
    assert {kind for (kind,) in opened.execute("SELECT DISTINCT typeof(isbn) FROM editions")} <= {"text", "null"}
    assert opened.execute("SELECT count(*) FROM editions WHERE doi = ''").fetchone() == (0,)


def test_the_file_is_whole_and_has_the_same_bytes_again(opened: sqlite3.Connection, library: Library, site: tuple[Path, Any]) -> None:
    assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    again = next(made for made in files.whole(library) if isinstance(made, OutputFile))
    assert again.data == (site[0] / again.path).read_bytes()


# -- the data package and DCAT --------------------------------------------------------------------


@pytest.fixture
def described(library: Library, site: tuple[Path, Any]) -> tuple[Path, list[dict[str, Any]]]:
    folder, rows = site
    day = max(placed.changed for placed in library.catalogue.works.values()).first_day
    (folder / packages.DATA_PACKAGE).write_text(packages.data_package(library.site, rows, day), "utf-8")
    (folder / packages.DCAT).write_text(packages.dcat(library.site, rows, day), "utf-8")
    return folder, rows


def test_frictionless_finds_the_table_as_its_schema_says(described: tuple[Path, Any]) -> None:
    report = frictionless.validate(str(described[0] / packages.DATA_PACKAGE))
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
    [resource] = frictionless.Package(str(described[0] / packages.DATA_PACKAGE)).resources
    assert [field.name for field in resource.schema.fields] == list(table.COLUMNS)


def test_frictionless_tells_of_a_table_that_was_changed(described: tuple[Path, Any], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(described[0] / "exports", tmp_path / "exports"))
    (folder / "library.csv").write_text((folder / "library.csv").read_text("utf-8").replace("2022", "MMXXII"), "utf-8")
    assert not frictionless.validate(str(folder / "datapackage.json")).valid


def test_dcat_names_every_file_with_its_size_and_checksum(described: tuple[Path, list[dict[str, Any]]]) -> None:
    folder, rows = described
    graph = rdflib.Graph().parse(str(folder / packages.DCAT), format="json-ld")
    read = graph.query(
        "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX spdx: <http://spdx.org/rdf/terms#> "
        "SELECT ?url ?size ?sum WHERE { ?set a dcat:Dataset; dcat:distribution ?d . "
        "?d dcat:downloadURL ?url; dcat:byteSize ?size; spdx:checksum/spdx:checksumValue ?sum }"
    )
    assert {(str(url).removeprefix("https://library.example.org/"), int(size), str(total)) for url, size, total in read} == {
        (row["path"], row["bytes"], row["sha256"]) for row in rows
    }


# -- MARC -------------------------------------------------------------------------------------------


def records(library: Library) -> list[pymarc.Record]:
    text = marc.collection(library.catalogue, library.citing, library.catalogue.offered)
    return pymarc.parse_xml_to_array(io.BytesIO(text.encode()))


@pytest.mark.parametrize("name", ["library", "kept"])
def test_pymarc_reads_a_record_of_each_edition(request: pytest.FixtureRequest, name: str) -> None:
    library: Library = request.getfixturevalue(name)
    made = {record["001"].data: record for record in records(library)}
    citations = {citation.key: citation for placed in library.catalogue.offered for citation in library.citing.of_work(placed)}
    assert made.keys() == citations.keys()
    for key, record in made.items():
        title = next((field["a"] for field in record.get_fields("880") if field["6"].startswith("245-")), record["245"]["a"])
        assert title == citations[key].bare_title
        assert len(record["008"].data) == 40 and len(str(record.leader)) == 24
        assert not any("\u0400" <= letter <= "\u04ff" for letter in record["245"]["a"])


def test_fields_in_cyrillic_are_linked_to_those_in_latin_letters(library: Library) -> None:
    linked = 0
    for record in records(library):
        twins = {field["6"].split("/")[0]: field for field in record.get_fields("880")}
        links = {
            f"{field.tag}-{field['6'][4:]}"
            for field in record.fields
            if field.tag != "880" and not field.is_control_field() and "6" in field
        }
        assert links == twins.keys()
        linked += len(links)
    assert linked


def test_a_record_comes_back_whole_from_binary_marc(kept: Library) -> None:
    made = records(kept)
    binary = b"".join(record.as_marc() for record in made)
    again = list(pymarc.MARCReader(io.BytesIO(binary), to_unicode=True, force_utf8=True))
    assert [record["001"].data for record in again] == [record["001"].data for record in made]


# -- OAI --------------------------------------------------------------------------------------------


def test_the_static_repository_has_every_work_with_an_identifier_that_stays(small_catalogue: Catalogue) -> None:
    for authority, host in (("", "library.example.org"), ("tag:hub@old.example.kz,2026:", "old.example.kz")):
        library = library_of(small_catalogue, authority)
        tree = etree.fromstring(
            oai.repository(small_catalogue, library.citing, library.site, small_catalogue.offered, "a@example.org").encode()
        )
        assert tree.tag == f"{{{OAI['s']}}}Repository"
        assert [child.tag.rpartition("}")[2] for child in tree] == ["Identify", "ListMetadataFormats", "ListRecords"]
        ids = tree.xpath("//oai:header/oai:identifier/text()", namespaces=OAI)
        assert ids == [f"oai:{host}:{placed.first_id}" for placed in small_catalogue.offered]
        stamps = tree.xpath("//oai:header/oai:datestamp/text()", namespaces=OAI)
        assert min(stamps) == tree.findtext(".//oai:earliestDatestamp", namespaces=OAI)
        for record in tree.iterfind(".//oai:record", OAI):
            assert record.find(f".//{DC}title") is not None and record.find(f".//{DC}identifier") is not None


def test_a_renamed_work_keeps_its_identifier(small_catalogue: Catalogue) -> None:
    placed = small_catalogue.works["held-book"]
    moved = replace(placed, work=placed.work.model_copy(update={"id": "book", "former_addresses": ("/publications/held-book/",)}))
    library = library_of(small_catalogue)
    told = oai.repository(small_catalogue, library.citing, library.site, [moved], "a@example.org")
    assert "<oai:identifier>oai:library.example.org:held-book</oai:identifier>" in told


def test_yaz_reads_marcxml(kept: Library, tmp_path: Path) -> None:
    path = tmp_path / "library.marc.xml"
    path.write_text(marc.collection(kept.catalogue, kept.citing, kept.catalogue.offered), "utf-8")
    done = subprocess.run(["yaz-marcdump", "-i", "marcxml", "-o", "marc", path], capture_output=True, check=True)
    assert len(list(pymarc.MARCReader(io.BytesIO(done.stdout), to_unicode=True, force_utf8=True))) == len(records(kept))
