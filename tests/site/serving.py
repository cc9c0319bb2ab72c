"""Serves built sites as a host would: compressed, on this machine only."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path

INSECURE_HOST = "library.test"
"""A name of this machine that browsers do not trust, as they trust 127.0.0.1."""

COMPRESSED = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".bib", ".ris", ".csv"}
LEVEL = 6
"""What nginx's and most hosts' gzip is set to."""


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Files of a folder, texts compressed with gzip for those who take it. Connections are kept, as hosts keep them."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
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

    def log_message(self, *arguments: object) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    """A thread for each connection, of which browsers open several at once."""

    request_queue_size = 64
    """Callers in line; the standard library takes five, and turns away the next, who calls again a second later."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address under which a folder can be read for as long as the context lasts."""
    server = Server(("127.0.0.1", 0), functools.partial(Compressing, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
