"""The site on this computer while one works on it: made anew at every change, shown in the browser at once."""

from __future__ import annotations

import html
import json
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

from library import doorway, engine
from library.catalogue.problems import report
from library.press.store import Store
from library.words.problems import chosen

INTERVAL = 0.1
"""Seconds between two looks at the watched folders; a look at some 500 files takes 3 ms."""

PREFIX = "library-serve-"

_SCRIPT = """
(() => {
  const shown = document.createElement("div");
  shown.setAttribute("role", "alert");
  shown.style.cssText = "position:fixed;inset:auto 0 0 0;max-height:60%;overflow:auto;margin:0;padding:1rem;z-index:99;background:#7a1020;color:#fff;font:14px/1.5 monospace;white-space:pre-wrap";
  const source = new EventSource("/.library/changes");
  let version = null;
  source.onmessage = (event) => {
    const told = JSON.parse(event.data);
    if (version !== null && told.version !== version) { location.reload(); return; }
    version = told.version;
    shown.textContent = told.problems.join("\\n\\n");
    if (told.problems.length) document.body.append(shown); else shown.remove();
  };
})();
"""
"""Loads the page again after a build, and shows what is wrong with the catalogue on top of it."""

_WORKER = (
    "self.addEventListener('install', () => self.skipWaiting()); self.addEventListener('activate', () => self.registration.unregister());\n"
)
"""In the place of the site's service worker, which would keep pages that are about to change."""

Print = Callable[[str], None]


