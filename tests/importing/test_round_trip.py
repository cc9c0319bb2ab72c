"""What the library exports and reads back is the same, in every format: each value that has a field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from catalogues import SMALL, Citations, SpoiltCatalogue, citations
from library.catalogue.loading import load
from library.citations.formats import FORMATS
from library.importing import files
from library.importing.planning import whole_and_checked
from library.importing.records import Given

_TOLD = (
    "kind type title title_language supplied language authors and_others editors translators issued publisher place container "
    "volume number pages extent series series_number isbn issn doi abstract abstract_supplied keywords"
)
FIELDS = tuple(_TOLD.split())
"""What a reference consists of; ids, days and addresses of the library itself are made anew."""

SAME_WORD = ("anon2021open", "type")
"""A commentary of the journal: no format but the table tells it from an article."""


def emptied(folder: Path) -> SpoiltCatalogue:
    """The small catalogue with its vocabularies and journal, without works."""
    shutil.copytree(SMALL, folder)
    for kind in ("knowledge-products", "case-studies", "journal/articles", "files"):
        for path in (folder / kind).iterdir():
            path.unlink()
    copy = SpoiltCatalogue(folder)
    for name in ("journal/issues/1.yml", "journal/issues/10.yml"):
        copy.write(name, copy.text(name).partition("articles:")[0])
    return copy


def read_back(made: Citations, ending: str, folder: Path) -> Citations:
    """The citations of what an export holds, imported into a catalogue without works."""
    chosen = next(format_ for format_ in FORMATS if format_.ending == ending)
    file = folder.parent / f"library.{ending}"
    file.write_text(chosen.join(chosen.entry(citation) for citation in made.values()), "utf-8", newline="")
    catalogue = load(emptied(folder).folder)
    plan = whole_and_checked(catalogue, files.read(file), Given("sample-report", "2026-12-01"))
    assert [outcome.why for outcome in plan.outcomes if outcome.why] == []
    assert plan.parties == {}
    plan.changes.carry_out()
    return citations(load(folder))


@pytest.mark.parametrize("ending", ["bib", "biblatex.bib", "ris", "json", "csv"])
def test_what_is_exported_and_read_back_is_the_same(small_citations: Citations, tmp_path: Path, ending: str) -> None:
    back = read_back(small_citations, ending, tmp_path / "catalogue")
    assert set(back) == set(small_citations)
    other = {
        (key, name): (getattr(was, name), getattr(back[key], name))
        for key, was in small_citations.items()
        for name in FIELDS
        if getattr(was, name) != getattr(back[key], name)
    }
    assert other.pop(SAME_WORD, ("commentary", "article")) == ("commentary", "article")
    assert other == {}
