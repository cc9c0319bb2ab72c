"""The register of addresses: each page of the site has its own, whoever makes it, and every host can hold it.

A test holds the register to what a build writes. Pages of letters have an underscore in their addresses, which
stands in no id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from library.catalogue import event_lists
from library.catalogue.access import ONLINE
from library.catalogue.catalogue import UNPLACED, Catalogue, Placed
from library.catalogue.indexes import FACETS, LIST_LENGTH, Indexes, index
from library.catalogue.problems import Problem, part
from library.catalogue.yaml_texts import Keys

MADE = (
    "",
    "publications",
    "journal",
    "titles",
    "new",
    "search",
    "reading-list",
    "overview",
    "style",
    "machines",
    "exports",
    "offline",
    *(facet.path for facet in FACETS),
)
"""Addresses of pages that every library has, below the root of each language."""

CASE_STUDIES = "case-studies"
"""Where lists of case studies once stood; it leads on to their type."""

READ_ONLINE = "formats/web"
"""Where the list stood of what can be read online, before access was a facet of its own; it leads on there."""

LENGTH, PARTS, PART = 200, 6, 80
"""Letters and parts of a former address, and letters of a part: as long as the longest that a page can have."""

FILE_NAME = 150
"""Letters of a file's name: systems take 255 bytes, and some put something before it while they write."""

_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?\Z", re.IGNORECASE)
"""Names that Windows keeps for devices: no file or folder can have them, whatever the ending."""

_FILE = re.compile(r"\.[A-Za-z]+[0-9]*\Z")


def further(catalogue: Catalogue) -> tuple[str, ...]:
    """Addresses of pages that only those libraries have that hold something to show there."""
    pages = {"results": "indicators", "elsewhere": "elsewhere"}
    return tuple(path for path, name in pages.items() if len(catalogue.vocabularies[name]))


def register(catalogue: Catalogue) -> dict[str, str]:
    """Each address below the root of a language, without slashes at its ends, with who has it."""
    empty = {path: part("a list that is empty now") for path, _ in left(catalogue, index(catalogue))}
    return empty | pages(catalogue)