class _Quiet(ThreadingHTTPServer):
    """Says nothing of browsers that leave before they have their answer, as they do at every click."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class Server:
    """Watches a project, makes its site into a folder of its own and serves it.

    ``changed`` is set after every build, for those who wait for it.
    """

    def __init__(self, project: Path, address: tuple[str, int], say: Print = print) -> None:
        self.project = project
        self.say = say
        # The port first: where it is taken, no folder is left.
        self.http = _Quiet(address, partial(_Handler, self))
        self.http.daemon_threads = True
        self.folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}{os.getpid()}-", dir=_memory()))
        self.site = self.folder / "site"
        self.store = Store()
        self.version = 0
        self.problems: list[str] = []
        self.changed = threading.Condition()
        self._printed: tuple[object, Any] = (None, None)
        self._code = dict(_times([project / "hooks"]))
        self._answering = False

    # -- building ------------------------------------------------------------------------------

    def build(self) -> None:
        """Makes what has changed; what is wrong is told, and the site stays as it was."""
        started = time.monotonic()
        problems: list[str] = []
        written = 0
        try:
            configuration = engine.read(self.project, serving=True)
            stamp = tuple(
                sorted(_times([self.project / "mkdocs.yml", configuration.docs, *_printed_from(configuration.settings.overrides)]))
            )
            if self._printed[0] != stamp:
                self._printed = (stamp, engine.printed(configuration))
            result = doorway.make(configuration.settings, self._printed[1], self.site, alone=True, store=self.store, fresh=True)
            problems = [f"{page}: the link to {target} leads nowhere" for page, target in result.broken]
            written = len(result.written) + len(result.deleted)
        except doorway.Refused as refused:
            problems = report(refused.problems, chosen(self.project / "overrides" / "locales")) or [str(refused)]
        except (OSError, yaml.YAMLError, KeyError) as error:
            problems = [f"mkdocs.yml or a page cannot be read: {error}"]
        except Exception as error:  # a slip in a template or in our own code: the server goes on
            problems = [f"{type(error).__name__}: {error}"]
        with self.changed:
            self.problems = problems
            self.version += bool(written)
            self.changed.notify_all()
        self._tell(problems, written, time.monotonic() - started)

    def _tell(self, problems: list[str], written: int, seconds: float) -> None:
        clock = time.strftime("%H:%M:%S")
        for problem in problems:
            self.say(problem)
        if problems and not written:
            self.say(f"{clock}  {len(problems)} {'problem' if len(problems) == 1 else 'problems'}; the site shows what was there before")
        else:
            self.say(f"{clock}  {written} {'file' if written == 1 else 'files'} written in {seconds:.1f} s")

    # -- watching ------------------------------------------------------------------------------

    def watched(self) -> list[Path]:
        """Folders and files whose change makes the site anew."""
        configuration = engine.read(self.project)
        return [self.project / "mkdocs.yml", configuration.settings.catalogue, configuration.docs, configuration.settings.overrides]

    def watch(self, stop: threading.Event, watched: list[Path], seen: dict[str, tuple[int, int]]) -> None:
        """Builds at every change until it is told to stop; starts the program again when its own code changes."""
        while not stop.wait(INTERVAL):
            now = dict(_times(watched))
            if now != seen:
                seen = now
                self.build()
            if dict(_times([self.project / "hooks"])) != self._code:
                self.close()
                os.execv(sys.executable, [sys.executable, "-m", "library", *sys.argv[1:]])

    def run(self, stop: threading.Event | None = None) -> None:
        """Builds, serves and watches until Ctrl-C, SIGTERM or ``stop``; leaves nothing behind."""
        _tidy_up()
        try:
            # Looked at before the first build: what is saved while it is made is made after it.
            watched = self.watched()
            seen = dict(_times(watched))
            self.build()
            threading.Thread(target=self.http.serve_forever, name="server", daemon=True).start()
            self._answering = True
            host, port = self.http.server_address[:2]
            self.say(f"Serving on http://{host!s}:{port}/  (Ctrl-C ends it)")
            self.watch(stop or threading.Event(), watched, seen)
        finally:
            self.close()

    def close(self) -> None:
        if self._answering:  # else there is no loop that could end, and the call would wait for it
            self.http.shutdown()
        self.http.server_close()
        shutil.rmtree(self.folder, ignore_errors=True)

    # -- what pages ask for ------------------------------------------------------------------------

    def state(self) -> dict[str, Any]:
        return {"version": self.version, "problems": self.problems}


class _Handler(SimpleHTTPRequestHandler):
    """Files of the site, with a script in each page; and a stream that tells of changes."""

    extensions_map = {  # noqa: RUF012 - as the class above declares it
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".webp": "image/webp",
        ".woff2": "font/woff2",
        ".bib": "application/x-bibtex",
    }

    def __init__(self, server: Server, *arguments: Any) -> None:
        self.library = server
        super().__init__(*arguments, directory=str(server.site))

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == "/.library/changes":
            self._stream()
        elif path == "/.library/reload.js":
            self._send(_SCRIPT.encode(), "text/javascript")
        elif path == "/sw.js":
            self._send(_WORKER.encode(), "text/javascript")
        else:
            self._file(path)

    def _file(self, path: str) -> None:
        target = Path(self.translate_path(self.path))
        if target.is_dir() and path.endswith("/"):
            target /= "index.html"
        if target.is_dir():  # redirects to the address with a slash
            super().do_GET()
        elif target.suffix == ".html" and target.is_file():
            self._page(target, 200)
        elif target.is_file():
            super().do_GET()
        else:
            self._page(self._missing(path), 404)

    def _missing(self, path: str) -> Path:
        first = path.strip("/").split("/")[0]
        own = self.library.site / first / "404.html"
        return own if first and own.is_file() else self.library.site / "404.html"

    def _page(self, path: Path, status: int) -> None:
        try:
            text = path.read_text("utf-8")
        except OSError:
            text = f"<!doctype html><title>Library</title><pre>{html.escape(chr(10).join(self.library.problems))}</pre></body>"
        text = text.replace("</body>", '<script src="/.library/reload.js"></script></body>', 1)
        self._send(text.encode(), "text/html; charset=utf-8", status)

    def _send(self, data: bytes, media_type: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        self.wfile.write(data)

    def _stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        told: object = None
        try:
            while True:
                with self.library.changed:
                    now = self.library.state()
                    if now == told:
                        self.library.changed.wait(15)
                        now = self.library.state()
                line = f"data: {json.dumps(now)}\n\n" if now != told else ": still here\n\n"
                told = now
                self.wfile.write(line.encode())
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            return

    def log_message(self, format: str, *arguments: Any) -> None:
        """Requests are not told: what a cataloguer has to read would drown in them."""


def _printed_from(overrides: Path) -> list[Path]:
    return [*overrides.glob("*.html"), *(overrides / "library").glob("*.html"), overrides / "locales"]


def _memory() -> str | None:
    """A folder in memory where there is one: the site is rebuilt at every change, which need not wait for the disk."""
    if os.environ.get("TMPDIR"):
        return None
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _tidy_up() -> None:
    """Takes away what servers left behind that were killed."""
    for folder in Path(tempfile.gettempdir() if _memory() is None else str(_memory())).glob(f"{PREFIX}*"):
        process = folder.name.removeprefix(PREFIX).split("-")[0]
        if process.isdigit() and int(process) != os.getpid() and not Path(f"/proc/{process}").exists() and Path("/proc").exists():
            shutil.rmtree(folder, ignore_errors=True)


def _times(paths: list[Path]) -> Iterator[tuple[str, tuple[int, int]]]:
    """Times and sizes of files, and of all files below folders; those of editors' making are passed over."""
    waiting = [str(path) for path in paths]
    while waiting:
        path = waiting.pop()
        try:
            if os.path.isdir(path):
                with os.scandir(path) as entries:
                    for entry in entries:
                        if entry.name.startswith((".", "#")) or entry.name.endswith(("~", ".swp", ".pyc")) or entry.name == "__pycache__":
                            continue
                        if entry.is_dir(follow_symlinks=False):
                            waiting.append(entry.path)
                        else:
                            stat = entry.stat()
                            yield entry.path, (stat.st_mtime_ns, stat.st_size)
            else:
                stat = os.stat(path)
                yield path, (stat.st_mtime_ns, stat.st_size)
        except OSError:
            continue
