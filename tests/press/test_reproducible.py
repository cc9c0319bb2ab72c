"""The same records make the same bytes, wherever, whenever and in whatever language of the machine they are built."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from catalogues import ROOT
from projects import Project, project

HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ADDRESS, MOVED = "https://library.example.org/", "https://archive.example.net/"
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "POSIX", "LANGUAGE": "kk", "PYTHONHASHSEED": "2", "PYTHONUTF8": "1"}


def built(made: Project, processes: int, machine: dict[str, str]) -> dict[str, bytes]:
    command = [sys.executable, "-m", "library", "build", "--engine", "own", "--anew", "--processes", str(processes)]
    environment = {"SITE_URL": ADDRESS, **os.environ, **machine, "PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": "1906545600"}
    done = subprocess.run(command, cwd=made.folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    return made.tree()


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project(tmp_path_factory.mktemp("here") / "one")


@pytest.fixture(scope="module")
def one(here: Project) -> dict[str, bytes]:
    return built(here, 1, HERE)


@pytest.mark.slow
def test_two_machines_make_the_same_bytes(one: dict[str, bytes], tmp_path: Path) -> None:
    other = built(project(tmp_path / "другая папка"), 2, ELSEWHERE)
    assert len(one) > 1000
    assert [path for path in sorted(one.keys() | other.keys()) if one.get(path) != other.get(path)] == []


DIGESTED = (
    *("events.ics", "exports/dcat.jsonld", "exports/manifest.json", "exports/lists.json", "exports/datapackage.json", "sw.js"),
    *("resourcesync/resourcelist.xml", "resourcesync/changelist.xml"),
)
"""Say the digest of files with addresses in them; a calendar also which site made it."""

_NAMES = re.compile(r"<id>([^<]+)</id>|<(?:\w+:)?identifier>(oai:[^<]+)<|\nUID:([^\r]+)")

PACKED = (".sqlite", ".xlsx", ".zip", ".epub", ".gz")


def names(path: str, data: bytes) -> Iterator[str]:
    """What a file calls things: ids of Atom, OAI and calendars, and of what JSON-LD tells something about."""
    if path.endswith((".xml", ".ics")):
        yield from (found[found.lastindex or 0] for found in _NAMES.finditer(data.decode()))
    texts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', data.decode(), re.DOTALL) if path.endswith(".html") else []
    for text in [data.decode()] if path.endswith(".jsonld") else texts:
        yield from named(json.loads(text))


def named(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "@id" in node and len(node) > 1:  # alone it is a link
            yield node["@id"]
        node = list(node.values())
    for value in node if isinstance(node, list) else ():
        yield from named(value)


@pytest.mark.slow
def test_a_site_that_moves_calls_everything_what_it_was_and_differs_in_addresses_alone(here: Project, one: dict[str, bytes]) -> None:
    moved = built(here, 2, {**HERE, "SITE_URL": MOVED})
    assert one.keys() == moved.keys()
    before, now = ({path: list(names(path, data)) for path, data in site.items()} for site in (one, moved))
    assert now == before
    assert sum(map(len, before.values())) > 2000
    assert not any(MOVED in name for found in now.values() for name in found)

    def placeless(data: bytes) -> bytes:
        return data.replace(ADDRESS.encode(), b"").replace(MOVED.encode(), b"")

    other = [path for path in one if placeless(one[path]) != placeless(moved[path]) and not path.endswith(PACKED)]
    assert [path for path in other if not path.endswith(DIGESTED)] == []
