"""What an import would change: a record for each entry that is taken, new parties, and why the others are not taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from library.catalogue.catalogue import UNPLACED, Catalogue
from library.catalogue.formatting import records as files_of_records
from library.catalogue.model import Work
from library.catalogue.problems import Problem, part
from library.catalogue.records import Record
from library.catalogue.shapes import ISSUE, WORK, shape
from library.catalogue.validation import validate
from library.catalogue.writing import write
from library.catalogue.yaml_texts import Builder
from library.importing import documents
from library.importing.entries import Entry, Reading
from library.importing.known import Known, Same
from library.importing.parties import Parties
from library.importing.records import Draft, Given, Records
from library.keeping import texts
from library.keeping.changes import Changes, Refused

SCHEMA = "# yaml-language-server: $schema=../schemas/work.json\n"
_SCHEMA_OF_ARTICLES = SCHEMA.replace("../", "../../")


@dataclass
class Outcome:
    """What became of one entry: the ``record`` it is in, or ``why`` it is not taken; ``same`` is the work that it repeats."""

    entry: Entry
    record: str = ""
    remarks: Sequence[str] = ()
    why: str = ""
    same: Same | None = None

    @property
    def result(self) -> str:
        """``taken``, ``taken with remarks`` or ``not taken``."""
        return part("not taken") if self.why else part("taken with remarks") if self.remarks else part("taken")


@dataclass
class Plan:
    """All that an import would do; nothing is written yet."""

    changes: Changes
    reading: Reading
    outcomes: list[Outcome] = field(default_factory=list)
    parties: dict[str, dict[str, Any]] = field(default_factory=dict)
    works: list[str] = field(default_factory=list)
    """Ids of the new works."""


def plan(catalogue: Catalogue, reading: Reading, given: Given, source: dict[str, Any] | None = None) -> Plan:
    """Plans an import. ``source`` is the term of ``given.source`` where the catalogue does not have it yet."""
    return _Planning(catalogue, reading, given, source).plan()


def whole_and_checked(catalogue: Catalogue, reading: Reading, given: Given, source: dict[str, Any] | None = None) -> Plan:
    """A plan that the library's own check has passed on a copy: what it refuses is not taken. Raises Refused for all else."""
    refused: dict[int, str] = {}
    while True:
        planning = _Planning(catalogue, reading, given, source, refused)
        made = planning.plan()
        try:
            if made.changes:
                made.changes.check()
        except Refused as problems:
            blamed = planning.blamed(problems.problems)
            if not blamed:
                raise
            refused |= blamed  # of fewer entries each time, so that this ends
        else:
            return made


