"""What search engines are told: which pages there are, when each last changed, and that they may read everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from library.catalogue.dates import Issued
from library.press.addresses import Site
from library.press.output import OutputFile

SITEMAP_LENGTH = 5_000
"""Addresses in one sitemap: in four languages 3.3 MB. The protocol allows 50,000 and 50 MB (https://www.sitemaps.org); no file
for programs here is above 5 MB."""


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
