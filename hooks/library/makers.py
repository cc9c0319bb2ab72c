"""Makers that need more than one call: a subject in, files out. The rows of ``plan`` name them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from library.catalogue import documents, schemas
from library.catalogue.catalogue import Placed
from library.catalogue.indexes import Shelf
from library.citations import files as citation_files
from library.citations import paths as citation_paths
from library.citations.manifests import files as manifest_files
from library.exports import files as export_files
from library.exports import packages
from library.form import files as form_files
from library.machines import additions, calendars, changes, hosting, of_work, record_feeds, resourcesync, servers, sitemaps
from library.machines.heads import coins
from library.offline import bundle, worker
from library.pages import elsewhere, exports, home, journal, new, offline, redirects, results, written
from library.pages.covers import share_files
from library.press.addresses import in_one_language
from library.press.output import Note, OutputFile
from library.press.shells import BASE
from library.press.text_cache import TextCache
from library.search import beside, index_files
from library.search import files as search_files
from library.search import references as search_references
from library.workshop import Workshop

Output = Iterable[OutputFile | Note]


def held_documents(shop: Workshop, placed: Placed) -> Iterator[OutputFile]:
    """The documents that the site holds, and the light copies of a cover and of figures."""
    catalogue = shop.library.catalogue
    for edition in placed.work.editions:
        if document := documents.offered(catalogue, placed, edition):
            yield from at_former_addresses(placed, OutputFile(document.path, document.source.read_bytes()))
    if cover := share_files.held_cover(catalogue, placed, shop.held_pictures):
        yield cover
    yield from share_files.held_figures(catalogue, placed, shop.held_pictures)


def for_programs(shop: Workshop, placed: Placed) -> Iterator[OutputFile]:
    library = shop.library
    made = (
        *citation_files.of_work(library, placed),
        *of_work.datacite(library, shop.deposits, placed),
        *of_work.crossref(shop.deposits, placed),
        shop.api.record(placed),
        of_work.linkset(shop.heads.signposts, placed),
    )
    for file in made:
        yield from at_former_addresses(placed, file)


def for_hosts(shop: Workshop, _: None) -> Iterator[OutputFile]:
    """What hosts and crawlers read; the form's policy names the forge that it works with."""
    site, form = shop.library.site, shop.library.settings.form
    yield from hosting.files(site)
    yield from servers.files(site, form_files.policy(form["backend"]) if form else "")
    yield sitemaps.robots(site)


def at_former_addresses(placed: Placed, file: OutputFile) -> Iterator[OutputFile]:
    """A file of a work, and the same where the work was before: few hosts can lead a program on from a file."""
    yield file
    for path in citation_paths.at_former_addresses(placed, file.path):
        yield replace(file, path=path)


def deposits(shop: Workshop, issue: Any) -> Iterator[OutputFile]:
    """An issue's articles for Crossref and DOAJ; no file where none of them can be taken."""
    for name, text in (("crossref", shop.deposits.crossref(issue)), ("doaj", shop.deposits.doaj(issue))):
        if text:
            yield OutputFile(f"journal/{issue.id}/{name}.xml", text)


def search_cards(shop: Workshop, number: int) -> Iterator[OutputFile]:
    """Cards for results and the reading list, as the search page shows them: both lie one folder below the language's root."""
    works = search_files.bundled(shop.numbering.works, number, search_files.CARDS)
    for stamper in shop.stampers:
        cards = [stamper.bare_card(placed).replace(BASE, stamper.shells[1].base) for placed in works]
        yield search_files.bundle(f"{stamper.language}/cards", number, shop.numbering.stamp, cards)


def references_bundle(shop: Workshop, number: int) -> Output:
    library = shop.library
    yield from search_references.bundle(shop.numbering, number, library.texts, library.citing, library.references)
    works = search_files.bundled(shop.numbering.works, number, search_files.REFERENCES)
    told = [
        ["" if placed.work.withdrawn else coins.context(citation, abstract=False) for citation in library.citing.of_work(placed)]
        for placed in works
    ]
    yield search_files.bundle("coins", number, shop.numbering.stamp, told)


def works_of_bundle(shop: Workshop, number: int) -> Iterable[Placed]:
    return search_files.bundled(shop.numbering.works, number, search_files.REFERENCES)


def staff_form(shop: Workshop, _: None) -> Output:
    settings = shop.library.settings
    return form_files.files(shop.library.catalogue, settings.form, settings.locales, settings.cache)


def search_words(shop: Workshop, language: str) -> Output:
    settings = shop.library.settings
    kept = TextCache(settings.cache and settings.cache / "search")
    return index_files.of_language(shop.stamper(language).labels, shop.numbering, settings.overrides / index_files.RULES, kept)


def search_facets(shop: Workshop, _: None) -> Iterator[OutputFile]:
    """What is searched in no language, and what each language calls the values of long facets."""
    yield from index_files.of_no_language(shop.library.catalogue, shop.library.indexes, shop.numbering)
    for stamper in shop.stampers:
        yield from index_files.labels_of_facets(stamper.labels, shop.numbering)
        if beside.holds_any(shop.library.catalogue):
            yield beside.file(stamper.labels, shop.numbering)


def list_feeds(shop: Workshop, shelf: Shelf) -> Output:
    return (shop.feeds(language).shelf(shelf) for language in shop.languages)


