"""What the library exports and reads back is the same, in every format: each value that has a field."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from catalogues import EVERY_KIND, SMALL, Citations, SpoiltCatalogue, citations, every_kind_in
from library.catalogue.kinds import KINDS
from library.catalogue.loading import load
from library.citations.citation import Citation
from library.citations.formats import FORMATS
from library.importing import files
from library.importing.planning import whole_and_checked
from library.importing.records import Given

_TOLD = (
    "kind type title title_language supplied language and_others issued publisher place container volume number pages extent "
    "series series_number isbns issn doi abstract abstract_supplied keywords event event_place event_date degree further_languages "
    "edition own_number volumes original_title original_language original_date"
)
FIELDS = tuple(_TOLD.split())
"""What a reference consists of, beside names; ids, days and addresses of the library itself are made anew."""

HAVE_NO_FIELD = {
    ("", "type", "anon2021open"),  # a commentary of the journal, which all but the table take for an article
    ("bib", "edition", "oneill2014oath"),  # a booklet has none
    ("bib", "further_languages", "beisenov2020kirispe"),
    ("biblatex.bib", "further_languages", "beisenov2020kirispe"),
    ("bib", "kind", "yuschenko2015prisyaga"),  # an entry of an encyclopedia is @incollection as chapters are
    ("bib", "type", "yuschenko2015prisyaga"),
    ("biblatex.bib", "own_number", "law2015"),
    ("biblatex.bib", "own_number", "institute2010training"),
    *(("csv", name, key) for name in ("event_place", "event_date") for key in ("kim2021training", "oneill2018training")),
}
"""By format (any where it is empty), field and key, what an export writes into no field of its own."""

ENDINGS = ("bib", "biblatex.bib", "ris", "json", "csv")


def emptied(folder: Path) -> SpoiltCatalogue:
    """The small catalogue with its vocabularies and journal, and types for every kind, without works."""
    shutil.copytree(SMALL, folder)
    shutil.copytree(EVERY_KIND / "vocabularies", folder / "vocabularies", dirs_exist_ok=True)
    for kind in ("knowledge-products", "case-studies", "journal/articles", "files", *(kind.collection for kind in KINDS)):
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
    assert set(plan.parties) <= {"harrow-j"}  # as one work prints the name of harrow-jane
    plan.changes.carry_out()
    return citations(load(folder))


def told(citation: Citation, name: str) -> object:
    """A field, with the names of people as they are written."""
    value = getattr(citation, name)
    return [each.inverted for each in value] if name in ("authors", "editors", "translators") else value


@pytest.fixture(scope="module")
def every_citation(tmp_path_factory: pytest.TempPathFactory) -> Citations:
    return citations(every_kind_in(tmp_path_factory.mktemp("every-kind")))


@pytest.mark.costly
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_exported_and_read_back_is_the_same(every_citation: Citations, tmp_path: Path, ending: str) -> None:
    back = read_back(every_citation, ending, tmp_path / "catalogue")
    assert set(back) == set(every_citation)
    other = {
        (name, key): (told(was, name), told(back[key], name))
        for key, was in every_citation.items()
        for name in (*FIELDS, "authors", "editors", "translators")
        if told(was, name) != told(back[key], name) and not {(ending, name, key), ("", name, key)} & HAVE_NO_FIELD
    }
    assert other == {}
