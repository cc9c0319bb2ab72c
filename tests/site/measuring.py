"""What a search costs its reader: bytes on the wire and seconds, by the browser's own account."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page
from readers import new_reader
from searching import open_search, settle

SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Lighthouse's slow mobile line: 1.6 Mbit/s and 150 ms a round trip."""


@dataclass(frozen=True)
class Cost:
    """Bytes by kind (``index``, ``scripts``, ``rest``; fonts are left out), as they came over the wire, and seconds."""

    bytes: Counter[str]
    seconds: float

    @property
    def search(self) -> int:
        """Bytes of everything that search itself fetches: its scripts and its index."""
        return self.bytes["index"] + self.bytes["scripts"]


def _kind(address: str) -> str:
    path = urlsplit(address).path
    if "/search/index/" in path:
        return "index"
    if "/javascripts/search" in path or path.endswith("/reading-list-page.js"):
        return "scripts"
    return "fonts" if path.endswith(".woff2") else "rest"


class Line:
    """A page that counts what it loads; ``slow`` puts it on a slow line."""

    def __init__(self, browser: Browser, slow: bool = False) -> None:
        self.context = new_reader(browser, viewport={"width": 390, "height": 844})
        self.page: Page = self.context.new_page()
        self._addresses: dict[str, str] = {}
        self._bytes: Counter[str] = Counter()
        session = self.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.requestWillBeSent", lambda event: self._addresses.__setitem__(event["requestId"], event["request"]["url"]))
        session.on("Network.loadingFinished", lambda event: self._count(event))
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW)

    def _count(self, event: dict) -> None:
        self._bytes[_kind(self._addresses.get(event["requestId"], ""))] += int(event["encodedDataLength"])

    def cost(self) -> Cost:
        """Of everything since the page was opened."""
        # The browser tells of the last files a moment after the page has them.
        self.page.wait_for_load_state("networkidle")
        now = self.page.evaluate("performance.now()")
        return Cost(Counter(self._bytes), now / 1000)

    def close(self) -> None:
        self.context.close()


def first_facet(browser: Browser, base: str, language: str, slow: bool = False) -> Cost:
    """Until the counts of the facets are live and the first results stand there."""
    line = Line(browser, slow)
    open_search(line.page, base, language)
    seconds = _settled_at(line.page)
    cost = line.cost()
    line.close()
    return Cost(cost.bytes, seconds)


def first_result(browser: Browser, base: str, language: str, query: str, slow: bool = False) -> Cost:
    """Until the results of a word stand there, for one who comes with an address that holds it."""
    line = Line(browser, slow)
    open_search(line.page, base, language, q=query)
    settle(line.page)
    seconds = _settled_at(line.page)
    cost = line.cost()
    line.close()
    return Cost(cost.bytes, seconds)


def _settled_at(page: Page) -> float:
    return page.evaluate("performance.getEntriesByName('search-settled')[0].startTime") / 1000
