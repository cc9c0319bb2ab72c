"""What is the same in two records, or stands twice in one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from stdnum import isbn as stdnum_isbn

from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.letters import decomposed
from library.catalogue.problems import Problem
from library.catalogue.yaml_texts import Keys


def twice_named(catalogue: Catalogue, placed: Placed) -> Iterator[Problem]:
    """The same theme, country or creator twice in one list: it would be counted and cited twice."""
    work = placed.work
    lists: tuple[tuple[Keys, list[Any]], ...] = (
        (("themes",), list(work.themes)),
        (("coverage", "countries"), list(work.coverage.countries)),
        (("coverage", "regions"), list(work.coverage.regions)),
        (("audiences",), list(work.audiences)),
        (("related",), list(work.related)),
        (("creators",), [creator.party for creator in work.creators]),
        (("contributors",), [(other.party, other.role) for other in work.contributors]),
        *((("contributors", number, "editions"), list(other.editions)) for number, other in enumerate(work.contributors)),
    )
    for keys, values in lists:
        seen = set()
        for number, value in enumerate(values):
            if value not in seen:
                seen.add(value)
            else:
                name = value if isinstance(value, str) else " as ".join(value)
                yield placed.record.problem(
                    (*placed.keys, *keys, number),
                    "repeated-value",
                    f'{".".join(map(str, keys))}: "{name}" is written twice',
                    "keep one of the two",
                )


def citation_keys(placed: Placed) -> Iterator[tuple[str, Keys]]:
    for number, edition in enumerate(placed.work.editions):
        yield edition.citation_key.lower(), ("editions", number, "citation_key")
        for which, key in enumerate(edition.former_keys):
            yield key.lower(), ("editions", number, "former_keys", which)


def dois(placed: Placed) -> Iterator[tuple[str, Keys]]:
    for number, edition in enumerate(placed.work.editions):
        if edition.doi:
            yield edition.doi, ("editions", number, "doi")


def isbns(placed: Placed) -> Iterator[tuple[str, Keys]]:
    for number, edition in enumerate(placed.work.editions):
        for which, isbn in enumerate(edition.isbn):
            yield stdnum_isbn.compact(isbn, convert=True), ("editions", number, "isbn", which)


def same_titles(works: Iterable[Placed]) -> Iterator[Problem]:
    """Works of one title and year, in whatever language, that nothing tells apart: most often one that was described twice."""
    known: dict[str, list[Placed]] = {}
    for placed in works:
        titles = list(_titles_and_years(placed))
        for value, keys in titles:
            other = next((one for one in known.get(value, ()) if one is not placed and not _told_apart(placed, one)), None)
            if other is not None:
                yield placed.record.problem(
                    (*placed.keys, *keys),
                    "same-work",
                    f'title and year "{value}" is already that of "{other.work.id}" ({other.record.name})',
                    "one work is one record: merge them; two are told apart by DOI, ISBN, makers, pages, host, volume or number",
                )
                break
        for value, _ in titles:
            known.setdefault(value, []).append(placed)


def _titles_and_years(placed: Placed) -> Iterator[tuple[str, Keys]]:
    """Every title with the year, the English one first, and where it stands."""
    work = placed.work
    year = placed.issued.year if placed.issued else ""
    for language in sorted(work.title, key=lambda tag: tag != "en"):
        yield f"{normalised(work.title[language])} {year}".strip(), ("title", language)
    for number, edition in enumerate(work.editions):
        if edition.title:
            yield f"{normalised(edition.title)} {year}".strip(), ("editions", number, "title")


def _told_apart(one: Placed, other: Placed) -> bool:
    """Whether both say something that cannot be true of one work."""
    return any(left and right and not left & right for left, right in zip(_marks(one), _marks(other), strict=True))


def _marks(placed: Placed) -> tuple[set[Any], ...]:
    work, editions = placed.work, placed.work.editions
    host, issue = work.host, placed.issue
    return (
        {edition.doi for edition in editions if edition.doi},
        {stdnum_isbn.compact(isbn, convert=True) for edition in editions for isbn in edition.isbn},
        {creator.party for creator in work.creators},
        {edition.pages for edition in editions if edition.pages},
        {edition.number for edition in editions if edition.number},
        {edition.edition for edition in editions if edition.edition},
        {(work.series.id, work.series.number)} if work.series and work.series.number else set(),
        {issue.id} if issue else {(host.work, *map(normalised, (host.title or {}).values()), host.volume, host.number)} if host else set(),
    )


def normalised(title: str) -> str:
    """Letters and digits of a title, without case, accents and punctuation."""
    plain = "".join(letter for letter in decomposed(unicodedata.normalize("NFKC", title)) if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", plain.casefold()))


def repeated(
    works: Iterable[Placed], code: str, what: str, values: Callable[[Placed], Iterator[tuple[str, Keys]]], hint: str
) -> Iterator[Problem]:
    first: dict[str, Any] = {}
    for placed in works:
        for value, keys in values(placed):
            other = first.setdefault(value, placed)
            if other is not placed or (code == "duplicate-key" and _twice(placed, value)):
                yield placed.record.problem(
                    (*placed.keys, *keys), code, f'{what} "{value}" is already that of "{other.work.id}" ({other.record.name})', hint
                )


def _twice(placed: Placed, key: str) -> bool:
    return sum(each == key for each, _ in citation_keys(placed)) > 1


def ids(placed: Placed) -> Iterator[tuple[str, Keys]]:
    """The work's id, and those that it had when it was elsewhere."""
    yield placed.work.id, ("id",)
    for number, address in enumerate(placed.work.former_addresses):
        if (former := address.strip("/").split("/")[-1]) != placed.work.id:
            yield former, ("former_addresses", number)
