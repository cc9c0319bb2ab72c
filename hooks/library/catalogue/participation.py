"""Evidence that countries took part: pieces of it, each with its date and source; never a list of members."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from library.catalogue.model_parts import Provenance
from library.catalogue.values import Date, From, Id, Model, Text

EvidenceKind = Literal[
    "joined",
    "called-participating",
    "steering-committee",
    "advisory-board",
    "host",
    "funder",
    "hosted-event",
    "planned-event",
    "alliance-member",
    "project-country",
    "partner-country",
    "study-partner",
    "country-profile",
]
Said = Literal["said", "implied", "as-partner", "of-the-project", "not-said"]


class Participation(Model):
    """One piece of evidence: what a source says of a country, and when."""

    id: Id = Field(description="Permanent id.", examples=["am-called-participating-2014"])
    country: Annotated[str, From("countries")] = Field(description="The country.", examples=["AM"])
    kind: EvidenceKind = Field(
        description="What the source tells. planned-event: a plan names an event there, which is no proof that it was held.",
        examples=["called-participating"],
    )
    date: Date | None = Field(None, description="When, as precise as the source is.", examples=["2014"])
    participating: Said = Field(
        description="Whether the source says that the country participates: said, implied, as-partner, of-the-project or not-said.",
        examples=["said"],
    )
    former_ids: tuple[Id, ...] = Field((), description="Earlier ids.", examples=[["am-called"]])
    note: Text | None = Field(None, description="Doubts, for cataloguers.", examples=["The year is that of the plan."])
    provenance: tuple[Provenance, ...] = Field(description="Where it was read.", min_length=1)