def pages(catalogue: Catalogue) -> dict[str, str]:
    """Those of the register that the catalogue of today asks for."""
    found = dict.fromkeys(MADE, part("a page of the library"))
    if any(placed.work.type == "case-study" for placed in catalogue.works.values()):
        found[CASE_STUDIES] = part("a page of the library")
    found |= dict.fromkeys(further(catalogue), part("a page of the library"))
    indexes = index(catalogue)
    if indexes.shelf("access", ONLINE):
        found[READ_ONLINE] = part("a list")
    lists = [
        ("publications", indexes.newest),
        *((shelf.path, shelf.works) for facet in FACETS for shelf in indexes.shelves[facet.path].values()),
    ]
    for path, works in lists:
        found.setdefault(path, part("a list"))
        found |= {f"{path}/{number}": part(f"page {number} of a list") for number in range(2, -(-len(works) // LIST_LENGTH) + 1)}
    found |= {f"journal/{issue}": part(f"issue {issue} of the journal") for issue in catalogue.issues}
    for records in catalogue.filed.values():
        found |= {filed.kind.collection: part("a page of the library") for filed in records.values()}
        found |= {filed.address: f'"{filed.id}"' for filed in records.values()}
        found |= {former: part(f'"{filed.id}", which once had it') for filed in records.values() for former in filed.former}
    found |= dict.fromkeys(indexes.events, part("a list of events"))
    for placed in catalogue.works.values():
        found[placed.address] = f'"{placed.work.id}"'
        found |= {former.strip("/"): part(f'"{placed.work.id}", which once had it') for former in placed.work.former_addresses}
    return found


def left(catalogue: Catalogue, indexes: Indexes) -> Iterator[tuple[str, str]]:
    """Lists that were published and are empty now, each with the list of lists to which it leads, without slashes at the ends."""
    for facet in FACETS:
        there = {shelf.path for shelf in indexes.shelves[facet.path].values()}
        for address in catalogue.published.pages:
            path = address.strip("/")
            if path.startswith(f"{facet.path}/") and path not in there:
                yield path, facet.path
    for address in catalogue.published.pages:
        path = address.strip("/")
        if path.startswith(tuple(event_lists.address(way, "") for way in event_lists.WAYS)) and path not in indexes.events:
            yield path, "events" if indexes.events else ""


def of_works(placed: Placed) -> Iterator[tuple[str, Keys]]:
    """The present and former addresses of a work, and where they are written."""
    yield f"/{placed.address}/", ("id",)
    for number, address in enumerate(placed.work.former_addresses):
        yield address, ("former_addresses", number)


def addresses(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Addresses of a work that are or may become those of pages the library makes itself, or that no disk holds."""
    work, record = placed.work, placed.record
    if not placed.in_journal and work.id.isdigit():
        yield record.problem(
            (*placed.keys, "id"),
            "address-taken",
            f'"/publications/{work.id}/" is the address of a page of the list of publications',
            "an id has a letter in it, as in report-2; if this one is published, keep the file and ask a maintainer",
        )
    if said := device(work.id):
        yield record.problem((*placed.keys, "id"), "reserved-name", f'"{work.id}" {said}', "choose another id, as in nul-report")
    own = {f"/journal/{issue}/" for issue in catalogue.issues} | {
        "/publications/",
        "/journal/",
        f"/journal/{UNPLACED}/",
        f"/{placed.address}/",
    }
    for number, address in enumerate(work.former_addresses):
        keys = (*placed.keys, "former_addresses", number)
        if address in own or not address.startswith(("/publications/", "/journal/")) or re.fullmatch("/publications/[0-9]+/", address):
            yield record.problem(
                keys,
                "address-taken",
                f'"{address[:LENGTH]}" is the address of a page of the library',
                "write the address that the work itself once had, without a language: /publications/… or /journal/…",
            )
        yield from _holdable(placed, keys, address)
    for keys, name in [(("editions", number, "file"), edition.file) for number, edition in enumerate(work.editions)] + [
        (("cover",), work.cover)
    ]:
        if name and (said := device(name)):
            yield record.problem((*placed.keys, *keys), "reserved-name", f'"{name}" {said}', "give the file another name")
        if name and len(name) > FILE_NAME:
            said = f"the name of this file has {len(name)} letters; it has at most {FILE_NAME}"
            yield record.problem((*placed.keys, *keys), "too-long", said, "give the file a shorter name")


def _holdable(placed: Placed, keys: Keys, address: str) -> Iterator[Problem]:
    parts = address.strip("/").split("/")
    if len(address) > LENGTH or len(parts) > PARTS or max(map(len, parts)) > PART:
        said = f"this address has {len(address):,} letters in {len(parts):,} parts; a page has at most {LENGTH} in {PARTS} parts of {PART}"
        yield placed.record.problem(keys, "too-long", said, "write the address that the work itself once had")
    elif said := next((device(part) for part in parts if device(part)), ""):
        yield placed.record.problem(keys, "reserved-name", f'"{address}": a part of it {said}', "no page can have had it: strike it")


def of_issues(catalogue: Catalogue) -> Iterator[Problem]:
    """Issues at the address of unplaced articles, with a device's name, or with the running number of another."""
    numbers: dict[int, str] = {}
    for issue in catalogue.issues:
        record = catalogue.issue_records[issue]
        if issue == UNPLACED:
            said = f'"/journal/{UNPLACED}/" is the address below which articles stand whose issue is not known'
            yield record.problem(("id",), "address-taken", said, "write the running number of the issue")
        elif said := device(issue):
            yield record.problem(("id",), "reserved-name", f'"{issue}" {said}', "write the running number of the issue")
        if issue.isdigit() and numbers.setdefault(int(issue), issue) != issue:
            said = f"the running number {int(issue)} is already that of the issue {numbers[int(issue)]}"
            yield record.problem(("id",), "duplicate-id", said, "an issue has one record: merge the two, or mend the number")


def of_terms(catalogue: Catalogue) -> Iterator[Problem]:
    """Terms with pages whose ids are names of files or of devices: no folder can have them."""
    for facet in FACETS:
        if not facet.vocabulary:
            continue
        vocabulary = catalogue.vocabularies[facet.vocabulary]
        for term_id in vocabulary.terms:
            said = device(term_id) or ("is read as the name of a file" if _FILE.search(term_id) else "")
            if said:
                record, number = vocabulary.stands[term_id]
                hint = "give the term an id of small Latin letters, digits and hyphens, as in open-data"
                yield record.problem((number, "id"), "reserved-name", f'"{term_id}" {said}', hint)


def of_written_pages(catalogue: Catalogue, docs: Path) -> Iterator[Problem]:
    """Pages that people write in ``docs`` at addresses that the library has already."""
    taken = register(catalogue)
    for path, address in written_pages(catalogue, docs):
        if address and address in taken:
            where = f"{docs.name}/{path.relative_to(docs).as_posix()}"
            owner = taken[address]
            said = f'the address "/{address}/" is already that of {owner}'
            yield Problem(where, 0, 0, "address-taken", said, "give the page another name")


def written_pages(catalogue: Catalogue, docs: Path) -> Iterator[tuple[Path, str]]:
    """Files of the pages that people write, each with its address without slashes at its ends."""
    for path in sorted(docs.rglob("*.md")):
        stem, _, language = path.stem.rpartition(".")
        name = stem if stem and language in catalogue.languages else path.stem
        parts = [*path.relative_to(docs).parent.parts, *([] if name == "index" else [name])]
        yield path, "/".join(parts)


def device(name: str) -> str:
    """What is wrong with a name that Windows keeps for a device, as the end of a sentence; empty where it does not."""
    return "is a name that Windows keeps for a device: no file or folder can have it" if _DEVICE.match(name) else ""


def across_addresses(catalogue: Catalogue) -> Iterable[Problem]:
    yield from of_issues(catalogue)
    yield from of_terms(catalogue)
