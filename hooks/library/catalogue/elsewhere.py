"""The shelf of what others have on the same themes: never a work of the library, and never counted with its works."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from library.catalogue import web_addresses
from library.catalogue.model_parts import Provenance
from library.catalogue.terms import Labels, Term
from library.catalogue.values import Date, Day, From, Text, wrong


class Elsewhere(Term):
    """A platform or a work of others, as a source names it."""

    label: Labels = Field(
        description="Its title as printed, in the language of the source; or what it is, in our words (see described).",
        examples=[{"en": "Digital CASA"}],
    )
    described: Literal["yes"] | None = Field(None, description='"yes" where no title is printed and the label is ours.', examples=["yes"])
    kind: Literal["platform", "work"] = Field(
        description="platform: a site, a lab, a programme; work: a report, a law, an article.", examples=["platform"]
    )
    bodies: Text | None = Field(None, description="Whose it is, as printed.", examples=["World Bank"])
    authors: tuple[Text, ...] = Field((), description="Authors as printed.", examples=[["Cherie Hart"]])
    issued: Date | None = Field(None, description="Date of issue, as precise as printed.", examples=["2014-07-17"])
    number: Text | None = Field(None, description="Number of a document, as printed.", examples=["A/69/153"])
    printed_address: Text | None = Field(
        None, description="Address on the web as printed, complete or not.", examples=["www.cognitive-edge.com"]
    )
    opened: Day | None = Field(
        None, description="Day on which a person opened the address and found it. Only then it is a link.", examples=["2026-12-01"]
    )
    unusable: Text | None = Field(None, description="Why the address cannot be used, where that is known.", examples=["Printed cut off."])
    themes: tuple[Annotated[str, From("themes")], ...] = Field((), description="What it is about.", examples=[["digital-government"]])
    countries: tuple[Annotated[str, From("countries")], ...] = Field((), description="Countries that it is about.", examples=[["GE"]])
    provenance: tuple[Provenance, ...] = Field(description="Where it is named.", min_length=1)

    @model_validator(mode="after")
    def _opened_is_an_address(self) -> Elsewhere:
        if self.opened and not self.printed_address:
            raise wrong("missing-field", "opened: there is no address that could have been opened", "write the address, or strike the day")
        if self.opened and self.printed_address:
            said, hint = web_addresses.fault(self.printed_address)
            if said:
                raise wrong("bad-url", f'opened: "{self.printed_address[:200]}" {said}', hint)
        if self.opened and self.unusable:
            raise wrong("bad-url", "an address that was opened is called unusable", "strike opened or unusable")
        return self
