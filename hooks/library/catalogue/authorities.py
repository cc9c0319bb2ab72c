"""What a term of an authority file may say; as ``model`` for records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from babel import Locale
from babel.core import get_global
from pydantic import AfterValidator, Field, field_validator, model_validator

from library.catalogue.elsewhere import Elsewhere
from library.catalogue.indicators import Framework, Indicator
from library.catalogue.model_parts import Provenance
from library.catalogue.participation import Participation
from library.catalogue.terms import Labels, Term, TermId
from library.catalogue.values import Date, From, Id, Isni, Model, Orcid, Ror, Text, Url, Viaf, wrong


def _country(code: str) -> str:
    if not (len(code) == 2 and code.isupper() and code in _CLDR.territories):
        raise wrong(
            "bad-code",
            f'"{code}" is not an ISO 3166-1 alpha-2 code',
            "two capitals, as in KZ or GB; https://www.iso.org/obp/ui/ has the list",
        )
    return code


def _language(tag: str) -> str:
    language = tag.split("-")[0]
    if (language not in _CLDR.languages and _ALIASES.get(language, "")[:3] not in _MACRO) or not re.fullmatch(
        r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?", tag
    ):
        raise wrong("bad-code", f'"{tag}" is not a language tag (BCP 47)', "as in kk, zh-Hant or pt-BR; Kazakh is kk, Korean ko, Kyrgyz ky")
    return tag


_ALIASES = get_global("language_aliases")
_MACRO = ("fa_",)
"""Languages that CLDR knows by a country of another alone: Dari (prs) is fa_AF to it."""

_CLDR = Locale("en")
"""Knows every code: the data of the Unicode CLDR, through Babel."""

CountryCode = Annotated[str, AfterValidator(_country)]
LanguageTag = Annotated[str, AfterValidator(_language)]


class Country(Term):
    """A country: ISO 3166-1 alpha-2 as id, names in United Nations usage."""

    id: CountryCode = Field(description="ISO 3166-1 alpha-2 code.", examples=["KZ"])
    m49: Annotated[str, Field(pattern=r"^[0-9]{3}$")] | None = Field(None, description="United Nations M49 code.", examples=["398"])


class Region(Term):
    """A region or group of countries."""

    m49: Annotated[str, Field(pattern=r"^[0-9]{3}$")] | None = Field(None, description="United Nations M49 code.", examples=["143"])
    members: tuple[Annotated[str, From("countries")], ...] = Field(
        (), description="Countries that make it up, where that is settled.", examples=[["KZ", "KG"]]
    )


class LanguageTerm(Term):
    """A language: BCP 47 tag as id."""

    id: LanguageTag = Field(description="BCP 47 tag.", examples=["kk"])
    autonym: Text = Field(description="Its name in itself.", examples=["Қазақша"])
    site: Literal["yes"] | None = Field(
        None, description='"yes" for a language of the site: every label must exist in it.', examples=["yes"]
    )


CitedAs = Literal[
    "article",
    "book",
    "chapter",
    "conference-paper",
    "dataset",
    "entry",
    "legislation",
    "report",
    "standard",
    "thesis",
    "video",
    "web-page",
]
"""Kinds of references; each has its row in the table of kinds."""


class PublicationType(Term):
    """A type of publication."""

    cited_as: CitedAs | None = Field(
        None,
        description="As what references name it, where its id does not say so; a report where nothing does.",
        examples=["report"],
    )


class Licence(Term):
    """A licence: SPDX id."""

    id: TermId = Field(description="SPDX id.", examples=["CC-BY-4.0"])
    url: Url = Field(description="Its text.", examples=["https://creativecommons.org/licenses/by/4.0/"])


class Source(Term):
    """A document or site that facts were read in."""

    url: Url | None = Field(
        None, description="Its address, where it has one.", examples=["https://www.astanahubjournal.org/index.php/ijcsrp"]
    )


Frequency = Literal["annual", "biannual", "quarterly", "periodic", "irregular"]
Evidence = Literal["planned", "reported", "follows"]


class Round(Model):
    """A part of a series that a source speaks of, whether the library has works of it or not."""

    number: Text | None = Field(None, description="Its number in the series, where it has one.", examples=["3"])
    year: Date | None = Field(None, description="Its year, which need not be that of the works' issue.", examples=["2016"])
    evidence: Evidence = Field(
        description="planned: a plan names it; reported: a report says that it came out; follows: it follows from how often the series "
        "is said to appear.",
        examples=["planned"],
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)

    @property
    def name(self) -> str:
        """What works call it: its number, or its year."""
        return self.number or str(self.year)

    @model_validator(mode="after")
    def _says_which(self) -> Round:
        if not (self.number or self.year):
            raise wrong("missing-field", "the round has neither number nor year", "say which one it is, as in year: 2016")
        return self


class Series(Term):
    """A run of publications: how often it is said to appear, and which of its parts sources speak of."""

    frequency: Frequency | None = Field(None, description="How often a source says that it appears.", examples=["annual"])
    since: Date | None = Field(None, description="When it began, where a source says so.", examples=["2015"])
    collects: Annotated[str, From("types")] | None = Field(
        None, description="Type whose publications it is, where it is a plan of such works and no titled series.", examples=["case-study"]
    )
    rounds: tuple[Round, ...] = Field(
        (), description="Parts that a source plans or reports; those of which the library has no work are shown as gaps."
    )
    provenance: tuple[Provenance, ...] = Field((), description="Where frequency and beginning were read.")


def _lettered(name: str) -> str:
    if not any(letter.isalpha() for letter in name):
        raise wrong("bad-form", f'"{name}" is no name: it has no letter', "a person of a single name has it under family, without given")
    return name


class PersonName(Model):
    """A person's name, in one script."""

    family: Annotated[Text, AfterValidator(_lettered)] = Field(
        description="Family name; a single name stands here.", examples=["Everest-Phillips"]
    )
    given: Annotated[Text, AfterValidator(_lettered)] | None = Field(
        None, description="Given names or initials, with patronymic.", examples=["Max"]
    )
    suffix: Text | None = Field(None, description="II, Jr. …", examples=["II"])
    family_first: Literal["yes"] | None = Field(None, description='"yes" when the person writes the family name first.', examples=["yes"])
    languages: tuple[Annotated[str, From("languages")], ...] = Field(
        (), description="For a name in another script: languages of the documents in which it is so written.", examples=[["ru"]]
    )


