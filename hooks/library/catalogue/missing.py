"""What records may leave out and do not have yet: titles, summaries and themes. No problem; a list of work to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from library.catalogue import titles
from library.catalogue.catalogue import Catalogue
from library.catalogue.model import Issue, Work
from library.catalogue.problems import Problem
from library.catalogue.records import Record
from library.catalogue.titles import NONE, Shown
from library.catalogue.yaml_texts import Keys

Field = Literal["title", "summary", "themes"]
TEXTS: tuple[Field, ...] = ("title", "summary")


@dataclass(frozen=True)
class Gap:
    """A field that a record does not have in a language of the site.

    ``id`` is that of the work, ``issue-17`` of an issue, or ``events/forum-2023``; ``language`` is empty for themes, which have none.
    ``shown`` is the text that readers are shown in its place, its language with it; empty where there is none.
    """

    id: str
    field: Field
    language: str
    record: Record
    keys: Keys
    shown: Shown

    @property
    def remark(self) -> Problem:
        """As ``library check`` tells it, at the field where that stands, else at its record."""
        if self.field == "themes":
            said, hint = f"{self.id}: no themes", "add a line themes: with ids of vocabularies/themes.yml"
        else:
            said, hint = (
                f'{self.id}: no {self.field} in "{self.language}"',
                f"who can write it adds a line {self.language}: … to {self.field}",
            )
        return self.record.problem((*self.keys, self.field), "not-yet", said, hint)


def missing(catalogue: Catalogue, languages: Iterable[str] = ()) -> Iterator[Gap]:
    """Every gap, in the order of the files; with ``languages`` only those of texts in these. Nobody fills those of withdrawn works."""
    wanted = tuple(languages) or catalogue.languages
    told: set[str] = set()
    for work_id, placed in catalogue.works.items():
        if placed.issue and placed.issue.id not in told:
            told.add(placed.issue.id)
            yield from _of_issue(placed.issue, catalogue.issue_records[placed.issue.id], wanted)
        if placed.work.withdrawn:
            continue
        yield from _texts(work_id, placed.work, placed.record, placed.keys, wanted)
        if not placed.work.themes and not languages:
            yield Gap(work_id, "themes", "", placed.record, placed.keys, NONE)
    for issue in catalogue.issues.values():
        if issue.id not in told:
            yield from _of_issue(issue, catalogue.issue_records[issue.id], wanted)


def missing_of_kinds(catalogue: Catalogue, languages: Iterable[str] = ()) -> Iterator[Gap]:
    """The same of records beside the works, whose titles and summaries may come later too; they are known by their addresses."""
    wanted = tuple(languages) or catalogue.languages
    for records in catalogue.filed.values():
        for filed in records.values():
            for field in TEXTS:
                told: Any = getattr(filed.value, field, wanted)  # a kind without such texts lacks none
                for language in wanted:
                    if language not in told:
                        yield Gap(filed.address, field, language, filed.record, (), shown_of(filed.value, field, language))


def shown_of(value: Any, field: str, language: str) -> Shown:
    """What readers are shown of a text of a record beside the works, in a language or in another."""
    supplied = getattr(getattr(value, "supplied", None), field, ())
    return titles.of_texts(getattr(value, field), supplied, language)


def _texts(called: str, work: Work, record: Record, keys: Keys, languages: Iterable[str]) -> Iterator[Gap]:
    for language in languages:
        if language not in work.title:
            yield Gap(called, "title", language, record, keys, titles.title(work, language))
        if language not in work.summary:
            yield Gap(called, "summary", language, record, keys, titles.summary(work, language))


def _of_issue(issue: Issue, record: Record, languages: Iterable[str]) -> Iterator[Gap]:
    """An issue has a title of its own or none; where it has one, it is wanted in every language."""
    for language in languages:
        if issue.title and language not in issue.title:
            yield Gap(f"issue-{issue.id}", "title", language, record, (), titles.own_title(issue, language))
        if language not in issue.summary:
            yield Gap(f"issue-{issue.id}", "summary", language, record, (), titles.summary(issue, language))


def counted(gaps: Iterable[Gap], languages: Sequence[str]) -> dict[tuple[Field, str], int]:
    """Numbers of gaps by field and language, titles first and the languages in their order."""
    counts: dict[tuple[Field, str], int] = {}
    for gap in gaps:
        counts[gap.field, gap.language] = counts.get((gap.field, gap.language), 0) + 1
    order: tuple[tuple[Field, str], ...] = (
        *(("title", language) for language in languages),
        *(("summary", language) for language in languages),
        ("themes", ""),
    )
    return {place: counts[place] for place in order if place in counts}


def summed_up(gaps: Iterable[Gap], languages: Sequence[str]) -> str:
    """One line for the end of a check: ``Not yet: title kk 3, ko 5; summary kk 4; themes 2``. Empty where nothing is missing."""
    told: dict[str, list[str]] = {}
    for (field, language), number in counted(gaps, languages).items():
        told.setdefault(field, []).append(f"{language} {number}".strip())
    return "Not yet: " + "; ".join(f"{field} {', '.join(parts)}" for field, parts in told.items()) if told else ""
