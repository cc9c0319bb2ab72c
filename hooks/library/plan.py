"""THE table: everything that the site consists of, who makes it, of what, and what it is made from.

A maker is a pure function of its subject and of what its row says that it reads: so it can
run in any process, and is passed over while nothing that it reads has changed. ``READS``
says what each word of ``reads`` stands for, ``SUBJECTS`` what there is one of.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from library.catalogue import documents, schemas
from library.catalogue.catalogue import Placed
from library.catalogue.indexes import FACETS, LIST_LENGTH, Shelf
from library.citations import files as citation_files
from library.citations import paths as citation_paths
from library.machines import changes, hosting, of_work, resourcesync, sitemaps
from library.offline import bundle, worker
from library.pages import (
    exports,
    facets,
    home,
    journal,
    lists,
    machines,
    missing,
    offline,
    overview,
    reading_list,
    redirects,
    search,
    style,
    work,
    written,
)
from library.pages.covers import share_files
from library.press import shortened
from library.press.addresses import in_one_language
from library.press.output import Note, OutputFile
from library.press.text_cache import TextCache
from library.search import files as search_files
from library.search import index_files
from library.search import references as search_references
from library.workshop import Workshop

Output = Iterable[OutputFile | Note]

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


# -- glue: a subject in, files out ----------------------------------------------------------------


def _documents(shop: Workshop, placed: Placed) -> Iterator[OutputFile]:
    """The documents that the site holds, and the light copy of a cover."""
    catalogue = shop.library.catalogue
    for edition in placed.work.editions:
        if document := documents.offered(catalogue, placed, edition):
            yield OutputFile(document.path, document.source.read_bytes())
    if cover := share_files.held_cover(catalogue, placed, shop.held_pictures):
        yield cover


def _for_programs(shop: Workshop, placed: Placed) -> Iterator[OutputFile]:
    library = shop.library
    yield from citation_files.of_work(library, placed)
    yield from citation_files.of_editions(library, placed)
    yield from of_work.datacite(library, shop.deposits, placed)
    yield shop.api.record(placed)
    yield of_work.linkset(shop.heads.signposts, placed)


def _deposits(shop: Workshop, issue: Any) -> Iterator[OutputFile]:
    """An issue's articles for Crossref and DOAJ; no file where none of them can be taken."""
    for name, text in (("crossref", shop.deposits.crossref(issue)), ("doaj", shop.deposits.doaj(issue))):
        if text:
            yield OutputFile(f"journal/{issue.id}/{name}.xml", text)


def _cards(shop: Workshop, number: int) -> Iterator[OutputFile]:
    """Cards for results and the reading list, as the search page shows them: both lie one folder below the language's root."""
    from library.press.shells import BASE

    works = search_files.bundled(shop.numbering.works, number, search_files.CARDS)
    for stamper in shop.stampers:
        cards = [stamper.bare_card(placed).replace(BASE, stamper.shells[1].base) for placed in works]
        yield search_files.bundle(f"{stamper.language}/cards", number, shop.numbering.stamp, cards)


def _references_bundle(shop: Workshop, number: int) -> Output:
    library = shop.library
    return search_references.bundle(shop.numbering, number, library.texts, library.citing, library.references)


def _works_of_bundle(shop: Workshop, number: int) -> Iterable[Placed]:
    return search_files.bundled(shop.numbering.works, number, search_files.REFERENCES)


def _words(shop: Workshop, language: str) -> Output:
    settings = shop.library.settings
    kept = TextCache(settings.cache and settings.cache / "search")
    return index_files.of_language(shop.stamper(language).labels, shop.numbering, settings.overrides / index_files.RULES, kept)


def _facets(shop: Workshop, _: None) -> Iterator[OutputFile]:
    yield from index_files.of_no_language(shop.library.catalogue, shop.library.indexes, shop.numbering)
    for stamper in shop.stampers:
        yield from index_files.labels_of_facets(stamper.labels, shop.numbering)


def _feeds(shop: Workshop, shelf: Shelf) -> Output:
    return (shop.feeds(language).shelf(shelf) for language in shop.languages)


def _own_feeds(shop: Workshop, _: None) -> Iterator[OutputFile]:
    for language in shop.languages:
        yield shop.feeds(language).library()
        if shop.library.catalogue.journal:
            yield shop.feeds(language).journal()
        yield from shop.opds(language).all()


def _schemas(shop: Workshop, _: None) -> Output:
    return (OutputFile(f"schemas/{name}", text) for name, text in schemas.texts(shop.library.catalogue.vocabularies).items())