class BodyName(Model):
    """A name that a body had, and when."""

    label: Labels = Field(
        description="The name by language: that of its documents, others as far as known.", examples=[{"en": "Astana Civil Service Hub"}]
    )
    supplied: tuple[str, ...] = Field((), description="Languages in which no source prints the name.", examples=[["ko"]])
    since: Date | None = Field(None, description="First date at which a source has this name.", examples=["2018-05"])
    until: Date | None = Field(None, description="Last date at which a source has this name.", examples=["2017-10-20"])


class Party(Model):
    """A person or a body, with the names it had."""

    id: Id = Field(description="Permanent id, used in records and addresses.", examples=["knox-colin"])
    kind: Literal["person", "body"] = Field(description="Person or body.", examples=["person"])
    names: tuple[Any, ...] = Field(description="Names, the preferred (for a body: the present) first.", min_length=1)
    variants: tuple[Text, ...] = Field((), description="Other forms seen, as printed.", examples=[["Chet Newland"]])
    abbreviation: Text | None = Field(None, description="Usual abbreviation of a body.", examples=["ACSH"])
    country: Annotated[str, From("countries")] | None = Field(None, description="Country of a body.", examples=["KZ"])
    former_ids: tuple[Id, ...] = Field((), description="Earlier ids; their addresses lead on to the present one.", examples=[["knox-c"]])
    website: Url | None = Field(None, description="Its own site.", examples=["https://www.astanacivilservicehub.org"])
    isni: Isni | None = Field(None, description="ISNI, where a source gives it.", examples=["0000 0001 2103 2683"])
    viaf: Viaf | None = Field(None, description="Number in VIAF, where a source gives it.", examples=["123456789"])
    source: Text | None = Field(None, description="Where the names were seen.", examples=["Annex VII, row 45"])
    note: Text | None = Field(None, description="Doubts, for cataloguers.", examples=["May be the same person as …"])