class _Planning:
    def __init__(
        self, catalogue: Catalogue, reading: Reading, given: Given, source: dict[str, Any] | None, refused: dict[int, str] | None = None
    ) -> None:
        self.catalogue = catalogue
        self.given = given
        self.source = source
        self.refused = refused or {}
        term = catalogue.vocabularies["sources"].terms.get(given.source)
        read_in = source["label"][catalogue.languages[0]] if source else term.label[catalogue.languages[0]] if term else given.source
        self.parties = Parties(catalogue.vocabularies["parties"].terms, catalogue.languages, read_in)
        for placed in catalogue.works.values():
            for each in (*placed.work.creators, *placed.work.contributors):
                if each.name:
                    self.parties.printed(each.name, each.party)
        self.records = Records(catalogue, self.parties, given)
        self.known = Known(catalogue)
        self.made = Plan(Changes(catalogue.folder), reading)
        self.context: dict[str, Any] = dict(catalogue.vocabularies) | {
            name: _Also(catalogue.vocabularies[name], new)
            for name, new in (("parties", self.parties.new), ("sources", {given.source: source} if source else {}))
        }
        self.by_record: dict[str, list[Entry]] = {}
        self.issues: dict[str, list[dict[str, Any]]] = {}

    def plan(self) -> Plan:
        drafts = [draft for group in groups(self.made.reading.entries) if (draft := self._draft(group))]
        used = {name for draft in drafts for name in _parties_of(draft.data)}
        self.made.parties = {name: party for name, party in self.parties.new.items() if name in used}
        self._add_terms("parties", list(self.made.parties.values()))
        if self.source and drafts:
            self._add_terms("sources", [self.source])
        for issue, articles in self.issues.items():
            self._into_issue(issue, articles)
        order = {id(entry): number for number, entry in enumerate(self.made.reading.entries)}
        self.made.outcomes.sort(key=lambda outcome: order[id(outcome.entry)])
        return self.made

    def blamed(self, problems: Iterable[Problem]) -> dict[int, str]:
        """What the check says of new records, by the entries that they were made of."""
        return {id(entry): _said(problem) for problem in problems for entry in self._blamed(problem)}

    def _blamed(self, problem: Problem) -> list[Entry]:
        if problem.path in self.by_record:
            return self.by_record[problem.path]
        return next(
            (entries for name, entries in self.by_record.items() if "#" in name and f'"{name.partition("#")[2]}"' in str(problem)), []
        )

    # -- one work ----------------------------------------------------------------------------------

    def _draft(self, group: Sequence[Entry]) -> Draft | None:
        """The record of a work, where it can be taken; tells what becomes of its entries."""
        why = next((said for entry in group if (said := self.refused.get(id(entry)) or self.records.refused(entry))), "")
        if why:
            self._not_taken(group, why)
            return None
        draft = self.records.make(group)
        held = self._documents(draft)
        if same := self.known.same(draft.data, next(iter(held.values()), None)):
            said = same.why
            self._not_taken(group, part(f"there already as {same.work} ({same.where}): {said}"), same)
            return None
        if draft.notes.kept:
            draft.data["note"] = draft.notes.kept
        text, why = self._text(draft)
        if why:
            self._not_taken(group, why)
            return None
        where = self._place(draft, text)
        for name, path in held.items() if self.given.documents else ():
            self.made.changes.add_file(path, self.catalogue.folder / "files" / name)
        self.known.add(draft.data, f"{group[0].file}:{group[0].line}", str(draft.data.get("issued", ""))[:4])
        self.by_record[where] = list(group)
        self.made.works.append(draft.data["id"])
        for entry in group:
            self.made.outcomes.append(Outcome(entry, where.replace("#", ", article "), draft.notes.remarks))
        return draft

    def _documents(self, draft: Draft) -> dict[str, Path]:
        """The documents of a work that lie beside the file, by the names that they get in the library."""
        found: dict[str, Path] = {}
        for entry, edition in zip(draft.entries, draft.data["editions"], strict=True):
            path = documents.beside(self.given.beside, entry.document) if self.given.beside else None
            if entry.document and path is None:
                draft.notes.remarks.append(part(f"there is no {entry.document} beside the file"))
            if path is None or not documents.describe(edition, draft.notes, path):
                draft.notes.keep("file", entry.document)
                continue
            name = ".".join(part for part in (draft.data["id"], edition.get("language", ""), path.suffix[1:].lower()) if part)
            found[name] = path
            if self.given.documents:
                edition["file"] = name
            else:
                draft.notes.keep("file", entry.document)
        return found

    def _not_taken(self, group: Sequence[Entry], why: str, same: Same | None = None) -> None:
        for entry in group:
            self.made.outcomes.append(Outcome(entry, why=why, same=same))

    def _text(self, draft: Draft) -> tuple[str, str]:
        """The text of a record, and what the check says against it."""
        try:
            text = write(draft.data, shape(WORK))
        except ValueError as error:
            return "", str(error)
        builder = Builder("record")
        builder.build(text)
        if builder.problems:
            return "", _said(builder.problems[0])
        record = Record(Path("record.yml"), "record", draft.data, _places={})
        work, problems = validate(Work, record, draft.data, (), self.context)
        return text, _said(problems[0]) if work is None else ""

    def _place(self, draft: Draft, text: str) -> str:
        folder, work_id = self.catalogue.folder, draft.data["id"]
        if draft.issue:
            self.issues.setdefault(draft.issue, []).append(draft.data)
            return f"{self.catalogue.issue_records[draft.issue].name}#{work_id}"
        if draft.in_journal:
            path, text = folder / "journal" / UNPLACED / f"{work_id}.yml", _SCHEMA_OF_ARTICLES + text
        elif draft.data["type"] == "case-study":
            path, text = folder / "case-studies" / f"{work_id}.md", f"---\n{SCHEMA}{text}---\n"
        else:
            path, text = folder / "knowledge-products" / f"{work_id}.yml", SCHEMA + text
        self.made.changes.add(path, text)
        return self.made.changes.name(path)

    def _into_issue(self, issue: str, articles: list[dict[str, Any]]) -> None:
        def add(data: Any) -> None:
            data["articles"] = [*data.get("articles", ()), *articles]

        texts.edit(self.made.changes, self.catalogue.issue_records[issue].path, ISSUE, add)

    # -- vocabularies ------------------------------------------------------------------------------

    def _add_terms(self, name: str, new: list[dict[str, Any]]) -> None:
        if new:
            add_terms(self.made.changes, self.catalogue, name, new)


