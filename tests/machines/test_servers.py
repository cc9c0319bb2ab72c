"""nginx, Caddy and Apache, started with the snippets that come with a site: what they send of every kind of file."""

from __future__ import annotations

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from library.catalogue.catalogue import Catalogue
from library.form import files as form_files
from library.machines.hosting import EVERYWHERE
from library.machines.servers import APACHE, CADDY, NGINX, PAGES, files
from library.press.addresses import Site

FORM = form_files.policy({"name": "github", "repo": "owner/library"})

TEXT = "Қазақша, русский, 한국어\n"
TYPES = {
    "index.html": "text/html; charset=utf-8",
    "ru/index.html": "text/html; charset=utf-8",
    "admin/index.html": "text/html; charset=utf-8",
    "feed.xml": "application/atom+xml; charset=utf-8",
    "ru/themes/pay/feed.xml": "application/atom+xml; charset=utf-8",
    "opds/index.xml": "application/atom+xml;profile=opds-catalog; charset=utf-8",
    "api/v1/works.json": "application/json",
    "api/v1/works.csv": "text/csv; charset=utf-8",
    ".well-known/resourcesync": "application/xml; charset=utf-8",
    "publications/a/a.bib": "application/x-bibtex; charset=utf-8",
    "publications/a/a.biblatex.bib": "application/x-bibtex; charset=utf-8",
    "publications/a/a.ris": "application/x-research-info-systems; charset=utf-8",
    "publications/a/a.json": "application/vnd.citationstyles.csl+json",
    "publications/a/a.csv": "text/csv; charset=utf-8",
    "publications/a/linkset.json": "application/linkset+json",
    "publications/a/a.datacite.xml": "application/vnd.datacite.datacite+xml; charset=utf-8",
    "publications/a/a.en.pdf": "application/pdf",
    "exports/manifest.json": "application/json",
    "exports/datapackage.json": "application/json",
    "exports/dcat.jsonld": "application/ld+json",
    "exports/library.sqlite": "application/vnd.sqlite3",
    "exports/library.marc.xml": "application/marcxml+xml; charset=utf-8",
    "assets/stylesheets/main.618322db.min.css": "text/css; charset=utf-8",
    "assets/images/favicon.svg": "image/svg+xml",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, small_catalogue: Catalogue) -> Path:
    """A site of one file of each kind, with its snippets, that any user may read."""
    made = tmp_path_factory.mktemp("served")
    for path in (*TYPES, "404.html", "ru/404.html", "kk/404.html", "ko/404.html"):
        (made / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (made / "site" / path).write_text(f"{path}\n{TEXT * 100}", "utf-8")
    site = Site("https://library.example.org/", small_catalogue.languages, {}, {})
    for file in files(site, FORM):
        (made / "site" / file.path).parent.mkdir(parents=True, exist_ok=True)
        (made / "site" / file.path).write_bytes(file.data)
    for parent in (made, *made.parents):
        if parent.stat().st_uid == os.getuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o055)
    return made


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def nginx(folder: Path, port: int) -> list[str]:
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert program, "nginx is missing: scripts/test needs names it"
    temporary = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    (folder / "nginx.conf").write_text(
        f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log warn; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {temporary} gzip on; gzip_types text/css application/json;\n"
        f"server {{ listen 127.0.0.1:{port}; root {folder}/site; include {folder}/site/{NGINX}; }} }}\n",
        "utf-8",
    )
    return [program, "-e", f"{folder}/error.log", "-c", f"{folder}/nginx.conf"]


def caddy(folder: Path, port: int) -> list[str]:
    program = shutil.which("caddy")
    assert program, "caddy is missing: scripts/test needs names it"
    (folder / "Caddyfile").write_text(
        f"{{\n\tadmin off\n\tauto_https off\n}}\nhttp://127.0.0.1:{port} {{\n\troot * {folder}/site\n\timport {folder}/site/{CADDY}\n}}\n",
        "utf-8",
    )
    return [program, "run", "--config", f"{folder}/Caddyfile"]


