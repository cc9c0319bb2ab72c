"""What a record may say: the one source of checks, JSON Schema and field tables.

A field's description and examples are what an editor shows while one types and what the
tables of ``catalogue/README.md`` print. Nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from library.catalogue.document_numbers import DocumentNumber
from library.catalogue.model_parts import (
    Contributor,
    Correction,
    Coverage,
    Creator,
    Event,
    Format,
    Host,
    InSeries,
    Original,
    Provenance,
    Supplied,
    Tagged,
    Withdrawn,
)
from library.catalogue.pages import Pages
from library.catalogue.values import (
    CitationKey,
    Date,
    Dated,
    Day,
    Doi,
    From,
    Id,
    Isbn,
    Issn,
    Keyword,
    Language,
    Languages,
    Model,
    Text,
    Texts,
    Url,
    WholeNumber,
    wrong,
)

# -- a work --------------------------------------------------------------------------


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
    also_in: Languages = Field((), description="Its further languages, where one document is in several.", examples=[["ru"]])
    title: Text | None = Field(
        None,
        description="The printed title, where it differs from the work's title in this language.",
        examples=["Quality of Life Framework for Public Services in the Regional Hub Participating Countries"],
    )
    parallel_titles: Languages = Field(
        (), description="Other languages in which the document prints its title too.", examples=[["ru", "en"]]
    )
    edition: Text | None = Field(None, description="Edition statement as printed.", examples=["2nd, revised edition"])
    number: Text | None = Field(None, description="Its own number as printed: of a report, standard, law or article.", examples=["WP 12"])
    responsibility: Text | None = Field(
        None,
        description="Who made it, word for word as the title page says (references by GOST print it).",
        examples=["под редакцией А. Байменова"],
    )
    translation_of: Language | None = Field(
        None, description="Language of the edition it was translated from, where a source says so.", examples=["en"]
    )
    original: Original | None = Field(None, description="What it was translated from, where that has no edition here.")
    formats: tuple[Format, ...] = Field((), description="Print, electronic or both.", examples=[["print", "electronic"]])
    issued: Dated | None = Field(None, description="Date of this edition, where it differs from the work's.", examples=["2022"])
    publisher: Annotated[str, From("parties")] | None = Field(
        None, description="Publisher of this edition, where it is not the issuer.", examples=["palgrave-macmillan"]
    )
    place: Text | None = Field(None, description="Place of publication as printed.", examples=["Nur-Sultan"])
    pages: Pages | None = Field(
        None, description="First and last page within what it stands in; several ranges with commas.", examples=["11-31, 40"]
    )
    extent: WholeNumber | None = Field(None, gt=0, lt=100_000, description="Number of pages of the whole.", examples=[579])
    volumes: WholeNumber | None = Field(None, gt=1, lt=1_000, description="Number of volumes of the whole.", examples=[3])
    abstract: Text | None = Field(None, description="The abstract that the document prints.", examples=["This paper asks whether …"])
    keywords: tuple[Keyword, ...] = Field((), description="Keywords that the document prints.", examples=[["merit", "civil service"]])
    isbn: tuple[Isbn, ...] = Field((), description="ISBNs as printed, print first.", examples=[["978-981-16-2461-2"]])
    doi: Doi | None = Field(None, description="Bare DOI, without https://doi.org/.", examples=["10.56289/ijcsrp.156"])
    identifiers: tuple[DocumentNumber, ...] = Field((), description="Other identifiers that lead to it, and class marks that it prints.")
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
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None,
        description="SHA-256 of that file; library checksums fills it in.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    text: Literal["here"] | None = Field(
        None, description='"here" when this edition is published as Markdown with the record (case studies).', examples=["here"]
    )
    licence: Annotated[str, From("licences")] | None = Field(
        None, description="Licence stated on the document. Never guessed.", examples=["CC-BY-4.0"]
    )

    @field_validator("isbn")
    @classmethod
    def _each_isbn_once(cls, isbns: tuple[str, ...]) -> tuple[str, ...]:
        digits = [isbn.replace("-", "").replace(" ", "") for isbn in isbns]
        for number, isbn in enumerate(isbns):
            if digits[number] in digits[:number]:
                raise wrong("repeated-value", f'the ISBN "{isbn}" is written twice', "keep it once, with the hyphens of the document")
        return isbns


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
    issued: Dated | None = Field(
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
    host: Host | None = Field(None, description="What it stands in, with volume and number. An article in an issue has its journal.")
    event: Event | None = Field(None, description="The conference at which it was given.")
    degree: Text | None = Field(None, description="Degree for which a thesis was accepted, as printed.", examples=["PhD thesis"])
    tags: tuple[Tagged, ...] = Field(
        (), description="Cross-cutting concerns that title or description name in words; a theme that is near one is not enough."
    )
    editions: tuple[Edition, ...] = Field(description="One for each language the document exists in.", min_length=1)
    cover: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(jpg|jpeg|png|webp)$")] | None = Field(
        None,
        description="Name of a picture of the cover in catalogue/files/; without one, a cover is drawn.",
        examples=["knox-quality-of-life.cover.jpg"],
    )
    cover_sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = Field(
        None,
        description="SHA-256 of that picture; library checksums fills it in.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
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
    corrected: tuple[Correction, ...] = Field((), description="Corrections of the document that readers of an earlier copy should know.")
    withdrawn: Withdrawn | None = Field(None, description="Set when the work is no longer offered.")

    @field_validator("title")
    @classmethod
    def _title_in_words(cls, title: Mapping[str, str]) -> Mapping[str, str]:
        for text in title.values():
            if not any(letter.isalnum() for letter in text):
                raise wrong("empty-value", f'"{text}" has no letter and no digit', "write the title in words")
        return title

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
    issued: Dated | None = Field(None, description="Date of issue, as precise as known.", examples=["2022-09-29"])
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
