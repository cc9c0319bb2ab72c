"""An alliance or a project by schema.org, as ``events`` has events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from library.catalogue.catalogue import Filed
from library.machines.heads.json_ld import Graph
from library.machines.heads.wholes import Node, known_of, tagged
from library.press.addresses import Site


def grouping(graph: Graph, site: Site, filed: Filed, pages: Mapping[str, str]) -> list[Node]:
    """The alliance or project, and whom it names; nothing of an alliance that was only planned, which is none yet.

    ``pages`` are the paths of the pages of the parties, by id; one that is not there has none.
    """
    value = filed.value
    if getattr(value, "standing", "") == "planned":
        return []
    url = site.address(filed.address, site.languages[0])
    supplied = value.supplied.title
    printed = [tag for tag in value.title if tag not in supplied] or list(value.title)[:1]
    told, parties = (_project if filed.kind.name == "project" else _alliance)(graph, value, pages)
    node = known_of(
        {
            "@id": site.identity(f"{url}#{filed.kind.name}"),
            "url": url,
            "name": [tagged(tag, value.title[tag]) for tag in printed],
            "alternateName": [*(tagged(tag, text) for tag, text in value.title.items() if tag not in printed), *value.also_printed],
            "event": [{"@id": site.identity(f"{site.address(f'events/{event}', site.languages[0])}#event")} for event in value.events],
            # schema.org says from the side of a work alone on whose behalf it was made.
            "@reverse": known_of({"sourceOrganization": [_work(graph, site, work) for work in value.works]}),
            **told,
        }
    )
    named = [party for party in dict.fromkeys(parties) if party in pages]
    return [node, *(graph.party(party, site.languages[0], brief=True, path=pages[party]) for party in named)]


def party_of(graph: Graph, party: str, pages: Mapping[str, str]) -> Node:
    """What leads to a party's node; one without a page has no name that leads anywhere, and stands here itself."""
    if party in pages:
        return graph.party_id(party, pages[party])
    node = graph.party(party, graph.site.languages[0], brief=True)
    return {field: value for field, value in node.items() if field != "@id"}


def _work(graph: Graph, site: Site, work: str) -> Node:
    return {"@id": site.identity(f"{site.address(graph.catalogue.works[work].address, site.languages[0])}#work")}


def _countries(graph: Graph, codes: tuple[str, ...]) -> list[Node]:
    return [graph.term("countries", code, graph.site.languages[0]) for code in codes]


def _alliance(graph: Graph, value: Any, pages: Mapping[str, str]) -> tuple[Node, list[str]]:
    """Countries are no members by schema.org, which takes persons and organisations alone."""
    told = {
        "@type": "Organization",
        "foundingDate": str(value.founded or ""),
        "areaServed": _countries(graph, value.members),
        "member": [party_of(graph, party, pages) for party in value.member_bodies],
    }
    return told, list(value.member_bodies)


def _project(graph: Graph, value: Any, pages: Mapping[str, str]) -> tuple[Node, list[str]]:
    """A project is a kind of organisation there, with the days of its beginning and end as such."""
    funders = [each.party for each in value.funders]
    others = [*([value.implemented_by] if value.implemented_by else []), *(partner.party for partner in value.partners)]
    told = {
        "@type": "Project",
        "identifier": list(value.numbers),
        "foundingDate": str(value.start or ""),
        "dissolutionDate": str(value.end or ""),
        "areaServed": _countries(graph, value.countries),
        "funder": [party_of(graph, party, pages) for party in dict.fromkeys(funders)],
        "member": [party_of(graph, party, pages) for party in dict.fromkeys(others)],
    }
    return told, [*funders, *others]
