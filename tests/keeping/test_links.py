"""Outward links are looked at politely, and told as they are: on hosts that are slow, broken, leading on, huge."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from catalogues import SMALL, SpoiltCatalogue
from click.testing import CliRunner
from library.catalogue.catalogue import Catalogue
from library.commands import main
from library.keeping import links
from library.keeping.links import Found, Link, look


class _Awkward(BaseHTTPRequestHandler):
    """What each path does stands in its name."""

    def do_GET(self) -> None:
        server: _Server = self.server  # type: ignore[assignment]
        with server.lock:
            server.asked.append(self.path)
            server.now += 1
            server.most = max(server.most, server.now)
        self.at_work = True
        try:
            self._answer(server)
        finally:
            self._done(server)

    def _done(self, server: _Server) -> None:
        """Before the last bytes of an answer: whoever has them may ask again at once."""
        with server.lock:
            server.now -= self.at_work
            self.at_work = False

    def _answer(self, server: _Server) -> None:
        match self.path.strip("/").split("/"):
            case ["robots.txt"]:
                self._send(200, b"User-agent: *\nDisallow: /private/\n")
            case ["status", code]:
                self._send(int(code), b"")
            case ["moved", code, *rest]:
                self._send(int(code), b"", Location="/" + "/".join(rest))
            case ["circle" | "script" as name]:
                self._send(302, b"", Location="/circle" if name == "circle" else "file:///etc/hostname")
            case ["slow"]:
                server.stop.wait(5)
            case ["huge"]:
                self._huge(server)
            case ["broken"]:
                self.connection.close()
            case ["late"]:
                self._send(503 if server.asked.count("/late") < 2 else 200, b"")
            case _:
                self._send(200, b"well")

    def _huge(self, server: _Server) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10**12))
        self.end_headers()
        try:
            while not server.stop.is_set():
                self.wfile.write(b"x" * 65_536)
                server.sent += 65_536
        except OSError:
            return

    def _send(self, code: int, body: bytes, **headers: str) -> None:
        self._done(self.server)  # type: ignore[arg-type]
        self.send_response(code)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Awkward)
        self.asked: list[str] = []
        self.lock, self.stop = threading.Lock(), threading.Event()
        self.now = self.most = self.sent = 0


@pytest.fixture
def host() -> Iterator[_Server]:
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,))
    thread.start()
    yield server
    server.stop.set()
    server.shutdown()
    thread.join()
    server.server_close()


def asked(host: _Server, *paths: str, timeout: float = 0.5) -> tuple[dict[str, Found], list[float]]:
    """What came of each path, and how long was waited between."""
    waited: list[float] = []
    base = f"http://127.0.0.1:{host.server_address[1]}"
    found = look([Link(base + path, "catalogue/x.yml", 1) for path in paths], timeout=timeout, wait=waited.append)
    return {each.link.address.removeprefix(base): each for each in found}, waited


def test_what_answers_is_well_and_what_is_gone_is_told_with_a_copy(host: _Server) -> None:
    found, _ = asked(host, "/well", "/status/404", "/status/410", "/status/403")
    assert [path for path, each in found.items() if each.said] == ["/status/404", "/status/410"]
    assert "404" in found["/status/404"].said
    assert found["/status/404"].archived.startswith("https://web.archive.org/web/http://127.0.0.1")


def test_one_host_is_asked_one_thing_at_a_time_with_pauses(host: _Server) -> None:
    _, waited = asked(host, *(f"/well/{number}" for number in range(6)))
    assert host.most == 1 and waited == [links.PAUSE] * 5


def test_what_robots_may_not_see_is_not_asked_for(host: _Server) -> None:
    found, _ = asked(host, "/private/x", "/well")
    assert host.asked == ["/robots.txt", "/well"] and not found["/private/x"].said


def test_a_host_that_is_busy_is_asked_again_later_and_longer(host: _Server) -> None:
    found, waited = asked(host, "/late", "/status/503")
    assert not found["/late"].said and "503" in found["/status/503"].said
    assert waited == [links.PAUSE * 2, links.PAUSE, links.PAUSE * 2, links.PAUSE * 4]


def test_only_what_moved_for_good_is_told_as_moved(host: _Server) -> None:
    found, _ = asked(host, "/moved/301/well", "/moved/302/well", "/moved/308/moved/302/well")
    assert [each.moved.rpartition("/")[2] for each in found.values()] == ["well", "", ""]


@pytest.mark.parametrize("path", ["/circle", "/script", "/broken", "/slow"])
def test_what_never_comes_to_an_end_comes_to_an_end(host: _Server, path: str) -> None:
    started = time.monotonic()
    found, _ = asked(host, path)
    assert found[path].said and time.monotonic() - started < 15


def test_of_a_huge_file_hardly_anything_is_read(host: _Server) -> None:
    found, _ = asked(host, "/huge")
    assert not found["/huge"].said and host.sent < 50_000_000


def test_a_report_names_file_and_line_and_stays_on_its_lines() -> None:
    link = Link("https://example.org/a", "catalogue/x.yml", 7)
    told = links.report([Found(link, "the host answers 404 Not\n::error::Found"), Found(link), Found(link, moved="https://example.org/b")])
    assert "- `catalogue/x.yml:7` <https://example.org/a>: the host answers 404 Not ::error::Found" in told
    assert "## Moved for good" in told and "now <https://example.org/b>" in told
    assert links.report([Found(link)]) == ""


def test_each_address_is_looked_at_once(catalogue_copy: SpoiltCatalogue, small_catalogue: Catalogue) -> None:
    found = list(links.links(small_catalogue))
    assert found and len({link.address for link in found}) == len(found)
    for link in found:
        assert (
            link.address
            in catalogue_copy.text(link.file.removeprefix("catalogue/").removeprefix("small_catalogue/")).splitlines()[link.line - 1]
        )


@pytest.mark.parametrize("words", [[], ["--report", "links.md"]])
def test_links_are_told_to_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, words: list[str]) -> None:
    gone, moved = Link("https://example.org/a", "catalogue/a.yml", 3), Link("https://example.org/b", "catalogue/b.yml", 4)
    monkeypatch.setattr(
        links, "look", lambda _: [Found(gone, "the host answers 404 Not Found"), Found(moved, moved="https://example.org/c")]
    )
    at = [word.replace("links.md", str(tmp_path / "links.md")) for word in words]
    done = CliRunner().invoke(main, ["links", "--catalogue", str(SMALL), "--json", *at])
    assert done.exit_code == 1
    assert json.loads(done.stdout) == {
        "links": 2,
        "broken": [
            {
                "address": "https://example.org/a",
                "file": "catalogue/a.yml",
                "line": 3,
                "said": "the host answers 404 Not Found",
                "archived": "https://web.archive.org/web/https://example.org/a",
            }
        ],
        "moved": [{"address": "https://example.org/b", "file": "catalogue/b.yml", "line": 4, "to": "https://example.org/c"}],
    }
    assert (tmp_path / "links.md").is_file() == bool(words)