def add_terms(changes: Changes, catalogue: Catalogue, name: str, new: list[dict[str, Any]]) -> None:
    """Adds terms to the last file of a vocabulary, in the order of their ids where it keeps that."""
    path = [path for path, kind in files_of_records(catalogue.folder) if kind == name][-1]

    def add(terms: Any) -> Any:
        ordered = [term["id"] for term in terms] == sorted(term["id"] for term in terms)
        return sorted([*terms, *new], key=lambda term: str(term["id"])) if ordered else [*terms, *new]

    texts.edit(changes, path, name, add)


class _Also:
    """A vocabulary with the terms that an import proposes for it."""

    def __init__(self, vocabulary: Any, new: dict[str, Any]) -> None:
        self.vocabulary, self.new = vocabulary, new
        self.where, self.terms = vocabulary.where, vocabulary.terms

    def __contains__(self, term_id: object) -> bool:
        return term_id in self.new or term_id in self.vocabulary

    def __iter__(self) -> Iterator[str]:
        return iter(self.vocabulary)

    def __len__(self) -> int:
        return len(self.vocabulary)


def groups(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The entries of each work: those that name each other as editions, or the same ``work``, and are in different languages."""
    by_key = {entry.key: entry for entry in reversed(entries) if entry.key}
    by_work: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.work:
            by_work.setdefault(entry.work, []).append(entry)
    told: set[int] = set()
    for entry in entries:
        if id(entry) in told:
            continue
        group = _connected(entry, by_key, by_work.get(entry.work, []), told)
        told |= {id(each) for each in group}
        yield group


def _connected(entry: Entry, by_key: dict[str, Entry], of_work: Sequence[Entry], told: set[int]) -> list[Entry]:
    found = [entry]
    languages = {entry.language}
    waiting = [*of_work, *(by_key[key] for key, _ in entry.siblings if key in by_key)]
    while waiting:
        other = waiting.pop(0)
        if any(other is each for each in found) or id(other) in told or other.language in languages:
            continue
        found.append(other)
        languages.add(other.language)
        waiting += [by_key[key] for key, _ in other.siblings if key in by_key]
    return found


def _parties_of(data: dict[str, Any]) -> Iterator[str]:
    for name in ("creators", "contributors"):
        for each in data.get(name, ()):
            yield each["party"]
    if "issuer" in data:
        yield data["issuer"]
    for each in data.get("host", {}).get("editors", ()):
        yield each["party"]
    for edition in data["editions"]:
        if "publisher" in edition:
            yield edition["publisher"]


def _said(problem: Problem) -> str:
    if not problem.hint:
        return part(f"the check says {problem.code}: {problem.message}")
    return part(f"the check says {problem.code}: {problem.message} ({problem.hint})")
