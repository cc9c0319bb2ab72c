"""Where the files of the search lie, and how each is written: compact JSON, for scripts alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from library.press.compact_json import compact
from library.press.output import OutputFile

Work = TypeVar("Work")

FOLDER = "search/index"
"""Below the site's root: one index serves the pages of all languages."""

WORKS = f"{FOLDER}/addresses.json"
FACETS = f"{FOLDER}/facets.json"

FORMATS = f"{FOLDER}/formats.json"
EDITIONS = f"{FOLDER}/editions.json"


def of_facet(name: str) -> str:
    """Path of all values of a long facet, with the numbers of their works."""
    return f"{FOLDER}/facets/{name}.json"


def of_labels(language: str, name: str) -> str:
    """Path of what the values of a long facet are called in a language."""
    return f"{FOLDER}/{language}/facets/{name}.json"


CARDS = 6
"""Works whose cards lie in one file: results lie all over the catalogue, so each file brings cards that nobody asked for."""

REFERENCES = 40
"""Works whose citations or references lie in one file: these are mostly taken away many at once."""


def of_words(language: str) -> str:
    """Path of the list of a language's files of words."""
    return f"{FOLDER}/{language}/words.json"


def of_lists(facet: str) -> str:
    """Path of the file with the works of the lists below an address, of a facet or the journal."""
    return f"{FOLDER}/lists/{facet}.json"


def of_shard(language: str, prefix: str) -> str:
    """Path of the file of words that begin with a prefix, named by its code points: ``0433-043e``; of several, by the first."""
    return f"{FOLDER}/{language}/words/{'-'.join(f'{ord(letter):04x}' for letter in prefix)}.json"


def of_spelling(language: str) -> str:
    return f"{FOLDER}/{language}/spelling.json"


def of_beside(language: str) -> str:
    """Path of what is found beside the publications when a reader asks for it."""
    return f"{FOLDER}/{language}/beside.json"


def of_titles(language: str) -> str:
    return f"{FOLDER}/{language}/titles.json"


def bundled(works: Sequence[Work], number: int, size: int) -> Sequence[Work]:
    """The works of the bundle of a number, in the order of their own numbers."""
    return works[number * size : (number + 1) * size]


def number_of_bundles(works: Sequence[object], size: int) -> int:
    return -(-len(works) // size)


def bundle(folder: str, number: int, stamp: str, items: Sequence[object]) -> OutputFile:
    """One item for each work of a bundle: ``FOLDER/0.json``, ``FOLDER/1.json`` …"""
    return written(f"{FOLDER}/{folder}/{number}.json", stamp, items=items)


def written(path: str, stamp: str, **fields: object) -> OutputFile:
    """A file with the stamp of the numbering: scripts refuse files whose numbers are another build's."""
    return OutputFile(path, compact({"stamp": stamp, **fields}) + "\n")
