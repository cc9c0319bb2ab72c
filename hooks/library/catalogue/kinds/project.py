"""What the record of a project, behind events and works, may say."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from library.catalogue.kinds.event import EventSupplied, Partner
from library.catalogue.model_parts import Provenance
from library.catalogue.values import Date, Day, From, Id, Model, Names, Text, Texts


class Funding(Model):
    """What a funder gave, or was to give."""

    party: Annotated[str, From("parties")] = Field(description="The funder, an id in vocabularies/parties.yml.", examples=["undp"])
    amount: Text | None = Field(None, description="The sum as printed, with its currency.", examples=["USD 3,600,000"])
    award: Text | None = Field(None, description="The funder's own number of the award, where a source prints one.", examples=["00123513"])


class Project(Model):
    """A project that the body's events and works belong to, and who funds it."""

    id: Id = Field(description="Permanent id: the file's name and the page's address. Never changed or reused.", examples=["acsh-phase-3"])
    title: Texts = Field(
        description="Titles by language: as printed where a source prints one, others supplied (see there).",
        examples=[{"en": "Institutional Support to the Astana Civil Service Hub, Phase 3"}],
    )
    summary: Texts = Field(
        {},
        description="One or two plain sentences by language. What is missing may come later.",
        examples=[{"en": "The third phase of the Hub's project."}],
    )
    supplied: EventSupplied = Field(EventSupplied(), description="Titles and summaries that no source prints.")
    also_printed: tuple[Text, ...] = Field((), description="Other titles that sources print.", examples=[["MOIS project"]])
    numbers: tuple[Text, ...] = Field((), description="Numbers of the project as printed.", examples=[["00123513"]])
    start: Date | None = Field(None, description="When it began, or was to begin, as precise as known.", examples=["2021-11"])
    end: Date | None = Field(None, description="When it ended, or was to end, as precise as known.", examples=["2024-12"])
    budget: Text | None = Field(None, description="The whole budget as printed, with its currency.", examples=["USD 3,600,000"])
    funders: tuple[Funding, ...] = Field((), description="Who funds it, where a source says so.")
    implemented_by: Annotated[str, From("parties")] | None = Field(
        None, description="The implementing partner, an id in vocabularies/parties.yml.", examples=["undp"]
    )
    partners: tuple[Partner, ...] = Field((), description="Other bodies that a source names as partners or responsible parties.")
    countries: tuple[Annotated[str, From("countries")], ...] = Field(
        (), description="Countries that it is for, where a source names them.", examples=[["KZ", "KG"]]
    )
    credit: Texts = Field(
        {},
        description="The sentence by which works of the project name their funding, by language.",
        examples=[{"en": "Funded by the Government of the Republic of Korea."}],
    )
    works: tuple[Annotated[Id, Names("work")], ...] = Field(
        (), description="Works that were made in it, where a source says so.", examples=[["open-government-data-country-cases"]]
    )
    events: tuple[Annotated[Id, Names("event")], ...] = Field(
        (), description="Events that were held in it, where a source says so.", examples=[["workshop-open-data-2022"]]
    )
    added: Day = Field(description="Day on which the record was added to the library.", examples=["2026-11-22"])
    revised: Day | None = Field(
        None, description="Day of the last change that readers should hear of: a new funder, a mended title.", examples=["2027-03-01"]
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field(
        (), description="Doubtful readings and remarks, for cataloguers.", examples=[["Two numbers are printed."]]
    )
    former_ids: tuple[Id, ...] = Field(
        (), description="Earlier ids; their addresses lead on to the present one.", examples=[["hub-phase-3"]]
    )
