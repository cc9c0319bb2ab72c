"""Checks that need more than one field, record or file to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from library.catalogue import hosts, results
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.checks.addresses import across_addresses, addresses, of_works
from library.catalogue.checks.case_texts import texts_without_markdown, unread_text
from library.catalogue.checks.days import days, days_of_issue
from library.catalogue.checks.editions import helped_editions, pages_in_order, translations
from library.catalogue.checks.elsewhere import shelf
from library.catalogue.checks.figures import figures
from library.catalogue.checks.held_files import cover, documents, twice_held, unnamed_files
from library.catalogue.checks.kinds import of_record
from library.catalogue.checks.lasting import lost
from library.catalogue.checks.repeated import citation_keys, dois, ids, isbns, repeated, same_titles, twice_named
from library.catalogue.checks.series import numbers_of_works, rounds, rounds_of_works
from library.catalogue.checks.titles import printed_nowhere, supplied, title_of_the_document
from library.catalogue.model import WORK_TYPES_IN_ISSUES
from library.catalogue.problems import Problem, nearest
from library.catalogue.yaml_texts import Keys


def across(catalogue: Catalogue, whole: bool = True, others: Iterable[Placed] = ()) -> list[Problem]:
    """Every problem that only the whole catalogue shows.

    Where it is not ``whole``, records are missing that could not be read: a work that is
    named but not there is then no problem of its own. ``others`` are works that cannot stand in
    the catalogue, such as copies with an id that is taken: what they repeat is told all the same.
    """
    problems: list[Problem] = []
    works = [*catalogue.works.values(), *others]
    for placed in catalogue.works.values():
        for check in _OF_A_WORK:
            problems += check(catalogue, placed)
        if whole:
            problems += _related(catalogue, placed)
    for issue in catalogue.issues.values():
        problems += days_of_issue(catalogue.issue_records[issue.id], issue)
    problems += numbers_of_works(catalogue)
    problems += rounds(catalogue)
    problems += results.problems(catalogue)
    problems += shelf(catalogue)
    for records in catalogue.filed.values():
        for filed in records.values():
            problems += of_record(catalogue, filed, whole)
    if whole:
        problems += unnamed_files(catalogue)
    problems += twice_held(works)
    problems += across_addresses(catalogue)
    problems += repeated(
        works,
        "duplicate-key",
        "the citation key",
        citation_keys,
        "keys are unique in the whole library and never regenerated; choose another",
    )
    problems += repeated(works, "same-work", "the DOI", dois, "one work is one record: merge the two")
    problems += repeated(works, "same-work", "the ISBN", isbns, "one work is one record: merge the two")
    problems += same_titles(works)
    problems += repeated(catalogue.works.values(), "address-taken", "the address", of_works, "an address leads to one work only")
    told = {(problem.path, problem.line, problem.column) for problem in problems}
    problems += [
        problem
        for problem in repeated(
            catalogue.works.values(), "duplicate-id", "the id", ids, "an id once published is never reused; choose another"
        )
        if (problem.path, problem.line, problem.column) not in told
    ]
    if whole:
        problems += lost(catalogue)
    return problems


def _related(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    named: list[tuple[Keys, str]] = [(("related", number), other) for number, other in enumerate(placed.work.related)]
    if placed.work.withdrawn and placed.work.withdrawn.replaced_by:
        named.append((("withdrawn", "replaced_by"), placed.work.withdrawn.replaced_by))
    if placed.work.host and placed.work.host.work:
        named.append((("host", "work"), placed.work.host.work))
    for keys, other in named:
        if other not in catalogue.works or other == placed.work.id:
            yield placed.record.problem(
                (*placed.keys, *keys),
                "unknown-work",
                f'"{other}" is not the id of another work',
                nearest(other, catalogue.works) or "write the id of a record",
            )


def _in_its_place(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Works that are said to stand in each other's place: a reader would be led in a circle and find nothing."""
    seen, work = [placed.work.id], placed.work
    while work.withdrawn and (other := work.withdrawn.replaced_by or "") in catalogue.works:
        if other in seen:
            if other == placed.work.id and len(seen) > 1:
                yield placed.record.problem(
                    (*placed.keys, "withdrawn", "replaced_by"),
                    "replaced-in-a-circle",
                    f"the works stand in each other's place: {' → '.join([*seen, other])}",
                    "name the one that is offered, or leave replaced_by out",
                )
            return
        seen.append(other)
        work = catalogue.works[other].work


def _articles(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Works in the journal that are no articles, and articles and other parts that stand in nothing."""
    work = placed.work
    of_journals = work.type in WORK_TYPES_IN_ISSUES
    if placed.in_journal != (of_journals and work.host is None):
        if placed.in_journal and of_journals:
            yield placed.record.problem(
                (*placed.keys, "host"),
                "two-hosts",
                "an article of the journal has a host of its own",
                "leave host out: it stands in its issue",
            )
        elif placed.in_journal or (of_journals and work.host is None):
            where = "in the journal" if placed.in_journal else "outside the journal"
            yield placed.record.problem(
                (*placed.keys, "type"),
                "wrong-type",
                f'a work of type "{work.type}" stands {where}',
                f"the journal holds {', '.join(WORK_TYPES_IN_ISSUES)}; the other folders hold the other types, "
                "and articles of other journals, which are named under host",
            )
    if not (placed.in_journal or of_journals or work.host) and hosts.kind(catalogue, placed) in hosts.IN_A_HOST:
        yield placed.record.problem(
            (*placed.keys, "type"),
            "no-host",
            f'a work of type "{work.type}" is a part of something, and nothing says of what',
            "add host: with the id of its record under work, or with its printed title",
        )


_OF_A_WORK = (
    days,
    translations,
    helped_editions,
    pages_in_order,
    title_of_the_document,
    supplied,
    printed_nowhere,
    documents,
    cover,
    figures,
    _in_its_place,
    _articles,
    texts_without_markdown,
    unread_text,
    addresses,
    twice_named,
    rounds_of_works,
)
"""Checks of one work with what it refers to."""
