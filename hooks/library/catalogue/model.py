"""What a record may say: the one source of checks, JSON Schema and field tables.

A field's description and examples are what an editor shows while one types and what the
tables of ``catalogue/README.md`` print. Nothing here reads a file.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator

from library.catalogue.values import (
    CitationKey,
    Date,
    Day,
    Doi,
    From,
    Id,
    Isbn,
    Issn,
    Language,
    Languages,
    Model,
    Pages,
    Text,
    Texts,
    Url,
    WholeNumber,
    wrong,
)

# -- a work --------------------------------------------------------------------------

Role = Literal["editor", "translator", "supervisor", "partner", "funder", "sponsor", "preparer"]
Format = Literal["print", "electronic"]


class Creator(Model):
    """Who is chiefly responsible for the work."""

    party: Annotated[str, From("parties")] = Field(
        description="Person or body, an id in vocabularies/parties.yml.", examples=["knox-colin"]
    )
    name: Text | None = Field(None, description="The name as this document prints it, where it differs.", examples=["Chet Newland"])
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


class Edition(Model):
    """The work in one language, as published."""

    citation_key: CitationKey = Field(
        description="Short stable name in reference managers. Never changed once published.", examples=["knox2017quality"]
    )
    former_keys: tuple[CitationKey, ...] = Field(
        (), description="Citation keys that it had once: they are never used again.", examples=[["knox2017qualty"]]
    )
    language: Language | None = Field(
        None, description="Language of the document (BCP 47). Left out when no source states it.", examples=["ru"]
    )
    title: Text | None = Field(
        None,
        description="The printed title, where it differs from the work's title in this language.",
        examples=["Quality of Life Framework for Public Services in the Regional Hub Participating Countries"],
    )
    responsibility: Text | None = Field(
        None,
        description="Who made it, word for word as the title page says (references by GOST print it).",
        examples=["под редакцией А. Байменова"],
    )
    translation_of: Language | None = Field(
        None, description="Language of the edition it was translated from, where a source says so.", examples=["en"]
    )
    formats: tuple[Format, ...] = Field((), description="Print, electronic or both.", examples=[["print", "electronic"]])
    issued: Date | None = Field(None, description="Date of this edition, where it differs from the work's.", examples=["2022"])
    publisher: Annotated[str, From("parties")] | None = Field(
        None, description="Publisher of this edition, where it is not the issuer.", examples=["palgrave-macmillan"]
    )
    place: Text | None = Field(None, description="Place of publication as printed.", examples=["Nur-Sultan"])
    pages: Pages | None = Field(None, description="First and last page within the issue.", examples=["11-31"])
    extent: WholeNumber | None = Field(None, gt=0, lt=100_000, description="Number of pages of the whole.", examples=[579])
    isbn: tuple[Isbn, ...] = Field((), description="ISBNs as printed, print first.", examples=[["978-981-16-2461-2"]])
    doi: Doi | None = Field(None, description="Bare DOI, without https://doi.org/.", examples=["10.56289/ijcsrp.156"])
    address: Url | None = Field(
        None,
        description="Where the edition can be read on the web.",
        examples=["https://www.astanahubjournal.org/index.php/ijcsrp/article/view/156"],
    )
    file: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(pdf|epub|docx|xlsx|csv|zip)$")] | None = Field(
        None,
        description="Name of a file in catalogue/files/; it is published beside the work's page.",
        examples=["knox-quality-of-life.en.pdf"],
    )
    text: Literal["here"] | None = Field(
        None, description='"here" when this edition is published as Markdown with the record (case studies).', examples=["here"]
    )
    licence: Annotated[str, From("licences")] | None = Field(
        None, description="Licence stated on the document. Never guessed.", examples=["CC-BY-4.0"]
    )


Taken = Literal["title", "former-title", "place", "pages", "date", "edition", "team", "preparer", "commission", "completion"]


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
    """A work that is no longer offered; its page stays as a tombstone."""

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

    @model_validator(mode="after")
    def _says_why(self) -> Withdrawn:
        if not (self.because or self.reason):
            raise wrong("missing-field", "neither because nor reason is given", "say why, as in because: superseded")
        return self


class Tagged(Model):
    """A cross-cutting concern that the work names in its own words."""

    tag: Annotated[str, From("tags")] = Field(description="An id in vocabularies/tags.yml.", examples=["gender"])
    stands_in: Literal["title", "description", "editorial", "document"] = Field(
        description="Where the words stand: title: its own; description: that of the source in which the work is listed; editorial: that of "
        "its issue; document: the document itself.",
        examples=["title"],
    )


WORK_TYPES_IN_ISSUES = ("article", "commentary", "book-review")


class Work(Model):
    """A publication in no language yet; its editions are the documents."""

    id: Id = Field(
        description="Permanent id: the file's name and the page's address. Never changed or reused.", examples=["e-hrm-central-asia-korea"]
    )
    type: Annotated[str, From("types")] = Field(description="What kind of publication it is.", examples=["comparative-study"])
    title: Texts = Field(
        description="Titles by language: one in a language of the document, others where they are known; printed, or supplied (see there).",
        examples=[{"en": "Country Profile Belarus"}],
    )
    summary: Texts = Field(
        {},
        description="One or two plain sentences by language. What is missing may come later.",
        examples=[{"en": "Profile of Belarus's public administration."}],
    )
    supplied: Supplied = Field(Supplied(), description="Titles and summaries that no document prints.")
    issued: Date | None = Field(
        None, description="Date of issue, as precise as known. Left out when unknown. An article has its issue's.", examples=["2019-05"]
    )
    creators: tuple[Creator, ...] = Field((), description="Persons or bodies chiefly responsible, in printed order.")
    and_others: Literal["yes"] | None = Field(None, description='"yes" when the source names only the first creators.', examples=["yes"])
    contributors: tuple[Contributor, ...] = Field((), description="Others named, each with a role.")
    issuer: Annotated[str, From("parties")] | None = Field(
        None, description="The body that puts the work out. An article has its journal's.", examples=["astana-civil-service-hub"]
    )
    themes: tuple[Annotated[str, From("themes")], ...] = Field(
        (), description="What it is about, the chief theme first.", examples=[["digitalisation", "open-data"]], min_length=1
    )
    coverage: Coverage = Field(Coverage(), description="Places discussed.")
    audiences: tuple[Annotated[str, From("audiences")], ...] = Field(
        (), description="Whom it is meant for.", examples=[["government-organisations"]]
    )
    series: InSeries | None = Field(None, description="The series it belongs to.")
    tags: tuple[Tagged, ...] = Field(
        (), description="Cross-cutting concerns that title or description name in words; a theme that is near one is not enough."
    )
    editions: tuple[Edition, ...] = Field(description="One for each language the document exists in.", min_length=1)
    cover: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(jpg|jpeg|png|webp)$")] | None = Field(
        None,
        description="Name of a picture of the cover in catalogue/files/; without one, a cover is drawn.",
        examples=["knox-quality-of-life.cover.jpg"],
    )
    related: tuple[Id, ...] = Field(
        (), description="Ids of works that belong together with this one.", examples=[["one-stop-shop-georgia"]]
    )
    added: Day | None = Field(
        None, description="Day on which the record was added to the library. An article has its issue's.", examples=["2026-11-22"]
    )
    revised: Day | None = Field(
        None, description="Day of the last change that readers should hear of: a new edition, a mended title.", examples=["2027-03-01"]
    )
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field(
        (), description="Doubtful readings and remarks, for cataloguers.", examples=[["The year is not printed."]]
    )
    former_addresses: tuple[Annotated[str, Field(pattern=r"^/([a-z0-9-]+/)+$")], ...] = Field(
        (), description="Earlier addresses of the page; each leads on to the present one.", examples=[["/journal/unplaced/some-article/"]]
    )
    withdrawn: Withdrawn | None = Field(None, description="Set when the work is no longer offered.")

    @field_validator("tags")
    @classmethod
    def _each_concern_once(cls, tags: tuple[Tagged, ...]) -> tuple[Tagged, ...]:
        for number, each in enumerate(tags):
            if each.tag in {other.tag for other in tags[:number]}:
                raise wrong("repeated-value", f'the concern "{each.tag}" is written twice', "keep the one with the stronger words")
        return tags

    @field_validator("editions")
    @classmethod
    def _one_edition_per_language(cls, editions: tuple[Edition, ...]) -> tuple[Edition, ...]:
        seen: set[str | None] = set()
        for edition in editions:
            if edition.language in seen:
                raise wrong(
                    "two-editions",
                    f'two editions have the language "{edition.language or "not stated"}"',
                    "a translation is an edition in another language; a reissue is a record of its own",
                )
            seen.add(edition.language)
        return editions


# -- the journal ---------------------------------------------------------------------


class SerialTitle(Model):
    """A title that the serial had, and when."""

    title: Texts = Field(
        description="The title in each language in which a source prints it.",
        examples=[{"en": "International Journal of Civil Service Reform and Practice"}],
    )
    since: Date | None = Field(None, description="First issue known to bear it.", examples=["2018"])
    until: Date | None = Field(None, description="Last issue known to bear it.", examples=["2015-10"])


class Member(Model):
    """Someone of the editorial team."""

    party: Annotated[str, From("parties")] = Field(description="An id in vocabularies/parties.yml.", examples=["baimenov-alikhan"])
    post: Literal["editor-in-chief", "managing-editor", "assistant", "board"] = Field(description="Their post.", examples=["board"])
    country: Annotated[str, From("countries")] | None = Field(None, description="Country as printed.", examples=["KZ"])


class Journal(Model):
    """The serial: what holds for all of its issues."""

    id: Id = Field(description="Permanent id.", examples=["ijcsrp"])
    titles: tuple[SerialTitle, ...] = Field(description="Titles over time, the present one first.", min_length=1)
    supplied_titles: Texts | None = Field(
        None,
        description="The present title in languages in which no source prints it.",
        examples=[{"kk": "Мемлекеттік қызмет реформасы мен практикасының халықаралық журналы"}],
    )
    abbreviation: Text | None = Field(None, description="Abbreviated title.", examples=["IJCSRP"])
    issn: tuple[Issn, ...] = Field((), description="ISSNs as printed.", examples=[["2409-5532"]])
    issn_print: Issn | None = Field(
        None, description="Which of them is that of the printed journal, where a source says so.", examples=["2409-5532"]
    )
    issn_electronic: Issn | None = Field(
        None, description="Which of them is that of the journal on the web, where a source says so.", examples=["2409-5532"]
    )
    issuer: Annotated[str, From("parties")] = Field(description="The body that puts it out.", examples=["astana-civil-service-hub"])
    frequency: Literal["annual", "biannual", "quarterly", "irregular"] | None = Field(
        None, description="How often it says it appears.", examples=["biannual"]
    )
    languages: Languages = Field((), description="Languages of the serial as a whole, where stated.", examples=[["en", "ru"]])
    summary: Texts = Field(description="Two plain sentences in every language of the site.", examples=[{"en": "A peer-reviewed journal."}])
    address: Url | None = Field(None, description="The journal's own site.", examples=["https://www.astanahubjournal.org/index.php/ijcsrp"])
    team: tuple[Member, ...] = Field((), description="Editorial team as of team_seen.")
    team_seen: Date | None = Field(None, description="When the team was as listed.", examples=["2019-09"])
    missing_issues: tuple[Id, ...] = Field((), description="Numbers that must exist but that no source shows.", examples=[["1", "6"]])
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field((), description="Doubtful readings and remarks, for cataloguers.")

    @field_validator("issn")
    @classmethod
    def _each_issn_once(cls, issns: tuple[str, ...]) -> tuple[str, ...]:
        for number, issn in enumerate(issns):
            if issn in issns[:number]:
                raise wrong("repeated-value", f'the ISSN "{issn}" is written twice', "keep one of the two")
        return issns

    @field_validator("issn_print", "issn_electronic")
    @classmethod
    def _of_the_issns(cls, issn: str | None, info: ValidationInfo) -> str | None:
        if issn and issn not in info.data.get("issn", (issn,)):
            raise wrong("bad-issn", f'"{issn}" does not stand in issn', "write it there as well, or mend one of the two")
        if issn and issn == info.data.get("issn_print") and info.field_name == "issn_electronic":
            raise wrong(
                "bad-issn",
                f'"{issn}" is said to be that of the print and that of the web',
                "each has its own; leave out the one that no source states",
            )
        return issn


class Issue(Model):
    """One issue of the journal with its articles, in order."""

    id: Id = Field(description="Running number of the issue: the file's name and part of the address.", examples=["17"])
    volume: Text | None = Field(None, description="Volume as printed.", examples=["7"])
    number: Text | None = Field(None, description="Number within the volume or year, as printed.", examples=["1"])
    issued: Date | None = Field(None, description="Date of issue, as precise as known.", examples=["2022-09-29"])
    title: Texts | None = Field(
        None, description="The issue's own title, where it has one.", examples=[{"en": "Meritocracy and Professional Ethics"}]
    )
    label: Text | None = Field(None, description="How the journal's site labels the issue.", examples=["Vol. 7 No. 1 (2022): 17th issue"])
    summary: Texts = Field(
        {},
        description="One or two plain sentences by language. What is missing may come later.",
        examples=[{"en": "Four articles on training, digital services and the labour market."}],
    )
    supplied: Supplied = Field(Supplied(), description="Titles and summaries that the issue does not print.")
    place: Text | None = Field(None, description="Place of publication as printed.", examples=["Nur-Sultan"])
    address: Url | None = Field(
        None, description="The issue on the journal's own site.", examples=["https://astanahubjournal.org/index.php/ijcsrp/issue/view/30"]
    )
    complete: Literal["yes", "no"] = Field(description='"yes" when the list of articles is known to be whole.', examples=["no"])
    articles: tuple[Work, ...] = Field((), description="The articles in printed order; each is a work.")
    added: Day = Field(description="Day on which the record was added to the library.", examples=["2026-11-22"])
    provenance: tuple[Provenance, ...] = Field(description="Where the facts come from.", min_length=1)
    note: tuple[Text, ...] = Field((), description="Doubtful readings and remarks, for cataloguers.")
