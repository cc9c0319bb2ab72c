"""What the record of an event may say."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from library.catalogue.model_parts import Creator, Provenance
from library.catalogue.values import Date, Day, From, Id, Languages, Model, Names, Text, Texts, Url, WholeNumber

EventKind = Literal[
    "conference",
    "forum",
    "workshop",
    "training",
    "seminar",
    "webinar",
    "lecture",
    "roundtable",
    "panel-session",
    "meeting",
    "study-visit",
    "book-launch",
]

EventFormat = Literal["in-person", "online", "hybrid"]

Tie = Literal["came-out", "launched", "presented"]


class EventSupplied(Model):
    """Which titles and summaries of an event a cataloguer supplied: no source prints them."""

    title: Languages = Field((), description="Languages in which no source prints the title.", examples=[["ru", "kk", "ko"]])
    summary: Languages = Field((), description="Languages whose summary was written for the library.", examples=[["en", "ru", "kk", "ko"]])


class Partner(Model):
    """A body that organised, funded, hosted or supported the event."""

    party: Annotated[str, From("parties")] = Field(description="Person or body, an id in vocabularies/parties.yml.", examples=["undp"])
    name: Text | None = Field(
        None, description="The name as the source prints it, where it differs.", examples=["Government of Korea (MOIS)"]
    )


class EventWork(Model):
    """A work that the event is tied to, where a source says so."""

    work: Annotated[Id, Names("work")] = Field(description="Id of the work.", examples=["one-stop-shop-georgia"])
    tie: Tie = Field(
        description="came-out: it was made of what the event brought; launched: it was published there; presented: it was shown there.",
        examples=["launched"],
    )


class Event(Model):
    """An event: a conference, a lecture, a study visit."""

    id: Id = Field(
        description="Permanent id: the file's name and the page's address. Never changed or reused.", examples=["annual-conference-2023"]
    )
    kind: EventKind | None = Field(None, description="What kind of event it was, where a source says so.", examples=["workshop"])
    title: Texts = Field(
        description="Titles by language: as printed where a source prints one, others supplied (see there).",
        examples=[{"en": "Workshop on Open Data"}],
    )
    summary: Texts = Field(
        {},
        description="One or two plain sentences by language. What is missing may come later.",
        examples=[{"en": "Two days on how governments publish their data."}],
    )
    supplied: EventSupplied = Field(EventSupplied(), description="Titles and summaries that no source prints.")
    format: EventFormat | None = Field(None, description="How people met, where a source says so.", examples=["online"])
    start: Date | None = Field(None, description="First day, as precise as known. Left out when unknown.", examples=["2023-05-17"])
    end: Date | None = Field(None, description="Last day, where it is not the first.", examples=["2023-05-19"])
    days: WholeNumber | None = Field(None, gt=0, lt=1_000, description="Number of days, where a source prints it.", examples=[3])
    date_as_printed: Text | None = Field(
        None, description="Date and place in the source's words.", examples=["17-19 May 2023, Astana. Kazakhstan"]
    )
    place: Texts = Field({}, description="Town, and house where a source names it, by language.", examples=[{"en": "Astana"}])
    country: Annotated[str, From("countries")] | None = Field(None, description="Country of the place.", examples=["KZ"])
    held_within: Text | None = Field(
        None,
        description="The larger event that it was a part of, as printed, where that has no record.",
        examples=["ASPA Annual Conference"],
    )
    part_of: Annotated[Id, Names("event")] | None = Field(
        None, description="Id of the event that it was a part of.", examples=["human-capital-forum-2022"]
    )
    series: Text | None = Field(
        None,
        description="The run of events that it belongs to, as printed.",
        examples=["Worldwide Public Administration and Civil Service"],
    )
    themes: tuple[Annotated[str, From("themes")], ...] = Field(
        (), description="What it was about, the chief theme first.", examples=[["digitalisation"]], min_length=1
    )
    speakers: tuple[Creator, ...] = Field((), description="Lecturers and trainers whom a source names.")
    partners: tuple[Partner, ...] = Field((), description="Bodies that a source names as organisers, funders, hosts or supporters.")
    participants: WholeNumber | None = Field(None, lt=10_000_000, description="Number of participants.", examples=[293])
    women: WholeNumber | None = Field(None, lt=10_000_000, description="Number of women among the participants.", examples=[135])
    organisations: WholeNumber | None = Field(None, lt=1_000_000, description="Number of organisations that took part.", examples=[95])
    civil_society: WholeNumber | None = Field(
        None, lt=1_000_000, description="Number of civil society organisations that took part.", examples=[8]
    )
    countries_represented: WholeNumber | None = Field(None, lt=1_000, description="Number of countries represented.", examples=[32])
    works: tuple[EventWork, ...] = Field((), description="Works that it is tied to, where a source says so.")
    address: Url | None = Field(
        None, description="A page about it on the web.", examples=["https://www.astanacivilservicehub.org/annual-conference"]
    )
    added: Day = Field(description="Day on which the record was added to the library.", examples=["2026-11-22"])
    revised: Day | None = Field(
        None, description="Day of the last change that readers should hear of: a new date, a mended title.", examples=["2027-03-01"]
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field(
        (), description="Doubtful readings and remarks, for cataloguers.", examples=[["Only the month is printed."]]
    )
    former_ids: tuple[Id, ...] = Field(
        (), description="Earlier ids; their addresses lead on to the present one.", examples=[["annual-conference-2022"]]
    )
