"""What a host must be told that a file's name does not tell it: media types, and who may read from a script.

One table, here as ``_headers``, which Netlify, Cloudflare Pages and others read, in ``servers`` as snippets for
nginx, Caddy and Apache. A host that reads none of them (GitHub Pages) still serves every file, some as
``application/octet-stream``.

What pages may load stands in the pages themselves (``press.policy``): the staff's form needs more, and hosts that read
``_headers`` put the values of all rules together. Headers say what only they can: that no other site frames a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from library.catalogue.indexes import FACETS
from library.citations import paths as citation_paths
from library.citations.formats import FORMATS, ExportFormat
from library.press.addresses import Site
from library.press.output import OutputFile

HEADERS = "_headers"

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Access-Control-Allow-Origin": "*",
    "Content-Security-Policy": "frame-ancestors 'none'; object-src 'none'; base-uri 'none'",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Permissions-Policy": "camera=(),geolocation=(),microphone=(),payment=(),usb=()",
}
"""Scripts of other sites may read everything: all of it is public, and nobody is signed in but in the form, whose forge opens a
window of its own to do so. For the same reason pictures and documents may stand in other sites' pages, which asks for CORP."""

FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
"""For files whose names change with their content."""

_OWN_TYPES = (
    ("linkset.json", "application/linkset+json"),
    ("datacite.xml", citation_paths.DATACITE_TYPE),
)
"""Files that are no reference formats: how their names end, and what they are."""


@dataclass(frozen=True)
class Rule:
    """Headers of the files whose path from the site's root matches.

    ``pattern`` is a regular expression over the whole path. ``globs`` say the same in
    ``_headers``, where ``*`` stands for anything and may come once, ``:list`` for anything
    without a slash; hosts put the values of all rules that match
    together, so no two globs that set the same header may match one path. Where that cannot
    be said there are none, and the host's own type stands.
    """

    pattern: str
    globs: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]

    @property
    def media_type(self) -> str:
        return dict(self.headers).get("Content-Type", "")


def rules(site: Site, formats: Iterable[ExportFormat] = FORMATS) -> list[Rule]:
    """The rules in the order in which nginx tries them; the first that matches holds."""
    prefixes = [site.prefix(language) for language in site.languages]
    anywhere = "(?:" + "|".join(prefixes) + ")"
    return [
        _rule(r"api/v1/.*\.json", ("api/v1/*.json",), "application/json"),
        _rule(r"api/v1/.*\.csv", ("api/v1/*.csv",), "text/csv"),
        _rule(rf"{anywhere}opds/.*\.xml", tuple(f"{prefix}opds/*.xml" for prefix in prefixes), "application/atom+xml;profile=opds-catalog"),
        _rule(r"(?:.*/)?feed\.xml", ("feed.xml", "*/feed.xml"), "application/atom+xml"),
        _rule(rf"{anywhere}events/.*\.ics", tuple(f"{prefix}events/*.ics" for prefix in prefixes), "text/calendar"),
        _rule(r"\.well-known/resourcesync", (".well-known/resourcesync",), "application/xml"),
        _rule(r"resourcesync/.*\.xml", ("resourcesync/*.xml",), "application/xml"),
        _rule(r"sitemap[^/]*\.xml", ("sitemap*.xml",), "application/xml"),
        _rule(r"exports/(?:manifest|lists)\.json", ("exports/manifest.json", "exports/lists.json"), "application/json"),
        _rule(r".*\.md", ("*.md",), "text/markdown"),
        _rule(r"llms\.txt", ("llms.txt",), "text/plain"),
        _rule(r"exports/datapackage\.json", ("exports/datapackage.json",), "application/json"),
        _rule(r"exports/dcat\.jsonld", ("exports/dcat.jsonld",), "application/ld+json"),
        _rule(r"exports/library\.sqlite", ("exports/library.sqlite",), "application/vnd.sqlite3"),
        _rule(r"exports/library\.marc\.xml", ("exports/library.marc.xml",), "application/marcxml+xml"),
        *_of_exports(formats),
        Rule(r"assets/stylesheets/main\.[0-9a-f]{8,}\.min\.css", ("assets/stylesheets/main.*.min.css",), tuple(FOR_EVER.items())),
    ]


def _rule(pattern: str, globs: tuple[str, ...], media_type: str) -> Rule:
    return Rule(pattern, globs, (("Content-Type", f"{media_type}; charset=utf-8" if _is_text(media_type) else media_type),))


def _is_text(media_type: str) -> bool:
    """Whether a charset belongs behind the type: JSON is always UTF-8 and its types have no such parameter (RFC 8259, 11)."""
    return not re.search(r"[/+]json$|sqlite3$", media_type)


def _of_exports(formats: Iterable[ExportFormat]) -> Iterator[Rule]:
    """Rules for the endings of exports, the longest first, as ``biblatex.bib`` is a ``bib`` as well."""
    types = {**{format_.ending: format_.media_type for format_ in formats}, **dict(_OWN_TYPES)}
    for ending in sorted(types, key=lambda ending: (-len(ending), ending)):
        separator = r"(?:.*[./])?" if ending in dict(_OWN_TYPES) else r".*\."
        yield _rule(separator + re.escape(ending), tuple(_globs(ending, types)), types[ending])


def _globs(ending: str, types: dict[str, str]) -> Iterator[str]:
    """How ``_headers`` names files with an ending, where no file of another type is so named."""
    if any(ending.endswith(f".{other}") and types[other] == types[ending] for other in types):
        return  # the shorter ending's rule is theirs too
    if any(other.endswith(f".{ending}") and types[other] != types[ending] for other in types) or ending in ("json", "xml", "csv"):
        yield from _in_lists(ending)
        return
    yield f"*{ending}" if ending in dict(_OWN_TYPES) else f"*.{ending}"


def _in_lists(ending: str) -> Iterator[str]:
    """Files of lists and of the library, whose names are like no other's."""
    yield f"exports/library*.{ending}"
    yield f"journal/works*.{ending}"
    yield from (f"{path}/:list/works*.{ending}" for path in ["journal", *(facet.path for facet in FACETS)])


def headers(site: Site, formats: Sequence[ExportFormat] = FORMATS) -> OutputFile:
    """``_headers`` at the root of the site."""
    folder = _folder(site)
    lines = ["# Written with the site: what each file is, for hosts that read _headers.", f"{folder}*", *_header_lines(EVERYWHERE.items())]
    for rule in rules(site, formats):
        for glob in rule.globs:
            lines += [f"{folder}{glob}", *_header_lines(rule.headers)]
    return OutputFile(HEADERS, "\n".join(lines) + "\n")


def _header_lines(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f"  {name}: {value}" for name, value in pairs]


def _folder(site: Site) -> str:
    """The site's path on its host, with slashes at both ends."""
    return urlsplit(site.url).path or "/"


def files(site: Site, formats: Sequence[ExportFormat] = FORMATS) -> Iterator[OutputFile]:
    yield headers(site, formats)
