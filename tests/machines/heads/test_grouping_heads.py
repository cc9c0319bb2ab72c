"""The heads of pages of alliances and projects: schema.org, and nothing that is only planned."""

from __future__ import annotations

from typing import Any

import pytest
from library.catalogue.catalogue import Catalogue
from library.machines.heads import Heads
from made_heads import document, graph

PROPERTIES = {
    "@id",
    "@reverse",
    "@type",
    "alternateName",
    "areaServed",
    "dissolutionDate",
    "event",
    "foundingDate",
    "funder",
    "identifier",
    "member",
    "name",
    "url",
}
"""Properties of an organisation by https://schema.org/Organization that we use; a project is one there."""


def nodes(made: Heads, catalogue: Catalogue, kind: str, record: str, language: str = "en") -> dict[str, dict[str, Any]]:
    pages = {party: f"people/{party}" for party in catalogue.vocabularies["parties"]}
    return graph(document(made.grouping(catalogue.of_kind(kind)[record], pages, language, "t"), language))


@pytest.mark.parametrize("language", ["en", "ru", "kk", "ko"])
@pytest.mark.parametrize("kind", ["alliance", "project"])
def test_what_is_there_has_properties_of_its_type_alone(small_heads: Heads, small_catalogue: Catalogue, kind: str, language: str) -> None:
    for record, filed in small_catalogue.of_kind(kind).items():
        found = nodes(small_heads, small_catalogue, kind, record, language)
        name = f"https://library.example.org/{filed.address}/#{kind}"
        assert (name in found) == (getattr(filed.value, "standing", "") != "planned")
        assert set(found.get(name, {})) <= PROPERTIES


def test_a_project_tells_who_funds_it_and_what_was_made_in_it(small_heads: Heads, small_catalogue: Catalogue) -> None:
    found = nodes(small_heads, small_catalogue, "project", "sample-project")
    node = found["https://library.example.org/projects/sample-project/#project"]
    assert (node["@type"], node["foundingDate"], node["dissolutionDate"]) == ("Project", "2021-11", "2024")
    assert [funder["@id"] for funder in node["funder"]] == [
        "https://library.example.org/people/ministry-of-labour/#party",
        "https://library.example.org/people/sample-hub/#party",
    ]
    assert node["@reverse"] == {"sourceOrganization": [{"@id": "https://library.example.org/publications/held-book/#work"}]}


def test_a_funder_without_a_page_is_told_in_its_place(small_heads: Heads, small_catalogue: Catalogue) -> None:
    project = small_catalogue.of_kind("project")["sample-project"]
    found = graph(document(small_heads.grouping(project, {}, "en", "t"), "en"))
    node = found["https://library.example.org/projects/sample-project/#project"]
    assert ["@id" in funder for funder in node["funder"]] == [False, False]
    assert all(funder["name"] for funder in node["funder"])


def test_what_a_project_leaves_open_is_left_out(small_heads: Heads, small_catalogue: Catalogue) -> None:
    found = nodes(small_heads, small_catalogue, "project", "bare-project")
    assert set(found["https://library.example.org/projects/bare-project/#project"]) == {"@id", "@type", "name", "url"}


def test_a_work_names_the_grants_of_its_projects(small_heads: Heads, small_catalogue: Catalogue) -> None:
    found = graph(document(small_heads.work(small_catalogue.works["held-book"], "en", "t"), "en"))
    work = found["https://library.example.org/publications/held-book/#work"]
    assert [grant.get("identifier") for grant in work["funding"]] == ["ML-7", None]
    assert [funder["@id"] in found for funder in work["funder"]] == [True, True]