class Person(Party):
    """A person."""

    kind: Literal["person"] = Field(description="What it is.", examples=["person"])
    names: tuple[PersonName, ...] = Field(description="Names in each script that a source prints, the preferred first.", min_length=1)
    orcid: Orcid | None = Field(None, description="ORCID, where a source gives it.", examples=["0000-0002-1825-0097"])


class Body(Party):
    """An organisation, a ministry, a publisher."""

    kind: Literal["body"] = Field(description="What it is.", examples=["body"])
    names: tuple[BodyName, ...] = Field(description="Names over time, the present one first.", min_length=1)
    ror: Ror | None = Field(None, description="ROR, where a source gives it.", examples=["05dxps055"])


class GlossaryException(Model):
    """A text in which the agreed word of a term is rightly missing."""

    at: Text = Field(description="Where: the id of a work or term, a message in English, or a page of docs.", examples=["about.md"])
    languages: tuple[Text, ...] = Field((), description="In which languages; all where it is left out.", examples=[["ko"]])
    why: Text = Field(description="Why the word does not fit there.", examples=["The English is a figure of speech."])


class GlossaryEntry(Model):
    """One term with its word in each language, for those who write titles, summaries and the interface."""

    en: Text
    ru: Text
    kk: Text
    ko: Text
    also: Mapping[str, tuple[Text, ...]] | None = Field(None, description="Other words that may stand for it, by language.")
    never: Mapping[str, tuple[Text, ...]] | None = Field(None, description="Words that may not stand for it, by language.")
    forms: Mapping[str, Text] | None = Field(None, description="A pattern for its forms, where endings alone do not give them.")
    only: Literal["interface", "catalogue"] | None = Field(None, description="Where the term is looked for, if not everywhere.")
    note: Text | None = Field(None, description="Why this word, and when another.")
    exceptions: tuple[GlossaryException, ...] = Field((), description="Texts in which the agreed word does not fit.")


class ProperName(Model):
    """A name that stands in English titles and in no vocabulary of places or languages."""

    name: Text = Field(description="The name as titles print it.", examples=["Astana"])

    @field_validator("name")
    @classmethod
    def _has_a_capital(cls, name: str) -> str:
        if name == name.lower():
            raise wrong("no-capital", f'"{name}" has no capital letter', "write the name with the capitals that titles are to keep")
        return name


IDENTIFIERS: Mapping[str, str] = {
    "orcid": "https://orcid.org/",
    "ror": "https://ror.org/",
    "isni": "https://isni.org/isni/",
    "viaf": "https://viaf.org/viaf/",
}
"""Schemes that identify parties, with what stands before the identifier in an address."""


def identifier_address(scheme: str, identifier: str) -> str:
    """Where the register of a scheme shows what it identifies; the identifier as records hold it, checked and in one form."""
    return IDENTIFIERS[scheme] + identifier


def identifiers(party: Party) -> dict[str, str]:
    """The party's identifiers by scheme, as in ``IDENTIFIERS``; only those it has."""
    return {scheme: value for scheme in IDENTIFIERS if (value := getattr(party, scheme, None))}


VOCABULARIES: Mapping[str, type[Term | Party | Participation]] = {
    "languages": LanguageTerm,
    "countries": Country,
    "regions": Region,
    "themes": Term,
    "types": PublicationType,
    "sources": Source,
    "series": Series,
    "audiences": Term,
    "licences": Licence,
    "parties": Party,
    "frameworks": Framework,
    "indicators": Indicator,
    "elsewhere": Elsewhere,
    "tags": Term,
    "participation": Participation,
}
"""Vocabulary files by name, in the order in which they are read: later ones refer to earlier."""


OPTIONAL = ("frameworks", "indicators", "elsewhere", "tags", "participation")
"""Those that a library may do without: where the file is not there, nothing is made of it."""

PARTIES: Mapping[str, type[Party]] = {"person": Person, "body": Body}
"""The models of parties by kind; what is neither is held against ``Party`` and told so."""