def own_feeds(shop: Workshop, _: None) -> Iterator[OutputFile]:
    for language in shop.languages:
        yield shop.feeds(language).library()
        if shop.library.catalogue.journal:
            yield shop.feeds(language).journal()
        yield from shop.opds(language).all()


def events_for_programs(shop: Workshop, _: None) -> Iterator[OutputFile]:
    """The calendar of events in each language; nothing where there are no events."""
    for stamper in shop.stampers if shop.library.catalogue.of_kind("event") else ():
        yield calendars.calendar(stamper.labels, shop.library.site)


def record_feeds_of(shop: Workshop, _: None) -> Iterator[OutputFile]:
    """The feeds of the kinds of records beside the works of which there are any, in each language."""
    for language in shop.languages:
        for kind in filter(shop.library.catalogue.of_kind, record_feeds.KINDS):
            yield record_feeds.feed(shop.entries(language), kind)


def feeds_of_months(shop: Workshop, _: None) -> Output:
    return (additions.feed(shop.feeds(language)) for language in shop.languages)


def markdown_copy(shop: Workshop, placed: Placed) -> Output:
    return (shop.markdown.work(placed),)


def llms(shop: Workshop, _: None) -> Output:
    return (shop.markdown.llms(),)


def new_titles(shop: Workshop, _: None) -> Output:
    return (new.page(stamper) for stamper in shop.stampers)


def results_page(shop: Workshop, _: None) -> Output:
    return (results.page(stamper) for stamper in shop.stampers) if shop.library.catalogue.vocabularies["indicators"] else ()


def elsewhere_page(shop: Workshop, _: None) -> Output:
    return (elsewhere.page(stamper) for stamper in shop.stampers) if shop.library.catalogue.vocabularies["elsewhere"] else ()


def json_schemas(shop: Workshop, _: None) -> Output:
    return (OutputFile(f"schemas/{name}", text) for name, text in schemas.texts(shop.library.catalogue.vocabularies).items())


def home_page(shop: Workshop, _: None) -> Output:
    return (home.page(stamper, shop.printed.page(stamper.language, "")) for stamper in shop.stampers)


def written_page(shop: Workshop, path: str) -> Output:
    return (written.page(stamper, shop.printed.page(stamper.language, path)) for stamper in shop.stampers)


def journal_page(shop: Workshop, _: None) -> Output:
    return (journal.page(stamper) for stamper in shop.stampers) if shop.library.catalogue.journal else ()


def asset(shop: Workshop, path: str) -> Output:
    return (OutputFile(path, shop.printed.assets[path].read_bytes()),)


def _rows(shop: Workshop, *makers: str) -> list[Any]:
    return [row for maker in makers for note in shop.before.notes.get(maker, ()) for row in json.loads(note)]


def whole_exports(shop: Workshop, _: None) -> Output:
    return export_files.whole(shop.library)


def packages_of_exports(shop: Workshop, _: None) -> Iterator[OutputFile]:
    """What tells of the files of the whole library."""
    library = shop.library
    day = changes.last_change(library.catalogue.works.values()).first_day
    rows = _rows(shop, "citations of the library", "whole exports")
    yield OutputFile(packages.DATA_PACKAGE, packages.data_package(library.site, rows, day))
    yield OutputFile(packages.DCAT, packages.dcat(library.site, rows, day))


def manifests(shop: Workshop, _: None) -> Iterator[OutputFile | Note]:
    yield from manifest_files(citation_paths.LISTS_MANIFEST, _rows(shop, "citations of a list"))
    yield from manifest_files(citation_paths.MANIFEST, _rows(shop, "citations of the library"))


def resource_lists(shop: Workshop, _: None) -> Output:
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


def page_maps(shop: Workshop, _: None) -> Output:
    library = shop.library
    return sitemaps.sitemaps(library.site, _pages_of_every_language(shop), changes.last_changes(library.catalogue, library.indexes))


def _pages_of_every_language(shop: Workshop) -> set[str]:
    """Paths below a language's root of the pages to be found by search engines."""
    library = shop.library
    moved = {
        file.path.removesuffix("index.html").strip("/") for file in redirects.redirects(library.catalogue, library.indexes, library.site)
    }
    own = {path.removesuffix("index.html").strip("/") for path in shop.before.files if path == "index.html" or path.endswith("/index.html")}
    others = {library.site.prefix(language).strip("/") for language in library.site.languages[1:]}
    withdrawn = {placed.address for placed in library.catalogue.works.values() if not placed.listed}
    return {
        path for path in own - moved - withdrawn if path.split("/")[0] not in {*others, form_files.FOLDER} and not in_one_language(path)
    }


def zip_to_unpack(shop: Workshop, language: str) -> Output:
    library = shop.library
    if not library.settings.offline_zip or shop.reader is None:
        return ()
    day = changes.last_change(library.catalogue.works.values()).first_day
    return (bundle.library_zip(library.site, language, shop.reader, day, library.settings.locales),)


def downloads(shop: Workshop, _: None) -> Iterator[OutputFile]:
    sizes = {path: shop.before.files[path][0] for path in map(bundle.path, shop.languages) if path in shop.before.files}
    rows = _rows(shop, "citations of the library", "whole exports")
    for stamper in shop.stampers:
        yield exports.page(stamper, rows, sizes)
        yield offline.page(stamper, sizes)


def service_worker(shop: Workshop, _: None) -> Output:
    return (worker.service_worker(shop.library.site, shop.reader),) if shop.library.settings.offline_worker and shop.reader else ()
