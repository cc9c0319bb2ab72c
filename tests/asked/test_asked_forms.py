"""What somebody wrote into a form is read as it was meant, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from filling_in import ADDRESS, Fill, body_of
from library.asked.forms import LONGEST, Form, filled_in, read
from library.importing.entries import Unreadable


def test_every_form_is_known_again_by_its_questions(known: list[Form]) -> None:
    for form in known:
        for end in ("\n", "\r\n"):
            asked = filled_in(body_of(form, {"title": "A"}).replace("\n", end), known)
            assert asked is not None
            assert (asked.kind, asked.language) == (form.kind, form.language)


def test_answers_keep_their_lines_and_what_is_not_answered_is_empty(fill: Fill) -> None:
    asked = fill("add-publication", "ru", title="Этика", authors="Петров, Иван\nСидорова, А.")
    assert asked.one("authors") == "Петров, Иван\nСидорова, А."
    assert (asked.one("year"), asked.one("nothing")) == ("", "")


@pytest.mark.parametrize("text", ["", "Just a question", "### Title\n\nA book", "### Year\n\n2024\n\n### Title\n\nA book"])
def test_what_is_no_form_is_none(known: list[Form], text: str) -> None:
    assert filled_in(text, known) is None


def test_the_event_of_the_host_tells_text_and_address(known: list[Form], tmp_path: Path) -> None:
    form = known[0]
    path = tmp_path / "event.json"
    path.write_text(json.dumps({"issue": {"body": body_of(form, {"title": "Ä\u2028"}), "html_url": ADDRESS, "number": 7}}))
    asked = read(path, known)
    assert asked is not None
    assert (asked.one("title"), asked.address) == ("Ä", ADDRESS)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "https://x/issues/7\n- evil", "https://x/issues/7?<b>", 7, None, "http://a/issues/1"]
)
def test_an_address_that_is_none_of_an_issue_is_not_taken(known: list[Form], tmp_path: Path, address: object) -> None:
    path = tmp_path / "event.json"
    path.write_text(json.dumps({"issue": {"body": body_of(known[0], {}), "html_url": address}}))
    asked = read(path, known)
    assert asked is not None and asked.address == ""


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00", "is no text in UTF-8"),
        (b'{"issue": 1}', "tells of no issue"),
        (b'{"pull_request": {}}', "tells of no issue"),
        (b"{" * 100_000, "tells of no issue"),
        (b"### Title\n" + b"a" * LONGEST, "a form has at most"),
    ],
)
def test_what_cannot_be_read_is_told(known: list[Form], tmp_path: Path, data: bytes, said: str) -> None:
    path = tmp_path / "event.json"
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=said):
        read(path, known)
