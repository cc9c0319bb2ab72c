"""Pieces that a unit leaves for its next making."""

from __future__ import annotations

from pathlib import Path

import pytest
from library.press.pieces import Pieces
from library.press.store import Made, Store


def _left(*pieces: tuple[str, bytes, str], before: bytes = b"") -> bytes:
    made = Pieces()
    made.begin(before)
    for name, key, text in pieces:
        made.of(name, key, lambda text=text: text)
    return made.end()


def test_a_piece_is_made_once_for_a_key() -> None:
    pieces = Pieces()
    pieces.begin(_left(("cover en", b"1", "kept")))
    assert pieces.of("cover en", b"1", lambda: "made") == "kept"


def test_a_piece_of_another_key_is_made_anew() -> None:
    pieces = Pieces()
    pieces.begin(_left(("cover en", b"1", "kept")))
    assert pieces.of("cover en", b"2", lambda: "made") == "made"


def test_what_nothing_asked_for_is_not_kept() -> None:
    both = _left(("cover en", b"1", "kept"), ("cover ru", b"1", "kept"))
    pieces = Pieces()
    pieces.begin(_left(("cover en", b"1", ""), before=both))
    assert pieces.of("cover ru", b"1", lambda: "made") == "made"


@pytest.mark.parametrize("damaged", [b"\x80", b"no pickle", b"\x80\x05N."])
def test_damaged_pieces_are_none(damaged: bytes) -> None:
    pieces = Pieces()
    pieces.begin(damaged)
    assert pieces.of("cover en", b"1", lambda: "made") == "made"


def test_the_store_gives_the_pieces_of_units_that_it_knows(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite")
    store.write({"page of a work\ta": Made(b"", (), pieces=b"left")}, [])
    store.write({"page of a work\ta": Made(b"", ())}, [])  # whose files alone were looked at
    again = Store(tmp_path / "store.sqlite")
    again.read()
    assert again.pieces(["page of a work\ta", "page of a work\tb"]) == {"page of a work\ta": b"left"}
