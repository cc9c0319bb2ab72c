"""Titles and summaries that translators wrote into the table, PO or XLIFF file of ``library missing``, brought back into the records."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.pofile import PoFileError, read_po

from library.catalogue import titles
from library.catalogue.catalogue import Catalogue
from library.catalogue.missing import TEXTS, shown_of
from library.catalogue.model import Issue, Work
from library.catalogue.problems import Problem, nearest
from library.catalogue.records import Record
from library.catalogue.shapes import ISSUE
from library.catalogue.yaml_texts import Keys
from library.importing.entries import Unreadable
from library.importing.files import decoded
from library.importing.texts import plain
from library.keeping import texts
from library.keeping.changes import Changes
from library.keeping.renaming import at, kind_of

_FIELDS = TEXTS


@dataclass(frozen=True)
class Translated:
    """A text for the field of a work, of an issue (``issue-17``) or another record (``events/forum-2023``). ``shown`` is the text that it was made from, where that is told."""

    file: str
    line: int
    id: str
    field: str
    language: str
    text: str
    shown: str

    def refusal(self, code: str, message: str, hint: str) -> Problem:
        return Problem(self.file, self.line, 0, code, f"{self.id}: {message}", hint)


# -- reading -------------------------------------------------------------------------------------------


def read(path: Path, language: str = "") -> list[Translated]:
    """The texts of a file that are filled in. ``language`` is that of a PO file that does not tell it. Raises Unreadable."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"{path.name} cannot be read: {error.strerror}", "look at its name and its permissions") from None
    text, _ = decoded(raw)
    head = text.lstrip("\ufeff \r\n")[:2_000]
    if head.startswith("<"):
        return list(_xliff(text, path.name))
    if 'msgid "' in head:
        return list(_po(text, path.name, language))
    return list(_table(text.removeprefix("\ufeff"), path.name))


def _table(text: str, file: str) -> Iterator[Translated]:
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    wanted = {"id", "field", "language", "text"}
    if not wanted <= set(rows.fieldnames or ()):
        raise Unreadable(
            f"{file} has no columns {', '.join(sorted(wanted))}", "it begins with the headings that library missing --csv writes"
        )
    line = 2
    for row in rows:
        if told := plain(row["text"] or ""):
            work, field, language = ((row[name] or "").strip() for name in ("id", "field", "language"))
            yield Translated(file, line, work, field, language, told, plain(row.get("shown") or ""))
        line = rows.line_num + 1


