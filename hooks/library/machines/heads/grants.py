"""JSON-LD of who funded a work."""

from __future__ import annotations

from library.catalogue.languages import INTERNATIONAL
from library.citations.citation import Citation
from library.citations.funding import Funding
from library.machines.heads.wholes import Node, known_of, tagged


def grant(funding: Funding, funder: Node) -> Node:
    """A grant by its number and its project; ``funder`` leads to who gives it."""
    named = tagged(INTERNATIONAL, funding.project)
    return known_of({"@type": "Grant", "identifier": funding.award, "name": named, "funder": funder})


def funders(citation: Citation) -> list[str]:
    """Ids of those who funded it, each once."""
    return list(dict.fromkeys(each.funder.party for each in citation.funding))
