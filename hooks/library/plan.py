"""THE table: everything that the site consists of, who makes it, of what, and what it is made from.

A maker is a pure function of its subject and of what its row says that it reads: so it can
run in any process, and is passed over while nothing that it reads has changed. ``READS``
says what each word of ``reads`` stands for, ``SUBJECTS`` what there is one of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from library.catalogue.catalogue import Placed
from library.catalogue.indexes import FACETS, LIST_LENGTH, Shelf
from library.citations import files as citation_files
from library.makers import (
    Output,
    asset,
    deposits,
    downloads,
    elsewhere_page,
    events_for_programs,
    feeds_of_months,
    for_hosts,
    for_programs,
    held_documents,
    home_page,
    journal_page,
    json_schemas,
    list_feeds,
    llms,
    manifests,
    markdown_copy,
    new_titles,
    own_feeds,
    packages_of_exports,
    page_maps,
    record_feeds_of,
    references_bundle,
    resource_lists,
    results_page,
    search_cards,
    search_facets,
    search_words,
    service_worker,
    staff_form,
    whole_exports,
    works_of_bundle,
    written_page,
    zip_to_unpack,
)
from library.pages import (
    events,
    facets,
    groupings,
    journal,
    learning,
    lists,
    machines,
    missing,
    overview,
    reading_list,
    redirects,
    search,
    style,
    titles,
    work,
)
from library.pages.covers import motif_files, share_files
from library.press import shortened
from library.search import files as search_files
from library.workshop import Workshop

ENGINE = ("settings", "words", "templates", "shells")
"""What every page is made from, whatever it shows."""


@dataclass(frozen=True)
class Maker:
    """A row: ``make`` gives the files of one subject; ``each`` is what there is one of (``SUBJECTS``).

    ``module`` is where the work is done: the maker's output changes with its code. ``group``
    is what its time is counted for. Makers of a later ``stage`` may read what earlier ones
    made. ``references`` says of which works formatted references have to be there.
    """

    name: str
    make: Callable[[Workshop, Any], Output]
    each: str
    reads: tuple[str, ...]
    module: str
    group: str
    stage: int = 0
    references: Callable[[Workshop, Any], Iterable[Placed]] | None = None


# -- the table ------------------------------------------------------------------------------------

PLAN: tuple[Maker, ...] = (
    Maker(
        "page of a work",
        lambda shop, placed: (work.page(stamper, placed) for stamper in shop.stampers),
        "work",
        ("work", "related", "design", "names", "fonts", *ENGINE),
        "library.pages.work",
        "pages",
        references=lambda shop, placed: (placed,),
    ),
    Maker(
        "page of a list",
        lambda shop, page: (lists.page(stamper, *page) for stamper in shop.stampers),
        "list page",
        ("works of the page", "outline of the list", "names", *ENGINE),
        "library.pages.lists",
        "pages",
    ),
    Maker(
        "page of a facet",
        lambda shop, path: (page for stamper in shop.stampers for page in facets.pages(stamper, path)),
        "facet",
        ("terms of the facet", "names", *ENGINE),
        "library.pages.facets",
        "pages",
    ),
    Maker(
        "titles",
        lambda shop, _: (page for stamper in shop.stampers for page in titles.pages(stamper)),
        "site",
        ("catalogue", *ENGINE),
        "library.pages.titles",
        "pages",
    ),
    Maker("new titles", new_titles, "site", ("catalogue", *ENGINE), "library.pages.new", "pages"),
    Maker("home", home_page, "site", ("counts", "newest works", "journal", "home page", "fonts", *ENGINE), "library.pages.home", "pages"),
    Maker("written page", written_page, "written page", ("written page", "settings", "words"), "library.pages.written", "pages"),
    Maker("journal", journal_page, "site", ("journal", *ENGINE), "library.pages.journal", "pages"),
    Maker(
        "issue",
        lambda shop, issue: (journal.issue_page(stamper, issue) for stamper in shop.stampers),
        "issue",
        ("issue", "issues", "counts", *ENGINE),
        "library.pages.journal",
        "pages",
    ),
    Maker(
        "page of an event",
        lambda shop, filed: (events.page(stamper, filed) for stamper in shop.stampers),
        "event",
        ("record", "names", *ENGINE),
        "library.pages.events",
        "pages",
    ),
    Maker(
        "page of a list of events",
        lambda shop, found: (events.list_page(stamper, found) for stamper in shop.stampers),
        "list of events",
        ("events of the list", "names", *ENGINE),
        "library.pages.events",
        "pages",
    ),
    Maker(
        "all events",
        lambda shop, _: events.pages(shop.stampers),
        "site",
        ("events", "names", *ENGINE),
        "library.pages.events",
        "pages",
    ),
    *(
        Maker(
            f"page of {article} {kind}",
            lambda shop, filed: (groupings.page(stamper, filed) for stamper in shop.stampers),
            kind,
            ("record", "names", *ENGINE),
            "library.pages.groupings",
            "pages",
        )
        for article, kind in (("an", "alliance"), ("a", "project"))
    ),
    Maker(
        "all alliances and projects",
        lambda shop, _: groupings.pages(shop.stampers),
        "site",
        ("alliances and projects", "names", *ENGINE),
        "library.pages.groupings",
        "pages",
    ),
    Maker(
        "page of something to learn from",
        lambda shop, filed: (learning.page(stamper, filed) for stamper in shop.stampers),
        "learning",
        ("record", "names", *ENGINE),
        "library.pages.learning",
        "pages",
    ),
    Maker(
        "all learning",
        lambda shop, _: learning.pages(shop.stampers),
        "site",
        ("learning", "names", *ENGINE),
        "library.pages.learning",
        "pages",
    ),
    Maker("events for programs", events_for_programs, "site", ("events", "settings", "words"), "library.machines.calendars", "exports"),
    Maker(
        "feeds of records beside the works",
        record_feeds_of,
        "site",
        ("events", "alliances and projects", "learning", "settings", "words"),
        "library.machines.record_feeds",
        "exports",
    ),
    Maker(
        "search",
        lambda shop, _: (search.page(stamper) for stamper in shop.stampers),
        "site",
        ("counts", *ENGINE),
        "library.pages.search",
        "pages",
    ),
    Maker(
        "search description",
        lambda shop, _: (search.description(stamper) for stamper in shop.stampers),
        "site",
        ("settings", "words"),
        "library.pages.search",
        "pages",
    ),
    Maker(
        "reading list",
        lambda shop, _: (reading_list.page(stamper) for stamper in shop.stampers),
        "site",
        ("counts", *ENGINE),
        "library.pages.reading_list",
        "pages",
    ),
    Maker(
        "overview",
        lambda shop, _: (overview.page(stamper) for stamper in shop.stampers),
        "site",
        ("counts", "issues", *ENGINE),
        "library.pages.overview",
        "pages",
    ),
    Maker("results", results_page, "site", ("catalogue", *ENGINE), "library.pages.results", "pages"),
    Maker("elsewhere", elsewhere_page, "site", ("catalogue", *ENGINE), "library.pages.elsewhere", "pages"),
    Maker(
        "style",
        lambda shop, _: (style.page(stamper) for stamper in shop.stampers),
        "site",
        ("counts", "specimen", "names", "styles", "fonts", *ENGINE),
        "library.pages.style",
        "pages",
        references=lambda shop, _: (style.specimen(shop.library.catalogue.offered),),
    ),
    Maker(
        "for machines",
        lambda shop, _: (machines.page(stamper) for stamper in shop.stampers),
        "site",
        ("journal", "events", "alliances and projects", "learning", *ENGINE),
        "library.pages.machines",
        "pages",
    ),
    Maker(
        "missing page",
        lambda shop, _: (missing.page(stamper) for stamper in shop.stampers),
        "site",
        ENGINE,
        "library.pages.missing",
        "pages",
    ),
    Maker(
        "redirects",
        lambda shop, _: redirects.redirects(shop.library.catalogue, shop.library.indexes, shop.library.site),
        "site",
        ("former addresses", "settings"),
        "library.pages.redirects",
        "pages",
    ),
    Maker("documents", held_documents, "work", ("work",), "library.pages.covers.share_files", "pictures"),
    Maker(
        "pictures to share",
        lambda shop, placed: (
            share_files.share_file(shop.pictures(tag), shop.stamper(tag).labels, shop.library.site, placed) for tag in shop.languages
        ),
        "work",
        ("work", "design", "settings", "words", "fonts"),
        "library.pages.covers.share_files",
        "pictures",
    ),
    Maker("work in Markdown", markdown_copy, "work", ("work", "settings", "words"), "library.machines.markdown_copies", "exports"),
    Maker("llms.txt", llms, "site", ("catalogue", "settings", "words"), "library.machines.markdown_copies", "exports"),
    Maker("a work for programs", for_programs, "work", ("work", "names", "settings"), "library.machines.of_work", "exports"),
    Maker(
        "citations of a list",
        lambda shop, listed: citation_files.of_list(shop.library, listed),
        "list",
        ("works of the list", "names", "settings"),
        "library.citations.files",
        "exports",
    ),
    Maker(
        "citations of the library",
        lambda shop, listed: citation_files.of_list(shop.library, listed),
        "library",
        ("works of the list", "names", "settings"),
        "library.citations.files",
        "exports",
    ),
    Maker("whole exports", whole_exports, "site", ("catalogue", "names", "settings"), "library.exports.files", "exports"),
    Maker(
        "feeds of a list", list_feeds, "shelf", ("works of the shelf", "names", "settings", "words"), "library.machines.feeds", "exports"
    ),
    Maker("feeds of the library", own_feeds, "site", ("catalogue", "settings", "words"), "library.machines.opds", "exports"),
    Maker("feeds of new titles", feeds_of_months, "site", ("catalogue", "settings", "words"), "library.machines.additions", "exports"),
    Maker("deposits of an issue", deposits, "issue", ("issue", "issues", "names", "settings"), "library.citations.deposits", "exports"),
    Maker(
        "lists of the API", lambda shop, _: shop.api.lists(), "site", ("catalogue", "settings"), "library.machines.api.records", "exports"
    ),
    Maker("schemas", json_schemas, "site", ("vocabularies",), "library.catalogue.schemas", "exports"),
    Maker(
        "for hosts",
        for_hosts,
        "site",
        ("settings",),
        "library.machines.servers",
        "exports",
    ),
    Maker(
        "search cards", search_cards, "bundle of cards", ("cards of the bundle", "numbering", *ENGINE), "library.pages.stamper", "search"
    ),
    Maker(
        "search citations",
        references_bundle,
        "bundle of references",
        ("references of the bundle", "names", "numbering", "settings"),
        "library.search.references",
        "search",
        references=works_of_bundle,
    ),
    Maker(
        "search facets",
        search_facets,
        "site",
        ("catalogue", "words", "settings"),
        "library.search.index_files",
        "search",
    ),
    Maker("search words", search_words, "language", ("texts that are searched", "words", "styles"), "library.search.index_files", "search"),
    Maker(
        "scripts and styles",
        lambda shop, _: shortened.scripts_and_styles(shop.library.settings.overrides),
        "site",
        ("styles",),
        "library.press.shortened",
        "assets",
    ),
    Maker("form", staff_form, "site", ("counts", "settings", "words", "form"), "library.form.files", "pages"),
    Maker("motifs of covers", lambda shop, _: motif_files.files(), "site", ("styles",), "library.pages.covers.motif_files", "assets"),
    Maker("file as it is", asset, "asset", ("asset",), "library.press.printed", "assets"),
    Maker(
        "packages of exports",
        packages_of_exports,
        "site",
        ("catalogue", "settings", "files of citations"),
        "library.exports.packages",
        "exports",
        stage=1,
    ),
    Maker("manifests", manifests, "site", ("files of citations",), "library.citations.manifests", "exports", stage=1),
    Maker(
        "ResourceSync",
        resource_lists,
        "site",
        ("catalogue", "settings", "files of works"),
        "library.machines.resourcesync",
        "exports",
        stage=1,
    ),
    Maker(
        "sitemaps",
        page_maps,
        "site",
        ("days of changes", "former addresses", "settings", "paths of pages"),
        "library.machines.sitemaps",
        "exports",
        stage=4,
    ),
    Maker(
        "zip to unpack", zip_to_unpack, "language", ("settings", "words", "files of pages"), "library.offline.bundle", "offline", stage=2
    ),
    Maker("downloads", downloads, "site", ("catalogue", "files of citations", "zips", *ENGINE), "library.pages.exports", "pages", stage=3),
    Maker("service worker", service_worker, "site", ("settings", "files of every page"), "library.offline.worker", "offline", stage=4),
)
"""The stages: what is made of the catalogue; what tells of these files; zips; pages that offer them; what browsers keep."""

BY_NAME: Mapping[str, Maker] = {maker.name: maker for maker in PLAN}


# -- what there is one of -----------------------------------------------------------------------------


def _list_pages(shop: Workshop) -> dict[str, tuple[Shelf | None, int]]:
    indexes = shop.library.indexes
    found: dict[str, tuple[Shelf | None, int]] = {}
    shelves = [shelf for facet in FACETS for shelf in indexes.shelves[facet.path].values()]
    for shelf in (None, *shelves):
        works = indexes.newest if shelf is None else shelf.works
        path = "publications" if shelf is None else shelf.path
        for number in range(1, max(1, -(-len(works) // LIST_LENGTH)) + 1):
            found[f"{path} {number}"] = (shelf, number)
    return found


SUBJECTS: Mapping[str, Callable[[Workshop], Mapping[str, Any]]] = {
    "site": lambda shop: {"": None},
    "language": lambda shop: {tag: tag for tag in shop.languages},
    "work": lambda shop: shop.library.catalogue.works,
    "issue": lambda shop: shop.library.catalogue.issues,
    "event": lambda shop: shop.library.catalogue.of_kind("event"),
    "alliance": lambda shop: shop.library.catalogue.of_kind("alliance"),
    "project": lambda shop: shop.library.catalogue.of_kind("project"),
    "learning": lambda shop: shop.library.catalogue.of_kind("learning"),
    "list of events": lambda shop: shop.library.indexes.events,
    "facet": lambda shop: {facet.path: facet.path for facet in FACETS},
    "shelf": lambda shop: {shelf.path: shelf for shelf in _followed(shop)},
    "list": lambda shop: {path: (path, works) for path, works in citation_files.lists(shop.library)},
    "library": lambda shop: {"": citation_files.whole(shop.library)},
    "list page": _list_pages,
    "written page": lambda shop: {page.path: page.path for page in shop.printed.written[shop.languages[0]] if page.path},
    "bundle of cards": lambda shop: _numbers(search_files.number_of_bundles(shop.numbering.works, search_files.CARDS)),
    "bundle of references": lambda shop: _numbers(search_files.number_of_bundles(shop.numbering.works, search_files.REFERENCES)),
    "asset": lambda shop: {path: path for path in shop.printed.assets},
}
"""Subjects by their names, which never change as long as the subject is there."""


def _followed(shop: Workshop) -> Iterator[Shelf]:
    """Shelves that have a feed."""
    for facet in FACETS:
        for shelf in shop.library.indexes.shelves[facet.path].values():
            if shelf.has_feed:
                yield shelf


def _numbers(count: int) -> dict[str, int]:
    return {str(number): number for number in range(count)}