def _home(shop: Workshop, _: None) -> Output:
    return (home.page(stamper, shop.printed.page(stamper.language, "")) for stamper in shop.stampers)


def _written(shop: Workshop, path: str) -> Output:
    return (written.page(stamper, shop.printed.page(stamper.language, path)) for stamper in shop.stampers)


def _journal(shop: Workshop, _: None) -> Output:
    return (journal.page(stamper) for stamper in shop.stampers) if shop.library.catalogue.journal else ()


def _asset(shop: Workshop, path: str) -> Output:
    return (OutputFile(path, shop.printed.assets[path].read_bytes()),)


def _manifest(shop: Workshop, path: str, maker: str) -> Output:
    return (citation_files.manifest(path, (row for note in shop.before.notes.get(maker, ()) for row in json.loads(note))),)


def _manifests(shop: Workshop, _: None) -> Iterator[OutputFile | Note]:
    yield from _manifest(shop, citation_paths.LISTS_MANIFEST, "citations of a list")
    yield from _manifest(shop, citation_paths.MANIFEST, "citations of the library")


def _resourcesync(shop: Workshop, _: None) -> Output:
    library = shop.library
    resources = (
        resource
        for placed in library.catalogue.works.values()
        for resource in resourcesync.of_work(
            library.catalogue, library.site, placed, of_work.harvested(placed), lambda path: _measured(shop, path)
        )
    )
    return resourcesync.ResourceSync(library.site, resources).files()


def _measured(shop: Workshop, path: str) -> tuple[int, str]:
    size, sha256 = shop.before.files[path]
    return size, sha256.hex()


def _sitemaps(shop: Workshop, _: None) -> Output:
    library = shop.library
    return sitemaps.sitemaps(library.site, _pages_of_every_language(shop), changes.last_changes(library.catalogue, library.indexes))


def _pages_of_every_language(shop: Workshop) -> set[str]:
    """Paths below a language's root of the pages to be found by search engines."""
    library = shop.library
    moved = {file.path.removesuffix("index.html").strip("/") for file in redirects.redirects(library.catalogue, library.site)}
    own = {path.removesuffix("index.html").strip("/") for path in shop.before.files if path == "index.html" or path.endswith("/index.html")}
    others = {library.site.prefix(language).strip("/") for language in library.site.languages[1:]}
    return {path for path in own - moved if path.split("/")[0] not in others and not in_one_language(path)}


def _zip(shop: Workshop, language: str) -> Output:
    library = shop.library
    if not library.settings.offline_zip or shop.reader is None:
        return ()
    day = changes.last_change(library.catalogue.works.values()).first_day
    return (bundle.library_zip(library.site, language, shop.reader, day, library.settings.locales),)


def _downloads(shop: Workshop, _: None) -> Iterator[OutputFile]:
    sizes = {path: shop.before.files[path][0] for path in map(bundle.path, shop.languages) if path in shop.before.files}
    rows = [row for note in shop.before.notes.get("citations of the library", ()) for row in json.loads(note)]
    for stamper in shop.stampers:
        yield exports.page(stamper, rows, sizes)
        yield offline.page(stamper, sizes)


