"""Export files in parts that importers still take, and the table of formats."""

from __future__ import annotations

import json

import bibtexparser
import pytest
import rispy
from catalogues import Citations
from hypothesis import given
from hypothesis import strategies as st
from library.exports import FORMATS, PART_LIMIT, ExportFormat, parts

BY_ENDING = {made.ending: made for made in FORMATS}
READERS = {
    "bib": lambda text: [entry.key for entry in bibtexparser.parse_string(text).entries],
    "ris": lambda text: [record["id"] for record in rispy.loads(text)] if text else [],
    "json": lambda text: [item["id"] for item in json.loads(text)],
}


@given(st.lists(st.text(max_size=400), max_size=30), st.integers(1_100, 4_000))
def test_entries_stay_whole_and_in_order(entries: list[str], limit: int) -> None:
    assert [entry for part in parts(entries, limit) for entry in part] == entries


@pytest.mark.parametrize("made", FORMATS, ids=lambda made: made.ending)
def test_each_part_is_smaller_than_the_limit(made: ExportFormat, small_citations: Citations) -> None:
    entries = [made.entry(citation) for citation in small_citations.values()]
    divided = parts(entries, 6_000)
    assert len(divided) > 2
    assert [len(made.join(part).encode()) for part in divided if len(made.join(part).encode()) >= 6_000 and len(part) > 1] == []


@pytest.mark.parametrize("made", FORMATS, ids=lambda made: made.ending)
def test_the_parts_together_hold_every_edition(made: ExportFormat, small_citations: Citations) -> None:
    divided = parts([made.entry(citation) for citation in small_citations.values()], 6_000)
    assert [key for part in divided for key in READERS[made.ending](made.join(part))] == list(small_citations)


def test_no_entries_are_one_empty_part() -> None:
    assert parts([]) == [[]]


def test_an_entry_above_the_limit_stands_alone() -> None:
    assert parts(["a", "b" * 3_000, "c"], 2_000) == [["a"], ["b" * 3_000], ["c"]]


def test_the_real_library_is_one_file_in_each_format(real_citations: Citations) -> None:
    for made in FORMATS:
        assert len(parts([made.entry(citation) for citation in real_citations.values()])) == 1


def test_formats_have_different_endings_and_labels() -> None:
    assert len(BY_ENDING) == len(FORMATS) == len({made.label for made in FORMATS}) == 3
    assert PART_LIMIT == 5_000_000
    assert all("/" in made.media_type and made.readers for made in FORMATS)
