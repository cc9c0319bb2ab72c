"""Titles and summaries: in which languages, and printed or supplied."""

from __future__ import annotations

from collections.abc import Iterator

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.problems import Problem


def title_of_the_document(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """The one title that no record is without: in a language of its document, where that is known and the site has it.

    Of a document in none of the site's languages the printed title may be unknown: then one that was supplied has to do.
    """
    languages = [edition.language for edition in placed.work.editions if not edition.title]
    if len(languages) < len(placed.work.editions) or None in languages or any(language in placed.work.title for language in languages):
        return
    known = [language for language in languages if language in catalogue.languages]
    if not known:
        return
    yield placed.record.problem(
        (*placed.keys, "title"),
        "missing-language",
        f"title has no text in the language of the document ({', '.join(known)})",
        f"add the title as the document has it, in a line {known[0]}: …; titles in other languages may come later",
    )


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
    languages = {tag for edition in placed.work.editions for tag in (edition.language, *edition.also_in, *edition.parallel_titles)}
    if None in languages or "mul" in languages:
        return  # a document of many languages may print any of them
    for language in placed.work.title:
        if language not in languages and language not in placed.work.supplied.title:
            yield placed.record.problem(
                (*placed.keys, "title", language),
                "not-printed",
                f'no edition is in "{language}", so no document prints this title',
                f"add {language} to supplied: title; where the document prints it beside its own, to parallel_titles of the edition",
            )
