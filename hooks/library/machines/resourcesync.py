"""ResourceSync: what there is to harvest, with sizes and hashes, and what changed when.

ANSI/NISO Z39.99 (http://www.openarchives.org/rs/1.1/resourcesync), read by CORE and other
aggregators. A site of files can serve it whole, as it cannot OAI-PMH. Offered are the
descriptions of works and the documents that the library holds, each leading to the other.

A withdrawn work is offered no longer: it leaves the resource list, and the change list
says "deleted" of its files on the day of the withdrawal, though its page stays and its
description can still be read. Of one that another replaced only the documents go: its
description says what happened, and is told of as updated.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from library.catalogue import documents
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.dates import Issued
from library.machines.changes import EPOCH, escape, instant
from library.press.addresses import Site
from library.press.output import OutputFile

LIST_LENGTH = 10_000
"""Resources in one list: some 4.3 MB. Sitemaps, whose format these lists have, hold 50,000 and 50 MB at most."""

DESCRIPTION = ".well-known/resourcesync"
CAPABILITIES = "resourcesync/capabilitylist.xml"
RESOURCES = "resourcesync/resourcelist.xml"
CHANGES = "resourcesync/changelist.xml"

_OPEN = '<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:rs="http://www.openarchives.org/rs/terms/">'

Measure = Callable[[str], "tuple[int, str]"]
"""Size in bytes and SHA-256 in hex of a file as published, by its path from the site's root."""


@dataclass(frozen=True)
class Resource:
    """A file to harvest. ``links`` are pairs of relation and absolute address, ``deleted`` the
    day from which it is offered no longer."""

    path: str
    media_type: str
    size: int
    sha256: str
    added: Issued
    changed: Issued
    deleted: Issued | None = None
    links: tuple[tuple[str, str], ...] = ()


def measured(data: bytes) -> tuple[int, str]:
    """Size and SHA-256 of a file's bytes."""
    return len(data), hashlib.sha256(data).hexdigest()


def of_work(catalogue: Catalogue, site: Site, placed: Placed, descriptions: Mapping[str, str], measure: Measure) -> Iterator[Resource]:
    """The work's resources: its descriptions and its documents, which name each other.

    ``descriptions`` are media types by path from the site's root. They describe the documents
    and the page. ``measure`` is asked for descriptions only; documents have been measured.
    """
    held = _documents(catalogue, placed)
    deleted = max(placed.work.withdrawn.on, placed.added) if placed.work.withdrawn else None
    described = [f"{site.url}{path}" for path in held if deleted is None] + [site.address(placed.address, site.languages[0])]
    describes = tuple(("describes", address) for address in described)
    for path, media_type in descriptions.items():
        gone = None if placed.listed else deleted
        yield Resource(path, media_type, *measure(path), placed.added, placed.changed, gone, describes)
    described_by = tuple(("describedby", f"{site.url}{path}") for path in descriptions)
    for path, document in held.items():
        yield Resource(path, document.media_type, document.size, document.sha256, placed.added, placed.changed, deleted, described_by)


def _documents(catalogue: Catalogue, placed: Placed) -> dict[str, documents.Document]:
    found = (documents.held(catalogue, placed, edition) for edition in placed.work.editions)
    return {document.path: document for document in found if document}


