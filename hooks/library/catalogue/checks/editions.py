"""Editions: their pages, what they were translated from, and who helped with which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.pages import ranges
from library.catalogue.problems import Problem


def pages_in_order(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """A first page behind the last: references would print it."""
    for number, edition in enumerate(placed.work.editions):
        for first, last in ranges(edition.pages or ""):
            if _number(last) < _number(first):
                yield placed.record.problem(
                    (*placed.keys, "editions", number, "pages"),
                    "bad-number",
                    f"the last page, {last}, is before the first, {first}",
                    "compare the pages with the document; write both whole, as in 111-124",
                )


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def _number(page: str) -> float:
    """A page as a number, roman ones too; what is no number comes neither before nor after another."""
    if page.isdigit():
        return int(page)
    values = [_ROMAN.get(letter, 0) for letter in page.lower()]
    if not values or 0 in values:
        return float("nan")
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def translations(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """Editions that are said to be translated from an edition that there is not, or in the end from themselves."""
    source_of = {edition.language: edition.translation_of for edition in placed.work.editions if edition.language}
    for number, edition in enumerate(placed.work.editions):
        source = edition.translation_of
        if source is None:
            continue
        at = (*placed.keys, "editions", number, "translation_of")
        if source == edition.language:
            yield placed.record.problem(
                at,
                "unknown-edition",
                "the edition is said to be translated from itself",
                "write the language of the edition it was made from, or leave the field out",
            )
        elif source not in source_of:
            yield placed.record.problem(
                at,
                "unknown-edition",
                f'there is no other edition in "{source}" that it could be translated from',
                "add that edition, or leave the field out",
            )
        elif edition.language and edition.language in (chain := _sources(source, source_of)):
            circle = " from ".join([edition.language, *chain[: chain.index(edition.language) + 1]])
            yield placed.record.problem(
                at,
                "unknown-edition",
                f"the translations go in a circle: {circle}",
                "leave the field out of the edition that was written first",
            )


def _sources(language: str, source_of: Mapping[str, str | None]) -> list[str]:
    """The language, what its edition was translated from, and so on, until nothing is said or a language comes again."""
    chain: list[str] = []
    following: str | None = language
    while following and following not in chain:
        chain.append(following)
        following = source_of.get(following)
    return chain


def helped_editions(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    languages = {edition.language for edition in placed.work.editions}
    for number, contributor in enumerate(placed.work.contributors):
        for which, language in enumerate(contributor.editions):
            if language not in languages:
                yield placed.record.problem(
                    (*placed.keys, "contributors", number, "editions", which),
                    "unknown-edition",
                    f'no edition is in "{language}"',
                    "write the language of an edition of this work",
                )
