"""What the page "For machines" tells: each thing that programs fetch, where it is, and who reads it.

A thing that nobody named here would read is not made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from library.catalogue.kinds import KINDS
from library.citations import paths as citation_paths
from library.citations.formats import FORMATS, LIST_FORMATS
from library.exports import packages
from library.exports.files import WHOLE
from library.machines import markdown_copies, resourcesync
from library.press import policy
from library.press.addresses import Site
from library.press.output import OutputFile

if TYPE_CHECKING:
    from library.pages.stamper import Stamper


@dataclass(frozen=True)
class Service:
    """Something for programs. ``addresses`` are below the site's root; one with ``<…>`` in it is a pattern."""

    id: str
    title: str
    text: str
    addresses: tuple[str, ...]
    standard: str
    standard_url: str
    readers: str


@dataclass(frozen=True)
class Ended:
    """Addresses at which nothing is made any more, as patterns, and where the same can be had ``instead``."""

    addresses: tuple[str, ...]
    instead: str


def ended(say: Callable[..., str]) -> tuple[Ended, ...]:
    """What an earlier release published and this one does not."""
    further = [format_.ending for format_ in FORMATS if format_ not in LIST_FORMATS]
    return (
        Ended(
            tuple(f"themes/<id>/works.{ending}" for ending in further),
            say("Lists in further formats: the whole library has them, and the page of a list makes them in the browser."),
        ),
        Ended(
            tuple(f"publications/<id>/<id>.<language>.{format_.ending}" for format_ in FORMATS),
            say("One edition's citations: the publication's own files hold every edition."),
        ),
        Ended(
            ("people/<id>/works.bib", "people/<id>/feed.xml"),
            say("Files and feeds of lists with one publication: it has its own files."),
        ),
        Ended(
            ("publications/<id>/<id>.<language>.datacite.xml",),
            say("DataCite records of further editions: made where the library's settings ask for them."),
        ),
    )


def services(say: Callable[..., str], site: Site, language: str, has_journal: bool, held: Sequence[str] = ()) -> tuple[Service, ...]:
    """Everything but the files of citations, the most asked for first. ``held`` are the collections of records beside the works."""
    own = site.prefix(language)
    return (
        *_to_fetch(say, own),
        *([_of_events(say, own)] if "events" in held else []),
        *([_of_kinds(say, own, others)] if (others := [name for name in held if name != "events"]) else []),
        *_of_pages(say),
        *([_of_the_journal(say)] if has_journal else []),
    )


def _to_fetch(say: Callable[..., str], own: str) -> tuple[Service, ...]:
    """What programs fetch for people; ``own`` stands before addresses in the page's language."""
    return (
        Service(
            "api",
            say("Read-only API"),
            say(
                "Records, issues, persons and bodies, themes, countries and the other lists as JSON, with their schemas, and a table of the publications as CSV."
            ),
            ("api/v1/index.json", "api/v1/works.json", "api/v1/works/<id>.json", "api/v1/works.csv", "api/v1/schema/work.json"),
            "JSON Schema 2020-12",
            "https://json-schema.org/",
            "R, Python, Power BI, Excel",
        ),
        Service(
            "whole",
            say("The whole library as data"),
            say(
                "A database with a table of all editions and full text, records for library systems, a file for OAI gateways, and descriptions of all of these with the schema of the table."
            ),
            (*(export.path for export in WHOLE), packages.DATA_PACKAGE, packages.DCAT),
            "SQLite, MARC 21, OAI-PMH 2.0, Data Package, DCAT 3",
            "https://www.w3.org/TR/vocab-dcat-3/",
            "Datasette, Koha, Alma, R, Python, CKAN",
        ),
        Service(
            "feeds",
            say("Feeds"),
            say(
                "What was added last, in each language of the site: 50 publications of the library, 20 of the journal and of every list of "
                "several; and once a month the new titles together."
            ),
            (f"{own}feed.xml", f"{own}themes/<id>/feed.xml", f"{own}new/feed.xml"),
            "Atom (RFC 4287)",
            "https://www.rfc-editor.org/rfc/rfc4287",
            "Thunderbird, Feedly, Inoreader, Slack, Teams",
        ),
        Service(
            "markdown",
            "Markdown",
            say(
                "Every publication as a plain text with its titles and summaries in all languages, its editions and the text of a case "
                "study; and a text that tells language models where everything is."
            ),
            (markdown_copies.LLMS, "publications/<id>/<id>.md", "journal/<n>/<id>/<id>.md"),
            "CommonMark, llms.txt",
            "https://llmstxt.org/",
            "Pandoc, Obsidian, Cursor",
        ),
        Service(
            "opds",
            say("Catalogue for reading programs"),
            say("Documents that can be fetched, by theme and country, for reading offline."),
            (f"{own}opds/index.xml",),
            "OPDS 1.2",
            "https://specs.opds.io/opds-1.2",
            "Thorium, KOReader, Calibre",
        ),
    )


