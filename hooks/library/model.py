"""What a record may say: the one source of checks, JSON Schema and field tables.

Values arrive as text (see ``records``) and get their types here. A field's description
and examples are what an editor shows while one types and what the tables of
``catalogue/README.md`` print. Nothing here reads a file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html.entities import html5
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic_core import PydanticCustomError, core_schema
from stdnum import isbn as stdnum_isbn
from stdnum import isni as stdnum_isni
from stdnum import issn as stdnum_issn
from stdnum.exceptions import ValidationError as StdnumError

from .dates import Issued, parse_issued
from .problems import nearest


def wrong(code: str, message: str, hint: str = "") -> PydanticCustomError:
    """A failed check: ``code`` as in the guide, what is wrong, how to mend it."""
    # Pydantic formats messages with {}; values from records must not be taken for places.
    return PydanticCustomError(code, "{said}", {"said": message, "hint": hint})  # type: ignore[arg-type]


# -- texts ---------------------------------------------------------------------------

_MARKUP = re.compile(r"<[A-Za-z/!?]|javascript:|&(?:#\d+|#x[0-9A-Fa-f]+|(?P<named>[A-Za-z][A-Za-z0-9]*));", re.IGNORECASE)


def _plain(text: str) -> str:
    if not text.strip():
        raise wrong("empty-value", "the field is written but empty",
                    "what is not known is left out: delete the field")
    for found in _MARKUP.finditer(text):
        if found["named"] and f"{found['named']};" not in html5:
            continue  # "AT&T;" is no entity
        raise wrong("markup", f'"{found[0]}" looks like HTML or script; records hold plain text',
                    "write the character itself (&, —, é); leave out tags")
    return text.strip()


Text = Annotated[str, AfterValidator(_plain)]
"""Plain text in one language or none; never HTML."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def _identifier(text: str) -> str:
    if not _ID.match(text) or len(text) > 80:
        raise wrong("bad-id", f'"{text}" cannot be an id',
                    "use small Latin letters, digits and single hyphens, 80 at most, as in e-hrm-central-asia")
    return text


Id = Annotated[str, AfterValidator(_identifier)]


@dataclass(frozen=True)
class From:
    """Marks a value that must be the id of a term of the named vocabulary."""

    vocabulary: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(self.vocabulary)
        if known is None or value in known:
            return value
        raise wrong("unknown-term", f'"{value}" is not in vocabularies/{self.vocabulary}.yml',
                    nearest(value, known) or "add it there first, with its labels, as the guide tells")

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "x-vocabulary": self.vocabulary}


Language = Annotated[str, From("languages")]
Languages = tuple[Language, ...]
Texts = Annotated[Mapping[Language, Text], Field(min_length=1)]
"""The same text in several languages: BCP 47 tag, then the text."""


# -- numbers and identifiers ---------------------------------------------------------


def _date(value: Any) -> Issued:
    try:
        return parse_issued(str(value))
    except ValueError as error:
        raise wrong("bad-date", str(error), "as precise as the title page: 2019, 2019-05 or 2019-05-31") from None


class _DateSchema:
    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(_date)

    def __get_pydantic_json_schema__(self, schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$",
                "minimum": 1, "maximum": 9999}


Date = Annotated[Issued, _DateSchema()]

_DOI = re.compile(r'10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s{}"\\<>^`|]+\Z')


def _doi(text: str) -> str:
    if re.match(r"(?i)(https?://|doi:|dx\.)", text):
        raise wrong("bad-doi", f'"{text}" has a prefix', "write the bare DOI, as in 10.56289/ijcsrp.156")
    if not _DOI.match(text):
        raise wrong("bad-doi", f'"{text}" is not a DOI',
                    "a DOI is 10., a registrant number, a slash and a name, as in 10.56289/ijcsrp.156")
    return text.lower()


