"""Addresses in pages, changed so that the pages work from a folder on the reader's disk."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from html import escape, unescape
from urllib.parse import unquote, urlsplit

from library.press.addresses import Site

INDEX = "index.html"
"""What a host shows of a folder; on a disk a folder shows its list of files."""

_TAG = re.compile(r"<(a|area|audio|button|embed|form|iframe|image|img|input|link|object|script|source|track|use|video)\s[^>]*>")
"""Elements that lead somewhere or take something in. ``>`` is escaped in the attributes that we write."""

_ATTRIBUTE = re.compile(r'(\s(?:xlink:)?(href|src|action|formaction|srcset|poster|data)=")([^"]*)"')

_FOLLOWED = frozenset({"a", "area", "form", "button", "input"})
"""Elements whose address a reader goes to; what the others name is shown with the page."""

_TAKEN_IN = re.compile(r'\srel="(?:[^"]* )?(?:stylesheet|icon)(?: [^"]*)?"')
_AHEAD = re.compile(r'\srel="(?:preload|modulepreload|preconnect|dns-prefetch)"')
"""Asks for a file ahead of time: of no use on a disk, where browsers refuse fonts that are asked for so."""
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="[0-9]+; url=)([^"]*)"')
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")
_CSS_ADDRESS = re.compile(r"""url\(\s*["']?([^"')]+)["']?\s*\)""")


class Addresses:
    """Changes the addresses in pages that are put into a folder.

    ``pages`` are the paths of the pages that lie in it, ``exists`` tells of any path below the
    site's root whether the site has such a file. ``needed`` collects the files that pages take
    in: styles, scripts, pictures. Links to what is not in the folder lead to the site on the web.
    """

    def __init__(self, site: Site, pages: AbstractSet[str], exists: Callable[[str], bool]) -> None:
        self.site = site
        self.pages = pages
        self.exists = exists
        self.root = urlsplit(site.url).path
        self.needed: set[str] = set()
        self._known: dict[tuple[str, str, bool], str] = {}

    def of_page(self, path: str, html: str) -> str:
        """The page at a path below the site's root, as it works from the folder."""
        folder = posixpath.dirname(path)
        up = _up(folder)
        known = self._known

        def tag(found: re.Match[str]) -> str:
            name = found[1]
            if name == "link" and _AHEAD.search(found[0]):
                return ""
            taken_in = name not in _FOLLOWED and (name != "link" or bool(_TAKEN_IN.search(found[0])))

            def attribute(each: re.Match[str]) -> str:
                before, kind, value = each.groups()
                # A page's canonical address and its alternates are those on the web.
                if value.startswith("#") or (name == "link" and _SCHEME.match(value)):
                    return each[0]
                # Headers, footers and cards repeat the same ways from the root on every page of a depth.
                key = (up if value.startswith(up) else folder, value, taken_in)
                changed = known.get(key)
                if changed is None:
                    change = self._srcset if kind == "srcset" else self.led
                    changed = known[key] = escape(change(folder, unescape(value), taken_in))
                return f'{before}{changed}"'

            return _ATTRIBUTE.sub(attribute, found[0])

        html = _REFRESH.sub(lambda found: f'{found[1]}{escape(self.led(folder, unescape(found[2])))}"', html)
        return _TAG.sub(tag, html)

    def _srcset(self, folder: str, value: str, taken_in: bool) -> str:
        candidates = [candidate.split(None, 1) for candidate in value.split(",") if candidate.strip()]
        return ", ".join(" ".join([self.led(folder, parts[0], taken_in), *parts[1:]]) for parts in candidates)

    def led(self, folder: str, address: str, taken_in: bool = False) -> str:
        """Where an address in a page of a folder leads: to the file, where it is at hand, or else to the web.

        ``folder`` is below the site's root, without slashes at its ends. An address on the same
        page or of another site stays as it is.
        """
        if not address or address[0] in "#?":
            return address
        if address.startswith(self.site.url):
            address = self.root + address[len(self.site.url) :]
        elif _SCHEME.match(address):
            return address
        path = urlsplit(address).path
        rest = address[len(path) :]
        target = self._target(folder, path)
        ending = INDEX if not target or target.endswith("/") else ""
        file = unquote(target + ending)
        if taken_in and self.exists(file):
            self.needed.add(file)
        elif file not in self.pages:
            return f"{self.site.url}{target}{rest}"
        return f"{_up(folder)}{target}{ending}{rest}"

    def _target(self, folder: str, path: str) -> str:
        """The path below the site's root that a path in a page of a folder names; a folder's ends in a slash."""
        # What lies beside the site on its host is written as going up from the site.
        joined = posixpath.normpath(posixpath.join(folder, path)) if path[:1] != "/" else posixpath.relpath(path, self.root)
        if joined == ".":
            return ""
        return f"{joined}/" if path.endswith("/") or posixpath.basename(path) in (".", "..") else joined


def _up(folder: str) -> str:
    """The way from a page of a folder up to the site's root: ``../../``, or nothing."""
    return "../" * (folder.count("/") + 1) if folder else ""


def of_stylesheet(path: str, css: str) -> Iterator[str]:
    """Paths below the site's root of the files that a stylesheet takes in: fonts, pictures."""
    for address in _CSS_ADDRESS.findall(css):
        if not _SCHEME.match(address) and not address.startswith("#"):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(path), urlsplit(address).path))
