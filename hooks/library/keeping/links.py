"""Outward links, looked at politely: one request to a host at a time, by its robots.txt, with pauses and limits of time and size."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlsplit
from urllib.robotparser import RobotFileParser

from library.catalogue.catalogue import Catalogue
from library.catalogue.yaml_texts import Keys

AGENT = "library-links"
"""What we call ourselves, also in robots.txt."""

PAUSE = 1.0
"""Seconds between two requests to one host; also after which one that failed is asked again, twice as long each time."""

TIMEOUT = 20.0
"""Seconds for an answer to begin."""

TRIES = 3
HOSTS = 8
"""Hosts that are asked side by side."""

ARCHIVE = "https://web.archive.org/web/"
"""Where a page that is gone may be found as it was."""

_AGAIN = {429, 500, 502, 503, 504}


@dataclass(frozen=True)
class Link:
    """An address, and where it stands: file and line."""

    address: str
    file: str
    line: int


@dataclass(frozen=True)
class Found:
    """What came of a link: ``said`` is empty where it leads somewhere; ``moved`` where it leads on to for good."""

    link: Link
    said: str = ""
    moved: str = ""

    @property
    def archived(self) -> str:
        """Where a copy may be found."""
        return f"{ARCHIVE}{self.link.address}" if self.said else ""


def links(catalogue: Catalogue) -> Iterator[Link]:
    """Addresses of editions, and of pages in which facts were read, each once."""
    seen: set[str] = set()
    for placed in catalogue.works.values():
        named: list[tuple[Keys, str | None]] = [
            (("editions", number, "address"), edition.address) for number, edition in enumerate(placed.work.editions)
        ]
        named += [(("provenance", number, "url"), source.url) for number, source in enumerate(placed.work.provenance)]
        for keys, address in named:
            if address and address not in seen:
                seen.add(address)
                yield Link(address, placed.record.name, placed.record.place((*placed.keys, *keys))[0])


def look(
    all_links: Iterable[Link], *, pause: float = PAUSE, timeout: float = TIMEOUT, wait: Callable[[float], None] = time.sleep
) -> list[Found]:
    """What comes of each link, in their order. Hosts are asked side by side, one host one link after the other."""
    by_host: dict[str, list[Link]] = {}
    for link in all_links:
        by_host.setdefault(urlsplit(link.address).netloc, []).append(link)
    found: dict[Link, Found] = {}
    with ThreadPoolExecutor(HOSTS) as pool:
        for of_one in pool.map(lambda group: list(_Host(pause, timeout, wait).all(group)), by_host.values()):
            found |= {each.link: each for each in of_one}
    return [found[link] for group in by_host.values() for link in group]


class _Stay(urllib.request.HTTPRedirectHandler):
    """Follows as the standard library does, and remembers whether every step was for good."""

    def __init__(self) -> None:
        self.for_good = True

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]
        self.for_good = self.for_good and code in (301, 308)
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise urllib.error.HTTPError(newurl, code, "it leads to what is no web address", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Host:
    """One host, asked one thing at a time."""

    def __init__(self, pause: float, timeout: float, wait: Callable[[float], None]) -> None:
        self.pause, self.timeout, self.wait = pause, timeout, wait
        self.robots: RobotFileParser | None = None

    def all(self, group: Iterable[Link]) -> Iterator[Found]:
        for number, link in enumerate(group):
            if number:
                self.wait(self.pause)
            yield self._one(link)

    def _one(self, link: Link) -> Found:
        if not self._allowed(link.address):
            return Found(link)  # not ours to look at; nothing is known against it
        said = ""
        for attempt in range(TRIES):
            if attempt:
                self.wait(self.pause * 2**attempt)
            said, moved, again = self._asked(link.address)
            if not again:
                return Found(link, said, moved)
        return Found(link, said)

    def _asked(self, address: str) -> tuple[str, str, bool]:
        """What is wrong, where it leads on to for good, and whether to ask again. Of a body nothing is read."""
        stay = _Stay()
        request = urllib.request.Request(quote(address, safe="/:;?&=#%~+,()@!$'*[]"), headers={"User-Agent": AGENT, "Accept": "*/*"})
        try:
            with urllib.request.build_opener(stay).open(request, timeout=self.timeout) as answer:
                moved = answer.url if answer.url != request.full_url and stay.for_good else ""
                return "", moved, False
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in (401, 403):
                return "", "", False  # it answers, but not to programs
            return f"the host answers {error.code} {error.reason}", "", error.code in _AGAIN
        except (OSError, HTTPException, ValueError) as error:
            reason = getattr(error, "reason", error)
            return f"no answer: {str(reason) or type(reason).__name__}", "", True

    def _allowed(self, address: str) -> bool:
        parts = urlsplit(address)
        if self.robots is None:
            self.robots = RobotFileParser()
            try:
                request = urllib.request.Request(f"{parts.scheme}://{parts.netloc}/robots.txt", headers={"User-Agent": AGENT})
                with urllib.request.urlopen(request, timeout=self.timeout) as answer:
                    self.robots.parse(answer.read(500_000).decode("utf-8", "replace").splitlines())
            except (OSError, HTTPException, ValueError):
                self.robots.parse([])
        return self.robots.can_fetch(AGENT, address)


def report(found: Iterable[Found]) -> str:
    """What is broken or has moved for good, as Markdown: empty where all is well."""
    found = list(found)
    lines = []
    for title, rows in (
        ("Broken", [(each, f"{each.said}; perhaps as it was: <{each.archived}>") for each in found if each.said]),
        ("Moved for good", [(each, f"now <{each.moved}>") for each in found if each.moved]),
    ):
        if rows:
            lines += [
                f"## {title}",
                "",
                *(f"- `{each.link.file}:{each.link.line}` <{_plain(each.link.address)}>: {_plain(told)}" for each, told in rows),
                "",
            ]
    return "\n".join(lines)


def for_programs(found: Iterable[Found]) -> dict[str, Any]:
    """What is broken or has moved for good, as JSON; ``archived`` is where it may be found as it was."""
    found = list(found)
    broken = [{**_place(each.link), "said": _plain(each.said), "archived": each.archived} for each in found if each.said]
    moved = [{**_place(each.link), "to": each.moved} for each in found if each.moved]
    return {"links": len(found), "broken": broken, "moved": moved}


def _place(link: Link) -> dict[str, Any]:
    return {"address": link.address, "file": link.file, "line": link.line}


def _plain(text: str) -> str:
    """One line: what a host says may hold anything."""
    return " ".join(text.split())[:500]


def summary(found: Iterable[Found]) -> Mapping[str, int]:
    found = list(found)
    return {"links": len(found), "broken": sum(bool(each.said) for each in found), "moved": sum(bool(each.moved) for each in found)}
