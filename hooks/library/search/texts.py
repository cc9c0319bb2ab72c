"""What a search looks at: the texts of a work in one language, each with its weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from library.catalogue import hosts, titles
from library.catalogue.authorities import PersonName
from library.catalogue.catalogue import Catalogue, Placed
from library.catalogue.languages import text_in
from library.catalogue.model import Edition
from library.words.labels import Labels

TITLE, PERSON, LABEL, FACT, SUMMARY, TEXT = 12, 9, 7, 6, 4, 1
AKIN = 2
"""Of what stands for a name: initials, acronyms in other languages, those of the issuer."""
"""Weights: whole numbers, from 1 to 15 with what ``words`` adds."""


def searched(placed: Placed, labels: Labels) -> Iterator[tuple[int, str]]:
    """Weight and text of everything that a search in this language looks at.

    A printed title counts in its own language; one in a language that the site does not have
    (Kyrgyz, say) counts in all of them, since no search would find it otherwise. Where a title or
    summary in this language is missing, the one that pages show in its place counts.
    """
    catalogue, work, language = labels.catalogue, placed.work, labels.language
    yield TITLE, titles.title(work, language).text
    yield SUMMARY, titles.summary(work, language).text
    for edition in work.editions:
        yield from _edition(edition, labels)
        if text := catalogue.texts_of(work).get(language) if edition.language == language else None:
            yield TEXT, text
    for party in _parties(placed):
        yield from ((PERSON, name) for name in _names(catalogue, party, language))
    for creator in work.creators:
        if creator.name:
            yield PERSON, creator.name
    yield from ((LABEL, label) for label in _terms(placed, labels))
    if placed.issued:
        yield FACT, str(placed.issued.year)
    yield AKIN, " ".join(acronyms(placed, catalogue))
    if work.series and work.series.number:
        yield FACT, f"{catalogue.vocabularies['series'][work.series.id].label[language]} {work.series.number}"
    yield from ((FACT, text) for text in _whole(placed, catalogue, language))
    if placed.issue:
        yield FACT, labels.words.say("Issue %(number)s", number=placed.issue.id)
        # In every language the same, since its words and a question's become one term.
        yield FACT, f"volume {placed.issue.volume}" if placed.issue.volume else ""
        if placed.issue.title:
            yield TEXT, titles.own_title(placed.issue, language).text


def _whole(placed: Placed, catalogue: Catalogue, language: str) -> Iterator[str]:
    """Titles, numbers and editors of what a work stands in, and the conference at which it was given."""
    if whole := hosts.standing(catalogue, placed):
        yield from whole.titles.values()
        yield from (*whole.isbn, *whole.issn)
        yield from (name for editor in whole.editors for name in _names(catalogue, editor.party, language))
    if placed.work.event:
        yield placed.work.event.title


def _edition(edition: Edition, labels: Labels) -> Iterator[tuple[int, str]]:
    if edition.title and (edition.language == labels.language or edition.language not in labels.catalogue.languages):
        yield TITLE, edition.title
    for text in (edition.abstract, *edition.keywords):
        if text:
            yield SUMMARY, text
    for identifier in (*edition.isbn, edition.doi, edition.number, *(one.value for one in edition.identifiers)):
        if identifier:
            yield FACT, identifier
    if edition.responsibility and edition.language == labels.language:
        yield SUMMARY, edition.responsibility


def _parties(placed: Placed) -> dict[str, None]:
    """Who is named on the work; a journal's issuer only where the article names it, or every search for it would bring all."""
    work = placed.work
    named = [each.party for each in (*work.creators, *work.contributors)]
    named += [edition.publisher for edition in work.editions if edition.publisher]
    return dict.fromkeys(named)


def _names(catalogue: Catalogue, party_id: str, language: str) -> Iterator[str]:
    """Every name of a person in every script; a body's in this language."""
    party = catalogue.vocabularies["parties"][party_id]
    for name in party.names:
        if isinstance(name, PersonName):
            yield " ".join(part for part in (name.family, name.given, name.suffix) if part)
            yield initials(name.family, name.given or "")
        else:
            yield text_in(name.label, language, *catalogue.languages)
    yield from party.variants
    if party.abbreviation:
        yield party.abbreviation


@cache
def initials(family: str, given: str) -> str:
    """Of the given names, apart and together, as a question may write them (``C T CT``); and a name of three parts as one."""
    letters = [part[0] for part in re.split(r"[\s.-]+", given) if part]
    # 김판석 is one word.
    joined = family + re.sub(r"[\s-]+", "", given) if len(letters) == 2 and "." not in given else ""
    return " ".join((*letters, "".join(letters), joined)).strip()


_CAPITALS = re.compile(r"\b[^\W\d_]{3,}\b")
_SMALL = 3
"""Letters of a word that an acronym passes over, at most, where it has no capital."""
_LINKING = frozenset(["және", "with", "from"])


def acronyms(placed: Placed, catalogue: Catalogue) -> Iterator[str]:
    """Acronyms of the bodies of a work in every language: those that a name has (ОЭСР) and the first letters of its words.

    A reader knows one of them and reads in another language. Of the issuer its abbreviation alone is searched: its name is
    that of everything it has put out.
    """
    journal = catalogue.journal if placed.issue or placed.in_journal else None
    if journal and journal.abbreviation:
        yield journal.abbreviation
    parties = catalogue.vocabularies["parties"]
    issuer = placed.work.issuer or (journal.issuer if journal else None)
    if issuer and parties[issuer].abbreviation:
        yield parties[issuer].abbreviation
    for party_id in _parties(placed):
        labels = [name.label for name in parties[party_id].names if not isinstance(name, PersonName)]
        yield from dict.fromkeys(acronym for label in labels for text in label.values() for acronym in _acronyms_of(text))


@cache
def _acronyms_of(label: str) -> tuple[str, ...]:
    found = [word for word in _CAPITALS.findall(label) if word.isupper() and word.lower() != word]
    words = [
        word
        for word in re.findall(r"\w+", re.sub(r"\([^)]*\)", "", label))
        if (len(word) > _SMALL and word not in _LINKING) or word[0].isupper()
    ]
    return (*found, "".join(word[0] for word in words)) if len(words) > 2 else tuple(found)


def _terms(placed: Placed, labels: Labels) -> Iterator[str]:
    work, catalogue = placed.work, labels.catalogue
    themes = catalogue.vocabularies["themes"]
    own = {
        "themes": dict.fromkeys([*work.themes, *(broader for theme in work.themes for broader in themes.ancestors(theme))]),
        "countries": work.coverage.countries,
        "regions": work.coverage.regions,
        "types": [work.type],
        "series": [work.series.id] if work.series else [],
    }
    for vocabulary, terms in own.items():
        for term in terms:
            yield from _label(labels, vocabulary, term)


def _label(labels: Labels, vocabulary: str, term_id: str) -> Iterator[str]:
    """A term's label and the other words by which readers look for it."""
    term = labels.catalogue.vocabularies[vocabulary][term_id]
    yield term.label[labels.language]
    yield from (term.searched_as or {}).get(labels.language, ())
