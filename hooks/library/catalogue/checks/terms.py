"""Terms of vocabularies: their labels, and what identifies persons and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from library.catalogue.authorities import IDENTIFIERS, identifiers
from library.catalogue.checks.days import years_of_name
from library.catalogue.checks.languages import text_languages, unknown_languages
from library.catalogue.problems import Problem
from library.catalogue.records import Record
from library.catalogue.values import dividing_sign
from library.catalogue.vocabularies import Vocabulary

FREE_OF_LANGUAGES = ("elsewhere", "participation")
"""Vocabularies whose entries have titles as printed, in whatever language, or none."""


def label_problems(vocabulary: Vocabulary, context: Mapping[str, Vocabulary]) -> list[Problem]:
    """Labels that lack a language of the site, or have one that is no language."""
    found: list[Problem] = []
    holders: dict[tuple[str, str], str] = {}
    former: dict[str, str] = {}
    labels: dict[tuple[str, str], str] = {}
    for term in vocabulary.terms.values():
        record, number = vocabulary.stands[term.id]
        found += _former_ids(record, number, term, vocabulary, former)
        if vocabulary.name == "parties":
            found += _shared_identifiers(record, number, term, holders)
            if term.kind == "body":
                found += _names_of_body(record, number, term, context)
            found += _party_problems(record, number, term)
            continue
        if vocabulary.name in FREE_OF_LANGUAGES:
            found += unknown_languages(record, (number,), "label", getattr(term, "label", None) or (), context)
            continue
        found += _shared_labels(record, number, term, labels)
        if vocabulary.name in _KEYWORDS:
            found += _divided_labels(record, number, term)
        for name in ("label", "plural", "scope", "unit"):
            texts = getattr(term, name, None)
            if texts is not None:
                found += text_languages(record, (number,), name, texts, context)
        for name in ("searched_as", "explained"):
            found += unknown_languages(record, (number,), name, getattr(term, name, None) or (), context)
    return found


def _names_of_body(record: Record, number: int, term: Any, context: Mapping[str, Vocabulary]) -> Iterator[Problem]:
    for which, name in enumerate(term.names):
        keys = (number, "names", which)
        # A publisher of one book is known in the language of that book: pages of others show that name.
        yield from unknown_languages(record, keys, "label", name.label, context)
        for at, language in enumerate(name.supplied):
            if language not in name.label:
                said = f'there is no label in "{language}" that could be supplied'
                yield record.problem((*keys, "supplied", at), "supplied-nothing", said, "write the label, or strike the language")
        yield from years_of_name(record, keys, name.since, name.until)
        if name.since and name.until and name.until < name.since:
            said = f"the name was used until {name.until}, before it began in {name.since}"
            yield record.problem((*keys, "until"), "bad-date", said, "compare the two dates with the source")


def _former_ids(record: Record, number: int, term: Any, vocabulary: Vocabulary, holders: dict[str, str]) -> Iterator[Problem]:
    """Former ids that are another's id, or another's former one; ``holders`` are those so far."""
    for which, former in enumerate(term.former_ids):
        holder = former if former in vocabulary.terms else holders.setdefault(former, term.id)
        if holder != term.id or former in vocabulary.terms:
            yield record.problem(
                (number, "former_ids", which),
                "duplicate-id",
                f'the former id "{former}" is that of "{holder}"',
                "strike it here; one address leads to one term",
            )


_KEYWORDS = ("themes", "countries")
"""Vocabularies whose labels are keywords in files for reference managers."""


def _divided_labels(record: Record, number: int, term: Any) -> Iterator[Problem]:
    """Labels at whose signs readers divide a list of keywords."""
    for language, label in term.label.items():
        if sign := dividing_sign(label):
            yield record.problem(
                (number, "label", language),
                "divided-keyword",
                f'the label "{label}" has a "{sign}", at which programs divide keywords',
                "write it without that sign, as in Labour and employment",
            )


def _shared_labels(record: Record, number: int, term: Any, holders: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Labels that an earlier term of the vocabulary has already: readers could not tell the two lists apart."""
    for language, label in term.label.items():
        holder = holders.setdefault((language, label.casefold()), term.id)
        if holder != term.id:
            yield record.problem(
                (number, "label", language),
                "repeated-value",
                f'the label "{label}" is already that of "{holder}"',
                "merge the two terms, or tell them apart in their labels",
            )


def _shared_identifiers(record: Record, number: int, party: Any, holders: dict[tuple[str, str], str]) -> Iterator[Problem]:
    """Identifiers that an earlier party has already; ``holders`` are the parties so far, by scheme and identifier."""
    for scheme, value in identifiers(party).items():
        holder = holders.setdefault((scheme, value), party.id)
        if holder != party.id:
            yield record.problem(
                (number, scheme),
                "repeated-value",
                f'the {scheme.upper()} "{value}" is already that of "{holder}"',
                "one identifier is one person or body: merge the two entries, or mend one of the identifiers",
            )


def _party_problems(record: Record, number: int, party: Any) -> Iterator[Problem]:
    """Identifiers without a source, and spellings of a person's name that nothing tells apart."""
    for scheme in IDENTIFIERS:
        if getattr(party, scheme, None) and not party.source:
            yield record.problem(
                (number, scheme),
                "no-source",
                f"the {scheme.upper()} has no source",
                "say in source: where the identifier was read; one that is only probable is left out",
            )
    if party.kind == "person":
        seen: set[str] = set()
        for which, name in enumerate(party.names):
            if which and not name.languages:
                yield record.problem(
                    (number, "names", which),
                    "no-language",
                    "this further spelling of the name has no languages",
                    "add languages: with those of the documents that print it so, as in languages: [ru]",
                )
            for language in name.languages:
                if language in seen:
                    yield record.problem(
                        (number, "names", which, "languages"),
                        "repeated-value",
                        f'"{language}" has two spellings of the name',
                        "keep one; other forms seen go under variants",
                    )
                seen.add(language)