class ResourceSync:
    """Writes the lists; all days are the records', so that the same records give the same lists."""

    def __init__(self, site: Site, resources: Iterable[Resource], length: int = LIST_LENGTH) -> None:
        self.site = site
        self.length = length
        self.resources = tuple(resources)
        self.offered = tuple(resource for resource in self.resources if resource.deleted is None)

    def files(self) -> Iterator[OutputFile]:
        """The description of the source, and the lists of capabilities, resources and changes."""
        yield self.description()
        yield self.capabilities()
        yield from self.resource_list()
        yield from self.change_list()

    def description(self) -> OutputFile:
        """Where harvesters begin; https://www.rfc-editor.org/rfc/rfc8615 reserves the address."""
        entry = f'<url><loc>{self.site.url}{CAPABILITIES}</loc><rs:md capability="capabilitylist"/></url>'
        about = f'<rs:ln rel="describedby" href="{self.site.url}api/v1/index.json" type="application/json"/>'
        return _file(DESCRIPTION, "urlset", f'{about}<rs:md capability="description"/>', [entry])

    def capabilities(self) -> OutputFile:
        entries = [
            f'<url><loc>{self.site.url}{path}</loc><rs:md capability="{name}"/></url>'
            for name, path in (("resourcelist", RESOURCES), ("changelist", CHANGES))
        ]
        return _file(CAPABILITIES, "urlset", f'{self._up(DESCRIPTION)}<rs:md capability="capabilitylist"/>', entries)

    def resource_list(self) -> Iterator[OutputFile]:
        """All that is offered, as of the last change of any of it."""
        at = max((resource.changed for resource in self.offered), default=EPOCH)
        head = f'<rs:md capability="resourcelist" at="{instant(at)}"/>'
        return self._listed(RESOURCES, head, [self._resource(resource) for resource in self.offered])

    def change_list(self) -> Iterator[OutputFile]:
        """What was added, changed and withdrawn since the first record, the earliest change first."""
        events = sorted(self._events(), key=lambda event: event[0])
        # Without "until" the list is open: records know days, and more may change on its last one.
        head = f'<rs:md capability="changelist" from="{instant(events[0][0] if events else EPOCH)}"/>'
        return self._listed(CHANGES, head, [text for _, text in events])

    def _events(self) -> Iterator[tuple[Issued, str]]:
        for resource in self.resources:
            if resource.deleted:
                yield resource.deleted, self._change(resource, "deleted", resource.deleted)
                continue
            revised = resource.changed > resource.added
            # Of the file as it was at first neither size nor hash is known.
            yield resource.added, self._change(resource, "created", resource.added, _measures(resource) if not revised else "")
            if revised:
                yield resource.changed, self._change(resource, "updated", resource.changed, _measures(resource))

    def _resource(self, resource: Resource) -> str:
        return (
            f"<url><loc>{self._location(resource)}</loc><lastmod>{instant(resource.changed)}</lastmod>"
            f"<rs:md{_measures(resource)}/>{_links(resource)}</url>"
        )

    def _change(self, resource: Resource, change: str, day: Issued, measures: str = "") -> str:
        links = "" if change == "deleted" else _links(resource)
        return (
            f"<url><loc>{self._location(resource)}</loc><lastmod>{instant(day)}</lastmod>"
            f'<rs:md change="{change}" datetime="{instant(day)}"{measures}/>{links}</url>'
        )

    def _location(self, resource: Resource) -> str:
        return f"{self.site.url}{escape(resource.path)}"

    def _up(self, path: str) -> str:
        return f'<rs:ln rel="up" href="{self.site.url}{path}"/>'

    def _listed(self, path: str, head: str, entries: Sequence[str]) -> Iterator[OutputFile]:
        """A list, in parts under an index where it is long."""
        up = self._up(CAPABILITIES)
        if len(entries) <= self.length:
            yield _file(path, "urlset", up + head, entries)
            return
        names = []
        index = f'<rs:ln rel="index" href="{self.site.url}{path}"/>'
        for number, start in enumerate(range(0, len(entries), self.length), 1):
            names.append(path.replace(".xml", f"-{number}.xml"))
            yield _file(names[-1], "urlset", up + index + head, entries[start : start + self.length])
        yield _file(path, "sitemapindex", up + head, [f"<sitemap><loc>{self.site.url}{name}</loc>{head}</sitemap>" for name in names])


def _measures(resource: Resource) -> str:
    return f' hash="sha-256:{resource.sha256}" length="{resource.size}" type="{resource.media_type}"'


def _links(resource: Resource) -> str:
    return "".join(f'<rs:ln rel="{relation}" href="{escape(address)}"/>' for relation, address in resource.links)


def _file(path: str, root: str, head: str, entries: Iterable[str]) -> OutputFile:
    return OutputFile(path, "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', _OPEN.format(root=root), head, *entries, f"</{root}>\n"]))