def _worker(shop: Workshop, _: None) -> Output:
    return (worker.service_worker(shop.library.site, shop.reader),) if shop.library.settings.offline_worker and shop.reader else ()


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
        lambda shop, path: (page for stamper in shop.stampers for page in facets.facet_pages(stamper, path)),
        "facet",
        ("terms of the facet", *ENGINE),
        "library.pages.facets",
        "pages",
    ),
    Maker(
        "titles",
        lambda shop, _: (page for stamper in shop.stampers for page in facets.titles_pages(stamper)),
        "site",
        ("catalogue", *ENGINE),
        "library.pages.facets",
        "pages",
    ),
    Maker("home", _home, "site", ("counts", "newest works", "journal", "home page", "fonts", *ENGINE), "library.pages.home", "pages"),
    Maker("written page", _written, "written page", ("written page", "settings", "words"), "library.pages.written", "pages"),
    Maker("journal", _journal, "site", ("journal", *ENGINE), "library.pages.journal", "pages"),
    Maker(
        "issue",
        lambda shop, issue: (journal.issue_page(stamper, issue) for stamper in shop.stampers),
        "issue",
        ("issue", "issues", "counts", *ENGINE),
        "library.pages.journal",
        "pages",
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
        ("counts", *ENGINE),
        "library.pages.overview",
        "pages",
    ),
    Maker(
        "style",
        lambda shop, _: (style.page(stamper) for stamper in shop.stampers),
        "site",
        ("counts", "specimen", "styles", "fonts", *ENGINE),
        "library.pages.style",
        "pages",
        references=lambda shop, _: (style.specimen(shop.library.catalogue.works.values()),),
    ),
    Maker(
        "for machines",
        lambda shop, _: (machines.page(stamper) for stamper in shop.stampers),
        "site",
        ("journal", *ENGINE),
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
        lambda shop, _: redirects.redirects(shop.library.catalogue, shop.library.site),
        "site",
        ("catalogue", "settings"),
        "library.pages.redirects",
        "pages",
    ),
    Maker("documents", _documents, "work", ("work",), "library.pages.covers.share_files", "pictures"),
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
    Maker("a work for programs", _for_programs, "work", ("work", "names", "settings"), "library.machines.of_work", "exports"),
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
    Maker("feeds of a list", _feeds, "shelf", ("works of the shelf", "names", "settings", "words"), "library.machines.feeds", "exports"),
    Maker("feeds of the library", _own_feeds, "site", ("catalogue", "settings", "words"), "library.machines.opds", "exports"),
    Maker("deposits of an issue", _deposits, "issue", ("issue", "issues", "names", "settings"), "library.citations.deposits", "exports"),
    Maker(
        "lists of the API", lambda shop, _: shop.api.lists(), "site", ("catalogue", "settings"), "library.machines.api.records", "exports"
    ),
    Maker("schemas", _schemas, "site", ("vocabularies",), "library.catalogue.schemas", "exports"),
    Maker(
        "for hosts",
        lambda shop, _: (*hosting.files(shop.library.site), sitemaps.robots(shop.library.site)),
        "site",
        ("settings",),
        "library.machines.hosting",
        "exports",
    ),
    Maker("search cards", _cards, "bundle of cards", ("cards of the bundle", "numbering", *ENGINE), "library.pages.stamper", "search"),
    Maker(
        "search citations",
        _references_bundle,
        "bundle of references",
        ("references of the bundle", "names", "numbering", "settings"),
        "library.search.references",
        "search",
        references=_works_of_bundle,
    ),
    Maker(
        "search facets",
        _facets,
        "site",
        ("catalogue", "words", "settings"),
        "library.search.index_files",
        "search",
    ),
    Maker("search words", _words, "language", ("texts that are searched", "words", "styles"), "library.search.index_files", "search"),
    Maker(
        "scripts and styles",
        lambda shop, _: shortened.scripts_and_styles(shop.library.settings.overrides),
        "site",
        ("styles",),
        "library.press.shortened",
        "assets",
    ),
    Maker("file as it is", _asset, "asset", ("asset",), "library.press.printed", "assets"),
    Maker("manifests", _manifests, "site", ("files of citations",), "library.citations.files", "exports", stage=1),
    Maker(
        "ResourceSync",
        _resourcesync,
        "site",
        ("catalogue", "settings", "files of works"),
        "library.machines.resourcesync",
        "exports",
        stage=1,
    ),
    Maker("sitemaps", _sitemaps, "site", ("catalogue", "settings", "paths of pages"), "library.machines.sitemaps", "exports", stage=4),
    Maker("zip to unpack", _zip, "language", ("settings", "words", "files of pages"), "library.offline.bundle", "offline", stage=2),
    Maker("downloads", _downloads, "site", ("catalogue", "files of citations", "zips", *ENGINE), "library.pages.exports", "pages", stage=3),
    Maker("service worker", _worker, "site", ("settings", "files of every page"), "library.offline.worker", "offline", stage=4),
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
    "facet": lambda shop: {facet.path: facet.path for facet in FACETS},
    "shelf": lambda shop: {shelf.path: shelf for facet in FACETS for shelf in shop.library.indexes.shelves[facet.path].values()},
    "list": lambda shop: {path: (path, works) for path, works in citation_files.lists(shop.library)},
    "library": lambda shop: {"": citation_files.whole(shop.library)},
    "list page": _list_pages,
    "written page": lambda shop: {page.path: page.path for page in shop.printed.written[shop.languages[0]] if page.path},
    "bundle of cards": lambda shop: _numbers(search_files.number_of_bundles(shop.numbering.works, search_files.CARDS)),
    "bundle of references": lambda shop: _numbers(search_files.number_of_bundles(shop.numbering.works, search_files.REFERENCES)),
    "asset": lambda shop: {path: path for path in shop.printed.assets},
}
"""Subjects by their names, which never change as long as the subject is there."""


def _numbers(count: int) -> dict[str, int]:
    return {str(number): number for number in range(count)}
