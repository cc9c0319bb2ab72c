"""The smaller models that works and issues are made of: who, where, in what, and how it is known. As ``model``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from library.catalogue.values import Date, Dated, Day, From, Id, Isbn, Issn, Language, Languages, Model, Text, Texts, Url, wrong

Role = Literal["editor", "translator", "supervisor", "partner", "funder", "sponsor", "preparer"]
Format = Literal["print", "electronic"]


class Named(Model):
    """A person or body that a document names."""

    party: Annotated[str, From("parties")] = Field(
        description="Person or body, an id in vocabularies/parties.yml.", examples=["knox-colin"]
    )
    name: Text | None = Field(None, description="The name as this document prints it, where it differs.", examples=["Chet Newland"])


class Creator(Named):
    """Who is chiefly responsible for the work."""

    affiliation: Text | None = Field(None, description="Post and employer as printed.", examples=["Nazarbayev University"])


class Contributor(Creator):
    """Who helped, and how."""

    role: Role = Field(description="What they did.", examples=["editor"])
    editions: Languages = Field(
        (), description="Languages of the editions they helped with, where not all: a translator's own.", examples=[["ru"]]
    )


class Supplied(Model):
    """Which titles and summaries a cataloguer supplied: the documents do not print them."""

    title: Languages = Field((), description="Languages whose title no document prints.", examples=[["kk", "ko"]])
    summary: Languages = Field((), description="Languages whose summary was written for the library.", examples=[["en", "ru", "kk", "ko"]])


class Coverage(Model):
    """The places a work discusses, not where it was printed."""

    countries: tuple[Annotated[str, From("countries")], ...] = Field(
        (), description="Countries discussed, ISO 3166-1 alpha-2 codes.", examples=[["KZ", "NO"]]
    )
    regions: tuple[Annotated[str, From("regions")], ...] = Field((), description="Regions discussed.", examples=[["central-asia"]])
    as_printed: Text | None = Field(None, description="The coverage in the source's words.", examples=["Global"])


class InSeries(Model):
    """The run of publications that the work belongs to."""

    id: Annotated[str, From("series")] = Field(description="An id in vocabularies/series.yml.", examples=["country-profiles"])
    number: Text | None = Field(None, description="Number in the series, as printed.", examples=["5"])
    round: Text | None = Field(
        None,
        description="Number or year of the round of the series that it belongs to, where neither its own number nor its year of issue tells.",
        examples=["2015"],
    )


class Host(Model):
    """What the work stands in: a journal, a book, proceedings, a work of reference, a set of volumes."""

    work: Id | None = Field(None, description="Id of its record, where the library has one.", examples=["public-service-excellence"])
    title: Texts | None = Field(
        None,
        description="Its title, in each language in which it is printed, where the library has no record of it.",
        examples=[{"en": "Public Administration Review"}],
    )
    abbreviation: Text | None = Field(None, description="Abbreviated title of a journal.", examples=["PAR"])
    volume: Text | None = Field(None, description="Volume as printed.", examples=["81"])
    number: Text | None = Field(None, description="Number of the issue, as printed.", examples=["3"])
    editors: tuple[Named, ...] = Field((), description="Editors of the whole, in printed order.")
    issn: tuple[Issn, ...] = Field((), description="ISSNs as printed.", examples=[["0033-3352"]])
    isbn: tuple[Isbn, ...] = Field((), description="ISBNs of the whole, as printed.", examples=[["978-981-16-2461-2"]])

    @model_validator(mode="after")
    def _is_named(self) -> Host:
        if not (self.work or self.title):
            raise wrong("missing-field", "neither work nor title is given", "name the record in work:, or write the printed title")
        return self


class Event(Model):
    """The conference at which the work was given."""

    title: Text = Field(description="Its name as printed.", examples=["15th Annual Conference on Public Administration"])
    place: Text | None = Field(None, description="Where it was held, as printed.", examples=["Astana"])
    date: Dated | None = Field(None, description="When it was held.", examples=["2019-05-30/2019-05-31"])


Taken = Literal["title", "former-title", "place", "pages", "date", "edition", "team", "preparer", "commission", "completion"]


class Original(Model):
    """What an edition was translated from, where that has no record of its own."""

    title: Text | None = Field(None, description="Its title as printed.", examples=["Trust: The Social Virtues"])
    language: Language | None = Field(None, description="Its language.", examples=["en"])
    issued: Dated | None = Field(None, description="When it came out.", examples=["1995"])


class Provenance(Model):
    """Where the facts of a record come from: a source, an address, or both."""

    source: Annotated[str, From("sources")] | None = Field(
        None, description="An id in vocabularies/sources.yml.", examples=["evaluation-report"]
    )
    at: Text | None = Field(None, description="Place within the source.", examples=["Annex VII, row 12"])
    url: Url | None = Field(
        None, description="Address of the page that was read.", examples=["https://docslib.org/doc/34121/download-brochure"]
    )
    for_: tuple[Taken, ...] = Field((), alias="for", description="What was taken from it, if not the whole record.", examples=[["pages"]])

    @model_validator(mode="after")
    def _names_something(self) -> Provenance:
        if not (self.source or self.url):
            raise wrong("no-source", "neither source nor url is given", "say where the facts were read")
        return self


Because = Literal["mistake", "superseded", "retracted"]


class Withdrawn(Model):
    """A work that is no longer offered; its page stays as a tombstone.

    There are two kinds: what leaves every list, and what stays in lists, marked, since another work stands in its place.
    """

    on: Date = Field(description="Day of the withdrawal.", examples=["2026-05-01"])
    because: Because | None = Field(
        None,
        description="mistake: it should never have been published here; superseded: another stands in its place; "
        "retracted: those who published it took it back.",
        examples=["superseded"],
    )
    replaced_by: Id | None = Field(None, description="Id of the work that stands in its place.", examples=["country-profile-belarus-2026"])
    reason: Texts = Field(
        {},
        description="Why, in the languages in which it can be told.",
        examples=[{"en": "Replaced by a new edition"}],
    )

    @property
    def stays_in_lists(self) -> bool:
        """Whether lists, search and exports still name the work, marked: who looks for it is led to the one in its place.

        What was published by mistake leaves them all, and so does what leads nowhere.
        """
        return self.because in ("superseded", "retracted") and self.replaced_by is not None

    @model_validator(mode="after")
    def _says_why(self) -> Withdrawn:
        if not (self.because or self.reason):
            raise wrong("missing-field", "neither because nor reason is given", "say why, as in because: superseded")
        return self


class Correction(Model):
    """What was put right in a document after it had been published here."""

    day: Day = Field(description="Day of the correction.", examples=["2027-03-01"])
    what: Texts = Field(
        description="What was put right, in the languages in which it can be told.",
        examples=[{"en": "Table 3 had the figures of another year."}],
    )


class Tagged(Model):
    """A cross-cutting concern that the work names in its own words."""

    tag: Annotated[str, From("tags")] = Field(description="An id in vocabularies/tags.yml.", examples=["gender"])
    stands_in: Literal["title", "description", "editorial", "document"] = Field(
        description="Where the words stand: title: its own; description: that of the source in which the work is listed; editorial: that of "
        "its issue; document: the document itself.",
        examples=["title"],
    )
