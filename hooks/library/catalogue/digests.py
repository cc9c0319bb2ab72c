"""What each work, term and list was made from, as digests: where they are the same, what is made from them is.

A digest may change although nothing that is shown does (a comment in a record); it may never
stay although something does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any

from library.catalogue import documents
from library.catalogue.catalogue import Catalogue, Filed, Placed
from library.catalogue.covers import source_of
from library.catalogue.indexes import Shelf

SIZE = 16
"""Bytes of a digest."""


def digest(*parts: str | bytes) -> bytes:
    """The same for the same parts in the same order only."""
    made = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


class Digests:
    """Digests of one catalogue, each made when it is first asked for."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._works: dict[str, bytes] = {}
        self._terms: dict[tuple[str, str], bytes] = {}
        self._records: dict[str, bytes] = {}
        self._shelves: dict[str, bytes] = {}

    def work(self, placed: Placed) -> bytes:
        """Of everything that the catalogue says of a work: its record, texts, files, and all terms and parties that it names."""
        made = self._works.get(placed.work.id)
        if made is None:
            made = self._works[placed.work.id] = digest(*self._of_work(placed))
        return made

    def _of_work(self, placed: Placed) -> Iterator[str | bytes]:
        catalogue, work = self.catalogue, placed.work
        yield placed.record.digest
        yield repr(placed.keys)
        yield self.site_languages
        if placed.in_journal:
            yield self.journal
        for (work_id, language), text in self._texts.get(work.id, ()):
            yield from (work_id, language, text)
        for edition in work.editions:
            if document := documents.held(catalogue, placed, edition):
                yield document.sha256
        if cover := source_of(catalogue, placed):
            yield _of_file(cover)
        yield from (_of_file(catalogue.folder / "files" / figure.name) for figure in catalogue.figures.get(work.id, ()))
        yield self._of_record(placed)
        # Its references name the funders of its projects.
        yield from (self.filed(filed) for filed in catalogue.naming.get(("work", work.id), ()) if filed.kind.name == "project")
        replaced_by = work.withdrawn.replaced_by if work.withdrawn else None
        for other in (*([catalogue.works[replaced_by]] if replaced_by else []), *catalogue.replaced.get(work.id, ())):
            yield from (other.record.digest, other.address)
        if whole := catalogue.works.get((work.host.work if work.host else None) or ""):
            yield whole.record.digest
            yield self._of_record(whole)
            yield whole.address

    def filed(self, filed: Filed) -> bytes:
        """Of a record of a kind beside the works, and of all terms and parties that it names; not of other records."""
        return digest(filed.address, filed.record.digest, self._of_record(filed))

    def kind(self, name: str) -> bytes:
        """Of all records of a kind, in their order."""
        return digest(name, *map(self.filed, self.catalogue.of_kind(name).values()))

    def _of_record(self, placed: Placed | Filed) -> bytes:
        """Of the terms that a record names; an article's record is that of its issue, with what it says of all of them."""
        made = self._records.get(placed.record.name)
        if made is None:
            made = self._records[placed.record.name] = digest(*self._named_in(placed.record.data))
        return made

    @cached_property
    def _texts(self) -> dict[str, list[tuple[tuple[str, str], str]]]:
        found: dict[str, list[tuple[tuple[str, str], str]]] = {}
        for keys, text in sorted(self.catalogue.texts.items()):
            found.setdefault(keys[0], []).append((keys, text))
        return found

    def term(self, vocabulary: str, term_id: str) -> bytes:
        """Of a term or party and of all terms that it names in its turn."""
        key = (vocabulary, term_id)
        made = self._terms.get(key)
        if made is None:
            self._terms[key] = b""  # terms may name each other
            term = self.catalogue.vocabularies[vocabulary][term_id]
            made = self._terms[key] = digest(vocabulary, repr(term), *self._named_in(_plain(term), but=key))
        return made

    def _named_in(self, data: Any, but: tuple[str, str] | None = None) -> Iterator[bytes]:
        """Digests of the terms whose ids occur as values anywhere in ``data``: rather too many than too few."""
        for text in sorted({text for text in scalars(data) if text in self._vocabularies_of}):
            for name in self._vocabularies_of[text]:
                if (name, text) != but:
                    yield self.term(name, text)

    @cached_property
    def _vocabularies_of(self) -> dict[str, list[str]]:
        """Names of the vocabularies that have a term of an id."""
        found: dict[str, list[str]] = {}
        for name, vocabulary in self.catalogue.vocabularies.items():
            for term_id in vocabulary:
                found.setdefault(term_id, []).append(name)
        return found

    @cached_property
    def site_languages(self) -> bytes:
        return digest(*(self.term("languages", tag) for tag in self.catalogue.languages))

    @cached_property
    def journal(self) -> bytes:
        """Of the journal's own record and what it names."""
        journal = self.catalogue.journal
        return digest(repr(journal), *self._named_in(_plain(journal))) if journal else b""

    def issue(self, issue_id: str) -> bytes:
        """Of an issue with its articles."""
        articles = (self.catalogue.works[article.id] for article in self.catalogue.issues[issue_id].articles)
        return digest(self.catalogue.issue_records[issue_id].digest, self.journal, *map(self.work, articles))

    def works(self, works: Iterable[Placed]) -> bytes:
        return digest(*(self.work(placed) for placed in works))

    def shelf(self, shelf: Shelf) -> bytes:
        """Of a list with all its works."""
        made = self._shelves.get(shelf.path)
        if made is None:
            made = self._shelves[shelf.path] = digest(shelf.path, self.of_term_of(shelf), self.works(shelf.works))
        return made

    def of_term_of(self, shelf: Shelf) -> bytes:
        """Of the term itself; years and formats have none."""
        name = shelf.facet.vocabulary
        return self.term(name, shelf.term) if name and shelf.term in self.catalogue.vocabularies[name] else b""

    def vocabulary(self, name: str) -> bytes:
        """Of a whole authority file, in its order."""
        return digest(name, *(part for term_id in self.catalogue.vocabularies[name] for part in (term_id, self.term(name, term_id))))

    @cached_property
    def whole(self) -> bytes:
        """Of the whole catalogue."""
        catalogue = self.catalogue
        return digest(
            *(self.vocabulary(name) for name in catalogue.vocabularies),
            self.journal,
            *(record.digest for record in catalogue.issue_records.values()),
            *(part for placed in catalogue.works.values() for part in (placed.address, self.work(placed))),
            *map(self.kind, catalogue.filed),
        )


def scalars(data: Any) -> Iterator[str]:
    """Every text in what was read of a file, names of fields among them."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, value in data.items():
            if isinstance(key, str):
                yield key
            yield from scalars(value)
    elif isinstance(data, list | tuple | set | frozenset):
        for value in data:
            yield from scalars(value)


def _plain(model: Any) -> Any:
    dump: Callable[[], Any] = model.model_dump
    return dump()


_files: dict[tuple[str, int, int], str] = {}


def _of_file(path: Path) -> str:
    """SHA-256 of a file, read once as long as its time and size stay."""
    stat = path.stat()
    key = (str(path), stat.st_mtime_ns, stat.st_size)
    if key not in _files:
        _files[key] = sha256(path.read_bytes()).hexdigest()
    return _files[key]