def _checked(name: str, validate: Any, shape: str) -> Any:
    def check(text: str) -> str:
        try:
            validate(text)
        except StdnumError:
            raise wrong(f"bad-{name.lower()}", f'"{text}" is not a valid {name}: {shape}',
                        "compare it with the document, digit by digit; leave it out if the document itself is wrong"
                        ) from None
        return text

    return check


Doi = Annotated[Text, AfterValidator(_doi)]
Isbn = Annotated[Text, AfterValidator(_checked("ISBN", stdnum_isbn.validate, "10 or 13 digits with a right check digit"))]
Issn = Annotated[Text, AfterValidator(_checked("ISSN", stdnum_issn.validate, "8 characters with a right check digit"))]
Orcid = Annotated[Text, AfterValidator(_checked("ORCID", stdnum_isni.validate, "16 characters with a right check digit"))]


def _url(text: str) -> str:
    if not re.match(r"https?://[^\s/]+\.[^\s/]+(/\S*)?\Z", text) or re.search(r'[<>"\s\\^`{|}]', text):
        raise wrong("bad-url", f'"{text}" is not a web address',
                    "it begins with https:// or http:// and has no spaces, quotes or angle brackets")
    return text


Url = Annotated[str, AfterValidator(_url)]
CitationKey = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9:_-]{2,59}$")]
Pages = Annotated[str, Field(pattern=r"^[0-9A-Za-z]+([-–][0-9A-Za-z]+)?$")]


