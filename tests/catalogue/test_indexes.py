"""Shelves: every work under each of its terms, and nothing else there."""

from __future__ import annotations

import pytest
from catalogues import EVERY_KIND, SpoiltCatalogue
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.indexes import FACETS, NOT_STATED, Facet, index
from library.catalogue.loading import load

BY_PATH = {facet.path: facet for facet in FACETS}


def offered(catalogue: Catalogue) -> list[Placed]:
    """The works that are to stand in lists: those that nobody withdrew."""
    return [placed for placed in catalogue.works.values() if placed.work.withdrawn is None]


def expected_terms(catalogue: Catalogue, facet: Facet, placed: Placed) -> set[str]:
    """Terms of a work, worked out here a second time and without the code under test."""
    work = placed.work
    if facet.path == "themes":
        themes = catalogue.vocabularies["themes"]
        return set(work.themes) | {themes[theme].broader for theme in work.themes if themes[theme].broader}
    if facet.path == "people":
        named = {creator.party for creator in (*work.creators, *work.contributors)} | {edition.publisher for edition in work.editions}
        issuer = work.issuer or (catalogue.journal.issuer if placed.in_journal and catalogue.journal else None)
        return (named | {issuer}) - {None}
    issued = work.issued or (placed.issue.issued if placed.issue else None)
    return {
        "countries": set(work.coverage.countries),
        "regions": set(work.coverage.regions),
        "languages": {edition.language or NOT_STATED for edition in work.editions},
        "types": {work.type},
        "series": {work.series.id} if work.series else set(),
        "years": {str(issued.year) if issued else NOT_STATED},
        "formats": {name for edition in work.editions for name in edition.formats} or {NOT_STATED},
        "access": access(placed) or {NOT_STATED},
    }[facet.path]


def access(placed: Placed) -> set[str]:
    kinds = {"file": "file", "address": "elsewhere", "doi": "elsewhere", "text": "page"}
    found = {kind for edition in placed.work.editions for name, kind in kinds.items() if getattr(edition, name)}
    return found | {"online"} if found else set()


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.path)
def test_every_work_that_is_offered_is_on_the_shelf_of_each_of_its_terms(either_catalogue: Catalogue, facet: Facet) -> None:
    shelves = index(either_catalogue).shelves[facet.path]
    for placed in offered(either_catalogue):
        for term in expected_terms(either_catalogue, facet, placed):
            assert placed in shelves[term].works, (placed.work.id, term)


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.path)
def test_a_shelf_holds_exactly_the_works_that_have_its_term(either_catalogue: Catalogue, facet: Facet) -> None:
    for term, shelf in index(either_catalogue).shelves[facet.path].items():
        having = {placed.work.id for placed in offered(either_catalogue) if term in expected_terms(either_catalogue, facet, placed)}
        assert [placed.work.id for placed in shelf.works if placed.work.id not in having] == []
        assert len(shelf.works) == len(having)


def test_every_work_that_is_offered_is_among_the_newest_once(either_catalogue: Catalogue) -> None:
    newest = index(either_catalogue).newest
    assert sorted(placed.work.id for placed in newest) == sorted(placed.work.id for placed in offered(either_catalogue))


def test_the_newest_come_first_and_those_without_a_date_last(either_catalogue: Catalogue) -> None:
    # Volumes of a set stand where its newest one does.
    dates = [placed.issued for placed in index(either_catalogue).newest if not placed.work.host]
    known = [issued for issued in dates if issued]
    assert dates == known + [None] * (len(dates) - len(known))
    assert [issued.year for issued in known] == sorted((issued.year for issued in known), reverse=True)


def test_a_day_in_a_month_comes_before_the_month_alone(small_catalogue: Catalogue) -> None:
    ordered = [placed.work.id for placed in index(small_catalogue).newest]
    # 2021-12-15, 2021-06, 2020-02-29, 2020, 2019-09-30, 2019-05
    ids = ["pay-and-ethics", "korean-guide", "awkward-characters", "forty-countries", "unplaced-article", "gylym-and-government"]
    assert [work_id for work_id in ordered if work_id in ids] == ids


def test_every_shelf_is_in_the_order_of_time(either_catalogue: Catalogue) -> None:
    found = index(either_catalogue)
    place = {placed.work.id: number for number, placed in enumerate(found.newest)}
    for shelves in found.shelves.values():
        for shelf in shelves.values():
            numbers = [place[placed.work.id] for placed in shelf.works]
            assert numbers == sorted(numbers), shelf.path


