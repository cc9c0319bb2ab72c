"""What the record of something to learn from, a course, a module, a lecture, a video or an audio recording, may say."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from library.catalogue.kinds.event import EventSupplied
from library.catalogue.model_parts import Creator, Provenance
from library.catalogue.values import Date, Day, From, Id, Language, Languages, Model, Names, Text, Texts, Url, wrong

LearningForm = Literal["course", "module", "lecture", "video", "audio"]

_DURATION = re.compile(r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-5][0-9])")


def seconds(duration: str) -> int:
    """The length of ``1:05:30`` (hours, minutes, seconds) or ``42:10`` (minutes, seconds). Any other text raises ValueError."""
    found = _DURATION.fullmatch(duration)
    if not found or (found[1] and int(found[2]) > 59):
        raise ValueError(duration)
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def _duration(text: str) -> str:
    try:
        whole = seconds(text)
    except ValueError:
        whole = 0
    if not whole:
        raise wrong(
            "bad-duration", f'"{text[:40]}" is no duration', "write hours, minutes and seconds, as in 1:05:30, or minutes and seconds"
        )
    return text


class Transcript(Model):
    """The words of a recording, in writing, in one language."""

    language: Language = Field(description="Language in which it is written.", examples=["en"])
    address: Url = Field(description="Where it can be read.", examples=["https://example.org/lecture-1.txt"])


class Learning(Model):
    """Something to learn from: a course, a module of it, a lecture, a video, an audio recording."""

    id: Id = Field(
        description="Permanent id: the file's name and the page's address. Never changed or reused.", examples=["open-data-course"]
    )
    form: LearningForm = Field(description="What it is.", examples=["video"])
    title: Texts = Field(
        description="Titles by language: as printed where a source prints one, others supplied (see there).",
        examples=[{"en": "How Governments Publish Data"}],
    )
    summary: Texts = Field(
        {},
        description="One or two plain sentences by language. What is missing may come later.",
        examples=[{"en": "A lecture on open data, with three examples."}],
    )
    supplied: EventSupplied = Field(EventSupplied(), description="Titles and summaries that no source prints.")
    languages: Languages = Field((), description="Languages that are spoken or written in it.", examples=[["en"]])
    issued: Date | None = Field(None, description="When it came out, as precise as known.", examples=["2024-03"])
    duration: Annotated[Text, AfterValidator(_duration)] | None = Field(
        None, description="How long it takes: hours, minutes and seconds, or minutes and seconds.", examples=["1:05:30"]
    )
    captions: Languages = Field((), description="Languages in which a recording has captions.", examples=[["en", "ru"]])
    transcripts: tuple[Transcript, ...] = Field((), description="Where the words of a recording can be read.")
    part_of: Annotated[Id, Names("learning")] | None = Field(
        None, description="Id of the course or the module that it is a part of.", examples=["open-data-course"]
    )
    used_in: tuple[Annotated[Id, Names("learning")], ...] = Field(
        (), description="Courses and modules that use it without its being a part of them.", examples=[["ethics-course"]]
    )
    speakers: tuple[Creator, ...] = Field((), description="Lecturers, teachers and speakers whom a source names.")
    provider: Annotated[str, From("parties")] | None = Field(
        None, description="The body that offers it, an id in vocabularies/parties.yml.", examples=["undp"]
    )
    event: Annotated[Id, Names("event")] | None = Field(
        None, description="Id of the event at which it was held or recorded.", examples=["workshop-open-data-2022"]
    )
    works: tuple[Annotated[Id, Names("work")], ...] = Field(
        (), description="Works that it teaches or draws on, where a source says so.", examples=[["one-stop-shop-georgia"]]
    )
    themes: tuple[Annotated[str, From("themes")], ...] = Field(
        (), description="What it is about, the chief theme first.", examples=[["digitalisation"]], min_length=1
    )
    countries: tuple[Annotated[str, From("countries")], ...] = Field((), description="Countries that it is about.", examples=[["KZ"]])
    address: Url | None = Field(
        None,
        description="Where it can be taken, seen or heard; pages lead there and never play it themselves.",
        examples=["https://example.org/v/1"],
    )
    added: Day = Field(description="Day on which the record was added to the library.", examples=["2026-11-22"])
    revised: Day | None = Field(
        None, description="Day of the last change that readers should hear of: a new address, captions.", examples=["2027-03-01"]
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field((), description="Doubtful readings and remarks, for cataloguers.", examples=[["No length is printed."]])
    former_ids: tuple[Id, ...] = Field(
        (), description="Earlier ids; their addresses lead on to the present one.", examples=[["data-course"]]
    )
