"""Copies to keep: other people's programs verify them, and what was damaged is told."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import bagit
import pytest
from catalogues import SpoiltCatalogue
from click.testing import CliRunner, Result
from library.catalogue import documents
from library.catalogue.loading import load
from library.commands import main
from PIL import Image

BOOK = "knowledge-products/held-book.yml"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    exports = tmp_path / "site" / "exports"
    exports.mkdir(parents=True)
    (exports / "library.bib").write_text("@book{a}\n", "utf-8")
    (exports / "index.html").write_text("<!doctype html>", "utf-8")
    return tmp_path / "site"


def preserved(copy: SpoiltCatalogue, site: Path, release: str) -> Result:
    words = ["preserve", "--catalogue", str(copy.folder), "--site", str(site), "--into", str(site.parent / "kept"), "--release", release]
    return CliRunner().invoke(main, words)


def validated(root: Path) -> str:
    """What ocfl-py says of a storage root."""
    script = Path(sys.executable).with_name("ocfl-root.py")
    done = subprocess.run(
        [sys.executable, script, "validate", "--validate-objects", "--check-digests", "--root", root],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def test_bagit_verifies_the_bag(catalogue_copy: SpoiltCatalogue, site: Path) -> None:
    done = preserved(catalogue_copy, site, "2026-12")
    assert done.exit_code == 0, done.output
    bag = bagit.Bag(str(site.parent / "kept" / "bagit" / "2026-12"))
    bag.validate()
    held = set(bag.payload_files())
    assert {"data/catalogue/knowledge-products/held-book.yml", "data/exports/library.bib", "data/provenance.json"} <= held
    assert {
        "data/catalogue/files/held-book.en.pdf",
        "data/catalogue/files/one-window.doors.png",
    } <= held and "data/exports/index.html" not in held
    told = json.loads((Path(bag.path) / "data" / "provenance.json").read_text("utf-8"))
    assert (told["release"], told["works"]) == ("2026-12", len(load(catalogue_copy.folder).works))


def test_a_bag_that_was_damaged_is_told(catalogue_copy: SpoiltCatalogue, site: Path) -> None:
    preserved(catalogue_copy, site, "first")
    bag = site.parent / "kept" / "bagit" / "first"
    (bag / "data" / "exports" / "library.bib").write_text("@book{b}\n", "utf-8")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(bag)).validate()


@pytest.mark.costly
def test_ocfl_has_a_version_for_each_release_that_stores_only_what_is_new(catalogue_copy: SpoiltCatalogue, site: Path) -> None:
    root = site.parent / "kept" / "ocfl"
    assert "version v1" in preserved(catalogue_copy, site, "first").output
    catalogue_copy.append(BOOK, "note:\n  - Another remark.\n")
    assert "version v2" in preserved(catalogue_copy, site, "second").output
    assert "nothing has changed" in preserved(catalogue_copy, site, "third").output
    said = validated(root)
    assert "VALID" in said and "INVALID" not in said, said
    second = {
        path.relative_to(root / "library" / "v2" / "content").as_posix() for path in (root / "library" / "v2" / "content").rglob("*.*")
    }
    assert second == {f"catalogue/{BOOK}", "provenance.json"}


@pytest.mark.costly
def test_ocfl_tells_of_a_file_that_was_damaged(catalogue_copy: SpoiltCatalogue, site: Path) -> None:
    preserved(catalogue_copy, site, "first")
    root = site.parent / "kept" / "ocfl"
    (root / "library" / "v1" / "content" / "exports" / "library.bib").write_text("@book{b}\n", "utf-8")
    assert "INVALID" in validated(root)


@pytest.mark.costly
def test_a_version_whose_end_was_cut_off_is_taken_up(catalogue_copy: SpoiltCatalogue, site: Path) -> None:
    preserved(catalogue_copy, site, "first")
    folder = site.parent / "kept" / "ocfl" / "library"
    before = {name: (folder / name).read_bytes() for name in ("inventory.json", "inventory.json.sha512")}
    catalogue_copy.append(BOOK, "note:\n  - Another remark.\n")
    preserved(catalogue_copy, site, "second")
    for name, data in before.items():
        (folder / name).write_bytes(data)
    catalogue_copy.append(BOOK, "  - A third.\n")
    assert "version v3" in preserved(catalogue_copy, site, "third").output
    said = validated(folder.parent)
    assert "VALID" in said and "INVALID" not in said, said


@pytest.mark.parametrize(("release", "said"), [("first", "is there already"), ("../x", "is no name of a folder"), ("", "files in a bag")])
def test_a_release_is_kept_once_under_a_name(catalogue_copy: SpoiltCatalogue, site: Path, release: str, said: str) -> None:
    preserved(catalogue_copy, site, "first")
    assert said in preserved(catalogue_copy, site, release).output


def test_without_a_built_site_nothing_is_kept(catalogue_copy: SpoiltCatalogue, tmp_path: Path) -> None:
    done = preserved(catalogue_copy, tmp_path / "nowhere", "first")
    assert done.exit_code == 1 and "scripts/build" in done.output
    assert not (tmp_path / "kept").exists()


# -- checksums ---------------------------------------------------------------------------------------


def test_every_held_document_gets_its_checksum(catalogue_copy: SpoiltCatalogue) -> None:
    done = CliRunner().invoke(main, ["checksums", "--catalogue", str(catalogue_copy.folder)])
    assert done.exit_code == 0, done.output
    after = load(catalogue_copy.folder)
    stated = [
        (edition.sha256, documents.held(after, placed, edition).sha256)
        for placed in after.works.values()
        for edition in placed.work.editions
        if edition.file
    ]
    assert stated and all(one == other for one, other in stated)
    again = CliRunner().invoke(main, ["checksums", "--catalogue", str(catalogue_copy.folder)])
    assert "Files changed: 0" in again.output


def with_a_cover(copy: SpoiltCatalogue) -> Path:
    picture = copy.folder / "files" / "held-book.cover.png"
    Image.new("RGB", (60, 90), "navy").save(picture)
    copy.append(BOOK, "cover: held-book.cover.png\n")
    return picture


def test_a_cover_gets_its_checksum_beside_its_name(catalogue_copy: SpoiltCatalogue) -> None:
    picture = with_a_cover(catalogue_copy)
    done = CliRunner().invoke(main, ["checksums", "--catalogue", str(catalogue_copy.folder)])
    assert done.exit_code == 0, done.output
    lines = catalogue_copy.text(BOOK).split("\n")
    assert lines[lines.index("cover: held-book.cover.png") + 1] == f"cover_sha256: {documents.checksum(picture)}"
    assert load(catalogue_copy.folder).works["held-book"].work.cover_sha256


def test_a_cover_that_is_another_or_is_not_named_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    picture = with_a_cover(catalogue_copy)
    CliRunner().invoke(main, ["checksums", "--catalogue", str(catalogue_copy.folder)])
    Image.new("RGB", (60, 90), "red").save(picture)
    catalogue_copy.problem("wrong-checksum", BOOK, documents_line(catalogue_copy))
    catalogue_copy.replace(BOOK, "cover: held-book.cover.png\n", "")
    picture.unlink()
    catalogue_copy.problem("wrong-checksum", BOOK, documents_line(catalogue_copy))


def documents_line(copy: SpoiltCatalogue) -> str:
    return copy.text(BOOK).split("cover_sha256: ")[1].split("\n")[0]


def test_a_document_that_is_another_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    CliRunner().invoke(main, ["checksums", "--catalogue", str(catalogue_copy.folder)])
    path = catalogue_copy.folder / "files" / "held-book.en.pdf"
    path.write_bytes(path.read_bytes() + b"\n")
    catalogue_copy.problem("wrong-checksum", BOOK, load_checksum(catalogue_copy))


def load_checksum(copy: SpoiltCatalogue) -> str:
    return copy.text(BOOK).split("sha256: ")[1].split("\n")[0]
