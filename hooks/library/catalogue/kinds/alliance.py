"""What the record of a peer-learning alliance may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from library.catalogue.kinds.event import EventSupplied
from library.catalogue.model_parts import Provenance
from library.catalogue.values import Date, Day, From, Id, Model, Names, Text, Texts, WholeNumber

Standing = Literal["named", "counted", "planned"]


class Alliance(Model):
    """A peer-learning alliance: countries and bodies that learn from one another."""

    id: Id = Field(
        description="Permanent id: the file's name and the page's address. Never changed or reused.", examples=["public-service-delivery"]
    )
    standing: Standing = Field(
        description="named: sources name it as existing; counted: sources count it and do not name it; planned: it was being set up.",
        examples=["named"],
    )
    title: Texts = Field(
        description="Names by language: as printed where a source prints one, others supplied (see there).",
        examples=[{"en": "Peer learning alliance on public service delivery"}],
    )
    summary: Texts = Field(
        {},
        description="One or two plain sentences by language. What is missing may come later.",
        examples=[{"en": "Practitioners of three countries."}],
    )
    supplied: EventSupplied = Field(EventSupplied(), description="Titles and summaries that no source prints.")
    also_printed: tuple[Text, ...] = Field((), description="Other names that sources print.", examples=[["e-governance"]])
    order: WholeNumber | None = Field(
        None, gt=0, lt=100, description="Which alliance it was by order, where a source says so.", examples=[2]
    )
    founded: Date | None = Field(None, description="When it was founded, as precise as known.", examples=["2018"])
    planned_for: Text | None = Field(None, description="For which years it was planned, as printed.", examples=["2024-2026"])
    members: tuple[Annotated[str, From("countries")], ...] = Field(
        (), description="Countries whose experts or practitioners a source names in it.", examples=[["AZ", "GE", "KZ"]]
    )
    member_bodies: tuple[Annotated[str, From("parties")], ...] = Field(
        (), description="Bodies that a source names in it.", examples=[["oecd"]]
    )
    works: tuple[Annotated[Id, Names("work")], ...] = Field(
        (), description="Works that came out of it, where a source says so.", examples=[["one-stop-shop-georgia"]]
    )
    events: tuple[Annotated[Id, Names("event")], ...] = Field(
        (), description="Events that it held, where a source says so.", examples=[["workshop-open-data-2022"]]
    )
    added: Day = Field(description="Day on which the record was added to the library.", examples=["2026-11-22"])
    revised: Day | None = Field(
        None, description="Day of the last change that readers should hear of: a new member, a mended name.", examples=["2027-03-01"]
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field(
        (), description="Doubtful readings and remarks, for cataloguers.", examples=[["No source dates its launch."]]
    )
    former_ids: tuple[Id, ...] = Field(
        (), description="Earlier ids; their addresses lead on to the present one.", examples=[["open-government"]]
    )
