"""ResourceSync, harvested by the resync client from a server on this machine."""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from library.catalogue import documents
from library.catalogue.catalogue import Catalogue
from library.catalogue.dates import Issued
from library.catalogue.model_parts import Withdrawn
from library.machines.resourcesync import CHANGES, RESOURCES, Resource, ResourceSync, measured, of_work
from lxml import etree
from resync.capability_list import CapabilityList
from resync.change_list import ChangeList
from resync.client import Client
from resync.client_state import ClientState
from resync.source_description import SourceDescription

RS = "{http://www.openarchives.org/rs/terms/}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server of the folder's files."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), lambda *args: _Quiet(*args, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def publish(harvested: Any, into: Path, length: int = 40_000) -> dict[str, bytes]:
    """Writes what is harvested of a catalogue, with its lists; gives the files that are offered."""
    catalogue, site = harvested.catalogue, harvested.site
    offered: dict[str, bytes] = {}
    resources: list[Resource] = []
    for placed in catalogue.works.values():
        descriptions = {f"api/v1/works/{placed.work.id}.json": "application/json"}
        record = harvested.api_files[next(iter(descriptions))].encode()
        found = list(of_work(catalogue, site, placed, descriptions, lambda path, data=record: measured(data)))
        resources += found
        files = {next(iter(descriptions)): record}
        files |= {
            held.path: held.source.read_bytes()
            for held in (documents.held(catalogue, placed, edition) for edition in placed.work.editions)
            if held
        }
        assert [resource.path for resource in found] == list(files)
        if not placed.work.withdrawn:
            offered |= files
    written = {file.path: file.text.encode() for file in ResourceSync(site, resources, length).files()}
    for path, data in {**offered, **written}.items():
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        (into / path).write_bytes(data)
    return offered


class Harvester(Client):
    """A client that keeps what it reports, and its state beside its files."""

    def __init__(self, url: str, into: Path, hashes: Sequence[str] = ("sha-256",)) -> None:
        super().__init__(hashes=hashes)
        self.set_mappings([url, str(into)])
        self.reports: list[dict[str, Any]] = []
        self.misses: list[str] = []
        self.logger.info = lambda message, *args: (
            self.misses.append(message) if "mismatch" in message or "does not match" in message else None
        )

    def log_status(self, **report: Any) -> None:
        self.reports.append(report)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The client writes down its state in the folder it runs in."""
    monkeypatch.chdir(tmp_path)


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("length", [40_000, 5])
def test_a_harvester_gets_exactly_the_files_and_is_then_in_sync(
    small: Any, harvest_of: Callable[..., Any], tmp_path: Path, length: int
) -> None:
    (tmp_path / "site").mkdir()
    with served(tmp_path / "site") as url:
        offered = publish(harvest_of(small.catalogue, url), tmp_path / "site", length)
        harvester = Harvester(url, tmp_path / "copy")
        harvester.baseline_or_audit()
        assert files_in(tmp_path / "copy") == offered
        assert harvester.misses == []
        assert harvester.reports[-1]["created"] == len(offered) == 19
        harvester.baseline_or_audit(audit_only=True)
        assert harvester.reports[-1] == {"in_sync": True, "audit": True, "same": len(offered), "created": 0, "updated": 0, "deleted": 0}


def test_after_a_change_exactly_its_files_are_fetched(
    small: Any, harvest_of: Callable[..., Any], changed_work: Callable[..., Catalogue], tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    with served(tmp_path / "site") as url:
        publish(harvest_of(small.catalogue, url), tmp_path / "site")
        Harvester(url, tmp_path / "copy").baseline_or_audit()
        before = files_in(tmp_path / "copy")
        catalogue = changed_work(small.catalogue, "held-book", revised=Issued(2027, 3, 1), note=("Mended.",))
        catalogue = changed_work(
            catalogue, "russian-study", withdrawn=Withdrawn.model_construct(on=Issued(2027, 3, 2), reason={"en": "Wrong."})
        )
        publish(harvest_of(catalogue, url), tmp_path / "site")
        # resync 2.0.1 cannot look for hashes in change lists: ChangeList has no hashes().
        harvester = Harvester(url, tmp_path / "copy", hashes=())
        harvester.incremental(allow_deletion=True, change_list_uri=f"{url}{CHANGES}", from_datetime="2026-12-02")
        assert {name: harvester.reports[-1][name] for name in ("created", "updated", "deleted")} == {
            "created": 0,
            "updated": 2,
            "deleted": 2,
        }
        after = files_in(tmp_path / "copy")
        assert set(before) - set(after) == {"api/v1/works/russian-study.json", "ru/publications/russian-study/russian-study.ru.pdf"}
        assert [path for path, data in after.items() if before[path] != data] == ["api/v1/works/held-book.json"]
        # Both ways of harvesting come to the same.
        harvester = Harvester(url, tmp_path / "copy")
        harvester.baseline_or_audit(audit_only=True)
        assert harvester.reports[-1]["in_sync"]
        assert ClientState().get_state(harvester.sitemap) is not None


def sync(harvested: Any) -> ResourceSync:
    resources = [
        resource
        for placed in harvested.catalogue.works.values()
        for resource in of_work(
            harvested.catalogue,
            harvested.site,
            placed,
            {f"api/v1/works/{placed.work.id}.json": "application/json"},
            lambda path: measured(path.encode()),
        )
    ]
    return ResourceSync(harvested.site, resources)


def parsed(text: str) -> etree._Element:
    return etree.fromstring(text.encode())


def test_each_document_leads_to_the_next(small: Any) -> None:
    made = sync(small)
    description, capabilities = SourceDescription(), CapabilityList()
    description.parse(str_data=made.description().text)
    capabilities.parse(str_data=made.capabilities().text)
    assert [resource.uri for resource in description] == ["https://library.example/resourcesync/capabilitylist.xml"]
    assert capabilities.capability_info("resourcelist").uri == f"https://library.example/{RESOURCES}"
    assert capabilities.capability_info("changelist").uri == f"https://library.example/{CHANGES}"
    assert capabilities.up == "https://library.example/.well-known/resourcesync"


def test_changes_come_in_order_of_time(small: Any) -> None:
    [file] = sync(small).change_list()
    changes = ChangeList()
    changes.parse(str_data=file.text)
    days = [change.datetime for change in changes]
    assert days == sorted(days)
    assert changes.md_from == days[0] == "2026-11-22T00:00:00Z"


def test_a_revised_work_is_created_and_updated(small: Any) -> None:
    [file] = sync(small).change_list()
    changes = [
        (entry.find(f"{RS}md").get("change"), entry.find(f"{RS}md").get("datetime"), entry.find(f"{RS}md").get("hash") is not None)
        for entry in parsed(file.text).iter(f"{MAP}url")
        if "works/russian-study" in entry.findtext(f"{MAP}loc")
    ]
    assert changes == [("created", "2026-11-22T00:00:00Z", False), ("updated", "2026-12-01T00:00:00Z", True)]


def test_a_withdrawn_work_is_deleted_and_no_longer_listed(small: Any) -> None:
    made = sync(small)
    [changes], [resources] = made.change_list(), made.resource_list()
    entries = [entry for entry in parsed(changes.text).iter(f"{MAP}url") if "withdrawn-report" in entry.findtext(f"{MAP}loc")]
    assert [(entry.find(f"{RS}md").get("change"), entry.find(f"{RS}md").get("datetime")) for entry in entries] == [
        ("deleted", "2026-11-22T00:00:00Z")
    ]
    assert "withdrawn-report" not in resources.text


def test_documents_and_descriptions_name_each_other(small: Any) -> None:
    [file] = sync(small).resource_list()
    links = {
        entry.findtext(f"{MAP}loc").removeprefix("https://library.example/"): [
            (link.get("rel"), link.get("href")) for link in entry.iter(f"{RS}ln")
        ]
        for entry in parsed(file.text).iter(f"{MAP}url")
    }
    document = "publications/held-book/held-book.en.pdf"
    assert links["api/v1/works/held-book.json"] == [
        ("describes", f"https://library.example/{document}"),
        ("describes", "https://library.example/publications/held-book/"),
    ]
    assert links[document] == [("describedby", "https://library.example/api/v1/works/held-book.json")]


def test_size_hash_and_type_are_those_of_the_file(small: Any) -> None:
    [file] = sync(small).resource_list()
    [entry] = [entry for entry in parsed(file.text).iter(f"{MAP}url") if entry.findtext(f"{MAP}loc").endswith("held-book.en.pdf")]
    data = (small.catalogue.folder / "files" / "held-book.en.pdf").read_bytes()
    md = entry.find(f"{RS}md")
    assert dict(md.attrib) == {"hash": f"sha-256:{hashlib.sha256(data).hexdigest()}", "length": str(len(data)), "type": "application/pdf"}
    assert entry.findtext(f"{MAP}lastmod") == "2026-11-22T00:00:00Z"


def test_a_long_list_is_divided_under_an_index(small: Any) -> None:
    made = ResourceSync(small.site, sync(small).resources, length=8)
    files = {file.path: parsed(file.text) for file in made.resource_list()}
    assert list(files) == [*(f"resourcesync/resourcelist-{number}.xml" for number in (1, 2, 3)), RESOURCES]
    assert [loc.text for loc in files[RESOURCES].iter(f"{MAP}loc")] == [f"https://library.example/{path}" for path in list(files)[:3]]
    assert sum(len(files[path].findall(f"{MAP}url")) for path in list(files)[:3]) == len(made.offered)
    assert all(root.find(f"{RS}md").get("capability") == "resourcelist" for root in files.values())


def test_nothing_to_harvest_gives_lists_all_the_same(harvest_of: Callable[..., Any], empty: Catalogue) -> None:
    for file in sync(harvest_of(empty)).files():
        assert parsed(file.text).tag in (f"{MAP}urlset", f"{MAP}sitemapindex")
