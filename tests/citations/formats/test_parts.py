"""Export files in parts that importers still take, and the table of formats."""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

import bibtexparser
import pytest
import rispy
from catalogues import Citations
from hypothesis import given
from hypothesis import strategies as st
from library.catalogue.catalogue import Catalogue
from library.citations import paths as citation_paths
from library.citations import texts as export_texts
from library.citations.citation import Citation
from library.citations.citing import Citing
from library.citations.formats import FORMATS, PART_LIMIT, ExportFormat, parts
from library.citations.texts import ExportTexts
from renew_golden import SITE

BY_ENDING = {made.ending: made for made in FORMATS}
READERS = {
    "bib": lambda text: [entry.key for entry in bibtexparser.parse_string(text).entries],
    "biblatex.bib": lambda text: [entry.key for entry in bibtexparser.parse_string(text).entries],
    "ris": lambda text: [record["id"] for record in rispy.loads(text)] if text else [],
    "json": lambda text: [item["id"] for item in json.loads(text)],
    "csv": lambda text: [row["key"] for row in csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))],
}
EVERY_FORMAT = pytest.mark.parametrize("made", FORMATS, ids=lambda made: made.ending)


def by_work(made: ExportFormat, citations: Iterable[Citation]) -> list[tuple[str, ...]]:
    """Entries of each work, in the order of the citations."""
    return [tuple(map(made.entry, found)) for _, found in itertools.groupby(citations, lambda citation: citation.work)]


def joined(made: ExportFormat, part: Iterable[tuple[str, ...]]) -> str:
    return made.join(itertools.chain.from_iterable(part))


@given(st.lists(st.lists(st.text(max_size=400), min_size=1, max_size=4).map(tuple), max_size=30), st.integers(1_100, 4_000))
def test_works_stay_whole_and_in_order(works: list[tuple[str, ...]], limit: int) -> None:
    assert [work for part in parts(works, limit) for work in part] == works


@EVERY_FORMAT
def test_each_part_is_smaller_than_the_limit(made: ExportFormat, small_citations: Citations) -> None:
    divided = parts(by_work(made, small_citations.values()), 6_000)
    assert len(divided) > 2
    assert [size for part in divided if (size := len(joined(made, part).encode())) >= 6_000 and len(part) > 1] == []


@EVERY_FORMAT
def test_the_parts_together_hold_every_edition(made: ExportFormat, small_citations: Citations) -> None:
    divided = parts(by_work(made, small_citations.values()), 6_000)
    assert [key for part in divided for key in READERS[made.ending](joined(made, part))] == list(small_citations)


@EVERY_FORMAT
def test_editions_of_a_work_are_in_the_same_part(made: ExportFormat, small_citations: Citations) -> None:
    for part in parts(by_work(made, small_citations.values()), 3_000):
        keys = READERS[made.ending](joined(made, part))
        for key in keys:
            assert {sibling.key for sibling in small_citations[key].siblings} <= set(keys)


def test_no_works_are_one_empty_part() -> None:
    assert parts([]) == [[]]


def test_a_work_above_the_limit_stands_alone() -> None:
    assert parts([("a",), ("b" * 1_500, "c" * 1_500), ("d",)], 2_000) == [[("a",)], [("b" * 1_500, "c" * 1_500)], [("d",)]]


def test_a_library_of_this_size_is_one_file_in_each_format(kept_citations: Citations) -> None:
    for made in FORMATS:
        assert len(parts(by_work(made, kept_citations.values()))) == 1


# -- texts made once for all files ---------------------------------------------------------------


@pytest.fixture
def texts(small_catalogue: Catalogue) -> ExportTexts:
    return ExportTexts(small_catalogue, Citing(small_catalogue, SITE))


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> int:
    """A limit at which the small catalogue's lists are long."""
    monkeypatch.setattr(export_texts, "PART_LIMIT", request.param)
    monkeypatch.setattr(export_texts, "parts", partial(parts, limit=request.param))
    return request.param