APACHE_MODULES = ("mpm_event", "authz_core", "authz_host", "mime", "dir", "headers", "filter", "deflate")


def apache(folder: Path, port: int) -> list[str]:
    program = shutil.which("apache2", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert program, "apache2 is missing: scripts/test needs names it"
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in APACHE_MODULES)
    (folder / "apache.conf").write_text(
        f"ServerRoot {folder}\nServerName library.example.org\nListen 127.0.0.1:{port}\nPidFile {folder}/apache.pid\n"
        f"Mutex file:{folder}\nErrorLog {folder}/apache.log\n{modules}TypesConfig /etc/mime.types\n"
        "AddOutputFilterByType DEFLATE text/html text/css application/json\n"
        f'<VirtualHost 127.0.0.1:{port}>\nDocumentRoot "{folder}/site"\n<Directory "{folder}/site">\nRequire all granted\n</Directory>\n'
        f'Include "{folder}/site/{APACHE}"\n</VirtualHost>\n',
        "utf-8",
    )
    return [program, "-X", "-f", f"{folder}/apache.conf"]


@pytest.fixture(scope="module", params=[nginx, caddy, apache], ids=["nginx", "caddy", "apache"])
def port(request: pytest.FixtureRequest, folder: Path) -> Iterator[int]:
    port = free_port()
    command = request.param(folder, port)
    environment = {**os.environ, "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "told").open("wb") as told:
        server = subprocess.Popen(command, stdout=told, stderr=told, env=environment)
    try:
        until = time.monotonic() + 20
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                assert server.poll() is None and time.monotonic() < until, (folder / "told").read_text("utf-8")
        yield port
    finally:
        server.terminate()
        server.wait(20)


Answer = tuple[int, dict[str, str], bytes]


def asked(port: int, path: str, **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


@pytest.mark.parametrize("path", TYPES)
def test_a_file_has_its_type_and_charset_and_the_headers_of_all(port: int, path: str) -> None:
    status, headers, body = asked(port, f"/{path}")
    if status in (301, 308):  # Caddy leads from index.html to its folder
        status, headers, body = asked(
            port, headers["location"] if headers["location"].startswith("/") else f"/{path.removesuffix('index.html')}"
        )
    assert status == 200 and body.decode().startswith(path)
    assert headers["content-type"].lower().replace(" ", "") == TYPES[path].lower().replace(" ", "")
    wanted = {name.lower(): value for name, value in PAGES.items()}
    if path.startswith("admin/"):
        wanted["content-security-policy"] = f"{FORM}; frame-ancestors 'none'"
    assert {name: headers.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("path", "page"),
    [("/nowhere/", "404.html"), ("/ru/nowhere/", "ru/404.html"), ("/kk/x", "kk/404.html"), ("/ko/a/b.json", "ko/404.html")],
)
def test_a_missing_page_is_told_in_the_language_of_its_address(port: int, path: str, page: str) -> None:
    status, headers, body = asked(port, path)
    assert (status, body.decode().split("\n")[0]) == (404, page)
    assert headers["x-content-type-options"] == "nosniff"


def test_text_is_sent_compressed_to_those_who_take_it(port: int) -> None:
    _, plain, whole = asked(port, "/")
    _, headers, packed = asked(port, "/", Accept_Encoding="gzip")
    assert headers["content-encoding"] == "gzip" and "content-encoding" not in plain
    assert gzip.decompress(packed) == whole and len(packed) < len(whole)


def test_files_that_never_change_are_kept_for_ever(port: int) -> None:
    _, headers, _ = asked(port, "/assets/stylesheets/main.618322db.min.css")
    assert "immutable" in headers["cache-control"]
    assert "cache-control" not in asked(port, "/index.html")[1]


def test_the_strict_policy_is_that_of_pages_and_forbids_frames() -> None:
    assert "unsafe" not in PAGES["Content-Security-Policy"] and "frame-ancestors 'none'" in PAGES["Content-Security-Policy"]
    assert PAGES.keys() == EVERYWHERE.keys()