class Model(BaseModel):
    """Frozen, and strict about names: a silent ``theme:`` for ``themes:`` would lose a work."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


# -- a work --------------------------------------------------------------------------

Role = Literal["editor", "translator", "supervisor", "partner", "funder", "sponsor", "preparer"]
Format = Literal["print", "electronic"]


class Creator(Model):
    """Who is chiefly responsible for the work."""

    party: Annotated[str, From("parties")] = Field(
        description="Person or body, an id in vocabularies/parties.yml.", examples=["knox-colin"])
    name: Text | None = Field(None, description="The name as this document prints it, where it differs.",
                              examples=["Chet Newland"])
    affiliation: Text | None = Field(None, description="Post and employer as printed.",
                                     examples=["Nazarbayev University"])


class Contributor(Creator):
    """Who helped, and how."""

    role: Role = Field(description="What they did.", examples=["editor"])


class Supplied(Model):
    """Which titles and summaries a cataloguer supplied: the documents do not print them."""

    title: Languages = Field((), description="Languages whose title no document prints.", examples=[["kk", "ko"]])
    summary: Languages = Field((), description="Languages whose summary was written for the library.",
                               examples=[["en", "ru", "kk", "ko"]])


class Coverage(Model):
    """The places a work discusses, not where it was printed."""

    countries: tuple[Annotated[str, From("countries")], ...] = Field(
        (), description="Countries discussed, ISO 3166-1 alpha-2 codes.", examples=[["KZ", "NO"]])
    regions: tuple[Annotated[str, From("regions")], ...] = Field(
        (), description="Regions discussed.", examples=[["central-asia"]])
    as_printed: Text | None = Field(None, description="The coverage in the source's words.", examples=["Global"])


class InSeries(Model):
    """The run of publications that the work belongs to."""

    id: Annotated[str, From("series")] = Field(description="An id in vocabularies/series.yml.",
                                               examples=["country-profiles"])
    number: Text | None = Field(None, description="Number in the series, as printed.", examples=["5"])


class Edition(Model):
    """The work in one language, as published."""

    citation_key: CitationKey = Field(
        description="Short stable name in reference managers. Never changed once published.",
        examples=["knox2017quality"])
    language: Language | None = Field(
        None, description="Language of the document (BCP 47). Left out when no source states it.", examples=["ru"])
    title: Text | None = Field(
        None, description="The printed title, where it differs from the work's title in this language.",
        examples=["Quality of Life Framework for Public Services in the Regional Hub Participating Countries"])
    formats: tuple[Format, ...] = Field((), description="Print, electronic or both.", examples=[["print", "electronic"]])
    issued: Date | None = Field(None, description="Date of this edition, where it differs from the work's.",
                                examples=["2022"])
    publisher: Annotated[str, From("parties")] | None = Field(
        None, description="Publisher of this edition, where it is not the issuer.", examples=["palgrave-macmillan"])
    place: Text | None = Field(None, description="Place of publication as printed.", examples=["Nur-Sultan"])
    pages: Pages | None = Field(None, description="First and last page within the issue.", examples=["11-31"])
    extent: int | None = Field(None, gt=0, lt=100_000, description="Number of pages of the whole.", examples=[579])
    isbn: tuple[Isbn, ...] = Field((), description="ISBNs as printed, print first.", examples=[["978-981-16-2461-2"]])
    doi: Doi | None = Field(None, description="Bare DOI, without https://doi.org/.", examples=["10.56289/ijcsrp.156"])
    address: Url | None = Field(None, description="Where the edition can be read on the web.",
                                examples=["https://www.astanahubjournal.org/index.php/ijcsrp/article/view/156"])
    file: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|epub|docx|xlsx|csv|zip)$")] | None = Field(
        None, description="Name of a file in catalogue/files/; it is published beside the work's page.",
        examples=["knox-quality-of-life.en.pdf"])
    text: Literal["here"] | None = Field(
        None, description="\"here\" when this edition is published as Markdown with the record (case studies).",
        examples=["here"])
    licence: Annotated[str, From("licences")] | None = Field(
        None, description="Licence stated on the document. Never guessed.", examples=["CC-BY-4.0"])


class Provenance(Model):
    """Where the facts of a record come from: a source, an address, or both."""

    source: Annotated[str, From("sources")] | None = Field(
        None, description="An id in vocabularies/sources.yml.", examples=["evaluation-report"])
    at: Text | None = Field(None, description="Place within the source.", examples=["Annex VII, row 12"])
    url: Url | None = Field(None, description="Address of the page that was read.",
                            examples=["https://docslib.org/doc/34121/download-brochure"])
    for_: Text | None = Field(None, alias="for", description="What was taken from it, if not the whole record.",
                              examples=["pages"])

    @model_validator(mode="after")
    def _names_something(self) -> Provenance:
        if not (self.source or self.url):
            raise wrong("no-source", "neither source nor url is given", "say where the facts were read")
        return self


class Withdrawn(Model):
    """A work that is no longer offered; its page stays as a tombstone."""

    on: Date = Field(description="Day of the withdrawal.", examples=["2026-05-01"])
    reason: Texts = Field(description="Why, in the site's languages.", examples=[{"en": "Replaced by a new edition"}])


WORK_TYPES_IN_ISSUES = ("article", "commentary", "book-review")


class Work(Model):
    """A publication in no language yet; its editions are the documents."""

    id: Id = Field(description="Permanent id: the file's name and the page's address. Never changed or reused.",
                   examples=["e-hrm-central-asia-korea"])
    type: Annotated[str, From("types")] = Field(description="What kind of publication it is.",
                                                examples=["comparative-study"])
    title: Texts = Field(description="Titles in every language of the site; printed ones, or supplied (see there).",
                         examples=[{"en": "Country Profile Belarus"}])
    summary: Texts = Field(description="One or two plain sentences in every language of the site.",
                           examples=[{"en": "Profile of Belarus's public administration."}])
    supplied: Supplied = Field(Supplied(), description="Titles and summaries that no document prints.")
    issued: Date | None = Field(
        None, description="Date of issue, as precise as known. Left out when unknown. An article has its issue's.",
        examples=["2019-05"])
    creators: tuple[Creator, ...] = Field((), description="Persons or bodies chiefly responsible, in printed order.")
    and_others: Literal["yes"] | None = Field(
        None, description="\"yes\" when the source names only the first creators.", examples=["yes"])
    contributors: tuple[Contributor, ...] = Field((), description="Others named, each with a role.")
    issuer: Annotated[str, From("parties")] | None = Field(
        None, description="The body that puts the work out. An article has its journal's.",
        examples=["astana-civil-service-hub"])
    themes: tuple[Annotated[str, From("themes")], ...] = Field(
        description="What it is about, the chief theme first.", examples=[["digitalisation", "open-data"]], min_length=1)
    coverage: Coverage = Field(Coverage(), description="Places discussed.")
    audiences: tuple[Annotated[str, From("audiences")], ...] = Field(
        (), description="Whom it is meant for.", examples=[["government-organisations"]])
    series: InSeries | None = Field(None, description="The series it belongs to.")
    editions: tuple[Edition, ...] = Field(description="One for each language the document exists in.", min_length=1)
    related: tuple[Id, ...] = Field((), description="Ids of works that belong together with this one.",
                                    examples=[["one-stop-shop-georgia"]])
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field((), description="Doubtful readings and remarks, for cataloguers.",
                                   examples=[["The year is not printed."]])
    former_addresses: tuple[Annotated[str, Field(pattern=r"^/([a-z0-9-]+/)+$")], ...] = Field(
        (), description="Earlier addresses of the page; each leads on to the present one.",
        examples=[["/journal/unplaced/some-article/"]])
    withdrawn: Withdrawn | None = Field(None, description="Set when the work is no longer offered.")

    @field_validator("editions")
    @classmethod
    def _one_edition_per_language(cls, editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
        seen: set[str | None] = set()
        for edition in editions:
            if edition.language in seen:
                raise wrong("two-editions", f'two editions have the language "{edition.language or "not stated"}"',
                            "a translation is an edition in another language; a reissue is a record of its own")
            seen.add(edition.language)
        return editions


# -- the journal ---------------------------------------------------------------------


class SerialTitle(Model):
    """A title that the serial had, and when."""

    title: Texts = Field(description="The title in each language in which a source prints it.",
                         examples=[{"en": "International Journal of Civil Service Reform and Practice"}])
    since: Date | None = Field(None, description="First issue known to bear it.", examples=["2018"])
    until: Date | None = Field(None, description="Last issue known to bear it.", examples=["2015-10"])


class Member(Model):
    """Someone of the editorial team."""

    party: Annotated[str, From("parties")] = Field(description="An id in vocabularies/parties.yml.",
                                                   examples=["baimenov-alikhan"])
    post: Literal["editor-in-chief", "managing-editor", "assistant", "board"] = Field(
        description="Their post.", examples=["board"])
    country: Annotated[str, From("countries")] | None = Field(None, description="Country as printed.", examples=["KZ"])


class Journal(Model):
    """The serial: what holds for all of its issues."""

    id: Id = Field(description="Permanent id.", examples=["ijcsrp"])
    titles: tuple[SerialTitle, ...] = Field(description="Titles over time, the present one first.", min_length=1)
    supplied_titles: Texts | None = Field(
        None, description="The present title in languages in which no source prints it.",
        examples=[{"kk": "Мемлекеттік қызмет реформасы мен практикасының халықаралық журналы"}])
    abbreviation: Text | None = Field(None, description="Abbreviated title.", examples=["IJCSRP"])
    issn: tuple[Issn, ...] = Field((), description="ISSNs as printed.", examples=[["2409-5532"]])
    issuer: Annotated[str, From("parties")] = Field(description="The body that puts it out.",
                                                    examples=["astana-civil-service-hub"])
    frequency: Literal["annual", "biannual", "quarterly", "irregular"] | None = Field(
        None, description="How often it says it appears.", examples=["biannual"])
    languages: Languages = Field((), description="Languages of the serial as a whole, where stated.", examples=[["en", "ru"]])
    summary: Texts = Field(description="Two plain sentences in every language of the site.",
                           examples=[{"en": "A peer-reviewed journal."}])
    address: Url | None = Field(None, description="The journal's own site.",
                                examples=["https://www.astanahubjournal.org/index.php/ijcsrp"])
    team: tuple[Member, ...] = Field((), description="Editorial team as of team_seen.")
    team_seen: Date | None = Field(None, description="When the team was as listed.", examples=["2019-09"])
    missing_issues: tuple[Id, ...] = Field(
        (), description="Numbers that must exist but that no source shows.", examples=[["1", "6"]])
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field((), description="Doubtful readings and remarks, for cataloguers.")


class Issue(Model):
    """One issue of the journal with its articles, in order."""

    id: Id = Field(description="Running number of the issue: the file's name and part of the address.",
                   examples=["17"])
    volume: Text | None = Field(None, description="Volume as printed.", examples=["7"])
    number: Text | None = Field(None, description="Number within the volume or year, as printed.", examples=["1"])
    issued: Date | None = Field(None, description="Date of issue, as precise as known.", examples=["2022-09-29"])
    title: Texts | None = Field(None, description="The issue's own title, where it has one.",
                                examples=[{"en": "Meritocracy and Professional Ethics"}])
    label: Text | None = Field(None, description="How the journal's site labels the issue.",
                               examples=["Vol. 7 No. 1 (2022): 17th issue"])
    summary: Texts = Field(description="One or two plain sentences in every language of the site.",
                           examples=[{"en": "Four articles on training, digital services and the labour market."}])
    supplied: Supplied = Field(Supplied(), description="Titles and summaries that the issue does not print.")
    place: Text | None = Field(None, description="Place of publication as printed.", examples=["Nur-Sultan"])
    address: Url | None = Field(None, description="The issue on the journal's own site.",
                                examples=["https://astanahubjournal.org/index.php/ijcsrp/issue/view/30"])
    complete: Literal["yes", "no"] = Field(
        description="\"yes\" when the list of articles is known to be whole.", examples=["no"])
    articles: tuple[Work, ...] = Field((), description="The articles in printed order; each is a work.")
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field((), description="Doubtful readings and remarks, for cataloguers.")


# -- vocabularies --------------------------------------------------------------------

TermId = Annotated[str, Field(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$", max_length=60)]
Labels = Annotated[Mapping[str, Text], Field(min_length=1)]


class Term(Model):
    """One concept of a vocabulary."""

    id: TermId = Field(description="Permanent id, used in records and addresses.", examples=["open-data"])
    label: Labels = Field(description="The label in every language of the site.", examples=[{"en": "Open data"}])
    plural: Labels | None = Field(None, description="Label for a list of such works (types).",
                                  examples=[{"en": "Case studies"}])
    scope: Labels | None = Field(None, description="What belongs here, in one sentence.",
                                 examples=[{"en": "Publishing government data for reuse."}])
    broader: str | None = Field(None, description="Id of the broader term.", examples=["digitalisation"])
    as_printed: Text | None = Field(None, description="How the source spells it.", examples=["Survay results"])
    note: Text | None = Field(None, description="For cataloguers: when to use it, what is doubtful.",
                              examples=["Used when coverage is Global or Whole world."])


class Country(Term):
    """A country: ISO 3166-1 alpha-2 as id, names in United Nations usage."""

    id: TermId = Field(description="ISO 3166-1 alpha-2 code; a word for a region.", examples=["KZ"])
    m49: Annotated[str, Field(pattern=r"^\d{3}$")] | None = Field(
        None, description="United Nations M49 code.", examples=["398"])


class Region(Country):
    """A region or group of countries."""

    members: tuple[Annotated[str, From("countries")], ...] = Field(
        (), description="Countries that make it up, where that is settled.", examples=[["KZ", "KG"]])


class LanguageTerm(Term):
    """A language: BCP 47 tag as id."""

    id: TermId = Field(description="BCP 47 tag.", examples=["kk"])
    autonym: Text = Field(description="Its name in itself.", examples=["Қазақша"])
    site: Literal["yes"] | None = Field(
        None, description="\"yes\" for a language of the site: every title and summary must exist in it.",
        examples=["yes"])


class Licence(Term):
    """A licence: SPDX id."""

    id: TermId = Field(description="SPDX id.", examples=["CC-BY-4.0"])
    url: Url = Field(description="Its text.", examples=["https://creativecommons.org/licenses/by/4.0/"])


class Source(Term):
    """A document or site that facts were read in."""

    url: Url | None = Field(None, description="Its address, where it has one.",
                            examples=["https://www.astanahubjournal.org/index.php/ijcsrp"])


class PersonName(Model):
    """A person's name, in one script."""

    family: Text = Field(description="Family name; a single name stands here.", examples=["Everest-Phillips"])
    given: Text | None = Field(None, description="Given names or initials, with patronymic.", examples=["Max"])
    suffix: Text | None = Field(None, description="II, Jr. …", examples=["II"])
    family_first: Literal["yes"] | None = Field(
        None, description="\"yes\" when the person writes the family name first.", examples=["yes"])


