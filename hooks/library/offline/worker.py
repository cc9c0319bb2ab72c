"""The service worker, with what it keeps from the beginning and the version that renews it."""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from pathlib import Path
from urllib.parse import urlsplit

from library.press.addresses import Site
from library.press.output import OutputFile
from library.press.reader import SiteReader
from library.press.shortened import script

PATH = "sw.js"
"""At the site's root: a worker answers for its own folder and what lies below
(https://www.w3.org/TR/service-workers/#scope)."""

_WORKER = Path(__file__).with_name("worker.js")
_PLACE = 'const BUILD = { version: "", core: [], prefixes: [] };'
_TAKEN_IN = re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]*)"|<script src="([^"]*)"')


def service_worker(site: Site, reader: SiteReader) -> OutputFile:
    """The worker for a site as it is read: its pages ``offline/`` and what they take in are there.

    Those are the files that every page takes in, so they are what is kept from the beginning,
    with the page ``offline/`` of the language that is read; fonts are kept when a page asks for them.
    """
    prefixes = [site.prefix(tag) for tag in site.languages]
    pages = [f"{prefix}offline/" for prefix in prefixes]
    core = sorted({address for page in pages for address in _taken_in(site, reader, page)})
    build = {"version": _version(reader, [*core, *pages]), "core": core, "prefixes": prefixes}
    text = _WORKER.read_text("utf-8")
    assert _PLACE in text
    return OutputFile(PATH, script(text.replace(_PLACE, f"const BUILD = {json.dumps(build)};", 1)))


def _taken_in(site: Site, reader: SiteReader, page: str) -> list[str]:
    """Addresses below the site's root of the styles, scripts and the icon of a page."""
    html = reader.text(f"{page}index.html")
    # Links of this page are from the host's root: it is shown in the place of any other.
    found = (urlsplit(style or script_) for style, script_ in _TAKEN_IN.findall(html))
    below = ((posixpath.relpath(each.path, urlsplit(site.url).path), each.query) for each in found)
    # The check of links tells of a file that is missing; one missing here would keep the worker from being installed.
    return [path + (f"?{query}" if query else "") for path, query in below if reader.has(path)]


def _version(reader: SiteReader, core: list[str]) -> str:
    """Changes with any file that is kept from the beginning; the worker's own text is compared by browsers."""
    digest = hashlib.sha256()
    for address in core:
        path = address.split("?")[0]
        digest.update(reader.read(f"{path}index.html" if path.endswith("/") else path))
    return digest.hexdigest()[:12]
