"""Documents: those that lie beside a file which is imported, and those that the library holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.problems import Phrase, part
from library.importing import values
from library.importing.notes import Notes
from library.keeping import texts
from library.keeping.changes import Changes
from library.keeping.renaming import at, kind_of

if TYPE_CHECKING:
    from library.importing.pdf import Facts


def named(text: str) -> str:
    """The path in a field that names a file: alone, or as JabRef (``:report.pdf:PDF``) and Zotero (``Full Text:files/12/report.pdf:application/pdf``) write it."""
    parts = [part for part in re.split(r"(?<!\\)[:;]", text) if part.lower().endswith(".pdf")]
    return (parts[0] if parts else text).replace("\\:", ":").replace("\\", "/").strip()


def beside(folder: Path, text: str) -> Path | None:
    """The file of that name that lies in a folder, or below it; None for any other."""
    if not text:
        return None
    path = (folder / named(text)).resolve()
    return path if path.is_relative_to(folder.resolve()) and path.is_file() else None


def describe(edition: dict[str, Any], notes: Notes, path: Path) -> bool:
    """Fills the extent of an edition in from its document, and tells what the document lacks. False where it is none to take."""
    if path.suffix.lower() != ".pdf":
        return True
    try:
        from library.importing.pdf import Unusable, facts
    except ImportError as error:
        notes.remarks.append(part(f"{path.name} is not looked into: {error.name} is not installed"))
        return True
    try:
        told = facts(path)
    except (Unusable, OSError) as error:
        notes.remarks.append(part(f"{path.name} {error}; it is not taken"))
        return False
    if "extent" in edition and str(edition["extent"]) != str(told.pages):
        notes.remarks.append(part(f"{path.name} has {told.pages} pages, and {edition['extent']} are told"))
    edition.setdefault("extent", str(told.pages))
    notes.remarks += [part(f"{path.name}: {remark}") for remark in told.remarks()]
    return True


@dataclass(frozen=True)
class Held:
    """A PDF of an edition, ``number`` counted from 0, with what it tells, or why it cannot be opened."""

    placed: Placed
    number: int
    path: Path
    facts: Facts | None
    fault: str = ""

    @property
    def extent(self) -> int | None:
        return self.placed.work.editions[self.number].extent

    def lines(self, phrase: Phrase = str) -> Iterator[str]:
        """What is told of it."""
        edition = self.placed.work.editions[self.number]
        called = f"{self.path.name} ({self.placed.work.id}{f', {edition.language}' if edition.language else ''})"
        if self.facts is None:
            yield f"{called} {phrase(self.fault)}"
            return
        yield f"{called}: {phrase(f'{self.facts.pages} pages, {self.facts.size:,} bytes')}, SHA-256 {self.facts.sha256}"
        yield from (f"  {phrase('remark')}: {phrase(remark)}" for remark in self._remarks(self.facts))

    def for_programs(self, phrase: Phrase = str) -> dict[str, Any]:
        """The same as JSON: ``fault`` is empty where it can be opened, and numbers are null where it cannot."""
        told = self.facts
        return {
            "file": self.path.name,
            "work": self.placed.work.id,
            "language": self.placed.work.editions[self.number].language or "",
            "pages": told.pages if told else None,
            "size": told.size if told else None,
            "sha256": told.sha256 if told else None,
            "remarks": [phrase(remark) for remark in self._remarks(told)] if told else [],
            "fault": phrase(self.fault) if self.fault else "",
        }

    def _remarks(self, told: Facts) -> Iterator[str]:
        edition = self.placed.work.editions[self.number]
        if self.extent is not None and self.extent != told.pages:
            yield part(f"the record says {self.extent} pages")
        known = values.language(told.language, [edition.language or ""]) if told.language and edition.language else edition.language
        if told.language and edition.language and not known:
            yield part(f'it says that it is in "{told.language}", and the record says {edition.language}')
        yield from told.remarks()


def held(catalogue: Catalogue) -> Iterator[Held]:
    """Every PDF that the library holds, in the order of the records."""
    from library.importing.pdf import Unusable, facts

    for placed in catalogue.works.values():
        for number, edition in enumerate(placed.work.editions):
            if edition.file and edition.file.lower().endswith(".pdf"):
                path = catalogue.folder / "files" / edition.file
                try:
                    yield Held(placed, number, path, facts(path))
                except (Unusable, OSError) as error:
                    yield Held(placed, number, path, None, str(error))


def for_programs(every: list[Held], phrase: Phrase = str) -> dict[str, Any]:
    """What is told of each document, as JSON."""
    return {"documents": [document.for_programs(phrase) for document in every]}


def fill_in(catalogue: Catalogue, every: list[Held]) -> Changes:
    """Writes the number of pages into the editions that have none."""
    changes = Changes(catalogue.folder)
    for document in every:
        if document.facts and document.extent is None:
            pages, keys = str(document.facts.pages), (*document.placed.keys, "editions", document.number)

            def write(data: Any, pages: str = pages, keys: tuple[str | int, ...] = keys) -> None:
                at(data, keys)["extent"] = pages

            texts.edit(changes, document.placed.record.path, kind_of(document.placed), write)
    return changes
