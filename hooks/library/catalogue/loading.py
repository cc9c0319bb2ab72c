"""Reads the folder of the catalogue: a catalogue, or every problem in it at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from library.catalogue import checks, published, vocabularies
from library.catalogue.authorities import OPTIONAL, VOCABULARIES, GlossaryEntry, ProperName
from library.catalogue.catalogue import UNPLACED, Catalogue, Filed, Placed
from library.catalogue.checks.case_texts import linked, markdown_problems, stray_translations
from library.catalogue.checks.days import days_of_journal
from library.catalogue.checks.languages import text_languages
from library.catalogue.checks.slow_texts import slow_texts
from library.catalogue.checks.stray_files import FOLDERS, is_translation, stray_files
from library.catalogue.checks.terms import label_problems
from library.catalogue.dates import parse_dated
from library.catalogue.figures import Figure, figures
from library.catalogue.kinds import KINDS, Kind
from library.catalogue.model import Edition, Issue, Journal, Work
from library.catalogue.on_disk import fault, is_leftover, listed
from library.catalogue.problems import CatalogueError, Problem
from library.catalogue.records import Record, read, read_text
from library.catalogue.unfinished import unfinished
from library.catalogue.validation import validate


def load(folder: Path) -> Catalogue:
    """The catalogue in ``folder``. Raises CatalogueError with every problem, in file order."""
    reading = _Reading(folder)
    collecting = gc.isenabled()
    gc.disable()  # nothing of what is read is garbage: looking for it took a fifth of the time
    try:
        catalogue = reading.catalogue()
        problems = reading.problems + checks.across(catalogue, whole=not reading.problems, others=reading.others)
    finally:
        if collecting:
            gc.enable()
    if problems:
        raise CatalogueError(problems, reading.count)
    return catalogue


class _Reading:
    """One pass over the folder; collects problems instead of stopping at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.count = 0
        self.works: dict[str, Placed] = {}
        self.others: list[Placed] = []
        self.issues: dict[str, Issue] = {}
        self.issue_records: dict[str, Record] = {}
        self.texts: dict[tuple[str, str], str] = {}
        self.text_places: dict[tuple[str, str], tuple[str, int]] = {}
        self.figures: dict[str, tuple[Figure, ...]] = {}
        self.filed: dict[str, dict[str, Filed]] = {}
        self.journal: Journal | None = None
        self.context: dict[str, Any] = {}
        self.names: tuple[str, ...] = ()

    def name(self, path: Path) -> str:
        return path.relative_to(self.folder.parent).as_posix()

    def read(self, path: Path, vocabulary: bool = False) -> Record | None:
        self.count += 1
        if not self._inside(path):
            return None
        record, problems = read(path, self.name(path), vocabulary)
        self.problems += problems
        return record

    def _inside(self, path: Path) -> bool:
        """Whether a path is a file of the catalogue that can be opened; reports it where it is not."""
        if path.is_dir():
            return False  # a stray folder, told elsewhere
        if found := fault(path, self.name(path), self.folder):
            self.problems.append(found)
        return found is None

    def catalogue(self) -> Catalogue:
        self.problems += unfinished(self.folder)
        self._vocabularies()
        self._glossary()
        self._names()
        self.problems += stray_files(self.folder)
        for folder in ("knowledge-products", "case-studies"):
            for path in self._files(folder, FOLDERS[folder]):
                self._work_file(path)
        self._journal_files()
        addresses = {work_id: placed.address for work_id, placed in self.works.items()}
        for keys, (name, line) in self.text_places.items():
            self.texts[keys], problems = linked(name, self.texts[keys], line, addresses)
            self.problems += problems
            if found := tuple(figures(name, self.texts[keys], line)):
                self.figures[keys[0]] = (*self.figures.get(keys[0], ()), *found)
        for kind in KINDS:
            for path in self._files(kind.collection, FOLDERS[kind.collection]):
                self._filed_file(kind, path)
        return Catalogue(
            self.folder,
            self.works,
            self.journal,
            self.issues,
            self.context,
            self.texts,
            self.issue_records,
            self.names,
            published=self._published(),
            filed=self.filed,
            figures=self.figures,
        )

    def _published(self) -> published.Published:
        path = published.path_of(self.folder)
        if not path.exists() or not self._inside(path):
            return published.Published()
        found = read_text(path, self.name(path))
        if isinstance(found, list):
            self.problems += found
            return published.Published()
        made, problems = published.read(found[0], self.name(path))
        self.problems += problems
        return made

    def _files(self, folder: str, endings: tuple[str, ...]) -> Iterator[Path]:
        root = self.folder / folder
        for path in () if root.is_symlink() else listed(root):
            if path.suffix in endings and not is_leftover(path.name) and not is_translation(path):
                yield path

    def _vocabularies(self) -> None:
        for name in VOCABULARIES:
            path = self.folder / "vocabularies" / f"{name}.yml"
            paths = [*([path] if path.is_file() else []), *self._files(f"vocabularies/{name}", (".yml",))]
            if not paths and name not in OPTIONAL:
                self.problems.append(
                    Problem(
                        self.name(path), 0, 0, "missing-file", "this vocabulary is missing", "restore it from the history of the repository"
                    )
                )
            records = [record for each in paths if (record := self.read(each, vocabulary=True))]
            unread = (not paths and name not in OPTIONAL) or len(records) < len(paths)
            if any(not isinstance(record.data, list) for record in records):
                unread = True  # told once, and no record is blamed for it
            vocabulary, problems = vocabularies.build(name, records, self.context, unread)
            self.context[name] = vocabulary
            self.problems += problems
            self.problems += label_problems(vocabulary, self.context)
            for record in records:
                record.data = []  # its terms are made: kept as text too, a large vocabulary would take twice the memory
            if name == "languages" and records and vocabulary.terms and not unread and not vocabularies.site_languages(self.context):
                self.problems.append(
                    records[0].problem(
                        (),
                        "missing-language",
                        "no language is marked with site: yes",
                        "add the line site: yes to each language in which the site is to be read",
                    )
                )

    def _glossary(self) -> None:
        glossary = self.folder / "vocabularies" / "glossary.yml"
        if glossary.is_file() and (record := self.read(glossary, vocabulary=True)):
            if not isinstance(record.data, list):
                self.problems.append(record.problem((), "wrong-shape", "the glossary is a list of terms", 'begin each term with "- en:"'))
                return
            for number, entry in enumerate(record.data):
                self.problems += validate(GlossaryEntry, record, entry, (number,), self.context)[1]

    def _names(self) -> None:
        """Further proper names of titles, where there is a list of them."""
        path = self.folder / "vocabularies" / "names.yml"
        record = self.read(path, vocabulary=True) if path.is_file() else None
        if record is None:
            return
        if not isinstance(record.data, list):
            self.problems.append(record.problem((), "wrong-shape", "this is a list of names", 'begin each with "- name:"'))
            return
        names: list[str] = []
        for number, entry in enumerate(record.data):
            found, problems = validate(ProperName, record, entry, (number,), self.context)
            self.problems += problems
            if found and found.name in names:
                self.problems.append(
                    record.problem((number, "name"), "repeated-value", f'"{found.name}" is written twice', "keep one of the two")
                )
            elif found:
                names.append(found.name)
        self.names = tuple(names)

    def _work_file(self, path: Path, in_journal: bool = False) -> None:
        record = self.read(path)
        if record is None:
            return
        work, problems = validate(Work, record, record.data, (), self.context)
        self.problems += problems
        if work is None:
            self._draft(record, record.data, in_journal=in_journal)
            return
        if work.id != path.stem:
            self.problems.append(
                record.problem(
                    ("id",),
                    "id-and-name",
                    f'the id is "{work.id}", the file {path.name}',
                    "give both the same name; a published id stays and the file is renamed",
                )
            )
        self._add(Placed(work, record, in_journal=in_journal))
        self._texts(work, record)

    def _draft(self, record: Record, data: Any, in_journal: bool = False) -> None:
        """Keeps what can be compared of a work with mistakes: its keys, identifiers and title."""
        work = draft(data)
        if work is not None:
            self.others.append(Placed(work, record, in_journal=in_journal))

    def _texts(self, work: Work, record: Record) -> None:
        """Markdown of the editions that are published as text: the body, or a translation beside it."""
        if record.path.suffix != ".md":
            return
        here = [edition.language for edition in work.editions if edition.text == "here" and edition.language]
        beside = {language: record.path.with_name(f"{work.id}.{language}.md") for language in here}
        self.problems += stray_translations(record, work, here)
        for number, language in enumerate(here):
            text, line = (record.body, record.body_line) if number == 0 else ("", 0)
            path = record.path if text else beside[language]
            if not text and (path.is_symlink() or path.is_file()):
                if not self._inside(path):
                    continue
                found = read_text(path, self.name(path))
                if isinstance(found, list):
                    self.problems += found
                    continue
                text, line = found[0], 1
            if not text.strip():
                self.problems.append(
                    record.problem(
                        ("editions",),
                        "missing-translation",
                        f'the edition in "{language}" has "text: here", but its text is missing',
                        f"write it to {path.name}, or delete the line text: here",
                    )
                )
                continue
            self.problems += markdown_problems(self.name(path), text, line)
            self.problems += slow_texts(self.name(path), text, line)
            self.texts[work.id, language] = text
            self.text_places[work.id, language] = (self.name(path), line)

    def _add(self, placed: Placed) -> None:
        if placed.work.id in self.works:
            other = self.works[placed.work.id]
            self.problems.append(
                placed.record.problem(
                    (*placed.keys, "id"),
                    "duplicate-id",
                    f'the id "{placed.work.id}" is taken by {other.record.name}',
                    "choose another id; an id once published is never reused",
                )
            )
            self.others.append(placed)
            return
        self.works[placed.work.id] = placed

    def _journal_files(self) -> None:
        path = self.folder / "journal" / "journal.yml"
        if path.is_file() and (record := self.read(path)):
            self.journal, problems = validate(Journal, record, record.data, (), self.context)
            self.problems += problems
            if self.journal:
                for number, missing in enumerate(self.journal.missing_issues):
                    if (self.folder / "journal" / "issues" / f"{missing}.yml").is_file():
                        self.problems.append(
                            record.problem(
                                ("missing_issues", number),
                                "not-missing",
                                f"there is a record of issue {missing}",
                                "strike the number: the issue is no longer missing",
                            )
                        )
                self.problems += text_languages(record, (), "summary", self.journal.summary, self.context)
                self.problems += days_of_journal(record, self.journal)
        for path in sorted(self._files("journal/issues", (".yml",)), key=lambda path: (len(path.stem), path.stem)):
            self._issue_file(path)
        for path in self._files(f"journal/{UNPLACED}", (".yml",)):
            self._work_file(path, in_journal=True)

    def _issue_file(self, path: Path) -> None:
        record = self.read(path)
        if record is None:
            return
        issue, problems = validate(Issue, record, record.data, (), self.context)
        self.problems += problems
        if issue is None:
            return
        if issue.id != path.stem:
            self.problems.append(
                record.problem(("id",), "id-and-name", f'the id is "{issue.id}", the file {path.name}', "give both the same name")
            )
        self.issues[issue.id] = issue
        self.issue_records[issue.id] = record
        for number, article in enumerate(issue.articles):
            self._add(Placed(article, record, ("articles", number), issue, in_journal=True))

    def _filed_file(self, kind: Kind, path: Path) -> None:
        record = self.read(path)
        if record is None:
            return
        value, problems = validate(kind.model, record, record.data, (), self.context)
        self.problems += problems
        if value is None:
            return
        filed = Filed(kind, value, record)
        if filed.id != path.stem:
            self.problems.append(
                record.problem(
                    ("id",),
                    "id-and-name",
                    f'the id is "{filed.id}", the file {path.name}',
                    "give both the same name; a published id stays and the file is renamed",
                )
            )
        self.filed.setdefault(kind.name, {}).setdefault(filed.id, filed)


def draft(data: Any) -> Work | None:
    """A work of only those values that are right by themselves; None where there is no id, title or edition among them."""
    if not isinstance(data, dict):
        return None
    editions = []
    written = data.get("editions")
    for edition in written if isinstance(written, list) else ():
        right = (
            {name: edition[name] for name in ("citation_key", "doi", "isbn", "language") if name in edition}
            if isinstance(edition, dict)
            else {}
        )
        found = _right(Edition, right)
        if found is not None:
            editions.append(found)
    title = data.get("title")
    texts = {tag: text for tag, text in title.items() if isinstance(text, str)} if isinstance(title, dict) else {}
    if not (isinstance(data.get("id"), str) and texts and editions):
        return None
    try:
        issued = parse_dated(str(data["issued"])) if "issued" in data else None
    except ValueError:
        return None
    # Not checked again: it is compared with others and goes nowhere else.
    return Work.model_construct(
        id=data["id"],
        type=str(data.get("type")),
        title=texts,
        summary={},
        issued=issued,
        themes=(),
        editions=tuple(editions),
        provenance=(),
    )


def _right(model: type[Edition], data: dict[str, Any]) -> Edition | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None
