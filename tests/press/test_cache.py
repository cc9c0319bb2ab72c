"""Texts kept from build to build."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from library.doorway import summary
from library.press.store import Made, Store
from library.press.text_cache import TextCache, fingerprint
from library.site import Result

TEXT = "Ә “<i>a</i>” & \\ \ue003 😀\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "references"


def filled(folder: Path, **made: str) -> TextCache:
    cache = TextCache(folder)
    cache.keep("apa", made.items())
    cache.save()
    return cache


def test_what_is_kept_is_found_by_the_next_build(folder: Path) -> None:
    filled(folder, a=TEXT)
    assert TextCache(folder).find("apa", "a") == TEXT


def test_what_was_never_kept_is_not_found(folder: Path) -> None:
    filled(folder, a=TEXT)
    assert TextCache(folder).find("apa", "b") is None
    assert TextCache(folder).find("chicago", "a") is None


def test_nothing_is_written_before_it_is_saved(folder: Path) -> None:
    TextCache(folder).keep("apa", [("a", TEXT)])
    assert not folder.exists()


def test_without_a_folder_it_is_kept_in_memory() -> None:
    cache = TextCache(None)
    cache.keep("apa", [("a", TEXT)])
    cache.save(whole=True)
    assert cache.find("apa", "a") == TEXT


def test_nothing_is_forgotten_after_a_part_of_a_catalogue(folder: Path) -> None:
    filled(folder, a=TEXT, b=TEXT)
    later = TextCache(folder)
    later.find("apa", "a")
    later.keep("apa", [("c", TEXT)])
    later.save()
    assert [TextCache(folder).find("apa", key) for key in "abc"] == [TEXT, TEXT, TEXT]


def test_what_a_whole_catalogue_did_not_ask_for_is_forgotten(folder: Path) -> None:
    filled(folder, a=TEXT, b=TEXT)
    later = TextCache(folder)
    later.find("apa", "a")
    later.save(whole=True)
    assert [TextCache(folder).find("apa", key) for key in "ab"] == [TEXT, None]


def test_a_style_that_was_not_asked_for_stays(folder: Path) -> None:
    filled(folder, a=TEXT)
    other = TextCache(folder)
    other.keep("chicago", [("a", TEXT)])
    other.save(whole=True)
    assert TextCache(folder).find("apa", "a") == TEXT


def test_a_file_in_which_nothing_changed_is_not_written_again(folder: Path) -> None:
    filled(folder, a=TEXT)
    before = (folder / "apa.cache").stat().st_ino
    again = TextCache(folder)
    again.find("apa", "a")
    again.save(whole=True)
    assert (folder / "apa.cache").stat().st_ino == before


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content.replace(b"&", b"+"),
        lambda content: b"\xff\x00" * 50,
        lambda content: b"{}",
        lambda content: content + content,
    ],
)
def test_a_damaged_file_is_taken_for_none_and_made_anew(folder: Path, harm: object) -> None:
    filled(folder, a=TEXT)
    path = folder / "apa.cache"
    path.write_bytes(harm(path.read_bytes()))
    cache = TextCache(folder)
    assert cache.find("apa", "a") is None
    cache.keep("apa", [("a", TEXT)])
    cache.save()
    assert TextCache(folder).find("apa", "a") == TEXT


def test_a_folder_in_place_of_the_file_stops_nothing(folder: Path) -> None:
    (folder / "apa.cache").mkdir(parents=True)
    assert filled(folder, a=TEXT).find("apa", "a") == TEXT
    assert [path.name for path in folder.iterdir()] == ["apa.cache"]


def test_a_file_in_place_of_the_folder_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    assert filled(tmp_path / "file", a=TEXT).find("apa", "a") == TEXT


def test_a_store_that_cannot_be_written_is_told_with_the_summary_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "sites").write_text("", "utf-8")
    store = Store(tmp_path / "sites" / "one.sqlite")
    store.write({"page": Made(b"key", ())}, ())
    assert str(tmp_path / "sites") in store.unwritten
    told = summary(Result(unkept=store.unwritten), 1.0)
    assert told.count("nothing could be kept for the next build") == 1
    (tmp_path / "sites").unlink()
    store.write({"page": Made(b"key", ())}, ())
    assert store.unwritten == ""
    assert "kept for the next" not in summary(Result(unkept=store.unwritten), 1.0)


def test_no_half_written_file_stays(folder: Path) -> None:
    filled(folder, a=TEXT)
    assert [path.name for path in folder.iterdir()] == ["apa.cache"]


def test_others_may_read_the_file_as_any_other(folder: Path) -> None:
    filled(folder, a=TEXT)
    plain = folder / "plain"
    plain.write_text("", "utf-8")
    assert stat.S_IMODE((folder / "apa.cache").stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


def test_builds_at_once_leave_a_whole_file(folder: Path) -> None:
    def build(number: int) -> None:
        for turn in range(20):
            cache = TextCache(folder)
            cache.find("apa", "0-0")
            cache.keep("apa", [(f"{number}-{turn}", TEXT * 200)])
            cache.save()
            assert cache.find("apa", f"{number}-{turn}")

    builds = [threading.Thread(target=build, args=(number,)) for number in range(4)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert [path.name for path in folder.iterdir()] == ["apa.cache"]
    kept = TextCache(folder)
    assert any(kept.find("apa", f"{number}-19") for number in range(4))


def test_a_key_is_the_same_for_the_same_texts_only() -> None:
    assert fingerprint("a", "b") == fingerprint("a", "b")
    assert len({fingerprint("a", "b"), fingerprint("ab"), fingerprint("b", "a"), fingerprint("", "ab"), fingerprint("ab", "")}) == 5