class BodyName(Model):
    """A name that a body had, and when."""

    label: Labels = Field(description="The name in every language of the site.",
                          examples=[{"en": "Astana Civil Service Hub"}])
    supplied: tuple[str, ...] = Field((), description="Languages in which no source prints the name.", examples=[["ko"]])
    since: Date | None = Field(None, description="First date known for this name.", examples=["2018-05"])
    until: Date | None = Field(None, description="Last date known for this name.", examples=["2017-10-20"])


class Party(Model):
    """A person or a body, with the names it had."""

    id: Id = Field(description="Permanent id, used in records and addresses.", examples=["knox-colin"])
    kind: Literal["person", "body"] = Field(description="Person or body.", examples=["person"])
    names: tuple[Any, ...] = Field(description="Names, the preferred (for a body: the present) first.", min_length=1)
    variants: tuple[Text, ...] = Field((), description="Other forms seen, as printed.", examples=[["Chet Newland"]])
    abbreviation: Text | None = Field(None, description="Usual abbreviation of a body.", examples=["ACSH"])
    country: Annotated[str, From("countries")] | None = Field(None, description="Country of a body.", examples=["KZ"])
    website: Url | None = Field(None, description="Its own site.", examples=["https://www.astanacivilservicehub.org"])
    orcid: Orcid | None = Field(None, description="ORCID of a person, where a source gives it.",
                                examples=["0000-0002-1825-0097"])
    source: Text | None = Field(None, description="Where the names were seen.", examples=["Annex VII, row 45"])
    note: Text | None = Field(None, description="Doubts, for cataloguers.", examples=["May be the same person as …"])


