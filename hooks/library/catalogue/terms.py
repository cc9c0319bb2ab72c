"""One concept of an authority file: what all vocabularies have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from library.catalogue.values import Model, Text

TermId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=60)]
Labels = Annotated[Mapping[str, Text], Field(min_length=1)]


class Term(Model):
    """One concept of a vocabulary."""

    id: TermId = Field(description="Permanent id, used in records and addresses.", examples=["open-data"])
    label: Labels = Field(description="The label in every language of the site.", examples=[{"en": "Open data"}])
    plural: Labels | None = Field(None, description="Label for a list of such works (types).", examples=[{"en": "Case studies"}])
    scope: Labels | None = Field(
        None, description="What belongs here, in one sentence.", examples=[{"en": "Publishing government data for reuse."}]
    )
    searched_as: Mapping[str, tuple[Text, ...]] | None = Field(
        None,
        description="Other words by which readers look for it, by language; the search knows them, no page shows them.",
        examples=[{"en": ["Kyrgyz Republic", "Kyrgyz"], "ru": ["Киргизия"]}],
    )
    broader: str | None = Field(None, description="Id of the broader term.", examples=["digitalisation"])
    former_ids: tuple[TermId, ...] = Field((), description="Earlier ids; their addresses lead on to the present one.", examples=[["e-gov"]])
    as_printed: Text | None = Field(None, description="How the source spells it.", examples=["Survay results"])
    note: Text | None = Field(
        None, description="For cataloguers: when to use it, what is doubtful.", examples=["Used when coverage is Global or Whole world."]
    )
