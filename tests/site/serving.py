"""Serves built sites as a host would: compressed, on this machine only."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

INSECURE_HOST = "library.test"
"""A name of this machine that browsers do not trust, as they trust 127.0.0.1."""

COMPRESSED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".bib", ".ris", ".csv"}
PIECE = 8192
"""Bytes."""

LEVEL = 6
"""What nginx's and most hosts' gzip is set to."""


@dataclass(frozen=True)
class Line:
    """A slow line: ``latency`` in seconds before each answer, ``rate`` in bytes a second for all answers together."""

    latency: float
    rate: float


class Server(http.server.ThreadingHTTPServer):
    """A thread for each connection, of which browsers open several at once. ``sent`` are bytes, heads of answers among them.

    ``headers`` go with every answer; ``line`` is what lies between the host and its readers. The host
    keeps to it itself: Chromium's own emulation (156, by CDP) loses an answer
    now and then on a busy machine, and then the page never arrives.
    """

    request_queue_size = 64
    """Callers in line; the standard library takes five, and turns away the next, who calls again a second later."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self.sent = 0
        self.headers: dict[str, str] = {}
        self.line: Line | None = None
        self._counting = threading.Lock()
        self._sending = threading.Lock()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def send(self, connection: BinaryIO, data: bytes) -> None:
        """Sends in pieces, each of which has the line to itself."""
        if not self.line:
            connection.write(data)
            return
        for start in range(0, len(data), PIECE):
            with self._sending:
                piece = data[start : start + PIECE]
                time.sleep(len(piece) / self.line.rate)
                connection.write(piece)

    def count(self, number: int) -> None:
        with self._counting:
            self.sent += number


class _Counted:
    """What is written goes on to the connection, and is counted."""

    def __init__(self, connection: BinaryIO, server: Server) -> None:
        self._connection, self._server = connection, server

    def write(self, data: bytes) -> int:
        self._server.count(len(data))
        self._server.send(self._connection, data)
        return len(data)

    def __getattr__(self, name: str) -> object:
        return getattr(self._connection, name)


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, texts compressed with gzip for those who take it. Connections are kept, as hosts keep them."""

    protocol_version = "HTTP/1.1"
    server: Server

    def setup(self) -> None:
        super().setup()
        self.wfile = _Counted(self.wfile, self.server)

    def do_GET(self) -> None:
        if self.server.line:
            time.sleep(self.server.line.latency)
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.split("?")[0].endswith("/") else path
        if file.suffix not in COMPRESSED or not file.is_file() or "gzip" not in self.headers.get("Accept-Encoding", ""):
            super().do_GET()
            return
        data = gzip.compress(file.read_bytes(), LEVEL, mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(str(file))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def end_headers(self) -> None:
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *arguments: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address under which a folder can be read for as long as the context lasts."""
    with running(folder) as server:
        yield server.address


@contextmanager
def running(folder: Path, line: Line | None = None, **headers: str) -> Iterator[Server]:
    """A server of a folder, which says what it has sent. ``headers`` of every answer, by name with ``_`` for ``-``."""
    server = Server(("127.0.0.1", 0), functools.partial(Compressing, directory=str(folder)))
    server.headers = {name.replace("_", "-"): value for name, value in headers.items()}
    server.line = line
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
