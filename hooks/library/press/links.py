"""Links of the written site that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import unescape
from posixpath import normpath
from urllib.parse import unquote

from library.press.store import Leads

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def _links(html: str) -> set[str]:
    """Values of all ``href`` and ``src``. Cutting at a fixed text takes a third of the time of a pattern, which was a sixth of a build."""
    return {part.partition('"')[0] for name in (' href="', ' src="') for part in html.split(name)[1:]}


@dataclass
class Links:
    """Where the pages lead: each target once, with one page that leads there.

    ``own`` is the site's address: absolute links below it count as internal. ``root`` is its
    path, ``/`` or ``/library/``: links from pages that are shown at any depth begin with it.
    """

    own: str
    root: str = "/"
    targets: dict[str, str] = field(default_factory=dict)
    broken_anchors: dict[str, str] = field(default_factory=dict)

    def add(self, page: str, html: str) -> None:
        """Collects the links of a page, given its path from the site's root."""
        folder = page.rsplit("/", 1)[0] if "/" in page else ""
        depth = page.count("/")
        up = "../" * depth
        for link in _links(html):
            if depth and link.startswith(up):  # nearly all: up to the root and down again
                self.targets.setdefault(link[len(up) :], page)
                continue
            if link.startswith("#"):
                if link != "#" and f' id="{unquote(unescape(link[1:]))}"' not in html:
                    self.broken_anchors.setdefault(f"{page}{link}", page)
                continue
            if _ELSEWHERE.match(link):
                if not link.startswith(self.own):
                    continue
                target = link[len(self.own) :]
            elif link.startswith("/"):
                target = link[len(self.root) :] if link.startswith(self.root) else f"/{link}"
            else:
                target = f"{folder}/{link}" if folder else link
            self.targets.setdefault(target, page)

    def leads(self) -> Leads:
        """What was collected, to be kept."""
        return Leads(tuple(self.targets.items()), tuple(self.broken_anchors.items()))

    def broken(self, files: Iterable[str]) -> list[tuple[str, str]]:
        """Pairs of a page and a target on it that is no file of the site, sorted.

        A target ending in a slash, or empty, is the ``index.html`` there. Anchors are held
        against the page they stand on; the site links to no anchor of another page.
        """
        known = set(files)
        found = []
        for target, page in self.targets.items():
            path = unescape(target).partition("#")[0]
            path = unquote(path.partition("?")[0])
            path = normpath(path) + ("/" if path.endswith("/") else "") if path else ""
            path = "" if path in (".", "./") else path
            file = f"{path}index.html" if not path or path.endswith("/") else path
            if file not in known:
                found.append((page, target))
        return sorted([*found, *((page, link) for link, page in self.broken_anchors.items())])
