"""Titles and summaries: in every language, and printed or supplied."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.checks.languages import text_languages
from library.catalogue.problems import Problem


def languages_of_texts(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for name in ("title", "summary"):
        yield from text_languages(placed.record, placed.keys, name, getattr(placed.work, name), catalogue.vocabularies)
    if withdrawn := placed.work.withdrawn:
        yield from text_languages(placed.record, (*placed.keys, "withdrawn"), "reason", withdrawn.reason, catalogue.vocabularies)


def supplied(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    for name in ("title", "summary"):
        for number, language in enumerate(getattr(placed.work.supplied, name)):
            if language not in getattr(placed.work, name):
                yield placed.record.problem(
                    (*placed.keys, "supplied", name, number),
                    "supplied-nothing",
                    f'there is no {name} in "{language}" that could be supplied',
                    f"write the {name}, or strike the language",
                )


def printed_nowhere(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Titles that are said to be printed although no edition is in their language."""
    languages = {edition.language for edition in placed.work.editions}
    if None in languages:
        return
    for language in placed.work.title:
        if language not in languages and language not in placed.work.supplied.title:
            yield placed.record.problem(
                (*placed.keys, "title", language),
                "not-printed",
                f'no edition is in "{language}", so no document prints this title',
                f"add {language} to supplied: title",
            )
