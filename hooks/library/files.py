"""Files without a language: exports beside works and lists, sitemaps, schemas, redirects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from .catalogue import Catalogue, Placed
from .exports import FORMATS, ExportFormat, parts
from .indexes import FACETS, Indexes
from .output import OutputFile
from .pages import Build
from .places import Site

SITEMAP_LENGTH = 40_000
"""Addresses in one sitemap; the protocol allows 50,000 (https://www.sitemaps.org)."""


class Exports:
    """Every citation's text in every format, made once and then joined for each list."""

    def __init__(self, build: Build) -> None:
        self.catalogue: Catalogue = build.catalogue
        self.indexes: Indexes = build.indexes
        self.entries = {format_.ending: build.entries if format_.ending == "bib" else entries(build, format_) for format_ in FORMATS}

    def all(self) -> Iterator[OutputFile]:
        yield from self.of_works()
        yield from self.of_lists()
        yield from self.of_library()

    def of_works(self) -> Iterator[OutputFile]:
        """The citations of each work, beside its page."""
        for placed in self.catalogue.works.values():
            yield from self._files(f"{placed.address}/{placed.work.id}", [placed])

    def of_lists(self) -> Iterator[OutputFile]:
        """The citations of each list, beside its page; of the journal and of each issue."""
        for facet in FACETS:
            for shelf in self.indexes.shelves[facet.path].values():
                yield from self._files(f"{shelf.path}/works", shelf.works)
        articles = [placed for placed in self.catalogue.works.values() if placed.in_journal]
        if self.catalogue.journal:
            yield from self._files("journal/works", articles)
        for issue in self.catalogue.issues.values():
            yield from self._files(f"journal/{issue.id}/works", [self.catalogue.works[article.id] for article in issue.articles])

    def of_library(self) -> Iterator[OutputFile]:
        """The citations of all works, in the order of the catalogue's files."""
        return self._files("exports/library", self.catalogue.works.values())

    def _files(self, path: str, works: Iterable[Placed]) -> Iterator[OutputFile]:
        works = tuple(works)
        for format_ in FORMATS:
            texts = (text for placed in works for text in self.entries[format_.ending][placed.work.id])
            for number, part in enumerate(parts(texts), 1):
                name = path if number == 1 else f"{path}-{number}"
                yield OutputFile(f"{name}.{format_.ending}", format_.join(part))


def entries(build: Build, format_: ExportFormat) -> Mapping[str, tuple[str, ...]]:
    """Texts of each work's citations in a format, one for each edition, by the work's id."""
    return {work_id: tuple(format_.entry(citation) for citation in build.citing.of_work(placed))
            for work_id, placed in build.catalogue.works.items()}


def sitemaps(site: Site, paths: Iterable[str]) -> Iterator[OutputFile]:
    """A sitemap per language in parts, and the index that names them.

    ``paths`` are the pages below a language's root, without slashes at their ends; each
    exists in every language.
    """
    ordered = sorted(paths)
    names = []
    for language in site.languages:
        for number, start in enumerate(range(0, len(ordered), SITEMAP_LENGTH), 1):
            names.append(f"sitemap-{language}{'' if number == 1 else f'-{number}'}.xml")
            yield OutputFile(names[-1], _sitemap(site, ordered[start: start + SITEMAP_LENGTH], language))
    entries = "".join(f"<sitemap><loc>{site.url}{name}</loc></sitemap>\n" for name in names)
    yield OutputFile("sitemap.xml", '<?xml version="1.0" encoding="UTF-8"?>\n'
                     f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</sitemapindex>\n')


def _sitemap(site: Site, paths: list[str], language: str) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">']
    for path in paths:
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{site.address(path, address)}"/>'
            for tag, address in [*((tag, tag) for tag in site.languages), ("x-default", site.languages[0])]
        )
        lines.append(f"<url><loc>{site.address(path, language)}</loc>{alternates}</url>")
    return "\n".join([*lines, "</urlset>\n"])


def robots(site: Site) -> OutputFile:
    """Everyone may read everything; here are the sitemaps."""
    return OutputFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n")


def redirects(catalogue: Catalogue, site: Site) -> Iterator[OutputFile]:
    """Pages at former addresses that lead on to the present one, in every language."""
    moved = [(address.strip("/"), placed.address) for placed in catalogue.works.values() for address in placed.work.former_addresses]
    if "case-study" in {placed.work.type for placed in catalogue.works.values()}:
        moved.append(("case-studies", "types/case-study"))
    for former, present in moved:
        for language in site.languages:
            up = "../" * (former.count("/") + 1 + (1 if site.prefix(language) else 0))
            href = escape(f"{up}{site.prefix(language)}{present}/")
            yield OutputFile(
                f"{site.prefix(language)}{former}/index.html",
                f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{escape(present)}</title>'
                f'<meta name="robots" content="noindex"><link rel="canonical" href="{site.address(present, language)}">'
                f'<meta http-equiv="refresh" content="0; url={href}"></head><body><p><a href="{href}">{escape(present)}</a></p></body></html>\n')