def _po(text: str, file: str, language: str) -> Iterator[Translated]:
    try:
        catalog = read_po(io.BytesIO(text.encode()), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise Unreadable(f"{file} is no PO file: {error}", "save it anew in the program that it was filled in with") from None
    known = language or str(catalog.locale or catalog.locale_identifier or "")
    for message in catalog:
        work, _, field = (message.context or "").rpartition(".")
        if message.id and message.string and work and not message.fuzzy:
            told, shown = str(message.string), str(message.id)
            yield Translated(file, message.lineno or 0, work, field, known, plain(told), plain(shown))


def _xliff(text: str, file: str) -> Iterator[Translated]:
    from library.importing.reading import xml

    root = xml.parse(text, file)
    for part in xml.below(root, "file"):
        language = part.get("target-language", "")
        for unit in xml.below(part, "trans-unit"):
            work, _, field = unit.get("id", "").rpartition(".")
            if told := xml.first(unit, "target"):
                yield Translated(file, xml.line(unit), work, field, language, told, xml.first(unit, "source"))


# -- bringing back ---------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Place:
    record: Record
    keys: Keys
    kind: str
    work: Any


def bring_back(catalogue: Catalogue, translated: Iterable[Translated]) -> tuple[Changes, list[Problem], int]:
    """The changes, what of the texts cannot be brought back, and how many are there already, word for word."""
    bringing = _BringingBack(catalogue)
    for text in translated:
        bringing.add(text)
    return bringing.changes(), bringing.problems, bringing.there


class _BringingBack:
    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.problems: list[Problem] = []
        self.there = 0
        self.fitting: dict[Path, list[tuple[_Place, Translated]]] = {}
        self.seen: dict[tuple[str, str, str], Translated] = {}

    def add(self, text: Translated) -> None:
        place = self._place(text)
        if place is None or not self._has_field(text) or self._twice(text):
            return
        present = (getattr(place.work, text.field) or {}).get(text.language)
        if present == text.text:
            self.there += 1
        elif present:
            said = f'{text.field} in "{text.language}" was written meanwhile: "{present}"'
            self.problems.append(
                text.refusal("changed-meanwhile", said, f'the file has "{text.text}": mend the record by hand, or leave the cell empty')
            )
        elif text.shown and (now := self._shown(place.work, text)) != text.shown:
            said = f'what it was translated from was changed meanwhile: it was "{text.shown}", and is "{now}"'
            self.problems.append(
                text.refusal("changed-meanwhile", said, "compare the translation, and call library missing for a new list")
            )
        else:
            self.fitting.setdefault(place.record.path, []).append((place, text))

    def _place(self, text: Translated) -> _Place | None:
        works, issues = self.catalogue.works, self.catalogue.issues
        if text.id in works:
            placed = works[text.id]
            return _Place(placed.record, placed.keys, kind_of(placed), placed.work)
        for records in self.catalogue.filed.values():
            for filed in records.values():
                if filed.address == text.id:
                    return _Place(filed.record, (), filed.kind.name, filed.value)
        issue = text.id.removeprefix("issue-")
        if text.id.startswith("issue-") and issue in issues:
            return _Place(self.catalogue.issue_records[issue], (), ISSUE, issues[issue])
        hint = nearest(text.id, works) or "its record was renamed or taken away: call library missing for a new list"
        self.problems.append(text.refusal("unknown-work", "there is no such work or issue", hint))
        return None

    def _has_field(self, text: Translated) -> bool:
        if text.field not in _FIELDS:
            self.problems.append(
                text.refusal("unknown-field", f'there is no text "{text.field}" to translate', f"it is one of {', '.join(_FIELDS)}")
            )
        elif text.language not in self.catalogue.vocabularies["languages"]:
            hint = nearest(text.language, self.catalogue.languages) or f"it is one of {', '.join(self.catalogue.languages)}"
            self.problems.append(text.refusal("bad-language", f'"{text.language}" is no language of the library', hint))
        else:
            return True
        return False

    def _twice(self, text: Translated) -> bool:
        other = self.seen.setdefault((text.id, text.field, text.language), text)
        if other is not text and other.text != text.text:
            said = f'two texts are given for {text.field} in "{text.language}", another in line {other.line}'
            self.problems.append(text.refusal("repeated-value", said, "keep one of the two"))
        return other is not text

    @staticmethod
    def _shown(work: Any, text: Translated) -> str:
        if not isinstance(work, Work | Issue):
            return plain(shown_of(work, text.field, text.language).text)
        if text.field == "summary":
            return plain(titles.summary(work, text.language).text)
        return plain((titles.own_title(work, text.language) if isinstance(work, Issue) else titles.title(work, text.language)).text)

    def changes(self) -> Changes:
        changes = Changes(self.catalogue.folder)
        for path, fitting in self.fitting.items():

            def write(data: Any, fitting: list[tuple[_Place, Translated]] = fitting) -> None:
                for place, text in fitting:
                    self._write(at(data, place.keys), text)

            texts.edit(changes, path, fitting[0][0].kind, write)
        return changes

    def _write(self, work: dict[str, Any], text: Translated) -> None:
        """A translation is no title that a document prints, so it is supplied."""
        work[text.field] = self._in_order({**work.get(text.field, {}), text.language: text.text})
        supplied = work.setdefault("supplied", {})
        supplied[text.field] = list(self._in_order(dict.fromkeys([*supplied.get(text.field, ()), text.language])))

    def _in_order(self, told: dict[str, Any]) -> dict[str, Any]:
        order = [*self.catalogue.languages, *told]
        return {tag: told[tag] for tag in sorted(told, key=order.index)}
