"""Files without a language: exports beside works and lists, sitemaps, schemas, redirects."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape

from library.build import Build
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.catalogue.indexes import FACETS, Indexes
from library.citations import paths as citation_paths
from library.citations.formats import FORMATS, ExportFormat
from library.press.addresses import Site
from library.press.output import OutputFile

SITEMAP_LENGTH = 40_000
"""Addresses in one sitemap; the protocol allows 50,000 (https://www.sitemaps.org)."""


class Exports:
    """Writes the files of citations: of works, editions, lists and the library."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.catalogue: Catalogue = build.catalogue
        self.indexes: Indexes = build.indexes
        self.texts = build.texts

    def all(self) -> Iterator[OutputFile]:
        yield from self.of_works()
        yield from self.of_editions()
        yield from self._with_manifest(citation_paths.LISTS_MANIFEST, self._lists())
        yield from self._with_manifest(citation_paths.MANIFEST, [(citation_paths.LIBRARY, tuple(self.catalogue.works.values()))])

    def of_works(self) -> Iterator[OutputFile]:
        """The citations of each work, beside its page."""
        for placed in self.catalogue.works.values():
            for format_ in FORMATS:
                yield OutputFile(f"{citation_paths.of_work(placed)}.{format_.ending}", format_.join(self.texts.of(format_, placed)))

    def of_editions(self) -> Iterator[OutputFile]:
        """The citation of each edition of the works that have several."""
        for placed in self.catalogue.works.values():
            citations = self.build.citing.of_work(placed)
            for number, citation in enumerate(citations if len(citations) > 1 else ()):
                path = citation_paths.of_edition(placed, citation)
                for format_ in FORMATS:
                    text = self.texts.of(format_, placed)[number]
                    if format_.names_siblings:  # which are not in this file
                        text = format_.entry(replace(citation, siblings=()))
                    yield OutputFile(f"{path}.{format_.ending}", format_.join([text]))

    def _lists(self) -> Iterator[tuple[str, tuple[Placed, ...]]]:
        """Path and works of each list; of the journal and of each issue."""
        for facet in FACETS:
            for shelf in self.indexes.shelves[facet.path].values():
                yield citation_paths.of_list(shelf.path), shelf.works
        if self.catalogue.journal:
            yield citation_paths.of_list("journal"), tuple(placed for placed in self.catalogue.works.values() if placed.in_journal)
        for issue in self.catalogue.issues.values():
            yield citation_paths.of_list(f"journal/{issue.id}"), tuple(self.catalogue.works[article.id] for article in issue.articles)

    def _with_manifest(self, path: str, lists: Iterable[tuple[str, tuple[Placed, ...]]]) -> Iterator[OutputFile]:
        """The files of some lists, and the manifest that counts, measures and hashes them."""
        rows = []
        for name, works in lists:
            for file, format_, held in self._files(name, works):
                data = file.data
                rows.append(
                    {
                        "path": file.path,
                        "format": format_.label,
                        "media_type": format_.media_type,
                        "works": len(held),
                        "editions": sum(map(len, held)),
                        "bytes": len(data),
                        "sha256": hashlib.sha256(data).hexdigest(),
                    }
                )
                yield OutputFile(file.path, data)
        yield OutputFile(path, json.dumps({"licence": citation_paths.METADATA_LICENCE, "files": rows}, ensure_ascii=False, indent=1) + "\n")

    def _files(self, path: str, works: tuple[Placed, ...]) -> Iterator[tuple[OutputFile, ExportFormat, list[tuple[str, ...]]]]:
        """A list's file in each format, in parts where it is long; with the format, and the entries in it by work."""
        for format_ in FORMATS:
            for number, part in enumerate(self.texts.divided(format_, works), 1):
                yield (
                    OutputFile(citation_paths.of_part(path, number, format_), format_.join(itertools.chain.from_iterable(part))),
                    format_,
                    part,
                )


def sitemaps(site: Site, paths: Iterable[str], changes: Mapping[str, Issued]) -> Iterator[OutputFile]:
    """A sitemap per language in parts, and the index that names them.

    ``paths`` are the pages below a language's root, without slashes at their ends; each
    exists in every language. ``changes`` are the days of their last changes, as far as known.
    """
    ordered = sorted(paths)
    names = []
    for language in site.languages:
        for number, start in enumerate(range(0, len(ordered), SITEMAP_LENGTH), 1):
            names.append(f"sitemap-{language}{'' if number == 1 else f'-{number}'}.xml")
            yield OutputFile(names[-1], _sitemap(site, ordered[start : start + SITEMAP_LENGTH], language, changes))
    entries = "".join(f"<sitemap><loc>{site.url}{name}</loc></sitemap>\n" for name in names)
    yield OutputFile(
        "sitemap.xml",
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</sitemapindex>\n',
    )


def _sitemap(site: Site, paths: list[str], language: str, changes: Mapping[str, Issued]) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path in paths:
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang="{tag}" href="{site.address(path, address)}"/>'
            for tag, address in [*((tag, tag) for tag in site.languages), ("x-default", site.languages[0])]
        )
        changed = f"<lastmod>{changes[path]}</lastmod>" if path in changes else ""
        lines.append(f"<url><loc>{site.address(path, language)}</loc>{changed}{alternates}</url>")
    return "\n".join([*lines, "</urlset>\n"])


def robots(site: Site) -> OutputFile:
    """Everyone may read everything; here are the sitemaps."""
    return OutputFile(
        "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\nSitemap: {site.url}resourcesync/resourcelist.xml\n"
    )


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
                f'<meta http-equiv="refresh" content="0; url={href}"></head><body><p><a href="{href}">{escape(present)}</a></p></body></html>\n',
            )
