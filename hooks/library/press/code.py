"""The program's own texts as digests: what a maker leans on, so that a change elsewhere leaves what it made."""

from __future__ import annotations

import re
import sys
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
DEPENDENCIES = (
    "babel",
    "jinja2",
    "markdown",
    "markupsafe",
    "pillow",
    "pypandoc-binary",
    "python-stdnum",
    "pyyaml",
    "pydantic",
    "rcssmin",
    "rjsmin",
    "snowballstemmer",
)
"""Packages whose releases may change what is made."""

_IMPORT = re.compile(r"^\s*from (library(?:\.\w+)*) import (\([^)]*\)|[^\n]*)", re.MULTILINE)


@cache
def of_module(name: str) -> bytes:
    """Digest of a module of the package, of all that it imports from the package, and of what lies beside them."""
    made = blake2b(surroundings(), digest_size=16)
    for module in sorted(_closure(name)):
        made.update(module.encode())
        made.update(_of_one(module))
    return made.digest()


@cache
def surroundings() -> bytes:
    """Digest of Python's version and of the packages that the library leans on."""
    told = [sys.version, *map(version_of, DEPENDENCIES)]
    return blake2b("\n".join(told).encode(), digest_size=16).digest()


def version_of(package: str) -> str:
    """A package's name and version, whether it is there or not."""
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return f"{package} is not there"


def _closure(name: str) -> set[str]:
    found: set[str] = set()
    waiting = [name]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += _imports(module)
    return found


@cache
def _imports(module: str) -> tuple[str, ...]:
    """Modules that a module names, and the packages around them, whose own code runs as well."""
    path = _path(module)
    if path is None:
        return ()
    found: list[str] = []
    for base, names in _IMPORT.findall(path.read_text("utf-8")):
        parts = base.split(".")
        found += [".".join(parts[:end]) for end in range(2, len(parts) + 1)]
        for each in re.findall(r"\w+", re.sub(r"\bas \w+", "", names)):
            if _path(f"{base}.{each}") is not None:
                found.append(f"{base}.{each}")
    return tuple(found)


@cache
def _path(module: str) -> Path | None:
    stem = PACKAGE.joinpath(*module.split(".")[1:])
    for path in (stem.with_suffix(".py"), stem / "__init__.py"):
        if path.is_file():
            return path
    return None


@cache
def _of_one(module: str) -> bytes:
    """Digest of the module's text; with a package's those of the files below it that are no Python, which its modules may read."""
    path = _path(module)
    if path is None:
        return b""
    below = path.parent.rglob("*") if path.name == "__init__.py" and path.parent != PACKAGE else ()
    others = sorted(each for each in below if each.is_file() and each.suffix not in (".py", ".pyc"))
    made = blake2b(digest_size=16)
    for each in (path, *others):
        made.update(blake2b(each.read_bytes(), digest_size=16).digest())
    return made.digest()


def of_folder(folder: Path, pattern: str = "*") -> bytes:
    """Digest of the names and contents of all files below a folder that fit a pattern."""
    made = blake2b(digest_size=16)
    for path in sorted(folder.rglob(pattern)):
        if path.is_file():
            made.update(path.relative_to(folder).as_posix().encode() + b"\0")
            made.update(blake2b(path.read_bytes(), digest_size=16).digest())
    return made.digest()
