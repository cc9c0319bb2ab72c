"""What the indicators of a results framework may say: what was aimed at, what was reported, and what of it the records count."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from library.catalogue.model_parts import Provenance
from library.catalogue.terms import Labels, Term
from library.catalogue.values import Date, From, Model, Number, Text, wrong

When = Literal["year-1", "year-2", "year-3", "year-4", "year-5", "final"]
Countable = Literal["works", "issues"]
Basis = Literal["stated", "ours"]


class Framework(Term):
    """The results framework of a project: a table of indicators."""

    reported_by: Date | None = Field(
        None, description="Day by which its results were reported, where the table prints no day of its own.", examples=["2024-05-29"]
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the framework was read.", min_length=1)


class Baseline(Model):
    """Where an indicator began: a figure, or words where the framework has none."""

    value: Number | None = Field(None, description="The figure.", examples=["17"])
    year: Date | None = Field(None, description="Its year.", examples=["2020"])
    text: Labels | None = Field(None, description="In words, where there is no figure.", examples=[{"en": "Demand of the countries"}])

    @model_validator(mode="after")
    def _says_something(self) -> Baseline:
        if (self.value is None) == (self.text is None):
            raise wrong("missing-field", "a baseline is a figure or words, one of the two", "write value: 17, or text: with words")
        return self


class Target(Model):
    """What was aimed at."""

    at: When = Field(description="The year of the project, or final.", examples=["final"])
    value: Number = Field(description="The figure.", examples=["23"])
    year: Date | None = Field(None, description="The calendar year, where the source prints it.", examples=["2018"])
    basis: Basis | None = Field(
        None, description="ours where the source prints only the figures of which this is the sum.", examples=["ours"]
    )


class Reached(Model):
    """What a report says was reached."""

    value: Number = Field(description="The figure as reported.", examples=["38"])
    on: Date | None = Field(None, description="Day to which it applies, where the report prints one.", examples=["2023-12"])
    together_with: Annotated[str, Field(max_length=60)] | None = Field(
        None, description="Id of the indicator with which it has this one figure in common.", examples=["mois-1-4"]
    )


class Counted(Model):
    """What of the library's own records the indicator counts."""

    records: Countable = Field(description="works: publications outside the journal; issues: issues of the journal.", examples=["works"])
    types: tuple[Annotated[str, From("types")], ...] = Field(
        (), description="Types of these works; all where it is left out.", examples=[["research-paper", "case-study"]]
    )
    basis: Basis = Field(description="stated where the indicator says what it counts; ours where we read it so.", examples=["stated"])

    @model_validator(mode="after")
    def _types_of_works(self) -> Counted:
        if self.types and self.records != "works":
            raise wrong("unknown-field", "issues of the journal have no types", "strike types, or write records: works")
        return self


class Indicator(Term):
    """One line of a results framework."""

    framework: Annotated[str, From("frameworks")] = Field(description="An id in vocabularies/frameworks.yml.", examples=["hub-phase-3"])
    number: Text | None = Field(None, description="Its number as printed.", examples=["1.2"])
    unit: Labels = Field(description="What is counted, in every language of the site.", examples=[{"en": "publications"}])
    baseline: Baseline | None = Field(None, description="Where it began.")
    targets: tuple[Target, ...] = Field((), description="What was aimed at, as printed.")
    reached: Reached | None = Field(None, description="What was reported.")
    dropped: Literal["yes"] | None = Field(None, description='"yes" where those in charge gave it up.', examples=["yes"])
    counts: Counted | None = Field(None, description="What of the library's records it counts. Left out where no record counts it.")
    explained: Labels | None = Field(
        None,
        description="Why the library's figure is not the reported one, as far as it is known.",
        examples=[{"en": "The report may count editions."}],
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the figures were read.", min_length=1)

    @field_validator("targets")
    @classmethod
    def _each_year_once(cls, targets: tuple[Target, ...]) -> tuple[Target, ...]:
        for number, target in enumerate(targets):
            if target.at in {other.at for other in targets[:number]}:
                raise wrong(
                    "repeated-value", f'the target of "{target.at}" is written twice', "keep one of the two, and the other under note"
                )
        return targets
