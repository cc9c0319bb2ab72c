"""Files of a work that was renamed answer where they were, under each id that it had."""

from __future__ import annotations

import pytest
from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.loading import load
from library.citations import paths
from library.citations.formats import biblatex
from library.keeping.renaming import rename


@pytest.fixture
def renamed(catalogue_copy: SpoiltCatalogue) -> Catalogue:
    for old, new in (("russian-study", "study"), ("study", "study-of-ethics")):
        rename(load(catalogue_copy.folder), "work", old, new).carry_out()
    return load(catalogue_copy.folder)


@pytest.fixture
def study(renamed: Catalogue) -> Placed:
    return renamed.works["study-of-ethics"]


@pytest.mark.parametrize(
    ("path", "before"),
    [
        (
            "publications/study-of-ethics/study-of-ethics.bib",
            ["publications/russian-study/russian-study.bib", "publications/study/study.bib"],
        ),
        (
            "ru/publications/study-of-ethics/study-of-ethics.ru.pdf",
            ["ru/publications/russian-study/russian-study.ru.pdf", "ru/publications/study/study.ru.pdf"],
        ),
        ("publications/study-of-ethics/scan.pdf", ["publications/russian-study/scan.pdf", "publications/study/scan.pdf"]),
        ("publications/study-of-ethics/linkset.json", ["publications/russian-study/linkset.json", "publications/study/linkset.json"]),
        ("api/v1/works/study-of-ethics.json", ["api/v1/works/russian-study.json", "api/v1/works/study.json"]),
    ],
)
def test_a_file_lies_where_it_lay_before(study: Placed, path: str, before: list[str]) -> None:
    assert paths.at_former_addresses(study, path) == before


def test_a_work_that_moved_with_its_id_has_one_record_for_programs(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("knowledge-products/russian-study.yml", "former_addresses:\n  - /journal/articles/russian-study/\n")
    moved = load(catalogue_copy.folder).works["russian-study"]
    assert paths.at_former_addresses(moved, "api/v1/works/russian-study.json") == []
    assert paths.at_former_addresses(moved, "publications/russian-study/russian-study.ris") == [
        "journal/articles/russian-study/russian-study.ris"
    ]


def test_a_work_keeps_the_name_by_which_feeds_know_it(study: Placed) -> None:
    assert study.first_id == "russian-study"


def test_biblatex_finds_an_entry_by_its_former_keys(one_citation) -> None:
    assert "ids = {harrow2021,harow2022}" in biblatex.entry(one_citation(former_keys=("harrow2021", "harow2022")))
    assert "ids" not in biblatex.entry(one_citation())
