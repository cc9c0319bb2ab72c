"""Looks at the licences of everything that is locked; ends with 1 where one of them is not known to be fit.

Of packages of Python what is installed is asked, so run it where the lock of the tests is: scripts/audit licences. Of those
of npm the lock files say it themselves.
"""

from __future__ import annotations

import importlib.metadata
import json
import re
import sys
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FREE = re.compile(
    r"(0BSD|Apache|BlueOak|BSD|CC0|HPND|ISC|MIT|Mozilla Public License 2\.0|MPL-2\.0|PSF|Python-2\.0|Python Software Foundation|Unlicense|W3C|Zlib)",
    re.IGNORECASE,
)
"""Licences that ask for no more than a notice, or, with the Mozilla licence, for changes to the package's own files."""

LOOKED_AT = {
    "python-stdnum": "LGPL: used unchanged, as a package of its own",
    "bagit": "public domain, as its metadata say; only tests take it",
    "citeproc": "CPAL or AGPL: only tests take it, with citation-js; nothing of it is published",
    "i": "MIT, as the file LICENSE in it says; only tests take it, with citation-js",
    "pairtree": "Apache 2.0, given as an address; only tests take it, with ocfl-py",
    "ocfl-py": "MIT, as the file LICENSE in it says; only tests take it",
    "parse-cache-control": "BSD, as the file LICENSE in it says; only tests take it, with html-metadata",
    "pymarc": "BSD, whole in the field; only tests take it",
    "rfc3987": "GPL: only tests take it, with extruct; nothing of it is published",
    "text-unidecode": "Artistic or GPL: only tests take it, with frictionless",
}
"""What a person has looked at, each with the reason why it may stay."""


def of_python(metadata: Message) -> str:
    """What a package says of its licence: as an expression of SPDX, or in the older fields."""
    classifiers = [one.split(" :: ")[-1] for one in metadata.get_all("Classifier") or [] if one.startswith("License ::")]
    said = metadata.get("License-Expression") or "; ".join(classifiers) or (metadata.get("License") or "")[:60]
    return " ".join(said.split())


def of_npm(lock: Path) -> Iterator[tuple[str, str]]:
    """Every package of a lock file but the project itself, with its licence."""
    for place, package in json.loads(lock.read_text("utf-8"))["packages"].items():
        if place:
            yield place.rpartition("node_modules/")[2], package.get("license", "")


def locked() -> Iterator[tuple[str, str]]:
    """Every package that is locked and, of Python, installed here: packages of other systems are not."""
    names = {
        name
        for lock in (ROOT / "requirements").glob("*.txt")
        for name in re.findall(r"^([\w.-]+)==", lock.read_text("utf-8"), re.MULTILINE)
    }
    for name in sorted(names):
        try:
            yield name, of_python(importlib.metadata.metadata(name))
        except importlib.metadata.PackageNotFoundError:
            continue
    for folder in ("form", "tests"):
        yield from of_npm(ROOT / folder / "package-lock.json")


def unfit(packages: Iterator[tuple[str, str]]) -> list[str]:
    """A line for each package whose licence is not known to be fit."""
    return [
        f"{name}: {licence or 'no licence is stated'}; take another package, or say in scripts/licences.py why it may stay"
        for name, licence in packages
        if name not in LOOKED_AT and not fit(licence)
    ]


def fit(licence: str) -> bool:
    """Whether one of the alternatives is free in all its parts."""
    return any(all(FREE.match(part.strip("() ")) for part in one.split(" AND ")) for one in re.split(r" OR |; ", licence))


if __name__ == "__main__":
    found = unfit(locked())
    print("\n".join(found) or "Licences: all known and fit.")
    sys.exit(bool(found))
