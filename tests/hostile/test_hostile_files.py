"""Hostile and awkward files beside the records, as data in ``files.yml``: none ends in a traceback or is waited for."""

from __future__ import annotations

import io
import os
import socket
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from amounts import marked
from catalogues import ROOT, SpoiltCatalogue
from library.catalogue import covers, on_disk
from library.catalogue.visible import shown
from PIL import Image

BOOK = "knowledge-products/held-book.yml"
CASES = yaml.safe_load((Path(__file__).parent / "files.yml").read_text("utf-8").replace("\\uDCFF", "@"))
NAMED = {"document": "files/held-book.en.pdf", "cover": "files/held-book.cover.png"}


def picture(kind: str = "PNG", size: tuple[int, int] = (300, 400), mode: str = "RGB", **more: object) -> bytes:
    out = io.BytesIO()
    made = Image.effect_noise(size, 60).convert(mode) if mode != "P" else Image.effect_noise(size, 60).convert("P")
    made.save(out, kind, **more)
    return out.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def inserted(png: bytes, new: bytes, before: bytes) -> bytes:
    at = png.index(before) - 4
    return png[:at] + new + png[at:]


def boasting() -> bytes:
    png = picture()
    head = struct.pack(">II", 60_000, 60_000) + png[24:29]
    return png[:8] + chunk(b"IHDR", head) + png[33:]


def packed() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("a.txt", "x")
    return out.getvalue()


def with_noughts() -> bytes:
    png = bytearray(picture())
    png[len(png) // 2 : len(png) // 2 + 400] = bytes(400)
    return bytes(png)


BYTES: dict[str, Callable[[], bytes]] = {
    "png": picture,
    "jpeg": lambda: picture("JPEG"),
    "webp": lambda: picture("WEBP"),
    "gif": lambda: picture("GIF", mode="P"),
    "tiff": lambda: picture("TIFF"),
    "grey": lambda: picture(mode="I;16"),
    "cmyk": lambda: picture("JPEG", mode="CMYK"),
    "palette": lambda: picture(mode="P"),
    "png cut": lambda: picture()[:20_000],
    "jpeg cut": lambda: picture("JPEG")[:6_000],
    "webp cut": lambda: picture("WEBP")[:3_000],
    "png head": lambda: picture()[:60],
    "png with a wrong sum": lambda: picture()[:29] + b"xxxx" + picture()[33:],
    "png with noughts": with_noughts,
    "png with wrong exif": lambda: inserted(picture(), chunk(b"eXIf", b"no exif at all"), b"IDAT"),
    "jpeg with wrong exif": lambda: picture("JPEG", exif=b"Exif\x00\x00no exif at all"),
    "png that boasts": boasting,
    "png with a bomb": lambda: inserted(picture(), chunk(b"zTXt", b"a\x00\x00" + zlib.compress(bytes(64_000_000))), b"IEND"),
    "long": lambda: picture(size=(2, 20_000)),
    "wide": lambda: picture(size=(20_000, 1)),
    "dot": lambda: picture(size=(1, 1)),
    "zip": packed,
    "latin-1": lambda: "id: é\n".encode("latin-1"),
    "utf-16": lambda: "id: x\n".encode("utf-16"),
}


def socket_at(path: Path) -> None:
    here = os.open(".", os.O_RDONLY)  # the name of a socket has at most 108 bytes
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.fchdir(here)
        os.close(here)


def outside(path: Path) -> None:
    """A link to a file beside the catalogue's folder."""
    folder = next(above for above in path.parents if above.name == "catalogue")
    (folder.parent / "secret.yml").write_text("%PDF-1.4 not for publication")
    path.symlink_to(folder.parent / "secret.yml")


PLACED: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "socket": socket_at,
    "folder": Path.mkdir,
    "nothing": lambda path: None,
    "link out": outside,
    "link to nowhere": lambda path: path.symlink_to("nowhere"),
    "link to itself": lambda path: path.symlink_to(path.name),
    "link to a record": lambda path: path.symlink_to(os.path.relpath(path.parent.parent / "vocabularies" / "series.yml", path.parent)),
    "link to the catalogue": lambda path: path.symlink_to("../"),
}


def put(copy: SpoiltCatalogue, place: str, content: str) -> None:
    path = copy.path(NAMED.get(place, place.replace("@", "\udcff")))
    if place == "cover":
        copy.replace(BOOK, "added: 2026-11-22", "added: 2026-11-22\ncover: held-book.cover.png")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    maker = content[1:-1] if content.startswith("<") and content.endswith(">") else ""
    if maker in PLACED:
        PLACED[maker](path)
    else:
        path.write_bytes(BYTES[maker]() if maker in BYTES else content.encode())


