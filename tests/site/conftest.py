"""Whole sites, built once for all tests that look at them."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator

import pytest
from sites import ROOT, Built, build


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the small, awkward catalogue, built strictly."""
    return build(tmp_path_factory.mktemp("small"), ROOT / "tests" / "small_catalogue" / "catalogue")


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of the real catalogue, built strictly."""
    return build(tmp_path_factory.mktemp("real"), ROOT / "catalogue")


@pytest.fixture(scope="session")
def served(small_site: Built, real_site: Built) -> Iterator[dict[str, str]]:
    """Addresses under which the built sites can be opened: ``small`` and ``real``."""
    servers = {}
    for name, site in (("small", small_site), ("real", real_site)):
        handler = functools.partial(_Quiet, directory=str(site.folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers[name] = server
    yield {name: f"http://127.0.0.1:{server.server_port}/" for name, server in servers.items()}
    for server in servers.values():
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass
