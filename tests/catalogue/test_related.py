"""Works that belong near a work."""

from __future__ import annotations

from catalogues import SpoiltCatalogue
from library.catalogue.catalogue import Catalogue
from library.catalogue.indexes import index
from library.catalogue.loading import load
from library.catalogue.related import RELATED_LENGTH, Related, Relations


def related(catalogue: Catalogue, work_id: str) -> tuple[Related, ...]:
    return Relations(catalogue, index(catalogue)).of(catalogue.works[work_id])


def test_no_work_is_related_to_itself_or_twice(either_catalogue: Catalogue) -> None:
    relations = Relations(either_catalogue, index(either_catalogue))
    for placed in either_catalogue.works.values():
        found = [other.work.work.id for other in relations.of(placed)]
        assert placed.work.id not in found
        assert len(found) == len(set(found)) <= RELATED_LENGTH


def test_every_reason_is_one_that_both_works_have(either_catalogue: Catalogue) -> None:
    indexes = index(either_catalogue)
    relations = Relations(either_catalogue, indexes)
    for placed in either_catalogue.works.values():
        for other in relations.of(placed):
            assert other.reasons
            for facet, term in other.reasons:
                if facet == "related":
                    assert other.work.work.id in placed.work.related or placed.work.id in other.work.work.related
                else:
                    shelf = indexes.shelf(facet, term)
                    assert placed in shelf.works and other.work in shelf.works


def test_a_work_that_the_record_names_comes_first(small_catalogue: Catalogue) -> None:
    first = related(small_catalogue, "gylym-and-government")[0]
    assert first.work.work.id == "aelem-public-service"
    assert first.reasons[0] == ("related", "record")


def test_naming_a_work_holds_in_both_directions(small_catalogue: Catalogue) -> None:
    assert related(small_catalogue, "korean-guide")[0].work.work.id == "pay-and-ethics"


def test_the_issuer_relates_no_works(small_catalogue: Catalogue) -> None:
    # Nearly every work has it, so it would say nothing.
    for placed in small_catalogue.works.values():
        assert ("people", "sample-hub") not in [reason for other in related(small_catalogue, placed.work.id) for reason in other.reasons]


def test_works_that_share_nothing_are_not_related(catalogue_copy: SpoiltCatalogue) -> None:
    catalogue_copy.replace("knowledge-products/unknown-year.yml", "themes: [human-resource-management]", "themes: [digitalisation]")
    catalogue_copy.replace("knowledge-products/unknown-year.yml", "countries: [NO]", "countries: [SE]")
    for name in ("case-studies/one-window.md", "journal/articles/unplaced-article.yml"):
        catalogue_copy.replace(name, "themes: [digitalisation]", "themes: [ethics]")
    for name, old, new in (
        ("knowledge-products/awkward-characters.yml", "[pay, digitalisation]", "[pay]"),
        ("knowledge-products/gylym-and-government.yml", "[training, open-data]", "[training]"),
    ):
        catalogue_copy.replace(name, old, new)
    text = catalogue_copy.text("journal/issues/10.yml").replace("[open-data]", "[ethics]").replace("[open-data, ethics]", "[ethics]")
    catalogue_copy.write("journal/issues/10.yml", text)
    assert related(load(catalogue_copy.folder), "unknown-year") == ()


def test_relating_is_the_same_in_every_run(either_catalogue: Catalogue) -> None:
    def everything() -> list[tuple[str, ...]]:
        relations = Relations(either_catalogue, index(either_catalogue))
        return [tuple(other.work.work.id for other in relations.of(placed)) for placed in either_catalogue.works.values()]

    assert everything() == everything()


def test_a_shared_person_relates_works(small_catalogue: Catalogue) -> None:
    found = {other.work.work.id: other.reasons for other in related(small_catalogue, "held-book")}
    assert ("people", "harrow-jane") in found["pay-and-ethics"] or ("people", "kim-min-jun") in found["pay-and-ethics"]