@pytest.mark.parametrize(("what", "place", "content", "codes"), marked(CASES, 5), ids=[shown(case[0]) for case in CASES])
def test_a_hostile_file_is_named_or_passes(catalogue_copy: SpoiltCatalogue, what: str, place: str, content: str, codes: str) -> None:
    put(catalogue_copy, place, content)
    problems = catalogue_copy.problems()
    said = "\n".join(map(str, problems))
    assert {problem.code for problem in problems} == set(codes.split()) - {"passes"}, said or "no problem was found"
    assert all(problem.hint for problem in problems), said
    assert all(line == shown(line) for line in said.split("\n"))
    assert "not for publication" not in said


@pytest.mark.costly
def test_what_is_passed_over_is_named_once(catalogue_copy: SpoiltCatalogue) -> None:
    for name in ("knowledge-products/held-book.yml~", "vocabularies/.DS_Store", ".idea/workspace.xml", "files/.gitkeep"):
        catalogue_copy.write(name, "x")
    assert on_disk.leftovers(catalogue_copy.folder) == [".idea", "knowledge-products/held-book.yml~", "vocabularies/.DS_Store"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    words = [sys.executable, "-m", "library", "check", str(catalogue_copy.folder)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("held-book.yml~") == 1


def test_a_file_that_may_not_be_read_is_named(catalogue_copy: SpoiltCatalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests may be allowed to read everything.
    read = Path.read_bytes
    book = catalogue_copy.path(BOOK)

    def refused(path: Path) -> bytes:
        if path == book:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
    problems = [problem for problem in catalogue_copy.problems() if problem.path.endswith("held-book.yml")]
    assert [(problem.code, problem.message) for problem in problems] == [("unreadable-file", "this cannot be read: Permission denied")]


def test_a_folder_that_may_not_be_listed_is_named(catalogue_copy: SpoiltCatalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = Path.iterdir
    folder = catalogue_copy.path("case-studies")

    def refused(path: Path) -> object:
        if path == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return listing(path)

    monkeypatch.setattr(Path, "iterdir", refused)
    assert ("unreadable-file", "catalogue/case-studies") in [(problem.code, problem.path) for problem in catalogue_copy.problems()]


def test_a_document_that_two_editions_name_is_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace(
        "knowledge-products/russian-study.yml", "    translation_of: ru", "    translation_of: ru\n    file: held-book.en.pdf"
    )
    assert [problem.code for problem in catalogue_copy.problems()] == ["repeated-value"]


def test_two_documents_whose_names_differ_in_case_alone_are_told(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.path("files/russian-study.ru.pdf").rename(catalogue_copy.path("files/Held-Book.en.pdf"))
    catalogue_copy.replace("knowledge-products/russian-study.yml", "file: russian-study.ru.pdf", "file: Held-Book.en.pdf")
    catalogue_copy.problem("repeated-value", "knowledge-products/russian-study.yml", "Held-Book.en.pdf")


@pytest.mark.parametrize(("ending", "part", "code"), [("docx", "word/x.xml", ""), ("docx", "xl/x.xml", "not-a-document"), ("xlsx", "xl/a", ""),
                                                      ("epub", "META-INF/container.xml", ""), ("epub", "a", "not-a-document"), ("zip", "a", "")])  # fmt: skip
def test_a_zipped_document_is_what_its_name_says(catalogue_copy: SpoiltCatalogue, ending: str, part: str, code: str) -> None:
    catalogue_copy.path("files/held-book.en.pdf").unlink()
    catalogue_copy.replace(BOOK, "file: held-book.en.pdf", f"file: held-book.en.{ending}")
    with zipfile.ZipFile(catalogue_copy.path(f"files/held-book.en.{ending}"), "w") as packed_file:
        packed_file.writestr(part, "x")
    assert [problem.code for problem in catalogue_copy.problems()] == ([code] if code else [])


@pytest.mark.parametrize(
    ("content", "code"), [(b"a,b\r\n1,2\r\n", ""), ("é,b".encode("latin-1"), "not-a-document"), (b"a\x00b", "not-a-document")]
)
def test_a_table_is_text(catalogue_copy: SpoiltCatalogue, content: bytes, code: str) -> None:
    catalogue_copy.path("files/held-book.en.pdf").unlink()
    catalogue_copy.replace(BOOK, "file: held-book.en.pdf", "file: held-book-table.csv")
    catalogue_copy.write("files/held-book-table.csv", content)
    assert [problem.code for problem in catalogue_copy.problems()] == ([code] if code else [])


def test_a_document_larger_than_hosts_take_is_named(catalogue_copy: SpoiltCatalogue) -> None:
    with catalogue_copy.path(NAMED["document"]).open("r+b") as file:
        file.truncate(100_000_001)
    catalogue_copy.problem("file-too-large", BOOK, "held-book.en.pdf")


@pytest.mark.parametrize(
    "content", [name for name in BYTES if name in ("png", "jpeg", "webp", "grey", "cmyk", "palette", "dot", "jpeg with wrong exif")]
)
def test_what_the_check_passes_the_build_can_make(tmp_path: Path, content: str) -> None:
    source = tmp_path / "c.png"
    source.write_bytes(BYTES[content]())
    covers.check(source)
    assert covers.light_copy(source)[8:12] == b"WEBP"