def test_no_shelf_is_empty(either_catalogue: Catalogue) -> None:
    assert [shelf.path for shelves in index(either_catalogue).shelves.values() for shelf in shelves.values() if not shelf.works] == []


def test_no_two_lists_share_an_address(either_catalogue: Catalogue) -> None:
    paths = [shelf.path for shelves in index(either_catalogue).shelves.values() for shelf in shelves.values()]
    assert len(paths) == len(set(paths))


def test_a_work_stands_under_the_broader_theme_too(small_catalogue: Catalogue) -> None:
    shelf = index(small_catalogue).shelf("themes", "digitalisation")
    assert {"gylym-and-government", "book-review-second"} <= {placed.work.id for placed in shelf.works}


def test_a_work_with_a_theme_and_its_broader_one_stands_there_once(small_catalogue: Catalogue) -> None:
    shelf = index(small_catalogue).shelf("themes", "human-resource-management")
    assert [placed.work.id for placed in shelf.works].count("held-book") == 1


def test_a_person_in_three_spellings_has_one_shelf(small_catalogue: Catalogue) -> None:
    shelves = index(small_catalogue).shelves["people"]
    assert [term for term, shelf in shelves.items() if "beisenov" in term] == ["beisenov-qairat"]
    assert [placed.work.id for placed in shelves["beisenov-qairat"].works] == ["russian-study"]


def test_who_translated_one_edition_stands_among_the_people(small_catalogue: Catalogue) -> None:
    shelf = index(small_catalogue).shelf("people", "seitova-aigul")
    assert "russian-study" in {placed.work.id for placed in shelf.works}


def test_the_day_a_work_was_added_does_not_move_it(catalogue_copy: SpoiltCatalogue, small_catalogue: Catalogue) -> None:
    # Lists are in the order of publication; what is new in the library is for feeds.
    catalogue_copy.replace("knowledge-products/aelem-public-service.yml", "added: 2026-11-22", "added: 2030-01-01")
    assert [placed.work.id for placed in index(load(catalogue_copy.folder)).newest] == [
        placed.work.id for placed in index(small_catalogue).newest
    ]


def test_forty_countries_are_forty_shelves(small_catalogue: Catalogue) -> None:
    shelves = index(small_catalogue).shelves["countries"]
    assert sum("forty-countries" in {placed.work.id for placed in shelf.works} for shelf in shelves.values()) == 40


def test_norway_has_a_shelf(small_catalogue: Catalogue) -> None:
    shelf = index(small_catalogue).shelf("countries", "NO")
    assert shelf.path == "countries/no"
    assert {placed.work.id for placed in shelf.works} == {"unknown-year", "forty-countries"}


@pytest.mark.parametrize(("facet", "works"), [("years", {"unknown-year"}), ("languages", {"unknown-year", "unplaced-article"})])
def test_what_is_not_stated_has_a_shelf_of_its_own(small_catalogue: Catalogue, facet: str, works: set[str]) -> None:
    shelf = index(small_catalogue).shelf(facet, NOT_STATED)
    assert {placed.work.id for placed in shelf.works} == works


def test_a_term_without_works_has_no_shelf(small_catalogue: Catalogue) -> None:
    assert index(small_catalogue).shelf("countries", "SE") is None


def test_a_publisher_stands_among_the_people(small_catalogue: Catalogue) -> None:
    assert [placed.work.id for placed in index(small_catalogue).shelf("people", "harrow-press").works] == ["held-book"]


def test_volumes_of_a_set_stand_together_in_the_order_of_their_numbers(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.append("vocabularies/types.yml", (EVERY_KIND / "vocabularies/types/more.yml").read_text("utf-8"))
    for volume, year in ((1, 2023), (2, 2015), (10, 2019)):
        catalogue_copy.write(
            f"knowledge-products/volume-{volume}.yml",
            f"id: volume-{volume}\ntype: book\ntitle:\n  en: Part {volume}\nissued: {year}\nthemes: [ethics]\nhost:\n  title:\n"
            f"    en: A Set\n  volume: {volume}\neditions:\n  - citation_key: volume{volume}\n    language: en\nadded: 2026-11-22\n"
            f"provenance:\n  - source: sample-report\n",
        )
    ids = [placed.work.id for placed in index(load(catalogue_copy.folder)).newest]
    first = ids.index("volume-1")
    assert ids[first : first + 3] == ["volume-1", "volume-2", "volume-10"]
    assert first < ids.index("held-book")  # of 2022