def _of_pages(say: Callable[..., str]) -> tuple[Service, ...]:
    """What stands in pages or leads to them."""
    return (
        Service(
            "pages",
            say("In the pages"),
            say("Citation tags, Dublin Core, schema.org and OpenGraph in the head of a publication's page; COinS in lists."),
            ("publications/<id>/",),
            "Highwire, DC, schema.org, COinS",
            "https://scholar.google.com/intl/en/scholar/inclusion.html",
            "Zotero, Google Scholar, Bing, Telegram, WhatsApp, KakaoTalk",
        ),
        Service(
            "signposting",
            "Signposting",
            say("Typed links from a page to its identifier, descriptions, documents, licence and authors, and a set of them all."),
            ("publications/<id>/linkset.json",),
            "FAIR Signposting, RFC 9264",
            "https://signposting.org/FAIR/",
            "F-UJI, FAIR-checkers",
        ),
        Service(
            "resourcesync",
            "ResourceSync",
            say("Lists by which a digital archive can copy the records and documents, and later only what changed."),
            (".well-known/resourcesync", "resourcesync/resourcelist.xml", "resourcesync/changelist.xml"),
            "ANSI/NISO Z39.99",
            "https://www.openarchives.org/rs/",
            "CORE",
        ),
        Service(
            "datacite",
            "DataCite",
            say("A record of every publication, ready for the day it gets a DOI. No DOI is made up."),
            ("publications/<id>/<id>.datacite.xml",),
            "DataCite 4.6",
            "https://schema.datacite.org/",
            "DataCite, Zenodo, F-UJI",
        ),
        Service(
            "crossref",
            "Crossref",
            say("Publications outside the journal that have a DOI, for the owner of its prefix."),
            ("publications/<id>/<id>.crossref.xml",),
            "Crossref 5.3.1",
            "https://www.crossref.org/documentation/",
            "Crossref",
        ),
        Service(
            "sitemaps",
            say("Sitemaps"),
            say("Every page in every language, with its counterparts in the others and the day of its last change."),
            ("sitemap.xml", "robots.txt"),
            "sitemaps.org",
            "https://www.sitemaps.org/protocol.html",
            "Google, Yandex, Naver, Bing",
        ),
    )


def _of_events(say: Callable[..., str], own: str) -> Service:
    return Service(
        "events",
        say("Events"),
        say("Events as a calendar and as a feed in each language, as JSON and as a table."),
        (f"{own}events/events.ics", f"{own}events/feed.xml", "api/v1/events.json", "api/v1/events.csv"),
        "iCalendar (RFC 5545)",
        "https://www.rfc-editor.org/rfc/rfc5545",
        "Outlook, Thunderbird, Apple Calendar, Google Calendar",
    )


def _of_kinds(say: Callable[..., str], own: str, collections: Sequence[str]) -> Service:
    """``collections`` are the first parts of the addresses of those kinds beside the events of which there are records."""
    return Service(
        "records",
        say("Records beside the publications"),
        say("Each kind of record as a feed in each language, as JSON and as a table."),
        tuple(path for name in collections for path in (f"{own}{name}/feed.xml", f"api/v1/{name}.json", f"api/v1/{name}.csv")),
        "Atom (RFC 4287)",
        "https://www.rfc-editor.org/rfc/rfc4287",
        "FreshRSS, Thunderbird, pandas, R",
    )


def _of_the_journal(say: Callable[..., str]) -> Service:
    return Service(
        "journal-deposits",
        say("Deposits of the journal"),
        say("Each issue's articles for Crossref, as far as they have a DOI, and for DOAJ."),
        ("journal/<n>/crossref.xml", "journal/<n>/doaj.xml"),
        "Crossref 5.3.1, DOAJ",
        "https://www.crossref.org/documentation/",
        "Crossref, DOAJ",
    )


def page(stamper: Stamper) -> OutputFile:
    """The page for those who write programs."""
    say, site = stamper.words.say, stamper.site
    held = [kind.collection for kind in KINDS if stamper.catalogue.of_kind(kind.name)]
    body = stamper.body(
        "machines.html",
        formats=FORMATS,
        manifest=citation_paths.MANIFEST,
        lists_manifest=citation_paths.LISTS_MANIFEST,
        folder=urlsplit(site.url).path,
        ended=ended(say),
        policy=policy.PAGES,
        resources=resourcesync.RESOURCES,
        services=services(say, site, stamper.language, stamper.catalogue.journal is not None, held),
    )
    title, description = say("For machines"), say("Files, feeds and an API for programs: what there is, where it is and who reads it.")
    return stamper.page("machines", title, description, "about", body)
