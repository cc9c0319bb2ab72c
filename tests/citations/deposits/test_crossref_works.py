"""Crossref deposits of works that stand in no issue, held against Crossref's schema with the network off."""

from __future__ import annotations

import pytest
from catalogues import citations_of_every_kind
from deposit_files import Saying
from library.catalogue.catalogue import Catalogue, Placed
from library.citations.deposits import crossref, crossref_works
from lxml import etree
from renew_golden import SITE
from test_crossref import comments, said, valid

DOI = "10.5555/sample.7"


def with_doi(catalogue: Catalogue, key: str) -> tuple[Placed, str]:
    """A work whose edition of a key is given a DOI, and that key."""
    for placed in catalogue.works.values():
        for number, edition in enumerate(placed.work.editions):
            if edition.citation_key == key:
                editions = [*placed.work.editions]
                editions[number] = edition.model_copy(update={"doi": DOI})
                work = placed.work.model_copy(update={"editions": tuple(editions)})
                return Placed(**{**vars(placed), "work": work}), key
    raise AssertionError(key)


def batch(catalogue: Catalogue, key: str, **fields: object) -> etree._Element | None:
    placed, _ = with_doi(catalogue, key)
    made = crossref_works.work(catalogue, Saying(catalogue, key, doi=DOI, **fields), placed)
    return valid(made) if made is not None else None


KEYS = {
    "oneill2014oath": "book",
    "kim2022training": "book",
    "yuschenko2015prisyaga": "book",
    "kim2021training": "conference",
    "harrow2013pay": "report-paper",
    "beisenov2016kadry": "book",
    "harrow2004doverie": "book",
}


@pytest.mark.parametrize(("key", "element"), KEYS.items())
def test_a_work_with_a_doi_has_a_valid_batch(every_kind: Catalogue, key: str, element: str) -> None:
    root = batch(every_kind, key, publisher="Sample Institute")
    assert root is not None
    assert [child.tag.split("}")[1] for child in root.xpath("//c:body/*", namespaces={"c": crossref.NAMESPACE})] == [element]
    assert said(root, "//c:doi_data/c:doi") == [DOI]


def test_every_kind_gives_a_valid_batch_or_none(every_kind: Catalogue) -> None:
    made = {key: batch(every_kind, key, publisher="Sample Institute") for key in citations_of_every_kind(every_kind)}
    kinds = {key: citation.kind for key, citation in citations_of_every_kind(every_kind).items()}
    without = {kinds[key] for key, root in made.items() if root is None}
    assert without <= {
        "article",
        "dataset",
        "legislation",
        "standard",
        "video",
        "web-page",
        "chapter",
        "conference-paper",
        "entry",
        "thesis",
    }
    assert {kinds[key] for key, root in made.items() if root is not None} == {
        "book",
        "chapter",
        "conference-paper",
        "entry",
        "report",
        "thesis",
    }


def test_a_volume_stands_in_its_set(every_kind: Catalogue) -> None:
    [key] = [key for key, one in citations_of_every_kind(every_kind).items() if one.kind == "book" and one.container]
    root = batch(every_kind, key, publisher="Sample Institute")
    assert root is not None
    assert said(root, "//c:set_metadata/c:titles/c:title") == [citations_of_every_kind(every_kind)[key].container]
    assert said(root, "//c:book_set_metadata/c:volume") == [citations_of_every_kind(every_kind)[key].volume]


def test_a_chapter_has_its_makers_and_its_book_the_editors(every_kind: Catalogue) -> None:
    root = batch(every_kind, "kim2022training")
    assert root is not None
    assert said(root, "//c:book_metadata/c:titles/c:title") == ["Public Service in Transition"]
    assert set(said(root, "//c:book_metadata//@contributor_role")) == {"editor"}
    assert set(said(root, "//c:content_item//@contributor_role")) == {"author"}
    assert said(root, "//c:content_item/c:pages/*") == ["101", "120"]


def test_what_crossref_asks_for_is_never_made_up(every_kind: Catalogue) -> None:
    assert batch(every_kind, "oneill2014oath", publisher="") is None
    assert batch(every_kind, "kim2022training", container="") is None
    assert batch(every_kind, "oneill2014oath", issued=None) is None


def test_an_article_of_another_journal_is_its_publishers_to_deposit(every_kind: Catalogue) -> None:
    assert batch(every_kind, "oneill2020oaths") is None


def test_a_batch_warns_of_prefixes_of_others(every_kind: Catalogue) -> None:
    root = batch(every_kind, "harrow2013pay", publisher="Sample Institute")
    assert root is not None
    assert "only if the prefix of the DOI is yours" in comments(root)
    assert said(root, "//c:doi_data/c:resource") == [f"{SITE}publications/working-paper/"]


def test_works_of_the_library_itself_are_valid_or_have_none(real_catalogue: Catalogue) -> None:
    from library.citations.citing import Citing

    citing = Citing(real_catalogue, SITE)
    for placed in real_catalogue.works.values():
        made = crossref_works.work(real_catalogue, citing, placed)
        assert made is None or said(valid(made), "//c:doi_data/c:doi")
        assert made is None or not placed.in_journal
