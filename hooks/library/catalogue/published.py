"""The register of what was published: addresses and citation keys, which stay for good whatever becomes of the records.

``published.txt`` in the catalogue has a line each, written by ``library publish`` and by nobody else: ``page`` with an
address without a language, ``written`` with that of a page that people write, or ``key`` with a citation key and the
address of its work. No line is ever taken away.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from library.catalogue.kinds import KINDS
from library.catalogue.problems import Problem

NAME = "published.txt"

HEAD = (
    "# What was published and stays for good: addresses of pages, and citation keys with the address of their work.",
    "# Written by library publish. No line is ever taken away: citations, feeds and bookmarks rest on each of them.",
)


@dataclass(frozen=True)
class Published:
    """``pages``: addresses with slashes at both ends, each with its line; ``written``: those of pages that people write.
    ``keys``: citation keys with the address under which they were published, and their line."""

    pages: Mapping[str, int] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    written: Mapping[str, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.pages or self.keys or self.written)


def read(text: str, name: str) -> tuple[Published, list[Problem]]:
    """The register in a text, and what is wrong with its lines; ``name`` is what people call the file."""
    pages: dict[str, int] = {}
    written: dict[str, int] = {}
    keys: dict[str, tuple[str, int]] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        match line.split():
            case ["page", address] if _address(address):
                pages[address] = number
            case ["written", address] if _address(address):
                written[address] = number
            case ["key", key, address] if _address(address):
                keys[key] = (address, number)
            case [first, *_] if not first.startswith("#"):
                said = f'"{line[:80]}" is no line of this register'
                hint = "restore the file from the history of the repository: library publish alone writes it, and takes no line away"
                problems.append(Problem(name, number, 1, "bad-form", said, hint))
    return Published(pages, keys, written), problems


def _address(text: str) -> bool:
    return text.startswith("/") and text.endswith("/")


def text_of(published: Published, pages: Iterable[str], keys: Mapping[str, str], written: Iterable[str]) -> str:
    """The register with what is published now, each with the address of its work; what was in it stays as it was."""
    lines = sorted({f"page {address}" for address in (*published.pages, *pages)})
    lines += sorted({f"written {address}" for address in (*published.written, *written)})
    lines += sorted({f"key {key} {address}" for key, address in {**keys, **{key: was for key, (was, _) in published.keys.items()}}.items()})
    return "\n".join([*HEAD, *lines]) + "\n"


def lost_pages(published: Published, answered: Iterable[str], name: str) -> Iterator[Problem]:
    """Addresses that were published and would be gone."""
    there = set(answered)
    for address, line in published.pages.items():
        if address not in there:
            yield Problem(name, line, 6, "lost-address", f'"{address}" was published and would be gone', _remedy(address))


def lost_written(published: Published, there: Iterable[str], name: str) -> Iterator[Problem]:
    """Pages that people wrote, were published and would be gone."""
    for address in sorted({*published.written} - {*there}):
        hint = "bring the page back to docs/, or write one there that says where its words are now"
        yield Problem(name, published.written[address], 9, "lost-address", f'"{address}" was published and would be gone', hint)


def _remedy(address: str) -> str:
    if address.startswith(("/publications/", "/journal/")):
        return (
            "restore the record, and withdraw it if it is not to be offered (library withdraw); if it has another id or place now, "
            f"write former_addresses: [{address}] in its record, as library rename does"
        )
    if address.startswith(tuple(f"/{kind.collection}/" for kind in KINDS)):
        former = address.strip("/").split("/")[-1]
        return f"restore the record; if it has another id now, write former_ids: [{former}] in it, as library rename does"
    return f"restore the entry, or write former_ids: [{address.strip('/').split('/')[-1]}] in the one that stands in its place, as library rename does"


def lost_keys(published: Published, keys: Mapping[str, str], led_on: Mapping[str, str], name: str) -> Iterator[Problem]:
    """Citation keys that were published and would be gone, or be those of another work.

    ``keys`` are those of now with the address of their work; ``led_on`` says to which address one leads that was published.
    """
    for key, (address, line) in published.keys.items():
        if key not in keys:
            said = f'the citation key "{key}" of {address} was published and would be gone'
            hint = f"restore it; if its edition has another now, write former_keys: [{key}] in that edition"
            yield Problem(name, line, 5, "lost-key", said, hint)
        elif keys[key] != led_on.get(address, address):
            said = f'the citation key "{key}" was published for {address} and would be that of {keys[key]}'
            yield Problem(name, line, 5, "lost-key", said, "give the other edition another key: one that was published is never used again")


def path_of(folder: Path) -> Path:
    return folder / NAME