@EVERY_FORMAT
def test_each_work_has_the_texts_of_its_editions_in_every_format(made: ExportFormat, texts: ExportTexts) -> None:
    for placed in texts.catalogue.works.values():
        assert texts.of(made, placed) == tuple(map(made.entry, texts.citing.of_work(placed)))


def test_texts_are_made_when_first_asked_for(texts: ExportTexts) -> None:
    placed = next(iter(texts.catalogue.works.values()))
    assert texts.made == {}
    made = texts.of_work(placed)
    assert texts.made == {placed.work.id: made}
    assert texts.of_work(placed) is made


@pytest.mark.parametrize("small_parts", [4_000, 6_000, 12_000, 25_000, 60_000], indirect=True)
def test_links_lead_to_every_part_of_a_long_list(small_parts: int, texts: ExportTexts, small_citations: Citations) -> None:
    expected = []
    for made in FORMATS:
        count = len(parts(by_work(made, small_citations.values()), small_parts))
        expected += [(made.label, f"exports/library.{made.ending}")]
        expected += [(f"{made.label} {number}", f"exports/library-{number}.{made.ending}") for number in range(2, count + 1)]
    assert texts.links("exports/library", texts.catalogue.works.values()) == tuple(expected)
    assert (len(expected) > len(FORMATS)) == (small_parts < 25_000)


@pytest.mark.parametrize("small_parts", [6_000], indirect=True)
def test_the_parts_that_are_linked_are_those_that_are_written(small_parts: int, texts: ExportTexts) -> None:
    works = tuple(texts.catalogue.works.values())
    written = [
        citation_paths.of_part("exports/library", number, made)
        for made in FORMATS
        for number in range(1, len(texts.divided(made, works)) + 1)
    ]
    assert [address for _, address in texts.links("exports/library", works)] == written


@pytest.mark.parametrize("small_parts", [6_000], indirect=True)
def test_a_short_list_has_one_link_in_each_format(small_parts: int, texts: ExportTexts) -> None:
    for works in ([], [texts.catalogue.works["withdrawn-report"]]):
        assert texts.links("themes/ethics/works", works) == citation_paths.links("themes/ethics/works")


# -- formats ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("made", [made for made in FORMATS if made.ending != "csv"], ids=lambda made: made.ending)
def test_exactly_withdrawn_works_are_said_to_be_withdrawn(made: ExportFormat, small_citations: Citations) -> None:
    # The table has a column for it (test_table).
    assert {key for key, citation in small_citations.items() if "Withdrawn on" in made.entry(citation)} == {"scsh2013report"}


@pytest.mark.parametrize("made", [made for made in FORMATS if made.ending not in ("csv", "json")], ids=lambda made: made.ending)
def test_exactly_the_librarys_own_abstracts_are_said_to_be_so(made: ExportFormat, small_citations: Citations) -> None:
    # CSL JSON and the table have fields for it (test_csl_json, test_table).
    for citation in small_citations.values():
        for supplied in (True, False):
            assert ("Abstract written by the library" in made.entry(replace(citation, abstract_supplied=supplied))) == supplied


@EVERY_FORMAT
def test_every_entry_ends_with_its_formats_tail(made: ExportFormat, small_citations: Citations) -> None:
    assert all(made.entry(citation).endswith(made.tail) for citation in small_citations.values())


def test_a_list_has_files_in_bibtex_alone_and_offers_those_of_its_only_work(texts: ExportTexts) -> None:
    works = list(texts.catalogue.works.values())
    assert texts.of_list("themes/ethics", works[:2]) == (("BibTeX", "themes/ethics/works.bib"),)
    assert texts.of_list("people/somebody", works[:1]) == citation_paths.links(citation_paths.of_work(works[0]))
    assert texts.of_list("journal/1", []) == ()


def test_formats_have_different_endings_and_labels() -> None:
    assert list(BY_ENDING) == ["bib", "biblatex.bib", "ris", "json", "csv"]
    assert len({made.label for made in FORMATS}) == len(FORMATS)
    assert PART_LIMIT == 5_000_000
    assert all("/" in made.media_type and made.readers for made in FORMATS)