class Person(Party):
    """A person."""

    kind: Literal["person"] = Field(description="What it is.", examples=["person"])
    names: tuple[PersonName, ...] = Field(description="Names, the preferred first.", min_length=1)


class Body(Party):
    """An organisation, a ministry, a publisher."""

    kind: Literal["body"] = Field(description="What it is.", examples=["body"])
    names: tuple[BodyName, ...] = Field(description="Names over time, the present one first.", min_length=1)


class GlossaryEntry(Model):
    """One term with its word in each language, for those who write titles and summaries."""

    en: Text
    ru: Text
    kk: Text
    ko: Text


VOCABULARIES: Mapping[str, type[Model]] = {
    "languages": LanguageTerm,
    "countries": Country,
    "regions": Region,
    "themes": Term,
    "types": Term,
    "series": Term,
    "audiences": Term,
    "licences": Licence,
    "sources": Source,
    "parties": Party,
}
"""Vocabulary files by name, in the order in which they are read: later ones refer to earlier."""


PARTIES: Mapping[str, type[Party]] = {"person": Person, "body": Body}
"""The models of parties by kind; what is neither is held against ``Party`` and told so."""


@cache
def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """Names as written in YAML, in the settled order of the fields."""
    return tuple(info.alias or name for name, info in model.model_fields.items())


ROLES: tuple[str, ...] = get_args(Role)
