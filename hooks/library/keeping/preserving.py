"""A copy of the library to keep for good: catalogue, documents, exports, and where they come from, as BagIt and as OCFL.

BagIt is RFC 8493, one bag a release. OCFL is version 1.1 (https://ocfl.io/1.1/spec/): one object with a version for each
release, which stores only what is new. What is written has its name only when it is whole.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from library.catalogue.catalogue import Catalogue
from library.catalogue.on_disk import files_of

OBJECT = "library"
"""Id of the object in the OCFL storage root, and its folder there."""

_ALGORITHM = "sha512"
_DECLARED = "0=ocfl_1.1"
_OBJECT_DECLARED = "0=ocfl_object_1.1"
_INVENTORY = "inventory.json"


class NotKept(Exception):
    """Nothing was written; the message says why and what to do."""


@dataclass(frozen=True)
class Payload:
    """What is kept: sources on the disk or bytes, by their paths in the copy; SHA-512 by the same paths."""

    files: Mapping[str, Path | bytes]
    digests: Mapping[str, str]
    sizes: Mapping[str, int]


def payload(catalogue: Catalogue, exports: Path, provenance: Mapping[str, Any]) -> Payload:
    """The catalogue with its documents, what a build left in ``exports``, and ``provenance.json``."""
    files: dict[str, Path | bytes] = {
        f"catalogue/{path.relative_to(catalogue.folder).as_posix()}": path
        for path in files_of(catalogue.folder)
        if path.is_file() and path.relative_to(catalogue.folder).parts[0] != "schemas"
    }
    made = {
        f"exports/{path.relative_to(exports).as_posix()}": path for path in files_of(exports) if path.is_file() and path.suffix != ".html"
    }
    if not made:
        raise NotKept(f"{exports}: there are no exports; call scripts/build first, or name the folder of the site with --site")
    works = catalogue.works.values()
    told = {
        **provenance,
        "works": len(works),
        "editions": sum(len(placed.work.editions) for placed in works),
        "records": "Each record says under provenance where its facts were read; catalogue/README.md explains every field.",
        "licence": "https://creativecommons.org/publicdomain/zero/1.0/",
    }
    files |= {**made, "provenance.json": (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()}
    contents = {path: _content(source) for path, source in files.items()}
    return Payload(files, {path: _digest(data) for path, data in contents.items()}, {path: len(data) for path, data in contents.items()})


# -- BagIt -----------------------------------------------------------------------------------------


def bag(kept: Payload, folder: Path, day: str) -> None:
    """Writes a bag. Raises NotKept where there is one already."""
    if folder.exists():
        raise NotKept(f"{folder} is there already; a release is kept once, give this one another name with --release")
    beside = _beginning(folder)
    for path, source in kept.files.items():
        _write(beside / "data" / path, source)
    oxum = f"{sum(kept.sizes.values())}.{len(kept.sizes)}"
    tags = {
        "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": f"Bag-Software-Agent: library preserve\nBagging-Date: {day}\nPayload-Oxum: {oxum}\n",
        f"manifest-{_ALGORITHM}.txt": _manifest({f"data/{path}": digest for path, digest in kept.digests.items()}),
    }
    tags[f"tagmanifest-{_ALGORITHM}.txt"] = _manifest({name: _digest(text.encode()) for name, text in tags.items()})
    for name, text in tags.items():
        _write(beside / name, text.encode())
    beside.rename(folder)


def _manifest(digests: Mapping[str, str]) -> str:
    quoted = {path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D"): digest for path, digest in digests.items()}
    return "".join(f"{quoted[path]}  {path}\n" for path in sorted(quoted))


# -- OCFL ------------------------------------------------------------------------------------------


def version(kept: Payload, root: Path, created: str, message: str) -> str:
    """Adds a version to the object in a storage root, which is made where there is none; gives its name, or nothing where all is as it was.

    ``created`` is a time with its zone (RFC 3339).
    """
    _storage_root(root)
    folder = root / OBJECT
    inventory = _inventory(folder)
    state: dict[str, list[str]] = {}
    for path, digest in sorted(kept.digests.items()):
        state.setdefault(digest, []).append(path)
    if inventory["versions"] and _lasting(inventory["versions"][inventory["head"]]["state"]) == _lasting(state):
        return ""
    name = f"v{len(inventory['versions']) + 1}"
    beside = _beginning(folder / name if folder.is_dir() else folder)
    into = beside if folder.is_dir() else beside / name
    for digest, paths in state.items():
        if digest not in inventory["manifest"]:
            _write(into / "content" / paths[0], kept.files[paths[0]])
            inventory["manifest"][digest] = [f"{name}/content/{paths[0]}"]
    inventory["versions"][name] = {"created": created, "message": message, "state": state, "user": {"name": "library preserve"}}
    inventory["head"] = name
    _write_inventory(into, inventory)
    if folder.is_dir():
        beside.rename(folder / name)
    else:
        _write(beside / _OBJECT_DECLARED, b"ocfl_object_1.1\n")
        _write_inventory(beside, inventory)
        beside.rename(folder)
    _raise_inventory(folder)
    return name


def _lasting(state: Mapping[str, list[str]]) -> dict[str, str]:
    """What a version holds, by path, but for what says when it was made."""
    return {path: digest for digest, paths in state.items() for path in paths if path != "provenance.json"}


def _storage_root(root: Path) -> None:
    declared = root / _DECLARED
    if not declared.is_file():
        if root.is_dir() and any(root.iterdir()):
            raise NotKept(f"{root} has other files in it; name an empty folder, or one that library preserve has made")
        _write(
            root / "ocfl_layout.json",
            _json({"extension": "0002-flat-direct-storage-layout", "description": "An object lies in a folder of its id."}),
        )
        _write(declared, b"ocfl_1.1\n")


def _inventory(folder: Path) -> dict[str, Any]:
    if not folder.is_dir():
        return {
            "id": OBJECT,
            "type": "https://ocfl.io/1.1/spec/#inventory",
            "digestAlgorithm": _ALGORITHM,
            "contentDirectory": "content",
            "head": "",
            "manifest": {},
            "versions": {},
        }
    _raise_inventory(folder)
    made: dict[str, Any] = json.loads((folder / _INVENTORY).read_bytes())
    return made


def _raise_inventory(folder: Path) -> None:
    """Gives the object the inventory of its last version: also after one was written and the end was cut off."""
    last = max((path for path in folder.glob("v*") if path.name[1:].isdigit()), key=lambda path: int(path.name[1:]))
    for name in (_INVENTORY, f"{_INVENTORY}.{_ALGORITHM}"):
        _write(folder / name, last / name)


def _write_inventory(folder: Path, inventory: Mapping[str, Any]) -> None:
    data = _json(inventory)
    _write(folder / _INVENTORY, data)
    _write(folder / f"{_INVENTORY}.{_ALGORITHM}", f"{_digest(data)} {_INVENTORY}\n".encode())


# -- files -----------------------------------------------------------------------------------------


def _json(data: Mapping[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _content(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


def _digest(data: bytes) -> str:
    return hashlib.sha512(data).hexdigest()


def _beginning(folder: Path) -> Path:
    """An empty folder in which something is made before it has its name. It lies outside of objects, whose folders are all told of."""
    parent = folder.parent.parent if folder.parent.name == OBJECT else folder.parent
    beside = parent.parent / f".{folder.name}.next"
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return beside


def _write(path: Path, source: Path | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.next")
    beside.write_bytes(_content(source))
    os.replace(beside, path)
