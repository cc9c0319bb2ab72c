"""A host that can be made slow or faulty, and what a browser keeps of its site."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page
from readers import until
from serving import Server

LIBRARY = "https://host.example.org/library/"
"""The address for which the site is built; the tests' host has its path."""


@dataclass
class Host:
    """Serves a folder that holds the site as ``library``.

    ``open`` is cleared to keep every answer waiting; ``failing`` are paths that are answered with
    an error, ``moved`` leads from paths to others. ``asked`` are the paths that came.
    """

    folder: Path
    address: str = ""
    open: threading.Event = field(default_factory=threading.Event)
    failing: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @property
    def site(self) -> Path:
        return self.folder / "library"

    def change(self, path: str, old: str, new: str) -> None:
        text = (self.site / path).read_text("utf-8")
        assert old in text
        before = (self.site / path).stat().st_mtime
        (self.site / path).write_text(text.replace(old, new), "utf-8")
        # Hosts tell the time of a file by the second: what has changed within one would seem to be the same.
        os.utime(self.site / path, (before + 2, before + 2))


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *arguments: object, host: Host, **named: object) -> None:
        self.host = host
        super().__init__(*arguments, directory=str(host.folder), **named)

    def do_GET(self) -> None:
        path = self.path.split("?")[0].removeprefix("/library/")
        self.host.asked.append(path)
        self.host.open.wait()
        if path in self.host.failing:
            self.send_error(503)
        elif path in self.host.moved:
            self.send_response(302)
            self.send_header("Location", self.host.moved[path])
            self.end_headers()
        else:
            super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")  # so that what a test changed is seen at once
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def hosting(folder: Path) -> Iterator[Host]:
    host = Host(folder)
    host.open.set()
    server = Server(("127.0.0.1", 0), functools.partial(_Handler, host=host))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}/library/"
    try:
        yield host
    finally:
        host.open.set()
        server.shutdown()
        server.server_close()


_KEPT = """async () => {
  const cache = await caches.open("library /library/ kept");
  const [keys, answers] = [await cache.keys(), await cache.matchAll()];
  return keys.map((key, place) => [key.url, answers[place].headers.get("X-Library-Kind")]);
}"""


def kept(page: Page, kind: str = "page") -> list[str]:
    """Paths of what the browser keeps of a kind, in the order in which they came."""
    return [address.split("/library/", 1)[1] for address, of_kind in page.evaluate(_KEPT) if of_kind == kind]


def until_kept(page: Page, path: str) -> None:
    """Waits until a path is among what is kept."""
    until(page, "async path => (await caches.open('library /library/ kept')).match('/library/' + path)", path)


def visit(page: Page, host: Host, path: str) -> None:
    """Opens a page and waits until it is kept, with the service worker in charge of it."""
    page.goto(host.address + path)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    until_kept(page, path.split("?")[0])


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()
